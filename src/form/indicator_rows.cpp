#include "form/block.h"

#include <algorithm>
#include <array>

namespace ziping {
namespace {

/// The column that names an indicator: the deepest level that the block has.
ColumnRole name_role(const Header& header) {
  for (ColumnRole role : {ColumnRole::level3, ColumnRole::indicator, ColumnRole::level2, ColumnRole::level1})
    if (header.has(role)) return role;
  return ColumnRole::level3;
}

/// Reads the rows under one header. What is merged holds for each of its rows; a level that is printed
/// once and not merged holds until the next one.
class IndicatorReader {
 public:
  IndicatorReader(const Block& block, Form& form)
      : block_(block), words_(block.table.words), form_(form), name_(name_role(block.header)) {}

  /// Returns false where the block ends.
  bool read_row(int row) {
    if (block_.table.is_banner(row)) return read_banner(row);
    if (read_total_row(block_.table, row, weight_column(), form_)) return true;
    if (block_.table.is_note(row) || is_text(row)) return false;
    IndicatorRow indicator;
    carry_levels(row);
    indicator.level1 = level1_;
    indicator.level2 = level2_;
    indicator.level3 = level3_;
    read_values(row, indicator);
    return true;
  }

 private:
  bool begins(int cell, int row) const { return cell >= 0 && words_.cell(cell).row == row; }

  /// A text beside a label: one cell runs on under several headers.
  bool is_text(int row) const {
    int before = -1;
    for (ColumnRole role :
         {name_, ColumnRole::target, ColumnRole::actual, ColumnRole::weight, ColumnRole::score}) {
      int cell = block_.cell(role, row);
      if (cell >= 0 && cell == before) return true;
      if (block_.header.has(role)) before = cell;
    }
    return false;
  }

  /// 产出指标（50分） over all columns names the level of the rows under it.
  bool read_banner(int row) {
    int index = words_.printed_row(row).empty() ? -1 : words_.printed_row(row).front();
    if (index < 0) return true;
    const std::string* level = words_.words().levels.find(words_.key(index));
    if (level == nullptr) return false;
    if (*level == "level1") level1_ = words_.cell(index).printed;
    return true;
  }

  std::optional<ColumnRange> weight_column() const {
    const HeaderColumn* column = block_.header.column(ColumnRole::weight);
    return column == nullptr ? std::nullopt : std::optional(column->range);
  }

  void carry_levels(int row) {
    auto carry = [&](ColumnRole role, std::string& level) {
      std::string text = block_.printed(role, row);
      if (text.empty() || text == level) return false;
      level = text;
      return true;
    };
    if (name_ != ColumnRole::level1 && carry(ColumnRole::level1, level1_)) level2_.clear();
    if (name_ != ColumnRole::level2) carry(ColumnRole::level2, level2_);
    level3_ = block_.printed(name_, row);
  }

  void read_values(int row, IndicatorRow& indicator) {
    const CellValues& values = block_.table.values;
    indicator.target = target(row);
    indicator.actual = actual(row);
    int weight = block_.cell(ColumnRole::weight, row), score = block_.cell(ColumnRole::score, row);
    auto points = [&](const std::string& text) { return values.points(text); };
    if (begins(weight, row)) indicator.weight = block_.table.figure(weight, indicator.repair, points);
    if (begins(score, row)) indicator.score = block_.table.figure(score, indicator.repair, points);
    indicator.reason = block_.printed(ColumnRole::reason, row);
    int name = block_.cell(name_, row);
    bool stated = !indicator.target.text.empty() || !indicator.actual.text.empty() || indicator.weight ||
                  indicator.score;
    if (indicator.level3.empty() ? !stated : !begins(name, row) && !stated) return;
    if (name >= 0) indicator.name_cell = block_.table.id(name);
    int index = static_cast<int>(form_.indicators.size());
    auto use = [&](CellId id, ColumnRole role) {
      if (id.known()) form_.uses.push_back({id, role, index, false, false});
    };
    if (indicator.target.quantity) use(indicator.target.cell, ColumnRole::target);
    if (indicator.actual.quantity) use(indicator.actual.cell, ColumnRole::actual);
    if (indicator.weight) use(block_.table.id(weight), ColumnRole::weight);
    if (indicator.score) use(block_.table.id(score), ColumnRole::score);
    form_.indicators.push_back(std::move(indicator));
  }

  /// A dash stands for nothing.
  std::string stated_text(ColumnRole role, int row) const {
    std::string text = block_.text(role, row);
    return block_.table.values.blank(text) ? "" : text;
  }

  /// A target in one cell, or in the cells 性质 | 值 | 单位. An adjusted target wins where it is filled.
  StatedValue target(int row) const {
    ColumnRole role = ColumnRole::target;
    if (!stated_text(ColumnRole::adjusted_target, row).empty()) role = ColumnRole::adjusted_target;
    std::string cell = stated_text(role, row), nature = stated_text(ColumnRole::nature, row);
    StatedValue out = block_.table.values.stated(cell, stated_text(ColumnRole::unit, row), nature);
    bool split = block_.header.has(ColumnRole::nature) || block_.header.has(ColumnRole::unit);
    out.text = block_.printed(role, row);
    if (split && !cell.empty() && !in_words(row))
      out.text = block_.printed(ColumnRole::nature, row) + out.text + block_.printed(ColumnRole::unit, row);
    if (int index = block_.cell(role, row); index >= 0) out.cell = block_.table.id(index);
    return out;
  }

  StatedValue actual(int row) const {
    std::string unit = in_words(row) ? "" : stated_text(ColumnRole::unit, row);
    StatedValue out = block_.table.values.stated(stated_text(ColumnRole::actual, row), unit, "");
    out.text = block_.printed(ColumnRole::actual, row);
    if (int index = block_.cell(ColumnRole::actual, row); index >= 0) out.cell = block_.table.id(index);
    return out;
  }

  /// 定性: the target is words.
  bool in_words(int row) const {
    const std::string* sign = words_.words().natures.find(stated_text(ColumnRole::nature, row));
    return sign != nullptr && *sign == "text";
  }

  const Block& block_;
  const TableWords& words_;
  Form& form_;
  ColumnRole name_;
  std::string level1_, level2_, level3_;
};

}  // namespace

int read_indicator_rows(const Block& block, Form& form) {
  IndicatorReader reader(block, form);
  int row = block.header.end_row;
  while (row < block.table.rows()) {
    auto header = read_header(block.table.words, row);
    if (header && header->type != BlockType::indicators) break;
    if (header) {
      row = header->end_row;  // repeated on the next page
      continue;
    }
    if (!reader.read_row(row)) break;
    ++row;
  }
  return row;
}

}  // namespace ziping
