#include "outline/cover.h"

#include "outline/date.h"
#include "outline/mark.h"
#include "outline/scan.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kLongestCover = 40;  // paragraphs
constexpr std::size_t kSignOff = 12;       // paragraphs at the end of a report
constexpr std::size_t kWrapped = 14;       // characters of a value that may go on in the next line
constexpr std::size_t kLongestRest = 24;   // characters of what goes on there
constexpr std::size_t kLongestValue = 60;  // characters of a value below its label

class CoverReader {
 public:
  CoverReader(std::string_view text, const std::vector<Paragraph>& paragraphs, const ReportRange& range,
              const OutlineWords& words)
      : text_(text), paragraphs_(paragraphs), range_(range), words_(words) {}

  Cover read() {
    std::size_t first = range_.title ? range_.title->last + 1 : range_.begin;
    read_above();
    std::size_t end = read_front(first);
    for (std::size_t i = end; i < range_.end; ++i)
      if (paragraphs_[i].contents) take(i);
    read_sign_off(end);
    std::sort(cover_.spans.begin(), cover_.spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
    return std::move(cover_);
  }

 private:
  std::string_view line(std::size_t i) const { return paragraphs_[i].span.of(text_); }
  void take(std::size_t i) { cover_.spans.push_back(paragraphs_[i].span); }

  /// The title and the lines above it.
  void read_above() {
    if (!range_.title) return;
    for (std::size_t i = range_.begin; i <= range_.title->last; ++i) {
      bool title = i >= range_.title->first;
      auto labels = title ? std::vector<FoundLabel>() : find_labels(line(i), words_);
      if (!labels.empty()) {
        i = std::min(read_labels(i, labels), range_.title->first - 1);
        continue;
      }
      if (!title && is_office_line(line(i), words_)) cover_.office = office_of(line(i));
      if (title || paragraphs_[i].contents || annex_prefix(line(i)) || is_office_line(line(i), words_) ||
          line(i).ends_with("号"))
        take(i);
    }
  }

  /// Lines between the title and the body; returns the first paragraph of the body.
  std::size_t read_front(std::size_t at) {
    std::size_t stop = std::min(range_.end, at + kLongestCover);
    for (; at < stop; ++at) {
      if (paragraphs_[at].contents) continue;
      auto labels = find_labels(line(at), words_);
      bool numbered_label = !labels.empty() && read_mark(line(at));
      if ((labels.empty() || numbered_label) && is_body(line(at), words_)) break;
      if (!labels.empty())
        at = read_labels(at, labels);
      else
        read_plain(at);
    }
    return at;
  }

  void read_plain(std::size_t i) {
    std::string_view here = line(i);
    bool title = range_.title && here == range_.title->span.of(text_);
    if (is_year_line(here)) {
      if (!cover_.year) cover_.year = find_years(here).back().year;
    } else if (auto date = date_line(here)) {
      if (cover_.date.empty()) cover_.date = date->iso();
    } else if (is_office_line(here, words_)) {
      if (cover_.office.empty()) cover_.office = office_of(here);
    } else if (!title && scan::group_prefix(here) != here.size()) {
      return;
    }
    take(i);
  }

  /// Reads the labels of a line; returns the last paragraph their values take.
  std::size_t read_labels(std::size_t i, const std::vector<FoundLabel>& labels) {
    Span span = paragraphs_[i].span;
    std::size_t last = i;
    for (std::size_t k = 0; k < labels.size(); ++k) {
      std::size_t end = k + 1 < labels.size() ? span.begin + labels[k + 1].begin : span.end;
      std::size_t begin = std::min(end, span.begin + labels[k].value);
      end = end_of_value(begin, end);
      std::string_view printed = text_.substr(begin, end - begin);
      CoverEntry entry{labels[k].label, cover_value(printed, words_)};
      cover_.spans.push_back({span.begin + labels[k].begin, end});
      if (k + 1 == labels.size() && end == span.end) last = go_on(entry, printed, i);
      cover_.entries.push_back(std::move(entry));
    }
    return last;
  }

  /// `填报日期：2022年5月20一、基本情况`: the value ends where a heading, a sentence's end or
  /// a row of a form follows.
  std::size_t end_of_value(std::size_t begin, std::size_t end) const {
    for (std::string_view glued : {"一、", "（一）", "1.", "1、"}) {
      std::size_t at = find_word(text_.substr(0, end), glued, begin);
      if (at == text_.npos) continue;
      if (words_.heading_words.prefix(text_.substr(at + glued.size(), end - at))) return at;
    }
    std::size_t at = begin;
    while (at < end && !starts_with_word(text_.substr(at), "。") &&
           !words_.form_words.prefix(text_.substr(at, end - at)))
      next_char(text_, at);
    return at;
  }

  /// A value that stands in the next line or goes on there; returns the last paragraph it takes.
  std::size_t go_on(CoverEntry& entry, std::string_view printed, std::size_t i) {
    bool wide = !scan::at_most(printed, kWrapped);
    for (bool blank = scan::trim(printed).empty(); i + 1 < range_.end; ++i, blank = false) {
      std::string_view next = line(i + 1);
      if (paragraphs_[i + 1].contents || !plain_value(next, blank ? kLongestValue : kLongestRest)) break;
      if (!belongs(entry, next, blank, wide)) break;
      entry.value += cover_value(next, words_);
      take(i + 1);
    }
    return i;
  }

  /// `next` is the value of a blank entry, or the rest of a value that its line broke.
  bool belongs(const CoverEntry& entry, std::string_view next, bool blank, bool wide) const {
    const std::string& field = entry.label->field;
    if (blank)
      return field == "organisation" || field == "project" || field == "report_date" ||
             field == "fiscal_year";
    if (entry.value.empty() || next.size() <= 3) return false;
    if (field == "project") return wide;
    if (field == "organisation") return !is_office(entry.value) && is_office(next);
    return field == "report_date" && (next.starts_with("年") || next.starts_with("月"));
  }

  bool is_office(std::string_view name) const { return words_.organisation_words.suffix(name) > 0; }

  bool plain_value(std::string_view next, std::size_t limit) const {
    if (!scan::at_most(next, limit) || scan::opening(next) || scan::has_sentence_mark(next)) return false;
    if (next.find("：") != next.npos || next.find(':') != next.npos || is_year_line(next)) return false;
    return !has_label(next, words_) && !read_mark_plain(next) && !words_.form_words.prefix(next);
  }

  static bool read_mark_plain(std::string_view next) {
    auto mark = read_mark(next);
    return mark && !mark->doubtful;
  }

  /// 某县教育局文件 -> 某县教育局
  std::string office_of(std::string_view here) const {
    here = scan::without_tail_groups(here);
    if (here.ends_with("文件")) here.remove_suffix(std::string_view("文件").size());
    return cover_value(here, words_);
  }

  /// The signing office and the date at the end, before a list of annexes.
  void read_sign_off(std::size_t floor) {
    std::size_t low = range_.end > floor + kSignOff ? range_.end - kSignOff : floor;
    for (std::size_t i = range_.end; i-- > low;) {
      auto date = date_line(line(i));
      std::string_view here = line(i);
      if (!date) date = date_after_office(here);
      if (!date || paragraphs_[i].contents || paragraphs_[i].cell > 0) continue;
      take(i);
      if (cover_.date.empty()) cover_.date = date->iso();
      std::string_view office = here.substr(0, date->span.begin);
      if (office.empty() && i > low && is_office_line(line(i - 1), words_)) office = line(i - 1), take(i - 1);
      if (!office.empty()) sign(office);
      return;
    }
    for (std::size_t i = range_.end; i-- > std::max(low, range_.end - std::min<std::size_t>(3, range_.end));)
      if (paragraphs_[i].cell == 0 && is_office_line(line(i), words_)) {
        sign(line(i));
        return take(i);
      }
  }

  /// The signing office is taken where none stands by the title, or only the end of its name does.
  void sign(std::string_view office) {
    std::string name = office_of(office);
    if (name.ends_with(cover_.office)) cover_.office = name;
  }

  /// `某县教育局2024年3月5日` in one line.
  std::optional<PrintedDate> date_after_office(std::string_view here) const {
    if (!scan::at_most(here, 48) || here.find("年") == here.npos) return {};
    auto date = find_date(here);
    if (!date || date->month == 0 || date->span.begin == 0 || date->span.end != here.size()) return {};
    return is_office_line(scan::trim(here.substr(0, date->span.begin)), words_) ? date : std::nullopt;
  }

  std::string_view text_;
  const std::vector<Paragraph>& paragraphs_;
  const ReportRange& range_;
  const OutlineWords& words_;
  Cover cover_;
};

}  // namespace

std::string Cover::value(std::string_view field) const {
  const CoverEntry* best = nullptr;
  for (const CoverEntry& entry : entries)
    if (entry.label->field == field && !entry.value.empty() &&
        (!best || entry.label->priority > best->label->priority))
      best = &entry;
  return best ? best->value : "";
}

Cover read_cover(std::string_view text, const std::vector<Paragraph>& paragraphs, const ReportRange& range,
                 const OutlineWords& words) {
  return CoverReader(text, paragraphs, range, words).read();
}

}  // namespace ziping
