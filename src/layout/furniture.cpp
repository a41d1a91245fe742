#include "layout/furniture.h"

#include "base/utf8.h"
#include "layout/marks.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace ziping {
namespace {

/// Lines apart that page numbers of one text file are at least.
constexpr int kLinesBetweenPages = 8;
/// Pages a head or foot must stand on.
constexpr std::size_t kRepeats = 3;
/// Percent of the pages from its first to its last that a head stands on.
constexpr std::size_t kHeadShare = 40;
constexpr std::size_t kShortestHead = 4;

/// A line that is nothing but a bare number and may be a page number.
struct Candidate {
  std::size_t line = 0;  ///< index in PlacedText::lines
  int number = 0;
};

std::u32string words_of(const PlacedText& placed, const Line& line) {
  return squeezed(std::u32string_view(placed.chars).substr(line.begin, line.end - line.begin));
}

bool at_page_edge(const std::vector<Line>& lines, std::size_t at) {
  bool first = at == 0 || lines[at - 1].page != lines[at].page;
  bool last = at + 1 == lines.size() || lines[at + 1].page != lines[at].page;
  return (first || last) && lines.back().page > 1;
}

bool between_blanks(const std::vector<Line>& lines, std::size_t at) {
  bool before = at == 0 || lines[at].number - lines[at - 1].number > 1;
  bool after = at + 1 == lines.size() || lines[at + 1].number - lines[at].number > 1;
  return before && after;
}

/// Sets aside each run of at least three candidates that count up by one, pages apart.
void set_aside_counting(PlacedText& placed, const std::vector<Candidate>& candidates) {
  for (std::size_t begin = 0; begin < candidates.size();) {
    std::size_t end = begin + 1;
    auto follows = [&](const Candidate& a, const Candidate& b) {
      int apart = placed.lines[b.line].number - placed.lines[a.line].number;
      return b.number == a.number + 1 && apart >= kLinesBetweenPages;
    };
    while (end < candidates.size() && follows(candidates[end - 1], candidates[end])) ++end;
    if (end - begin >= kRepeats)
      for (std::size_t at = begin; at < end; ++at)
        placed.lines[candidates[at].line].role = LineRole::furniture;
    begin = end;
  }
}

void set_aside_page_numbers(PlacedText& placed) {
  std::vector<Candidate> candidates;
  for (std::size_t at = 0; at < placed.lines.size(); ++at) {
    Line& line = placed.lines[at];
    if (line.end - line.begin > 40) continue;
    auto page = read_page_number(words_of(placed, line));
    if (!page) continue;
    if (page->decorated) {
      line.role = LineRole::furniture;
    } else if (at_page_edge(placed.lines, at) || between_blanks(placed.lines, at)) {
      candidates.push_back({at, page->number});
    }
  }
  set_aside_counting(placed, candidates);
}

/// Heads and feet: the same words, digits apart, at the edge of three pages and more.
void set_aside_repeated(PlacedText& placed) {
  std::map<std::u32string, std::vector<std::size_t>> places;
  for (std::size_t at = 0; at < placed.lines.size(); ++at) {
    const Line& line = placed.lines[at];
    if (!at_page_edge(placed.lines, at) || line.end - line.begin > 60) continue;
    std::u32string words = words_of(placed, line);
    if (words.size() < kShortestHead || is_title(words) || ends_sentence(words) || begins_with_mark(words) ||
        begins_with_label(words))
      continue;
    std::replace_if(words.begin(), words.end(), is_digit, U'0');
    places[words].push_back(at);
  }
  for (const auto& [words, lines] : places) {
    auto span = placed.lines[lines.back()].page - placed.lines[lines.front()].page + 1;
    if (lines.size() < kRepeats || lines.size() * 100 < static_cast<std::size_t>(span) * kHeadShare) continue;
    for (std::size_t at : lines) placed.lines[at].role = LineRole::furniture;
  }
}

}  // namespace

void set_aside_text_furniture(PlacedText& placed) {
  set_aside_page_numbers(placed);
  if (!placed.lines.empty() && placed.lines.back().page >= static_cast<int>(kRepeats))
    set_aside_repeated(placed);
}

}  // namespace ziping
