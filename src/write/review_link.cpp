#include "write/review_link.h"

#include "base/files.h"
#include "store/store_reader.h"

#include <fmt/format.h>

#include <filesystem>
#include <iterator>

namespace ziping {
namespace {

bool stands(char c) {
  auto byte = static_cast<unsigned char>(c);
  bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return byte >= 0x80 || letter || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string review_link(std::string_view document, std::string_view page, std::string_view row) {
  std::string link = "review/index.html#doc=";
  for (char c : document) {
    if (stands(c)) {
      link += c;
    } else {
      fmt::format_to(std::back_inserter(link), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  if (!page.empty()) link += fmt::format("&page={}", page);
  if (!row.empty()) link += fmt::format("&{}", row);
  return link;
}

void tell_review(const std::string& folder) {
  const std::string data = folder + "/review/data";
  if (!std::filesystem::is_directory(data)) return;
  OutputFile file(data + "/dataset.js");
  file.write(
      fmt::format("ziping.put(\"dataset\",\"{}\");\n", StoreReader(folder + "/dataset.sqlite").mark()));
  file.finish();
}

}  // namespace ziping
