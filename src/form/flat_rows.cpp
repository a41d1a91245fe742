#include "form/flat_rows.h"

#include "base/decimal.h"
#include "base/utf8.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace ziping {
namespace {

constexpr float kNever = std::numeric_limits<float>::infinity();
constexpr float kNewRow = 1;
/// More for a row that begins within a line.
constexpr float kMidLine = 1.5F;
/// For a line of a cell that is wider than its first, which was full.
constexpr float kWiderLine = 2.5F;
/// Bytes of a level's name.
constexpr std::size_t kLongestLevel = 45;
constexpr float kStrayWord = 7;

bool is_free_text(ColumnRole role) {
  using R = ColumnRole;
  return role == R::reason || role == R::method || role == R::remark || role == R::task_content;
}

bool is_value(ColumnRole role) {
  using R = ColumnRole;
  return role == R::target || role == R::adjusted_target || role == R::actual;
}

bool is_name(ColumnRole role) {
  using R = ColumnRole;
  return role == R::level3 || role == R::indicator || role == R::source || role == R::task_name;
}

/// Words that a cell may have.
int most_words(ColumnRole role) {
  using R = ColumnRole;
  if (is_free_text(role)) return 90;
  if (role == R::level1 || role == R::level2 || is_value(role)) return 10;
  return is_name(role) ? 8 : 3;
}

float skip_cost(ColumnRole role) {
  using R = ColumnRole;
  switch (role) {
    case R::level3:
    case R::indicator:
    case R::source:
    case R::task_name:
      return 12;
    case R::target:
      return 6;
    case R::nature:
      return 6;
    case R::actual:
      return 5;
    case R::weight:
    case R::score:
      return 4;
    case R::unit:
      return 2;
    case R::initial:
      return 2.3F;
    case R::adjusted:
      return 2.2F;
    case R::executed:
      return 2.1F;
    case R::rate:
      return 1.5F;
    case R::task_content:
      return 2;
    default:
      return 0;
  }
}

std::optional<Decimal> number_of(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ','), text.end());
  if (text.ends_with("%")) text.pop_back();
  return Decimal::parse(text);
}

/// The search for the cheapest cut. A state is (words used, columns of the row done).
class RowCutter {
 public:
  RowCutter(const std::vector<FlatWord>& words, const std::vector<int>& body,
            const std::vector<ColumnRole>& roles, FlatFit& fit)
      : words_(words), body_(body), roles_(roles), fit_(fit), columns_(static_cast<int>(roles.size())) {
    split_target_ = std::find(roles.begin(), roles.end(), ColumnRole::nature) != roles.end();
    funds_ = std::find(roles.begin(), roles.end(), ColumnRole::source) != roles.end();
    states_.resize((body.size() + 1) * (roles.size() + 1));
    for (int index = 0; index < static_cast<int>(body.size()); ++index)
      strange_.push_back(strangeness(word(index), fit.forms()));
  }

  std::vector<FlatRow> run() {
    at(0, 0).cost = 0;
    int count = static_cast<int>(body_.size());
    for (int used = 0; used <= count; ++used)
      for (int column = 0; column <= columns_; ++column)
        if (at(used, column).cost < kNever) leave(used, column);
    return trace(count);
  }

 private:
  enum class Step : char { none, fill, skip, stray, row };
  struct State {
    float cost = kNever;
    int from = 0;  ///< words used before
    Step step = Step::none;
  };

  State& at(int used, int column) {
    return states_[static_cast<std::size_t>(used) * (roles_.size() + 1) + static_cast<std::size_t>(column)];
  }

  void reach(int used, int column, float cost, int from, Step step) {
    State& state = at(used, column);
    if (cost < state.cost) state = {cost, from, step};
  }

  const FlatWord& word(int index) const {
    return words_[static_cast<std::size_t>(body_[static_cast<std::size_t>(index)])];
  }

  void leave(int used, int column) {
    float cost = at(used, column).cost;
    int count = static_cast<int>(body_.size());
    if (column == columns_) {
      // A row ends; at(used, 0) is looked at in the next round only where words are left.
      float begun = used < count && !word(used).opens_line ? kNewRow + kMidLine : kNewRow;
      if (used < count && cost + begun < at(used, 0).cost) {
        reach(used, 0, cost + begun, used, Step::row);
        for (int next = 0; next < columns_; ++next)
          if (at(used, next).cost < kNever) leave(used, next);
      }
      return;
    }
    if (used < count) {
      fill(used, column, cost);
      reach(used + 1, column, cost + kStrayWord, used, Step::stray);
    }
    reach(used, column + 1, cost + skipped(used, column), used, Step::skip);
  }

  /// Cost of leaving a column empty, given what the row holds so far.
  float skipped(int used, int column) {
    ColumnRole role = roles_[static_cast<std::size_t>(column)];
    using R = ColumnRole;
    if (role == R::level2 && column > 0 && at(used, column).step == Step::fill) return 3;
    if (role != R::weight && role != R::score && role != R::rate) return skip_cost(role);
    bool part = funds_ || text_of_role(used, column, {R::level3, R::indicator}).starts_with("其中");
    return part ? 0.6F : skip_cost(role);
  }

  void fill(int used, int column, float cost) {
    ColumnRole role = roles_[static_cast<std::size_t>(column)];
    int end = std::min(static_cast<int>(body_.size()), used + most_words(role));
    std::string text;
    Wrap wrap;
    for (int next = used; next < end; ++next) {
      if (next > used) wrap.join(word(next - 1), word(next), role, split_target_);
      if (next > used && is_free_text(role)) wrap.cost += strange_[static_cast<std::size_t>(next)];
      wrap.add(word(next));
      if (wrap.cost > FlatFit::kNoFit) break;
      bool long_text = is_free_text(role) && next - used >= 3;
      if (!long_text) text += word(next).text;
      float fits = fit_.cost(role, text, split_target_);
      if (fits >= FlatFit::kNoFit) continue;
      float total = cost + fits + wrap.cost + checked(used, column, role, text);
      reach(next + 1, column + 1, total, used, Step::fill);
    }
  }

  /// What a word says against being part of a free text.
  static float strangeness(const FlatWord& next, const FormWords& forms) {
    FlatType type = flat_type(next.text, forms);
    if (type == FlatType::number || type == FlatType::percent || type == FlatType::dash) return 2.5F;
    if (type == FlatType::compared) return 1.5F;
    if (next.opens_line && next.text.starts_with("其中：")) return 4;
    return next.text.size() < kLongestLevel && forms.levels.find(form_key(next.text)) ? 4 : 0;
  }

  /// How a cell's words hang together over its lines.
  struct Wrap {
    float cost = 0;
    int first_width = 0, width = 0, lines = 1;
    bool open = false;  ///< the first line ends with what a figure must follow

    void add(const FlatWord& next) {
      bool fitted = width <= first_width + 3;
      width += half_ems(next.text);
      if (lines > 1 && fitted && !open && width > first_width + 3) cost += kWiderLine;
    }

    void join(const FlatWord& before, const FlatWord& next, ColumnRole role, bool split_target) {
      bool free_text = is_free_text(role);
      if (!next.opens_line) {
        cost += free_text ? 2 : same_line(before, next, role, split_target);
        return;
      }
      if (lines == 1) {
        first_width = width;
        open = ends_open(before.text) || before.text.ends_with("已完成");
      }
      bool full = width + 5 >= first_width, sentence = before.text.ends_with("。");
      if (!full) cost += sentence ? 1.5F : 1;
      bool number = !free_text && !is_value(role) && !is_name(role) && role != ColumnRole::level1 &&
                    role != ColumnRole::level2 && role != ColumnRole::unit;
      bool cut = before.text.find_first_of(".,") != std::string_view::npos;
      cost += number ? (cut ? 1.5F : 8) : free_text ? 0.15F : 0.5F;
      ++lines;
      width = 0;
    }

    static float same_line(const FlatWord& before, const FlatWord& next, ColumnRole role, bool split_target) {
      if (!is_value(role) || split_target) return is_name(role) ? 2.5F : 6;
      char32_t last = char_before(before.text, before.text.size()), first = char_at(next.text, 0);
      constexpr std::u32string_view kComparators = U"≥≤＞＜><=＝≧≦═";
      bool compares = kComparators.find(last) != std::u32string_view::npos || before.text.ends_with("于") ||
                      before.text.ends_with("过");
      if (compares && is_digit(first)) return 0;
      return is_digit(last) && !is_digit(first) ? 0.2F : 2.5F;
    }
  };

  /// Text of the cell with one of these roles in the row that state (used, column) is in.
  std::string text_of_role(int used, int column, std::initializer_list<ColumnRole> roles) {
    while (column > 0) {
      const State state = at(used, column);
      if (state.step == Step::fill || state.step == Step::skip) {
        --column;
        ColumnRole role = roles_[static_cast<std::size_t>(column)];
        if (state.step == Step::fill && std::find(roles.begin(), roles.end(), role) != roles.end()) {
          std::string text;
          for (int index = state.from; index < used; ++index) text += word(index).text;
          return text;
        }
      } else if (state.step != Step::stray) {
        break;
      }
      used = state.from;
    }
    return {};
  }

  float checked(int used, int column, ColumnRole role, const std::string& text) {
    using R = ColumnRole;
    if (role == R::score) {
      auto weight = number_of(text_of_role(used, column, {R::weight})), score = number_of(text);
      return weight && score && *score > *weight ? 6 : 0;
    }
    if (role != R::rate) return 0;
    auto budget = number_of(text_of_role(used, column, {R::adjusted}));
    auto spent = number_of(text_of_role(used, column, {R::executed})), rate = number_of(text);
    if (!budget || !spent || !rate || budget->zero()) return 0;
    Decimal off = Decimal::ratio(spent->shifted(2), *budget, 2) - *rate;
    if (off.negative()) off = -off;
    return off > Decimal(1) ? 1 : -1;
  }

  std::vector<FlatRow> trace(int used) {
    std::vector<FlatRow> rows;
    int column = columns_;
    FlatRow row;
    row.cells.resize(roles_.size());
    float end_cost = at(used, column).cost;
    if (end_cost == kNever) return rows;
    while (true) {
      const State state = at(used, column);
      if (state.step == Step::none) break;
      if (state.step == Step::row) {
        column = columns_;
        row.cost = end_cost - state.cost;
        end_cost = state.cost;
        rows.push_back(std::move(row));
        row = FlatRow{};
        row.cells.resize(roles_.size());
        continue;
      }
      if (state.step != Step::stray) --column;
      if (state.step == Step::fill)
        for (int index = state.from; index < used; ++index)
          row.cells[static_cast<std::size_t>(column)].push_back(body_[static_cast<std::size_t>(index)]);
      used = state.from;
    }
    row.cost = end_cost;
    rows.push_back(std::move(row));
    std::reverse(rows.begin(), rows.end());
    return rows;
  }

  const std::vector<FlatWord>& words_;
  const std::vector<int>& body_;
  const std::vector<ColumnRole>& roles_;
  FlatFit& fit_;
  int columns_;
  bool split_target_ = false, funds_ = false;
  std::vector<State> states_;
  std::vector<float> strange_;  ///< of each word
};

}  // namespace

std::vector<FlatRow> cut_rows(const std::vector<FlatWord>& words, const std::vector<int>& body,
                              const std::vector<ColumnRole>& roles, FlatFit& fit) {
  if (body.empty() || roles.empty()) return {};
  return RowCutter(words, body, roles, fit).run();
}

}  // namespace ziping
