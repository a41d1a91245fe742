#include "form/cell_text.h"

#include "base/utf8.h"
#include "pattern/numeral.h"

#include <algorithm>
#include <array>

namespace ziping {
namespace {

/// A number in one piece of a cell.
struct Printed {
  Span digits;
  Decimal value;
};

std::vector<Printed> numbers_in(const std::string& text, Span piece) {
  std::vector<Printed> found;
  auto within = std::string_view(text).substr(0, piece.end);
  for (std::size_t at = piece.begin; at < piece.end;) {
    std::size_t here = at;
    if (!is_digit(next_char(within, at))) continue;
    auto numeral = read_numeral(within, here);
    if (!numeral) continue;
    if (numeral->value) found.push_back({{here, numeral->end}, *numeral->value});
    at = std::max(at, numeral->end);
  }
  return found;
}

/// The same digits, in 元, 万元, 亿元, 千元 or ‰.
bool same_digits(const Decimal& value, const Decimal& printed) {
  constexpr std::array<int, 5> kPowers = {0, 4, 8, 3, -1};
  Decimal amount = value.negative() ? -value : value;
  return std::any_of(kPowers.begin(), kPowers.end(),
                     [&](int power) { return printed.shifted(power) == amount; });
}

/// The number with its sign, the comparator before it and the unit behind it.
Span whole_of(const std::string& text, Span piece, Span digits, const Units& units) {
  auto within = std::string_view(text).substr(0, piece.end);
  Span whole = digits;
  for (std::string_view sign : {"-", "−", "－"})
    if (within.substr(piece.begin, whole.begin - piece.begin).ends_with(sign)) whole.begin -= sign.size();
  std::size_t begin = whole.begin;
  if (units.comparator_before(within, whole.begin, begin) != nullptr && begin >= piece.begin)
    whole.begin = begin;
  if (const Unit* unit = units.unit_at(within, whole.end); unit != nullptr && unit->kind)
    whole.end += unit->surface.size();
  std::size_t end = whole.end;
  if (units.comparator_after(within, whole.end, end) != nullptr && end <= piece.end) whole.end = end;
  return whole;
}

}  // namespace

CellText::CellText(const std::string& text, const FormPages& pages, const std::vector<Mention>& mentions)
    : text_(text), pages_(pages), mentions_(mentions) {
  for (std::size_t table = 0; table < pages.tables.size(); ++table)
    for (std::size_t cell = 0; cell < pages.tables[table].cells.size(); ++cell)
      for (Span piece : pages.tables[table].cells[cell].pieces)
        pieces_.push_back({piece, {static_cast<int>(table), static_cast<int>(cell)}});
  std::stable_sort(pieces_.begin(), pieces_.end(),
                   [](const Piece& a, const Piece& b) { return a.span.begin < b.span.begin; });
}

CellId CellText::cell_at(std::size_t at) const {
  auto after = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                [](std::size_t a, const Piece& piece) { return a < piece.span.begin; });
  if (after == pieces_.begin() || !(after - 1)->span.contains(at)) return {};
  return (after - 1)->id;
}

std::vector<const Mention*> CellText::mentions_in(const Cell& cell) const {
  std::vector<const Mention*> found;
  for (Span piece : cell.pieces) {
    auto inside = mentions_in(piece);
    found.insert(found.end(), inside.begin(), inside.end());
  }
  return found;
}

std::vector<const Mention*> CellText::mentions_in(Span span) const {
  std::vector<const Mention*> found;
  auto mention = std::partition_point(mentions_.begin(), mentions_.end(),
                                      [&](const Mention& m) { return m.span.end <= span.begin; });
  for (; mention != mentions_.end() && mention->span.begin < span.end; ++mention) found.push_back(&*mention);
  return found;
}

std::optional<FigurePlace> figure_place(const std::string& text, const Cell& cell, const Decimal& value,
                                        const Units& units) {
  std::optional<FigurePlace> first;
  for (Span piece : cell.pieces)
    for (const Printed& number : numbers_in(text, piece)) {
      bool same = same_digits(value, number.value);
      if (first && !same) continue;
      FigurePlace place{whole_of(text, piece, number.digits, units), same};
      if (same) return place;
      first = place;
    }
  return first;
}

}  // namespace ziping
