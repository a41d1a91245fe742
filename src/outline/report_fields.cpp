#include "outline/report_fields.h"

#include "outline/date.h"
#include "outline/region.h"
#include "outline/scan.h"

#include <algorithm>
#include <map>
#include <set>

namespace ziping {
namespace {

constexpr std::size_t kOpening = 3000;  // bytes of a report that are asked for its year and kind
constexpr int kKindLevel = 2;           // headings below this level say nothing of the document's kind
constexpr std::size_t kCoverGap = 200;  // bytes between the lines of one cover

std::string_view skip_words(std::string_view text, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words)
    if (text.starts_with(word)) return scan::trim(text.substr(word.size()));
  return text;
}

/// Without 关于 and the years at the start.
std::string_view title_core(std::string_view title) {
  for (std::size_t size = 0; size != title.size();) {
    size = title.size();
    title = skip_words(title, {"关于", "开展", "报送", "上报", "的", "-", "—"});
    auto years = find_years(scan::head(title, 8));
    if (!years.empty() && years[0].span.begin == 0)
      title = scan::trim(title.substr(years[0].span.end + (years[0].fiscal ? 3 : 0)));
  }
  return title;
}

std::optional<int> year_of(const std::vector<NamedYear>& years) {
  const NamedYear* best = nullptr;
  for (const NamedYear& year : years)
    if (!best || (year.fiscal && !best->fiscal)) best = &year;
  return best ? std::optional(best->year) : std::nullopt;
}

/// The year named most often, 年度 before 年; the later of two.
std::optional<int> commonest_year(std::string_view text) {
  std::map<std::pair<bool, int>, int> counts;
  for (const NamedYear& year : find_years(text)) ++counts[{year.fiscal, year.year}];
  std::optional<int> best;
  for (bool fiscal : {true, false}) {
    int most = 0;
    for (const auto& [key, count] : counts)
      if (key.first == fiscal && count >= most) most = count, best = key.second;
    if (best) return best;
  }
  return best;
}

std::optional<int> labelled_year(const std::string& value) {
  if (auto year = year_of(find_years(value))) return year;
  std::size_t at = 0;
  int year = scan::digits(value, at, 4);
  return year >= 1990 && year < 2100 && at == 4 ? std::optional(year) : std::nullopt;
}

std::optional<int> fiscal_year(std::string_view opening, const Cover& cover, const Report& report) {
  if (auto year = labelled_year(cover.value("fiscal_year"))) return year;
  if (cover.year) return cover.year;
  if (auto year = year_of(find_years(report.title))) return year;
  if (auto year = commonest_year(opening)) return year;
  if (report.report_date.size() >= 4) return std::stoi(report.report_date.substr(0, 4)) - 1;
  return {};
}

/// The first words of the body.
std::string_view below_cover(std::string_view text, const Cover& cover, const Report& report) {
  std::size_t begin = report.span.begin;
  for (Span span : cover.spans)
    if (span.begin < begin + kCoverGap && span.end > begin) begin = span.end;
  return text.substr(begin, std::min(kOpening, report.span.end - begin));
}

std::string report_date(const Cover& cover) {
  auto date = find_date(cover.value("report_date"));
  return date ? date->iso() : cover.date;
}

std::string organisation(const Cover& cover, const Report& report, const OutlineWords& words) {
  std::string labelled = cover.value("organisation");
  if (count_chars(labelled) >= 3) return labelled;
  if (!cover.office.empty()) return cover.office;
  return std::string(office_in_title(report.title, words));
}

std::string region(const Cover& cover, const Report& report) {
  std::string labelled = cover.value("region");
  if (!labelled.empty()) return std::string(leading_place(labelled));
  std::string_view place = leading_place(report.organisation);
  if (place.empty()) place = leading_place(title_core(report.title));
  return std::string(place);
}

bool names_projects(const std::string& kind) {
  return kind.find("department") == kind.npos && kind != "final_account";
}

/// 路灯工程项目绩效自评报告: behind a whole name 项目 belongs to the report's; in 小区改造项目 to the
/// project's.
std::string_view without_project(std::string_view core) {
  constexpr std::string_view kProject = "项目";
  if (!core.ends_with(kProject)) return core;
  std::string_view rest = core.substr(0, core.size() - kProject.size());
  constexpr std::string_view kWhole[] = {"工程", "资金", "经费", "公益金", "费用", "养护", "补助", "补贴"};
  bool whole =
      std::any_of(std::begin(kWhole), std::end(kWhole), [&](auto word) { return rest.ends_with(word); });
  return whole ? rest : core;
}

}  // namespace

std::string document_kind(std::string_view title, std::string_view opening, std::span<const Section> sections,
                          const OutlineWords& words) {
  std::map<std::string, int> sums;
  words.kinds.all_in(title, [&](const OutlineWords::KindWord& word) { sums[word.kind] += word.weight; });
  bool headings = false;
  std::set<std::string_view> used;
  for (const Section& section : sections) {
    if (section.level > kKindLevel) continue;
    headings |= section.mark.ends_with("、");
    words.outline_kinds.all_in(section.heading, [&](const OutlineWords::KindWord& word) {
      if (used.insert(word.text).second) sums[word.kind] += word.weight;
    });
  }
  if (holds_word(title, "自评")) sums.erase("third_party_evaluation");  // no third party's own title
  if (int rows = headings ? 0 : words.form_words.count_in(opening); rows >= 4) sums["form"] += 5 * rows;
  auto best =
      std::max_element(sums.begin(), sums.end(), [](auto& a, auto& b) { return a.second < b.second; });
  if (best != sums.end() && best->second > 0) return best->first;
  return title.empty() ? "" : "project_self_evaluation";
}

std::string_view office_in_title(std::string_view title, const OutlineWords& words) {
  std::string_view core = title_core(title);
  for (std::size_t at = 6; at < core.size() && at < 96; ++at) {
    if ((static_cast<unsigned char>(core[at]) & 0xC0) == 0x80) continue;
    std::string_view office = core.substr(0, at), rest = core.substr(at);
    if (!words.organisation_words.suffix(office)) continue;
    bool ends = is_digit(char_at(rest, 0)) || rest.starts_with("关于") || rest.starts_with("部门") ||
                rest.starts_with("整体") || rest.starts_with("单位") || rest.starts_with("项目支出") ||
                rest.starts_with("本级") || rest.starts_with("绩效");
    if (ends) return office;
  }
  return {};
}

std::string project_in_title(std::string_view title, const OutlineWords& words) {
  std::string_view core = title_core(title);
  std::string_view office = office_in_title(title, words);
  if (office.empty()) office = leading_place(core);
  if (!office.empty())
    core.remove_prefix(static_cast<std::size_t>(office.data() + office.size() - core.data()));
  core = scan::without_tail_groups(title_core(core));
  for (std::size_t tail; (tail = words.title_words.suffix(core)) > 0;) core.remove_suffix(tail);
  core = without_project(core);
  for (std::string_view tail : {"的", "使用情况", "支出"})
    if (core.ends_with(tail)) core.remove_suffix(tail.size());
  auto years = find_years(core);
  if (!years.empty() && years.back().span.end + 3 >= core.size())
    core = core.substr(0, years.back().span.begin);
  return words.generic_projects.has(core) || count_chars(core) < 3 ? "" : std::string(core);
}

void fill_fields(std::string_view text, const Cover& cover, std::span<const Section> sections,
                 const OutlineWords& words, Report& report) {
  std::string_view opening = report.span.of(text).substr(0, kOpening);
  report.report_date = report_date(cover);
  report.fiscal_year = fiscal_year(below_cover(text, cover, report), cover, report);
  report.document_kind = document_kind(report.title, opening, sections, words);
  report.organisation = organisation(cover, report, words);
  report.region = region(cover, report);
  report.project = cover.value("project");
  if (report.project.empty() && names_projects(report.document_kind))
    report.project = project_in_title(report.title, words);
}

}  // namespace ziping
