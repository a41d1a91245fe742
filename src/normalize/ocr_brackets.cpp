#include "normalize/ocr_brackets.h"

#include <string_view>

namespace ziping {
namespace {

constexpr std::size_t kFarthestPartner = 40;

bool one_of(char32_t ch, std::u32string_view set) {
  return set.find(ch) != set.npos;
}

}  // namespace

void round_brackets(Draft& draft) {
  constexpr std::u32string_view kAngled = U"《〈", kRound = U"（(";
  constexpr std::u32string_view kAngledEnd = U"》〉", kRoundEnd = U"）)";
  std::size_t open = std::u32string::npos;
  for (std::size_t at = 0; at < draft.chars.size(); ++at) {
    char32_t ch = draft.chars[at];
    if (one_of(ch, kAngled) || one_of(ch, kRound)) {
      open = at;
    } else if (one_of(ch, kAngledEnd) || one_of(ch, kRoundEnd)) {
      bool paired = open != std::u32string::npos && at - open <= kFarthestPartner;
      if (paired && one_of(draft.chars[open], kAngled) && one_of(ch, kRoundEnd)) draft.chars[open] = U'（';
      if (paired && one_of(draft.chars[open], kRound) && one_of(ch, kAngledEnd)) draft.chars[at] = U'）';
      open = std::u32string::npos;
    }
  }
}

}  // namespace ziping
