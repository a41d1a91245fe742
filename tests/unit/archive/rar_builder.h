#pragma once

#include "archive_builder.h"

#include <string>
#include <vector>

namespace ziping {

// RAR archives written byte by byte, stored: there is no free program that packs them.
// After RARLAB's technical notes of RAR 4 (TECHNOTE.TXT) and RAR 5.0.

inline std::string rar4_block(int type, int flags, const std::string& fields) {
  std::string header = little(type, 1) + little(flags, 2) + little(fields.size() + 7, 2) + fields;
  return little(crc32_of(header) & 0xFFFF, 2) + header;
}

/// `encrypted`: every entry is marked so.
inline std::string rar4(const std::vector<Packed>& entries, bool encrypted = false) {
  constexpr int kMain = 0x73, kFile = 0x74, kEnd = 0x7B, kHasData = 0x8000, kPassword = 0x04;
  std::string out = std::string("Rar!\x1A\x07\x00", 7) + rar4_block(kMain, 0, little(0, 6));
  for (const Packed& entry : entries) {
    std::string size = little(entry.bytes.size(), 4);
    out += rar4_block(kFile, kHasData | (encrypted ? kPassword : 0),
                      size + size + little(2, 1) + little(crc32_of(entry.bytes), 4) + little(0x50210000, 4) +
                          little(20, 1) + little(0x30, 1) + little(entry.name.size(), 2) + little(0x20, 4) +
                          entry.name) +
           entry.bytes;
  }
  return out + rar4_block(kEnd, 0x4000, "");
}

inline std::string vint(std::uint64_t number) {
  std::string out;
  for (; number >= 0x80; number >>= 7) out += static_cast<char>((number & 0x7F) | 0x80);
  return out + static_cast<char>(number);
}

inline std::string rar5_block(const std::string& fields) {
  std::string header = vint(fields.size()) + fields;
  return little(crc32_of(header), 4) + header;
}

/// `solid`: the main header says that the entries are packed as one stream.
inline std::string rar5(const std::vector<Packed>& entries, bool solid = false) {
  constexpr int kMain = 1, kFile = 2, kEnd = 5, kHasData = 2, kSolid = 4, kHasCrc = 4, kStored = 0, kUnix = 1;
  std::string out =
      std::string("Rar!\x1A\x07\x01\x00", 8) + rar5_block(vint(kMain) + vint(0) + vint(solid ? kSolid : 0));
  for (const Packed& entry : entries)
    out += rar5_block(vint(kFile) + vint(kHasData) + vint(entry.bytes.size()) + vint(kHasCrc) +
                      vint(entry.bytes.size()) + vint(0644 | 0100000) + little(crc32_of(entry.bytes), 4) +
                      vint(kStored) + vint(kUnix) + vint(entry.name.size()) + entry.name) +
           entry.bytes;
  return out + rar5_block(vint(kEnd) + vint(0) + vint(0));
}

/// A RAR 5 archive whose headers are encrypted too.
inline std::string rar5_locked() {
  constexpr int kEncryption = 4;
  return std::string("Rar!\x1A\x07\x01\x00", 8) +
         rar5_block(vint(kEncryption) + vint(0) + vint(0) + vint(0) + vint(15) + std::string(16, 's')) +
         std::string(64, 'x');
}

}  // namespace ziping
