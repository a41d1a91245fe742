#include "audit/bands.h"
#include "audit/checks.h"
#include "audit/choices.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <sstream>

namespace ziping {
namespace {

struct Band {
  std::vector<std::string> words;
  Decimal from, below;

  bool has(const Decimal& score) const {
    return score >= from && (score < below || (below == Decimal(100) && score == below));
  }
};

std::vector<Band> bands_of(const Relation& relation) {
  std::vector<Band> bands;
  for (const std::string& line : relation.list("bands")) {
    std::istringstream in(line);
    Band band;
    std::vector<Decimal> bounds;
    for (std::string word; in >> word;) {
      if (auto number = Decimal::parse(word)) {
        bounds.push_back(*number);
      } else {
        band.words.push_back(word);
      }
    }
    if (bounds.size() == 2) {
      band.from = bounds[0];
      band.below = bounds[1];
      bands.push_back(std::move(band));
    }
  }
  return bands;
}

/// A report whose points are not out of a hundred has other bands.
bool of_hundred(const Ledger& ledger, const Entry& score) {
  std::span<const Entry> sentence = ledger.sentence(score);
  return std::none_of(sentence.begin(), sentence.end(), [&](const Entry& entry) {
    return entry.fact && entry.mention->detail == "score.full" && entry.fact->value != Decimal(100);
  });
}

}  // namespace

void judge_grade(const Relation& relation, Ledger& ledger, const Fact& score, const std::string& grade) {
  std::vector<Band> bands = bands_of(relation);
  auto stated = std::find_if(bands.begin(), bands.end(), [&](const Band& band) {
    return std::find(band.words.begin(), band.words.end(), grade) != band.words.end();
  });
  auto due =
      std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.has(score.value); });
  if (stated == bands.end() || due == bands.end()) return;
  Finding finding{.report = ledger.number(),
                  .rule = relation.name(),
                  .severity = stated == due ? Severity::agree : Severity::disagree,
                  .stated = grade,
                  .computed = due->words.front(),
                  .message = fmt::format("{} points are {}; the grade given is {}.", score.value.str(),
                                         due->words.front(), grade),
                  .evidence = {score.evidence},
                  .place = score.span};
  ledger.add(std::move(finding));
}

void checks::grade(const Relation& relation, Ledger& ledger) {
  const std::vector<Ledger::Match>& scores = ledger.matches(relation, "stated");
  const Entry* score = nullptr;
  for (const Ledger::Match& match : scores) {
    if (score != nullptr && match.entry->fact->value != score->fact->value) return;
    score = match.entry;
  }
  const Mention* grade = nullptr;
  for (const Entry& entry : ledger.entries()) {
    if (!relation.fits("word", entry.mention->detail) || entry.mention->quantity.word.empty()) continue;
    if (grade != nullptr && grade->quantity.word != entry.mention->quantity.word) return;
    grade = entry.mention;
  }
  if (score == nullptr || grade == nullptr || !of_hundred(ledger, *score)) return;
  judge_grade(relation, ledger, *score->fact, grade->quantity.word);
}

void checks::full_score(const Relation& relation, Ledger& ledger) {
  const Entry* score = nullptr;
  for (const Ledger::Match& match : ledger.matches(relation, "stated")) {
    if (score != nullptr && match.entry->fact->value != score->fact->value) return;
    score = match.entry;
  }
  if (score == nullptr || score->fact->value != Decimal(100) || !of_hundred(ledger, *score)) return;
  const Entry* part = only_one(choices(relation, "part", ledger, *score), Nearness::report);
  const Entry* whole = only_one(choices(relation, "whole", ledger, *score), Nearness::report);
  if (part == nullptr || whole == nullptr || whole->fact->value.zero()) return;
  auto share = share_of(*part->fact, *whole->fact, 2);
  if (share->high >= Decimal(100)) return;
  ledger.add(relation, Severity::disagree, *score->fact, share->percent, {&*part->fact, &*whole->fact},
             fmt::format("{} of {} is {}% of the budget, yet the score is full: {}.", part->fact->shown,
                         whole->fact->shown, share->percent.str(), score->fact->shown));
}

}  // namespace ziping
