#include "form/flat_split.h"

#include "base/decimal.h"
#include "base/utf8.h"

#include <algorithm>
#include <optional>
#include <string>

namespace ziping {
namespace {

using R = ColumnRole;

constexpr int kMostSplits = 20000;
/// Percent; no rate met is higher.
constexpr int kMostRate = 500;

bool is_amount(R role) {
  return role == R::initial || role == R::adjusted || role == R::executed || role == R::received;
}

bool is_points(R role) {
  return role == R::weight || role == R::score || role == R::review_score;
}

/// A number as it is printed: no zero before other digits, commas in groups of three.
std::optional<Decimal> plain_number(std::string_view text) {
  std::size_t point = std::min(text.find('.'), text.size());
  bool zero_first = point > 1 && text[0] == '0';
  std::string digits;
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool comma = text[at] == ',' && at > 0 && at < point && (point - at) % 4 == 0;
    if (text[at] == ',' && !comma) return std::nullopt;
    if (text[at] != ',') digits += text[at];
  }
  bool grouped = digits.size() < text.size();
  bool all_grouped =
      !grouped || std::count(text.begin(), text.end(), ',') == static_cast<long>((point - 1) / 4);
  return zero_first || !all_grouped ? std::nullopt : Decimal::parse(digits);
}

std::size_t skip_comparator(std::string_view text) {
  for (std::string_view word :
       {"≥", "≤", ">=", "<=", ">", "<", "=", "＝", "不低于", "不少于", "不超过", "不高于"})
    if (text.starts_with(word)) return word.size();
  return 0;
}

/// A target or result: its figure and what stands behind it.
struct Value {
  std::optional<Decimal> figure;
  std::string unit;
  bool at_most = false;
};

std::optional<Value> read_value(std::string_view text) {
  Value value;
  std::size_t at = skip_comparator(text);
  value.at_most = text.starts_with("≤") || text.starts_with("<") || text.starts_with("不超过") ||
                  text.starts_with("不高于");
  std::size_t end = at;
  while (end < text.size() &&
         (is_digit(static_cast<unsigned char>(text[end])) || text[end] == '.' || text[end] == ','))
    ++end;
  if (end > at) {
    value.figure = plain_number(text.substr(at, end - at));
    if (!value.figure) return std::nullopt;
  }
  value.unit = text.substr(end);
  bool more = value.unit.find_first_of("0123456789") != std::string::npos;
  bool date = value.unit.starts_with("年") || value.unit.starts_with("月");
  if (more && !date) return std::nullopt;
  if (!value.figure && value.unit.size() < 6) return std::nullopt;
  return value;
}

/// Tries all ways to cut a text.
class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<R>& roles)
      : text_(text), roles_(roles), parts_(roles.size()) {}

  Split run() {
    cut(0, 0);
    if (found_ == 0) return empty_found_ == 1 ? empty_result_ : Split();
    return found_ == 1 ? result_ : Split();
  }

 private:
  void cut(std::size_t role, std::size_t begin) {
    if (found_ > 1 || ++steps_ > kMostSplits) return;
    if (role == roles_.size()) {
      if (begin == text_.size() && holds()) keep();
      return;
    }
    for (std::size_t end = begin; end < text_.size();) {
      next_char(text_, end);
      parts_[role] = text_.substr(begin, end - begin);
      if (fits(roles_[role], parts_[role])) cut(role + 1, end);
    }
  }

  static bool fits(R role, std::string_view part) {
    if (role == R::rate) return part.ends_with("%") && plain_number(part.substr(0, part.size() - 1));
    if (is_amount(role)) return plain_number(part).has_value();
    if (is_points(role)) {
      auto points = plain_number(part);
      return points && *points <= Decimal(100) && points->decimals() <= 2;
    }
    return read_value(part).has_value();
  }

  std::string_view part(R role) const {
    auto found = std::find(roles_.begin(), roles_.end(), role);
    return found == roles_.end() ? std::string_view()
                                 : parts_[static_cast<std::size_t>(found - roles_.begin())];
  }

  /// Whether two figures are the same within the rounding of the printed one.
  static bool close(const Decimal& a, const Decimal& b, int decimals) {
    Decimal off = a - b;
    if (off.negative()) off = -off;
    return off * Decimal(20) <= Decimal(11).shifted(-decimals);
  }

  static bool is_share(const Decimal& score, const Decimal& weight, const Decimal& part,
                       const Decimal& whole) {
    if (score > weight || whole.zero()) return false;
    Decimal share = part > whole ? Decimal(1) : Decimal::ratio(part, whole, 6);
    return close(weight * share, score, std::max(1, score.decimals()));
  }

  bool holds() const { return part(R::rate).empty() ? values_hold() : rate_holds(); }

  bool rate_holds() const {
    std::string_view printed = part(R::rate);
    Decimal rate = *plain_number(printed.substr(0, printed.size() - 1));
    auto budget = plain_number(part(R::adjusted)), spent = plain_number(part(R::executed));
    if (!budget || !spent || (rate.zero() && !spent->zero())) return false;
    if (budget->zero()) return spent->zero();
    if (!close(Decimal::ratio(spent->shifted(2), *budget, 6), rate, rate.decimals())) return false;
    auto weight = plain_number(part(R::weight)), score = plain_number(part(R::score));
    return !weight || !score || is_share(*score, *weight, rate, Decimal(100));
  }

  bool values_hold() const {
    auto weight = plain_number(part(R::weight)), score = plain_number(part(R::score));
    auto target = read_value(part(R::target)), actual = read_value(part(R::actual));
    if (!weight || !score || !target || !actual || *score > *weight) return false;
    if (!target->figure || !actual->figure) return part(R::target) == part(R::actual) && *score == *weight;
    bool date = target->unit.starts_with("年");
    if (date)
      return actual->unit.starts_with("年") && *target->figure == *actual->figure && *score == *weight;
    if (!target->unit.starts_with(actual->unit)) return false;
    return target->at_most ? is_share(*score, *weight, *target->figure, *actual->figure)
                           : is_share(*score, *weight, *actual->figure, *target->figure);
  }

  /// A row in which nothing was spent, or many times the budget, counts only where no other split is left.
  void keep() {
    std::string_view printed = part(R::rate);
    auto rate = printed.empty() ? std::nullopt : plain_number(printed.substr(0, printed.size() - 1));
    bool nothing = rate && (rate->zero() || *rate > Decimal(kMostRate));
    Split& result = nothing ? empty_result_ : result_;
    ++(nothing ? empty_found_ : found_);
    result.clear();
    std::size_t end = 0;
    for (std::string_view piece : parts_) result.push_back(end += piece.size());
  }

  std::string_view text_;
  const std::vector<R>& roles_;
  std::vector<std::string_view> parts_;
  int found_ = 0, empty_found_ = 0, steps_ = 0;
  Split result_, empty_result_;
};

}  // namespace

Split split_figures(std::string_view text, const std::vector<ColumnRole>& roles) {
  return text.empty() || roles.empty() ? Split() : Splitter(text, roles).run();
}

}  // namespace ziping
