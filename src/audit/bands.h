#pragma once

#include "audit/ledger.h"

#include <string>

namespace ziping {

/// Holds a grade against the score beside it, by the bands of the relation (`优 优秀 90 100`: words, from,
/// below; the highest band holds its end). Nothing for a word that no band knows.
void judge_grade(const Relation& relation, Ledger& ledger, const Fact& score, const std::string& grade);

}  // namespace ziping
