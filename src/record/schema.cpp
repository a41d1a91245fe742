#include "record/schema.h"

#include "record/cell_places.h"
#include "record/contacts.h"
#include "record/fields.h"
#include "record/form_schema.h"
#include "record/rows.h"
#include "record/wide_tables.h"

#include <fmt/format.h>

#include <algorithm>

namespace ziping {
namespace {

using namespace fields;

/// The number of a mention's table, and the row and column of its cell.
std::string table_number(const RecordRow& row) {
  return ordinal(row.mention.table + 1);
}
const Cell* cell_of(const RecordRow& row) {
  return row.mention.table < 0 ? nullptr : &cell_of(row.document, {row.mention.table, row.mention.cell});
}

std::string section_path(const RecordRow& row) {
  int at = row.mention.section;
  return at < 0 ? "" : row.document.outline.sections[static_cast<std::size_t>(at)].path;
}

/// A text of the head of its form.
std::string of_form(const ReportRow& row, std::string FormHead::*text_of) {
  return row.form == nullptr ? "" : without_contacts(row.form->head.*text_of, row.document);
}

std::string hundredths(int percent) {
  return Decimal(percent).shifted(-2).str();
}

Missing why_empty(const ReportRow& row) {
  return why_not_stated(row.document.status, row.report.document_kind);
}
Missing why_empty_of_form(const ReportRow& row) {
  return row.form == nullptr ? not_applicable : why_empty(row);
}

const std::vector<Field<DocumentResult>> kDocuments = {
    {{"document", text, "Path of the file as given", "文件路径"}, [](auto& d) { return d.document; }},
    {{"sha256", text, "SHA-256 of the file", "文件 SHA-256"}, [](auto& d) { return d.sha256; }},
    {{"bytes", integer, "Size of the file in bytes", "文件字节数", "byte"},
     [](auto& d) { return str(d.bytes); }},
    {{"media_type", text, "Format by content: application/pdf, text/plain", "文件格式"},
     [](auto& d) { return d.media_type; }},
    {{"pages", integer, "Pages of a PDF", "页数", "", nullptr, not_applicable},
     [](auto& d) { return ordinal(d.pages); }},
    {{"text_source", text, "Where the characters come from: text, pdf, ocr_layer, none", "文字来源", "",
      &kTextSourceCodes},
     [](auto& d) { return std::string(name_of(d.text_source)); }},
    {{"encoding", text, "Character encoding of a text file", "字符编码", "", nullptr, not_applicable},
     [](auto& d) { return d.encoding; }},
    {{"status", text, "ok, partial (a page could not be read), failed", "处理状态", "", &kStatusCodes},
     [](auto& d) { return std::string(name_of(d.status)); }},
    {{"error_code", text, "Why it could not be read, in a word: missing, password, damaged, timeout, …",
      "失败代码", "", nullptr, not_applicable},
     [](auto& d) { return d.error_code; }},
    {{"error", text, "Why the file could not be read", "失败原因", "", nullptr, not_applicable},
     [](auto& d) { return d.error; }},
    {{"reports", integer, "Reports in the file", "报告数"},
     [](auto& d) { return str(d.outline.reports.size()); }},
    {{"records", integer, "Records read from the file", "记录数"},
     [](auto& d) { return str(d.mentions.size()); }},
    {{"same_as", text, "Path of the first file of the same content", "同内容首个文件", "", nullptr,
      not_applicable},
     [](auto&) { return std::string(); }},  // known to the whole dataset only
};

const std::vector<Field<ReportRow>> kReports = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.number); }},
    {{"page", integer, "Page of its title", "标题所在页"}, [](auto& r) { return ordinal(r.place.page); }},
    {{"line", integer, "Line of its title", "标题所在行"}, [](auto& r) { return ordinal(r.place.line); }},
    {{"title", text, "Title as printed", "报告标题"},
     [](auto& r) { return without_contacts(r.report.title, r.document); }},
    {{"fiscal_year", integer, "Fiscal year the report evaluates", "评价年度"},
     [](auto& r) { return str(r.report.fiscal_year); },
     why_empty},
    {{"organisation", text, "Organisation that reports", "填报单位"},
     [](auto& r) { return without_contacts(r.report.organisation, r.document); },
     why_empty},
    {{"project", text, "Project or fund", "项目名称"},
     [](auto& r) { return without_contacts(r.report.project, r.document); },
     why_empty},
    {{"report_date", text, "Date of the report, ISO 8601, as exact as given", "填报日期"},
     [](auto& r) { return r.report.report_date; },
     why_empty},
    {{"self_score", number, "Self-evaluation score in points, as stated", "自评得分", "point"},
     [](auto& r) { return str(r.figures.self_score); },
     why_empty},
    {{"self_grade", text, "Self-evaluation grade, as stated", "自评等级"},
     [](auto& r) { return r.figures.self_grade; },
     why_empty},
    {{"budget_total", number, "Total budget in yuan, as stated; the adjusted one where there are two",
      "预算总额（元）", "CNY"},
     [](auto& r) { return str(r.figures.budget_total); },
     why_empty},
    {{"spend_total", number, "Total spending in yuan, as stated", "支出总额（元）", "CNY"},
     [](auto& r) { return str(r.figures.spend_total); },
     why_empty},
    {{"execution_rate", number, "Budget execution rate in percent, as stated", "预算执行率（%）", "percent"},
     [](auto& r) { return str(r.figures.execution_rate); },
     why_empty},
    {{"region", text, "Region of the organisation", "地区"},
     [](auto& r) { return r.report.region; },
     why_empty},
    {{"document_kind", text,
      "project_self_evaluation, department_self_evaluation, transfer_payment_self_evaluation, form, "
      "target_form,"
      " template (a blank form), model_text, …",
      "报告类型"},
     [](auto& r) { return r.report.document_kind; }},
    {{"form", text, "Variant of its form: V3, F2, …; other where its layout is none of those known",
      "表格类型", "", nullptr, not_applicable},
     [](auto& r) { return !r.form                   ? ""
                          : r.form->variant.empty() ? "other"
                                                    : r.form->variant; }},
    {{"department", text, "Department in charge, of its form", "主管部门"},
     [](auto& r) { return of_form(r, &FormHead::department); },
     why_empty_of_form},
    {{"goal_target", text, "Goal of the year, of its form", "预期目标"},
     [](auto& r) { return of_form(r, &FormHead::goal_target); },
     why_empty_of_form},
    {{"goal_actual", text, "What was reached of it, of its form", "实际完成情况"},
     [](auto& r) { return of_form(r, &FormHead::goal_actual); },
     why_empty_of_form},
};

const std::vector<Field<SectionRow>> kSections = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.section.report); }},
    {{"section", text, "Marks of the heading and of those above it, joined by /", "章节路径"},
     [](auto& r) { return r.section.path; }},
    {{"heading", text, "Heading without its mark", "章节标题"},
     [](auto& r) { return without_contacts(r.section.heading, r.document); }},
    {{"code", text, "What the section is about: funds.received; empty where no rule says", "章节代码", "",
      nullptr, not_applicable},
     [](auto& r) { return r.section.code; }},
    {{"level", integer, "1 for the highest headings", "章节层级"},
     [](auto& r) { return str(r.section.level); }},
    {{"page", integer, "Page of the heading", "所在页", "", nullptr, not_applicable},
     [](auto& r) { return ordinal(r.place.page); }},
    {{"line", integer, "Line of the heading", "所在行"}, [](auto& r) { return ordinal(r.place.line); }},
};

const std::vector<Field<RecordRow>> kRecords = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.mention.report); }},
    {{"section", text, "Path of the section it stands in", "章节路径", "", nullptr, not_applicable},
     section_path},
    {{"page", integer, "Page it begins on; a text file counts form feeds", "所在页"},
     [](auto& r) { return str(r.line.page); }},
    {{"line", integer, "Line it begins on: of the page (PDF), of the file (text)", "所在行"},
     [](auto& r) { return str(r.line.number); }},
    {{"start", integer, "First character in the clean text, from 0", "起始字符"},
     [](auto& r) { return str(r.start); }},
    {{"end", integer, "Character after the last in the clean text", "结束字符"},
     [](auto& r) { return str(r.end); }},
    {{"box", text, "x0 y0 x1 y1 in points from the page's top left corner, on its first line; PDF only",
      "页面坐标（磅）", "pt", nullptr, not_applicable},
     [](auto& r) { return box_of(r.document, r.mention.span); }},
    {{"source", text, "prose or table", "正文或表格", "", &kSourceCodes},
     [](auto& r) { return std::string(r.mention.table >= 0 ? "table" : "prose"); }},
    {{"table", integer, "Number of its table in table cells", "表格序号", "", nullptr, not_applicable},
     table_number},
    {{"row", integer, "Row of its cell there", "行号", "", nullptr, not_applicable},
     [](auto& r) { return cell_of(r) ? str(cell_of(r)->row + 1) : ""; }},
    {{"column", integer, "Column of its cell there", "列号", "", nullptr, not_applicable},
     [](auto& r) { return cell_of(r) ? str(cell_of(r)->column + 1) : ""; }},
    {{"kind", text, "amount, rate, headcount, score, count", "数值类别", "", &kKindCodes},
     [](auto& r) { return std::string(name_of(r.mention.kind)); }},
    {{"raw", text, "As printed, with unit and comparator; ⏎ for a line break", "原文"},
     [](auto& r) {
       return raw_of(r.document.clean, r.document.placed, r.mention.span.begin, r.mention.span.end);
     }},
    {{"value", figure, "Exact value in the base unit; a range as low~high", "数值"},
     [](auto& r) { return r.mention.quantity.str(); }},
    {{"unit", text, "CNY, percent, percentage_point, ratio, person, …, or the counted word", "单位"},
     [](auto& r) { return r.mention.quantity.unit; }},
    {{"comparator", text, "eq, ge, gt, le, lt, approx, range", "比较符", "", &kComparatorCodes},
     [](auto& r) { return std::string(name_of(r.mention.quantity.comparator)); }},
    {{"change", text, "increase, decrease, raised_to, lowered_to; empty for no change", "增减", "",
      &kChangeCodes, not_applicable},
     [](auto& r) { return std::string(name_of(r.mention.change)); }},
    {{"per", text, "What the figure is per: 人, 人·年", "计量基准", "", nullptr, not_applicable},
     [](auto& r) { return r.mention.per; }},
    {{"role", text, "target, actual, prior, other", "性质", "", &kRoleCodes},
     [](auto& r) { return std::string(name_of(r.mention.role)); }},
    {{"year", integer, "Fiscal year the figure describes", "年度"},
     [](auto& r) { return str(r.mention.year); }},
    {{"concept", text, "Code of what it measures; other where no rule labels it", "指标代码"},
     [](auto& r) { return r.mention.measure; }},
    {{"detail", text, "Finer code behind it: people.retired where concept is other", "细分代码", "", nullptr,
      not_applicable},
     [](auto& r) { return r.mention.detail; }},
    {{"subject", text, "Phrase of the report that says what it measures", "对象"},
     [](auto& r) {
       return without_contacts(std::string(r.mention.subject.of(r.document.clean.text)), r.document);
     }},
    {{"sentence", text, "Sentence it stands in; of a table its row, a bar between its cells", "所在句"},
     [](auto& r) { return r.sentence; }},
    {{"pattern", text, "Rule and revision that gave the concept", "规则", "", nullptr, not_applicable},
     [](auto& r) { return r.mention.pattern; }},
    {{"confidence", number, "How far to trust the labels, 0 to 1", "置信度"},
     [](auto& r) { return hundredths(r.mention.confidence); }},
    {{"repair", text, "Why the value differs from what is printed", "修正说明", "", nullptr, not_applicable},
     [](auto& r) { return r.mention.repair; }},
};

const std::vector<Field<FindingRow>> kFindings = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"report", integer, "Number of the report in its file", "报告序号"},
     [](auto& r) { return str(r.finding.report); }},
    {{"finding", integer, "Number of the finding in its file", "核对序号"},
     [](auto& r) { return str(r.number); }},
    {{"rule", text, "Relation and revision that was checked", "规则"},
     [](auto& r) { return r.finding.rule; }},
    {{"severity", text, "agree, rounding (off by no more than rounding allows), disagree", "核对结果", "",
      &kSeverityCodes},
     [](auto& r) { return std::string(name_of(r.finding.severity)); }},
    {{"stated", figure, "What the report states, in the base unit; a grade as its word", "报告值"},
     [](auto& r) { return r.finding.stated; }},
    {{"computed", figure, "What its other figures give", "计算值"},
     [](auto& r) { return r.finding.computed; }},
    {{"message", text, "One sentence with the figures as printed", "说明"},
     [](auto& r) { return without_contacts(r.finding.message, r.document); }},
    {{"records", text, "start-end of the records it rests on, the stated one first, parted by blanks",
      "所据记录"},
     [](auto& r) { return fmt::format("{}", fmt::join(r.records, " ")); }},
    {{"page", integer, "Page of the stated figure", "所在页", "", nullptr, not_applicable},
     [](auto& r) { return ordinal(r.page); }},
};

const std::vector<Field<NoticeRow>> kNotices = {
    {{"document", text, "Path of the file as given", "文件路径"},
     [](auto& r) { return r.document.document; }},
    {{"page", integer, "Page it is about; empty for the whole file", "页", "", nullptr, not_applicable},
     [](auto& r) { return ordinal(r.notice.page); }},
    {{"code", text, "Short stable word", "代码"}, [](auto& r) { return r.notice.code; }},
    {{"message", text, "What was doubtful or skipped", "说明"},
     [](auto& r) { return without_contacts(r.notice.message, r.document); }},
};

}  // namespace

const std::vector<Table>& tables() {
  static const Table reports =
      make_table("reports", "a report inside a file", "文件中的报告", {"document", "report"}, kReports);
  static const std::vector<Table> all = {
      make_table("documents", "an input file", "输入文件", {"document"}, kDocuments),
      reports,
      make_table("sections", "a heading", "章节标题", {}, kSections),
      make_table("records", "a figure with what it measures", "数据记录", {"document", "start", "end"},
                 kRecords),
      funds_table(),
      indicators_table(),
      cells_table(),
      make_table("findings", "a check of the report's own arithmetic", "核对结果", {"document", "finding"},
                 kFindings),
      make_table("notices", "something doubtful or skipped", "提示", {}, kNotices),
      wide_reports_table(reports),
      wide_funds_table(reports),
  };
  return all;
}

const Table& table_named(std::string_view name) {
  return *std::find_if(tables().begin(), tables().end(),
                       [&](const Table& table) { return table.name == name; });
}

int column_index(const Table& table, std::string_view name) {
  auto found = std::find_if(table.columns.begin(), table.columns.end(),
                            [&](const Column& column) { return column.name == name; });
  return found == table.columns.end() ? -1 : static_cast<int>(found - table.columns.begin());
}

const Column& column_named(const Table& table, std::string_view name) {
  return table.columns[static_cast<std::size_t>(column_index(table, name))];
}

const Table* parent_of(const Table& table) {
  auto has = [&](std::string_view name) { return column_index(table, name) >= 0; };
  if (table.name == std::string_view("documents")) return nullptr;
  bool within_report = has("report") && table.name != std::string_view("reports");
  return has("document") ? &table_named(within_report ? "reports" : "documents") : nullptr;
}

bool is_number(std::string_view cell) {
  return cell.find_first_not_of("-.0123456789") == std::string_view::npos && Decimal::parse(cell).has_value();
}

}  // namespace ziping
