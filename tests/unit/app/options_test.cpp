#include "app/options.h"

#include "base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::ElementsAre;

const Command& extract() {
  return commands().front();
}

std::string refusal(const std::vector<std::string>& arguments) {
  try {
    parse(extract(), arguments);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "";
}

TEST(Options, AreReadInAnyOrder) {
  OptionValues values = parse(extract(), {"a.pdf", "-o", "out", "--to=csv", "--", "-b.pdf"});
  EXPECT_THAT(plain_arguments(values), ElementsAre("a.pdf", "-b.pdf"));
  EXPECT_EQ(values["output"].as<std::string>(), "out");
  EXPECT_EQ(values["to"].as<std::string>(), "csv");
  EXPECT_EQ(values.count("quiet"), 0u);
}

TEST(Options, AnUnknownOneNamesTheNearest) {
  EXPECT_EQ(refusal({"--ouput", "out"}), "unknown option --ouput; did you mean --output?");
  EXPECT_EQ(refusal({"--out", "out"}), "unknown option --out");
  EXPECT_EQ(refusal({"--workers=3"}), "unknown option --workers");
  EXPECT_EQ(refusal({"-x"}), "unknown option -x");
}

TEST(Options, AreGivenOnceAndWithTheirValue) {
  EXPECT_NE(refusal({"-o"}), "");
  EXPECT_NE(refusal({"-o", "a", "-o", "b"}), "");
}

TEST(Options, OneFileMeansOne) {
  const Command& text = commands()[1];
  EXPECT_EQ(only_file(parse(text, {"a.txt"})), "a.txt");
  EXPECT_THROW(only_file(parse(text, {})), UsageError);
  EXPECT_THROW(only_file(parse(text, {"a.txt", "b.txt"})), UsageError);
}

}  // namespace
}  // namespace ziping
