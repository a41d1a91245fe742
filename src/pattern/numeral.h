#pragma once

#include "base/decimal.h"

#include <optional>
#include <string_view>

namespace ziping {

/// A number as it stands in a text, before its unit.
struct Numeral {
  std::size_t end = 0;           ///< byte after the number
  std::optional<Decimal> value;  ///< empty for an unknown shape; then `fault` says why
  const char* fault = "";
  bool chinese = false;     ///< holds no Arabic digit
  bool more = false;        ///< 余 or 多 after the figures: 20多万, 2.3万余
  bool multiplied = false;  ///< Arabic figures with 万 or 亿 behind them
};

/// Reads the longest number at byte `at` of clean text: Arabic digits with separators (28,281.37),
/// Chinese numerals (一百二十万, 壹佰壹拾捌万伍仟), and mixtures (5万4千6百, 350万亿, 20多万).
/// Strict: a shape that is not one number has no value and a fault, never a sum
/// (三五, 几十, 一百二百). Empty where no number begins at `at`.
std::optional<Numeral> read_numeral(std::string_view text, std::size_t at);

/// True for a character that can begin a number: a digit or a Chinese numeral character.
bool begins_numeral(char32_t ch);
/// The first place at or after `at`, where a character begins, with such a character; text.size() for none.
std::size_t next_numeral(std::string_view text, std::size_t at);

}  // namespace ziping
