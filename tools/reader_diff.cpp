// Reads the PDFs of folders with both readers and says where they differ.
//
// usage: ziping_reader_diff FOLDER...
#include "../tests/unit/ingest/page_difference.h"

#include <cstdio>

int main(int count, char** arguments) {
  using namespace ziping;
  int files = 0, differing = 0, left = 0;
  std::size_t pages = 0, glyphs = 0;
  for (int i = 1; i < count; ++i) {
    for (const auto& path : testing::pdfs_in(arguments[i])) {
      std::printf("%s\r", path.c_str());
      std::fflush(stdout);
      const std::string bytes = read_file(path);
      const testing::Reading own = testing::read_with(PdfReaderChoice::own, bytes);
      const std::string found = difference(own, testing::read_with(PdfReaderChoice::poppler, bytes));
      ++files;
      pages += own.document.pages.size();
      for (const Page& page : own.document.pages) glyphs += page.glyphs.size();
      if (!own.gave_up.empty()) std::printf("%s: left, %s\n", path.c_str(), own.gave_up.c_str());
      if (!found.empty()) std::printf("%s: DIFFERS, %s\n", path.c_str(), found.c_str());
      differing += !found.empty();
      left += !own.gave_up.empty();
    }
  }
  std::printf("%d files, %zu pages, %zu glyphs: %d differ, %d left to Poppler's interpreter\n", files, pages,
              glyphs, differing, left);
  return differing == 0 ? 0 : 1;
}
