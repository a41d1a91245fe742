#include "../support/pdf_builder.h"
#include "base/error.h"
#include "base/utf8.h"
#include "encrypted_pdf.h"
#include "ingest/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace ziping {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::hex_string;
using testing::PdfBuilder;

std::string text_of(const Page& page) {
  std::string out;
  for (const Glyph& glyph : page.glyphs) append_utf8(out, glyph.ch);
  return out;
}

SourceDocument read(const PdfBuilder& pdf) {
  return read_document("test.pdf", pdf.bytes());
}

Page only_page(const PdfBuilder& pdf) {
  SourceDocument document = read(pdf);
  EXPECT_EQ(document.pages.size(), 1U);
  return document.pages.empty() ? Page() : document.pages.front();
}

Page page_of(const std::string& content, const std::string& entries = "") {
  PdfBuilder pdf;
  pdf.add_page(content, entries);
  return only_page(pdf);
}

std::vector<std::string> codes_of(const SourceDocument& document) {
  std::vector<std::string> out;
  for (const Notice& notice : document.notices) out.push_back(notice.code);
  return out;
}

TEST(Pdf, PlacesGlyphsFromTheTopLeftCorner) {
  const Page page = page_of("BT /F1 20 Tf 100 742 Td (AB) Tj ET");
  ASSERT_EQ(text_of(page), "AB");
  EXPECT_FLOAT_EQ(page.width, 595);
  EXPECT_FLOAT_EQ(page.height, 842);
  const Glyph& a = page.glyphs[0];
  EXPECT_NEAR(a.baseline_x, 100, 0.01);
  EXPECT_NEAR(a.baseline_y, 100, 0.01);
  EXPECT_NEAR(a.box.width(), 0.667 * 20, 0.05);  // Helvetica's A
  EXPECT_LT(a.box.y0, 90);
  EXPECT_GT(a.box.y1, 100);
  EXPECT_FLOAT_EQ(a.size, 20);
  EXPECT_FLOAT_EQ(a.angle, 0);
  EXPECT_FALSE(a.invisible);
  EXPECT_NEAR(page.glyphs[1].box.x0, a.box.x1, 0.01);
}

TEST(Pdf, CharacterSpacingIsNotPartOfTheBox) {
  const Page page = page_of("BT /F1 20 Tf 5 Tc 100 742 Td (AB) Tj ET");
  ASSERT_EQ(page.glyphs.size(), 2U);
  EXPECT_NEAR(page.glyphs[1].box.x0 - page.glyphs[0].box.x1, 5, 0.05);
}

TEST(Pdf, RotationAndCropBoxGiveThePageAsDisplayed) {
  const std::string content = "BT /F1 20 Tf 100 742 Td (A) Tj ET";
  const Page cropped = page_of(content, "/CropBox [50 100 545 792]");
  EXPECT_FLOAT_EQ(cropped.width, 495);
  EXPECT_FLOAT_EQ(cropped.height, 692);
  EXPECT_NEAR(cropped.glyphs.at(0).baseline_x, 50, 0.01);
  EXPECT_NEAR(cropped.glyphs.at(0).baseline_y, 50, 0.01);

  const Page turned = page_of(content, "/Rotate 90");
  EXPECT_FLOAT_EQ(turned.width, 842);
  EXPECT_NEAR(turned.glyphs.at(0).baseline_x, 742, 0.01);
  EXPECT_NEAR(turned.glyphs.at(0).baseline_y, 100, 0.01);
  EXPECT_NEAR(turned.glyphs.at(0).angle, -90, 0.01);
}

TEST(Pdf, GlyphsOutsideThePageAreLeftOut) {
  EXPECT_EQ(text_of(page_of("BT /F1 20 Tf 700 742 Td (A) Tj -600 0 Td (B) Tj ET")), "B");
}

TEST(Pdf, ReadsChineseThroughUniMaps) {
  PdfBuilder pdf;
  const std::string font = pdf.add_chinese_font();
  pdf.add_page("BT /" + font + " 12 Tf 72 700 Td " + hex_string(u"预算２０：一") + " Tj ET");
  EXPECT_EQ(text_of(only_page(pdf)), "预算２０：一");
}

TEST(Pdf, VerticalWritingKeepsTheColonAndRunsDown) {
  PdfBuilder pdf;
  const std::string font = pdf.add_chinese_font("UniGB-UCS2-V");
  pdf.add_page("BT /" + font + " 12 Tf 300 700 Td " + hex_string(u"目：一") + " Tj ET");
  const Page page = only_page(pdf);
  ASSERT_EQ(text_of(page), "目：一");
  EXPECT_FLOAT_EQ(page.glyphs[0].angle, -90);
  EXPECT_NEAR(page.glyphs[1].box.y0 - page.glyphs[0].box.y0, 12, 0.1);
  EXPECT_NEAR(page.glyphs[0].box.width(), 12, 0.1);
  EXPECT_NEAR(page.glyphs[0].box.center_x(), 300, 0.5);
}

TEST(Pdf, RenderModesThreeAndSevenAreInvisible) {
  const Page page = page_of("BT /F1 12 Tf 72 700 Td 3 Tr (A) Tj 0 Tr (B) Tj 7 Tr (C) Tj ET");
  ASSERT_EQ(text_of(page), "ABC");
  EXPECT_TRUE(page.glyphs[0].invisible);
  EXPECT_FALSE(page.glyphs[1].invisible);
  EXPECT_TRUE(page.glyphs[2].invisible);
}

TEST(Pdf, TextSources) {
  const std::string image = "q 595 0 0 842 0 0 cm /X1 Do Q ";
  const struct {
    std::string content;
    TextSource source;
    std::vector<std::string> codes;
  } rows[] = {
      {"BT /F1 12 Tf 72 700 Td (Text) Tj ET", TextSource::pdf, {}},
      {image + "BT /F1 12 Tf 72 700 Td 3 Tr (Text) Tj ET", TextSource::ocr_layer, {}},
      {image + "BT /F1 12 Tf 72 700 Td (Text) Tj ET", TextSource::pdf, {}},
      {image, TextSource::none, {"no_text_layer"}},
      {"", TextSource::none, {"no_text_layer"}},
  };
  for (const auto& row : rows) {
    PdfBuilder pdf;
    pdf.add_xobject("/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x");
    pdf.add_page(row.content);
    const SourceDocument document = read(pdf);
    EXPECT_EQ(document.text_source, row.source) << row.content;
    EXPECT_EQ(codes_of(document), row.codes) << row.content;
    EXPECT_FALSE(document.partial);
  }
}

TEST(Pdf, ImageBoxes) {
  PdfBuilder pdf;
  pdf.add_xobject("/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x");
  pdf.add_page("q 200 0 0 100 50 642 cm /X1 Do Q q 10 0 0 10 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q");
  const Page page = only_page(pdf);
  ASSERT_EQ(page.images.size(), 2U);
  EXPECT_NEAR(page.images[0].box.x0, 50, 0.01);
  EXPECT_NEAR(page.images[0].box.y0, 100, 0.01);
  EXPECT_NEAR(page.images[0].box.width(), 200, 0.01);
  EXPECT_NEAR(page.images[0].box.height(), 100, 0.01);
}

TEST(Pdf, ActualTextReplacesTheGlyphs) {
  const struct {
    const char* content;
    const char* text;
  } rows[] = {
      {"/Span << /ActualText <FEFF91D1> >> BDC (x) Tj EMC (y) Tj", "金y"},
      {"/Span << /ActualText <FEFF91D1989D> >> BDC (xyz) Tj EMC", "金额"},
      {"/Span << /ActualText (a-b) >> BDC (a) Tj EMC", "a-b"},
      {"/Span << /ActualText () >> BDC (a) Tj EMC (b) Tj", "b"},
      {"/Span << /ActualText <FEFF00AD> >> BDC (-) Tj EMC (b) Tj", "b"},
      {"/Span << /ActualText (out) >> BDC /Span << /ActualText (in) >> BDC (xyz) Tj EMC EMC", "out"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(text_of(page_of(std::string("BT /F1 12 Tf 72 700 Td ") + row.content + " ET")), row.text)
        << row.content;
}

TEST(Pdf, DoubledGlyphsAreDroppedButNotRepeatedOnes) {
  EXPECT_EQ(text_of(page_of("BT /F1 12 Tf 72 700 Td (bold) Tj 0.3 0 Td (bold) Tj ET")), "bold");
  EXPECT_EQ(text_of(page_of("BT /F1 12 Tf 72 700 Td (1100) Tj ET")), "1100");
  EXPECT_EQ(text_of(page_of("BT /F1 12 Tf 72 700 Td (ab) Tj 0 -12 Td (ab) Tj ET")), "abab");
  EXPECT_EQ(text_of(page_of("BT /F1 12 Tf 72 700 Td (a) Tj 2 0 Td (a) Tj ET")), "aa");
}

TEST(Pdf, DiagonalWatermarksAreDroppedTiltedLinesStay) {
  PdfBuilder pdf;
  pdf.add_page(
      "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET "
      "BT /F1 12 Tf 0.99995 0.01 -0.01 0.99995 72 700 Tm (tilted) Tj ET BT /F1 12 Tf 0 1 -1 0 50 400 Tm (up) "
      "Tj ET");
  const SourceDocument document = read(pdf);
  EXPECT_EQ(text_of(document.pages.at(0)), "tiltedup");
  EXPECT_NEAR(document.pages[0].glyphs[0].angle, 0.57, 0.01);
  EXPECT_NEAR(document.pages[0].glyphs[6].angle, 90, 0.01);
  EXPECT_THAT(codes_of(document), ElementsAre("watermark_dropped"));
  EXPECT_THAT(document.notices[0].message, HasSubstr("5 characters"));
}

TEST(Pdf, SealsAreDroppedWithTheUprightLettersOfTheirArc) {
  std::string seal;
  const std::pair<const char*, double> letters[] = {{"A", 88}, {"B", 45}, {"C", 0}, {"D", -45}, {"E", -88}};
  for (const auto& [letter, angle] : letters) {
    const double turn = angle * std::acos(-1.0) / 180, c = std::cos(turn), s = std::sin(turn);
    seal += "BT /F1 12 Tf " + std::to_string(c) + " " + std::to_string(s) + " " + std::to_string(-s) + " " +
            std::to_string(c) + " " + std::to_string(300 - 20 * s) + " " + std::to_string(400 + 20 * c) +
            " Tm (" + letter + ") Tj ET ";
  }
  PdfBuilder pdf;
  pdf.add_page("BT /F1 12 Tf 270 400 Td (10) Tj ET " + seal + "BT /F1 12 Tf 310 400 Td (13) Tj ET");
  const SourceDocument document = read(pdf);
  EXPECT_EQ(text_of(document.pages.at(0)), "1013");
  EXPECT_THAT(codes_of(document), ElementsAre("watermark_dropped"));
}

TEST(Pdf, GbkBytesInOneByteFontsAreDecoded) {
  const struct {
    const char* font;
    const char* string;
    const char* text;
  } rows[] = {
      // The name holds GBK bytes: 宋体 as #CB#CE#CC#E5; a single character is believed.
      {"/BaseFont /#CB#CE#CC#E5", "<C4BF32303233>", "目2023"},
      {"/BaseFont /#CB#CE#CC#E5", "<D4A4CBE3A3BA3130CDF2D4AA>", "预算：10万元"},
      {"/BaseFont /#CB#CE#CC#E5", "<8140>", "丂"},
      // Any name: two characters and more, nearly all high bytes in pairs.
      {"/BaseFont /ABCDEF+FZFS", "<C4BFC2BC2032>", "目录 2"},
      // Accented letters, dots and dashes stay what they are.
      {"/BaseFont /TimesNewRoman", "<6361E9206E61F766E9>", "caé na÷fé"},
      {"/BaseFont /TimesNewRoman", "<6197976285858585>", "a——b…………"},
  };
  for (const auto& row : rows) {
    PdfBuilder pdf;
    const std::string font =
        pdf.add_font(std::string("/Type /Font /Subtype /TrueType /Encoding /WinAnsiEncoding "
                                 "/FirstChar 0 /LastChar 0 /Widths [500] "
                                 "/FontDescriptor << /Type /FontDescriptor /Flags 32 "
                                 "/FontName /A /MissingWidth 500 /Ascent 859 /Descent -141 "
                                 "/FontBBox [0 -141 1000 859] /StemV 80 /CapHeight 683 "
                                 "/ItalicAngle 0 >> ") +
                     row.font);
    pdf.add_page("BT /" + font + " 12 Tf 72 700 Td " + row.string + " Tj ET");
    EXPECT_EQ(text_of(only_page(pdf)), row.text) << row.font << row.string;
  }
}

std::string to_unicode(const std::string& mapping) {
  return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
         "1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfchar " +
         mapping + " endbfchar\nendcmap end end";
}

Page page_with_mapping(const std::string& mapping, const std::string& content) {
  PdfBuilder pdf;
  const int map = pdf.add_stream("", to_unicode(mapping));
  pdf.add_font("/Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode " + std::to_string(map) + " 0 R");
  pdf.add_page("BT /F2 12 Tf 72 700 Td " + content + " Tj ET");
  return only_page(pdf);
}

TEST(Pdf, LigaturesAreCutIntoEqualParts) {
  const Page page = page_with_mapping("<41> <006600660069>", "(A)");
  ASSERT_EQ(text_of(page), "ffi");
  const float third = 0.667F * 12 / 3;
  for (int i = 0; i < 3; ++i) {
    EXPECT_NEAR(page.glyphs[i].box.x0, 72 + static_cast<float>(i) * third, 0.02);
    EXPECT_NEAR(page.glyphs[i].box.width(), third, 0.02);
  }
}

TEST(Pdf, ControlCharactersVanishVisibleSoftHyphensStay) {
  EXPECT_EQ(text_of(page_with_mapping("<41> <0007>", "(AB)")), "B");
  EXPECT_EQ(text_of(page_with_mapping("<41> <0009>", "(AB)")), " B");
  EXPECT_EQ(text_of(page_with_mapping("<41> <00AD>", "(A5)")), "-5");
}

TEST(Pdf, UnreliableTextIsSaid) {
  PdfBuilder pdf;
  const int map = pdf.add_stream("", to_unicode("<41> <E123>"));
  pdf.add_font("/Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode " + std::to_string(map) + " 0 R");
  pdf.add_page("BT /F1 12 Tf 72 700 Td (all is well here) Tj ET");
  pdf.add_page("BT /F2 12 Tf 72 700 Td (AAAAAAAA) Tj /F1 12 Tf (AAAAAAAA) Tj ET");
  const SourceDocument document = read(pdf);
  ASSERT_THAT(codes_of(document), ElementsAre("unreliable_text_layer"));
  EXPECT_EQ(document.notices[0].page, 2);
}

TEST(Pdf, Type3GlyphsGiveTheirUnicodeUnrun) {
  PdfBuilder pdf;
  const int shape = pdf.add_stream("", "1000 0 d0 0 0 750 750 re f");
  const int map = pdf.add_stream("", to_unicode("<41> <91D1>"));
  const std::string font = pdf.add_font(
      "/Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 "
      "/LastChar 65 /Widths [1000] /Encoding << /Type /Encoding /Differences [65 /g] >> /Resources << >> "
      "/CharProcs << /g " +
      std::to_string(shape) + " 0 R >> /ToUnicode " + std::to_string(map) + " 0 R");
  pdf.add_page("BT /" + font + " 10 Tf 72 700 Td (A) Tj ET");
  const Page page = only_page(pdf);
  ASSERT_EQ(text_of(page), "金");
  EXPECT_NEAR(page.glyphs[0].box.width(), 10, 0.01);
  EXPECT_TRUE(page.rules.empty());
}

TEST(Pdf, FormXObjectsAreRead) {
  PdfBuilder pdf;
  pdf.add_xobject("/Subtype /Form /BBox [0 0 300 300] /Resources << /Font << /F1 3 0 R >> >>",
                  "BT /F1 12 Tf 10 10 Td (inside) Tj ET");
  pdf.add_page("q 1 0 0 1 100 400 cm /X1 Do Q");
  const Page page = only_page(pdf);
  ASSERT_EQ(text_of(page), "inside");
  EXPECT_NEAR(page.glyphs[0].baseline_x, 110, 0.01);
}

TEST(Pdf, PagesWithTheSameFontNameKeepTheirOwnFonts) {
  PdfBuilder pdf;
  const auto mapped = [&](const std::string& mapping) {
    const int map = pdf.add_stream("", to_unicode(mapping));
    return std::to_string(pdf.add_object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode " +
                                         std::to_string(map) + " 0 R >>"));
  };
  const std::string first = mapped("<41> <4E00>");
  const std::string second = mapped("<41> <4E8C>");
  const std::string content = "BT /G 12 Tf 72 700 Td (A) Tj ET";
  for (const std::string& font : {first, second, first, first})
    pdf.add_page(content, "/Resources << /Font << /G " + font + " 0 R >> >>");
  pdf.add_page(content,
               "/Resources << /Font << /G << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>");
  pdf.add_page(content, "/Resources << /Font << /G " + second + " 0 R >> >> /Rotate 90");
  pdf.add_page(content, "/Resources << /Font << /G " + first + " 0 R >> >>");
  std::string all;
  for (const Page& page : read(pdf).pages) all += text_of(page) + std::to_string(page.number);
  EXPECT_EQ(all, "一1二2一3一4A5二6一7");
}

TEST(Pdf, WhatAPageLeavesOpenEndsWithIt) {
  PdfBuilder pdf;
  pdf.add_page(
      "q 2 0 0 2 0 0 cm 0 0 10 10 re W n 1 g BT /F1 12 Tf 3 Tr (a) Tj /Span << /ActualText (x) >> BDC (b) "
      "Tj");
  pdf.add_page("BT /F1 12 Tf 72 742 Td (c) Tj ET 100 741 200 2 re f");
  const SourceDocument document = read(pdf);
  EXPECT_EQ(text_of(document.pages.at(0)), "ax");
  const Page& second = document.pages.at(1);
  ASSERT_EQ(text_of(second), "c");
  EXPECT_NEAR(second.glyphs[0].baseline_x, 72, 0.01);
  EXPECT_NEAR(second.glyphs[0].baseline_y, 100, 0.01);
  EXPECT_EQ(second.rules.size(), 1U);
}

TEST(Pdf, Rules) {
  const struct {
    const char* content;
    std::vector<std::array<float, 5>> rules;  // x0 y0 x1 y1 thickness
  } rows[] = {
      {"2 w 100 742 m 300 742 l S", {{100, 100, 300, 100, 2}}},
      {"1 w 100 742 m 100 642 l S", {{100, 100, 100, 200, 1}}},
      {"100 741 200 2 re f", {{100, 100, 300, 100, 2}}},
      {"100 642 0.5 100 re f", {{100.25, 100, 100.25, 200, 0.5}}},
      {"100 642 50 100 re f", {}},  // a shade
      {"1 w 100 642 50 100 re S",
       {{100, 200, 150, 200, 1}, {150, 100, 150, 200, 1}, {100, 100, 150, 100, 1}, {100, 100, 100, 200, 1}}},
      {"100 642 50 100 re 101 643 48 98 re f*",  // a frame as the area between two rectangles
       {{100, 100.5, 150, 100.5, 1},
        {100, 199.5, 150, 199.5, 1},
        {100.5, 100, 100.5, 200, 1},
        {149.5, 100, 149.5, 200, 1}}},
      {"1 1 1 RG 100 742 m 300 742 l S", {}},                                             // white
      {"1 g 100 741 200 2 re f", {}},                                                     // white
      {"100 742 m 300 842 l S", {}},                                                      // slanting
      {"100 742 m 120 760 180 760 300 742 c S", {}},                                      // a curve
      {"1 w 100 900 m 300 900 l S", {}},                                                  // off the page
      {"1 w q 150 0 100 842 re W n 100 742 m 300 742 l S Q", {{150, 100, 250, 100, 1}}},  // clipped
      {"100 742 m 300 742 l n", {}},                                                      // not painted
  };
  for (const auto& row : rows) {
    const Page page = page_of(row.content);
    ASSERT_EQ(page.rules.size(), row.rules.size()) << row.content;
    for (std::size_t i = 0; i < row.rules.size(); ++i) {
      const Rule& rule = page.rules[i];
      const std::array<float, 5> found = {rule.x0, rule.y0, rule.x1, rule.y1, rule.thickness};
      for (std::size_t k = 0; k < found.size(); ++k)
        EXPECT_NEAR(found[k], row.rules[i][k], 0.02) << row.content << " rule " << i << " value " << k;
    }
  }
}

TEST(Pdf, DamageIsSaid) {
  PdfBuilder pdf;
  for (int i = 0; i < 3; ++i) pdf.add_page("BT /F1 12 Tf 72 700 Td (page) Tj ET");
  const std::string bytes = pdf.bytes();

  const SourceDocument without_table =
      read_document("a.pdf", bytes.substr(0, bytes.find("xref\n")) + "trailer << /Root 1 0 R >>");
  EXPECT_EQ(without_table.pages.size(), 3U);
  EXPECT_TRUE(without_table.partial);
  EXPECT_THAT(codes_of(without_table), ::testing::Contains("xref_repaired"));

  for (const std::string& hopeless : {bytes.substr(0, 40), std::string("%PDF-1.4\nnothing more")}) {
    try {
      read_document("a.pdf", hopeless);
      ADD_FAILURE() << "was read";
    } catch (const InputError& error) {
      EXPECT_EQ(error.code, "damaged");
    }
  }
}

TEST(Pdf, FaultsAreCountedNotPrinted) {
  ::testing::internal::CaptureStderr();
  PdfBuilder pdf;
  pdf.add_page("BT /F1 12 Tf 72 700 Td (a) Tj (b Tj ET");
  const SourceDocument document = read(pdf);
  EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
  EXPECT_THAT(codes_of(document), ::testing::Contains("pdf_syntax"));
}

TEST(Pdf, ContentPackedUnlikeTextIsNotOpened) {
  PdfBuilder pdf;
  pdf.add_page(
      "8181>", "",
      "/Filter [/ASCIIHexDecode /RunLengthDecode /RunLengthDecode /RunLengthDecode /RunLengthDecode]");
  pdf.add_page("x", "", "/Filter /JBIG2Decode");
  pdf.add_page("4254202F46312031322054662028612920546A204554>", "", "/Filter /ASCIIHexDecode");
  const SourceDocument document = read(pdf);
  EXPECT_TRUE(document.partial);
  EXPECT_THAT(codes_of(document), ElementsAre("page_unreadable", "page_unreadable"));
  EXPECT_EQ(text_of(document.pages.at(2)), "a");
}

TEST(Pdf, HostileMeasuresDoNoHarm) {
  for (const char* content :
       {"BT /F1 900000 Tf 0 0 Td (aaaa) Tj ET", "BT /F1 1e30 Tf 0 0 Td (aaaa) Tj ET",
        "BT /F1 0 Tf 72 700 Td (a) Tj ET", "BT /F1 12 Tf 1e30 0 0 1e30 0 0 Tm (aa) Tj ET",
        "0 0 0 0 0 0 cm BT /F1 12 Tf 72 700 Td (a) Tj ET 1 1 5 1 re f S",
        "1e30 w 0 0 m 1e30 1e30 l S 0 0 1e30 1e30 re S", "Q Q Q EMC EMC ET BT /F1 12 Tf 72 700 Td (a) Tj"})
    EXPECT_EQ(page_of(content).number, 1) << content;
  EXPECT_EQ(page_of("BT /F1 12 Tf 72 700 Td (aa) Tj ET", "/MediaBox [0 0 1e30 1e30]").number, 1);
}

/// X1, which calls X2 twice, which calls X3 twice, ...: 2^39 lines.
void add_endless_form(PdfBuilder& pdf) {
  for (int i = 2; i <= 40; ++i) {
    const std::string next = "/X" + std::to_string(i) + " Do ";
    pdf.add_xobject("/Subtype /Form /BBox [0 0 9 9]", next + next);
  }
  pdf.add_xobject("/Subtype /Form /BBox [0 0 9 9]", "0 0 m 9 9 l S");
}

TEST(Pdf, PagesThatDrawWithoutEndAreLeft) {
  PdfBuilder pdf;
  add_endless_form(pdf);
  pdf.add_page("BT /F1 12 Tf 72 700 Td (a) Tj ET /X1 Do");
  pdf.add_page("BT /F1 12 Tf 72 700 Td (b) Tj ET");
  const SourceDocument document = read(pdf);
  EXPECT_TRUE(document.partial);
  EXPECT_THAT(codes_of(document), ElementsAre("operator_limit"));
  EXPECT_EQ(text_of(document.pages.at(0)), "a");
  EXPECT_EQ(text_of(document.pages.at(1)), "b");
}

TEST(Pdf, ReadingEndsAfterAFewPagesThatDrawWithoutEnd) {
  PdfBuilder pdf;
  add_endless_form(pdf);
  for (int i = 0; i < 50; ++i) pdf.add_page("/X1 Do");
  EXPECT_EQ(read(pdf).pages.size(), 3U);
}

TEST(Pdf, OnlyTheFirstFiveThousandPagesAreRead) {
  PdfBuilder pdf;
  for (int i = 0; i < 5'001; ++i) pdf.add_page("");
  const SourceDocument document = read(pdf);
  EXPECT_EQ(document.pages.size(), 5'000U);
  EXPECT_TRUE(document.partial);
  EXPECT_THAT(codes_of(document), ::testing::Contains("page_limit"));
}

TEST(Pdf, Passwords) {
  try {
    read_document("a.pdf", decode_base64(kNeedsPassword));
    ADD_FAILURE() << "was read";
  } catch (const InputError& error) {
    EXPECT_EQ(error.code, "password");
    EXPECT_THAT(error.what(), HasSubstr("needs a password"));
  }
  const SourceDocument document = read_document("a.pdf", decode_base64(kOnlyOwnerPassword));
  EXPECT_EQ(text_of(document.pages.at(0)), "sealed");
}

TEST(PopplerData, MissingDataIsAClearError) {
  require_poppler_data();
  setenv("ZIPING_POPPLER_DATA", "/nonexistent", 1);
  try {
    require_poppler_data();
    ADD_FAILURE() << "not noticed";
  } catch (const SetupError& error) {
    EXPECT_THAT(error.what(), HasSubstr("apt-get install poppler-data"));
  }
  unsetenv("ZIPING_POPPLER_DATA");
}

}  // namespace
}  // namespace ziping
