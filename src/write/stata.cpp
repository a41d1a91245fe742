#include "write/stata.h"

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"
#include "write/table_facts.h"

#include <fmt/format.h>
#include <readstat.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <map>
#include <memory>

namespace ziping {
namespace {

constexpr std::uint8_t kFormat = 118;
constexpr std::size_t kLongestLabel = 80;
constexpr std::size_t kLongestText = 128;  ///< bytes of a text in the row itself; longer ones are strLs
constexpr std::size_t kLongestKey = 2045;  ///< the same of a key: Stata merges by no strL
constexpr std::size_t kIntegerDigits = 9;  ///< that a Stata `long` holds for certain
constexpr time_t kTimestamp = 1577836800;  ///< 2020-01-01
constexpr char kTags[] = {'a', 'b', 'c'};  ///< extended missing values, in the order of Missing

struct FreeWriter {
  void operator()(readstat_writer_t* writer) const { readstat_writer_free(writer); }
};

/// A variable and the column that fills it.
struct Variable {
  std::size_t column;
  readstat_variable_t* variable;
  const Codes* codes = nullptr;
};

/// One .dta file, from a table's rows.
class DtaFile {
 public:
  DtaFile(const std::string& path, const Table& table, RowSpool& rows)
      : path_(path),
        table_(table),
        rows_(rows),
        file_(path),
        writer_(readstat_writer_init()),
        missing_(column_index(table, "missing")) {}

  void write() {
    readstat_set_data_writer(writer_.get(), append);
    check(readstat_writer_set_file_format_version(writer_.get(), kFormat));
    check(readstat_writer_set_file_timestamp(writer_.get(), kTimestamp));
    check(readstat_writer_set_file_label(writer_.get(), stata_label(file_label()).c_str()));
    for (std::size_t i = 0; i < table_.columns.size(); ++i) add_variables(i);
    check(readstat_begin_writing_dta(writer_.get(), this, static_cast<long>(rows_.rows())));
    add_long_texts();
    rows_.for_each([&](const Row& row) { write_row(row); });
    check(readstat_end_writing(writer_.get()));
    file_.finish();
  }

 private:
  /// ReadStat's way out. No exception may pass through a library written in C.
  static ssize_t append(const void* data, std::size_t size, void* self) {
    auto* file = static_cast<DtaFile*>(self);
    try {
      file->file_.write({static_cast<const char*>(data), size});
      return static_cast<ssize_t>(size);
    } catch (const OutputError&) {
      file->failure_ = std::current_exception();
      return -1;
    }
  }

  std::string file_label() const {
    return fmt::format("{} {}: {}", table_.name, table_.label_zh, table_.label);
  }

  void add_variables(std::size_t i) {
    const Column& column = table_.columns[i];
    if (column.codes != nullptr) {
      add(i, column.name, READSTAT_TYPE_INT8).codes = column.codes;
      readstat_variable_set_label_set(variables_.back().variable, label_set(column));
    } else if (column.type == ColumnType::text) {
      add_text(i, column.name);
    } else {
      bool whole = column.type == ColumnType::integer && rows_.width(i) <= kIntegerDigits;
      add(i, column.name, whole ? READSTAT_TYPE_INT32 : READSTAT_TYPE_DOUBLE);
      if (column.type == ColumnType::figure) add_text(i, std::string(column.name) + "_text");
    }
  }

  void add_text(std::size_t i, const std::string& name) {
    std::size_t longest = name == "document" ? kLongestKey : kLongestText;
    add(i, name, rows_.width(i) > longest ? READSTAT_TYPE_STRING_REF : READSTAT_TYPE_STRING);
  }

  Variable& add(std::size_t i, const std::string& name, readstat_type_t type) {
    const Column& column = table_.columns[i];
    std::size_t width = type == READSTAT_TYPE_STRING ? std::max<std::size_t>(rows_.width(i), 1) : 0;
    readstat_variable_t* variable = readstat_add_variable(writer_.get(), name.c_str(), type, width);
    readstat_variable_set_label(variable,
                                stata_label(fmt::format("{} {}", column.label_zh, column.label)).c_str());
    if (type == READSTAT_TYPE_DOUBLE) readstat_variable_set_format(variable, "%16.0g");
    return variables_.emplace_back(Variable{i, variable});
  }

  /// The words of a list, by their number, and what the missing values mean.
  readstat_label_set_t* label_set(const Column& column) {
    readstat_label_set_t* set = readstat_add_label_set(writer_.get(), READSTAT_TYPE_INT8, column.name);
    int number = 0;
    for (const Code& code : *column.codes)
      readstat_label_int32_value(set, ++number, fmt::format("{} {}", code.word, code.label_zh).c_str());
    for (Missing missing : kMissing)
      readstat_label_tagged_value(set, kTags[static_cast<int>(missing)],
                                  fmt::format("{} {}", name_of(missing), name_zh_of(missing)).c_str());
    return set;
  }

  void write_row(const Row& row) {
    check(readstat_begin_row(writer_.get()));
    for (const Variable& variable : variables_) check(insert(variable, row));
    check(readstat_end_row(writer_.get()));
  }

  readstat_error_t insert(const Variable& variable, const Row& row) {
    const std::string& cell = row[variable.column];
    switch (readstat_variable_get_type(variable.variable)) {
      case READSTAT_TYPE_STRING:
        return readstat_insert_string_value(writer_.get(), variable.variable, cell.c_str());
      case READSTAT_TYPE_STRING_REF:
        return insert_long_text(variable, cell);
      case READSTAT_TYPE_INT8:
        return insert_code(variable, row);
      default:
        return insert_number(variable, row);
    }
  }

  /// The head of the file tells where the long texts end, so ReadStat must know them before the first row.
  /// Figures of one sentence share its text, all empty cells the empty one.
  void add_long_texts() {
    readstat_add_string_ref(writer_.get(), "");
    last_texts_.clear();
    rows_.for_each([&](const Row& row) {
      for (const Variable& variable : variables_)
        if (is_long_text(variable) && takes_new_text(variable.column, row[variable.column]))
          readstat_add_string_ref(writer_.get(), row[variable.column].c_str());
    });
    last_texts_.clear();
    next_text_ = 1;
  }

  /// Whether a long text differs from that of the row before; it is the next one added then.
  bool takes_new_text(std::size_t column, const std::string& cell) {
    LongText& last = last_texts_[column];
    if (cell.empty() || last.text == cell) return false;
    last = {cell, next_text_++};
    return true;
  }

  readstat_error_t insert_long_text(const Variable& variable, const std::string& cell) {
    takes_new_text(variable.column, cell);
    int index = cell.empty() ? 0 : last_texts_[variable.column].index;
    return readstat_insert_string_ref(writer_.get(), variable.variable,
                                      readstat_get_string_ref(writer_.get(), index));
  }

  static bool is_long_text(const Variable& variable) {
    return readstat_variable_get_type(variable.variable) == READSTAT_TYPE_STRING_REF;
  }

  readstat_error_t insert_code(const Variable& variable, const Row& row) {
    auto found = std::find_if(variable.codes->begin(), variable.codes->end(),
                              [&](const Code& code) { return row[variable.column] == code.word; });
    if (found == variable.codes->end()) return insert_missing(variable, row);
    auto number = static_cast<std::int8_t>(found - variable.codes->begin() + 1);
    return readstat_insert_int8_value(writer_.get(), variable.variable, number);
  }

  readstat_error_t insert_number(const Variable& variable, const Row& row) {
    const std::string& cell = row[variable.column];
    double value = 0;
    auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (cell.empty() || error != std::errc() || end != cell.data() + cell.size())
      return insert_missing(variable, row);
    if (readstat_variable_get_type(variable.variable) == READSTAT_TYPE_INT32)
      return readstat_insert_int32_value(writer_.get(), variable.variable, static_cast<std::int32_t>(value));
    return readstat_insert_double_value(writer_.get(), variable.variable, value);
  }

  /// A figure that is no number is in its text: as a number it does not apply.
  readstat_error_t insert_missing(const Variable& variable, const Row& row) {
    bool words = !row[variable.column].empty();
    Missing reason = words ? Missing::not_applicable : why_empty(table_, missing_, row, variable.column);
    return readstat_insert_tagged_missing_value(writer_.get(), variable.variable,
                                                kTags[static_cast<int>(reason)]);
  }

  void check(readstat_error_t error) const {
    if (failure_) std::rethrow_exception(failure_);
    if (error != READSTAT_OK)
      throw OutputError(fmt::format("{}: cannot be written: {}", path_, readstat_error_message(error)));
  }

  std::string path_;
  const Table& table_;
  RowSpool& rows_;
  OutputFile file_;
  std::exception_ptr failure_;
  std::unique_ptr<readstat_writer_t, FreeWriter> writer_;
  int missing_;
  std::vector<Variable> variables_;
  struct LongText {
    std::string text;
    int index = 0;
  };
  std::map<std::size_t, LongText> last_texts_;  // by column
  int next_text_ = 1;                           // 0 is the empty one
};

}  // namespace

std::string stata_label(const std::string& label) {
  std::u32string chars = to_utf32(label);
  return chars.size() <= kLongestLabel ? label : to_utf8(chars.substr(0, kLongestLabel - 1) + U"…");
}

void StataWriter::begin(const Table& table) {
  table_ = &table;
  spool_.emplace(folder_, table.columns.size());
}

void StataWriter::end() {
  DtaFile(folder_ + "/" + table_->name + ".dta", *table_, *spool_).write();
  spool_.reset();
}

}  // namespace ziping
