#include "base/nearest.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

TEST(Nearest, FindsWhatWasMeant) {
  const std::vector<std::string> names = {"output", "patterns", "quiet", "to"};
  const struct {
    const char *word, *nearest;
  } rows[] = {{"ouput", "output"}, {"outptu", "output"}, {"pattern", "patterns"},
              {"quite", "quiet"},  {"xyz", ""},          {"", ""},
              {"colour", ""}};
  for (const auto& row : rows) EXPECT_EQ(nearest(row.word, names), row.nearest) << row.word;
}

TEST(Nearest, MakesASentenceEnd) {
  EXPECT_EQ(did_you_mean("moeny", {"money", "rate"}), "; did you mean money?");
  EXPECT_EQ(did_you_mean("ouput", {"output"}, "--"), "; did you mean --output?");
  EXPECT_EQ(did_you_mean("xyz", {"output"}), "");
}

}  // namespace
}  // namespace ziping
