#include "write/formula_guard.h"

#include <algorithm>
#include <iterator>

namespace ziping {
namespace {

using namespace std::literals;

constexpr std::string_view kWideLeads[] = {"＝"sv, "＋"sv, "－"sv, "＠"sv};
/// What a formula that begins with a signed number needs to do anything.
constexpr std::string_view kOperators = "=()|!+-*/^&@\"";

bool is_signed_figure(std::string_view cell) {
  bool digit = cell.size() > 1 && cell[1] >= '0' && cell[1] <= '9';
  return digit && cell.find_first_of(kOperators, 1) == cell.npos;
}

}  // namespace

bool runs_as_formula(std::string_view cell) {
  if (cell.empty()) return false;
  switch (cell.front()) {
    case '=':
    case '@':
    case '\t':
    case '\r':
      return true;
    case '+':
    case '-':
      return !is_signed_figure(cell);
    default:
      return std::any_of(std::begin(kWideLeads), std::end(kWideLeads),
                         [&](std::string_view lead) { return cell.starts_with(lead); });
  }
}

std::string_view without_formula_guard(std::string_view cell) {
  bool guarded = cell.starts_with('\'') && runs_as_formula(cell.substr(1));
  return guarded ? cell.substr(1) : cell;
}

}  // namespace ziping
