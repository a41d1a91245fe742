#include "write/xlsx.h"

#include "base/error.h"
#include "base/utf8.h"
#include "write/codebook.h"
#include "write/review_link.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <map>
#include <string_view>

namespace ziping {
namespace {

constexpr time_t kCreated = 1577836800;    ///< 2020-01-01, so that the same dataset gives the same bytes
constexpr std::size_t kLongestLink = 255;  ///< characters of a text within a formula
constexpr double kNarrow = 12, kMoney = 20, kWide = 28, kFilterArrow = 4;  ///< widths in characters

double width_of(const Column& column) {
  bool wide = column.type == ColumnType::text && column.codes == nullptr && *column.unit == '\0';
  double width = wide ? kWide : column.unit == std::string_view("CNY") ? kMoney : kNarrow;
  return std::max(width, static_cast<double>(std::string_view(column.name).size()) + kFilterArrow);
}

double number_of(const std::string& cell) {
  double value = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

}  // namespace

/// The workbook, and the sheet that is being written.
class XlsxWriter::Book {
 public:
  Book(const std::string& folder, unsigned sheet_rows)
      : path_(folder + "/dataset.xlsx"), part_(path_ + ".part"), sheet_rows_(sheet_rows) {
    std::string temporary = folder;
    lxw_workbook_options options{
        .constant_memory = LXW_TRUE, .tmpdir = temporary.data(), .use_zip64 = LXW_FALSE};
    book_ = workbook_new_opt(part_.c_str(), &options);
    if (book_ == nullptr) throw OutputError(path_ + ": cannot be written: no memory");
    char title[] = "ziping dataset 自评数据集";
    lxw_doc_properties properties{.title = title, .created = kCreated};
    workbook_set_properties(book_, &properties);
    make_formats();
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;
  ~Book() {
    if (book_ == nullptr) return;
    lxw_workbook_free(book_);
    std::remove(part_.c_str());
  }

  void begin(const Table& table) {
    table_ = &table;
    sheets_ = 0;
    document_ = column_index(table, "document");
    page_ = column_index(table, "page");
    start_ = column_index(table, "start");
    end_ = column_index(table, "end");
    finding_ = column_index(table, "finding");
    new_sheet();
  }

  void row(const Row& row) {
    if (next_row_ == sheet_rows_) {
      end();
      new_sheet();
    }
    for (std::size_t i = 0; i < row.size(); ++i)
      if (!row[i].empty()) cell(i, row[i]);
    if (document_ >= 0) link(row);
    ++next_row_;
  }

  void end() {
    auto last = static_cast<lxw_col_t>(table_->columns.size() - (document_ >= 0 ? 0 : 1));
    worksheet_autofilter(sheet_, 0, 0, std::max(next_row_ - 1, 1u), last);
  }

  void finish() {
    lxw_error error = workbook_close(std::exchange(book_, nullptr));
    if (error == LXW_NO_ERROR && std::rename(part_.c_str(), path_.c_str()) == 0) return;
    std::remove(part_.c_str());
    throw OutputError(fmt::format("{}: cannot be written: {}", path_,
                                  error != LXW_NO_ERROR ? lxw_strerror(error) : "it cannot be renamed"));
  }

 private:
  void make_formats() {
    header_ = workbook_add_format(book_);
    format_set_bold(header_);
    format_set_bottom(header_, LXW_BORDER_THIN);
    for (auto [unit, shown] : {std::pair{"CNY", "#,##0.00"}, {"percent", "0.00"}, {"point", "0.00"}}) {
      lxw_format* format = workbook_add_format(book_);
      format_set_num_format(format, shown);
      formats_[unit] = format;
    }
    link_ = workbook_get_default_url_format(book_);
  }

  void new_sheet() {
    std::string name = table_->name;
    if (++sheets_ > 1) name += fmt::format(" ({})", sheets_);
    sheet_ = workbook_add_worksheet(book_, name.c_str());
    lxw_col_t column = 0;
    column_formats_.clear();
    for (const Column& each : table_->columns) {
      auto format = formats_.find(each.unit);
      column_formats_.push_back(format == formats_.end() ? nullptr : format->second);
      worksheet_set_column(sheet_, column, column, width_of(each), nullptr);
      worksheet_write_string(sheet_, 0, column, each.name, header_);
      note(column++, fmt::format("{}\n{}", each.label_zh, each.label));
    }
    if (document_ >= 0) worksheet_write_string(sheet_, 0, column, "review", header_);
    worksheet_freeze_panes(sheet_, 1, 0);
    next_row_ = 1;
  }

  /// Shown while the pointer rests on a column's name.
  void note(lxw_col_t column, const std::string& text) {
    lxw_comment_options options{.width = 280};
    worksheet_write_comment_opt(sheet_, 0, column, text.c_str(), &options);
  }

  void cell(std::size_t column, const std::string& cell) {
    auto at = static_cast<lxw_col_t>(column);
    bool number = table_->columns[column].type != ColumnType::text && is_number(cell) && fits_double(cell);
    lxw_error error =
        number ? worksheet_write_number(sheet_, next_row_, at, number_of(cell), column_formats_[column])
               : worksheet_write_string(sheet_, next_row_, at, cut_for_cell(cell).c_str(), nullptr);
    if (error != LXW_NO_ERROR)
      throw OutputError(fmt::format("{}: cannot be written: {}", path_, lxw_strerror(error)));
  }

  /// A formula of ours: a sheet holds 65,530 links of the other sort.
  void link(const Row& row) {
    auto at = [&](int column) { return column < 0 ? std::string() : row[static_cast<std::size_t>(column)]; };
    std::string place;
    if (start_ >= 0 && end_ >= 0) place = fmt::format("record={}-{}", at(start_), at(end_));
    if (finding_ >= 0) place = fmt::format("finding={}", at(finding_));
    std::string target = review_link(at(document_), at(page_), place);
    if (count_chars(target) > kLongestLink) return;
    std::string formula = fmt::format("=HYPERLINK(\"{}\",\"open 查看\")", target);
    worksheet_write_formula_str(sheet_, next_row_, static_cast<lxw_col_t>(row.size()), formula.c_str(), link_,
                                "open 查看");
  }

  std::string path_, part_;
  unsigned sheet_rows_, next_row_ = 0;
  int sheets_ = 0, document_ = -1, page_ = -1, start_ = -1, end_ = -1, finding_ = -1;
  const Table* table_ = nullptr;
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format *header_ = nullptr, *link_ = nullptr;
  std::map<std::string_view, lxw_format*> formats_;  // by unit
  std::vector<lxw_format*> column_formats_;
};

XlsxWriter::XlsxWriter(const std::string& folder, unsigned sheet_rows)
    : book_(std::make_unique<Book>(folder, sheet_rows)) {}

XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::begin(const Table& table) {
  book_->begin(table);
  facts_ = std::make_unique<FactsCollector>(table);
}

void XlsxWriter::row(const Row& row) {
  book_->row(row);
  facts_->row(row);
}

void XlsxWriter::end() {
  book_->end();
  all_facts_.push_back(facts_->facts());
}

void XlsxWriter::finish() {
  book_->begin(kCodebookTable);
  for (const Row& row : codebook_rows(all_facts_)) book_->row(row);
  book_->end();
  book_->finish();
}

}  // namespace ziping
