#include "form/block.h"

#include <algorithm>
#include <array>

namespace ziping {
namespace {

/// A text beside a label; a dash is none, nor is a hint in brackets: （填主管部门全称）.
std::string stated(const TableView& table, int cell) {
  const std::string& text = table.words.cell(cell).text;
  bool hint = text.starts_with("（") && form_key(text).empty();
  return hint || table.values.blank(text) ? "" : table.words.cell(cell).printed;
}

std::string* field_of(FormHead& head, const std::string& field) {
  if (field == "project") return &head.project;
  if (field == "organisation") return &head.organisation;
  if (field == "department") return &head.department;
  if (field == "central_department") return &head.central_department;
  if (field == "grade") return &head.grade;
  return nullptr;
}

bool is_label(const TableView& table, int cell) {
  const std::string& key = table.words.key(cell);
  return !key.empty() &&
         (table.words.words().fields.find(key) != nullptr || table.words.words().goals.find(key) != nullptr);
}

}  // namespace

int read_goals(const Block& block, Form& form) {
  int row = block.header.end_row;
  if (row >= block.table.rows()) return row;
  auto text = [&](std::initializer_list<ColumnRole> roles) {
    for (ColumnRole role : roles)
      if (block.header.has(role)) return block.printed(role, row);
    return std::string();
  };
  form.head.goal_target = text({ColumnRole::goal_target, ColumnRole::target});
  form.head.goal_actual = text({ColumnRole::goal_actual, ColumnRole::actual});
  return row + 1;
}

bool read_labelled_goal(const TableView& table, int row, Form& form) {
  auto cells = table.words.printed_row(row);
  bool any = false;
  for (std::size_t at = 0; at + 1 < cells.size(); ++at) {
    const std::string* goal = table.words.words().goals.find(table.words.key(cells[at]));
    if (goal == nullptr || is_label(table, cells[at + 1])) continue;
    std::string& text = *goal == "goal_actual" ? form.head.goal_actual : form.head.goal_target;
    text = stated(table, cells[at + 1]);
    any = true;
    ++at;
  }
  return any;
}

bool read_fields(const TableView& table, int row, FormHead& head) {
  const std::vector<int>& cells = table.words.row(row);
  bool any = false;
  for (std::size_t at = 0; at + 1 < cells.size(); ++at) {
    if (table.words.cell(cells[at]).row != row) continue;
    const std::string* field = table.words.words().fields.find(table.words.key(cells[at]));
    if (field == nullptr || is_label(table, cells[at + 1])) continue;
    any = true;
    const std::string text = stated(table, cells[at + 1]);
    if (*field == "score") {
      if (!head.total_score) head.total_score = table.values.points(table.words.cell(cells[at + 1]).text);
    } else if (std::string* out = field_of(head, *field); out != nullptr && out->empty()) {
      *out = text;
    }
    ++at;
  }
  return any;
}

}  // namespace ziping
