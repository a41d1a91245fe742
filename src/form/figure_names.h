#pragma once

#include "form/cell_figure.h"
#include "outline/outline.h"

#include <vector>

namespace ziping {

/// What the words of a row say of a figure: concept, change, year.
struct FigureName {
  Mention labels;  ///< its concept, role, change, year, pattern and confidence count
  Explanation explanation;
};

/// Reads what figures measure, for those whose column does not say it: their words and their cell make a
/// sentence, as prose would put it. One name a figure, empty for the others. `figures` are in text order;
/// explanations are filled where `explain`.
std::vector<std::optional<FigureName>> name_figures(const std::string& text, const Outline& outline,
                                                    const FormPages& pages, const PatternSet& patterns,
                                                    const std::vector<CellFigure>& figures, bool explain);

}  // namespace ziping
