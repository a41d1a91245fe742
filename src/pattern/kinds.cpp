#include "pattern/kinds.h"

namespace ziping {
namespace {

/// The enumerator among 0..last that has this name.
template <typename Enum>
std::optional<Enum> named(std::string_view name, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i)
    if (name == name_of(static_cast<Enum>(i))) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::optional<Kind> kind_named(std::string_view name) {
  return named(name, Kind::count);
}
std::optional<Comparator> comparator_named(std::string_view name) {
  return named(name, Comparator::range);
}
std::optional<Change> change_named(std::string_view name) {
  return named(name, Change::lowered_to);
}
std::optional<Role> role_named(std::string_view name) {
  return named(name, Role::other);
}

}  // namespace ziping
