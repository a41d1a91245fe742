#include "audit/audit.h"

#include "audit/checks.h"
#include "audit/ledger.h"
#include "form/report_forms.h"

#include <iterator>
#include <string_view>

namespace ziping {
namespace {

using Check = void (*)(const Relation&, Ledger&);

struct NamedCheck {
  std::string_view name;
  Check check;
};
constexpr NamedCheck kChecks[] = {
    {"sum", checks::sum},
    {"ratio", checks::ratio},
    {"formula", checks::formula},
    {"completion", checks::completion},
    {"difference", checks::difference},
    {"product", checks::product},
    {"growth", checks::growth},
    {"points", checks::points},
    {"twins", checks::twins},
    {"lone_whole", checks::lone_whole},
    {"grade", checks::grade},
    {"full_score", checks::full_score},
    {"closing_date", checks::closing_date},
    {"report_date", checks::report_date},
    {"table_sum", checks::table_sum},
    {"fund_sum", checks::fund_sum},
    {"fund_rate", checks::fund_rate},
    {"fund_score", checks::fund_score},
    {"weight_sum", checks::weight_sum},
    {"level_weight", checks::level_weight},
    {"score_sum", checks::score_sum},
    {"score_cap", checks::score_cap},
    {"missed_target", checks::missed_target},
    {"form_grade", checks::form_grade},
    {"text_form", checks::text_form},
    {"text_indicator", checks::text_indicator},
};

/// relations.toml has been checked: its arithmetics are all here.
Check check_named(std::string_view name) {
  for (const NamedCheck& check : kChecks)
    if (check.name == name) return check.check;
  return nullptr;
}

}  // namespace

std::vector<Finding> audit(const AuditInput& input, const PatternSet& patterns) {
  std::vector<Finding> findings;
  for (std::size_t report = 0; report < input.outline.reports.size(); ++report) {
    if (states_nothing(input.outline.reports[report])) continue;
    Ledger ledger(input, static_cast<int>(report));
    for (const Relation& relation : patterns.relations())
      if (Check check = check_named(relation.arithmetic)) check(relation, ledger);
    std::vector<Finding> found = ledger.take();
    std::move(found.begin(), found.end(), std::back_inserter(findings));
  }
  return findings;
}

}  // namespace ziping
