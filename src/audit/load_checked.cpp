#include "audit/load_checked.h"

#include "audit/relation_examples.h"
#include "base/error.h"
#include "form/form_examples.h"

namespace ziping {

PatternSet load_checked(const std::vector<PatternFile>& files) {
  PatternSet patterns = PatternSet::load(files, PatternChecks::examples);
  if (auto faults = check_form_examples(patterns); !faults.empty()) throw PatternError(faults.front());
  if (auto faults = check_relation_examples(patterns); !faults.empty()) throw PatternError(faults.front());
  return patterns;
}

}  // namespace ziping
