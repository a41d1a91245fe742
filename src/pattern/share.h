#pragma once

#include "pattern/figure.h"

#include <optional>

namespace ziping {

/// True where 分之 stands behind a number.
bool is_fraction(const Passage& passage, const Figure& figure);
/// 百分之八十五, 三分之二, 千分之0.5: makes a figure before 分之 the fraction in percent. False where no
/// part stands behind 分之; the figure's span then ends there.
bool take_fraction(const Passage& passage, Figure& figure);

/// 九成五: a digit behind 成 counts tenths of it.
void take_half_tenth(const Passage& passage, Figure& figure);

/// 1:3, 7:2:1: the ratio that begins with this figure, beside a word of sharing; never a time of day.
std::optional<Value> ratio_at(const Passage& passage, const Figure& figure);

}  // namespace ziping
