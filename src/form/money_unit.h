#pragma once

#include "form/cell_value.h"

#include <optional>
#include <string_view>

namespace ziping {

/// The unit of money that a header, label or caption names: 项目资金（万元）, 单位：万元. As a power of ten
/// of a yuan; empty where it names none.
std::optional<int> money_unit_in(std::string_view text, const CellValues& values);

}  // namespace ziping
