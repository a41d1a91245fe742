#include "form/cell_figure.h"
#include "pattern/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kLongestGrade = 60;  // bytes of a cell that says the grade
constexpr std::size_t kLongestLabel = 60;

/// The concept of an amount: what of the money, and whose.
std::string amount_concept(const Form& form, const FundRow& row, ColumnRole role,
                           const PatternSet::Impl& set) {
  bool two_budgets = std::any_of(form.funds.begin(), form.funds.end(),
                                 [](const FundRow& fund) { return fund.initial && fund.adjusted; });
  std::string source = row.source == "own" ? "unit_own" : row.source;
  bool total = source == "total" || (source.empty() && form.funds.size() == 1);
  auto known = [&](const std::string& code, const char* otherwise) {
    return set.concepts.contains(code) ? code : std::string(otherwise);
  };
  if (role == ColumnRole::executed) return total ? "spend.total" : known("spend." + source, "spend.category");
  if (!total) return known("budget." + source, "other");
  if (role == ColumnRole::initial) return form.targets_only ? "budget.total" : "budget.initial";
  return two_budgets ? "budget.adjusted" : "budget.total";
}

class FormFigures {
 public:
  FormFigures(const CellText& cells, const Form& form, const PatternSet& patterns,
              std::vector<CellFigure>& figures)
      : cells_(cells), form_(form), set_(patterns.impl()), figures_(figures) {}

  void find() {
    for (const CellUse& use : form_.uses) use.funds ? fund(use) : points(use);
    for (const IndicatorRow& row : form_.indicators) {
      value(row, row.target, ColumnRole::target, Role::target);
      value(row, row.actual, ColumnRole::actual, Role::actual);
    }
    grade();
    labels();
  }

 private:
  std::string note(CellId id, const char* column) const {
    const Cell& cell = cells_.cell(id);
    return fmt::format("table {}, row {}, column {}; form {}: {}", id.table + 1, cell.row + 1,
                       cell.column + 1, form_.variant.empty() ? "of no known variant" : form_.variant,
                       column);
  }

  Span words_of(CellId id) const {
    if (!id.known() || cells_.cell(id).pieces.empty()) return {};
    return cells_.cell(id).pieces.front();
  }

  CellFigure begin(CellId id, ColumnRole column, Role role, CellId name) const {
    CellFigure figure;
    figure.cell = id;
    figure.role = role;
    figure.subject = words_of(name);
    figure.note = note(id, name_of(column));
    return figure;
  }

  void add(CellFigure figure, const Decimal& value, const std::string& repair) {
    auto place = figure_place(cells_.text(), cells_.cell(figure.cell), value, set_.units);
    if (!place) return;
    figure.span = place->span;
    figure.quantity.low = value;
    if (!place->stated) figure.repair = repair;
    figures_.push_back(std::move(figure));
  }

  /// A figure whose concept its row and column say.
  void add_known(const CellUse& use, CellId name, Kind kind, const char* unit, std::string detail, Role role,
                 const std::optional<Decimal>& value, const std::string& repair) {
    if (!value) return;
    CellFigure figure = begin(use.cell, use.role, role, name);
    figure.kind = kind;
    figure.quantity.unit = unit;
    figure.detail = std::move(detail);
    figure.pattern = pattern();
    add(std::move(figure), *value, repair);
  }

  void fund(const CellUse& use) {
    const FundRow& row = form_.funds.at(static_cast<std::size_t>(use.row));
    auto amount = [&](const std::optional<Decimal>& value, Role role) {
      add_known(use, row.label_cell, Kind::amount, "CNY", amount_concept(form_, row, use.role, set_), role,
                value, row.repair);
    };
    auto rest = [&](Kind kind, const char* unit, const char* detail, Role role,
                    const std::optional<Decimal>& value) {
      add_known(use, row.label_cell, kind, unit, detail, role, value, row.repair);
    };
    switch (use.role) {
      case ColumnRole::initial:
        return amount(row.initial, Role::target);
      case ColumnRole::adjusted:
        return amount(row.adjusted, Role::target);
      case ColumnRole::executed:
        return amount(row.executed, Role::actual);
      case ColumnRole::rate:
        return rest(Kind::rate, "percent", "rate.execution", Role::actual, row.rate);
      case ColumnRole::weight:
        return rest(Kind::score, "point", "score.weight", Role::other, row.weight);
      case ColumnRole::score:
        return rest(Kind::score, "point", "score.execution", Role::actual, row.score);
      default:
        return;
    }
  }

  /// Weight and score of an indicator or of the total row.
  void points(const CellUse& use) {
    bool weight = use.role == ColumnRole::weight;
    if (!weight && use.role != ColumnRole::score) return;
    Role role = weight ? Role::other : Role::actual;
    auto add_points = [&](CellId name, const char* detail, const std::optional<Decimal>& value,
                          const std::string& repair) {
      add_known(use, name, Kind::score, "point", detail, role, value, repair);
    };
    if (use.row >= 0) {
      const IndicatorRow& row = form_.indicators.at(static_cast<std::size_t>(use.row));
      add_points(row.name_cell, weight ? "score.weight" : "score.item", weight ? row.weight : row.score,
                 row.repair);
    } else if (use.total) {
      add_points(total_label(use.cell), weight ? "score.full" : "score.self",
                 weight ? form_.head.total_weight : form_.head.total_score, "");
    }
  }

  /// The first cell of the row: 总分.
  CellId total_label(CellId id) const {
    const CellTable& table = cells_.table(id);
    const Cell& first = table.at(cells_.cell(id).row, 0);
    return {id.table, static_cast<int>(&first - table.cells.data())};
  }

  /// The figures of a target or actual cell: those that prose reading finds there, corrected by what the
  /// form has read, or the bare number.
  void value(const IndicatorRow& row, const StatedValue& stated, ColumnRole column, Role role) {
    if (!stated.cell.known()) return;
    auto mentions = cells_.mentions_in(cells_.cell(stated.cell));
    const Mention* same = stated_by(stated, mentions);
    for (const Mention* mention : mentions) {
      CellFigure figure = begin_value(row, stated.cell, column, role);
      figure.span = mention->span;
      figure.kind = mention->kind;
      figure.quantity = mention->quantity;
      figure.per = mention->per;
      figure.repair = mention->repair;
      if (mention == same) correct(row, stated, figure);
      figures_.push_back(std::move(figure));
    }
    if (same == nullptr && mentions.empty() && stated.quantity) add_bare(row, stated, column, role);
  }

  static const Mention* stated_by(const StatedValue& stated, const std::vector<const Mention*>& mentions) {
    if (!stated.quantity) return nullptr;
    for (const Mention* mention : mentions)
      if (mention->quantity.str() == stated.quantity->str()) return mention;
    return mentions.size() == 1 ? mentions.front() : nullptr;
  }

  static void correct(const IndicatorRow& row, const StatedValue& stated, CellFigure& figure) {
    if (figure.quantity.str() != stated.quantity->str()) figure.repair = row.repair;
    figure.quantity = *stated.quantity;
    figure.kind = kind_of(figure.quantity);
    if (!stated.per.empty()) figure.per = stated.per;
  }

  CellFigure begin_value(const IndicatorRow& row, CellId id, ColumnRole column, Role role) const {
    CellFigure figure = begin(id, column, role, row.name_cell);
    if (row.name_cell.known()) figure.words = cells_.cell(row.name_cell).pieces;
    figure.lead = row.level2;
    return figure;
  }

  void add_bare(const IndicatorRow& row, const StatedValue& stated, ColumnRole column, Role role) {
    CellFigure figure = begin_value(row, stated.cell, column, role);
    figure.quantity = *stated.quantity;
    figure.per = stated.per;
    take_unit(row, figure);
    figure.kind = kind_of(figure.quantity);
    Decimal printed = figure.quantity.low;
    add(std::move(figure), printed, row.repair);
  }

  /// A result without a unit is in the unit of its target.
  static void take_unit(const IndicatorRow& row, CellFigure& figure) {
    if (!figure.quantity.unit.empty() || !row.target.quantity) return;
    figure.quantity.unit = row.target.quantity->unit;
    if (figure.per.empty()) figure.per = row.target.per;
  }

  /// The cell that says the grade: the last one that ends with it.
  void grade() {
    const std::string& word = form_.head.grade;
    if (word.empty()) return;
    for (auto table = form_.tables.rbegin(); table != form_.tables.rend(); ++table) {
      auto count = static_cast<int>(cells_.table({*table, 0}).cells.size());
      for (int index = count - 1; index >= 0; --index)
        if (add_grade({*table, index}, word)) return;
    }
  }

  bool add_grade(CellId id, const std::string& word) {
    const Cell& cell = cells_.cell(id);
    if (cell.pieces.size() != 1 || cell.text.size() > kLongestGrade || !cell.text.ends_with(word))
      return false;
    if (!form_.span.contains(cell.pieces.front().begin)) return false;
    CellFigure figure = begin(id, ColumnRole::score, Role::actual, total_label(id));
    figure.note = note(id, "grade");
    figure.span = {cell.pieces.front().end - word.size(), cell.pieces.front().end};
    figure.kind = Kind::score;
    figure.quantity.word = word;
    figure.quantity.unit = "grade";
    figure.detail = "score.grade";
    figure.pattern = pattern();
    figures_.push_back(std::move(figure));
    return true;
  }

  /// What the goal of the year names is a target, whatever its words say of it; points beside the name
  /// of a level or column are its weight: 产出指标（50分）.
  void labels() {
    for (const Mention* mention : cells_.mentions_in(form_.span)) {
      CellId id = cells_.cell_at(mention->span.begin);
      if (!id.known()) continue;
      const std::string& cell = cells_.cell(id).text;
      bool goal = mention->role == Role::actual && states_goal(cell);
      bool beside = mention->kind == Kind::score && cell.size() > mention->span.size();
      bool weight = beside && cell.size() <= kLongestLabel && is_label(cell);
      if (goal)
        relabel(*mention, id, ColumnRole::goal_target, Role::target, "");
      else if (weight)
        relabel(*mention, id, ColumnRole::weight, Role::other, "score.weight");
    }
  }

  /// The cell is the goal of the year, line breaks apart.
  bool states_goal(std::string cell) const {
    if (cell.size() < form_.head.goal_target.size() || form_.head.goal_target.empty()) return false;
    std::erase(cell, '\n');
    return cell == form_.head.goal_target;
  }

  bool is_label(const std::string& cell) const {
    std::string key = form_key(cell);
    return set_.form_words.levels.find(key) != nullptr || set_.form_words.columns.find(key) != nullptr;
  }

  void relabel(const Mention& mention, CellId id, ColumnRole column, Role role, const char* detail) {
    CellFigure figure = begin(id, column, role, {});
    figure.span = mention.span;
    figure.kind = mention.kind;
    figure.quantity = mention.quantity;
    figure.per = mention.per;
    figure.repair = mention.repair;
    figure.subject = mention.subject;
    figure.detail = detail;
    if (*detail) figure.pattern = pattern();
    figure.prose = &mention;
    figures_.push_back(std::move(figure));
  }

  std::string pattern() const { return "form." + (form_.variant.empty() ? "other" : form_.variant); }

  const CellText& cells_;
  const Form& form_;
  const PatternSet::Impl& set_;
  std::vector<CellFigure>& figures_;
};

}  // namespace

Kind kind_of(const Quantity& quantity) {
  const std::string& unit = quantity.unit;
  if (unit == "CNY") return Kind::amount;
  if (unit == "percent" || unit == "percentage_point" || unit == "ratio") return Kind::rate;
  if (unit == "person" || unit == "person_time" || unit == "household") return Kind::headcount;
  return unit == "point" || unit == "grade" ? Kind::score : Kind::count;
}

void form_figures(const CellText& cells, const FormPages& pages, const PatternSet& patterns,
                  std::vector<CellFigure>& figures) {
  for (const Form& form : pages.forms) FormFigures(cells, form, patterns, figures).find();
}

}  // namespace ziping
