#pragma once

#include "audit/ledger.h"
#include "pattern/relations.h"

namespace ziping::checks {

// One function an arithmetic of patterns/relations.toml; arithmetic_named() knows them by their names.
// Each looks for the figures that the relation is about and adds what it finds to the ledger. What cannot
// be told apart from another reading of the report is not accused.

void sum(const Relation& relation, Ledger& ledger);
void ratio(const Relation& relation, Ledger& ledger);
void formula(const Relation& relation, Ledger& ledger);
void completion(const Relation& relation, Ledger& ledger);
void difference(const Relation& relation, Ledger& ledger);
void product(const Relation& relation, Ledger& ledger);
void growth(const Relation& relation, Ledger& ledger);
void points(const Relation& relation, Ledger& ledger);
void twins(const Relation& relation, Ledger& ledger);
void lone_whole(const Relation& relation, Ledger& ledger);
void grade(const Relation& relation, Ledger& ledger);
void full_score(const Relation& relation, Ledger& ledger);
void closing_date(const Relation& relation, Ledger& ledger);
void report_date(const Relation& relation, Ledger& ledger);

void table_sum(const Relation& relation, Ledger& ledger);
void fund_sum(const Relation& relation, Ledger& ledger);
void fund_rate(const Relation& relation, Ledger& ledger);
void fund_score(const Relation& relation, Ledger& ledger);
void weight_sum(const Relation& relation, Ledger& ledger);
void level_weight(const Relation& relation, Ledger& ledger);
void score_sum(const Relation& relation, Ledger& ledger);
void score_cap(const Relation& relation, Ledger& ledger);
void missed_target(const Relation& relation, Ledger& ledger);
void form_grade(const Relation& relation, Ledger& ledger);
void text_form(const Relation& relation, Ledger& ledger);
void text_indicator(const Relation& relation, Ledger& ledger);

}  // namespace ziping::checks
