#include "record/schema.h"

#include "base/decimal.h"
#include "record/cell_places.h"
#include "record/rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace ziping {
namespace {

constexpr ColumnType text = ColumnType::text, integer = ColumnType::integer, number = ColumnType::number;

/// A column and how it is read from what its table's rows come from.
template <class Source>
struct Field {
  Column column;
  std::string (*read)(const Source&);
};

std::string str(int value) {
  return fmt::to_string(value);
}
/// Counts from 1: nothing for 0.
std::string ordinal(int value) {
  return value > 0 ? str(value) : "";
}
std::string str(std::size_t value) {
  return fmt::to_string(value);
}
std::string str(const std::optional<int>& value) {
  return value ? str(*value) : "";
}
std::string str(const std::optional<Decimal>& value) {
  return value ? value->str() : "";
}

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

/// The number of a mention's table, and the row and column of its cell.
std::string table_number(const RecordRow& row) {
  return ordinal(row.mention.table + 1);
}
const Cell* cell_of(const RecordRow& row) {
  return row.mention.table < 0 ? nullptr : &cell_of(row.document, {row.mention.table, row.mention.cell});
}

/// A page break's further pieces of a cell: `2:56 90 112.5 240`.
std::string further_places(const CellRow& row) {
  std::string list;
  for (std::size_t i = 1; i < row.places.size(); ++i)
    list += fmt::format("{}{}:{}", list.empty() ? "" : "; ", row.places[i].page, box_of(row.places[i].box));
  return list;
}

std::string section_path(const RecordRow& row) {
  int at = row.mention.section;
  return at < 0 ? "" : row.document.outline.sections[static_cast<std::size_t>(at)].path;
}

std::string hundredths(int percent) {
  return Decimal(percent).shifted(-2).str();
}

const std::vector<Field<DocumentResult>> kDocuments = {
    {{"document", text, "Path of the file as given", "文件路径"}, [](auto& d) { return d.document; }},
    {{"sha256", text, "SHA-256 of the file", "文件 SHA-256"}, [](auto& d) { return d.sha256; }},
    {{"bytes", integer, "Size of the file in bytes", "文件字节数"}, [](auto& d) { return str(d.bytes); }},
    {{"media_type", text, "Format by content: application/pdf, text/plain", "文件格式"},
     [](auto& d) { return d.media_type; }},
    {{"pages", integer, "Pages of a PDF", "页数"}, [](auto& d) { return ordinal(d.pages); }},
    {{"text_source", text, "Where the characters come from: text, pdf, ocr_layer, none", "文字来源"},
     [](auto& d) { return std::string(name_of(d.text_source)); }},
    {{"encoding", text, "Character encoding of a text file", "字符编码"}, [](auto& d) { return d.encoding; }},
    {{"status", text, "ok, partial (a page could not be read), failed", "处理状态"},
     [](auto& d) { return std::string(name_of(d.status)); }},
    {{"error", text, "Why the file could not be read", "失败原因"}, [](auto& d) { return d.error; }},
    {{"reports", integer, "Reports in the file", "报告数"},
     [](auto& d) { return str(d.outline.reports.size()); }},
    {{"records", integer, "Records read from the file", "记录数"},
     [](auto& d) { return str(d.mentions.size()); }},
};

const std::vector<Field<ReportRow>> kReports = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.number); }},
    {{"page", integer, "Page of its title", "标题所在页"}, [](auto& r) { return ordinal(r.place.page); }},
    {{"line", integer, "Line of its title", "标题所在行"}, [](auto& r) { return ordinal(r.place.line); }},
    {{"title", text, "Title as printed", "报告标题"}, [](auto& r) { return r.report.title; }},
    {{"fiscal_year", integer, "Fiscal year the report evaluates", "评价年度"},
     [](auto& r) { return str(r.report.fiscal_year); }},
    {{"organisation", text, "Organisation that reports", "填报单位"},
     [](auto& r) { return r.report.organisation; }},
    {{"project", text, "Project or fund", "项目名称"}, [](auto& r) { return r.report.project; }},
    {{"report_date", text, "Date of the report, ISO 8601, as exact as given", "填报日期"},
     [](auto& r) { return r.report.report_date; }},
    {{"self_score", number, "Self-evaluation score in points, as stated", "自评得分"},
     [](auto& r) { return str(r.figures.self_score); }},
    {{"self_grade", text, "Self-evaluation grade, as stated", "自评等级"},
     [](auto& r) { return r.figures.self_grade; }},
    {{"budget_total", number, "Total budget in yuan, as stated; the adjusted one where there are two",
      "预算总额（元）"},
     [](auto& r) { return str(r.figures.budget_total); }},
    {{"spend_total", number, "Total spending in yuan, as stated", "支出总额（元）"},
     [](auto& r) { return str(r.figures.spend_total); }},
    {{"execution_rate", number, "Budget execution rate in percent, as stated", "预算执行率（%）"},
     [](auto& r) { return str(r.figures.execution_rate); }},
    {{"region", text, "Region of the organisation", "地区"}, [](auto& r) { return r.report.region; }},
    {{"document_kind", text,
      "project_self_evaluation, department_self_evaluation, transfer_payment_self_evaluation, form, "
      "target_form,"
      " template (a blank form), model_text, …",
      "报告类型"},
     [](auto& r) { return r.report.document_kind; }},
    {{"form", text, "Variant of its form: V3, F2, …; other where its layout is none of those known",
      "表格类型"},
     [](auto& r) { return !r.form                   ? ""
                          : r.form->variant.empty() ? "other"
                                                    : r.form->variant; }},
    {{"department", text, "Department in charge, of its form", "主管部门"},
     [](auto& r) { return r.form ? r.form->head.department : ""; }},
    {{"goal_target", text, "Goal of the year, of its form", "预期目标"},
     [](auto& r) { return r.form ? r.form->head.goal_target : ""; }},
    {{"goal_actual", text, "What was reached of it, of its form", "实际完成情况"},
     [](auto& r) { return r.form ? r.form->head.goal_actual : ""; }},
};

const std::vector<Field<SectionRow>> kSections = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.section.report); }},
    {{"section", text, "Marks of the heading and of those above it, joined by /", "章节路径"},
     [](auto& r) { return r.section.path; }},
    {{"heading", text, "Heading without its mark", "章节标题"}, [](auto& r) { return r.section.heading; }},
    {{"code", text, "What the section is about: funds.received; empty where no rule says", "章节代码"},
     [](auto& r) { return r.section.code; }},
    {{"level", integer, "1 for the highest headings", "章节层级"},
     [](auto& r) { return str(r.section.level); }},
    {{"page", integer, "Page of the heading", "所在页"}, [](auto& r) { return ordinal(r.place.page); }},
    {{"line", integer, "Line of the heading", "所在行"}, [](auto& r) { return ordinal(r.place.line); }},
};

const std::vector<Field<RecordRow>> kRecords = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.mention.report); }},
    {{"section", text, "Path of the section it stands in", "章节路径"}, section_path},
    {{"page", integer, "Page it begins on; a text file counts form feeds", "所在页"},
     [](auto& r) { return str(r.line.page); }},
    {{"line", integer, "Line it begins on: of the page (PDF), of the file (text)", "所在行"},
     [](auto& r) { return str(r.line.number); }},
    {{"start", integer, "First character in the clean text, from 0", "起始字符"},
     [](auto& r) { return str(r.start); }},
    {{"end", integer, "Character after the last in the clean text", "结束字符"},
     [](auto& r) { return str(r.end); }},
    {{"box", text, "x0 y0 x1 y1 in points from the page's top left corner, on its first line; PDF only",
      "页面坐标（磅）"},
     [](auto& r) { return box_of(r.document, r.mention.span); }},
    {{"source", text, "prose or table", "正文或表格"},
     [](auto& r) { return std::string(r.mention.table >= 0 ? "table" : "prose"); }},
    {{"table", integer, "Number of its table in table cells", "表格序号"}, table_number},
    {{"row", integer, "Row of its cell there", "行号"},
     [](auto& r) { return cell_of(r) ? str(cell_of(r)->row + 1) : ""; }},
    {{"column", integer, "Column of its cell there", "列号"},
     [](auto& r) { return cell_of(r) ? str(cell_of(r)->column + 1) : ""; }},
    {{"kind", text, "amount, rate, headcount, score, count", "数值类别"},
     [](auto& r) { return std::string(name_of(r.mention.kind)); }},
    {{"raw", text, "As printed, with unit and comparator; ⏎ for a line break", "原文"},
     [](auto& r) {
       return raw_of(r.document.clean, r.document.placed, r.mention.span.begin, r.mention.span.end);
     }},
    {{"value", number, "Exact value in the base unit; a range as low~high", "数值"},
     [](auto& r) { return r.mention.quantity.str(); }},
    {{"unit", text, "CNY, percent, percentage_point, ratio, person, …, or the counted word", "单位"},
     [](auto& r) { return r.mention.quantity.unit; }},
    {{"comparator", text, "eq, ge, gt, le, lt, approx, range", "比较符"},
     [](auto& r) { return std::string(name_of(r.mention.quantity.comparator)); }},
    {{"change", text, "increase, decrease, raised_to, lowered_to; empty for no change", "增减"},
     [](auto& r) { return std::string(name_of(r.mention.change)); }},
    {{"per", text, "What the figure is per: 人, 人·年", "计量基准"}, [](auto& r) { return r.mention.per; }},
    {{"role", text, "target, actual, prior, other", "性质"},
     [](auto& r) { return std::string(name_of(r.mention.role)); }},
    {{"year", integer, "Fiscal year the figure describes", "年度"},
     [](auto& r) { return str(r.mention.year); }},
    {{"concept", text, "Code of what it measures; other where no rule labels it", "指标代码"},
     [](auto& r) { return r.mention.measure; }},
    {{"detail", text, "Finer code behind it: people.retired where concept is other", "细分代码"},
     [](auto& r) { return r.mention.detail; }},
    {{"subject", text, "Phrase of the report that says what it measures", "对象"},
     [](auto& r) { return std::string(r.mention.subject.of(r.document.clean.text)); }},
    {{"sentence", text, "Sentence it stands in; of a table its row, a bar between its cells", "所在句"},
     [](auto& r) { return sentence_of(r.document, r.mention); }},
    {{"pattern", text, "Rule and revision that gave the concept", "规则"},
     [](auto& r) { return r.mention.pattern; }},
    {{"confidence", number, "How far to trust the labels, 0 to 1", "置信度"},
     [](auto& r) { return hundredths(r.mention.confidence); }},
    {{"repair", text, "Why the value differs from what is printed", "修正说明"},
     [](auto& r) { return r.mention.repair; }},
};

const std::vector<Field<FundsRow>> kFunds = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.report); }},
    {{"label", text, "Label of the row as printed", "资金项目"}, [](auto& r) { return r.row.label; }},
    {{"source", text,
      "total, central, province, city, county, local, fiscal, carried_in, own, other, basic, …", "资金来源"},
     [](auto& r) { return r.row.source; }},
    {{"initial", number, "Budget at the start of the year in yuan", "年初预算数（元）"},
     [](auto& r) { return str(r.row.initial); }},
    {{"adjusted", number, "Budget of the whole year, adjusted, in yuan", "全年预算数（元）"},
     [](auto& r) { return str(r.row.adjusted); }},
    {{"executed", number, "Spent in yuan", "全年执行数（元）"}, [](auto& r) { return str(r.row.executed); }},
    {{"weight", number, "Points that can be had", "分值"}, [](auto& r) { return str(r.row.weight); }},
    {{"rate", number, "Execution rate in percent, as stated", "执行率（%）"},
     [](auto& r) { return str(r.row.rate); }},
    {{"score", number, "Points given", "得分"}, [](auto& r) { return str(r.row.score); }},
    {{"page", integer, "Page on which its label begins", "所在页"},
     [](auto& r) { return ordinal(r.place.page); }},
    {{"box", text, "x0 y0 x1 y1 around the row on that page, in points; PDF only", "页面坐标（磅）"},
     [](auto& r) { return box_of(r.place.box); }},
    {{"inferred", integer, "1 where no rules part the cells, so that their words had to tell", "是否推断"},
     [](auto& r) { return std::string(yes(r.inferred)); }},
    {{"repair", text, "Why a value differs from what is printed", "修正说明"},
     [](auto& r) { return r.row.repair; }},
};

const std::vector<Field<IndicatorsRow>> kIndicators = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.report); }},
    {{"level1", text, "Level 1: 产出指标", "一级指标"}, [](auto& r) { return r.row.level1; }},
    {{"level2", text, "Level 2: 数量指标", "二级指标"}, [](auto& r) { return r.row.level2; }},
    {{"level3", text, "Name of the indicator", "三级指标"}, [](auto& r) { return r.row.level3; }},
    {{"target", text, "Target as printed; one in several cells joined", "年度指标值"},
     [](auto& r) { return r.row.target.text; }},
    {{"target_comparator", text, "eq, ge, gt, le, lt, approx, range; empty for words and dates",
      "指标值比较符"},
     [](auto& r) { return comparator_of(r.row.target); }},
    {{"target_value", number, "Exact value in the base unit; a range as low~high", "指标值数值"},
     [](auto& r) { return value_of(r.row.target); }},
    {{"target_unit", text, "CNY, percent, person, …, or the counted word; CNY/亩", "指标值单位"},
     [](auto& r) { return unit_of(r.row.target); }},
    {{"actual", text, "Result as printed", "实际完成值"}, [](auto& r) { return r.row.actual.text; }},
    {{"actual_comparator", text, "As target_comparator", "完成值比较符"},
     [](auto& r) { return comparator_of(r.row.actual); }},
    {{"actual_value", number, "As target_value", "完成值数值"},
     [](auto& r) { return value_of(r.row.actual); }},
    {{"actual_unit", text, "As target_unit; empty where the cell prints none", "完成值单位"},
     [](auto& r) { return unit_of(r.row.actual); }},
    {{"weight", number, "Points that can be had", "分值"}, [](auto& r) { return str(r.row.weight); }},
    {{"score", number, "Points given", "得分"}, [](auto& r) { return str(r.row.score); }},
    {{"reason", text, "Reason of a deviation and remedies", "偏差原因"},
     [](auto& r) { return r.row.reason; }},
    {{"page", integer, "Page on which its name begins", "所在页"},
     [](auto& r) { return ordinal(r.place.page); }},
    {{"box", text, "x0 y0 x1 y1 around the row on that page, in points; PDF only", "页面坐标（磅）"},
     [](auto& r) { return box_of(r.place.box); }},
    {{"inferred", integer, "1 where no rules part the cells, so that their words had to tell", "是否推断"},
     [](auto& r) { return std::string(yes(r.inferred)); }},
    {{"repair", text, "Why a value differs from what is printed", "修正说明"},
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
    {{"text", text, "Its text, cleaned; null for an empty cell", "单元格文字"},
     [](auto& r) { return r.cell.text; }},
    {{"page", integer, "Page on which it begins", "所在页"},
     [](auto& r) { return r.places.empty() ? "" : ordinal(r.places.front().page); }},
    {{"box", text, "x0 y0 x1 y1 in points: its borders, or what is printed where none are drawn; PDF only",
      "页面坐标（磅）"},
     [](auto& r) { return r.places.empty() ? "" : box_of(r.places.front().box); }},
    {{"further", text, "Where page breaks cut it: its other pieces as page:x0 y0 x1 y1, parted by ;",
      "续页坐标"},
     further_places},
    {{"inferred", integer, "1 where no rules part the cells, so that their words had to tell", "是否推断"},
     [](auto& r) { return std::string(yes(r.table.inferred)); }},
};

const std::vector<Field<NoticeRow>> kNotices = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"page", integer, "Page it is about; empty for the whole file", "页"},
     [](auto& r) { return ordinal(r.notice.page); }},
    {{"code", text, "Short stable word", "代码"}, [](auto& r) { return r.notice.code; }},
    {{"message", text, "What was doubtful or skipped", "说明"}, [](auto& r) { return r.notice.message; }},
};

template <class Source>
Table make_table(const char* name, const char* label, const char* label_zh,
                 const std::vector<Field<Source>>& fields) {
  Table table{name, label, label_zh, {}, {}};
  for (const Field<Source>& field : fields) table.columns.push_back(field.column);
  table.rows = [&fields](const DocumentResult& document, const RowSink& sink) {
    Row row(fields.size());
    for_each(document, std::function<void(const Source&)>([&](const Source& source) {
               std::transform(fields.begin(), fields.end(), row.begin(),
                              [&](const Field<Source>& field) { return field.read(source); });
               sink(row);
             }));
  };
  return table;
}

}  // namespace

const std::vector<Table>& tables() {
  static const std::vector<Table> all = {
      make_table("documents", "an input file", "输入文件", kDocuments),
      make_table("reports", "a report inside a file", "文件中的报告", kReports),
      make_table("sections", "a heading", "章节标题", kSections),
      make_table("records", "a figure with what it measures", "数据记录", kRecords),
      make_table("funds", "a row of a form's funds block", "资金情况", kFunds),
      make_table("indicators", "a row of a form's indicator block", "绩效指标", kIndicators),
      make_table("cells", "a cell of any table, also of one that no form claims", "表格单元格", kCells),
      make_table("notices", "something doubtful or skipped", "提示", kNotices),
  };
  return all;
}

const Table& table_named(std::string_view name) {
  return *std::find_if(tables().begin(), tables().end(),
                       [&](const Table& table) { return table.name == name; });
}

bool is_number(std::string_view cell) {
  return cell.find_first_not_of("-.0123456789") == std::string_view::npos && Decimal::parse(cell).has_value();
}

}  // namespace ziping
