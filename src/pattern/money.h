#pragma once

#include "pattern/figure.h"

namespace ziping {

/// Takes 角 and 分 behind 元 into an amount: 50元6角三分, 九十九块九.
void take_small_money(const Passage& passage, Figure& figure);

/// Gives figures without unit the unit of another amount of the paragraph and adds them to the values:
/// one that equals an amount is the same fact again (总额63.72，支付63.72万元), and a total takes the unit of
/// its parts in brackets (1032.44（含中央689.31万元，省级343.13万元）).
void adopt_twins(const Passage& passage, Found& found);

}  // namespace ziping
