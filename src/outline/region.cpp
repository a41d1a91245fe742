#include "outline/region.h"

#include "outline/scan.h"

#include <algorithm>
#include <array>

namespace ziping {
namespace {

/// A suffix of place names and what tells it from the same character in other words.
struct Suffix {
  std::u32string_view text;
  int rank;                        ///< 1 province, 2 city, 3 county, 4 township
  std::size_t shortest, longest;   ///< characters of the name before it
  std::u32string_view not_after;   ///< last characters of a name that make another word: 城乡, 社区
  std::u32string_view not_before;  ///< first characters after it that do: 区域, 市场
};

// Longer suffixes first: at one place the first that fits is taken.
constexpr std::array kSuffixes = {
    Suffix{U"特别行政区", 1, 2, 3, U"", U""},
    Suffix{U"自治区", 1, 2, 6, U"", U"级内"},
    Suffix{U"自治州", 2, 2, 12, U"", U"级"},
    Suffix{U"自治县", 3, 2, 12, U"", U"级"},
    Suffix{U"自治旗", 3, 2, 9, U"", U"级"},
    Suffix{U"民族乡", 4, 2, 8, U"", U""},
    Suffix{U"开发区", 3, 2, 12, U"", U""},
    Suffix{U"示范区", 3, 4, 12, U"", U""},
    Suffix{U"地区", 2, 2, 5, U"各本该我全", U"生性间差"},
    Suffix{U"街道", 4, 2, 5, U"", U"路灯"},
    Suffix{U"苏木", 4, 2, 6, U"", U""},
    Suffix{U"省", 1, 2, 3, U"全各我本", U"级份内本直管"},
    Suffix{U"市", 2, 2, 6, U"全各我本超上", U"场容价值民级属直"},
    Suffix{U"州", 2, 2, 6, U"", U"际"},
    Suffix{U"盟", 2, 2, 6, U"联加", U"友"},
    Suffix{U"县", 3, 1, 6, U"全各我本", U"域级"},
    Suffix{U"区", 3, 2, 6, U"全各我本社小园景校库灾辖山灌片护院病牧农地", U"域间块别划位级属"},
    Suffix{U"旗", 3, 2, 9, U"红", U"下舰帜级"},
    Suffix{U"镇", 4, 2, 5, U"城集村乡", U"级村"},
    Suffix{U"乡", 4, 2, 5, U"城老返家下故入", U"村镇愁贤建"},
};

/// Characters that stand in the names of offices and sentences, not of places.
constexpr std::u32string_view kNotInNames =
    U"局厅委办公室院校医学和及与的、，。：；（）()《》“”年月日0123456789";

bool holds(std::u32string_view set, char32_t ch) {
  return ch && set.find(ch) != set.npos;
}

/// 景德镇市, 广州市, 桐乡市: the suffix belongs to a longer name.
bool goes_on(const Suffix& suffix, char32_t next) {
  return holds(U"镇乡州旗区", suffix.text.back()) && holds(U"市县", next) && suffix.text.size() == 1;
}

bool fits(const Suffix& suffix, std::u32string_view text, std::size_t at, int rank) {
  if (!text.substr(at).starts_with(suffix.text)) return false;
  bool deeper = suffix.rank > rank || (suffix.text == U"市" && rank == 2);
  if (!deeper || at < suffix.shortest || at > suffix.longest) return false;
  std::size_t end = at + suffix.text.size();
  char32_t next = end < text.size() ? text[end] : 0;
  return !holds(suffix.not_after, text[at - 1]) && !holds(suffix.not_before, next) && !goes_on(suffix, next);
}

/// Characters of the place name that begins `text`, deeper than `rank`, which it then sets; 0 if none.
std::size_t place_part(std::u32string_view text, int& rank) {
  if (!text.empty() && holds(U"各我该", text[0])) return 0;
  for (std::size_t at = 1; at < std::min<std::size_t>(text.size(), 14); ++at) {
    if (holds(kNotInNames, text[at - 1])) return 0;
    for (const Suffix& suffix : kSuffixes) {
      if (!fits(suffix, text, at, rank)) continue;
      rank = suffix.rank;
      return at + suffix.text.size();
    }
  }
  return 0;
}

}  // namespace

std::string_view leading_place(std::string_view text) {
  std::u32string chars = to_utf32(scan::head(text, 48));
  std::u32string_view rest = chars;
  int rank = 0;
  while (std::size_t part = place_part(rest, rank)) rest.remove_prefix(part);
  return scan::head(text, chars.size() - rest.size());
}

}  // namespace ziping
