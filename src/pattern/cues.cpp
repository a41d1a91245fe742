#include "pattern/cues.h"

#include "pattern/cue_growth.h"
#include "pattern/cue_tree.h"
#include "pattern/regex.h"
#include "pattern/regex_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace ziping {
namespace {

/// An expression of more words is left to RE2: the tree would spend more on it than on a hundred others.
constexpr std::size_t kMostCueWords = 4000;

/// 覆盖率 -> (?:覆盖|履盖)率: for expressions that are left to RE2.
std::string with_confusions(std::string re, const std::vector<Confusion>& confusions) {
  for (const Confusion& confusion : confusions) {
    auto group = fmt::format("(?:{}|{})", confusion.text, fmt::join(confusion.read, "|"));
    for (auto at = re.find(confusion.text); at != re.npos; at = re.find(confusion.text, at + group.size()))
      re.replace(at, confusion.text.size(), group);
  }
  return re;
}

}  // namespace

struct CueMatcher::Cues {
  struct Expression {
    std::uint32_t cue;
    Regex re;
  };
  std::vector<Confusion> confusions;
  std::optional<CueGrowth> growth;  ///< while cues are added
  CueTree tree;
  std::vector<Expression> expressions;  ///< that stand for no finite set of words, or for very many
};

CueMatcher::CueMatcher(std::vector<Confusion> confusions) : cues_(std::make_unique<Cues>()) {
  cues_->growth.emplace(confusions);
  cues_->confusions = std::move(confusions);
}
CueMatcher::~CueMatcher() = default;
CueMatcher::CueMatcher(CueMatcher&&) noexcept = default;
CueMatcher& CueMatcher::operator=(CueMatcher&&) noexcept = default;

void CueMatcher::add(std::uint32_t index, const std::string& re) {
  if (std::optional<WordChoice> words = word_choice(re, kMostCueWords)) return cues_->growth->add(index, *words);
  Regex expression(with_confusions(re, cues_->confusions));
  expression.check();
  cues_->expressions.push_back({index, std::move(expression)});
}

void CueMatcher::compile() {
  cues_->tree = cues_->growth->finish();
  cues_->growth.reset();
}

void CueMatcher::find(std::string_view text, std::vector<CueHit>& hits) const {
  hits.clear();
  cues_->tree.find(text, hits);
  for (const auto& [cue, re] : cues_->expressions)
    for (auto found = re.find(text, 0); found && !found->empty(); found = re.find(text, found->end))
      hits.push_back({static_cast<std::uint32_t>(found->begin), static_cast<std::uint32_t>(found->end), cue});
  std::sort(hits.begin(), hits.end(), [](const CueHit& a, const CueHit& b) {
    auto place = [](const CueHit& hit) { return std::uint64_t{hit.end} << 32 | hit.begin; };
    return place(a) != place(b) ? place(a) < place(b) : a.cue < b.cue;
  });
}

void CueMatcher::find(std::string_view text, Span part, std::vector<CueHit>& hits) const {
  find(part.of(text), hits);
  for (CueHit& hit : hits) {
    hit.begin += static_cast<std::uint32_t>(part.begin);
    hit.end += static_cast<std::uint32_t>(part.begin);
  }
}

}  // namespace ziping
