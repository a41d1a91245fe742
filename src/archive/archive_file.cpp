#include "archive/archive_file.h"

#include "archive/utf8_locale.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <cerrno>
#include <initializer_list>
#include <new>
#include <utility>

namespace ziping {
namespace {

/// How libarchive opens a kind.
struct Opening {
  ArchiveKind kind;
  int (*support)(archive*);
  int filter;
};
constexpr Opening kOpenings[] = {
    {ArchiveKind::zip, archive_read_support_format_zip, ARCHIVE_FILTER_NONE},
    {ArchiveKind::seven_zip, archive_read_support_format_7zip, ARCHIVE_FILTER_NONE},
    {ArchiveKind::rar4, archive_read_support_format_rar, ARCHIVE_FILTER_NONE},
    {ArchiveKind::rar5, archive_read_support_format_rar5, ARCHIVE_FILTER_NONE},
    {ArchiveKind::tar, archive_read_support_format_tar, ARCHIVE_FILTER_NONE},
    {ArchiveKind::tar_gzip, archive_read_support_format_tar, ARCHIVE_FILTER_GZIP},
    {ArchiveKind::tar_bzip2, archive_read_support_format_tar, ARCHIVE_FILTER_BZIP2},
    {ArchiveKind::tar_xz, archive_read_support_format_tar, ARCHIVE_FILTER_XZ},
};

const Opening& opening_of(ArchiveKind kind) {
  for (const Opening& opening : kOpenings)
    if (opening.kind == kind) return opening;
  throw ArchiveFault{"archive_unsupported",
                     "is no archive that ziping reads (zip, 7z, rar, tar, tar.gz, .bz2, .xz)"};
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
  for (std::string_view word : words)
    if (text.find(word) != std::string_view::npos) return true;
  return false;
}

/// libarchive tells its reasons in words only.
ArchiveFault fault_of(std::string_view reason, int number) {
  if (holds_any(reason, {"ncrypt", "assphrase", "assword"}))
    return {"password", "is encrypted and needs a password"};
  if (number == ENOMEM) return {"archive_limit", "needs more memory than there is"};
  if (holds_any(reason, {"nsupported", "navailable", "not supported"}))
    return {"archive_unsupported", fmt::format("is packed in a way that is not read ({})", reason)};
  return {"archive_damaged", fmt::format("is damaged ({})", reason)};
}

}  // namespace

void ArchiveFile::Free::operator()(archive* handle) const {
  archive_read_free(handle);
}

ArchiveFile::ArchiveFile(std::string_view bytes, ArchiveKind kind) : bytes_(bytes), kind_(kind) {
  open();
}

void ArchiveFile::open() {
  const Opening& opening = opening_of(kind_);
  Utf8Locale locale;
  handle_.reset(archive_read_new());
  if (!handle_) throw std::bad_alloc();
  broken_ = false;
  at_end_ = true;
  int result = opening.support(handle_.get());
  if (result >= ARCHIVE_WARN) result = archive_read_append_filter(handle_.get(), opening.filter);
  if (result >= ARCHIVE_WARN) result = archive_read_open_memory(handle_.get(), bytes_.data(), bytes_.size());
  if (result < ARCHIVE_WARN) fail(ARCHIVE_FATAL);
}

std::optional<EntryHeader> ArchiveFile::next() {
  Utf8Locale locale;
  archive_entry* entry = nullptr;
  ++headers_;
  at_end_ = true;
  int result = archive_read_next_header(handle_.get(), &entry);
  if (result == ARCHIVE_EOF) return {};
  if (result < ARCHIVE_WARN) fail(result);
  const char* name = archive_entry_pathname(entry);
  size_known_ = archive_entry_size_is_set(entry) != 0;
  at_end_ = false;
  EntryHeader header;
  header.raw_name = name != nullptr ? name : "";
  header.regular = archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
  header.encrypted = archive_entry_is_encrypted(entry) != 0;
  if (size_known_) header.size = static_cast<std::uint64_t>(archive_entry_size(entry));
  return header;
}

std::optional<EntryPiece> ArchiveFile::read() {
  if (at_end_) return {};
  const void* data = nullptr;
  std::size_t size = 0;
  la_int64_t offset = 0;
  int result = archive_read_data_block(handle_.get(), &data, &size, &offset);
  at_end_ = result != ARCHIVE_OK;
  if (result == ARCHIVE_EOF) return {};
  if (result != ARCHIVE_OK) fail(result);
  return EntryPiece{static_cast<std::uint64_t>(offset), {static_cast<const char*>(data), size}};
}

bool ArchiveFile::passes_unread() const {
  switch (kind_) {
    case ArchiveKind::zip:
      return size_known_;  // else it is a torn zip, and only unpacking finds the end of the entry
    case ArchiveKind::rar4:
    case ArchiveKind::tar:
      return true;
    case ArchiveKind::rar5:
      return !is_solid_rar5(bytes_.substr(0, kHeadBytes));
    default:
      return false;
  }
}

void ArchiveFile::reopen() {
  ++reopened_;
  std::uint64_t passed = std::exchange(headers_, 0);
  open();
  while (headers_ < passed) {
    try {
      next();
    } catch (const ArchiveFault&) {
      if (broken_) throw;
    }
  }
}

void ArchiveFile::fail(int result) {
  broken_ = result == ARCHIVE_FATAL;
  const char* reason = archive_error_string(handle_.get());
  bool holds_nothing = reason != nullptr && std::string_view(reason) == "Unrecognized archive format";
  if (holds_nothing && opening_of(kind_).filter != ARCHIVE_FILTER_NONE)
    throw ArchiveFault{"archive_unsupported", "is a compressed file that holds no tar archive"};
  throw fault_of(reason != nullptr ? reason : "no reason given", archive_errno(handle_.get()));
}

}  // namespace ziping
