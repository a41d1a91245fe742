#include "pattern/value_grammar.h"

#include "base/utf8.h"
#include "pattern/figure.h"
#include "pattern/formula.h"
#include "pattern/money.h"
#include "pattern/range_list.h"
#include "pattern/share.h"

#include <algorithm>
#include <utility>

namespace ziping {
namespace {

constexpr std::string_view kYuanSign = "¥";
constexpr int kLeastMultiple = 4;  ///< 20万 may stand without a unit, 20千 may not

/// Reads one paragraph from left to right: each number is passed over with a reason, becomes a value, or
/// waits for the unit of its list or range.
class ParagraphReader {
 public:
  ParagraphReader(std::string_view text, Span paragraph, const Units& units,
                  const std::vector<Skipped>& skips, std::vector<Value>& values,
                  std::vector<Skipped>* skipped)
      : passage_{text.substr(0, paragraph.end), paragraph.begin, units},
        at_(paragraph.begin),
        skips_(skips),
        found_{values, values.size(), {}, {}},
        skipped_(skipped) {
    skip_ = std::lower_bound(skips_.begin(), skips_.end(), paragraph.begin,
                             [](const Skipped& skip, std::size_t at) { return skip.span.end <= at; });
  }

  void read() {
    for (at_ = next_numeral(passage_.text, at_); at_ < passage_.text.size();
         at_ = next_numeral(passage_.text, at_)) {
      std::size_t start = at_;
      if (!in_skip(start)) read_at(start);
    }
    drop_waiting();
    adopt_twins(passage_, found_);
  }

 private:
  /// Passes over a number that lies in a skip span.
  bool in_skip(std::size_t start) {
    while (skip_ != skips_.end() && skip_->span.end <= start) ++skip_;
    if (skip_ == skips_.end() || !skip_->span.contains(start)) return false;
    drop_waiting();
    if (skipped_ != nullptr) skipped_->push_back(*skip_);
    at_ = skip_->span.end;
    return true;
  }

  void read_at(std::size_t start) {
    if (read_word(start)) return;
    auto numeral = read_numeral(passage_.text, start);
    if (!numeral) {
      next_char(passage_.text, at_);
      return;
    }
    Figure figure;
    figure.numeral = *numeral;
    figure.number_begin = start;
    figure.span = {start, at_ = numeral->end};
    figure.value = numeral->value.value_or(Decimal());
    if (const char* reason = left_guard(passage_, start)) return pass(figure.span, reason);
    if (is_fraction(passage_, figure)) return read_fraction(figure);
    if (!numeral->value) return pass(figure.span, numeral->fault);
    if (read_ratio(figure)) return;
    read_sign(figure);
    read_unit(figure);
  }

  /// 百分百, 一半: words that are a value of their own.
  bool read_word(std::size_t start) {
    const ValueWord* word = passage_.units.word_at(passage_.text, start);
    if (word == nullptr) return false;
    Figure figure;
    figure.number_begin = start;
    figure.span = {start, at_ = start + word->text.size()};
    figure.value = word->value;
    emit(figure, {word->kind, word->unit});
    return true;
  }

  void read_fraction(Figure figure) {
    bool complete = take_fraction(passage_, figure);
    at_ = figure.span.end;
    if (!complete) return pass(figure.span, "a fraction without its part");
    read_sign(figure);
    emit(figure, {Kind::rate, "percent"});
  }

  bool read_ratio(const Figure& figure) {
    auto ratio = ratio_at(passage_, figure);
    if (!ratio) return false;
    at_ = ratio->span.end;
    drop_waiting();
    found_.values.push_back(std::move(*ratio));
    return true;
  }

  void read_sign(Figure& figure) const {
    if (!range_open(found_, figure.number_begin) && take_sign(passage_, figure)) figure.value = -figure.value;
  }

  void read_unit(Figure& figure) {
    std::string_view text = passage_.text;
    std::size_t end = figure.numeral.end;
    bool spaced = end < text.size() && text[end] == ' ' && !figure.numeral.chinese;
    if (spaced && passage_.units.unit_at(text, end + 1) != nullptr) ++end;
    figure.unit = passage_.units.unit_at(text, end);
    if (figure.unit == nullptr) return read_bare(figure);
    figure.span.end = at_ = end + figure.unit->surface.size();
    if (!figure.unit->kind) return pass(figure.span, "a unit that is not recorded");
    if (is_operand(passage_, at_)) return pass(figure.span, "operand of a formula");
    if (const char* reason = unit_guard(figure)) return pass(figure.span, reason);
    if (figure.unit->unit == "CNY") take_small_money(passage_, figure);
    if (figure.unit->surface == "成") take_half_tenth(passage_, figure);
    at_ = figure.span.end;
    join_range(passage_, found_, figure);
    emit_list(figure);
    emit(figure, meaning_of(*figure.unit));
  }

  static Meaning meaning_of(const Unit& unit) { return {*unit.kind, unit.unit, unit.power}; }

  /// A number without unit: it waits for a range's or a list's unit, or is what its clause says.
  void read_bare(const Figure& figure) {
    if (is_operand(passage_, figure.numeral.end)) return pass(figure.span, "operand of a formula");
    if (is_formula_rate(passage_, figure))
      return emit(figure, {Kind::rate, "percent", 0, "percent from the name of the figure"});
    if (ends(passage_.text, figure.span.begin, kYuanSign)) return read_yuan_sign(figure);
    bool waits = list_follows(passage_, figure);
    if (!waits && read_bare_multiple(figure)) return;
    if (!waits) {
      found_.bare.push_back(figure);
      return drop_waiting();
    }
    if (!found_.waiting.empty() && !follows(passage_, found_.waiting.back(), figure)) drop_waiting();
    found_.waiting.push_back(figure);
  }

  /// ¥300: the unit stands before the number.
  void read_yuan_sign(Figure figure) {
    figure.span.begin -= kYuanSign.size();
    drop_waiting();
    emit(figure, {Kind::amount, "CNY"});
  }

  /// 17.46万 without a unit: money or people where the clause says so.
  bool read_bare_multiple(const Figure& figure) {
    if (!figure.numeral.multiplied || multiplier_power(number_of(passage_, figure)) < kLeastMultiple)
      return false;
    auto kind = passage_.units.bare_kind(clause_before(passage_.text, passage_.begin, figure.span.begin),
                                         clause_after(passage_.text, figure.numeral.end));
    if (!kind) return false;
    drop_waiting();
    emit(figure, {*kind, *kind == Kind::amount ? "CNY" : "person", 0, "unit from the words of the clause"});
    return true;
  }

  /// A、B和C with one unit: the numbers that wait take unit and multiplier of this one.
  void emit_list(const Figure& figure) {
    if (!is_list(passage_, found_.waiting, figure)) return drop_waiting();
    int power = multiplier_power(number_of(passage_, figure));
    for (Figure earlier : std::exchange(found_.waiting, {})) {
      if (!earlier.numeral.multiplied) earlier.value = earlier.value.shifted(power);
      emit(earlier, meaning_of(*figure.unit));
    }
  }

  void emit(const Figure& figure, const Meaning& meaning) {
    if (found_.last() != nullptr && figure.span.begin < found_.last()->span.end) return;
    std::size_t floor = found_.last() == nullptr ? passage_.begin : found_.last()->span.end;
    found_.values.push_back(value_of(passage_, figure, meaning, floor));
    at_ = std::max(at_, found_.values.back().span.end);
  }

  /// Passes over something that is no value.
  void pass(Span span, const char* reason) {
    drop_waiting();
    if (skipped_ != nullptr) skipped_->push_back({span, reason});
  }

  /// The numbers that wait get no unit.
  void drop_waiting() {
    for (const Figure& figure : std::exchange(found_.waiting, {})) {
      if (skipped_ != nullptr) skipped_->push_back({figure.span, "no unit"});
      found_.bare.push_back(figure);
    }
  }

  Passage passage_;
  std::size_t at_;
  const std::vector<Skipped>& skips_;
  std::vector<Skipped>::const_iterator skip_;
  Found found_;
  std::vector<Skipped>* skipped_;
};

}  // namespace

void ValueGrammar::read(std::string_view text, Span paragraph, const std::vector<Skipped>& skips,
                        std::vector<Value>& values, std::vector<Skipped>* skipped) const {
  ParagraphReader(text, paragraph, units_, skips, values, skipped).read();
}

}  // namespace ziping
