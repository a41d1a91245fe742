#include "store/packed_document.h"

#include "base/error.h"

#include "support.h"

#include <gtest/gtest.h>

#include <random>

namespace ziping {
namespace {

std::vector<Row> rows_of(const PackedDocument& document, const char* table) {
  std::vector<Row> rows;
  for (const PackedRows& packed : document.rows)
    if (tables()[static_cast<std::size_t>(packed.table)].name == std::string(table))
      unpack(packed, [&](const Row& row) { rows.push_back(row); });
  return rows;
}

TEST(Packed, RowsComeBackWithoutTheirPath) {
  DocumentResult document;
  document.document = "甲/乙.pdf";
  document.notices = {{3, "cut", std::string("two\nlines\0and a zero", 20)}, {0, "", ""}};
  PackedDocument packed = pack(document);
  EXPECT_EQ(rows_of(packed, "notices"),
            (std::vector<Row>{{"", "3", "cut", document.notices[0].message}, {"", "", "", ""}}));
  for (const PackedRows& rows : packed.rows) EXPECT_EQ(rows.bytes.find("甲"), std::string::npos);
  EXPECT_TRUE(is_sound(packed));
}

TEST(Packed, ThePathChangesNothing) {
  DocumentResult here, there;
  here.document = "a.pdf";
  there.document = "b/c.pdf";
  here.notices = there.notices = {{1, "code", "message"}};
  EXPECT_EQ(pack(here), pack(there));
}

TEST(Packed, AFailedDocumentKeepsItsReason) {
  DocumentResult document;
  document.status = Status::failed;
  document.error_code = "password";
  document.error = "a password is needed";
  PackedDocument packed = pack(document);
  EXPECT_EQ(packed.status, Status::failed);
  EXPECT_EQ(packed.error_code + ": " + packed.error, "password: a password is needed");
}

TEST(Packed, ALongTableIsCutIntoPieces) {
  DocumentResult document;
  for (int i = 0; i < 3000; ++i) document.notices.push_back({i, "long", std::string(1000, 'x')});
  PackedDocument packed = pack(document);
  EXPECT_EQ(packed.rows.size(), 1u + 3u);
  std::vector<Row> rows = rows_of(packed, "notices");
  ASSERT_EQ(rows.size(), 3000u);
  EXPECT_EQ(rows[2999][1], "2999");
}

/// Reads damaged bytes: an error or nothing, and no row of a wrong width.
void try_to_read(const PackedRows& rows) {
  try {
    unpack(rows, [&](const Row& row) {
      ASSERT_EQ(row.size(), tables().at(static_cast<std::size_t>(rows.table)).columns.size());
    });
  } catch (const OutputError&) {
  }
}

TEST(Packed, DamagedBytesAreAnErrorAndNoCrash) {
  PackedRows sound = sample_document("损坏", 200).rows.back();
  for (std::size_t size = 0; size < sound.bytes.size(); ++size)
    EXPECT_THROW(unpack({sound.table, sound.bytes.substr(0, size)}, [](Row&) {}), OutputError) << size;
  std::mt19937 random(1);
  for (int i = 0; i < 5000; ++i) {
    PackedRows damaged = sound;
    for (auto flips = random() % 3 + 1; flips > 0; --flips)
      damaged.bytes[random() % damaged.bytes.size()] ^= static_cast<char>(1 << random() % 8);
    try_to_read(damaged);
  }
  for (int i = 0; i < 2000; ++i) {
    PackedRows noise{static_cast<int>(random() % 8), "\x28\xB5\x2F\xFD"};
    for (auto size = random() % 64; size > 0; --size) noise.bytes += static_cast<char>(random());
    try_to_read(noise);
  }
}

TEST(Packed, ATableThatIsNotThereIsAnError) {
  PackedRows rows = sample_document("x").rows.back();
  for (int table : {-1, 1000, 0}) {
    rows.table = table;  // 0: another width
    EXPECT_THROW(unpack(rows, [](Row&) {}), OutputError) << table;
    EXPECT_FALSE(is_sound({.rows = {rows}}));
  }
}

TEST(Packed, AHugeSizeIsNotBelieved) {
  // A zstd frame that promises 2^40 bytes: magic, descriptor with an 8-byte size, window, size.
  std::string bytes("\x28\xB5\x2F\xFD\xC0\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00", 15);
  EXPECT_THROW(unpack({0, bytes}, [](Row&) {}), OutputError);
}

}  // namespace
}  // namespace ziping
