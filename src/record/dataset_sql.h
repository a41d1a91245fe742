#pragma once

#include "record/schema.h"

#include <string>
#include <vector>

namespace ziping {

/// `CREATE TABLE` of a table, with its key and the table that its rows belong to. Integers are INTEGER,
/// everything else TEXT: a decimal keeps its digits.
std::string create_table_sql(const Table& table);

/// `CREATE INDEX` statements for the joins and filters that people ask for; for after the rows are in.
std::vector<std::string> create_index_sql(const Table& table);

/// `CREATE VIEW` for wide_reports and wide_funds: what their Table::rows gives, with numbers in place of
/// decimal texts. Empty for the other tables, which hold rows.
std::string create_view_sql(const Table& table);

}  // namespace ziping
