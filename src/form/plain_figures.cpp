#include "base/utf8.h"
#include "form/cell_figure.h"
#include "form/money_unit.h"
#include "form/table_words.h"
#include "pattern/numeral.h"
#include "pattern/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kCaption = 120;     // bytes above a table in which its unit may stand
constexpr std::size_t kLongestHead = 90;  // bytes of a header or row label
constexpr std::size_t kOtherWords = 24;   // bytes of a cell beside the figure that a header still speaks for
constexpr std::size_t kBareWords = 6;     // bytes beside it that cannot name it

/// What a bare number is worth.
struct Meaning {
  Kind kind = Kind::count;
  std::string unit;
  int power = 0;
};

std::optional<Decimal> bare_number(std::string_view cell) {
  bool negative = cell.starts_with("-");
  auto numeral = read_numeral(cell, negative ? 1 : 0);
  bool whole = numeral && numeral->value && !numeral->chinese && numeral->end == cell.size();
  if (!whole) return std::nullopt;
  return negative ? -*numeral->value : *numeral->value;
}

/// Reads a table from top to bottom; what stands nearest above a figure and is none is its header.
class TableFigures {
 public:
  TableFigures(const CellText& cells, const CellTable& table, int index, const PatternSet& patterns,
               const CellValues& values, bool in_form, std::vector<bool>& used,
               std::vector<CellFigure>& figures)
      : cells_(cells),
        words_(table, patterns.form_words()),
        index_(index),
        set_(patterns.impl()),
        values_(values),
        in_form_(in_form),
        used_(used),
        figures_(figures),
        columns_(static_cast<std::size_t>(table.columns)),
        has_figure_(static_cast<std::size_t>(table.rows)) {}

  void find() {
    const CellTable& table = words_.table();
    bool any = false;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      what_.push_back(read(table.cells[i]));
      if (what_.back().type != Content::figure) continue;
      has_figure_[static_cast<std::size_t>(table.cells[i].row)] = true;
      any |= !used_[i];
    }
    if (!any) return;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const Content& content = what_[i];
      if (content.type == Content::words)
        take_header(static_cast<int>(i));
      else if (content.type == Content::figure && !used_[i])
        add(static_cast<int>(i), content);
    }
  }

 private:
  /// What a cell holds: nothing, words, or one figure.
  struct Content {
    enum Type { nothing, words, figure } type = nothing;
    std::optional<Decimal> bare;       ///< a number without a unit
    const Mention* mention = nullptr;  ///< else what prose reading has found
  };

  Content read(const Cell& cell) const {
    if (cell.empty() || values_.blank(cell.text)) return {};
    if (auto number = bare_number(cell.text)) return {Content::figure, number, nullptr};
    auto mentions = cells_.mentions_in(cell);
    bool figure = mentions.size() == 1 && cell.text.size() <= mentions.front()->span.size() + kOtherWords;
    return figure ? Content{Content::figure, std::nullopt, mentions.front()}
                  : Content{Content::words, {}, nullptr};
  }

  void add(int index, const Content& content) {
    content.bare ? add_bare(index, *content.bare) : add_named(index, *content.mention);
  }

  /// Headers of a column: the cell above its figures, and the one above that where they touch.
  struct Head {
    int cell = -1, upper = -1;
  };

  /// Words in a row without figures head the figures under them. Under a header that says its role only
  /// another such one does, or the parts of a group.
  void take_header(int index) {
    const Cell& cell = words_.cell(index);
    if (has_figure_[static_cast<std::size_t>(cell.row)]) return;
    for (int column = cell.column; column < cell.end_column(); ++column) {
      Head& head = columns_[static_cast<std::size_t>(column)];
      bool part = head.cell >= 0 && words_.cell(head.cell).end_row() == cell.row &&
                  words_.cell(head.cell).column_span > cell.column_span;
      if (part || words_.column(index) != ColumnRole::none || column_of(head) == ColumnRole::none)
        head = {index, part ? head.cell : -1};
    }
  }

  /// The nearest words to the left in the row of a cell; -1 where there are none.
  int label_of(const Cell& cell) const {
    for (int column = cell.column; column-- > 0;) {
      int index =
          words_.table().squares[static_cast<std::size_t>(cell.row * words_.table().columns + column)];
      if (what_[static_cast<std::size_t>(index)].type == Content::words && !beside_figure(column))
        return index;
    }
    return -1;
  }

  /// Signs, units and numbers stand beside a figure without naming it.
  bool beside_figure(int column) const {
    ColumnRole role = column_of(columns_[static_cast<std::size_t>(column)]);
    return role == ColumnRole::nature || role == ColumnRole::unit || role == ColumnRole::number;
  }

  const std::string& text_of(int index) const {
    static const std::string kNothing;
    bool known = index >= 0 && words_.cell(index).text.size() <= kLongestHead;
    return known ? words_.cell(index).text : kNothing;
  }

  ColumnRole column_of(Head head) const {
    for (int index : {head.cell, head.upper})
      if (index >= 0 && words_.column(index) != ColumnRole::none) return words_.column(index);
    return ColumnRole::none;
  }

  /// The unit in the brackets of a header or label: 面积（亩）, 占比（%）.
  std::optional<Meaning> unit_in(const std::string& text) const {
    if (auto power = money_unit_in(text, values_)) return Meaning{Kind::amount, "CNY", *power};
    std::size_t open = text.rfind("（"), close = text.rfind("）");
    if (open == std::string::npos || close == std::string::npos || close < open) return std::nullopt;
    std::size_t begin = open + std::string_view("（").size();
    const Unit* unit = set_.units.unit_at(std::string_view(text).substr(0, close), begin);
    if (unit == nullptr || !unit->kind || begin + unit->surface.size() != close) return std::nullopt;
    return Meaning{*unit->kind, unit->unit.empty() ? unit->surface : unit->unit, unit->power};
  }

  std::optional<int> caption() {
    if (!caption_read_) {
      caption_read_ = true;
      std::size_t end = words_.table().span.begin, begin = end - std::min(end, kCaption);
      while (begin < end && (static_cast<unsigned char>(cells_.text()[begin]) & 0xC0) == 0x80) ++begin;
      caption_ = money_unit_in(std::string_view(cells_.text()).substr(begin, end - begin), values_);
      for (const Cell& cell : words_.table().cells)
        if (!caption_ && cell.text.size() <= kLongestHead && cell.text.find("单位：") != std::string::npos)
          caption_ = money_unit_in(cell.text, values_);
    }
    return caption_;
  }

  /// What the words around a bare number make of it; empty where they do not say.
  std::optional<Meaning> meaning(Head head, int label, const Decimal& number) {
    ColumnRole column = column_of(head);
    if (column == ColumnRole::number) return std::nullopt;
    for (int index : {head.cell, head.upper, label})
      if (auto unit = unit_in(text_of(index))) return unit;
    if (column == ColumnRole::weight || column == ColumnRole::score || column == ColumnRole::review_score)
      return Meaning{Kind::score, "point", 0};
    if (column == ColumnRole::rate || set_.units.bare_percent(form_key(text_of(head.cell))) ||
        set_.units.bare_percent(form_key(text_of(label))))
      return Meaning{Kind::rate, "percent", 0};
    bool amount = column == ColumnRole::initial || column == ColumnRole::adjusted ||
                  column == ColumnRole::executed || column == ColumnRole::received;
    if (column == ColumnRole::none && !in_form_)
      amount = number.decimals() > 0 ||
               set_.units.bare_kind(text_of(label) + text_of(head.cell), "") == Kind::amount;
    auto power = amount ? caption() : std::nullopt;
    return power ? std::optional(Meaning{Kind::amount, "CNY", *power}) : std::nullopt;
  }

  /// What a target or result states with the sign and the unit in cells of its row: an initial target
  /// beside the adjusted one that counts.
  std::optional<Quantity> stated_beside(const Cell& cell, ColumnRole column) const {
    bool stated =
        column == ColumnRole::target || column == ColumnRole::adjusted_target || column == ColumnRole::actual;
    const std::string& unit = stated ? text_of(in_row(cell.row, ColumnRole::unit)) : text_of(-1);
    if (unit.empty()) return std::nullopt;
    bool target = column != ColumnRole::actual;
    const std::string& nature = text_of(target ? in_row(cell.row, ColumnRole::nature) : -1);
    return values_.stated(cell.text, unit, nature).quantity;
  }

  /// The cell of a row under a header of this role; -1 where there is none.
  int in_row(int row, ColumnRole role) const {
    const CellTable& table = words_.table();
    for (int column = 0; column < table.columns; ++column)
      if (column_of(columns_[static_cast<std::size_t>(column)]) == role)
        return table.squares[static_cast<std::size_t>(row * table.columns + column)];
    return -1;
  }

  CellFigure begin(int index, Head head, int label) const {
    CellFigure figure;
    figure.cell = {index_, index};
    const Cell& cell = words_.cell(index);
    figure.note = fmt::format("table {}, row {}, column {}", index_ + 1, cell.row + 1, cell.column + 1);
    for (int from : {label, head.upper, head.cell})
      if (from >= 0 && !text_of(from).empty())
        figure.words.insert(figure.words.end(), words_.cell(from).pieces.begin(),
                            words_.cell(from).pieces.end());
    int subject = label >= 0 ? label : head.cell;
    if (subject >= 0) figure.subject = words_.cell(subject).pieces.front();
    give_column(column_of(head), label, figure);
    return figure;
  }

  void give_column(ColumnRole column, int label, CellFigure& figure) const {
    switch (column) {
      case ColumnRole::target:
      case ColumnRole::adjusted_target:
      case ColumnRole::initial:
      case ColumnRole::adjusted:
        figure.role = Role::target;
        return;
      case ColumnRole::actual:
      case ColumnRole::executed:
      case ColumnRole::received:
      case ColumnRole::rate:
      case ColumnRole::coefficient:
        figure.role = Role::actual;
        return;
      default:
        return;
      case ColumnRole::weight:
        figure.role = Role::other;
        figure.detail = "score.weight";
        break;
      case ColumnRole::score: {
        bool total = label >= 0 && words_.words().totals.find(words_.key(label)) != nullptr;
        figure.role = Role::actual;
        figure.detail = total ? "score.self" : "score.item";
        break;
      }
      case ColumnRole::review_score:
        figure.role = Role::actual;
        figure.detail = "score.review";
        break;
    }
    figure.pattern = std::string("column.") + name_of(column);
  }

  void add_bare(int index, const Decimal& number) {
    const Cell& cell = words_.cell(index);
    Head head = columns_[static_cast<std::size_t>(cell.column)];
    int label = label_of(cell);
    auto means = meaning(head, label, number);
    auto beside = means ? std::nullopt : stated_beside(cell, column_of(head));
    if ((!means && !beside) || cell.pieces.size() != 1) return;
    CellFigure figure = begin(index, head, label);
    figure.span = cell.pieces.front();
    if (means) {
      figure.quantity.low = number.shifted(means->power);
      figure.quantity.unit = means->unit;
      figure.kind = means->kind;
    } else {
      figure.quantity = *beside;
      figure.kind = kind_of(*beside);
    }
    if (figure.kind != Kind::score) figure.detail.clear(), figure.pattern.clear();
    figures_.push_back(std::move(figure));
  }

  /// A column of sentences, which speak for themselves.
  static bool holds_text(ColumnRole column) {
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

  /// A figure with a unit that prose reading could not name, or under a column that says what it is.
  void add_named(int index, const Mention& mention) {
    const Cell& cell = words_.cell(index);
    Head head = columns_[static_cast<std::size_t>(cell.column)];
    int label = label_of(cell);
    ColumnRole column = column_of(head);
    if (holds_text(column) || (head.cell < 0 && label < 0)) return;
    bool alone = cell.text.size() <= mention.span.size() + kBareWords;
    bool named = !mention.pattern.empty();
    if (named && (column == ColumnRole::none || !alone)) return;
    CellFigure figure = begin(index, head, label);
    figure.span = mention.span;
    figure.kind = mention.kind;
    figure.quantity = mention.quantity;
    figure.per = mention.per;
    figure.repair = mention.repair;
    figure.prose = &mention;
    if (figure.kind != Kind::score) figure.detail.clear(), figure.pattern.clear();
    figures_.push_back(std::move(figure));
  }

  const CellText& cells_;
  TableWords words_;
  int index_;
  const PatternSet::Impl& set_;
  const CellValues& values_;
  bool in_form_;  ///< a form has claimed rows of the table: amounts are where its columns say so
  std::vector<bool>& used_;
  std::vector<CellFigure>& figures_;
  std::vector<Head> columns_;
  std::vector<Content> what_;     ///< for each cell
  std::vector<bool> has_figure_;  ///< for each row
  std::optional<int> caption_;
  bool caption_read_ = false;
};

}  // namespace

void plain_figures(const CellText& cells, const FormPages& pages, const PatternSet& patterns,
                   std::vector<CellFigure>& figures) {
  CellValues values(patterns);
  std::vector<std::vector<bool>> used;
  for (const CellTable& table : pages.tables) used.emplace_back(table.cells.size());
  for (const CellFigure& figure : figures)
    used[static_cast<std::size_t>(figure.cell.table)][static_cast<std::size_t>(figure.cell.cell)] = true;
  std::vector<bool> in_form(pages.tables.size());
  for (const Form& form : pages.forms)
    for (int table : form.tables) in_form[static_cast<std::size_t>(table)] = true;
  for (std::size_t i = 0; i < pages.tables.size(); ++i)
    TableFigures(cells, pages.tables[i], static_cast<int>(i), patterns, values, in_form[i], used[i], figures)
        .find();
}

}  // namespace ziping
