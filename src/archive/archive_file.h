#pragma once

#include "archive/file_kind.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct archive;
struct archive_entry;

namespace ziping {

/// Why an archive or one of its entries cannot be read: `password`, `archive_damaged`, `archive_unsupported`,
/// `archive_limit` (memory).
struct ArchiveFault {
  std::string code, message;
};

/// What stands before the data of an entry.
struct EntryHeader {
  std::string raw_name;  ///< bytes as stored, or UTF-8 where the format says how they are encoded
  bool regular = false;  ///< a file with bytes of its own: no folder, link or device
  bool encrypted = false;
  std::optional<std::uint64_t> size;  ///< as declared: not to be trusted
};

/// A piece of an entry's data; what lies between two pieces are zeros.
struct EntryPiece {
  std::uint64_t offset = 0;
  std::string_view bytes;
};

/// One archive in memory, entry after entry: the door to libarchive. Only the format and the one filter that
/// the content names are opened: no external programs, no gzip in gzip in gzip.
class ArchiveFile {
 public:
  /// `bytes` must outlive it. Throws ArchiveFault.
  ArchiveFile(std::string_view bytes, ArchiveKind kind);

  /// The next entry; none at the end. Throws ArchiveFault; is_broken() tells whether more can follow.
  std::optional<EntryHeader> next();
  /// The next piece of the entry; none at its end. Throws ArchiveFault as next() does.
  std::optional<EntryPiece> read();

  /// Whether next() gets past what is unread of this entry without unpacking it: in zip, RAR 4, plain tar,
  /// and RAR 5 where it is not solid.
  bool passes_unread() const;
  /// After a fault from which libarchive does not go on.
  bool is_broken() const { return broken_; }
  /// Opens the archive again and stands behind the entry that broke it. Throws ArchiveFault.
  void reopen();
  int times_reopened() const { return reopened_; }

 private:
  struct Free {
    void operator()(archive* handle) const;
  };

  void open();
  [[noreturn]] void fail(int result);

  std::string_view bytes_;
  ArchiveKind kind_;
  std::unique_ptr<archive, Free> handle_;
  std::uint64_t headers_ = 0;  ///< calls of next()
  int reopened_ = 0;
  bool size_known_ = true, at_end_ = true, broken_ = false;
};

}  // namespace ziping
