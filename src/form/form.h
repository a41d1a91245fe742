#pragma once

#include "base/decimal.h"
#include "base/span.h"
#include "form/cell_table.h"
#include "pattern/form_words.h"
#include "pattern/mention.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// A cell of a document's tables.
struct CellId {
  int table = -1;  ///< index in FormPages::tables
  int cell = -1;   ///< index in CellTable::cells

  bool known() const { return cell >= 0; }
  friend bool operator==(CellId, CellId) = default;
};

/// A row of a funds block. Amounts in yuan, rate in percent, as stated; what is empty, a dash or a slash
/// has no value.
struct FundRow {
  std::string label;   ///< as printed: 其中：当年财政拨款
  std::string source;  ///< total, fiscal, carried_in, central, ...; empty where no word tells
  std::optional<Decimal> initial, adjusted, executed, weight, rate, score;
  CellId label_cell;
  std::string repair;  ///< why a value differs from what is printed; empty where none does
};

/// What a target or actual cell states.
struct StatedValue {
  std::string text;                  ///< as printed, line breaks taken out; a split target's parts joined
  std::optional<Quantity> quantity;  ///< its figure, in the base unit; empty for words and dates
  std::string per;                   ///< what the figure is per: 亩, 人·月
  CellId cell;                       ///< where the figure stands; of a split target its value cell
};

/// A row of an indicator block.
struct IndicatorRow {
  std::string level1, level2, level3;
  StatedValue target, actual;
  std::optional<Decimal> weight, score;
  std::string reason;
  CellId name_cell;  ///< the level 3 cell
  std::string repair;
};

/// What a form holds besides its rows.
struct FormHead {
  std::string title, project, organisation, department, central_department;
  std::string goal_target, goal_actual;
  std::optional<Decimal> total_weight, total_score;
  std::string grade;  ///< as printed
};

/// What a cell of a form is for; the records of its figures are labelled by it.
struct CellUse {
  CellId cell;
  ColumnRole role = ColumnRole::none;
  int row = -1;        ///< index in Form::funds or Form::indicators
  bool funds = false;  ///< of a funds row, else of an indicator row
  bool total = false;  ///< of the total row
};

/// A form: one report's tables, read.
struct Form {
  std::string variant;  ///< code of patterns/forms; empty where none fits
  bool targets_only = false;
  bool empty_template = false;  ///< a blank form: names, but no value
  Span span;                    ///< of the clean text
  FormHead head;
  std::vector<FundRow> funds;
  std::vector<IndicatorRow> indicators;
  std::vector<CellUse> uses;  ///< in table and cell order
  std::vector<int> tables;    ///< indices in FormPages::tables
};

/// The tables of a document and the forms that they are.
struct FormPages {
  std::vector<CellTable> tables;  ///< in text order
  std::vector<Form> forms;        ///< in text order
};

}  // namespace ziping
