#include "base/error.h"
#include "ingest/charset.h"
#include "ingest/reader.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <memory>
#include <string>

namespace ziping {
namespace {

using namespace std::string_literals;

std::string encode(const char* encoding, const std::u16string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status),
                                                                     &ucnv_close);
  std::string out(text.size() * 4 + 4, '\0');
  const int length = ucnv_fromUChars(converter.get(), out.data(), static_cast<int>(out.size()), text.data(),
                                     static_cast<int>(text.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status));
  out.resize(length);
  return out;
}

std::string utf8(const std::u16string& text) {
  return encode("UTF-8", text);
}

const std::u16string kSimplified =
    u"青禾县水务局农村饮水安全项目绩效自评报告。全年预算二百一十万元，实际支出198.5万元，执行率为94.52%；"
    u"新建水厂3座，受益群众一万余人，满意度达到百分之九十六。";
const std::u16string kTraditional =
    u"青禾縣水務局農村飲水安全項目績效自評報告。全年預算二百一十萬元，實際支出198.5萬元，執行率為94.52%；"
    u"新建水廠3座，受益群眾一萬餘人，滿意度達到百分之九十六。";

struct EncodingCase {
  const char* encoding;
  const std::u16string* text;
};

class EncodingTest : public ::testing::TestWithParam<EncodingCase> {};

TEST_P(EncodingTest, FragmentsOfAnyLengthAreToldApart) {
  const auto& [encoding, text] = GetParam();
  for (const std::size_t length : {8, 20, 60}) {
    for (std::size_t at = 0; at + length <= text->size(); ++at) {
      const std::u16string fragment = text->substr(at, length);
      const DecodedText decoded = decode_text(encode(encoding, fragment));
      EXPECT_EQ(decoded.encoding, encoding) << utf8(fragment);
      EXPECT_EQ(decoded.text, utf8(fragment));
      EXPECT_EQ(decoded.bad_bytes, 0);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, EncodingTest,
    ::testing::Values(EncodingCase{"UTF-8", &kSimplified}, EncodingCase{"UTF-8", &kTraditional},
                      EncodingCase{"GB18030", &kSimplified}, EncodingCase{"Big5", &kTraditional},
                      EncodingCase{"UTF-16LE", &kSimplified}, EncodingCase{"UTF-16BE", &kSimplified},
                      EncodingCase{"UTF-16LE", &kTraditional}));

TEST(DecodeText, ByteOrderMarksDecide) {
  const struct {
    const char* encoding;
    std::string mark;
  } rows[] = {{"UTF-8", "\xEF\xBB\xBF"},
              {"UTF-16LE", "\xFF\xFE"},
              {"UTF-16BE", "\xFE\xFF"},
              {"GB18030", "\x84\x31\x95\x33"}};
  for (const auto& row : rows) {
    const DecodedText decoded = decode_text(row.mark + encode(row.encoding, u"预算 10 万元"));
    EXPECT_EQ(decoded.encoding, row.encoding);
    EXPECT_EQ(decoded.text, "预算 10 万元");
  }
}

TEST(DecodeText, MostlyAsciiInGb18030) {
  const std::u16string text = u"| A | 12.50 | 100% |\n| B | 3,400.00 | 98% |\n合计：3412.50万元\n";
  EXPECT_EQ(decode_text(encode("GB18030", text)).encoding, "GB18030");
}

TEST(DecodeText, ABrokenByteDoesNotLoseTheText) {
  std::string bytes = encode("GB18030", kSimplified);
  bytes.insert(bytes.size() - 4, "\xFF");
  const DecodedText decoded = decode_text(bytes);
  EXPECT_EQ(decoded.encoding, "GB18030");
  EXPECT_EQ(decoded.bad_bytes, 1);
  EXPECT_NE(decoded.text.find("农村饮水安全"), std::string::npos);

  std::string cut = utf8(kSimplified + kSimplified);
  cut.pop_back();
  EXPECT_EQ(decode_text(cut).encoding, "UTF-8");
}

TEST(DecodeText, BinaryIsNoText) {
  std::string bytes;
  unsigned state = 7;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>((state = state * 1103515245 + 12345) >> 16);
  EXPECT_EQ(decode_text(bytes).encoding, "");
  EXPECT_EQ(decode_text("\x01\x00\x00\x00\x02\x00\x00\x00\x03\x00\x00\x00"s).encoding, "");
}

TEST(GbkCharacter, Pairs) {
  EXPECT_EQ(gbk_character(0xC4, 0xBF), U'目');
  EXPECT_EQ(gbk_character(0xC2, 0xBC), U'录');
  EXPECT_EQ(gbk_character(0x41, 0xBF), 0U);
  EXPECT_EQ(gbk_character(0xC4, 0x20), 0U);
}

TEST(ReadText, LineEndsAreFoldedAndFormFeedsKept) {
  const SourceDocument document = read_document("a.txt", "一\r\n二\r三\n\f四\n");
  EXPECT_EQ(document.text, "一\n二\n三\n\f四\n");
  EXPECT_EQ(document.media_type, "text/plain");
  EXPECT_EQ(document.encoding, "UTF-8");
  EXPECT_EQ(document.text_source, TextSource::text);
  EXPECT_TRUE(document.pages.empty());
  EXPECT_FALSE(document.partial);
}

struct RefusedCase {
  const char* name;
  std::string bytes;
  const char* code;
  const char* message_part;
};

TEST(ReadDocument, RefusesWithOneClearSentence) {
  const RefusedCase rows[] = {
      {"a.pdf", "", "empty", "empty"},
      {"a.txt", " \r\n\t\n", "empty", "blanks"},
      {"a.pdf", "一、项目概况\n预算10万元。\n", "not_pdf", "holds plain text (no %PDF- header"},
      {"A.PDF", "\x01\x02\x03\x04\x05\x06\x07\x0E", "not_pdf", "holds no PDF"},
      {"a.pdf", "PK\x03\x04\x14\x00\x06\x00"s, "unsupported", "docx"},
      {"a.txt", "PK\x03\x04\x14\x00\x06\x00"s, "unsupported", "ZIP"},
      {"a.jpg", "\xFF\xD8\xFF\xE0\x00\x10JFIF"s, "unsupported", "JPEG"},
      {"a.exe", "MZ\x90\x00\x03\x00"s, "unsupported", "Windows program"},
      {"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\x00"s, "unsupported", "old Office"},
      {"a.html", "<!DOCTYPE html><html></html>", "unsupported", "HTML"},
      {"a.txt", "\x01\x00\x00\x00\x02\x00\x00\x00\x03\x00\x00\x00"s, "not_text", "no text"},
      {"a.txt", "\x01\x02\x03\x04\x05\x06\x07\x0E", "not_text", "no text"},
  };
  for (const RefusedCase& row : rows) {
    try {
      read_document(row.name, row.bytes);
      ADD_FAILURE() << row.name << " was read, expected " << row.code;
    } catch (const InputError& error) {
      EXPECT_EQ(error.code, row.code) << error.what();
      EXPECT_NE(std::string(error.what()).find(row.message_part), std::string::npos) << error.what();
    }
  }
}

TEST(ReadDocument, ContentDecidesNotTheName) {
  EXPECT_EQ(read_document("MZ.txt", "MZ项目说明").media_type, "text/plain");
  EXPECT_EQ(read_document("report", "预算10万元").media_type, "text/plain");
}

}  // namespace
}  // namespace ziping
