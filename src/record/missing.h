#pragma once

#include "record/document_result.h"

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

/// Why a report does not state something: a blank form or a model text states nothing, and what is missing in
/// a file with unread pages may stand there.
Missing why_not_stated(Status status, std::string_view document_kind);

/// What a cell of column `missing` says of the column `name`: `illegible: rate score; not_applicable:
/// weight`, or `illegible: *` of all columns. `otherwise` where it does not speak of it.
Missing missing_in(std::string_view cell, std::string_view name, Missing otherwise);

}  // namespace ziping
