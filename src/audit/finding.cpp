#include "audit/finding.h"

namespace ziping {

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::agree:
      return "agree";
    case Severity::rounding:
      return "rounding";
    case Severity::disagree:
      return "disagree";
  }
  return "";
}

}  // namespace ziping
