#pragma once

#include <string_view>
#include <vector>

namespace ziping {

/// A file of the review page, as it stands in src/review/page.
struct PageFile {
  std::string_view name, bytes;
};
const std::vector<PageFile>& page_files();

}  // namespace ziping
