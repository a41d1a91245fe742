#include "pattern/mention.h"

namespace ziping {

const char* name_of(Kind kind) {
  constexpr const char* kNames[] = {"amount", "rate", "headcount", "score", "count"};
  return kNames[static_cast<int>(kind)];
}

const char* name_of(Comparator comparator) {
  constexpr const char* kNames[] = {"eq", "ge", "gt", "le", "lt", "approx", "range"};
  return kNames[static_cast<int>(comparator)];
}

const char* name_of(Change change) {
  constexpr const char* kNames[] = {"", "increase", "decrease", "raised_to", "lowered_to"};
  return kNames[static_cast<int>(change)];
}

const char* name_of(Role role) {
  constexpr const char* kNames[] = {"target", "actual", "prior", "other"};
  return kNames[static_cast<int>(role)];
}

std::string Quantity::str() const {
  if (!word.empty()) return word;
  return high ? low.str() + "~" + high->str() : low.str();
}

}  // namespace ziping
