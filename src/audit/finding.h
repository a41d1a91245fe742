#pragma once

#include "base/span.h"
#include "form/form.h"

#include <string>
#include <vector>

namespace ziping {

enum class Severity {
  agree,     ///< the figures keep the relation to the last printed place
  rounding,  ///< they keep it within what rounding of each of them allows
  disagree
};
const char* name_of(Severity severity);

/// A figure that a finding rests on.
struct Evidence {
  int mention = -1;  ///< index in the document's mentions; -1 where none is read of it
  CellId cell;       ///< where it stands in a form
};

/// What became of one relation between figures of a report.
struct Finding {
  int report = 1;    ///< 1-based
  std::string rule;  ///< relation id@rev of patterns/relations.toml
  Severity severity = Severity::agree;
  std::string stated, computed;    ///< as column `value` writes them: base units, no separators
  std::string message;             ///< one English sentence with the figures as printed
  std::vector<Evidence> evidence;  ///< the stated figure first
  Span place;                      ///< of the clean text: the stated figure, or the words in question
};

}  // namespace ziping
