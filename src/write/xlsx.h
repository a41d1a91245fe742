#pragma once

#include "write/table_facts.h"
#include "write/table_writer.h"

#include <memory>
#include <string>

namespace ziping {

/// `dataset.xlsx`: a sheet a table, with a frozen header, filters and number formats; a link from each row to
/// its page in the review page; a codebook sheet at the end. A table of more rows than a sheet may have goes
/// on in `records (2)`. What Excel cannot hold: a number of more than 15 digits is written as text, a text of
/// more than 32,767 characters is cut and says so. Texts are never formulas. Memory does not grow with the
/// rows.
class XlsxWriter : public TableWriter {
 public:
  /// Rows of a sheet, its header included; fewer in tests.
  static constexpr unsigned kSheetRows = 1048576;

  explicit XlsxWriter(const std::string& folder, unsigned sheet_rows = kSheetRows);
  ~XlsxWriter() override;
  void begin(const Table& table) override;
  void row(const Row& row) override;
  void end() override;
  void finish() override;

 private:
  class Book;
  std::unique_ptr<Book> book_;
  std::unique_ptr<FactsCollector> facts_;
  std::vector<TableFacts> all_facts_;
};

/// Whether a spreadsheet keeps all digits of a plain decimal number: at most 15 significant ones.
bool fits_double(std::string_view number);

/// A text as a cell can hold it: at most 32,767 UTF-16 units; what is cut ends in a mark that says so.
std::string cut_for_cell(const std::string& text);

}  // namespace ziping
