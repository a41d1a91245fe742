#pragma once

#include "base/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace ziping {

struct ArchiveLimits {
  std::size_t entries = 100'000;             ///< folders and what is not read included
  std::uint64_t entry_bytes = 500ull << 20;  ///< of one entry
  std::uint64_t total_bytes = 20ull << 30;   ///< of all that is unpacked
  double ratio = 200;                        ///< of unpacked to packed bytes, beyond the first 10 MB
  int depth = 1;                             ///< archives inside the archive
};

struct ArchiveEntry {
  /// For people and tables, never a path to write to: see clean_entry_name(). Two of the same name in an
  /// archive are `a.pdf` and `a.pdf#2`.
  std::string name;
  /// The entry's place among all entries, those not read and those of inner archives included; from 1.
  std::uint64_t index = 0;
};

/// Returns false where no more is wanted.
using EntrySink = std::function<bool(const ArchiveEntry& entry, std::string bytes)>;
/// `name` is that of the entry, or of an inner archive, or empty for the whole archive. Codes: `password`,
/// `archive_damaged`, `archive_unsupported` (a way of packing), `archive_limit`, `archive_depth`.
/// The message goes on from the name: "is encrypted and needs a password".
using ProblemSink =
    std::function<void(const std::string& name, const std::string& code, const std::string& message)>;

/// Whether these first bytes (1 kB of them) are those of an archive that is read: zip, 7z, RAR, tar, or a
/// tar in gzip, bzip2 or xz. Office documents, which are zips too, are not.
bool is_archive(std::string_view head);
/// The same of an open file.
bool holds_archive(const Descriptor& file);

/// Opens what reading needs of the system, before a sandbox shuts: later, no file is opened.
void prepare_archives();

/// Gives `sink` the documents of an archive in stored order, one in memory at a time: files named .pdf,
/// .txt or .md, and files without an extension whose content is a PDF. Archives inside are read in place:
/// `inner.zip/a.pdf`. Folders, links, devices, other files and litter (is_junk_name()) are passed over, in
/// zip, RAR and plain tar without unpacking them.
/// What cannot be read goes to `problems`, and the rest is still read: an encrypted or damaged entry; the
/// end of a torn archive; at a limit, all that is left.
/// Throws InputError with one of the problems' codes where nothing can be read at all.
void read_archive(std::string_view bytes, const ArchiveLimits& limits, const EntrySink& sink,
                  const ProblemSink& problems);

}  // namespace ziping
