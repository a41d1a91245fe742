#pragma once

#include <string>
#include <string_view>

namespace ziping {

/// Where the review page shows a row, seen from the dataset's folder:
/// `review/index.html#doc=tax/2021%20a.pdf&page=3&record=100-105`. The path is as in column `document`; of
/// its ASCII characters all but letters, digits and `-._~/` stand as %XX, Chinese ones as they are. `page`
/// and `row` (`record=start-end`, `finding=number`) may be empty.
std::string review_link(std::string_view document, std::string_view page, std::string_view row);

/// Tells the review page in the dataset's folder, where there is one, which dataset is beside it now
/// (StoreReader::mark()), so that a page of an earlier one says so. Throws OutputError.
void tell_review(const std::string& folder);

}  // namespace ziping
