#pragma once

#include "record/schema.h"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace ziping {

/// What a column holds.
struct ColumnFacts {
  std::size_t filled = 0;
  std::array<std::size_t, std::size(kMissing)> empty{};  ///< cells by why they are empty
  std::string min, max;                                  ///< of its numbers, as they stand
  std::string example, example_place;                    ///< its first value: `tax.pdf, page 3`
  /// Its values and how many cells have each, where all are words such as `budget.total` and not too many.
  std::map<std::string, std::size_t> words;

  std::size_t empties(Missing reason) const { return empty[static_cast<std::size_t>(reason)]; }
};

/// What a table holds, column by column.
struct TableFacts {
  const Table* table = nullptr;
  std::size_t rows = 0;
  std::vector<ColumnFacts> columns;
};

/// Gathers the facts of one table, row by row.
class FactsCollector {
 public:
  explicit FactsCollector(const Table& table);
  void row(const Row& row);
  const TableFacts& facts() const { return facts_; }

 private:
  struct Extremes {
    double min = 0, max = 0;
  };
  void count_number(std::size_t column, const std::string& cell);
  void count_word(std::size_t column, const std::string& cell);
  std::string place_of(const Row& row) const;

  TableFacts facts_;
  std::vector<Extremes> extremes_;
  std::vector<bool> wordy_;        // columns whose values are words so far
  int missing_, document_, page_;  // columns; -1 where there is none
};

/// Why a cell of a row is empty. `missing`: index of column `missing`, or -1.
Missing why_empty(const Table& table, int missing, const Row& row, std::size_t column);

}  // namespace ziping
