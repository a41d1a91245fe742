#include "base/word_finder.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace ziping {
namespace {

using Words = std::vector<std::string>;

const Words kLetters = {"资", "金", "预", "算", "完", "成", "率", "，", "5", "%", "·", "𠮷", "a"};

std::string random_text(std::mt19937& random, int most) {
  std::string text;
  for (int left = static_cast<int>(random() % static_cast<unsigned>(most + 1)); left > 0; --left)
    text += kLetters[random() % kLetters.size()];
  return text;
}

std::multiset<std::string> found_in(const WordFinder& finder, const std::string& text) {
  std::multiset<std::string> found;
  finder.find(text, [&](const std::string& word) {
    found.insert(word);
    return false;
  });
  return found;
}

std::multiset<std::string> plainly_found(const Words& words, const std::string& text) {
  std::multiset<std::string> found;
  for (const auto& word : words)
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) found.insert(word);
  return found;
}

TEST(WordFinder, FindsWhatAPlainSearchFinds) {
  std::mt19937 random(1);
  for (int round = 0; round < 400; ++round) {
    Words words;
    for (int i = 0; i < 8; ++i)
      if (auto word = random_text(random, 4); !word.empty()) words.push_back(word);
    WordFinder finder(words);
    auto text = random_text(random, 40);
    EXPECT_EQ(found_in(finder, text), plainly_found(words, text)) << text;
    EXPECT_EQ(finder.any_in(text), !plainly_found(words, text).empty()) << text;
  }
}

TEST(WordFinder, StopsWhereItIsTold) {
  WordFinder finder(Words{"预算", "完成"});
  int asked = 0;
  EXPECT_TRUE(finder.find("预算完成", [&](const std::string&) { return ++asked == 1; }));
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(WordFinder(Words{}).any_in("预算"));
}

TEST(FindWord, SaysWhatStringViewSays) {
  std::mt19937 random(2);
  for (int round = 0; round < 2000; ++round) {
    auto text = random_text(random, 20), word = random_text(random, 3);
    if (word.empty()) continue;
    std::size_t from = random() % (text.size() + 1);
    EXPECT_EQ(find_word(text, word, from), std::string_view(text).find(word, from)) << text << ' ' << word;
    EXPECT_EQ(rfind_word(text, word), std::string_view(text).rfind(word)) << text << ' ' << word;
    EXPECT_EQ(count_chars(text), to_utf32(text).size()) << text;
  }
}

}  // namespace
}  // namespace ziping
