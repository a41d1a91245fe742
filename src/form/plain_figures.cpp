#include "form/bare_unit.h"
#include "form/cell_figure.h"

#include <fmt/format.h>

namespace ziping {
namespace {

constexpr std::size_t kBareWords = 6;  // bytes of a cell beside its figure that cannot name it

/// A column of sentences, which speak for themselves.
bool holds_text(ColumnRole column) {
  switch (column) {
    case ColumnRole::reason:
    case ColumnRole::remark:
    case ColumnRole::method:
    case ColumnRole::task_content:
    case ColumnRole::goal_target:
    case ColumnRole::goal_actual:
      return true;
    default:
      return false;
  }
}

std::optional<Role> role_of(ColumnRole column) {
  switch (column) {
    case ColumnRole::target:
    case ColumnRole::adjusted_target:
    case ColumnRole::initial:
    case ColumnRole::adjusted:
      return Role::target;
    case ColumnRole::actual:
    case ColumnRole::executed:
    case ColumnRole::received:
    case ColumnRole::rate:
    case ColumnRole::coefficient:
    case ColumnRole::score:
    case ColumnRole::review_score:
      return Role::actual;
    case ColumnRole::weight:
      return Role::other;
    default:
      return std::nullopt;
  }
}

/// The concept of points in a column; empty where it holds none.
const char* points_concept(ColumnRole column, bool total) {
  if (column == ColumnRole::weight) return "score.weight";
  if (column == ColumnRole::review_score) return "score.review";
  if (column == ColumnRole::score) return total ? "score.self" : "score.item";
  return "";
}

class TableFigures {
 public:
  TableFigures(int index, const TableWords& words, TableHeads& heads, BareUnits& units,
               std::vector<CellFigure>& figures)
      : index_(index), words_(words), heads_(heads), units_(units), figures_(figures) {}

  /// Reads the table from top to bottom; `used` says which cells are read already.
  void find(const std::vector<bool>& used) {
    if (!any_left(used)) return;
    for (int i = 0; i < static_cast<int>(used.size()); ++i) {
      const CellContent& content = heads_.content(i);
      if (content.type == CellContent::words)
        heads_.take(i);
      else if (content.type == CellContent::figure && !used[static_cast<std::size_t>(i)])
        content.bare ? add_bare(i, *content.bare) : add_named(i, *content.mention);
    }
  }

 private:
  bool any_left(const std::vector<bool>& used) const {
    for (std::size_t i = 0; i < used.size(); ++i)
      if (!used[i] && heads_.content(static_cast<int>(i)).type == CellContent::figure) return true;
    return false;
  }

  CellFigure begin(int index, const Quantity& quantity, Kind kind) const {
    const Cell& cell = words_.cell(index);
    const TableHeads::Head& head = heads_.head(cell);
    int label = heads_.label(cell), subject = label >= 0 ? label : head.cell;
    CellFigure figure;
    figure.cell = {index_, index};
    figure.quantity = quantity;
    figure.kind = kind;
    figure.note = fmt::format("table {}, row {}, column {}", index_ + 1, cell.row + 1, cell.column + 1);
    for (int from : {label, head.upper, head.cell})
      if (!heads_.text(from).empty())
        figure.words.insert(figure.words.end(), words_.cell(from).pieces.begin(),
                            words_.cell(from).pieces.end());
    if (subject >= 0) figure.subject = words_.cell(subject).pieces.front();
    ColumnRole column = heads_.column(cell);
    figure.role = role_of(column);
    bool total = label >= 0 && words_.words().totals.find(words_.key(label)) != nullptr;
    if (kind == Kind::score) figure.detail = points_concept(column, total);
    if (!figure.detail.empty()) figure.pattern = std::string("column.") + name_of(column);
    return figure;
  }

  void add_bare(int index, const Decimal& number) {
    const Cell& cell = words_.cell(index);
    auto quantity = units_.quantity(cell, number);
    if (!quantity || cell.pieces.size() != 1) return;
    CellFigure figure = begin(index, *quantity, kind_of(*quantity));
    figure.span = cell.pieces.front();
    figures_.push_back(std::move(figure));
  }

  /// A figure with a unit that prose reading could not name, or under a column that says what it is.
  void add_named(int index, const Mention& mention) {
    const Cell& cell = words_.cell(index);
    ColumnRole column = heads_.column(cell);
    if (holds_text(column) || (!heads_.head(cell).known() && heads_.label(cell) < 0)) return;
    bool alone = cell.text.size() <= mention.span.size() + kBareWords;
    bool named = !mention.pattern.empty();
    if (named && (column == ColumnRole::none || !alone)) return;
    CellFigure figure = begin(index, mention.quantity, mention.kind);
    figure.span = mention.span;
    figure.per = mention.per;
    figure.repair = mention.repair;
    figure.prose = &mention;
    figures_.push_back(std::move(figure));
  }

  int index_;
  const TableWords& words_;
  TableHeads& heads_;
  BareUnits& units_;
  std::vector<CellFigure>& figures_;
};

/// What forms have made of the tables.
struct FormUse {
  std::vector<std::vector<bool>> cells;  ///< for each table: cells that are read
  std::vector<std::vector<int>> names;   ///< for each table: the cell that names each row; -1 for none
  std::vector<bool> tables;              ///< with rows of a form

  FormUse(const FormPages& pages, const std::vector<CellFigure>& figures) : tables(pages.tables.size()) {
    for (const CellTable& table : pages.tables) {
      cells.emplace_back(table.cells.size());
      names.emplace_back(table.rows, -1);
    }
    for (const CellFigure& figure : figures)
      cells[at(figure.cell)][static_cast<std::size_t>(figure.cell.cell)] = true;
    for (const Form& form : pages.forms) {
      for (int table : form.tables) tables[static_cast<std::size_t>(table)] = true;
      for (const FundRow& row : form.funds) name(pages, row.label_cell);
      for (const IndicatorRow& row : form.indicators) name(pages, row.name_cell);
    }
  }

 private:
  static std::size_t at(CellId id) { return static_cast<std::size_t>(id.table); }

  void name(const FormPages& pages, CellId id) {
    if (!id.known()) return;
    const Cell& cell = pages.tables[at(id)].cells[static_cast<std::size_t>(id.cell)];
    if (cell.pieces.empty()) return;
    for (int row = cell.row; row < cell.end_row(); ++row)
      names[at(id)][static_cast<std::size_t>(row)] = id.cell;
  }
};

}  // namespace

void plain_figures(const CellText& cells, const FormPages& pages, const PatternSet& patterns,
                   std::vector<CellFigure>& figures) {
  CellValues values(patterns);
  FormUse use(pages, figures);
  for (std::size_t i = 0; i < pages.tables.size(); ++i) {
    const CellTable& table = pages.tables[i];
    TableWords words(table, patterns.form_words());
    TableHeads heads(cells, words, values, use.names[i]);
    BareUnits units(cells.text(), table, heads, values, patterns.impl().units, use.tables[i]);
    TableFigures(static_cast<int>(i), words, heads, units, figures).find(use.cells[i]);
  }
}

}  // namespace ziping
