#pragma once

#include "normalize/draft.h"

namespace ziping {

/// An OCR layer takes （ for 《 or 〈, and ） for 》 or 〉. A bracket whose partner is round becomes
/// round: `《一）自评分数` is （一）自评分数.
void round_brackets(Draft& draft);

}  // namespace ziping
