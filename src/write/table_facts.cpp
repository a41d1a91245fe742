#include "write/table_facts.h"

#include <algorithm>
#include <charconv>

namespace ziping {
namespace {

constexpr std::size_t kMostWords = 300, kLongestWord = 40;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_word(std::string_view cell) {
  return cell.size() <= kLongestWord && is_letter(cell.front()) &&
         std::all_of(cell.begin(), cell.end(), [](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') ||
                  std::string_view("_.@-").find(c) != std::string_view::npos;
         });
}

}  // namespace

Missing why_empty(const Table& table, int missing, const Row& row, std::size_t column) {
  Missing otherwise = table.columns[column].empty;
  if (missing < 0 || row[static_cast<std::size_t>(missing)].empty()) return otherwise;
  return missing_in(row[static_cast<std::size_t>(missing)], table.columns[column].name, otherwise);
}

FactsCollector::FactsCollector(const Table& table)
    : facts_{&table, 0, std::vector<ColumnFacts>(table.columns.size())},
      extremes_(table.columns.size()),
      missing_(column_index(table, "missing")),
      document_(column_index(table, "document")),
      page_(column_index(table, "page")) {
  for (const Column& column : table.columns)
    wordy_.push_back(column.type == ColumnType::text && column.codes == nullptr &&
                     column.name != std::string_view("document"));
}

void FactsCollector::row(const Row& row) {
  ++facts_.rows;
  for (std::size_t i = 0; i < row.size(); ++i) {
    ColumnFacts& column = facts_.columns[i];
    if (row[i].empty()) {
      ++column.empty[static_cast<std::size_t>(why_empty(*facts_.table, missing_, row, i))];
      continue;
    }
    if (column.filled++ == 0) {
      column.example = row[i];
      column.example_place = place_of(row);
    }
    if (facts_.table->columns[i].type != ColumnType::text) count_number(i, row[i]);
    if (wordy_[i]) count_word(i, row[i]);
  }
}

void FactsCollector::count_word(std::size_t column, const std::string& cell) {
  auto& words = facts_.columns[column].words;
  wordy_[column] = is_word(cell) && (words.size() < kMostWords || words.count(cell) > 0);
  if (wordy_[column]) {
    ++words[cell];
  } else {
    words.clear();
  }
}

void FactsCollector::count_number(std::size_t column, const std::string& cell) {
  double value = 0;
  auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return;
  ColumnFacts& facts = facts_.columns[column];
  Extremes& extremes = extremes_[column];
  if (facts.min.empty() || value < extremes.min) {
    extremes.min = value;
    facts.min = cell;
  }
  if (facts.max.empty() || value > extremes.max) {
    extremes.max = value;
    facts.max = cell;
  }
}

std::string FactsCollector::place_of(const Row& row) const {
  if (document_ < 0) return "";
  std::string place = row[static_cast<std::size_t>(document_)];
  if (page_ >= 0 && !row[static_cast<std::size_t>(page_)].empty())
    place += ", page " + row[static_cast<std::size_t>(page_)];
  return place;
}

}  // namespace ziping
