#include "form/read_forms.h"

#include "form/block.h"
#include "form/flat_tables.h"
#include "form/form_variant.h"
#include "form/money_unit.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace ziping {
namespace {

/// Bytes above a form in which its title and its unit of money may stand.
constexpr std::size_t kCaption = 300;
/// Bytes of the longest line that may be a form's title, and of a cell that may name a unit.
constexpr std::size_t kLongestTitle = 180;
constexpr std::size_t kLongestUnitCell = 90;

/// Reads tables from top to bottom and parts them into forms: what stands above the indicators of a form
/// begins a new one where the form at hand already has indicators.
class FormReader {
 public:
  FormReader(const CleanText& clean, const PatternSet& patterns, FormPages& pages)
      : text_(clean.text), patterns_(patterns), values_(patterns), pages_(pages) {}

  void read() {
    for (std::size_t index = 0; index < pages_.tables.size(); ++index) read_table(static_cast<int>(index));
    finish();
  }

 private:
  void read_table(int index) {
    const CellTable& table = pages_.tables[static_cast<std::size_t>(index)];
    if (titled(table)) finish();
    TableView view{TableWords(table, patterns_.form_words()), values_, index, unit_of(table)};
    for (int row = 0; row < view.rows();) row = read_row(view, row);
    before_ = table.span.end;
  }

  /// Reads what begins at `row`; returns the row behind it.
  int read_row(const TableView& view, int row) {
    if (auto header = read_header(view.words, row)) return read_block(view, *header);
    if (view.is_banner(row)) return row + 1;
    if (has_indicators_ && read_total_row(view, row, weights_, form_)) {
      claim(view, row, row + 1);
      return row + 1;
    }
    if (opens_form(view, row) && has_indicators_) finish();
    bool labelled = !has_funds_ && !has_indicators_ && read_labelled_funds(view, row, form_);
    labels_ += labelled;
    bool goal = read_labelled_goal(view, row, form_);
    bool fields = read_fields(view, row, form_.head);
    labels_ += goal + fields;
    if (labelled || goal || fields) claim(view, row, row + 1);
    return row + 1;
  }

  int read_block(const TableView& view, const Header& header) {
    if (header.type != BlockType::indicators && has_indicators_) finish();
    headers_.push_back(header);
    Block block{view, header};
    int end = header.end_row;
    switch (header.type) {
      case BlockType::funds:
        if (!has_funds_) drop_labelled_funds();
        has_funds_ = true;
        end = read_fund_rows(block, form_);
        break;
      case BlockType::goals:
        end = read_goals(block, form_);
        break;
      case BlockType::indicators:
        has_indicators_ = true;
        weights_.reset();
        if (const HeaderColumn* column = header.column(ColumnRole::weight)) weights_ = column->range;
        end = read_indicator_rows(block, form_);
        break;
      case BlockType::tasks:
        break;
    }
    claim(view, header.row, end);
    return end;
  }

  /// Amounts beside labels are those of a form without columns; a funds block says it better.
  void drop_labelled_funds() {
    form_.funds.clear();
    std::erase_if(form_.uses, [](const CellUse& use) { return use.funds; });
  }

  /// 项目名称 and 主管部门 stand at the head of a form, and nowhere else.
  bool opens_form(const TableView& view, int row) const {
    for (int cell : view.words.printed_row(row)) {
      const std::string& key = view.words.key(cell);
      const std::string* field = key.empty() ? nullptr : patterns_.form_words().fields.find(key);
      if (field == nullptr) continue;
      if (*field == "project" || *field == "department") return true;
      if (*field == "organisation" && key.ends_with("名称")) return true;
    }
    return false;
  }

  /// Adds rows to the form at hand.
  void claim(const TableView& view, int first, int end) {
    if (form_.tables.empty() || form_.tables.back() != view.index) form_.tables.push_back(view.index);
    for (int row = first; row < end; ++row)
      for (int index : view.words.printed_row(row))
        for (Span piece : view.words.cell(index).pieces) {
          if (form_.span.empty()) form_.span = piece;
          form_.span = {std::min(form_.span.begin, piece.begin), std::max(form_.span.end, piece.end)};
        }
  }

  std::string_view above(std::size_t begin) const {
    std::size_t from = std::max(before_, begin - std::min(begin, kCaption));
    while (from < begin && (static_cast<unsigned char>(text_[from]) & 0xC0) == 0x80) ++from;
    return std::string_view(text_).substr(from, begin - from);
  }

  /// A title stands between this table and the one before it.
  bool titled(const CellTable& table) const {
    std::string_view lines = above(table.span.begin);
    const OutlineWords& words = patterns_.outline_words();
    while (!lines.empty()) {
      std::string_view line = lines.substr(0, lines.find('\n'));
      lines.remove_prefix(std::min(lines.size(), line.size() + 1));
      bool goes_on = line.find("续") != line.npos;
      if (line.size() <= kLongestTitle && !goes_on && words.title_words.suffix(line) > 0) return true;
    }
    return false;
  }

  /// The money unit of a table: named in one of its labels, else above it.
  std::optional<int> unit_of(const CellTable& table) const {
    for (const Cell& cell : table.cells) {
      if (cell.text.size() > kLongestUnitCell) continue;
      if (auto power = money_unit_in(cell.text, values_)) return power;
    }
    return money_unit_in(above(table.span.begin), values_);
  }

  bool is_form() const {
    bool total = std::any_of(form_.funds.begin(), form_.funds.end(),
                             [](const FundRow& fund) { return fund.source == "total"; });
    return has_indicators_ || (has_funds_ && total && labels_ > 0);
  }

  void finish() {
    if (is_form()) {
      settle();
      pages_.forms.push_back(std::move(form_));
    }
    form_ = Form();
    headers_.clear();
    has_funds_ = has_indicators_ = false;
    labels_ = 0;
  }

  void settle() {
    bool results = std::any_of(headers_.begin(), headers_.end(), [](const Header& header) {
      return header.type == BlockType::indicators &&
             (header.has(ColumnRole::actual) || header.has(ColumnRole::score));
    });
    form_.targets_only = has_indicators_ && !results;
    std::size_t begin = form_.span.begin - std::min(form_.span.begin, kCaption);
    std::string_view words = std::string_view(text_).substr(begin, form_.span.end - begin);
    const FormVariant* variant =
        variant_of(headers_, form_.targets_only, words, patterns_.form_words().variants);
    if (variant != nullptr) form_.variant = variant->code;
    form_.empty_template = is_blank();
    bool doubtful = std::any_of(form_.tables.begin(), form_.tables.end(), [&](int index) {
      return pages_.tables[static_cast<std::size_t>(index)].ocr;
    });
    if (doubtful) repair_ocr(form_);
    std::stable_sort(form_.uses.begin(), form_.uses.end(), [](const CellUse& a, const CellUse& b) {
      return a.cell.table != b.cell.table ? a.cell.table < b.cell.table : a.cell.cell < b.cell.cell;
    });
  }

  /// No row states anything: hints in brackets, XX and weights are what a blank form has.
  bool is_blank() const {
    bool indicators = std::any_of(
        form_.indicators.begin(), form_.indicators.end(),
        [](const IndicatorRow& row) { return row.target.quantity || !row.actual.text.empty() || row.score; });
    bool funds = std::any_of(form_.funds.begin(), form_.funds.end(),
                             [](const FundRow& row) { return row.initial || row.adjusted || row.executed; });
    return !indicators && !funds && form_key(form_.head.goal_target).empty();
  }

  const std::string& text_;
  const PatternSet& patterns_;
  CellValues values_;
  FormPages& pages_;
  Form form_;
  std::vector<Header> headers_;
  bool has_funds_ = false, has_indicators_ = false;
  std::optional<ColumnRange> weights_;  ///< of the last indicator block
  int labels_ = 0;                      ///< rows with a label of the head, a goal or an amount
  std::size_t before_ = 0;              ///< where the table before ends
};

/// A table told by its text that is no form was none: drops it. Returns whether there was one; the forms
/// must then be read again.
bool drop_unclaimed(FormPages& pages) {
  std::vector<bool> claimed(pages.tables.size());
  for (const Form& form : pages.forms)
    for (int table : form.tables) claimed[static_cast<std::size_t>(table)] = true;
  std::size_t at = 0;
  auto dropped =
      std::erase_if(pages.tables, [&](const CellTable& table) { return !claimed[at++] && table.inferred; });
  if (dropped > 0) pages.forms.clear();
  return dropped > 0;
}

}  // namespace

void read_forms_in(const CleanText& clean, const PatternSet& patterns, FormPages& pages) {
  FormReader(clean, patterns, pages).read();
}

FormPages read_forms(const CleanText& clean, const PlacedText& placed, const PatternSet& patterns) {
  FormPages pages;
  pages.tables = ruled_tables(clean, placed);
  std::vector<CellTable> flat = flat_tables(clean, placed, patterns.form_words(), pages.tables);
  for (CellTable& table : flat) {
    table.ocr = true;  // a flattened text is often an OCR layer's, and does not say so
    read_texts(clean, placed, table);
  }
  std::move(flat.begin(), flat.end(), std::back_inserter(pages.tables));
  std::sort(pages.tables.begin(), pages.tables.end(),
            [](const CellTable& a, const CellTable& b) { return a.span.begin < b.span.begin; });
  read_forms_in(clean, patterns, pages);
  if (drop_unclaimed(pages)) read_forms_in(clean, patterns, pages);
  return pages;
}

}  // namespace ziping
