// Glued cells: the one split that the arithmetic of a form allows.
#include "form/flat_split.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace ziping {
namespace {

using R = ColumnRole;

std::vector<std::string> parts(const std::string& text, const std::vector<R>& roles) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end : split_figures(text, roles)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return parts;
}

const std::vector<R> kFunds = {R::adjusted, R::executed, R::weight, R::rate, R::score};
const std::vector<R> kFundPart = {R::adjusted, R::executed, R::rate};
const std::vector<R> kIndicator = {R::weight, R::target, R::actual, R::score};

struct Glued {
  std::string text;
  std::vector<R> roles;
  std::vector<std::string> parts;
};

class GluedFigures : public testing::TestWithParam<Glued> {};

TEST_P(GluedFigures, AreCutWhereOneSplitIsLeft) {
  EXPECT_EQ(parts(GetParam().text, GetParam().roles), GetParam().parts);
}

INSTANTIATE_TEST_SUITE_P(
    Table, GluedFigures,
    testing::Values(Glued{"310.2154.741050%5", kFunds, {"310.2", "154.74", "10", "50%", "5"}},
                    Glued{"309.48154.741050%5", kFunds, {"309.48", "154.74", "10", "50%", "5"}},
                    Glued{"202010100.00%10", kFunds, {"20", "20", "10", "100.00%", "10"}},
                    Glued{"64.864.864.8100%",
                          {R::initial, R::adjusted, R::executed, R::rate},
                          {"64.8", "64.8", "64.8", "100%"}},
                    Glued{"194.9194.9100%", kFundPart, {"194.9", "194.9", "100%"}},
                    Glued{"40004000100%", kFundPart, {"4000", "4000", "100%"}},
                    Glued{"120120100%", kFundPart, {"120", "120", "100%"}},
                    Glued{"000%", kFundPart, {"0", "0", "0%"}},
                    Glued{"66.462.6594.35%", kFundPart, {"66.4", "62.65", "94.35%"}},
                    Glued{"50.240.190%", kFundPart, {}},
                    Glued{"8550万粒550万粒8", kIndicator, {"8", "550万粒", "550万粒", "8"}},
                    Glued{"10≥24间24间10", kIndicator, {"10", "≥24间", "24间", "10"}},
                    Glued{"6≥130人次121人次5.58", kIndicator, {"6", "≥130人次", "121人次", "5.58"}},
                    Glued{"8=100%100%8", kIndicator, {"8", "=100%", "100%", "8"}},
                    Glued{"10有所减轻有所减轻10", kIndicator, {"10", "有所减轻", "有所减轻", "10"}},
                    Glued{"10有所减轻明显减轻10", kIndicator, {}}));

}  // namespace
}  // namespace ziping
