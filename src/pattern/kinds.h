#pragma once

#include "pattern/mention.h"

#include <optional>
#include <string_view>

namespace ziping {

// The words of pattern files for the enumerations of a mention; empty for an unknown word.
std::optional<Kind> kind_named(std::string_view name);
std::optional<Comparator> comparator_named(std::string_view name);
std::optional<Change> change_named(std::string_view name);
std::optional<Role> role_named(std::string_view name);

}  // namespace ziping
