#pragma once

#include "record/schema.h"

#include <string>
#include <vector>

namespace ziping {

/// `CREATE TABLE` of a table, with the table that its rows belong to as a foreign key. Integers are INTEGER,
/// everything else TEXT: a decimal keeps its digits.
std::string create_table_sql(const Table& table);

/// `CREATE INDEX` for the key of a table that others refer to; empty for other tables. Foreign keys need it
/// unique.
std::string create_key_sql(const Table& table, bool unique);

/// `CREATE INDEX` statements for the joins and filters that people ask for. All indices come after the rows.
std::vector<std::string> create_index_sql(const Table& table);

/// `CREATE VIEW` for wide_reports and wide_funds: what their Table::rows gives, with numbers in place of
/// decimal texts. Empty for the other tables, which hold rows.
std::string create_view_sql(const Table& table);

}  // namespace ziping
