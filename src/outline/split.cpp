#include "outline/split.h"

#include "outline/date.h"
#include "outline/label.h"
#include "outline/mark.h"
#include "outline/scan.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kProse = 60;    // characters
constexpr std::size_t kSupport = 10;  // paragraphs after a title that must speak for it
constexpr std::size_t kPreamble = 2;  // numbered lines before the first title: a report of their own

bool is_prose(std::string_view line) {
  return !scan::at_most(line, kProse) && scan::has_sentence_mark(line);
}

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Paragraph>& paragraphs, const OutlineWords& words)
      : text_(text), paragraphs_(paragraphs), words_(words) {}

  std::vector<ReportRange> split() {
    std::vector<Title> titles = with_body(find_titles(text_, paragraphs_, words_));
    std::vector<ReportRange> reports;
    for (const Title& title : titles) {
      std::size_t begin = start_of(title, reports.empty() ? 0 : reports.back().title->last + 1);
      if (!reports.empty()) reports.back().end = begin;
      reports.push_back({begin, paragraphs_.size(), title});
    }
    if (reports.empty()) reports.push_back({0, paragraphs_.size(), {}});
    if (has_preamble(reports[0].begin)) reports.insert(reports.begin(), {0, reports[0].begin, {}});
    reports[0].begin = 0;
    return with_untitled_forms(reports);
  }

 private:
  std::string_view line(std::size_t i) const { return paragraphs_[i].span.of(text_); }
  bool body_at(std::size_t i) const { return !paragraphs_[i].contents && is_body(line(i), words_); }

  /// Titles that have a body before the next one; of two without, the better stays.
  std::vector<Title> with_body(const std::vector<Title>& found) const {
    std::vector<Title> kept;
    for (std::size_t i = 0; i < found.size(); ++i) {
      std::size_t next = i + 1 < found.size() ? found[i + 1].first : paragraphs_.size();
      if (!kept.empty() && !supported(found[i], next)) continue;
      bool repeats = !kept.empty() && !body_between(kept.back(), found[i]);
      if (!repeats)
        kept.push_back(found[i]);
      else if (kept.back().annex || is_letter(kept.back()))
        kept.back() = found[i];
    }
    return kept;
  }

  bool body_between(const Title& a, const Title& b) const {
    bool letter = is_letter(a);
    for (std::size_t i = a.last + 1; i < b.first; ++i)
      if (body_at(i) && !(letter && !read_mark(line(i)))) return true;
    return false;
  }

  /// 关于…的函: a covering letter has prose of its own before the report it sends.
  bool is_letter(const Title& title) const {
    std::string_view words = title.span.of(text_);
    for (std::string_view end : {"的函", "的通知", "的请示", "的说明", "的复函"})
      if (words.ends_with(end)) return true;
    return words.find("关于报送") != words.npos || words.find("关于上报") != words.npos;
  }

  /// What follows speaks for a report: a label, a year, a first number, a row of a form, prose. The
  /// name of an office and a date do so too, but not after a list of annexes.
  bool supported(const Title& title, std::size_t next) const {
    bool repeated_below = next < paragraphs_.size() && next - title.last <= kSupport;
    std::size_t stop = std::min(next, title.last + 1 + kSupport);
    for (std::size_t i = title.last + 1; i < stop; ++i) {
      if (paragraphs_[i].contents || body_at(i) || is_year_line(line(i)) || has_label(line(i), words_))
        return true;
      if (!title.annex && (is_office_line(line(i), words_) || date_line(line(i))) && repeated_below)
        return true;
    }
    return false;
  }

  /// The paragraph where the title's report begins: annex number, contents and office stand above.
  std::size_t start_of(const Title& title, std::size_t floor) const {
    std::size_t at = title.first;
    auto above = [&](auto test) { return at > floor && test(line(at - 1)); };
    auto office = [&](std::string_view l) { return is_office_line(l, words_); };
    auto annex = [&](std::string_view l) { return annex_prefix(l) == l.size(); };
    auto number = [](std::string_view l) { return l.ends_with("号") && l.find("〔") != l.npos; };
    while (above(number)) --at;
    if (above(office) && !(at > floor + 1 && date_line(line(at)))) --at;
    while (above(annex) || above(number) || (at > floor && paragraphs_[at - 1].contents)) --at;
    while (at > floor && paragraphs_[at].cell > 1) --at;
    return at;
  }

  /// A form without a title of its own begins a report behind another form.
  std::vector<ReportRange> with_untitled_forms(const std::vector<ReportRange>& titled) const {
    std::vector<ReportRange> reports;
    for (const ReportRange& range : titled) {
      reports.push_back(range);
      bool has_form = false;
      for (std::size_t i = range.begin; i < range.end; ++i) {
        if (paragraphs_[i].cell != 1) continue;
        if (has_form) {
          std::size_t begin = above_form(i, reports.back().begin + 1);
          reports.back().end = begin;
          reports.push_back({begin, range.end, {}});
        }
        has_form = true;
      }
    }
    return reports;
  }

  /// The year, the labels and the annex number above a form belong to it.
  std::size_t above_form(std::size_t at, std::size_t floor) const {
    auto belongs = [&](std::size_t i) {
      return is_year_line(line(i)) || has_label(line(i), words_) || annex_prefix(line(i)) == line(i).size();
    };
    while (at > floor && paragraphs_[at - 1].cell == 0 && belongs(at - 1)) --at;
    return at;
  }

  bool has_preamble(std::size_t end) const {
    std::size_t numbered = 0;
    for (std::size_t i = 0; i < end; ++i) numbered += body_at(i) && read_mark(line(i));
    return numbered >= kPreamble;
  }

  std::string_view text_;
  const std::vector<Paragraph>& paragraphs_;
  const OutlineWords& words_;
};

}  // namespace

bool is_body(std::string_view line, const OutlineWords& words) {
  auto mark = read_mark(line);
  if (mark && !mark->doubtful) return true;
  return is_prose(line) || words.form_words.prefix(line) > 0;
}

std::vector<ReportRange> split_reports(std::string_view text, const std::vector<Paragraph>& paragraphs,
                                       const OutlineWords& words) {
  return Splitter(text, paragraphs, words).split();
}

}  // namespace ziping
