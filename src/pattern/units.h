#pragma once

#include "base/char_set.h"
#include "base/word_filter.h"
#include "pattern/mention.h"
#include "pattern/toml_file.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ziping {

/// A unit's surface form and what it means. See patterns/units.toml.
struct Unit {
  std::string surface;
  std::optional<Kind> kind;  ///< empty: known, and not recorded (美元)
  std::string unit;
  int power = 0;        ///< the surface form is worth 10^power of `unit`
  bool whole = false;   ///< no fractions of it
  bool chinese = true;  ///< may follow a Chinese numeral
  std::u32string not_before, only_before;
};

/// A word beside a number that makes it a bound or an approximation.
struct ComparatorWord {
  std::string text;
  Comparator value = Comparator::eq;
};

/// A word that is a value of its own: 一半 is 50 percent.
struct ValueWord {
  std::string text;
  Kind kind = Kind::rate;
  std::string unit;
  Decimal value;
};

/// Everything of units.toml, ready to look up. Look-ups take the longest entry that fits.
class Units {
 public:
  Units() = default;
  /// Throws PatternError.
  explicit Units(const TomlFile& file);

  /// The unit that begins at byte `at`; null where none does or its guards forbid it.
  const Unit* unit_at(std::string_view text, std::size_t at) const;
  /// The word of value that begins at byte `at`; null for none.
  const ValueWord* word_at(std::string_view text, std::size_t at) const;
  /// The comparator that ends at byte `end` (fillers between it and the number are passed over);
  /// its first byte goes to `begin`.
  const ComparatorWord* comparator_before(std::string_view text, std::size_t end, std::size_t& begin) const;
  /// The comparator that begins at byte `at`; the byte after it goes to `end`.
  const ComparatorWord* comparator_after(std::string_view text, std::size_t at, std::size_t& end) const;
  /// The denominator that begins at `at` behind a slash (人·年); the byte after it goes to `end`.
  std::string per_after(std::string_view text, std::size_t at, std::size_t& end) const;
  /// The last 每人每年 or 人均 in `before`, a clause up to its number; empty where there is none.
  std::string per_before(std::string_view before) const;
  /// What a number without a unit counts, by the words of its clause: `amount`, `headcount`.
  std::optional<Kind> bare_kind(std::string_view before, std::string_view after) const;
  /// True where a figure without a unit, behind `label` and a sign of equality, is a percentage.
  bool bare_percent(std::string_view label) const;

 private:
  void read_units(const TomlFile& file);
  void read_words(const TomlFile& file);
  void read_comparators(const TomlFile& file);
  void read_per(const TomlFile& file);
  std::string per_token_at(std::string_view text, std::size_t at) const;
  bool names_average(std::string_view before, std::string_view word) const;
  std::string per_chain(std::string_view text, std::size_t at, std::size_t& end) const;

  std::vector<Unit> units_;
  CharSet unit_firsts_, before_lasts_, after_firsts_, filler_lasts_,
      word_firsts_;  ///< most look-ups end here
  std::unordered_map<char32_t, std::vector<std::size_t>> units_by_first_;
  std::unordered_map<char32_t, std::vector<ComparatorWord>> before_by_last_, after_by_first_;
  std::unordered_map<std::string, std::u32string> comparator_guards_, after_guards_;
  std::vector<std::string> fillers_, per_tokens_, per_joints_;
  std::vector<std::pair<std::string, std::string>> averages_;
  WordFilter average_filter_;
  std::vector<std::string> average_guards_;
  std::vector<std::string> bare_amount_, bare_headcount_, bare_percent_;
  std::vector<ValueWord> words_;
};

}  // namespace ziping
