#include "archive/read_archive.h"

#include "archive/archive_file.h"
#include "archive/budget.h"
#include "archive/entry_name.h"
#include "archive/file_kind.h"
#include "archive/utf8_locale.h"
#include "base/error.h"

#include <fmt/format.h>

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace ziping {
namespace {

/// Times an archive is opened again behind a damaged entry: each costs reading its directory.
constexpr int kMaxReopened = 100;
/// Room made for an entry before its bytes have come: sizes of headers are only claims.
constexpr std::uint64_t kMaxReserved = 16 << 20;

/// An archive that is being read: the one given, or one inside it.
struct Place {
  std::string name;  ///< empty for the one given
  int depth = 0;

  std::string of(const std::string& entry) const { return name.empty() ? entry : name + "/" + entry; }
};

class Walk {
 public:
  Walk(const ArchiveLimits& limits, std::size_t packed, const EntrySink& sink, const ProblemSink& problems)
      : limits_(limits), budget_(limits, packed), sink_(sink), problems_(problems) {}

  /// False where the sink wants no more. Throws ArchiveFault where not even a first entry was found,
  /// BudgetSpent.
  bool read(std::string_view bytes, const Place& place);

 private:
  bool entry(ArchiveFile& file, const EntryHeader& header, const Place& place);
  bool inner(const std::string& name, const std::string& bytes, const Place& place);
  std::optional<std::string> content(ArchiveFile& file, const EntryHeader& header, NameKind kind);
  void leave(ArchiveFile& file, const EntryHeader& header);
  std::string unique(const std::string& name);
  bool refuse(const std::string& name, const ArchiveFault& fault) {
    problems_(name, fault.code, fault.message);
    return true;
  }

  const ArchiveLimits& limits_;
  Budget budget_;
  const EntrySink& sink_;
  const ProblemSink& problems_;
  // Names by their hash, for there may be a hundred thousand of a kilobyte each.
  std::unordered_map<std::size_t, int> copies_;  ///< how many entries have a name
  std::unordered_set<std::size_t> given_;
};

bool Walk::read(std::string_view bytes, const Place& place) {
  ArchiveFile file(bytes, kind_of_content(bytes.substr(0, kHeadBytes)));
  for (bool any = false, torn = false;;) {
    try {
      std::optional<EntryHeader> header = file.next();
      if (!header) return true;
      any = true;
      budget_.count_entry();
      if (!entry(file, *header, place)) return false;
      leave(file, *header);
    } catch (const ArchiveFault& fault) {
      if (file.is_broken() && !any) throw;
      if (file.is_broken() || !torn) refuse(place.name, fault);
      if (file.is_broken()) return true;
      torn = true;  // the headers behind the first torn one are told once
      budget_.count_entry();
    }
  }
}

bool Walk::entry(ArchiveFile& file, const EntryHeader& header, const Place& place) {
  std::string clean = clean_entry_name(header.raw_name);
  NameKind kind = kind_of_name(clean);
  if (!header.regular || kind == NameKind::other || is_junk_name(clean)) return true;
  if (kind == NameKind::unnamed && header.encrypted) return true;
  std::uint64_t index = budget_.entries();
  std::string name = place.of(clean);
  std::optional<std::string> bytes;
  try {
    if (header.encrypted) throw ArchiveFault{"password", "is encrypted and needs a password"};
    bytes = content(file, header, kind);
  } catch (const ArchiveFault& fault) {
    return refuse(unique(name), fault);
  }
  if (!bytes) return true;
  name = unique(name);
  if (kind != NameKind::document && !has_pdf_header(*bytes)) return inner(name, *bytes, place);
  return sink_({name, index}, std::move(*bytes));
}

bool Walk::inner(const std::string& name, const std::string& bytes, const Place& place) {
  if (place.depth >= limits_.depth)
    return refuse(
        name, {"archive_depth", fmt::format("is an archive {} deep in archives; not read", place.depth + 1)});
  try {
    return read(bytes, {name, place.depth + 1});
  } catch (const ArchiveFault& fault) {
    return refuse(name, fault);
  }
}

/// All bytes of an entry; none where it has no extension and is neither a PDF nor an archive.
std::optional<std::string> Walk::content(ArchiveFile& file, const EntryHeader& header, NameKind kind) {
  ArchiveFault too_big{"archive_limit", fmt::format("is larger than {} bytes", limits_.entry_bytes)};
  if (header.size.value_or(0) > limits_.entry_bytes) throw too_big;
  std::string bytes;
  bytes.reserve(std::min(header.size.value_or(0), kMaxReserved));
  bool unknown = kind == NameKind::unnamed;
  auto unwanted = [&] { return unknown && !has_pdf_header(bytes) && !is_archive(bytes); };
  while (std::optional<EntryPiece> piece = file.read()) {
    if (piece->offset < bytes.size()) throw ArchiveFault{"archive_damaged", "is damaged (pieces overlap)"};
    if (piece->offset > limits_.entry_bytes || piece->bytes.size() > limits_.entry_bytes - piece->offset)
      throw too_big;
    budget_.spend(piece->offset - bytes.size() + piece->bytes.size());
    bytes.resize(piece->offset);
    bytes += piece->bytes;
    if (bytes.size() < kHeadBytes) continue;
    if (unwanted()) return {};
    unknown = false;
  }
  if (unwanted()) return {};
  return bytes;
}

/// Gets behind an entry, read or not. Throws ArchiveFault where there is no way.
void Walk::leave(ArchiveFile& file, const EntryHeader& header) {
  if (file.is_broken()) {
    if (!file.passes_unread() || file.times_reopened() == kMaxReopened)
      throw ArchiveFault{"archive_damaged", "cannot be read behind a damaged entry"};
    file.reopen();
  } else if (!file.passes_unread() && !header.encrypted) {  // libarchive would unpack it without end
    while (std::optional<EntryPiece> piece = file.read()) budget_.spend(piece->bytes.size());
  }
}

std::string Walk::unique(const std::string& name) {
  auto hash = std::hash<std::string>();
  int& copies = copies_[hash(name)];
  std::string given;
  do {
    given = ++copies == 1 ? name : fmt::format("{}#{}", name, copies);
  } while (!given_.insert(hash(given)).second);
  return given;
}

}  // namespace

bool is_archive(std::string_view head) {
  return kind_of_content(head) != ArchiveKind::none;
}

bool holds_archive(const Descriptor& file) {
  std::array<char, kHeadBytes> head{};
  ssize_t count = pread(file.get(), head.data(), head.size(), 0);
  return count > 0 && is_archive({head.data(), static_cast<std::size_t>(count)});
}

void prepare_archives() {
  Utf8Locale::shared();
  open_name_decoder();
  tzset();  // zips and RARs tell local times
}

void read_archive(std::string_view bytes, const ArchiveLimits& limits, const EntrySink& sink,
                  const ProblemSink& problems) {
  Walk walk(limits, bytes.size(), sink, problems);
  try {
    walk.read(bytes, {});
  } catch (const ArchiveFault& fault) {
    throw InputError(fault.code, fault.message);
  } catch (const BudgetSpent& spent) {
    problems("", "archive_limit", spent.message);
  }
}

}  // namespace ziping
