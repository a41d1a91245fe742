#include "outline/title.h"

#include "outline/date.h"
#include "outline/mark.h"
#include "outline/scan.h"

namespace ziping {
namespace {

constexpr std::size_t kLongestTitle = 70, kLongestLine = 48, kLongestBreak = 8, kMostLines = 4;
constexpr int kTitleCells = 6;  // a form's title may stand in one of its first cells

/// Sentences and lists that mention a report begin so.
bool opens_sentence(std::string_view line) {
  for (std::string_view word : {"根据", "按照", "现将", "依据", "为了", "通过", "附：", "注：", "备注"})
    if (line.starts_with(word)) return true;
  return false;
}

bool in_book_marks(std::string_view line) {
  std::size_t open = line.rfind("《");
  return line.ends_with("》") || (open != line.npos && line.find("》", open) == line.npos);
}

/// The line has what every title has, its last words apart.
bool may_be_title(std::string_view line, const OutlineWords& words) {
  if (!scan::at_most(line, kLongestTitle) || scan::has_sentence_mark(line)) return false;
  if (line.find("：") != line.npos || line.find(':') != line.npos || line.find("|") != line.npos)
    return false;
  if (opens_sentence(line) || in_book_marks(line)) return false;
  if (!line.starts_with("关于") && line.find("关于") == line.npos && words.not_title_words.occurs_in(line))
    return false;
  auto mark = read_mark(line);
  return !mark || mark->doubtful;
}

std::string_view without_number(std::string_view line) {
  while (!line.empty() && is_digit(static_cast<unsigned char>(line.back()))) line.remove_suffix(1);
  return scan::trim(line);
}

bool ends_as_title(std::string_view line, const OutlineWords& words) {
  std::string_view core = without_number(scan::without_tail_groups(line));
  return words.title_words.suffix(core) > 0;
}

/// Bytes before the title on its line: 附件5：, 标题：.
std::size_t prefix_of(std::string_view line, const OutlineWords& words) {
  std::size_t annex = annex_prefix(line);
  if (annex) return annex;
  for (const OutlineWords::Label& label : words.labels) {
    if (label.field != "title" || !line.starts_with(label.text)) continue;
    std::size_t at = label.text.size();
    if (scan::skip(line, at, "：") || scan::skip(line, at, ":")) return at;
  }
  return 0;
}

class TitleFinder {
 public:
  TitleFinder(std::string_view text, const std::vector<Paragraph>& paragraphs, const OutlineWords& words)
      : text_(text), paragraphs_(paragraphs), words_(words) {}

  std::vector<Title> find() {
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      if (!scan::at_most(line(i), kLongestTitle) || paragraphs_[i].contents) continue;
      if (paragraphs_[i].cell > kTitleCells) continue;
      if (!whole(i)) broken(i);
    }
    return std::move(titles_);
  }

 private:
  std::string_view line(std::size_t i) const { return paragraphs_[i].span.of(text_); }
  std::size_t floor() const { return titles_.empty() ? 0 : titles_.back().last + 1; }

  bool whole(std::size_t i) {
    std::string_view all = line(i);
    if (!ends_as_title(all, words_)) return false;
    std::size_t prefix = prefix_of(all, words_);
    if (!may_be_title(scan::trim(all.substr(prefix)), words_)) return false;
    Span span{paragraphs_[i].span.begin + prefix, paragraphs_[i].span.end};
    titles_.push_back(grown({i, i, span, prefix > 0}));
    return true;
  }

  /// `…补助资金绩效自评` + `报告`: the last line alone is only the end of a title word.
  void broken(std::size_t i) {
    if (i == floor() || !scan::at_most(line(i), kLongestBreak) || paragraphs_[i - 1].contents) return;
    std::string joined = std::string(line(i - 1)) + std::string(line(i));
    if (!ends_as_title(joined, words_) || !may_be_title(joined, words_)) return;
    bool same_word = words_.title_words.suffix(joined) > line(i).size();
    if (!same_word) return;
    std::size_t prefix = prefix_of(line(i - 1), words_);
    Span span{paragraphs_[i - 1].span.begin + prefix, paragraphs_[i].span.end};
    titles_.push_back(grown({i - 1, i, span, prefix > 0}));
  }

  /// Adds the lines above that belong to the title.
  Title grown(Title title) const {
    while (!title.annex && title.first > floor() && title.last - title.first + 1 < kMostLines) {
      if (!leads(title.first - 1)) break;
      --title.first;
      title.span.begin = paragraphs_[title.first].span.begin;
    }
    return title;
  }

  bool leads(std::size_t i) const {
    std::string_view above = line(i);
    if (paragraphs_[i].contents || !scan::at_most(above, kLongestLine) || !may_be_title(above, words_))
      return false;
    if (annex_prefix(above) || date_line(above) || scan::closing(above) || ends_as_title(above, words_))
      return false;
    if (above.starts_with("关于")) return true;
    if (is_office_line(above, words_)) return false;
    auto years = find_years(above);
    bool year_alone = years.size() == 1 && years[0].span.size() + 3 >= above.size();
    return !years.empty() ? !year_alone || years[0].fiscal : words_.title_leads.suffix(above) > 0;
  }

  std::string_view text_;
  const std::vector<Paragraph>& paragraphs_;
  const OutlineWords& words_;
  std::vector<Title> titles_;
};

}  // namespace

std::vector<Title> find_titles(std::string_view text, const std::vector<Paragraph>& paragraphs,
                               const OutlineWords& words) {
  return TitleFinder(text, paragraphs, words).find();
}

std::string title_text(std::string_view text, const std::vector<Paragraph>& paragraphs, const Title& title) {
  std::string out;
  for (std::size_t i = title.first; i <= title.last; ++i) {
    Span line = paragraphs[i].span;
    if (i == title.first) line.begin = title.span.begin;
    out += scan::trim(line.of(text));
  }
  return out;
}

std::size_t annex_prefix(std::string_view line) {
  std::size_t at = scan::opening(line);
  if (!scan::skip(line, at, "附件") && !scan::skip(line, at, "附表") && !scan::skip(line, at, "附")) return 0;
  bool bare = line.starts_with("附") && at == 3;
  scan::skip_spaces(line, at);
  bool numbered = scan::digits(line, at, 2) >= 0 || scan::han_number(line, at) > 0;
  if (numbered && (scan::skip(line, at, "-") || scan::skip(line, at, "—"))) scan::digits(line, at, 2);
  at += scan::closing(line.substr(0, std::min(line.size(), at + 3))) ? 3 : 0;
  bool colon = scan::skip(line, at, "：") || scan::skip(line, at, ":") || scan::skip(line, at, "、") ||
               scan::skip(line, at, ".");
  scan::skip_spaces(line, at);
  if (bare && !numbered && !colon) return 0;
  return std::min(at, line.size());
}

bool is_office_line(std::string_view line, const OutlineWords& words) {
  line = scan::without_tail_groups(line);
  if (line.size() < 6 || !scan::at_most(line, 30) || scan::has_sentence_mark(line)) return false;
  if (line.find("：") != line.npos || line.find("关于") != line.npos || line.find(' ') != line.npos)
    return false;
  for (char c : line)
    if (c >= '0' && c <= '9') return false;
  auto mark = read_mark(line);
  return words.organisation_words.suffix(line) > 0 && (!mark || mark->doubtful);
}

}  // namespace ziping
