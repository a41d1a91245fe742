#pragma once

#include "normalize/draft.h"

namespace ziping {

/// Takes out what converters to Markdown leave in a text file: `# ` before a heading, `**` around
/// bold words, `$…\%$` around formulas (\times, \geq … become × ≥ …), `\` before punctuation, `<br>`.
/// A placeholder such as `≥**人` stays.
void drop_residue(Draft& draft);

}  // namespace ziping
