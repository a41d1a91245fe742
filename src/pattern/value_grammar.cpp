#include "pattern/value_grammar.h"

#include "base/utf8.h"
#include "pattern/numeral.h"

#include <algorithm>
#include <cctype>

namespace ziping {
namespace {

constexpr std::string_view kPartOf = "分之";
constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kSharingReach = 18;  ///< bytes behind a ratio in which a word of sharing counts

/// A number in the text and what stands around it, on its way to a value.
struct Figure {
  Span span;             ///< sign, number, unit
  std::size_t number_begin = 0, number_end = 0;
  Numeral numeral;
  Decimal value;
  bool negative = false;
  const Unit* unit = nullptr;
  std::size_t range_from = kNone;  ///< where a range's first number begins
  Decimal low;
};

bool starts(std::string_view text, std::size_t at, std::string_view word) {
  return text.compare(at, word.size(), word) == 0;
}

bool ends(std::string_view text, std::size_t end, std::string_view word) {
  return end >= word.size() && text.compare(end - word.size(), word.size(), word) == 0;
}

bool is_latin(char32_t ch) { return ch < 0x80 && std::isalpha(static_cast<int>(ch)) != 0; }

bool is_break(char32_t ch) {
  switch (ch) {
    case 0: case U'\n': case U'，': case U'。': case U'；': case U'：': case U'！': case U'？': case U'（': case U'）': case U',': case U';':
      return true;
    default:
      return false;
  }
}

/// The clause up to byte `at`: from the last punctuation before it.
std::string_view clause_before(std::string_view text, std::size_t floor, std::size_t at) {
  std::size_t begin = at;
  while (begin > floor) {
    std::size_t previous = begin - 1;
    while (previous > floor && (static_cast<unsigned char>(text[previous]) & 0xC0) == 0x80) --previous;
    if (is_break(char_at(text, previous))) break;
    begin = previous;
  }
  return text.substr(begin, at - begin);
}

std::string_view clause_after(std::string_view text, std::size_t at, std::size_t ceiling) {
  std::size_t end = at;
  while (end < ceiling) {
    std::size_t next = end;
    if (is_break(next_char(text, next))) break;
    end = next;
  }
  return text.substr(at, end - at);
}

/// Reads one paragraph.
class ParagraphReader {
 public:
  ParagraphReader(std::string_view text, Span paragraph, const Units& units, const std::vector<Skipped>& skips,
                  std::vector<Value>& values, std::vector<Skipped>* skipped)
      : text_(text.substr(0, paragraph.end)), begin_(paragraph.begin), at_(paragraph.begin), units_(units),
        skips_(skips), values_(values), skipped_(skipped), first_value_(values.size()) {
    skip_ = std::lower_bound(skips_.begin(), skips_.end(), paragraph.begin,
                             [](const Skipped& skip, std::size_t at) { return skip.span.end <= at; });
  }

  void read() {
    while (at_ < text_.size()) {
      std::size_t start = at_;
      auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte < 0x80 ? std::isdigit(byte) == 0 : byte < 0xE3) {
        ++at_;
        continue;
      }
      char32_t ch = next_char(text_, at_);
      if (!begins_numeral(ch)) continue;
      if (skip_over(start)) continue;
      at_ = start;
      read_at(start);
    }
    flush_pending("no unit");
    adopt_twins();
  }

 private:
  /// Passes over a number that lies in a skip span.
  bool skip_over(std::size_t start) {
    while (skip_ != skips_.end() && skip_->span.end <= start) ++skip_;
    if (skip_ == skips_.end() || !skip_->span.contains(start)) return false;
    flush_pending("no unit");
    if (skipped_ != nullptr) skipped_->push_back(*skip_);
    at_ = skip_->span.end;
    return true;
  }

  void read_at(std::size_t start) {
    if (read_word(start)) return;
    auto numeral = read_numeral(text_, start);
    if (!numeral) {
      next_char(text_, at_);
      return;
    }
    at_ = numeral->end;
    Figure figure;
    figure.numeral = *numeral;
    figure.number_begin = start;
    figure.number_end = numeral->end;
    figure.span = {start, numeral->end};
    if (const char* reason = left_guard(start)) return skip(figure.span, reason);
    figure.value = numeral->value.value_or(Decimal());
    if (starts(text_, numeral->end, kPartOf)) return read_fraction(figure);
    if (!numeral->value) return skip(figure.span, numeral->fault);
    if (read_ratio(figure)) return;
    take_sign(figure);
    take_unit(figure);
  }

  /// Why the number at `start` belongs to something else; null where it does not.
  const char* left_guard(std::size_t start) const {
    char32_t before = start > begin_ ? char_before(text_, start) : 0;
    if (before == U'第') return "ordinal";
    if (is_latin(before) || before == U'_' || before == U'#') return "part of a name";
    if (before == U'.' && start >= begin_ + 2 && is_digit(char_before(text_, start - 1))) return "part of a list number";
    return nullptr;
  }

  void skip(Span span, const char* reason) {
    flush_pending("no unit");
    if (skipped_ != nullptr) skipped_->push_back({span, reason});
  }

  /// 百分百, 一半: words that are a value of their own.
  bool read_word(std::size_t start) {
    const ValueWord* word = units_.word_at(text_, start);
    if (word == nullptr) return false;
    Figure figure;
    figure.number_begin = start;
    figure.span = {start, start + word->text.size()};
    figure.value = word->value;
    at_ = figure.span.end;
    emit(figure, word->kind, word->unit, 0);
    return true;
  }

  /// 百分之八十五, 三分之二, 千分之0.5
  void read_fraction(Figure figure) {
    std::size_t begin = figure.numeral.end + kPartOf.size();
    auto part = read_numeral(text_, begin);
    if (!part || !part->value) {
      at_ = begin;
      return skip({figure.number_begin, begin}, "a fraction without its part");
    }
    Decimal whole = figure.numeral.value ? figure.value : place_alone(figure);
    take_sign(figure);
    figure.span.end = at_ = figure.number_end = part->end;
    figure.numeral.more = part->more;
    if (whole == Decimal(100)) figure.value = *part->value;
    else if (whole == Decimal(1000)) figure.value = part->value->shifted(-1);
    else if (whole == Decimal(10000)) figure.value = part->value->shifted(-2);
    else if (!whole.zero()) figure.value = Decimal::ratio(part->value->shifted(2), whole, 2);
    if (figure.negative) figure.value = -figure.value;
    figure.negative = false;
    emit(figure, Kind::rate, "percent", 0);
  }

  /// The 百 of 百分之, 千 of 千分之, 万 of 万分之; zero for anything else that is no number.
  Decimal place_alone(const Figure& figure) const {
    auto word = text_.substr(figure.number_begin, figure.number_end - figure.number_begin);
    return word == "百" ? Decimal(100) : word == "千" ? Decimal(1000) : word == "万" ? Decimal(10000) : Decimal();
  }

  /// 1:3 beside a word of sharing; never a time of day.
  bool read_ratio(const Figure& figure) {
    std::string word = figure.value.str();
    std::size_t end = figure.numeral.end;
    for (std::size_t colon = colon_at(end); colon > 0; colon = colon_at(end)) {
      auto next = read_numeral(text_, end + colon);
      if (!next || !next->value || next->chinese || next->multiplied) break;
      word += ":" + next->value->str();
      end = next->end;
    }
    if (end == figure.numeral.end || figure.numeral.chinese || units_.unit_at(text_, end) != nullptr) return false;
    auto before = clause_before(text_, begin_, figure.number_begin);
    auto after = clause_after(text_, end, text_.size()).substr(0, kSharingReach);
    auto says_sharing = [&](std::string_view w) { return before.find(w) != kNone || after.find(w) != kNone; };
    constexpr std::string_view kSharing[] = {"比例", "按", "比", "配套", "负担", "分担", "承担"};
    if (std::none_of(std::begin(kSharing), std::end(kSharing), says_sharing)) return false;
    Value value;
    value.span = value.number = {figure.number_begin, end};
    value.kind = Kind::rate;
    value.quantity.word = word;
    value.quantity.unit = "ratio";
    at_ = end;
    flush_pending("no unit");
    values_.push_back(std::move(value));
    return true;
  }

  /// Bytes of a colon at `at`; 0 for none.
  std::size_t colon_at(std::size_t at) const {
    for (std::string_view colon : {":", "：", "∶"})
      if (starts(text_, at, colon)) return colon.size();
    return 0;
  }

  /// A minus or 负 is a sign where nothing to subtract from stands before it.
  void take_sign(Figure& figure) {
    std::size_t start = figure.number_begin;
    constexpr std::string_view kMinus = "-", kNegative = "负", kNegativeOf = "负的";
    std::size_t sign = ends(text_, start, kMinus) ? kMinus.size()
                       : ends(text_, start, kNegative) ? kNegative.size()
                       : ends(text_, start, kNegativeOf) ? kNegativeOf.size() : 0;
    if (sign == 0 || start - sign < begin_) return;
    char32_t before = start - sign > begin_ ? char_before(text_, start - sign) : 0;
    if (is_digit(before) || is_latin(before) || before == U'%' || before == U'）' || before == U'-') return;
    if (range_open(start)) return;
    figure.negative = true;
    figure.value = -figure.value;
    figure.span.begin = start - sign;
  }

  bool range_open(std::size_t start) const {
    return (!pending_.empty() && pending_.back().span.end < start && start - pending_.back().span.end <= 3) ||
           (values_.size() > first_value_ && values_.back().number.end < start && start - values_.back().number.end <= 1);
  }

  void take_unit(Figure& figure) {
    std::size_t end = figure.numeral.end;
    if (end < text_.size() && text_[end] == ' ' && units_.unit_at(text_, end + 1) != nullptr &&
        !figure.numeral.chinese)
      ++end;
    figure.unit = units_.unit_at(text_, end);
    if (figure.unit == nullptr) return take_bare(figure);
    figure.span.end = at_ = end + figure.unit->surface.size();
    if (!figure.unit->kind) return skip(figure.span, "a unit that is not recorded");
    if (is_operand(at_)) return skip(figure.span, "operand of a formula");
    if (const char* reason = unit_guard(figure)) return skip(figure.span, reason);
    if (figure.unit->unit == "CNY") take_small_money(figure);
    if (figure.unit->surface == "成") take_half_tenth(figure);
    join_range(figure);
    flush_list(figure);
    emit(figure, *figure.unit->kind, figure.unit->unit, figure.unit->power);
  }

  const char* unit_guard(const Figure& figure) const {
    const Unit& unit = *figure.unit;
    const Numeral& numeral = figure.numeral;
    if (unit.whole && figure.value.decimals() > 0 && figure.value.str().find('.') != std::string::npos)
      return "a fraction of a whole unit";
    bool thing = *unit.kind == Kind::count || *unit.kind == Kind::headcount;
    if (numeral.chinese && !unit.chinese) return "a Chinese numeral before this unit is a name";
    if (numeral.chinese && thing && figure.value == Decimal(1)) return "indefinite one";
    if (numeral.chinese && thing && figure.value >= Decimal(1000) && numeral.end - figure.number_begin == 3)
      return "a figure of speech";  // 千家万户, 万人
    if (unit.surface == "年" && !numeral.chinese && !numeral.multiplied && figure.value >= Decimal(1900) &&
        figure.value <= Decimal(2100))
      return "year";
    return nullptr;
  }

  /// 元 with 角 and 分 behind it: 50元6角三分, 九十九块九.
  void take_small_money(Figure& figure) {
    int power = figure.unit->power;
    bool spoken = figure.unit->surface == "块" || figure.unit->surface == "毛" || figure.unit->surface == "块钱";
    while (power > -2) {
      auto small = read_numeral(text_, at_);
      if (!small || !small->value || small->multiplied || *small->value >= Decimal(100)) return;
      int small_power = 0;
      std::size_t end = small->end;
      for (std::string_view word : {"角", "毛"})
        if (starts(text_, end, word)) small_power = -1, end += word.size();
      if (small_power == 0 && starts(text_, end, "分") && !starts(text_, end, "分别")) small_power = -2, end += 3;
      bool zero_first = starts(text_, at_, "零");
      if (small_power == 0 && spoken && small->chinese && is_end(char_at(text_, end)))
        small_power = zero_first ? -2 : power - 1;
      if (small_power == 0 || small_power >= power) return;
      for (std::string_view word : {"钱", "整"})
        if (starts(text_, end, word)) end += word.size();
      figure.value = figure.value + small->value->shifted(small_power - figure.unit->power);
      figure.span.end = at_ = end;
      power = small_power;
    }
  }

  /// 九成五: a digit behind 成 counts tenths of it.
  void take_half_tenth(Figure& figure) {
    auto digit = read_numeral(text_, at_);
    if (!digit || !digit->value || !digit->chinese || *digit->value >= Decimal(10)) return;
    figure.value = figure.value + digit->value->shifted(-1);
    figure.span.end = at_ = digit->end;
  }

  static bool is_end(char32_t ch) { return is_break(ch) || ch == U'、' || ch == U' '; }

  /// A number without unit: it waits for a range's or a list's unit, or is what its clause says.
  void take_bare(Figure& figure) {
    if (read_formula_result(figure) || read_bare_multiple(figure)) return;
    bool continues = figure.numeral.chinese ? range_follows(figure.numeral.end) : separator_after(figure.numeral.end) != 0;
    if (!continues) {
      bare_.push_back(figure);
      return flush_pending("no unit");
    }
    if (!pending_.empty() && !follows(pending_.back(), figure)) flush_pending("no unit");
    pending_.push_back(figure);
  }

  /// Bytes of a list or range separator at `end` with a number behind it; 0 for none.
  std::size_t separator_after(std::size_t end) const {
    for (std::string_view word : {"、", "和", "及", "与", "~", "-", "至", "到", "—"}) {
      if (!starts(text_, end, word)) continue;
      std::size_t next = end + word.size();
      return next < text_.size() && begins_numeral(char_at(text_, next)) ? word.size() : 0;
    }
    return 0;
  }

  /// 一至二名: between Chinese numerals only a word of range, 、 would be a list of names.
  bool range_follows(std::size_t end) const {
    return separator_after(end) != 0 && (starts(text_, end, "至") || starts(text_, end, "到") || starts(text_, end, "~"));
  }

  bool follows(const Figure& earlier, const Figure& later) const {
    std::size_t separator = separator_after(earlier.span.end);
    return separator != 0 && earlier.span.end + separator == later.number_begin;
  }

  /// 80~90万元, 3至5天, 70%到80%: one value with two ends.
  void join_range(Figure& figure) {
    std::size_t gap_begin;
    Decimal low;
    std::size_t from;
    if (!pending_.empty() && follows(pending_.back(), figure)) {
      gap_begin = pending_.back().span.end;
      low = pending_.back().value;
      from = pending_.back().span.begin;
    } else if (values_.size() > first_value_ && same_unit(values_.back(), figure)) {
      gap_begin = values_.back().number.end;
      low = values_.back().quantity.low.shifted(-figure.unit->power);
      from = values_.back().span.begin;
      if (gap_begin >= figure.number_begin) return;
    } else {
      return;
    }
    auto gap = text_.substr(gap_begin, figure.number_begin - gap_begin);
    bool range = gap == "~" || gap == "-" || gap == "至" || gap == "到" || gap == "—";
    auto before = clause_before(text_, begin_, from);
    bool movement = (gap == "到" || gap == "至") && (before.ends_with("从") || before.ends_with("由") || before.ends_with("自"));
    if (!range || movement) return;
    // 80～90万元: the multiplier of the second number holds for the first one too.
    if (figure.numeral.multiplied && gap_begin == (pending_.empty() ? kNone : pending_.back().span.end))
      if (!pending_.back().numeral.multiplied) low = low.shifted(multiplier_power(figure));
    if (low >= figure.value) return;
    figure.low = low;
    figure.range_from = from;
    if (!pending_.empty()) pending_.pop_back();
    else values_.pop_back();
  }

  bool same_unit(const Value& value, const Figure& figure) const {
    return value.quantity.unit == figure.unit->unit && !value.quantity.high;
  }

  /// The power of the 万 or 亿 at the end of the number: 4 for 90万.
  int multiplier_power(const Figure& figure) const {
    int power = 0;
    for (std::size_t end = figure.number_end; end > figure.number_begin;) {
      if (ends(text_, end, "万")) power += 4;
      else if (ends(text_, end, "亿")) power += 8;
      else if (ends(text_, end, "千")) power += 3;
      else if (ends(text_, end, "百")) power += 2;
      else break;
      end -= 3;
    }
    return power;
  }

  /// A、B和C with one unit: the numbers that wait take the unit of this one.
  void flush_list(const Figure& figure) {
    bool whole_list = !pending_.empty() && follows(pending_.back(), figure);
    for (std::size_t i = 1; i < pending_.size(); ++i) whole_list &= follows(pending_[i - 1], pending_[i]);
    if (!whole_list) return flush_pending("no unit");
    int power = multiplier_power(figure);
    for (Figure earlier : std::exchange(pending_, {})) {
      if (!earlier.numeral.multiplied) earlier.value = earlier.value.shifted(power);
      earlier.unit = figure.unit;
      emit(earlier, *figure.unit->kind, figure.unit->unit, figure.unit->power);
    }
  }

  void flush_pending(const char* reason) {
    for (const Figure& figure : pending_) {
      bare_.push_back(figure);
      if (skipped_ != nullptr) skipped_->push_back({figure.span, reason});
    }
    pending_.clear();
  }

  /// 执行率=47/50*100%=94%: the operands are none, the last figure is the rate; =0 has no sign of its unit.
  bool read_formula_result(const Figure& figure) {
    char32_t before = figure.span.begin > begin_ ? char_before(text_, figure.span.begin) : 0;
    if (is_operand(figure.numeral.end)) {
      skip(figure.span, "operand of a formula");
      return true;
    }
    if (before != U'=') return false;
    std::size_t equals = text_.rfind('=', figure.span.begin - 1);
    std::size_t first = formula_begin(equals);
    if (!units_.bare_percent(text_.substr(begin_, first - begin_))) return false;
    Figure result = figure;
    at_ = result.span.end;
    emit(result, Kind::rate, "percent", 0, "percent from the name of the figure");
    return true;
  }

  /// True where an operator stands at `at` with another operand behind it.
  bool is_operand(std::size_t at) const {
    if (at >= text_.size() || std::u32string_view(U"/*×÷+=").find(next_char(text_, at)) == std::u32string_view::npos)
      return false;
    char32_t next = char_at(text_, at);
    return is_digit(next) || next == U'（' || next == U'(';
  }

  /// The first sign of equality of the formula that ends in the one at `equals`.
  std::size_t formula_begin(std::size_t equals) const {
    std::size_t first = equals;
    for (std::size_t at = equals; at > begin_;) {
      char c = text_[at - 1];
      if (std::isdigit(static_cast<unsigned char>(c)) == 0 && std::string_view("=./*+-%()").find(c) == kNone) break;
      --at;
      if (c == '=') first = at;
    }
    return first;
  }

  /// 20.28万 without a unit: money or people where the clause says so.
  bool read_bare_multiple(Figure& figure) {
    if (!figure.numeral.multiplied) return false;
    if (multiplier_power(figure) < 4) return false;
    auto kind = units_.bare_kind(clause_before(text_, begin_, figure.span.begin),
                                 clause_after(text_, figure.numeral.end, text_.size()));
    if (!kind) return false;
    if (separator_after(figure.numeral.end) != 0) return false;
    flush_pending("no unit");
    at_ = figure.span.end;
    emit(figure, *kind, *kind == Kind::amount ? "CNY" : "person", 0, "unit from the words of the clause");
    return true;
  }

  /// Completes a value: comparator, denominator, range.
  void emit(const Figure& figure, Kind kind, const std::string& unit, int power, const char* repair = "") {
    if (!values_.empty() && values_.size() > first_value_ && figure.span.begin < values_.back().span.end) return;
    Value value;
    value.number = value.span = figure.span;
    if (figure.range_from != kNone) value.number.begin = value.span.begin = figure.range_from;
    value.kind = kind;
    value.quantity.unit = unit;
    value.quantity.low = figure.value.shifted(power);
    value.repair = repair;
    if (figure.range_from != kNone) {
      value.quantity.high = value.quantity.low;
      value.quantity.low = figure.low.shifted(power);
      value.quantity.comparator = Comparator::range;
    }
    take_per(value);
    take_comparator(figure, value);
    values_.push_back(std::move(value));
  }

  void take_per(Value& value) {
    std::size_t end = value.span.end;
    value.per = units_.per_after(text_, end, end);
    if (!value.per.empty()) {
      value.span.end = value.number.end = end;
      at_ = std::max(at_, end);
    } else if (value.kind != Kind::rate && value.kind != Kind::score) {
      auto before = clause_before(text_, floor(), value.span.begin);
      value.per = units_.per_before(before);
    }
  }

  /// The end of the value before: what stands there belongs to that one.
  std::size_t floor() const { return values_.size() > first_value_ ? values_.back().span.end : begin_; }

  void take_comparator(const Figure& figure, Value& value) {
    bool range = value.quantity.comparator == Comparator::range;
    std::size_t begin = value.span.begin, end = value.span.end;
    const ComparatorWord* before = units_.comparator_before(text_.substr(0, begin), begin, begin);
    if (before != nullptr && begin < floor()) before = nullptr;
    const ComparatorWord* after = units_.comparator_after(text_, end, end);
    if (before != nullptr) value.span.begin = begin;
    if (after != nullptr) {
      value.span.end = end;
      at_ = std::max(at_, end);
    }
    if (range) return;
    Comparator best = figure.numeral.more ? Comparator::gt : Comparator::eq;
    for (const ComparatorWord* word : {before, after})
      if (word != nullptr) best = stronger(best, word->value);
    value.quantity.comparator = best;
  }

  /// A bound with its end included says most, then one without, then an approximation.
  static Comparator stronger(Comparator a, Comparator b) {
    auto rank = [](Comparator c) {
      switch (c) {
        case Comparator::ge: case Comparator::le: return 3;
        case Comparator::gt: case Comparator::lt: return 2;
        case Comparator::approx: return 1;
        default: return 0;
      }
    };
    return rank(b) > rank(a) ? b : a;
  }

  /// A figure without unit that equals one with a unit in the same paragraph is the same fact again;
  /// a total whose parts in brackets have the unit takes it from them.
  void adopt_twins() {
    bool added = false;
    std::size_t last = values_.size();
    for (const Figure& figure : bare_) {
      if (figure.numeral.chinese || figure.value.decimals() == 0) continue;
      for (std::size_t i = first_value_; i < last; ++i) {
        const Value& twin = values_[i];
        if (twin.kind != Kind::amount || !is_twin(figure, twin)) continue;
        Value value;
        value.span = value.number = figure.span;
        value.kind = Kind::amount;
        value.quantity.unit = twin.quantity.unit;
        value.quantity.low = twin_value(figure, twin);
        value.repair = "unit of " + std::string(twin.number.of(text_));
        values_.push_back(std::move(value));
        added = true;
        break;
      }
    }
    if (added)
      std::sort(values_.begin() + static_cast<std::ptrdiff_t>(first_value_), values_.end(),
                [](const Value& a, const Value& b) { return a.span.begin < b.span.begin; });
  }

  /// The power of ten between a value's printed figures and its base unit: 4 for 47.35万元.
  int printed_power(const Value& twin) const {
    auto numeral = read_numeral(text_, twin.number.begin);
    if (!numeral || !numeral->value || numeral->chinese) return -1;
    Figure figure;
    figure.number_begin = twin.number.begin;
    figure.number_end = numeral->end;
    return multiplier_power(figure);
  }

  bool is_twin(const Figure& figure, const Value& twin) const {
    int power = printed_power(twin);
    if (power < 0) return false;
    if (figure.value.shifted(power) == twin.quantity.low) return clause_says_money(figure);
    return total_of_parts(figure, power);
  }

  bool clause_says_money(const Figure& figure) const {
    auto after = char_at(text_, figure.span.end);
    return is_end(after) && units_.bare_kind(clause_before(text_, begin_, figure.span.begin), "") == Kind::amount;
  }

  /// 1032849.44（含中央689139.31万元，省级343710.13万元）
  bool total_of_parts(const Figure& figure, int power) const {
    if (!starts(text_, figure.span.end, "（")) return false;
    std::size_t close = text_.find("）", figure.span.end);
    Decimal sum;
    int parts = 0;
    for (std::size_t i = first_value_; i < values_.size(); ++i) {
      const Value& part = values_[i];
      if (part.kind != Kind::amount || part.span.begin < figure.span.end || part.span.begin > close) continue;
      sum = sum + part.quantity.low;
      ++parts;
    }
    return parts > 0 && sum <= figure.value.shifted(power);
  }

  Decimal twin_value(const Figure& figure, const Value& twin) const { return figure.value.shifted(printed_power(twin)); }

  std::string_view text_;
  std::size_t begin_;
  std::size_t at_;
  const Units& units_;
  const std::vector<Skipped>& skips_;
  std::vector<Skipped>::const_iterator skip_;
  std::vector<Value>& values_;
  std::vector<Skipped>* skipped_;
  std::size_t first_value_;
  std::vector<Figure> pending_;  ///< numbers that wait for the unit of a list or range
  std::vector<Figure> bare_;
};

}  // namespace

void ValueGrammar::read(std::string_view text, Span paragraph, const std::vector<Skipped>& skips,
                        std::vector<Value>& values, std::vector<Skipped>* skipped) const {
  ParagraphReader(text, paragraph, units_, skips, values, skipped).read();
}

}  // namespace ziping
