#include "base/utf8.h"
#include "write/xlsx.h"

namespace ziping {
namespace {

constexpr std::size_t kCellUnits = 32767;
constexpr std::string_view kCutMark = "…［已截断 cut］";
constexpr std::size_t kCutMarkUnits = 10;
constexpr std::size_t kExactDigits = 15;

/// Bytes of the longest beginning of `text` that has at most `units` UTF-16 units.
std::size_t bytes_of_units(std::string_view text, std::size_t units) {
  std::size_t at = 0;
  for (std::size_t next = 0, used = 0; next < text.size(); at = next) {
    used += next_char(text, next) > 0xFFFF ? 2 : 1;
    if (used > units) break;
  }
  return at;
}

}  // namespace

bool fits_double(std::string_view number) {
  if (number.size() <= kExactDigits) return true;
  std::size_t first = number.find_first_of("123456789"), last = number.find_last_of("123456789");
  if (first == number.npos) return true;
  std::string_view digits = number.substr(first, last - first + 1);
  return digits.size() - (digits.find('.') != digits.npos ? 1 : 0) <= kExactDigits;
}

std::string cut_for_cell(const std::string& text) {
  if (text.size() <= kCellUnits || bytes_of_units(text, kCellUnits) == text.size()) return text;
  return text.substr(0, bytes_of_units(text, kCellUnits - kCutMarkUnits)).append(kCutMark);
}

}  // namespace ziping
