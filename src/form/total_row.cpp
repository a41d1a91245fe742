#include "form/block.h"

#include <algorithm>

namespace ziping {
namespace {

/// 优, or what stands behind the colon of 自评等级：优.
std::string grade_in(const std::string& text, const FormWords& words) {
  std::size_t colon = text.rfind("：");
  std::string word =
      form_key(colon == std::string::npos ? text : text.substr(colon + std::string_view("：").size()));
  return words.grades.find(word) == nullptr ? "" : word;
}

}  // namespace

bool read_total_row(const TableView& table, int row, std::optional<ColumnRange> weights, Form& form) {
  const TableWords& words = table.words;
  auto printed = words.printed_row(row);
  if (printed.empty() || words.words().totals.find(words.key(printed.front())) == nullptr) return false;
  std::vector<int> figures;
  for (int cell : printed) {
    if (table.values.points(words.cell(cell).text)) figures.push_back(cell);
    if (auto grade = grade_in(words.cell(cell).text, words.words()); !grade.empty()) form.head.grade = grade;
  }
  bool only_weight = false;
  if (weights && figures.size() == 1) {
    auto under = words.within(row, *weights);
    only_weight = std::find(under.begin(), under.end(), figures.front()) != under.end();
  }
  auto take = [&](int cell, ColumnRole role, std::optional<Decimal>& figure) {
    figure = table.values.points(words.cell(cell).text);
    form.uses.push_back({table.id(cell), role, -1, false, true});
  };
  bool weighted = weights && (figures.size() > 1 || only_weight);
  if (weighted) take(figures.front(), ColumnRole::weight, form.head.total_weight);
  std::size_t score = weighted ? 1 : 0;
  if (score < figures.size()) take(figures[score], ColumnRole::score, form.head.total_score);
  return true;
}

}  // namespace ziping
