#include "base/csv_rows.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ziping {
namespace {

/// Goes through a CSV text, field by field.
class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  std::vector<CsvRow> rows() {
    std::vector<CsvRow> rows;
    while (at_ < text_.size()) {
      CsvRow row = take_row();
      if (row.cells.size() > 1 || !row.cells.front().empty()) rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  CsvRow take_row() {
    CsvRow row{line_, {}};
    do {
      row.cells.push_back(at_ < text_.size() && text_[at_] == '"' ? take_quoted() : take_plain());
    } while (take(','));
    take('\r');
    if (at_ < text_.size() && !take('\n')) fail("a quoted field goes on behind its quote");
    ++line_;
    return row;
  }

  std::string take_plain() {
    std::size_t end = std::min(text_.find_first_of(",\r\n\"", at_), text_.size());
    if (end < text_.size() && text_[end] == '"') fail("a quote inside a plain field");
    return std::string(text_.substr(std::exchange(at_, end), end - at_));
  }

  std::string take_quoted() {
    std::string cell;
    for (++at_;; ++at_) {
      if (at_ >= text_.size()) fail("a quote that does not end");
      if (text_[at_] == '"' && (++at_ >= text_.size() || text_[at_] != '"')) return cell;
      if (text_[at_] == '\n') ++line_;
      cell += text_[at_];
    }
  }

  bool take(char c) {
    bool there = at_ < text_.size() && text_[at_] == c;
    if (there) ++at_;
    return there;
  }

  [[noreturn]] void fail(const char* reason) const {
    throw std::invalid_argument(std::to_string(line_) + ": " + reason);
  }

  std::string_view text_;
  std::size_t at_ = 0, line_ = 1;
};

}  // namespace

std::vector<CsvRow> csv_rows(std::string_view text) {
  return CsvReader(text).rows();
}

}  // namespace ziping
