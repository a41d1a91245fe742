#pragma once

#include "archive/read_archive.h"
#include "base/error.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ziping {

/// An entry of an archive made for a test.
struct Packed {
  std::string name, bytes;
  unsigned int type = AE_IFREG;
  std::string link;  ///< target of a symbolic link, or of a hard link where `type` is a file
};

inline void add_entry(struct archive* out, const Packed& packed) {
  archive_entry* entry = archive_entry_new();
  archive_entry_set_pathname(entry, packed.name.c_str());
  archive_entry_set_filetype(entry, packed.type);
  archive_entry_set_perm(entry, 0644);
  archive_entry_set_size(entry, static_cast<la_int64_t>(packed.bytes.size()));
  if (!packed.link.empty() && packed.type == AE_IFLNK) archive_entry_set_symlink(entry, packed.link.c_str());
  if (!packed.link.empty() && packed.type == AE_IFREG) archive_entry_set_hardlink(entry, packed.link.c_str());
  if (archive_write_header(out, entry) < ARCHIVE_WARN) throw std::runtime_error(archive_error_string(out));
  archive_write_data(out, packed.bytes.data(), packed.bytes.size());
  archive_entry_free(entry);
}

/// An archive in memory: `format` and `filter` are codes of libarchive, `options` its words.
inline std::string pack(const std::vector<Packed>& entries, int format = ARCHIVE_FORMAT_ZIP,
                        int filter = ARCHIVE_FILTER_NONE, const char* options = "",
                        const char* password = nullptr) {
  std::string bytes(1 << 16, '\0');
  for (const Packed& entry : entries)
    bytes.resize(bytes.size() + entry.name.size() + entry.bytes.size() + 4096);
  struct archive* out = archive_write_new();
  archive_write_set_format(out, format);
  archive_write_add_filter(out, filter);
  archive_write_set_bytes_in_last_block(out, 1);
  if (password != nullptr) archive_write_set_passphrase(out, password);
  if (archive_write_set_options(out, options) != ARCHIVE_OK)
    throw std::runtime_error(archive_error_string(out));
  std::size_t used = 0;
  archive_write_open_memory(out, bytes.data(), bytes.size(), &used);
  for (const Packed& entry : entries) add_entry(out, entry);
  archive_write_close(out);
  archive_write_free(out);
  bytes.resize(used);
  return bytes;
}

/// `count` low bytes of a number, the lowest first.
inline std::string little(std::uint64_t number, int count) {
  std::string bytes;
  for (int i = 0; i < count; ++i, number >>= 8) bytes += static_cast<char>(number & 0xFF);
  return bytes;
}

inline std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (unsigned char byte : bytes) {
    crc ^= byte;
    for (int i = 0; i < 8; ++i) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
  }
  return ~crc;
}

/// A zip written byte by byte, stored: for what no writer writes. `flags`: 0x800 where the name is UTF-8.
struct HandZip {
  std::string locals, directory;
  int entries = 0;

  static std::string fields(const Packed& packed, int flags) {
    std::string size = little(packed.bytes.size(), 4);
    return little(20, 2) + little(flags, 2) + little(0, 6) + little(crc32_of(packed.bytes), 4) + size + size +
           little(packed.name.size(), 2) + little(0, 2);
  }
  static std::string local(const Packed& packed, int flags = 0) {
    return "PK\x03\x04" + fields(packed, flags) + packed.name + packed.bytes;
  }
  void add(const Packed& packed, int flags = 0) {
    list(packed, locals.size(), flags);
    locals += local(packed, flags);
  }
  /// An entry of the directory only, whose data stand at `offset`.
  void list(const Packed& packed, std::size_t offset, int flags = 0) {
    directory += "PK\x01\x02" + little(20, 2) + fields(packed, flags) + little(0, 10) + little(offset, 4) +
                 packed.name;
    ++entries;
  }
  std::string bytes() const {
    return locals + directory + "PK\x05\x06" + little(0, 4) + little(entries, 2) + little(entries, 2) +
           little(directory.size(), 4) + little(locals.size(), 4) + little(0, 2);
  }
};

/// What came out of an archive.
struct Unpacked {
  std::vector<std::string> names, contents;
  std::vector<std::string> problems;  ///< `name: code`
  std::string refused;                ///< code of the InputError
};

inline Unpacked unpack(const std::string& bytes, const ArchiveLimits& limits = {}) {
  Unpacked out;
  try {
    read_archive(
        bytes, limits,
        [&](const ArchiveEntry& entry, std::string content) {
          out.names.push_back(entry.name);
          out.contents.push_back(std::move(content));
          return true;
        },
        [&](const std::string& name, const std::string& code, const std::string&) {
          out.problems.push_back(name + ": " + code);
        });
  } catch (const InputError& error) {
    out.refused = error.code;
  }
  return out;
}

}  // namespace ziping
