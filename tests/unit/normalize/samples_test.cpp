#include "ingest/reader.h"
#include "layout/layout.h"
#include "normalize/clean_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace ziping {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> paragraphs(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::string text = clean(lay_out(read_document(path.filename().string(), bytes))).text;
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// The PDF forms of a sample give the paragraphs of its text, but for the few that the PDF itself glues.
TEST(Samples, PdfAndTextGiveTheSameParagraphs) {
  fs::path folder = fs::path(ZIPING_SHARED_DIR) / "reports";
  if (!fs::exists(folder)) GTEST_SKIP() << "no samples beside the repository";
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    std::vector<std::string> text = paragraphs(entry.path());
    std::string sample = entry.path().filename().string().substr(0, 3);
    for (const char* form : {"-browser.pdf", "-office.pdf"}) {
      std::vector<std::string> pdf = paragraphs(folder / (sample + form));
      auto missing = std::count_if(text.begin(), text.end(), [&](const std::string& paragraph) {
        return std::find(pdf.begin(), pdf.end(), paragraph) == pdf.end();
      });
      EXPECT_LE(missing, 2) << sample << form;
    }
    std::vector<std::string> scan = paragraphs(folder / (sample + "-scan.pdf"));
    EXPECT_NEAR(static_cast<double>(scan.size()), static_cast<double>(text.size()), 4)
        << sample << "-scan.pdf";
  }
}

}  // namespace
}  // namespace ziping
