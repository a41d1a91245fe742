#include "normalize/residue.h"

#include "base/utf8.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace ziping {
namespace {

constexpr std::size_t kLongestFormula = 200;

constexpr std::pair<std::u32string_view, char32_t> kCommands[] = {
    {U"times", U'×'},      {U"cdot", U'·'},  {U"div", U'÷'},    {U"geq", U'≥'}, {U"ge", U'≥'},
    {U"leq", U'≤'},        {U"le", U'≤'},    {U"approx", U'≈'}, {U"sim", U'~'}, {U"pm", U'±'},
    {U"quad", U' '},       {U"qquad", U' '}, {U"text", 0},      {U"mathrm", 0}, {U"mathbf", 0},
    {U"left", 0},          {U"right", 0},    {U"frac", 0},      {U"dfrac", 0},  {U"circ", U'°'},
    {U"rightarrow", U'→'},
};

bool is_letter(char32_t ch) {
  return (ch >= U'A' && ch <= U'Z') || (ch >= U'a' && ch <= U'z');
}
bool is_punctuation(char32_t ch) {
  return ch > U' ' && ch < 0x7F && !is_letter(ch) && !is_digit(ch);
}

class Cleaner {
 public:
  explicit Cleaner(const Draft& draft) : draft_(draft), chars_(draft.chars) {}

  Draft run() {
    skip_hashes();
    while (at_ < chars_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    char32_t ch = chars_[at_];
    if (ch == U'\\' && take_command()) return;
    if (std::size_t tag = break_tag()) {
      out_.put(Draft::kGap, draft_.origin[at_]);
      at_ += tag;
    } else if (ch == U'$' && (at_ == formula_end_ || opens_formula())) {
      ++at_;
    } else if (ch == U'*' && (at_ == bold_end_ || opens_bold())) {
      at_ += 2;
    } else if (at_ < formula_end_ && formula_end_ != npos && (ch == U'{' || ch == U'}')) {
      take_brace();
    } else {
      out_.put(ch, draft_.origin[at_]);
      ++at_;
    }
  }

  void skip_hashes() {
    std::size_t run = 0;
    while (run < chars_.size() && chars_[run] == U'#') ++run;
    if (run >= 1 && run <= 6 && run < chars_.size() && is_gap(chars_[run])) at_ = run + 1;
  }

  /// Length of `<br>` or `&nbsp;` here; 0 where there is none.
  std::size_t break_tag() const {
    for (std::u32string_view tag : {U"<br>", U"<br/>", U"<br />", U"&nbsp;"})
      if (chars_.compare(at_, tag.size(), tag) == 0) return tag.size();
    return 0;
  }

  /// `\%` and `\times`.
  bool take_command() {
    std::size_t begin = at_ + 1, end = begin;
    if (begin < chars_.size() && is_punctuation(chars_[begin])) {
      out_.put(chars_[begin], draft_.origin[begin]);
      at_ = begin + 1;
      return true;
    }
    while (end < chars_.size() && is_letter(chars_[end])) ++end;
    std::u32string_view name(chars_.data() + begin, end - begin);
    for (auto [command, ch] : kCommands) {
      if (command != name) continue;
      if (ch) out_.put(ch, draft_.origin[at_]);
      fraction_ = fraction_ || name == U"frac" || name == U"dfrac";
      at_ = end;
      return true;
    }
    return false;
  }

  /// `\frac{a}{b}` becomes a/b.
  void take_brace() {
    bool between = chars_[at_] == U'}' && at_ + 1 < chars_.size() && chars_[at_ + 1] == U'{';
    if (between && fraction_) {
      out_.put(U'/', draft_.origin[at_]);
      fraction_ = false;
    }
    ++at_;
  }

  bool opens_formula() {
    std::size_t end = chars_.find(U'$', at_ + 1);
    if (end == npos || end - at_ > kLongestFormula || end == at_ + 1) return false;
    std::u32string_view inside(chars_.data() + at_ + 1, end - at_ - 1);
    bool words = std::any_of(inside.begin(), inside.end(), is_han);
    bool formula = inside.find_first_of(U"\\=^_{/*") != npos ||
                   std::all_of(inside.begin(), inside.end(), [](char32_t ch) { return !is_letter(ch); });
    if (!formula || (words && inside.find(U"\\text") == npos && inside.find(U"\\math") == npos)) return false;
    formula_end_ = end;
    return true;
  }

  bool stars_at(std::size_t at) const {
    return at + 1 < chars_.size() && chars_[at] == U'*' && chars_[at + 1] == U'*' &&
           (at == 0 || chars_[at - 1] != U'*') && (at + 2 == chars_.size() || chars_[at + 2] != U'*');
  }

  /// A pair of `**` with words between, none of them a placeholder after a comparator.
  bool opens_bold() {
    if (!stars_at(at_) || at_ + 2 == chars_.size() || is_gap(chars_[at_ + 2])) return false;
    if (at_ > 0 && std::u32string_view(U"≥≤<>=").find(chars_[at_ - 1]) != npos) return false;
    for (std::size_t end = chars_.find(U"**", at_ + 2); end != npos; end = chars_.find(U"**", end + 1)) {
      if (!stars_at(end)) continue;
      if (is_gap(chars_[end - 1])) return false;
      bold_end_ = end;
      return true;
    }
    return false;
  }

  static constexpr std::size_t npos = std::u32string::npos;
  const Draft& draft_;
  const std::u32string& chars_;
  Draft out_;
  std::size_t at_ = 0, formula_end_ = npos, bold_end_ = npos;
  bool fraction_ = false;
};

}  // namespace

void drop_residue(Draft& draft) {
  if (draft.chars.find_first_of(U"\\$*#<&") == std::u32string::npos) return;
  draft = Cleaner(draft).run();
}

}  // namespace ziping
