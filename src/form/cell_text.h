#pragma once

#include "form/form.h"
#include "pattern/mention.h"
#include "pattern/units.h"

#include <optional>
#include <string>
#include <vector>

namespace ziping {

/// The cells of a document's tables and what prose reading has found in them.
class CellText {
 public:
  /// `mentions` are in text order. All three must outlive the object.
  CellText(const std::string& text, const FormPages& pages, const std::vector<Mention>& mentions);

  const std::string& text() const { return text_; }
  const CellTable& table(CellId id) const { return pages_.tables[static_cast<std::size_t>(id.table)]; }
  const Cell& cell(CellId id) const { return table(id).cells[static_cast<std::size_t>(id.cell)]; }

  /// The cell that holds `at`; unknown where none does.
  CellId cell_at(std::size_t at) const;
  /// The mentions that touch a cell.
  std::vector<const Mention*> mentions_in(const Cell& cell) const;
  std::vector<const Mention*> mentions_in(Span span) const;

 private:
  struct Piece {
    Span span;
    CellId id;
  };
  const std::string& text_;
  const FormPages& pages_;
  const std::vector<Mention>& mentions_;
  std::vector<Piece> pieces_;  ///< by place in the text
};

/// Where a cell prints a figure.
struct FigurePlace {
  Span span;  ///< number, unit and adjacent comparator
  bool stated =
      true;  ///< the digits are those of the figure; a repair made it another one where they are not
};

/// Where a cell states `value`, which may be printed in units of ten powers of its own: the first number
/// of the same digits, else the first one. Empty where the cell holds no number.
std::optional<FigurePlace> figure_place(const std::string& text, const Cell& cell, const Decimal& value,
                                        const Units& units);

}  // namespace ziping
