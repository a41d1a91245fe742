#include "pattern/relations.h"
#include "audit/relation_examples.h"
#include "base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

/// The message with which a file of relations is refused; empty where it is read.
std::string refusal(const std::string& text) {
  std::vector<Relation> relations;
  try {
    read_relations(TomlFile("relations.toml", text, false), relations);
  } catch (const PatternError& error) {
    return error.what();
  }
  return "";
}

struct FaultyFile {
  const char *text, *message;
};

TEST(Relations, AreRefusedWithTheLineAndTheNearestWord) {
  const FaultyFile cases[] = {
      {"[[relation]]\nid = \"a\"\narithmetic = \"ration\"\n",
       "relations.toml:3: unknown arithmetic ration; did you mean ratio?"},
      {"[[relation]]\nid = \"a\"\narithmetic = \"points\"\nstatd = [\"*\"]\n",
       "relations.toml:4: points has no key statd; did you mean stated?"},
      {"[[relation]]\nid = \"a\"\narithmetic = \"points\"\n", "relations.toml:1: stated is missing or empty"},
      {"[[relation]]\nid = \"a\"\narithmetic = \"points\"\nstated = [\"*\"]\n",
       "relations.toml:1: relation a: has no example"},
      {"[[relation]]\nid = \"a\"\narithmetic = \"level_weight\"\nre = '('\n",
       "relations.toml:4: RE2 refuses ("},
      {"[[relatoin]]\nid = \"a\"\n", "unknown key relatoin; did you mean relation?"},
      {"[[relation]]\nid = \"a\"\narithmetic = \"points\"\nstated = [\"*\"]\n"
       "[[relation.example]]\ntext = \"x\"\n",
       "relations.toml:5: expects nothing"},
  };
  for (const FaultyFile& c : cases) EXPECT_THAT(refusal(c.text), testing::HasSubstr(c.message)) << c.text;
}

TEST(Relations, KeepTheirExamples) {
  PatternSet patterns = PatternSet::load(ZIPING_PATTERN_DIR);
  EXPECT_THAT(check_relation_examples(patterns), testing::IsEmpty());
  EXPECT_GT(patterns.relations().size(), 30u);
}

TEST(Relations, AFindingLeadsToTheFiguresItRestsOn) {
  PatternSet patterns = PatternSet::load(ZIPING_PATTERN_DIR);
  RelationExample example{.text = "2023年预算360万元，全年支出288万元，预算执行率为85%。"};
  std::vector<Finding> findings = findings_of(example, patterns);
  ASSERT_EQ(findings.size(), 1u);
  const Finding& finding = findings.front();
  EXPECT_EQ(finding.rule, "ratio.execution@1");
  EXPECT_EQ(finding.message, "288万元 of 360万元 (budget.total) is 80%; stated is 85%.");
  ASSERT_EQ(finding.evidence.size(), 3u);  // the rate, what was spent, the budget
  EXPECT_EQ(finding.evidence[0].mention, 2);
  EXPECT_EQ(finding.evidence[1].mention, 1);
  EXPECT_EQ(finding.evidence[2].mention, 0);
}

}  // namespace
}  // namespace ziping
