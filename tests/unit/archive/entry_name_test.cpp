#include "archive/entry_name.h"

#include "archive/file_kind.h"
#include "base/utf8.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

TEST(EntryName, IsCleanUtf8) {
  struct Row {
    std::string raw;
    const char* clean;
  };
  for (const Row& row : {Row{"a/b.pdf", "a/b.pdf"},
                         {"部门/自评.pdf", "部门/自评.pdf"},
                         {"\xB2\xBF\xC3\xC5\\\xD7\xD4\xC6\xC0.pdf", "部门/自评.pdf"},
                         {"\x99\x31\xB3\x31.pdf", "𬇙.pdf"},  // four bytes of GB18030
                         {"\xFF\xFF", "%FF%FF"},
                         {"../../a.pdf", "a.pdf"},
                         {"a/../b.pdf", "a/b.pdf"},
                         {"..", "unnamed"},
                         {"", "unnamed"},
                         {"///", "unnamed"},
                         {"d:\\x\\a.pdf", "x/a.pdf"},
                         {"\\\\server\\share\\a.pdf", "server/share/a.pdf"},
                         {"a\nb\x7F.pdf", "a�b�.pdf"},
                         {"a\u202Efdp.exe", "a�fdp.exe"}})
    EXPECT_EQ(clean_entry_name(row.raw), row.clean) << row.raw;
}

TEST(EntryName, KeepsBothEndsOfALongName) {
  std::string raw = "头";
  for (int i = 0; i < 2000; ++i) raw += "长";
  std::string clean = clean_entry_name(raw + "尾.pdf");
  EXPECT_LE(clean.size(), kMaxEntryName);
  EXPECT_GT(clean.size(), kMaxEntryName - 10);
  EXPECT_TRUE(clean.starts_with("头长"));
  EXPECT_TRUE(clean.ends_with("长尾.pdf"));
  EXPECT_EQ(clean.find("\xEF\xBF\xBD"), std::string::npos);
}

TEST(EntryName, TellsLitter) {
  for (const char* name : {"__MACOSX/a.pdf", "x/.DS_Store", "._a.pdf", "~$a.md", "x/Thumbs.db", ".git/a.md"})
    EXPECT_TRUE(is_junk_name(name)) << name;
  for (const char* name : {"a.pdf", "x/~a.pdf", "MACOSX/a.pdf"}) EXPECT_FALSE(is_junk_name(name)) << name;
}

TEST(FileKind, OfNames) {
  struct Row {
    const char* name;
    NameKind kind;
  };
  for (Row row : {Row{"a.PDF", NameKind::document},
                  {"x.y/a.md", NameKind::document},
                  {"a.Tar.Gz", NameKind::archive},
                  {"a.7z", NameKind::archive},
                  {"a.gz", NameKind::other},
                  {"a.docx", NameKind::other},
                  {"x.docx/README", NameKind::unnamed},
                  {"1.部门自评", NameKind::unnamed},
                  {"a.", NameKind::unnamed}})
    EXPECT_EQ(kind_of_name(row.name), row.kind) << row.name;
}

TEST(FileKind, OfficeDocumentsAreNoArchives) {
  auto zip_beginning_with = [](std::string name) {
    return std::string("PK\x03\x04") + std::string(22, '\0') + static_cast<char>(name.size()) +
           std::string(3, '\0') + name;
  };
  EXPECT_EQ(kind_of_content(zip_beginning_with("[Content_Types].xml")), ArchiveKind::none);
  EXPECT_EQ(kind_of_content(zip_beginning_with("OFD.xml")), ArchiveKind::none);
  EXPECT_EQ(kind_of_content(zip_beginning_with("自评/a.pdf")), ArchiveKind::zip);
  EXPECT_EQ(kind_of_content("PK\x03\x04"), ArchiveKind::zip);
}

}  // namespace
}  // namespace ziping
