#include "form/flat_pipes.h"

#include "form/flat_draft.h"
#include "form/flat_header.h"

#include <algorithm>

namespace ziping {
namespace {

bool is_pipe(char32_t ch) {
  return ch == U'|' || ch == U'¦' || ch == U'│' || ch == U'｜';
}

bool is_blank(char32_t ch) {
  return ch <= U' ' || ch == 0xA0 || ch == 0x3000;
}

/// A row: for each cell the index of its word, -1 where it is empty.
using PipeRow = std::vector<int>;

/// Gathers rows that follow each other, and writes them as a table where they are a form.
class PipeReader {
 public:
  PipeReader(const CleanText& clean, const PlacedText& placed, const FormWords& forms)
      : clean_(clean), placed_(placed), headers_(words_, forms), forms_(forms) {}

  void take(const Line& line) {
    std::vector<WordRange> cells = cells_of(line);
    if (cells.size() < 2) return end_table();
    PipeRow row;
    for (WordRange cell : cells) row.push_back(put_word(cell, line));
    rows_.push_back(std::move(row));
  }

  void end_table() {
    if (is_form()) write();
    rows_.clear();
  }

  std::vector<CellTable> tables;

 private:
  /// The characters of a line's cells; one at most where no pipe and no tab parts it.
  std::vector<WordRange> cells_of(const Line& line) const {
    auto chars = std::u32string_view(placed_.chars).substr(line.begin, line.end - line.begin);
    bool pipes = std::count_if(chars.begin(), chars.end(), is_pipe) >= 2;
    auto parts = [&](char32_t ch) { return pipes ? is_pipe(ch) : ch == U'\t'; };
    std::vector<WordRange> cells;
    int begin = static_cast<int>(line.begin), end = static_cast<int>(line.end);
    for (int at = begin; at <= end; ++at) {
      if (at < end && !parts(placed_.chars[static_cast<std::size_t>(at)])) continue;
      cells.push_back({begin, at});
      begin = at + 1;
    }
    if (pipes && is_empty(cells.front())) cells.erase(cells.begin());
    if (pipes && !cells.empty() && is_empty(cells.back())) cells.pop_back();
    return cells;
  }

  bool is_empty(WordRange cell) const {
    return std::all_of(placed_.chars.begin() + cell.begin, placed_.chars.begin() + cell.end, is_blank);
  }

  int put_word(WordRange cell, const Line& line) {
    if (is_empty(cell)) return -1;
    FlatWord word;
    word.begin = static_cast<std::uint32_t>(cell.begin);
    word.end = static_cast<std::uint32_t>(cell.end);
    word.page = line.page;
    word.opens_line = true;
    word.span = clean_span_of(clean_, word.begin, word.end);
    word.text = word.span.of(clean_.text);
    if (word.text.empty()) return -1;
    words_.push_back(word);
    return static_cast<int>(words_.size()) - 1;
  }

  /// A header row, or labels of a form's head and of its funds.
  bool is_form() {
    int labels = 0;
    for (const PipeRow& row : rows_) {
      std::vector<HeaderCell> cells;
      for (int at : row) {
        if (at < 0) continue;
        std::string text(words_[static_cast<std::size_t>(at)].text), key = form_key(text);
        ColumnRole role = headers_.role_of(text);
        if (role != ColumnRole::none) cells.push_back({role, {at}});
        labels += forms_.fields.find(key) || forms_.fund_rows.find(key);
      }
      if (cells.size() > 2 && headers_.kind_of(cells)) return true;
    }
    return rows_.size() > 2 && labels > 2;
  }

  void write() {
    FlatDraft draft(words_, clean_, placed_);
    for (std::size_t row = 0; row < rows_.size(); ++row)
      for (std::size_t column = 0; column < rows_[row].size(); ++column)
        if (rows_[row][column] >= 0)
          draft.put(static_cast<int>(row), static_cast<int>(column), std::vector<int>{rows_[row][column]});
    tables.push_back(draft.finish());
  }

  const CleanText& clean_;
  const PlacedText& placed_;
  std::vector<FlatWord> words_;
  HeaderReader headers_;
  const FormWords& forms_;
  std::vector<PipeRow> rows_;
};

}  // namespace

std::vector<CellTable> pipe_tables(const CleanText& clean, const PlacedText& placed, const FormWords& forms,
                                   const std::vector<CellTable>& taken) {
  PipeReader reader(clean, placed, forms);
  for (const Line& line : placed.lines) {
    if (line.role == LineRole::furniture || line.begin == line.end) continue;
    if (is_taken(clean, line, taken)) {
      reader.end_table();
    } else {
      reader.take(line);
    }
  }
  reader.end_table();
  return std::move(reader.tables);
}

}  // namespace ziping
