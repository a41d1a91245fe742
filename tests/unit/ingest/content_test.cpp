// What content streams draw, read by both readers: our interpreter must find what Poppler's finds.
#include "../support/pdf_builder.h"
#include "page_difference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace ziping {
namespace {

using ::testing::HasSubstr;
using testing::PdfBuilder;
using testing::Reading;

/// Reads a PDF with our reader, which must agree with Poppler.
Reading read_by_both(const PdfBuilder& pdf, const std::string& about) {
  const std::string bytes = pdf.bytes();
  Reading own = testing::read_with(PdfReaderChoice::own, bytes);
  EXPECT_EQ(difference(own, testing::read_with(PdfReaderChoice::poppler, bytes)), "") << about;
  return own;
}

void add_objects(PdfBuilder& pdf) {
  pdf.add_font("/Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding");
  pdf.add_xobject("/Subtype /Form /BBox [0 0 300 300] /Matrix [1 0 0 1 10 20] /Resources << >>",
                  "BT /F1 12 Tf 10 10 Td (form) Tj ET 0 0 50 1 re f q");
  pdf.add_xobject("/Subtype /Form /BBox [0 0 300 300] /Group << /S /Transparency >>",
                  "0 0 50 1 re f Q Q 1 0 9 1 re f");
  pdf.add_xobject("/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x");
  pdf.add_xobject("/Subtype /Image /Width 1 /Height 1 /ImageMask true", "x");
  pdf.add_xobject("/Subtype /Image /Width 0 /Height 1 /ImageMask true", "x");
  pdf.add_xobject("/Subtype /Form /BBox [0 0 300 300]", "/X6 Do BT /F1 12 Tf (loop) Tj ET");
}

TEST(Content, BothReadersAgree) {
  const char* contents[] = {
      // text state
      "BT /F1 12 Tf 5 Tc 7 Tw 80 Tz 3 Ts 14 TL 72 700 Td (a b) Tj T* (c) Tj 1 2 (d e) \" (f) ' ET",
      "BT /F1 12 Tf 72 700 TD (a) Tj 0 -20 TD (b) Tj T* (c) Tj ET",
      "BT /F1 12 Tf 1 0.1 -0.1 1 72 700 Tm [(a) -200 (b) 30.5 (c)] TJ ET",
      "BT /F1 12 Tf 72 700 Td [(a) x (b) /n (c)] TJ ET",
      "BT /F2 -12 Tf 72 700 Td (negative) Tj ET BT /F1 0 Tf (nothing) Tj ET",
      "BT 72 700 Td (no font) Tj /F9 12 Tf (unknown) Tj /F1 12 Tf (known) Tj ET",
      "BT /F1 12 Tf 72 700 Td 2.0 Tr (wrong type) Tj 3 Tr (hidden) Tj ET",
      "/F1 12 Tf 72 700 Td (no BT) Tj BT (x) Tj ET (behind ET) Tj",
      // matrices and states
      "q 2 0 0 2 10 10 cm BT /F1 6 Tf 30 300 Td (a) Tj ET Q BT /F1 6 Tf 30 300 Td (b) Tj ET",
      "q q q BT /F1 6 Tf 30 300 Td (left open) Tj ET",
      "BT /F1 6 Tf 30 300 Td (a) Tj ET Q BT /F1 6 Tf 30 300 Td (never) Tj ET",
      "0 0 0 0 0 0 cm BT /F1 6 Tf 30 300 Td (flat) Tj ET",
      // paths
      "100 100 200 0.5 re f 100 200 m 300 200 l S 100 300 m 300 300 l 300 400 l h S 3 w 1 500 m 9 500 l s",
      "100 100 m 200 100 l 200 101 l 100 101 l b 50 50 100 100 re B 60 60 100 1 re B* 70 70 5 5 re b*",
      "100 100 m 150 150 200 150 200 100 c S 100 100 m 150 150 200 100 v S 100 100 m 150 150 200 100 y f",
      "100 100 l 1 2 3 4 5 6 c h f 100 100 m S 100 100 m h S 100 100 m h 5 5 l S",
      "200 200 50 50 re W n 100 210 200 1 re f 10 10 m W n 0 0 500 1 re f",
      "100 100 200 1 re 2 0 0 2 0 0 cm f",
      "100 100 m 200 100 l BT /F1 12 Tf (at the path's point) Tj ET S",
      // colours
      "1 g 1 1 re f 1 g 100 100 200 1 re f 0.97 g 100 110 200 1 re f 1 1 1 rg 100 120 200 1 re f",
      "0 0 0 0 k 100 100 200 1 re f 0 0 0 1 k 100 110 200 1 re f 1 G 0 200 m 90 200 l S 1 0 0 RG 0 210 m 90 "
      "210 l S",
      "/DeviceRGB cs 1 1 1 sc 1 1 99 1 re f 1 sc 1 9 99 1 re f /Pattern cs /P1 scn 1 19 99 1 re f",
      "/Pattern cs BT /F1 12 Tf 72 700 Td (through a pattern) Tj 1 Tr (stroked) Tj 2 Tr (both) Tj ET",
      "/Nothing cs 1 1 99 1 re f /DeviceCMYK CS 0 0 0 0 SCN 0 99 m 99 99 l S",
      // forms and images
      "q 1 0 0 1 100 400 cm /X1 Do Q BT /F1 9 Tf 9 9 Td (after) Tj ET 0 600 99 1 re f",
      "/X2 Do 0 600 99 1 re f /X6 Do /X9 Do",
      "q 100 0 0 50 10 10 cm /X3 Do /X4 Do /X5 Do Q /Pattern cs 9 0 0 9 0 0 cm /X4 Do",
      "q 9 0 0 9 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q BT /F1 9 Tf 9 9 Td (after) Tj ET",
      "q 9 0 0 9 0 0 cm BI /W 2 /H 1 /CS /RGB /BPC 8 /F /AHx ID 414243444546> EI Q BT /F1 9 Tf 9 9 Td "
      "(after) Tj ET",
      "q 9 0 0 9 0 0 cm BI /W 1 /H 1 /IM true ID \xFF EI BI /W 0 ID x EI Q BT /F1 9 Tf 9 9 Td (after) Tj ET",
      // marked content
      "BT /F1 9 Tf 9 9 Td /Span << /ActualText (xyz) >> BDC (abc) Tj EMC /P BMC (d) Tj EMC EMC (e) Tj ET",
      "BT /F1 9 Tf 9 9 Td /Span << /ActualText (never ended) >> BDC (abc) Tj ET",
      "/Span /Named BDC BT /F1 9 Tf 9 9 Td (a) Tj ET EMC /OC /Layer BDC BT /F1 9 Tf 9 29 Td (b) Tj ET EMC",
      // faults
      "BT /F1 9 Tf 9 9 Td (a) Tj nonsense (b) Tj BX nonsense EX (c) Tj ET",
      "BT /F1 9 Tf 9 9 Td (a) Tj 1 Td (never) Tj ET",
      "BT /F1 9 Tf 9 9 Td (a) Tj /x 5 Td (b) Tj 1 2 3 4 Td (c) Tj ET 1 2",
      "BT /F1 9 Tf 9 9 Td (a) Tj ) } > <zz41> Tj (unterminated",
      "BT /F1 9 Tf 9 9 Td (a) Tj ET BI /W 1 /H 1 /IM true ID",
  };
  for (const char* content : contents) {
    PdfBuilder pdf;
    add_objects(pdf);
    pdf.add_page(content);
    EXPECT_EQ(read_by_both(pdf, content).gave_up, "") << content;
  }
}

TEST(Content, PagesAreTurnedAndCutAlike) {
  for (const char* entries :
       {"/Rotate 90", "/Rotate 180", "/Rotate 270", "/Rotate -90 /CropBox [50 60 400 500]",
        "/MediaBox [-100 -100 300 300]", "/MediaBox [0 0 0 0]"}) {
    PdfBuilder pdf;
    pdf.add_page("BT /F1 12 Tf 72 200 Td (turned) Tj ET 10 90 200 1 re f", entries);
    EXPECT_EQ(read_by_both(pdf, entries).gave_up, "");
  }
}

TEST(Content, ContentsInPartsAreOneStream) {
  PdfBuilder pdf;
  const int first = pdf.add_stream("", "BT /F1 12 Tf 72 700 Td (a) T");
  const int second = pdf.add_stream("", "j (b) Tj ET % comment");
  const std::string parts = std::to_string(first) + " 0 R " + std::to_string(second) + " 0 R";
  pdf.add_page("", "/Contents [" + parts + "]");
  EXPECT_EQ(read_by_both(pdf, "parts").gave_up, "");
}

TEST(Content, LayersThatAreOffAreLeftOut) {
  PdfBuilder pdf;
  const int on = pdf.add_object("<< /Type /OCG /Name (on) >>");
  const int off = pdf.add_object("<< /Type /OCG /Name (off) >>");
  const auto ref = [](int number) { return std::to_string(number) + " 0 R"; };
  pdf.set_catalog("/OCProperties << /OCGs [" + ref(on) + " " + ref(off) + "] /D << /OFF [" + ref(off) +
                  "] >> >>");
  pdf.add_xobject("/Subtype /Form /BBox [0 0 300 300] /OC " + ref(off), "BT /F1 12 Tf 9 9 Td (form) Tj ET");
  pdf.add_page(
      "/OC /On BDC BT /F1 12 Tf 72 700 Td (seen) Tj ET EMC /OC /Off BDC BT /F1 12 Tf 72 600 Td (hidden) Tj "
      "/P BMC (too) Tj EMC ET 0 0 99 1 re f BI /W 1 /H 1 /IM true ID x EI EMC /X1 Do",
      "/Resources << /Font << /F1 3 0 R >> /Properties << /On " + ref(on) + " /Off " + ref(off) + " >> >>");
  const Reading own = read_by_both(pdf, "layers");
  EXPECT_EQ(own.gave_up, "");
  EXPECT_EQ(own.document.pages.at(0).glyphs.size(), 4U);
  EXPECT_TRUE(own.document.pages[0].rules.empty());
}

TEST(Content, AnnotationsShowTheirAppearances) {
  PdfBuilder pdf;
  const auto ref = [](int number) { return std::to_string(number) + " 0 R"; };
  const auto form = [&](const std::string& text) {
    return ref(pdf.add_stream(
        "/Subtype /Form /BBox [0 0 50 20] /Matrix [0 1 -1 0 0 0] /Resources << /Font << /F1 3 0 R >> >>",
        "BT /F1 10 Tf 5 5 Td (" + text + ") Tj ET 0 0 50 1 re f"));
  };
  const std::string rect = "/Type /Annot /Rect [300 500 200 550] ";
  const std::string annotations[] = {
      "/Subtype /Widget /AP << /N " + form("a") + " >>",
      "/Subtype /Widget /AS /On /AP << /N << /On " + form("b") + " /Off " + form("c") + " >> >>",
      "/Subtype /Stamp /F 2 /AP << /N " + form("hidden") + " >>",
      "/Subtype /Stamp /F 32 /AP << /N " + form("not viewed") + " >>",
      "/Subtype /Popup /AP << /N " + form("pop-up") + " >>",
      "/Subtype /FreeText /Contents (without appearance)",
  };
  std::string list;
  for (const std::string& entries : annotations)
    list += ref(pdf.add_object("<< " + rect + entries + " >>")) + " ";
  pdf.add_page("0.5 0 0 0.5 0 0 cm BT /F1 12 Tf 72 700 Td (page) Tj ET", "/Annots [" + list + "]");
  const Reading own = read_by_both(pdf, "annotations");
  EXPECT_EQ(own.gave_up, "");
  ASSERT_EQ(own.document.pages.at(0).glyphs.size(), 6U);  // page, a, b
  EXPECT_GT(own.document.pages[0].glyphs[4].baseline_x, 200);
}

TEST(Content, WhereItGivesUpPopplerGoesOn) {
  PdfBuilder pdf;
  pdf.add_page("BT /F1 12 Tf 72 700 Td (first) Tj ET");
  pdf.add_page("BT /F1 12 Tf 72 700 Td (second) Tj ET 5 0 R");
  pdf.add_page("BT /F1 12 Tf 72 700 Td (third) Tj ET");
  const Reading own = read_by_both(pdf, "giving up");
  EXPECT_THAT(own.gave_up, HasSubstr("page 2: read by Poppler's interpreter from this page on"));
  EXPECT_EQ(own.document.pages.size(), 3U);
}

}  // namespace
}  // namespace ziping
