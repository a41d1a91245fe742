#pragma once

#include "layout/printed_line.h"

#include <vector>

namespace ziping {

/// Brings a page's lines into reading order. The order of the content stream stays where it reads
/// from top to bottom, at most twice going back up; otherwise lines are sorted by baseline.
/// Lines that run over the white gap between two columns of prose are cut there, and the left
/// column read first.
void order_lines(std::vector<PrintedLine>& lines, float page_width);

/// Whether lines in content-stream order read from top to bottom.
bool reads_down(const std::vector<PrintedLine>& lines);

}  // namespace ziping
