#pragma once

#include "form/form.h"
#include "form/header_row.h"

#include <string_view>
#include <vector>

namespace ziping {

/// The variant of patterns/forms whose columns are most like those of a form's headers and whose words
/// stand in it; null where none is at least half like it. A form without results is like no other.
const FormVariant* variant_of(const std::vector<Header>& headers, bool targets_only, std::string_view text,
                              const std::vector<FormVariant>& variants);

}  // namespace ziping
