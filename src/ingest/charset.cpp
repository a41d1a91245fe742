#include "ingest/charset.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
#include <optional>
#include <vector>

namespace ziping {
namespace {

constexpr int kMaxSample = 1 << 16;  // characters that are looked at to judge an encoding

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
using CharSet = std::bitset<0x10000>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  return Converter(ucnv_open(name, &status), &ucnv_close);
}

/// Decodes to UTF-16; empty when a byte cannot be decoded and `strict` is set.
std::optional<std::u16string> to_utf16(const char* encoding, std::string_view bytes, bool strict) {
  Converter converter = open_converter(encoding);
  if (!converter) return {};
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), strict ? UCNV_TO_U_CALLBACK_STOP : UCNV_TO_U_CALLBACK_SUBSTITUTE,
                      nullptr, nullptr, nullptr, &status);
  std::u16string out(bytes.size() + 1, u'\0');
  const int length = ucnv_toUChars(converter.get(), out.data(), static_cast<int>(out.size()), bytes.data(),
                                   static_cast<int>(bytes.size()), &status);
  if (U_FAILURE(status)) return {};
  out.resize(length);
  return out;
}

std::string to_utf8(std::u16string_view text) {
  std::string out;
  out.reserve(text.size() * 3);
  for (std::size_t at = 0; at < text.size(); ++at) {
    char32_t ch = text[at];
    if (U16_IS_LEAD(ch) && at + 1 < text.size() && U16_IS_TRAIL(text[at + 1])) {
      ch = U16_GET_SUPPLEMENTARY(ch, text[at + 1]);
      ++at;
    }
    append_utf8(out, ch);
  }
  return out;
}

bool is_strict_utf8(std::string_view bytes) {
  const char* data = bytes.data();
  const auto length = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t at = 0; at < length;) {
    if (static_cast<signed char>(data[at]) >= 0) {
      ++at;
      continue;
    }
    UChar32 ch;
    U8_NEXT(data, at, length, ch);
    if (ch < 0) return false;
  }
  return true;
}

/// Adds the characters of a double-byte set whose lead bytes are first..last.
void add_rows(CharSet& set, const char* encoding, int first, int last, int first_trail) {
  std::string pair(2, '\0');
  for (int lead = first; lead <= last; ++lead) {
    for (int trail = first_trail; trail <= 0xFE; ++trail) {
      pair[0] = static_cast<char>(lead);
      pair[1] = static_cast<char>(trail);
      const auto ch = to_utf16(encoding, pair, true);
      if (ch && ch->size() == 1) set.set(ch->front());
    }
  }
}

void add_punctuation(CharSet& set) {
  for (char16_t ch :
       std::u16string_view(u"　、。〈〉《》「」『』【】〔〕—…‘’“”·％℃①②③④⑤⑥⑦⑧⑨⑩㎡×÷≥≤±√■□●○★△▲"))
    set.set(ch);
  for (int ch = 0xFF01; ch <= 0xFF5E; ++ch) set.set(ch);
}

/// GB2312 level 1: the 3,755 everyday simplified characters (rows 16-55).
const CharSet& everyday_simplified() {
  static const CharSet set = [] {
    CharSet out;
    add_rows(out, "GB18030", 0xB0, 0xD7, 0xA1);
    add_punctuation(out);
    return out;
  }();
  return set;
}

/// Big5 level 1: the 5,401 everyday traditional characters (A440-C67E).
const CharSet& everyday_traditional() {
  static const CharSet set = [] {
    CharSet out;
    add_rows(out, "Big5", 0xA4, 0xC6, 0x40);
    add_punctuation(out);
    return out;
  }();
  return set;
}

bool is_plain_ascii(char16_t ch) {
  return (ch >= 0x20 && ch < 0x7F) || ch == '\n' || ch == '\r' || ch == '\t';
}
bool is_odd_control(char16_t ch) {
  return (ch < 0x20 && ch != '\n' && ch != '\r' && ch != '\t' && ch != '\f') || (ch >= 0x7F && ch < 0xA0);
}

/// An encoding that may be meant, and how everyday a character is in texts that use it, 0 to 1.
struct Candidate {
  const char* name;
  double (*everyday)(char16_t ch);
};

double everyday_gb18030(char16_t ch) {
  return everyday_simplified().test(ch) ? 1 : everyday_traditional().test(ch) ? 0.7 : 0;
}
double everyday_big5(char16_t ch) {
  return everyday_traditional().test(ch) ? 1 : 0;
}
double everyday_utf16(char16_t ch) {
  return everyday_simplified().test(ch) || everyday_traditional().test(ch) ? 1 : 0;
}

// In order of likelihood: the first of equals wins.
constexpr std::array<Candidate, 4> kCandidates = {{{"GB18030", everyday_gb18030},
                                                   {"Big5", everyday_big5},
                                                   {"UTF-16LE", everyday_utf16},
                                                   {"UTF-16BE", everyday_utf16}}};

/// Share of everyday characters, near 1 for ordinary Chinese or ASCII text. ASCII counts a little less:
/// half the bytes of UTF-16 look like it. Control and replacement characters count against the text.
double readability(std::u16string_view text, const Candidate& candidate) {
  if (text.empty()) return 0;
  const std::size_t length = std::min<std::size_t>(text.size(), kMaxSample);
  double sum = 0;
  for (char16_t ch : text.substr(0, length)) {
    if (is_plain_ascii(ch))
      sum += 0.9;
    else if (is_odd_control(ch) || ch == 0xFFFD)
      sum -= 1;
    else
      sum += candidate.everyday(ch);
  }
  return sum / static_cast<double>(length);
}

/// The most readable decoding, where it is at least `floor` readable.
DecodedText most_readable(std::string_view bytes, bool strict, double floor) {
  DecodedText best;
  double best_score = 0;
  for (const Candidate& candidate : kCandidates) {
    const auto text = to_utf16(candidate.name, bytes, strict);
    if (!text) continue;
    const double score = readability(*text, candidate);
    if (score < floor || score <= best_score) continue;
    best_score = score;
    best.text = to_utf8(*text);
    best.encoding = candidate.name;
    best.bad_bytes = static_cast<int>(std::count(text->begin(), text->end(), u'\xFFFD'));
  }
  return best;
}

DecodedText leniently(const char* encoding, std::string_view bytes) {
  const auto text = to_utf16(encoding, bytes, false);
  if (!text) return {};
  return {to_utf8(*text), encoding, static_cast<int>(std::count(text->begin(), text->end(), u'\xFFFD'))};
}

/// The encoding a byte order mark names, which is then removed from `bytes`.
const char* take_byte_order_mark(std::string_view& bytes) {
  static constexpr std::pair<std::string_view, const char*> kMarks[] = {{"\xEF\xBB\xBF", "UTF-8"},
                                                                        {"\xFF\xFE", "UTF-16LE"},
                                                                        {"\xFE\xFF", "UTF-16BE"},
                                                                        {"\x84\x31\x95\x33", "GB18030"}};
  for (const auto& [mark, encoding] : kMarks) {
    if (!bytes.starts_with(mark)) continue;
    bytes.remove_prefix(mark.size());
    return encoding;
  }
  return nullptr;
}

bool mostly_utf8(const DecodedText& text) {
  const std::size_t chars = count_chars(text.text);
  return static_cast<std::size_t>(text.bad_bytes) * 50 <= chars;
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
  if (const char* encoding = take_byte_order_mark(bytes)) return leniently(encoding, bytes);
  const bool utf8 = is_strict_utf8(bytes);
  const bool few_nuls =
      std::count(bytes.begin(), bytes.end(), '\0') * 1000 <= static_cast<std::ptrdiff_t>(bytes.size());
  const bool ascii =
      std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  const bool clean = std::none_of(bytes.begin(), bytes.end(),
                                  [](char c) { return is_odd_control(c & 0xFF) && (c & 0x80) == 0; });
  if (utf8 && (clean || (!ascii && few_nuls))) return {std::string(bytes), "UTF-8", 0};
  if (DecodedText text = most_readable(bytes, true, 0.6); !text.encoding.empty()) return text;
  if (!few_nuls) return {};
  if (DecodedText text = leniently("UTF-8", bytes); mostly_utf8(text)) return text;
  return most_readable(bytes, false, 0.8);
}

char32_t gbk_character(std::uint8_t lead, std::uint8_t trail) {
  if (lead < 0x81 || lead == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF) return 0;
  static const Converter converter = open_converter("GB18030");
  const char pair[2] = {static_cast<char>(lead), static_cast<char>(trail)};
  std::array<char16_t, 4> out{};
  UErrorCode status = U_ZERO_ERROR;
  const int length =
      ucnv_toUChars(converter.get(), out.data(), static_cast<int>(out.size()), pair, 2, &status);
  return U_SUCCESS(status) && length == 1 && out[0] != 0xFFFD ? out[0] : 0;
}

bool is_meaningful(char32_t ch) {
  if (ch < 0x80 || (ch >= 0x3000 && ch <= 0x9FFF)) return true;
  if (ch == 0xFFFD) return false;
  switch (u_charType(static_cast<UChar32>(ch))) {
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED:
      return false;
    default:
      return true;
  }
}

}  // namespace ziping
