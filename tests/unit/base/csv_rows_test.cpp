#include "base/csv_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace ziping {
namespace {

using testing::ElementsAre;

std::vector<std::vector<std::string>> cells_of(std::string_view text) {
  std::vector<std::vector<std::string>> cells;
  for (CsvRow& row : csv_rows(text)) cells.push_back(std::move(row.cells));
  return cells;
}

TEST(CsvRows, readsWhatSpreadsheetsWrite) {
  EXPECT_THAT(cells_of("a,b\n1,二\n"), ElementsAre(ElementsAre("a", "b"), ElementsAre("1", "二")));
  EXPECT_THAT(cells_of("\xEF\xBB\xBF"
                       "a,b\r\n\r\n,x\r\n"),
              ElementsAre(ElementsAre("a", "b"), ElementsAre("", "x")));
  EXPECT_THAT(cells_of("\"a,\"\"b\"\"\nc\",d"), ElementsAre(ElementsAre("a,\"b\"\nc", "d")));
  EXPECT_THAT(cells_of("a,\n"), ElementsAre(ElementsAre("a", "")));
  EXPECT_THAT(cells_of(""), ElementsAre());
}

TEST(CsvRows, countsLinesWithinFields) {
  std::vector<CsvRow> rows = csv_rows("\"a\nb\"\nc\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1].line, 3u);
}

TEST(CsvRows, refusesQuotesThatAreNone) {
  for (const char* text : {"\"a", "a\"b\n", "\"a\"b\n"})
    EXPECT_THROW(csv_rows(text), std::invalid_argument) << text;
}

}  // namespace
}  // namespace ziping
