#pragma once

#include "form/cell_text.h"
#include "pattern/pattern_set.h"

#include <string>
#include <vector>

namespace ziping {

/// A figure of a table cell on its way to a record.
struct CellFigure {
  CellId cell;
  Span span;  ///< of the clean text
  Kind kind = Kind::count;
  Quantity quantity;
  std::string per;
  std::optional<Role> role;  ///< by its column; empty where the words decide
  std::string detail;        ///< concept by row and column; empty where the words before it decide
  std::string pattern;       ///< what gave that concept
  std::vector<Span> words;   ///< that say what it is: name of its row, header of its column
  std::string lead;          ///< more words, tried where those name no concept: the level above
  Span subject;
  std::string repair;
  /// What prose reading has made of it: all that this figure does not say stays as it is.
  const Mention* prose = nullptr;
  std::string note;  ///< how it was found, for `explain`
};

/// What a quantity counts, by its unit.
Kind kind_of(const Quantity& quantity);

/// The figures that forms have read: amounts, rates, weights and scores of funds rows; targets, results,
/// weights and scores of indicators; the total row; the grade; and what prose reading found in cells
/// whose column says more of it.
void form_figures(const CellText& cells, const FormPages& pages, const PatternSet& patterns,
                  std::vector<CellFigure>& figures);

/// The bare numbers of cells that no form uses, with the unit of their header, row label or caption; those
/// whose unit nothing tells are left out. Figures with a unit get the words of header and row label where
/// prose reading could not name them. Cells of the `figures` found so far are left alone.
void plain_figures(const CellText& cells, const FormPages& pages, const PatternSet& patterns,
                   std::vector<CellFigure>& figures);

}  // namespace ziping
