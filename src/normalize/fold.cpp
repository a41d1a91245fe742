#include "normalize/fold.h"

#include "base/utf8.h"

#include <algorithm>
#include <string_view>

namespace ziping {
namespace {

bool is_letter(char32_t ch) {
  return (ch >= U'A' && ch <= U'Z') || (ch >= U'a' && ch <= U'z');
}
bool is_visible_ascii(char32_t ch) {
  return ch > U' ' && ch < 0x7F;
}

/// A place in a draft, with what stands around it.
class Place {
 public:
  Place(const std::u32string& chars, std::size_t at) : chars_(chars), at_(at) {}

  char32_t before() const { return at_ > 0 ? chars_[at_ - 1] : 0; }
  char32_t after() const { return at_ + 1 < chars_.size() ? chars_[at_ + 1] : 0; }
  char32_t word_before() const {
    std::size_t at = at_;
    while (at > 0 && is_gap(chars_[at - 1])) --at;
    return at > 0 ? chars_[at - 1] : 0;
  }
  char32_t word_after() const {
    std::size_t at = at_ + 1;
    while (at < chars_.size() && is_gap(chars_[at])) ++at;
    return at < chars_.size() ? chars_[at] : 0;
  }
  bool between_digits() const { return is_digit(before()) && is_digit(after()); }
  bool between_letters() const { return is_letter(word_before()) && is_letter(word_after()); }

  /// 28,281.37: one to three digits before, exactly three after, or further groups.
  bool groups_thousands() const {
    if (!between_digits()) return false;
    std::size_t left = at_, right = at_ + 1;
    while (left > 0 && is_digit(chars_[left - 1])) --left;
    while (right < chars_.size() && is_digit(chars_[right])) ++right;
    return at_ - left <= 3 && right - at_ - 1 == 3;
  }

 private:
  const std::u32string& chars_;
  std::size_t at_;
};

char32_t settle_stop(char32_t ascii, char32_t full, bool was_ascii, const Place& place) {
  return was_ascii && place.between_letters() ? ascii : full;
}

char32_t settle_colon(char32_t ch, const Place& place) {
  if (place.between_digits()) return U':';
  if (ch == U':' && (place.after() == U'/' || place.after() == U'\\')) return U':';
  return settle_stop(U':', U'：', ch == U':', place);
}

char32_t settle_dash(char32_t ch, const Place& place) {
  if (!is_digit(place.after())) return ch;
  bool range = is_digit(place.before()) || place.before() == U'%';
  return range || ch == U'–' ? U'-' : ch;
}

/// The characters whose form depends on their neighbours.
char32_t settle(char32_t ch, const Place& place) {
  switch (ch) {
    case U'(':
      return U'（';
    case U')':
      return U'）';
    case U',':
    case U'，':
      return place.groups_thousands() ? U',' : settle_stop(U',', U'，', ch == U',', place);
    case U':':
    case U'：':
      return settle_colon(ch, place);
    case U';':
      return settle_stop(U';', U'；', true, place);
    case U'?':
      return settle_stop(U'?', U'？', true, place);
    case U'!':
      return settle_stop(U'!', U'！', true, place);
    case U'–':
    case U'—':
      return settle_dash(ch, place);
    case U'<':
      return place.after() == U'=' ? U'≤' : ch;
    case U'>':
      return place.after() == U'=' ? U'≥' : ch;
    default:
      return ch;
  }
}

/// Whether a narrow space between two characters means something.
bool keeps_space(char32_t before, char32_t after) {
  if (!is_visible_ascii(before) || !is_visible_ascii(after)) return false;
  switch (after) {
    case U'%':
    case U',':
    case U'.':
    case U';':
    case U':':
    case U'!':
    case U'?':
    case U'(':
    case U')':
      return false;
    default:
      break;
  }
  constexpr std::u32string_view kTight = U"<>=[]";
  return kTight.find(before) == kTight.npos;
}

bool is_comparator(char32_t ch) {
  return ch == U'<' || ch == U'>';
}

/// A field gap says nothing beside a stop or inside brackets.
bool parts_fields(char32_t before, char32_t after) {
  constexpr std::u32string_view kStops = U"，。；：、";
  auto one_of = [](char32_t ch, std::u32string_view set) { return set.find(ch) != set.npos; };
  if (before == 0 || after == 0 || one_of(before, kStops) || one_of(after, kStops)) return false;
  if (before == U'.' && is_han(after)) return false;
  return before != U'（' && after != U'）' && after != U')' && after != U':';
}

/// Appends characters to a clean text, at most as many as announced.
class Writer {
 public:
  Writer(std::string& text, std::vector<std::uint32_t>* origin, std::size_t chars)
      : text_(text), origin_(origin), end_(text.size()) {
    text.resize(end_ + 4 * chars);
    if (origin) origin->resize(text.size());
  }
  ~Writer() {
    text_.resize(end_);
    if (origin_) origin_->resize(end_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void put(char32_t ch, std::uint32_t from) {
    std::size_t begin = end_;
    if (ch < 0x80) {
      put_byte(ch);
    } else if (ch < 0x800) {
      put_byte(0xC0 | (ch >> 6));
      put_byte(0x80 | (ch & 0x3F));
    } else if (ch < 0x10000) {
      put_byte(0xE0 | (ch >> 12));
      put_byte(0x80 | ((ch >> 6) & 0x3F));
      put_byte(0x80 | (ch & 0x3F));
    } else {
      put_byte(0xF0 | (ch >> 18));
      put_byte(0x80 | ((ch >> 12) & 0x3F));
      put_byte(0x80 | ((ch >> 6) & 0x3F));
      put_byte(0x80 | (ch & 0x3F));
    }
    if (origin_) std::fill_n(origin_->data() + begin, end_ - begin, from);
  }

 private:
  void put_byte(char32_t byte) { text_[end_++] = static_cast<char>(byte); }

  std::string& text_;
  std::vector<std::uint32_t>* origin_;
  std::size_t end_;
};

}  // namespace

void write_clean(const Draft& draft, std::string& text, std::vector<std::uint32_t>* origin) {
  const std::u32string& chars = draft.chars;
  char32_t written = 0;
  Writer out(text, origin, chars.size());
  for (std::size_t at = 0; at < chars.size(); ++at) {
    char32_t ch = chars[at];
    Place place(chars, at);
    if (is_gap(ch)) {
      bool field = ch == Draft::kFieldGap && parts_fields(written, place.after());
      if (field || keeps_space(written, place.after())) out.put(U' ', draft.origin[at]);
      continue;
    }
    bool in_comparator = ch == U'=' && (written == U'≤' || written == U'≥') && is_comparator(place.before());
    if (in_comparator) continue;
    written = is_han(ch) ? ch : settle(ch, place);
    out.put(written, draft.origin[at]);
  }
}

}  // namespace ziping
