#include "audit/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace ziping {
namespace {

/// The figures of a table that no form claims, by row and column.
using Figures = std::map<std::pair<int, int>, const Mention*>;

bool is_total(const Relation& relation, const std::string& label) {
  std::string word;
  std::copy_if(label.begin(), label.end(), std::back_inserter(word),
               [](char c) { return c != ' ' && c != '\n'; });
  const std::vector<std::string>& words = relation.list("totals");
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::set<int> tables_of_forms(const Ledger& ledger) {
  std::set<int> tables;
  for (const Form* form : ledger.forms()) tables.insert(form->tables.begin(), form->tables.end());
  return tables;
}

class TableCheck {
 public:
  TableCheck(const Relation& relation, Ledger& ledger, const CellTable& table, const Figures& figures)
      : relation_(relation), ledger_(ledger), table_(table), figures_(figures) {}

  void run() {
    int first = -1;  // row of the total
    for (int row = 0; row < table_.rows; ++row)
      if (is_total(relation_, table_.at(row, 0).text)) {
        if (first >= 0) return;  // totals of parts: which rows each is of is not certain
        first = row;
      }
    if (first < 0) return;
    bool below = first + 1 == table_.rows;
    for (int column = 1; column < table_.columns; ++column) check(first, column, below);
  }

 private:
  std::optional<Fact> fact_at(int row, int column) const {
    auto found = figures_.find({row, column});
    if (found == figures_.end() || found->second->kind == Kind::rate) return std::nullopt;
    return ledger_.fact_of_mention(*found->second);
  }

  void check(int total_row, int column, bool below) {
    auto total = fact_at(total_row, column);
    if (!total) return;
    std::vector<Fact> parts;
    int gaps = 0;
    for (int row = below ? 0 : total_row + 1; row < (below ? total_row : table_.rows); ++row) {
      if (table_.at(row, column).row != row) return;  // a cell of several rows
      auto part = fact_at(row, column);
      if (part) parts.push_back(*part);
      gaps += !part && !parts.empty() && !table_.at(row, column).empty();
    }
    if (parts.size() < 2) return;
    Decimal sum, slack;
    std::vector<const Fact*> others;
    for (const Fact& part : parts) {
      sum = sum + part.value;
      slack = slack + part.slack;
      others.push_back(&part);
    }
    Severity severity = judge(*total, sum, slack);
    bool meant = near(sum, total->value, relation_.number("near", 3)) || is_slip(sum, total->value);
    if (severity == Severity::disagree && (gaps > 0 || table_.ocr || table_.inferred || !meant)) return;
    ledger_.add(relation_, severity, *total, sum, others,
                fmt::format("The rows of the table add up to {}; its total is {}.", restated(*total, sum),
                            total->shown));
  }

  const Relation& relation_;
  Ledger& ledger_;
  const CellTable& table_;
  const Figures& figures_;
};

}  // namespace

void checks::table_sum(const Relation& relation, Ledger& ledger) {
  std::set<int> forms = tables_of_forms(ledger);
  std::map<int, Figures> tables;
  for (const Mention* mention : ledger.table_mentions()) {
    if (forms.contains(mention->table)) continue;
    const CellTable& table = ledger.pages().tables[static_cast<std::size_t>(mention->table)];
    const Cell& cell = table.cells[static_cast<std::size_t>(mention->cell)];
    auto [found, fresh] = tables[mention->table].try_emplace({cell.row, cell.column}, mention);
    if (!fresh) found->second = nullptr;
  }
  for (auto& [index, figures] : tables) {
    std::erase_if(figures, [](const auto& entry) { return entry.second == nullptr; });
    TableCheck(relation, ledger, ledger.pages().tables[static_cast<std::size_t>(index)], figures).run();
  }
}

}  // namespace ziping
