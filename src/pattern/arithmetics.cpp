#include "pattern/relations.h"

namespace ziping {

/// The arithmetic itself stands in audit/checks.cpp, by the same names.
const std::vector<Arithmetic>& arithmetics() {
  static const std::vector<Arithmetic> all = {
      // Figures of the text.
      {"sum", {"whole", "part"}, {}, {"opens", "closes"}, {"near", "complete"}},
      {"ratio", {"stated", "part", "whole"}, {"also", "wrong"}, {}, {"silent"}},
      {"formula", {"stated"}, {"whole"}, {}, {}, true},
      {"completion", {"stated"}, {}, {}, {}},
      {"difference", {"stated", "from", "less"}, {"more"}, {}, {}},
      {"product", {"price", "amount"}, {"total"}, {}, {"near"}},
      {"growth", {"stated"}, {}, {}, {}},
      {"points", {"stated"}, {}, {}, {}},
      {"twins", {"stated"}, {}, {"fillers", "levels", "aims"}, {"likeness"}},
      {"lone_whole", {"stated"}, {}, {"opens", "closes"}, {"near"}},
      {"grade", {"stated", "word"}, {}, {"bands"}, {}},
      {"full_score", {"stated", "part", "whole"}, {}, {}, {}},
      {"closing_date", {"stated"}, {}, {}, {}, true},
      {"report_date", {}, {}, {}, {}},
      // Cells of tables.
      {"table_sum", {}, {}, {"totals"}, {"near"}},
      {"fund_sum", {}, {}, {"columns"}, {}},
      {"fund_rate", {}, {}, {"columns"}, {}},
      {"fund_score", {}, {}, {}, {}},
      {"weight_sum", {}, {}, {}, {}},
      {"level_weight", {}, {}, {}, {}, true},
      {"score_sum", {}, {}, {}, {}},
      {"score_cap", {}, {}, {}, {}},
      {"missed_target", {}, {}, {"lower", "unmet"}, {}},
      {"form_grade", {}, {}, {"bands"}, {}},
      {"text_form", {"stated"}, {}, {"columns"}, {}},
      {"text_indicator", {}, {}, {"fillers", "levels"}, {}},
  };
  return all;
}

}  // namespace ziping
