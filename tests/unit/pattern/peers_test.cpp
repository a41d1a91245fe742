// Cases of other extractors' own tests: an expectation is right when a mention of its kind overlaps its
// words with an equal value.
#include "support.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <fstream>
#include <map>

namespace ziping {
namespace {

struct Tally {
  int right = 0, all = 0;
};

bool is_right(const std::vector<Mention>& mentions, const std::string& kind, Span raw, const Decimal& value) {
  for (const Mention& mention : mentions) {
    bool overlaps = mention.span.begin < raw.end && raw.begin < mention.span.end;
    if (overlaps && name_of(mention.kind) == kind && mention.quantity.low == value) return true;
  }
  return false;
}

void score(const rapidjson::Document& entry, std::map<std::string, Tally>& tallies) {
  testing::OneReport report(entry["text"].GetString());
  auto mentions = report.mentions();
  std::size_t from = 0;
  for (const auto& expected : entry["expect"].GetArray()) {
    std::string raw = fold(expected["raw"].GetString()), kind = expected["kind"].GetString();
    std::size_t begin = report.clean.text.find(raw, from);
    if (begin == std::string::npos) begin = report.clean.text.find(raw);
    auto value = Decimal::parse(expected["value"].GetString());
    Tally& tally = tallies[kind];
    ++tally.all;
    bool right =
        begin != std::string::npos && value && is_right(mentions, kind, {begin, begin + raw.size()}, *value);
    tally.right += right;
    from = begin == std::string::npos ? from : begin + 1;
    if (!right)
      std::printf("not right: %s %s %s in %s\n", kind.c_str(), raw.c_str(), expected["value"].GetString(),
                  report.clean.text.c_str());
  }
}

TEST(Peers, CasesAreReadAsWellAsBefore) {
  std::ifstream file(ZIPING_SHARED_DIR "/peers/peer_cases.jsonl");
  if (!file) GTEST_SKIP() << "no shared folder beside the repository";
  std::map<std::string, Tally> tallies;
  for (std::string line; std::getline(file, line);) {
    rapidjson::Document entry;
    entry.Parse(line.c_str());
    ASSERT_TRUE(entry.IsObject()) << line;
    score(entry, tallies);
  }
  for (const auto& [kind, tally] : tallies)
    std::printf("%s: %d of %d right\n", kind.c_str(), tally.right, tally.all);
  EXPECT_GE(tallies["amount"].right, 113);
  EXPECT_GE(tallies["rate"].right, 64);
  EXPECT_GE(tallies["headcount"].right, 17);
}

}  // namespace
}  // namespace ziping
