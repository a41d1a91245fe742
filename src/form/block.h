#pragma once

#include "form/cell_value.h"
#include "form/form.h"
#include "form/header_row.h"
#include "form/ocr_repair.h"

#include <optional>
#include <string>

namespace ziping {

/// A table that is being read.
struct TableView {
  TableWords words;
  const CellValues& values;
  int index = 0;               ///< in FormPages::tables
  std::optional<int> caption;  ///< power of ten of the money unit named above it or in it

  int rows() const { return words.table().rows; }
  CellId id(int cell) const { return {index, cell}; }

  /// What `read` makes of a cell's text. Letters that an OCR layer reads for digits are tried as digits
  /// where the cell must hold a number; then `repair` says so.
  template <class Read>
  std::optional<Decimal> figure(int cell, std::string& repair, Read read) const {
    const std::string& text = words.cell(cell).text;
    std::optional<Decimal> found = read(text);
    if (found || !words.table().ocr) return found;
    found = read(ocr_digits(text));
    if (found) repair = "OCR: letters read for digits";
    return found;
  }

  /// Texts of the cells of a row that belong to a range of columns, one after the other.
  std::string text_in(int row, ColumnRange range) const;
  /// The same as printed; nothing where a dash says so.
  std::string printed_in(int row, ColumnRange range) const;
  /// A row that is a note under a block: 注：, 填报人：.
  bool is_note(int row) const;
  /// A row of one cell from the left border to the right one.
  bool is_banner(int row) const;
};

/// A block of a table under its header.
struct Block {
  const TableView& table;
  const Header& header;

  /// What a row states under the header of a role; empty where the block has no such column.
  std::string text(ColumnRole role, int row) const;
  /// The same as printed; nothing where a dash says so.
  std::string printed(ColumnRole role, int row) const;
  /// The first cell of a row under the header of a role that holds something; -1 where there is none.
  int cell(ColumnRole role, int row) const;
  /// The money unit of a column: its header's, else the table's.
  std::optional<int> unit(ColumnRole role) const;
};

/// Reads a funds block; returns the row behind it.
int read_fund_rows(const Block& block, Form& form);
/// Reads label and amount side by side: 年度资金总额 | 285.57 in forms of targets, 全年预算数（A） | 640
/// where a form stacks its amounts. Returns whether the row holds any.
bool read_labelled_funds(const TableView& table, int row, Form& form);

/// Reads an indicator block with its total row; returns the row behind it.
int read_indicator_rows(const Block& block, Form& form);

/// Reads a total row: 总分 | 100 | 96.5 | 优. Two figures are the sum of weights and the total score,
/// whatever columns they stand in; one is told by its column. `weights` are the columns of weights where
/// the block has them. Returns whether the row is one.
bool read_total_row(const TableView& table, int row, std::optional<ColumnRange> weights, Form& form);

/// Reads the two texts under 预期目标 | 实际完成情况; returns the row behind them.
int read_goals(const Block& block, Form& form);
/// Reads a goal beside its label: 年度目标 | text. Returns whether the row holds one.
bool read_labelled_goal(const TableView& table, int row, Form& form);
/// Reads labels of the head with the value to their right: 项目名称 | …. Returns whether the row holds one.
bool read_fields(const TableView& table, int row, FormHead& head);

}  // namespace ziping
