#include "ingest/content/to_unicode.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace ziping::content {
namespace {

using Characters = std::vector<std::uint32_t>;

Characters characters_of(const ToUnicode& map, std::uint32_t code) {
  const ToUnicode::Characters found = map.find(code);
  return {found.first, found.first + found.count};
}

TEST(ToUnicode, CharactersAndRanges) {
  ToUnicode map;
  ASSERT_TRUE(
      map.read("/CIDInit /ProcSet findresource begin << /Registry (Adobe) >> def % a comment\n"
               "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
               "3 beginbfchar <01> <4E00> <0002> <006600660069> <0003> <D840DC00> endbfchar\n"
               "3 beginbfrange <0010> <0012> <0041> <0020> <0021> [<4E8C> <4E0956DB>]\n"
               "<0030> <0031> <00660069> endbfrange endcmap"));
  EXPECT_EQ(characters_of(map, 1), (Characters{0x4E00}));
  EXPECT_EQ(characters_of(map, 2), (Characters{'f', 'f', 'i'}));
  EXPECT_EQ(characters_of(map, 3), (Characters{0x20000}));
  EXPECT_EQ(characters_of(map, 0x12), (Characters{'C'}));
  EXPECT_EQ(characters_of(map, 0x20), (Characters{0x4E8C}));
  EXPECT_EQ(characters_of(map, 0x31), (Characters{'f', 'j'}));
  EXPECT_EQ(characters_of(map, 4), Characters{});
  EXPECT_EQ(characters_of(map, 0x10000), Characters{});
}

TEST(ToUnicode, RangesOfManyCodes) {
  ToUnicode map;
  ASSERT_TRUE(
      map.read("1 beginbfrange <0000> <FFFF> <0000> endbfrange 1 beginbfchar <4E01> <0041> endbfchar\n"
               "1 beginbfrange <5080> <5280> <6000> endbfrange"));
  EXPECT_EQ(characters_of(map, 0), Characters{});
  EXPECT_EQ(characters_of(map, 0x41), (Characters{'A'}));
  EXPECT_EQ(characters_of(map, 0x4E00), (Characters{0x4E00}));
  EXPECT_EQ(characters_of(map, 0x4E01), (Characters{'A'}));
  EXPECT_EQ(characters_of(map, 0x507F), (Characters{0x507F}));
  EXPECT_EQ(characters_of(map, 0x5080), (Characters{0x6000}));
  EXPECT_EQ(characters_of(map, 0x5180), (Characters{0x6100}));
  EXPECT_EQ(characters_of(map, 0x5280), (Characters{0x6200}));
  EXPECT_EQ(characters_of(map, 0x5281), (Characters{0x5281}));
  EXPECT_EQ(characters_of(map, 0xD812), (Characters{0xFFFD}));
  EXPECT_EQ(characters_of(map, 0xFFFF), (Characters{0xFFFD}));
}

TEST(ToUnicode, LaterEntriesReplaceEarlierOnesAndNonCharactersAreUnknown) {
  ToUnicode map;
  ASSERT_TRUE(map.read("1 beginbfchar <01> <0041> <01> <0042> <02> <D800> <03> <FFFE> endbfchar"));
  EXPECT_EQ(characters_of(map, 1), (Characters{'B'}));
  EXPECT_EQ(characters_of(map, 2), (Characters{0xFFFD}));
  EXPECT_EQ(characters_of(map, 3), (Characters{0xFFFD}));
}

TEST(ToUnicode, WhatIsNotPlainIsLeftToPoppler) {
  const char* maps[] = {
      "",
      "no map at all",
      "/Other usecmap beginbfchar <01> <0041> endbfchar",
      "1 begincidrange <00> <FF> 0 endcidrange",
      "1 beginbfchar <01> <0041>",                // no end
      "1 beginbfchar <01> (A) endbfchar",         // no code
      "1 beginbfchar <0G> <0041> endbfchar",      // no digits
      "1 beginbfchar <010000> <0041> endbfchar",  // more than two bytes
      "beginbfchar <01> <0041> endbfchar",        // without a number of entries
      "1 beginbfchar <01> <004100> endbfchar",    // half a unit
      "1 beginbfrange <01> <02> [<0041> <0042> <0043>] endbfrange",
      "1 beginbfrange <0100> <01FF> <4E00> endbfrange 1 beginbfchar <0101> <0000> endbfchar",
  };
  for (const char* map : maps) EXPECT_FALSE(ToUnicode().read(map)) << map;
}

}  // namespace
}  // namespace ziping::content
