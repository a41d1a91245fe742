#pragma once

#include <string_view>

namespace ziping {

/// Why a cell is empty.
enum class Missing {
  not_stated,      ///< the document does not say
  illegible,       ///< it may stand on a page that could not be read
  not_applicable,  ///< there is nothing to say: the table of a figure in prose, the result of a form of
                   ///< targets
};
constexpr Missing kMissing[] = {Missing::not_stated, Missing::illegible, Missing::not_applicable};

const char* name_of(Missing missing);
const char* name_zh_of(Missing missing);

/// What a cell of column `missing` says of the column `name`: `illegible: rate score; not_applicable:
/// weight`. `otherwise` where it does not speak of it.
Missing missing_in(std::string_view cell, std::string_view name, Missing otherwise);

}  // namespace ziping
