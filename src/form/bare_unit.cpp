#include "form/bare_unit.h"

#include "form/money_unit.h"

namespace ziping {
namespace {

constexpr std::size_t kCaption = 120;        // bytes above a table in which its unit may stand
constexpr std::size_t kLongestCaption = 90;  // bytes of a cell that may be one
constexpr const char* kUnitLabel = "单位：";

bool is_amount(ColumnRole column) {
  return column == ColumnRole::initial || column == ColumnRole::adjusted || column == ColumnRole::executed ||
         column == ColumnRole::received;
}

bool is_points(ColumnRole column) {
  return column == ColumnRole::weight || column == ColumnRole::score || column == ColumnRole::review_score;
}

}  // namespace

struct BareUnits::Meaning {
  std::string unit;
  int power = 0;  ///< the number is worth 10^power of it
};

std::optional<Quantity> BareUnits::quantity(const Cell& cell, const Decimal& number) {
  auto means = meaning(cell, number);
  if (!means) return stated_beside(cell);
  Quantity quantity;
  quantity.low = number.shifted(means->power);
  quantity.unit = means->unit;
  return quantity;
}

std::optional<BareUnits::Meaning> BareUnits::meaning(const Cell& cell, const Decimal& number) {
  ColumnRole column = heads_.column(cell);
  if (column == ColumnRole::number) return std::nullopt;
  const TableHeads::Head& head = heads_.head(cell);
  int label = heads_.label(cell);
  for (int index : {head.cell, head.upper, label})
    if (auto unit = named_in(heads_.text(index))) return unit;
  if (is_points(column)) return Meaning{"point", 0};
  bool percent = column == ColumnRole::rate || units_.bare_percent(form_key(heads_.text(head.cell))) ||
                 units_.bare_percent(form_key(heads_.text(label)));
  if (percent) return Meaning{"percent", 0};
  bool amount = is_amount(column);
  if (column == ColumnRole::none && !in_form_)
    amount = number.decimals() > 0 ||
             units_.bare_kind(heads_.text(label) + heads_.text(head.cell), "") == Kind::amount;
  auto power = amount ? caption() : std::nullopt;
  return power ? std::optional(Meaning{"CNY", *power}) : std::nullopt;
}

/// The unit in the brackets of a header or label: 面积（亩）, 占比（%）.
std::optional<BareUnits::Meaning> BareUnits::named_in(const std::string& words) const {
  if (auto power = money_unit_in(words, values_)) return Meaning{"CNY", *power};
  std::size_t open = words.rfind("（"), close = words.rfind("）");
  if (open == std::string::npos || close == std::string::npos || close < open) return std::nullopt;
  std::size_t begin = open + std::string_view("（").size();
  const Unit* unit = units_.unit_at(std::string_view(words).substr(0, close), begin);
  if (unit == nullptr || !unit->kind || begin + unit->surface.size() != close) return std::nullopt;
  return Meaning{unit->unit.empty() ? unit->surface : unit->unit, unit->power};
}

/// What a target or result states with the sign and the unit in cells of its row: an initial target
/// beside the adjusted one that counts.
std::optional<Quantity> BareUnits::stated_beside(const Cell& cell) const {
  ColumnRole column = heads_.column(cell);
  bool target = column == ColumnRole::target || column == ColumnRole::adjusted_target;
  if (!target && column != ColumnRole::actual) return std::nullopt;
  const std::string& unit = heads_.text(heads_.in_row(cell.row, ColumnRole::unit));
  if (unit.empty()) return std::nullopt;
  int nature = target ? heads_.in_row(cell.row, ColumnRole::nature) : -1;
  return values_.stated(cell.text, unit, heads_.text(nature)).quantity;
}

/// The unit of money above the table or in one of its cells: 单位：万元.
std::optional<int> BareUnits::caption() {
  if (caption_read_) return caption_;
  caption_read_ = true;
  std::size_t end = table_.span.begin, begin = end - std::min(end, kCaption);
  while (begin < end && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) ++begin;
  caption_ = money_unit_in(std::string_view(text_).substr(begin, end - begin), values_);
  for (const Cell& cell : table_.cells)
    if (!caption_ && cell.text.size() <= kLongestCaption && cell.text.find(kUnitLabel) != std::string::npos)
      caption_ = money_unit_in(cell.text, values_);
  return caption_;
}

}  // namespace ziping
