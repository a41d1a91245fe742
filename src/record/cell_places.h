#pragma once

#include "record/document_result.h"

#include <vector>

namespace ziping {

const CellTable& table_of(const DocumentResult& document, CellId id);
const Cell& cell_of(const DocumentResult& document, CellId id);

/// Where a cell stands, in page order: its drawn box, one for each page that it is on; of a table that is
/// not drawn the box around its characters on each page. A text file has pages without boxes.
std::vector<CellPlace> places_of(const DocumentResult& document, CellId id);

/// The cells of a row of a form: the one that names it, then those that are read.
std::vector<CellId> cells_of(const Form& form, CellId name, bool funds, int row);

/// The box around cells on the page on which the text of the first one begins. Page 0 for no cells.
CellPlace place_of_cells(const DocumentResult& document, const std::vector<CellId>& cells);

}  // namespace ziping
