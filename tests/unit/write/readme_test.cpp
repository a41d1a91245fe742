#include "base/files.h"
#include "record/schema.h"
#include "write/codebook.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace ziping {
namespace {

/// A Markdown table for each table of the dataset, folded under its name.
std::string markdown() {
  std::string out;
  for (const Table& table : tables()) {
    out += std::string("\n<details><summary><b>") + table.name + "</b>: one row is " + table.label + " (" +
           table.label_zh + ")</summary>\n\n";
    out += "| column | type | holds | 中文 |\n|---|---|---|---|\n";
    for (const Column& column : table.columns)
      out += std::string("| ") + column.name + " | " + type_name(column.type) + " | " + column.label + " | " +
             column.label_zh + " |\n";
    out += "\n</details>\n";
  }
  return out + "\n";
}

TEST(Readme, ShowsTheColumnsOfTheSchema) {
  const std::string path = ZIPING_SOURCE_DIR "/README.md";
  std::string readme = read_file(path);
  std::size_t begin = readme.find('\n', readme.find("<!-- columns")) + 1;
  std::size_t end = readme.find("<!-- end of columns");
  ASSERT_LE(begin, end);
  if (std::getenv("ZIPING_UPDATE_README")) {
    OutputFile file(path);
    file.write(readme.substr(0, begin) + markdown() + readme.substr(end));
    file.finish();
  } else {
    EXPECT_EQ(readme.substr(begin, end - begin), markdown());
  }
}

}  // namespace
}  // namespace ziping
