#include "form/money_unit.h"

#include <array>
#include <string>

namespace ziping {
namespace {

constexpr std::array<std::string_view, 8> kOpenings = {"（", "(", "：", ":", "，", "、", "/", "位"};
constexpr std::array<std::string_view, 9> kClosings = {"）", ")", "，", "、", "/", "；", "。", " ", "\n"};

}  // namespace

std::optional<int> money_unit_in(std::string_view text, const CellValues& values) {
  if (text.find("元") == std::string_view::npos) return std::nullopt;
  for (std::size_t at = 0; at < text.size(); ++at)
    for (std::string_view opening : kOpenings) {
      if (!text.substr(at).starts_with(opening)) continue;
      std::string_view rest = text.substr(at + opening.size());
      std::size_t end = rest.size();
      for (std::string_view closing : kClosings) end = std::min(end, rest.find(closing));
      while (rest.starts_with(' ')) rest.remove_prefix(1), end = end == 0 ? 0 : end - 1;
      if (auto power = values.money_power(rest.substr(0, end))) return power;
    }
  return std::nullopt;
}

}  // namespace ziping
