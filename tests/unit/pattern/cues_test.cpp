#include "pattern/cues.h"
#include "pattern/regex_words.h"

#include "pattern/regex.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <tuple>

namespace ziping {
namespace {

using Hit = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;  ///< begin, end, cue
using Words = std::vector<std::string>;

TEST(WordsOf, ExpandsFiniteExpressions) {
  const struct {
    const char* re;
    Words words;
  } rows[] = {{"执行率", {"执行率"}},
              {"资金|经费", {"经费", "资金"}},
              {"预算(?:数|总额)?", {"预算", "预算总额", "预算数"}},
              {"(?:省|市)级?", {"市", "市级", "省", "省级"}},
              {"[省市]级", {"市级", "省级"}},
              {"甲(?:乙|(?:丙|丁)戊)", {"甲丁戊", "甲丙戊", "甲乙"}},
              {"甲|甲", {"甲"}},
              {"甲(乙)", {"甲乙"}}};
  for (const auto& row : rows) {
    Words want = row.words;
    std::sort(want.begin(), want.end());
    EXPECT_EQ(words_of(row.re), want) << row.re;
  }
}

TEST(WordsOf, LeavesInfiniteAndLargeOnesAlone) {
  for (const char* re : {"甲.乙", "甲*", "甲+", "甲{2}", "[^甲]", "[a-z]", "^甲", "甲$", "甲\\.", "(?i:甲)",
                         "(?:甲)+", "[甲乙]*"})
    EXPECT_TRUE(words_of(re).empty()) << re;
  EXPECT_TRUE(words_of("[一二三四][一二三四][一二三四]", 63).empty());
  EXPECT_EQ(words_of("[一二三四][一二三四][一二三四]", 64).size(), 64u);
}

/// Each of these stands for what real cues hold: words inside words, options, classes, open expressions.
const Words kCues = {"资金|经费",
                     "资金总额|资金",
                     "(?:财政|专项)?资金(?:总额|合计)?",
                     "[省市]级(?:财政)?资金?",
                     "支出",
                     "(?:实际)?支出(?:数)?",
                     "资金.总额",
                     "财政(?:资金)+",
                     "[财政]{2}专项",
                     "总额|额|合计总额",
                     "实际.?支出",
                     "政"};

Words letters() {
  return {"资", "金", "经", "费", "总", "额", "财", "政", "专", "项", "省", "市",
          "级", "支", "出", "实", "际", "数", "合", "计", "，", "3",  "a"};
}

/// A sentence of random letters and words, so that cues occur often and cut into each other.
std::string sentence(std::mt19937& random) {
  static const Words kPieces = [] {
    Words pieces = letters();
    for (const char* word : {"资金", "财政", "支出", "总额", "实际", "专项", "省级", "合计", "资金总额"})
      pieces.insert(pieces.end(), 3, word);
    return pieces;
  }();
  std::string text;
  for (auto n = random() % 25; n > 0; --n) text += kPieces[random() % kPieces.size()];
  return text;
}

/// Every substring that the cue matches as a whole, but those inside a longer one of the same cue.
/// Open expressions are found as RE2 finds them, from left to right.
std::vector<Hit> oracle(const std::string& text) {
  std::vector<Hit> hits;
  for (std::uint32_t cue = 0; cue < kCues.size(); ++cue) {
    Regex re("(?:" + kCues[cue] + ")");
    std::vector<Hit> own;
    if (words_of(kCues[cue]).empty()) {
      for (auto found = re.find(text, 0); found && !found->empty(); found = re.find(text, found->end))
        own.emplace_back(found->begin, found->end, cue);
    } else {
      for (std::uint32_t begin = 0; begin < text.size(); ++begin)
        for (std::uint32_t end = begin + 1; end <= text.size(); ++end)
          if (re.matches_all_of(std::string_view(text).substr(begin, end - begin)))
            own.emplace_back(begin, end, cue);
    }
    for (const Hit& hit : own) {
      bool inside = std::any_of(own.begin(), own.end(), [&](const Hit& other) {
        return other != hit && std::get<0>(other) <= std::get<0>(hit) &&
               std::get<1>(hit) <= std::get<1>(other);
      });
      if (!inside) hits.push_back(hit);
    }
  }
  std::sort(hits.begin(), hits.end());
  return hits;
}

TEST(CueMatcher, FindsWhatRe2Finds) {
  CueMatcher matcher;
  for (std::uint32_t i = 0; i < kCues.size(); ++i) matcher.add(i, kCues[i]);
  matcher.compile();
  std::mt19937 random(20231231);
  std::size_t seen = 0;
  std::vector<CueHit> hits;
  for (int round = 0; round < 150; ++round) {
    std::string text = sentence(random);
    matcher.find(text, hits);
    std::vector<Hit> found;
    for (const CueHit& hit : hits) found.emplace_back(hit.begin, hit.end, hit.cue);
    std::sort(found.begin(), found.end());
    ASSERT_EQ(found, oracle(text)) << text;
    seen += found.size();
  }
  EXPECT_GT(seen, 1000u);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

TEST(CueMatcher, HearsMisreadWordsAsTheWordsThatTheyAre) {
  CueMatcher matcher({{"支出", {"文出", "支岀"}}, {"资金", {"贸金"}}});
  for (std::uint32_t i = 0; i < kCues.size(); ++i) matcher.add(i, kCues[i]);
  matcher.compile();
  std::mt19937 random(20231231);
  std::size_t misread = 0;
  std::vector<CueHit> hits, misread_hits;
  for (int round = 0; round < 150; ++round) {
    std::string text = sentence(random);
    matcher.find(text, hits);
    for (const char* read : {"文出", "支岀"}) {
      std::string other = replaced(replaced(text, "支出", read), "资金", "贸金");
      matcher.find(other, misread_hits);
      std::vector<CueHit> wanted = hits;
      for (auto* found : {&wanted, &misread_hits})  // 资金? ends before 贸金: it does not hold the whole word
        std::erase_if(*found, [](const CueHit& hit) { return kCues[hit.cue] == "[省市]级(?:财政)?资金?"; });
      ASSERT_EQ(misread_hits.size(), wanted.size()) << other;
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        EXPECT_EQ(misread_hits[i].begin, wanted[i].begin) << other;
        EXPECT_EQ(misread_hits[i].end, wanted[i].end) << other;
        EXPECT_EQ(misread_hits[i].cue, wanted[i].cue) << other;
      }
      misread += other != text;
    }
  }
  EXPECT_GT(misread, 100u);
}

TEST(CueMatcher, OrdersHitsByTheirEnd) {
  CueMatcher matcher;
  matcher.add(7, "资金总额");
  matcher.add(3, "总额");
  matcher.add(5, "项目");
  matcher.compile();
  std::vector<CueHit> hits = {{1, 2, 3}};
  matcher.find("项目资金总额", hits);
  ASSERT_EQ(hits.size(), 3u);
  EXPECT_EQ(hits[0].cue, 5u);
  EXPECT_EQ(hits[1].cue, 7u);
  EXPECT_EQ(hits[2].cue, 3u);
  matcher.find("", hits);
  EXPECT_TRUE(hits.empty());
}

TEST(Regex, FindsMatchesAndGroups) {
  Regex re("(甲+)(乙)?");
  std::string text = "丙甲甲乙甲";
  EXPECT_TRUE(re.found_in(text));
  EXPECT_FALSE(re.matches_all_of(text));
  EXPECT_TRUE(re.matches_all_of("甲乙"));
  EXPECT_GT(re.size(), 0);
  auto first = re.find(text, 0);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->of(text), "甲甲乙");
  EXPECT_EQ(re.find(text, 0, 1)->of(text), "甲甲");
  auto second = re.find(text, first->end);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->of(text), "甲");
  EXPECT_FALSE(re.find(text, first->end, 2));
  EXPECT_FALSE(re.find(text, text.size()));
}

TEST(Regex, SaysWhatIsWrong) {
  for (const char* re : {"(", "[", ")", "*", "(?<name>", "甲|[]", "[[:alpha:]", "(甲乙丙丁戊己庚辛",
                         "[甲乙丙丁戊己庚辛", "甲乙丙丁戊己庚辛("})
    EXPECT_THROW(Regex(re).check(), std::invalid_argument) << re;
}

}  // namespace
}  // namespace ziping
