// Fonts that are made without Poppler must show what Poppler's show.
#include "../support/pdf_builder.h"
#include "page_difference.h"

#include <gtest/gtest.h>
#include <string>

namespace ziping {
namespace {

using testing::PdfBuilder;

std::string ref(int number) {
  return std::to_string(number) + " 0 R";
}

/// Adds a ToUnicode map of `entries`.
std::string add_map(PdfBuilder& pdf, const std::string& entries) {
  return ref(
      pdf.add_stream("", "/CIDInit /ProcSet findresource begin begincmap " + entries + " endcmap end"));
}

std::string add_descriptor(PdfBuilder& pdf, const std::string& entries) {
  return ref(pdf.add_object("<< /Type /FontDescriptor /FontName /A /Flags 4 " + entries + " >>"));
}

/// A page that shows `string` in the font last added, read by both readers.
void expect_alike(PdfBuilder& pdf, const std::string& font, const std::string& string) {
  pdf.add_page("BT /" + font + " 10 Tf 72 700 Td 3 Tw " + string + " Tj ET");
  const std::string bytes = pdf.bytes();
  const testing::Reading own = testing::read_with(PdfReaderChoice::own, bytes);
  EXPECT_EQ(difference(own, testing::read_with(PdfReaderChoice::poppler, bytes)), "") << string;
  EXPECT_FALSE(own.document.pages.at(0).glyphs.empty());
  EXPECT_EQ(own.gave_up, "");
}

constexpr const char* kMap = "beginbfchar <41> <4E00> <42> <00660069> <20> <0020> endbfchar";

TEST(PlainFont, OneByteFonts) {
  const char* entries[] = {
      "/Subtype /TrueType /BaseFont /ABCDEF+Sun /FirstChar 32 /LastChar 67 /Widths ",
      "/Subtype /Type1 /BaseFont /GlyphLessFont /Encoding /WinAnsiEncoding /FirstChar 65 /LastChar 66 "
      "/Widths ",
      "/Subtype /TrueType /BaseFont /Arial /FirstChar 32 /LastChar 67 /Widths ",  // one of the fourteen
      "/Subtype /TrueType /BaseFont /ABCDEF+Arial /FirstChar 60 /LastChar 300 /Widths ",
      "/Subtype /TrueType /BaseFont /Sun /FirstChar 65 /LastChar 67 /NoWidths ",
  };
  for (const char* entry : entries)
    for (const char* measures : {"/Ascent 859 /Descent -141", "/Ascent -700 /Descent 200 /MissingWidth 300",
                                 "/Ascent 32768 /Descent 0", ""}) {
      PdfBuilder pdf;
      const std::string map = add_map(pdf, kMap);
      const std::string descriptor = add_descriptor(pdf, measures);
      const std::string widths = "[ 100 200 300 400 500.5 600 700 800 900 1000 1100 1200 ]";
      const std::string font = pdf.add_font("/Type /Font " + std::string(entry) + widths + " /ToUnicode " +
                                            map + " /FontDescriptor " + descriptor);
      expect_alike(pdf, font, "(AB AC)");  // C is only known by its glyph's name
    }
}

TEST(PlainFont, Type3Fonts) {
  for (const char* space :
       {"/FontMatrix [0.001 0 0 0.001 0 0] /FontBBox [0 0 750 750]",
        "/FontMatrix [1 0 0 -1 0 0] /FontBBox [0 -10 8 2]", "/FontMatrix [1 0 0 1 0 0]"}) {
    PdfBuilder pdf;
    const std::string map = add_map(pdf, kMap);
    const std::string shape = ref(pdf.add_stream("", "1000 0 d0"));
    const std::string font = pdf.add_font(
        "/Type /Font /Subtype /Type3 /FirstChar 65 /LastChar 66 /Widths [1000 500] /Encoding << /Type "
        "/Encoding "
        "/Differences [65 /g41 /g42 /three] >> /CharProcs << /g41 " +
        shape + " >> /Resources << >> /ToUnicode " + map + " " + space);
    expect_alike(pdf, font, "(ABC)");
  }
}

TEST(PlainFont, TwoByteFonts) {
  const char* descendants[] = {
      "/DW 800 /W [65 [500 600] 100 200 300]",
      "/W [300 400 1 65 [700 710.5 720] 10 20 900]",
      "/DW 800.5",
      "/W [65 500]",
      "",
  };
  for (const char* entries : descendants)
    for (const char* encoding : {"Identity-H", "Identity-V"}) {
      PdfBuilder pdf;
      const std::string map = add_map(pdf,
                                      "1 beginbfrange <0040> <0044> <4E00> endbfrange 2 beginbfchar <0140> "
                                      "<00660066> <0000> <0000> endbfchar");
      const std::string descriptor = add_descriptor(pdf, "/Ascent 900 /Descent -100");
      const std::string descendant =
          ref(pdf.add_object("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Sun /CIDToGIDMap "
                             "/Identity /CIDSystemInfo << "
                             "/Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor " +
                             descriptor + " " + entries + " >>"));
      const std::string font =
          pdf.add_font("/Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Sun /Encoding /" +
                       std::string(encoding) + " /DescendantFonts [" + descendant + "] /ToUnicode " + map);
      expect_alike(pdf, font, "<004100420140006400000999 41>");
    }
}

TEST(PlainFont, StrangeFontsAreLeftToPoppler) {
  const std::string sound =
      "/Type /Font /Subtype /TrueType /BaseFont /Sun /FirstChar 65 /LastChar 66 /Widths [500 600] ";
  const char* maps[] = {"", "begincidrange <00> <FF> 0 endcidrange", "beginbfchar <41> <0000> endbfchar",
                        "beginbfchar <4G> <0041> <42> <4E00> endbfchar"};
  for (const char* map : maps) {
    PdfBuilder pdf;
    const std::string number = add_map(pdf, map);
    expect_alike(pdf, pdf.add_font(sound + "/ToUnicode " + number), "(AB)");
  }
  PdfBuilder pdf;
  expect_alike(pdf, pdf.add_font(sound + "/ToUnicode 999 0 R"), "(AB)");
}

}  // namespace
}  // namespace ziping
