#pragma once

#include <string>
#include <string_view>

namespace ziping {

/// Where the review page shows a page of a document, seen from the dataset's folder:
/// `review/index.html#doc=tax/2021%20a.pdf&page=3`. The path is as in column `document`; of its ASCII
/// characters all but letters, digits and `-._~/` stand as %XX, Chinese ones as they are. `page` may be
/// empty.
std::string review_link(std::string_view document, std::string_view page);

}  // namespace ziping
