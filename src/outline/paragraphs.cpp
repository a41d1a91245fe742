#include "outline/paragraphs.h"

#include "outline/mark.h"
#include "outline/scan.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kLongestContents = 200;  // lines of a table of contents

bool is_leader_tail(char c) {
  return (c >= '0' && c <= '9') || std::string_view(" .-()I").find(c) != std::string_view::npos;
}

constexpr std::string_view kLeaderTails[] = {"…", "·", "—", "－", "（", "）", "．"};

/// A contents line without leader and page number.
std::string_view contents_key(std::string_view line) {
  for (bool again = true; again && !line.empty();) {
    again = is_leader_tail(line.back());
    if (again) line.remove_suffix(1);
    for (std::string_view tail : kLeaderTails)
      if (ends_with_word(line, tail)) line.remove_suffix(tail.size()), again = true;
  }
  return line;
}

bool has_leader(std::string_view line) {
  if (line.find("PAGEREF") != line.npos) return true;
  std::string_view key = contents_key(line), tail = line.substr(key.size());
  if (key.empty() || tail.size() < 4) return false;
  for (std::string_view leader : {"....", "……", "····", "．．．"})
    if (tail.find(leader) != tail.npos) return true;
  return false;
}

bool is_contents_title(std::string_view line) {
  return line == "目录" || line == "目次" || line == "目 录" || line == "目录：";
}

bool ends_with_page(std::string_view line) {
  return !line.empty() && contents_key(line).size() < line.size() &&
         line.find_last_of("0123456789") != line.npos;
}

/// The line that repeats the first line of the contents, where they end; `from` where none does.
std::size_t repeated_at(std::string_view text, const std::vector<Paragraph>& paragraphs, std::size_t from) {
  std::string_view key = contents_key(paragraphs[from].span.of(text));
  std::size_t stop = std::min(paragraphs.size(), from + kLongestContents);
  for (std::size_t i = from + 1; i < stop && !key.empty(); ++i)
    if (contents_key(paragraphs[i].span.of(text)) == key) return i;
  return from;
}

void mark_after_title(std::string_view text, std::vector<Paragraph>& paragraphs, std::size_t title) {
  if (title + 1 >= paragraphs.size()) return;
  std::size_t end = repeated_at(text, paragraphs, title + 1);
  bool repeated = end > title + 1;
  if (!repeated) end = std::min(paragraphs.size(), title + kLongestContents);
  paragraphs[title].contents = true;
  for (std::size_t i = title + 1; i < end; ++i) {
    std::string_view line = paragraphs[i].span.of(text);
    bool entry = repeated ? read_mark(line) || ends_with_page(line) || repeated_at(text, paragraphs, i) > i
                          : ends_with_page(line) && line.size() > 3;
    if (!entry || scan::has_sentence_mark(line, false) || !scan::at_most(line, 60)) return;
    paragraphs[i].contents = true;
  }
}

}  // namespace

std::vector<Paragraph> split_paragraphs(std::string_view text) {
  std::vector<Paragraph> paragraphs;
  paragraphs.reserve(text.size() / 120 + 1);
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = scan::trim(text.substr(at, end - at));
    std::size_t begin = static_cast<std::size_t>(line.data() - text.data());
    if (!line.empty()) paragraphs.push_back({{begin, begin + line.size()}});
    at = end + 1;
  }
  return paragraphs;
}

void mark_contents(std::string_view text, std::vector<Paragraph>& paragraphs) {
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    std::string_view line = paragraphs[i].span.of(text);
    if (is_contents_title(line))
      mark_after_title(text, paragraphs, i);
    else if (has_leader(line))
      paragraphs[i].contents = true;
  }
}

void mark_cells(const FormPlaces& places, std::vector<Paragraph>& paragraphs) {
  auto cell = places.cells.begin();
  auto form = places.forms.begin();
  int number = 0;
  for (Paragraph& paragraph : paragraphs) {
    while (cell != places.cells.end() && cell->end <= paragraph.span.begin) ++cell;
    if (cell == places.cells.end()) return;
    if (!cell->overlaps(paragraph.span)) continue;
    for (; form != places.forms.end() && form->begin < paragraph.span.end; ++form) number = 0;
    paragraph.cell = ++number;
  }
}

}  // namespace ziping
