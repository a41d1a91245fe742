#include "form/flat_writer.h"

#include "form/flat_draft.h"
#include "form/flat_fit.h"

#include <algorithm>
#include <optional>

namespace ziping {
namespace {

int column_of(const std::vector<ColumnRole>& roles, ColumnRole role) {
  auto found = std::find(roles.begin(), roles.end(), role);
  return found == roles.end() ? -1 : static_cast<int>(found - roles.begin());
}

/// Writes a block as a table.
class BlockWriter {
 public:
  BlockWriter(const std::vector<FlatWord>& words, const FormWords& forms) : words_(words), forms_(forms) {}

  /// Writes a block below what the draft holds.
  void write(const FlatBlock& block, FlatDraft& draft) {
    first_row_ = draft.rows();
    if (!block.fields.empty()) {
      write_fields(block, draft);
    } else if (block.header.kind == FlatKind::goals) {
      write_goals(block, draft);
    } else {
      write_rows(block, draft);
    }
  }

 private:
  void write_fields(const FlatBlock& block, FlatDraft& draft) const {
    int column = 0;
    for (const FlatField& field : block.fields) {
      draft.put(first_row_, column++, field.label);
      draft.put(first_row_, column++, field.value);
    }
  }

  void write_goals(const FlatBlock& block, FlatDraft& draft) {
    int first = block.header.side.empty() ? 0 : 1;
    if (first > 0) draft.put(first_row_, 0, block.header.side, 2);
    for (std::size_t cell = 0; cell < block.header.cells.size(); ++cell)
      draft.put(first_row_, first + static_cast<int>(cell), block.header.cells[cell].words);
    draft.put(first_row_ + 1, first, block.goals.target);
    draft.put(first_row_ + 1, first + 1, block.goals.actual);
  }

  void write_rows(const FlatBlock& block, FlatDraft& draft) {
    const std::vector<ColumnRole>& roles = block.roles;
    const std::vector<FlatRow>& rows = block.rows;
    int side = block.header.side.empty() ? 0 : 1, row = first_row_;
    bool headed = std::any_of(block.header.cells.begin(), block.header.cells.end(),
                              [](const HeaderCell& cell) { return !cell.words.empty(); });
    if (headed) {
      int column = side + static_cast<int>(roles.size() - block.header.cells.size());
      for (const HeaderCell& cell : block.header.cells) draft.put(row, column++, cell.words);
      ++row;
    }
    int height = row - first_row_ + static_cast<int>(rows.size());
    if (side > 0 && height > 0) draft.put(first_row_, 0, block.header.side, height);
    put_rows(rows, roles, row, side, draft);
    if (!block.total.empty()) put_total(block, roles, row + static_cast<int>(rows.size()), side, draft);
    auto doubtful = std::count_if(rows.begin(), rows.end(),
                                  [](const FlatRow& cut) { return cut.cost > FlatRow::kDoubtfulRow; });
    if (!rows.empty()) draft.doubt(static_cast<int>(doubtful) * 60 / static_cast<int>(rows.size()));
  }

  /// A level goes on through the rows in which no level of its kind, or above it, begins.
  static void put_rows(const std::vector<FlatRow>& rows, const std::vector<ColumnRole>& roles, int first_row,
                       int first_column, FlatDraft& draft) {
    int level1 = column_of(roles, ColumnRole::level1);
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (std::size_t column = 0; column < roles.size(); ++column) {
        const std::vector<int>& cell = rows[row].cells[column];
        if (cell.empty()) continue;
        bool level = roles[column] == ColumnRole::level1 || roles[column] == ColumnRole::level2;
        std::size_t end = row + 1;
        while (level && end < rows.size() && rows[end].cells[column].empty() &&
               (level1 < 0 || rows[end].cells[static_cast<std::size_t>(level1)].empty()))
          ++end;
        draft.put(first_row + static_cast<int>(row), first_column + static_cast<int>(column), cell,
                  static_cast<int>(end - row));
      }
  }

  void put_total(const FlatBlock& block, const std::vector<ColumnRole>& roles, int row, int side,
                 FlatDraft& draft) {
    std::vector<std::vector<int>> numbers;
    std::vector<int> rest;
    for (int at = block.total.begin + 1; at < block.total.end; ++at) {
      const FlatWord& word = words_[static_cast<std::size_t>(at)];
      FlatType type = flat_type(word.text, forms_);
      bool number = rest.empty() && (type == FlatType::number || type == FlatType::dash);
      bool cut = number && !numbers.empty() &&
                 words_[static_cast<std::size_t>(at - 1)].text.find('.') != std::string_view::npos &&
                 word.opens_line && word.text.size() <= 2;
      if (cut) {
        numbers.back().push_back(at);
      } else if (number) {
        numbers.push_back({at});
      } else {
        rest.push_back(at);
      }
    }
    int weight = column_of(roles, ColumnRole::weight), score = column_of(roles, ColumnRole::score);
    int reason = column_of(roles, ColumnRole::reason);
    draft.put(row, 0, WordRange{block.total.begin, block.total.begin + 1}, 1, side + 1);
    if (numbers.size() > 1 && weight >= 0) draft.put(row, side + weight, numbers.front());
    if (!numbers.empty() && score >= 0) draft.put(row, side + score, numbers[numbers.size() > 1 ? 1 : 0]);
    if (!rest.empty() && reason >= 0) draft.put(row, side + reason, rest);
  }

  const std::vector<FlatWord>& words_;
  const FormWords& forms_;
  int first_row_ = 0;  ///< of the block being written
};

}  // namespace

std::vector<CellTable> write_blocks(const std::vector<FlatBlock>& blocks, const CleanText& clean,
                                    const PlacedText& placed, const std::vector<FlatWord>& words,
                                    const FormWords& forms) {
  BlockWriter writer(words, forms);
  std::vector<CellTable> tables;
  std::optional<FlatDraft> draft;
  for (const FlatBlock& block : blocks) {
    if (block.opens_form && draft) tables.push_back(draft->finish());
    if (block.opens_form || !draft) draft.emplace(words, clean, placed);
    writer.write(block, *draft);
  }
  if (draft) tables.push_back(draft->finish());
  std::erase_if(tables, [](const CellTable& table) { return table.span.empty(); });
  return tables;
}

}  // namespace ziping
