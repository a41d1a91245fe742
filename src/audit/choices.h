#pragma once

#include "audit/ledger.h"

#include <string_view>
#include <vector>

namespace ziping {

/// How far from a stated figure another one that belongs to it stands.
enum class Nearness {
  part,  ///< of the sentence: no ； between
  sentence,
  paragraph,
  report
};
Nearness nearness(const Ledger& ledger, const Entry& a, const Entry& b);

struct Choice {
  const Entry* entry = nullptr;
  std::size_t rank = 0;  ///< of its glob in the relation's list
  Nearness nearness = Nearness::report;
};

/// The exact figures whose concept fits the list `key` of a relation, the nearest first, then in the order
/// of the list, then those before `to` from near to far.
std::vector<Choice> choices(const Relation& relation, std::string_view key, const Ledger& ledger,
                            const Entry& to);

/// The only value among the choices that are near enough, by the first glob of the list that has one
/// there; null where there is none or several.
const Entry* only_one(const std::vector<Choice>& choices, Nearness within);
/// The same in the figure's part of its sentence, else in the sentence.
const Entry* only_one_beside(const std::vector<Choice>& choices);

}  // namespace ziping
