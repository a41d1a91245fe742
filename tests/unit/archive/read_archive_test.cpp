#include "archive/read_archive.h"

#include "archive_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <clocale>

namespace ziping {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

using Lines = std::vector<std::string>;

const std::string kPdf = "%PDF-1.4 of a report";
constexpr const char* kGbkName = "\xBC\xA8\xD0\xA7\xD7\xD4\xC6\xC0.pdf";  // 绩效自评.pdf

/// Bytes that cannot be packed, others for each seed.
std::string noise(std::size_t size, std::uint32_t seed = 1) {
  std::string bytes;
  for (std::uint32_t state = seed; bytes.size() < size; state = state * 1664525 + 1013904223)
    bytes += static_cast<char>(state >> 24);
  return bytes;
}

struct Format {
  const char* name;
  int format, filter;
};
constexpr Format kFormats[] = {
    {"zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE},
    {"7z", ARCHIVE_FORMAT_7ZIP, ARCHIVE_FILTER_NONE},
    {"tar", ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, ARCHIVE_FILTER_NONE},
    {"tar.gz", ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_GZIP},
    {"tar.bz2", ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, ARCHIVE_FILTER_BZIP2},
    {"tar.xz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_XZ},
};

class EachFormat : public testing::TestWithParam<Format> {
 protected:
  static std::string packed(const std::vector<Packed>& entries) {
    return pack(entries, GetParam().format, GetParam().filter);
  }
};

INSTANTIATE_TEST_SUITE_P(Archive, EachFormat, testing::ValuesIn(kFormats), [](const auto& test) {
  std::string name = test.param.name;
  std::erase(name, '.');
  return name;
});

TEST_P(EachFormat, GivesItsDocumentsInOrder) {
  ASSERT_STREQ(std::setlocale(LC_CTYPE, nullptr), "C") << "names must not hang on the program's locale";
  std::setlocale(LC_CTYPE, "C.UTF-8");  // the writer's need
  std::string bytes = packed({{"b/二〇二三年自评.pdf", kPdf},
                              {"b", "", AE_IFDIR},
                              {"video.mp4", noise(300'000)},
                              {"a.TXT", std::string(200'000, 'x')},
                              {"scan", kPdf},
                              {"README", "no report"},
                              {"empty.md", ""}});
  std::setlocale(LC_CTYPE, "C");
  EXPECT_TRUE(is_archive(bytes.substr(0, 1024)));
  Unpacked out = unpack(bytes);
  // The order in which 7z is stored puts empty files first.
  EXPECT_THAT(out.names, testing::UnorderedElementsAre("b/二〇二三年自评.pdf", "a.TXT", "scan", "empty.md"));
  ASSERT_THAT(out.contents, SizeIs(4));
  for (std::size_t i = 0; i < out.names.size(); ++i)
    EXPECT_EQ(out.contents[i].size(), out.names[i] == "a.TXT"      ? 200'000u
                                      : out.names[i] == "empty.md" ? 0u
                                                                   : kPdf.size());
  EXPECT_THAT(out.problems, IsEmpty());
}

TEST_P(EachFormat, ReadsArchivesInsideInPlace) {
  std::string inner = pack({{"a.pdf", kPdf}, {"deep.zip", pack({{"b.pdf", kPdf}})}});
  Unpacked out = unpack(packed({{"inner.zip", inner}, {"more", inner}, {"z.md", "text"}}));
  EXPECT_THAT(out.names, ElementsAre("inner.zip/a.pdf", "more/a.pdf", "z.md"));
  EXPECT_THAT(out.problems, ElementsAre("inner.zip/deep.zip: archive_depth", "more/deep.zip: archive_depth"));
}

TEST_P(EachFormat, KeepsWhatStandsBeforeTheDamage) {
  std::string bytes =
      packed({{"a.pdf", noise(100'000)}, {"b.pdf", noise(100'000, 2)}, {"c.pdf", noise(100'000, 3)}});
  Unpacked out = unpack(bytes.substr(0, bytes.size() * 6 / 10));
  if (GetParam().format == ARCHIVE_FORMAT_7ZIP) {  // its directory stands at the end
    EXPECT_EQ(out.refused, "archive_damaged");
    return;
  }
  if (GetParam().filter == ARCHIVE_FILTER_NONE || GetParam().filter == ARCHIVE_FILTER_GZIP) {
    EXPECT_THAT(out.names, ElementsAre("a.pdf"));
    ASSERT_FALSE(out.problems.empty());
    EXPECT_EQ(out.problems.front(), "b.pdf: archive_damaged");
  }
  EXPECT_NE(out.problems.empty(), out.refused.empty());  // bzip2 and xz unpack large blocks, or none
}

TEST_P(EachFormat, StopsABombThatIsPassedOver) {
  Unpacked out =
      unpack(packed({{"a.pdf", kPdf}, {"zeros.bin", std::string(32 << 20, '\0')}, {"b.pdf", kPdf}}));
  bool passed_unread = GetParam().filter == ARCHIVE_FILTER_NONE && GetParam().format != ARCHIVE_FORMAT_7ZIP;
  EXPECT_EQ(out.names.size(), passed_unread ? 2 : 1);
  EXPECT_EQ(out.problems, passed_unread ? Lines{} : Lines{": archive_limit"});
}

TEST_P(EachFormat, StopsABombThatIsRead) {
  std::vector<Packed> entries;
  for (int i = 0; i < 30; ++i) entries.push_back({std::to_string(i) + ".txt", std::string(2 << 20, '\0')});
  ArchiveLimits limits;
  limits.ratio = 20;
  Unpacked out = unpack(packed(entries), limits);
  if (GetParam().filter == ARCHIVE_FILTER_NONE && GetParam().format != ARCHIVE_FORMAT_ZIP &&
      GetParam().format != ARCHIVE_FORMAT_7ZIP) {
    EXPECT_THAT(out.names, SizeIs(30));  // a plain tar packs nothing
    return;
  }
  EXPECT_GE(out.names.size(), 5u);
  EXPECT_LT(out.names.size(), 15u);
  EXPECT_THAT(out.problems, ElementsAre(": archive_limit"));
}

TEST(ReadArchive, NamesOfChineseWindowsAndFlaggedNames) {
  HandZip zip;
  zip.add({kGbkName, kPdf});
  zip.add({"绩效.pdf", kPdf}, 0x800);
  zip.add({"预算.pdf", kPdf});  // as macOS writes it: UTF-8 without the flag
  zip.add({"\xFF\xFE.pdf", kPdf});
  zip.add({std::string("\xBC\xA8\\\xD0\xA7.pdf"), kPdf});
  EXPECT_THAT(unpack(zip.bytes()).names,
              ElementsAre("绩效自评.pdf", "绩效.pdf", "预算.pdf", "%FF%FE.pdf", "绩/效.pdf"));
}

TEST(ReadArchive, NamesNeverLeaveTheArchive) {
  HandZip zip;
  for (const char* name : {"../../a.pdf", "/etc/a.pdf", "C:\\x\\..\\a.pdf", "\r\n\x1b[2Ja.pdf", "x//./a.pdf",
                           "x/a.pdf", "etc/a.pdf"})
    zip.add({name, kPdf});
  EXPECT_THAT(unpack(zip.bytes()).names, ElementsAre("a.pdf", "etc/a.pdf", "x/a.pdf", "���[2Ja.pdf",
                                                     "x/a.pdf#2", "x/a.pdf#3", "etc/a.pdf#2"));
}

TEST(ReadArchive, LinksAndLitterArePassedOver) {
  std::string bytes = pack({{"a.pdf", kPdf},
                            {"link.pdf", "", AE_IFLNK, "/etc/passwd"},
                            {"hard.pdf", "", AE_IFREG, "a.pdf"},
                            {"fifo.pdf", "", AE_IFIFO},
                            {"__MACOSX/._a.pdf", kPdf},
                            {".hidden.pdf", kPdf},
                            {"~$a.md", kPdf},
                            {"x/Thumbs.db", kPdf},
                            {"x.docx", kPdf}},
                           ARCHIVE_FORMAT_TAR_GNUTAR);
  Unpacked out = unpack(bytes);
  EXPECT_THAT(out.names, ElementsAre("a.pdf"));
  EXPECT_THAT(out.problems, IsEmpty());
}

TEST(ReadArchive, TheRestOfAnArchiveIsReadBehindABadEntry) {
  std::string bytes = pack({{"a.pdf", noise(5000)}, {"b.txt", std::string(50'000, 'b')}, {"c.pdf", kPdf}});
  std::size_t b = bytes.find("b.txt");
  for (std::size_t at = b + 40; at < b + 60; ++at) bytes[at] = static_cast<char>(0xFF);
  Unpacked out = unpack(bytes);
  EXPECT_THAT(out.names, ElementsAre("a.pdf", "c.pdf"));
  EXPECT_THAT(out.problems, ElementsAre("b.txt: archive_damaged"));
}

TEST(ReadArchive, AWrongChecksumIsDamage) {
  HandZip zip;
  zip.add({"a.pdf", kPdf});
  zip.add({"b.pdf", kPdf});
  std::string bytes = zip.bytes();
  bytes[bytes.find("report")] = 'R';
  Unpacked out = unpack(bytes);
  EXPECT_THAT(out.names, ElementsAre("b.pdf"));
  EXPECT_THAT(out.problems, ElementsAre("a.pdf: archive_damaged"));
}

TEST(ReadArchive, EncryptedEntriesNeedAPassword) {
  for (const char* how : {"zip:encryption=traditional", "zip:encryption=aes256"}) {
    Unpacked out = unpack(pack({{"a.pdf", kPdf}, {"b.mp4", kPdf}, {"c.txt", "text"}}, ARCHIVE_FORMAT_ZIP,
                               ARCHIVE_FILTER_NONE, how, "secret"));
    EXPECT_THAT(out.names, IsEmpty()) << how;
    EXPECT_THAT(out.problems, ElementsAre("a.pdf: password", "c.txt: password")) << how;
  }
}

TEST(ReadArchive, LimitsOfEntries) {
  std::string bytes =
      pack({{"a.pdf", kPdf}, {"big.txt", std::string(5000, 'x')}, {"c.pdf", kPdf}, {"d.pdf", kPdf}});
  ArchiveLimits limits;
  limits.entry_bytes = 1000;
  limits.entries = 3;
  Unpacked out = unpack(bytes, limits);
  EXPECT_THAT(out.names, ElementsAre("a.pdf", "c.pdf"));
  EXPECT_THAT(out.problems, ElementsAre("big.txt: archive_limit", ": archive_limit"));
  limits = {};
  limits.total_bytes = 50;
  EXPECT_THAT(unpack(bytes, limits).problems, ElementsAre(": archive_limit"));
}

/// Each entry's data are the next entry, header and all: n entries of one kernel.
TEST(ReadArchive, EntriesThatOverlapCountEachTime) {
  constexpr int kEntries = 50;
  std::string data = noise(1 << 16);
  std::vector<Packed> entries;
  for (int i = kEntries; i-- > 0;) {
    entries.insert(entries.begin(), {std::to_string(i) + ".txt", data});
    data = HandZip::local(entries.front());
  }
  HandZip zip;
  zip.locals = data;
  for (const Packed& entry : entries) zip.list(entry, data.size() - HandZip::local(entry).size());
  EXPECT_THAT(unpack(zip.bytes()).names, SizeIs(kEntries));
  ArchiveLimits limits;
  limits.total_bytes = 1 << 20;
  Unpacked out = unpack(zip.bytes(), limits);
  EXPECT_THAT(out.names, SizeIs(15));
  EXPECT_THAT(out.problems, ElementsAre(": archive_limit"));
}

TEST(ReadArchive, AnArchiveThatHoldsItselfEnds) {
  std::string bytes = pack({{"a.pdf", kPdf}});
  for (int i = 0; i < 5; ++i) bytes = pack({{"a.pdf", kPdf}, {"r.zip", bytes}, {"s.zip", bytes}});
  Unpacked out = unpack(bytes);
  EXPECT_THAT(out.names, ElementsAre("a.pdf", "r.zip/a.pdf", "s.zip/a.pdf"));
  EXPECT_THAT(out.problems, SizeIs(4));
}

TEST(ReadArchive, InnerArchivesThatCannotBeReadAreProblems) {
  std::string torn = pack({{"a.pdf", kPdf}}, ARCHIVE_FORMAT_7ZIP);
  Unpacked out = unpack(pack({{"torn.7z", torn.substr(0, 40)}, {"word.zip", "no archive"}, {"b.pdf", kPdf}}));
  EXPECT_THAT(out.names, ElementsAre("b.pdf"));
  EXPECT_THAT(out.problems, ElementsAre("torn.7z: archive_damaged", "word.zip: archive_unsupported"));
}

TEST(ReadArchive, TheSinkMayEndIt) {
  int seen = 0;
  read_archive(
      pack({{"a.zip", pack({{"a.pdf", kPdf}, {"b.pdf", kPdf}})}, {"c.pdf", kPdf}}), {},
      [&](const ArchiveEntry& entry, const std::string&) {
        EXPECT_EQ(entry.index, 2u);
        return ++seen < 1;
      },
      [](const std::string&, const std::string&, const std::string&) { FAIL(); });
  EXPECT_EQ(seen, 1);
}

TEST(ReadArchive, WhatIsNoArchiveIsRefused) {
  EXPECT_EQ(unpack("").refused, "archive_unsupported");
  EXPECT_EQ(unpack("plain text").refused, "archive_unsupported");
  EXPECT_EQ(unpack("PK\x03\x04 and no more").refused, "archive_damaged");
  EXPECT_EQ(unpack(std::string("Rar!\x1A\x07\x00", 7)).refused, "archive_damaged");
  std::string gzip = pack({{"x", kPdf}}, ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP);
  EXPECT_EQ(unpack(gzip).refused, "archive_unsupported");
  EXPECT_EQ(unpack(pack({}, ARCHIVE_FORMAT_ZIP)).refused, "");
}

}  // namespace
}  // namespace ziping
