#pragma once

#include "layout/frame.h"
#include "layout/grid.h"

#include <vector>

namespace ziping {

/// Tables drawn with horizontal rules only (three-line tables): at least three rules of one width with
/// text between them whose columns a white gap keeps apart on every line. `ruled`: tables found
/// already, which are left alone. A rule beside which the line goes on is an underline.
std::vector<Grid> read_open_tables(const std::vector<Stroke>& loose, const std::vector<Grid>& ruled,
                                   const std::vector<Mark>& marks);

}  // namespace ziping
