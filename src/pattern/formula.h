#pragma once

#include "pattern/figure.h"

namespace ziping {

// 执行率=47/50*100%=94%: the operands are no values, the last figure is the rate.

/// True where an operator stands at `at` with another operand behind it.
bool is_operand(const Passage& passage, std::size_t at);
/// True for the result without unit of a formula that the name of a rate begins: 执行率=47/50=94.
bool is_formula_rate(const Passage& passage, const Figure& figure);

}  // namespace ziping
