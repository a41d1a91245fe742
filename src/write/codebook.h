#pragma once

#include "write/table_facts.h"

#include <string>
#include <vector>

namespace ziping {

/// The columns of codebook.csv, of the codebook sheet and of the tables in codebook.md.
extern const Table kCodebookTable;

/// One row a column of the dataset, in the order of tables.
std::vector<Row> codebook_rows(const std::vector<TableFacts>& facts);

/// The codebook as a document, one section a table.
std::string codebook_markdown(const std::vector<TableFacts>& facts);

/// text, integer, number; figure is told as `number or text`.
const char* type_name(ColumnType type);

}  // namespace ziping
