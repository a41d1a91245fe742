#include "record/form_schema.h"

#include "record/contacts.h"
#include "record/fields.h"
#include "record/rows.h"

namespace ziping {
namespace {

using namespace fields;

const char* yes(bool value) {
  return value ? "1" : "0";
}

std::string value_of(const StatedValue& stated) {
  return stated.quantity ? stated.quantity->str() : "";
}
std::string comparator_of(const StatedValue& stated) {
  return stated.quantity ? name_of(stated.quantity->comparator) : "";
}
/// CNY/亩 for an amount per 亩.
std::string unit_of(const StatedValue& stated) {
  if (!stated.quantity) return "";
  const std::string& unit = stated.quantity->unit;
  return stated.per.empty() ? unit : unit + "/" + stated.per;
}

template <class Content>
Missing why_empty(const FormRow<Content>& row) {
  return why_not_stated(row.document.status, "");
}
/// A form of targets has no results.
template <class Content>
Missing why_result_empty(const FormRow<Content>& row) {
  return row.form.targets_only ? not_applicable : why_empty(row);
}
/// Words and dates are no figures; a character that could not be told may be a digit.
Missing why_no_figure(const IndicatorsRow& row, const StatedValue& stated) {
  if (stated.text.empty()) return &stated == &row.row.actual ? why_result_empty(row) : why_empty(row);
  return stated.text.find("\uFFFD") == std::string::npos ? not_applicable : illegible;
}

/// Its text; a name or a telephone number behind the cell that announces it is hidden.
std::string cell_text(const CellRow& row) {
  const Cell& cell = row.cell;
  if (cell.column == 0) return without_contacts(cell.text, row.document);
  return without_contacts_of_cell(row.table.at(cell.row, cell.column - 1).text, cell.text, row.document);
}

/// A page break's further pieces of a cell: `2:56 90 112.5 240`.
std::string further_places(const CellRow& row) {
  std::string list;
  for (std::size_t i = 1; i < row.places.size(); ++i)
    list += fmt::format("{}{}:{}", list.empty() ? "" : "; ", row.places[i].page, box_of(row.places[i].box));
  return list;
}

const std::vector<Field<FundsRow>> kFunds = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.report); }},
    {{"label", text, "Label of the row as printed", "资金项目"},
     [](auto& r) { return without_contacts(r.row.label, r.document); }},
    {{"source", text,
      "total, central, province, city, county, local, fiscal, carried_in, own, other, basic, …", "资金来源"},
     [](auto& r) { return r.row.source; }},
    {{"initial", number, "Budget at the start of the year in yuan", "年初预算数（元）", "CNY"},
     [](auto& r) { return str(r.row.initial); },
     why_empty},
    {{"adjusted", number, "Budget of the whole year, adjusted, in yuan", "全年预算数（元）", "CNY"},
     [](auto& r) { return str(r.row.adjusted); },
     why_empty},
    {{"executed", number, "Spent in yuan", "全年执行数（元）", "CNY"},
     [](auto& r) { return str(r.row.executed); },
     why_result_empty},
    {{"weight", number, "Points that can be had", "分值", "point"},
     [](auto& r) { return str(r.row.weight); },
     why_empty},
    {{"rate", number, "Execution rate in percent, as stated", "执行率（%）", "percent"},
     [](auto& r) { return str(r.row.rate); },
     why_result_empty},
    {{"score", number, "Points given", "得分", "point"},
     [](auto& r) { return str(r.row.score); },
     why_result_empty},
    {{"page", integer, "Page on which its label begins", "所在页"},
     [](auto& r) { return ordinal(r.place.page); }},
    {{"box", text, "x0 y0 x1 y1 around the row on that page, in points; PDF only", "页面坐标（磅）", "pt",
      nullptr, not_applicable},
     [](auto& r) { return box_of(r.place.box); }},
    {{"inferred", integer, "1 where no rules part the cells, so that their words had to tell", "是否推断"},
     [](auto& r) { return std::string(yes(r.inferred)); }},
    {{"repair", text, "Why a value differs from what is printed", "修正说明", "", nullptr, not_applicable},
     [](auto& r) { return r.row.repair; }},
};

const std::vector<Field<IndicatorsRow>> kIndicators = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.report); }},
    {{"level1", text, "Level 1: 产出指标", "一级指标"}, [](auto& r) { return r.row.level1; }},
    {{"level2", text, "Level 2: 数量指标", "二级指标"}, [](auto& r) { return r.row.level2; }},
    {{"level3", text, "Name of the indicator", "三级指标"},
     [](auto& r) { return without_contacts(r.row.level3, r.document); }},
    {{"target", text, "Target as printed; one in several cells joined", "年度指标值"},
     [](auto& r) { return without_contacts(r.row.target.text, r.document); },
     why_empty},
    {{"target_comparator", text, "eq, ge, gt, le, lt, approx, range; empty for words and dates",
      "指标值比较符", "", &kComparatorCodes},
     [](auto& r) { return comparator_of(r.row.target); },
     [](auto& r) { return why_no_figure(r, r.row.target); }},
    {{"target_value", figure, "Exact value in the base unit; a range as low~high", "指标值数值"},
     [](auto& r) { return value_of(r.row.target); },
     [](auto& r) { return why_no_figure(r, r.row.target); }},
    {{"target_unit", text, "CNY, percent, person, …, or the counted word; CNY/亩", "指标值单位"},
     [](auto& r) { return unit_of(r.row.target); },
     [](auto& r) { return why_no_figure(r, r.row.target); }},
    {{"actual", text, "Result as printed", "实际完成值"},
     [](auto& r) { return without_contacts(r.row.actual.text, r.document); },
     why_result_empty},
    {{"actual_comparator", text, "As target_comparator", "完成值比较符", "", &kComparatorCodes},
     [](auto& r) { return comparator_of(r.row.actual); },
     [](auto& r) { return why_no_figure(r, r.row.actual); }},
    {{"actual_value", figure, "As target_value", "完成值数值"},
     [](auto& r) { return value_of(r.row.actual); },
     [](auto& r) { return why_no_figure(r, r.row.actual); }},
    {{"actual_unit", text, "As target_unit; empty where the cell prints none", "完成值单位"},
     [](auto& r) { return unit_of(r.row.actual); },
     [](auto& r) { return why_no_figure(r, r.row.actual); }},
    {{"weight", number, "Points that can be had", "分值", "point"},
     [](auto& r) { return str(r.row.weight); },
     why_empty},
    {{"score", number, "Points given", "得分", "point"},
     [](auto& r) { return str(r.row.score); },
     why_result_empty},
    {{"reason", text, "Reason of a deviation and remedies", "偏差原因"},
     [](auto& r) { return without_contacts(r.row.reason, r.document); },
     why_result_empty},
    {{"page", integer, "Page on which its name begins", "所在页"},
     [](auto& r) { return ordinal(r.place.page); }},
    {{"box", text, "x0 y0 x1 y1 around the row on that page, in points; PDF only", "页面坐标（磅）", "pt",
      nullptr, not_applicable},
     [](auto& r) { return box_of(r.place.box); }},
    {{"inferred", integer, "1 where no rules part the cells, so that their words had to tell", "是否推断"},
     [](auto& r) { return std::string(yes(r.inferred)); }},
    {{"repair", text, "Why a value differs from what is printed", "修正说明", "", nullptr, not_applicable},
     [](auto& r) { return r.row.repair; }},
};

const std::vector<Field<CellRow>> kCells = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.report); }},
    {{"table", integer, "Number of the table in its file", "表格序号"},
     [](auto& r) { return str(r.number); }},
    {{"row", integer, "Row of its first square, from 1", "行号"},
     [](auto& r) { return str(r.cell.row + 1); }},
    {{"column", integer, "Column of its first square, from 1", "列号"},
     [](auto& r) { return str(r.cell.column + 1); }},
    {{"row_span", integer, "Rows it covers", "跨行数"}, [](auto& r) { return str(r.cell.row_span); }},
    {{"column_span", integer, "Columns it covers", "跨列数"},
     [](auto& r) { return str(r.cell.column_span); }},
    {{"text", text, "Its text, cleaned; null for an empty cell", "单元格文字"}, cell_text},
    {{"page", integer, "Page on which it begins", "所在页"},
     [](auto& r) { return r.places.empty() ? "" : ordinal(r.places.front().page); }},
    {{"box", text, "x0 y0 x1 y1 in points: its borders, or what is printed where none are drawn; PDF only",
      "页面坐标（磅）", "pt", nullptr, not_applicable},
     [](auto& r) { return r.places.empty() ? "" : box_of(r.places.front().box); }},
    {{"further", text, "Where page breaks cut it: its other pieces as page:x0 y0 x1 y1, parted by ;",
      "续页坐标", "", nullptr, not_applicable},
     further_places},
    {{"inferred", integer, "1 where no rules part the cells, so that their words had to tell", "是否推断"},
     [](auto& r) { return std::string(yes(r.table.inferred)); }},
};

}  // namespace

Table funds_table() {
  return make_table("funds", "a row of a form's funds block", "资金情况", {}, kFunds);
}

Table indicators_table() {
  return make_table("indicators", "a row of a form's indicator block", "绩效指标", {}, kIndicators);
}

Table cells_table() {
  return make_table("cells",
                    "a printed cell of any table, also of one that no form claims; an empty cell has none",
                    "表格单元格", {"document", "table", "row", "column"}, kCells);
}

}  // namespace ziping
