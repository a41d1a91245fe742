#include "archive/file_kind.h"

#include "base/files.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace ziping {
namespace {

using namespace std::string_view_literals;

bool has_no_extension(std::string_view name) {
  std::string_view last = name.substr(name.rfind('/') + 1);
  std::size_t dot = last.rfind('.');
  if (dot == std::string_view::npos) return true;
  std::string_view extension = last.substr(dot + 1);
  return extension.empty() || extension.size() > 5 ||
         !std::all_of(extension.begin(), extension.end(), [](char c) {
           return std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<signed char>(c) > 0;
         });
}

struct Magic {
  std::size_t at;
  std::string_view bytes;
  ArchiveKind kind;
};
constexpr Magic kMagics[] = {
    {0, "PK\x03\x04", ArchiveKind::zip},
    {0, "PK\x05\x06", ArchiveKind::zip},  // no entries
    {0, "7z\xBC\xAF\x27\x1C", ArchiveKind::seven_zip},
    {0, "Rar!\x1A\x07\x00"sv, ArchiveKind::rar4},
    {0, "Rar!\x1A\x07\x01\x00"sv, ArchiveKind::rar5},
    {0, "\x1F\x8B\x08", ArchiveKind::tar_gzip},
    {0, "BZh", ArchiveKind::tar_bzip2},
    {0, "\xFD\x37zXZ\x00"sv, ArchiveKind::tar_xz},
    {257, "ustar", ArchiveKind::tar},
};

/// Names of the first entry of documents that are zips inside.
constexpr std::string_view kDocumentParts[] = {"[Content_Types].xml", "_rels/",  "docProps/", "mimetype",
                                               "META-INF/",           "OFD.xml", "Doc_0/"};

/// The name in the local header that a zip begins with; APPNOTE.TXT 4.3.7.
std::string_view first_zip_name(std::string_view head) {
  constexpr std::size_t kLength = 26, kName = 30;
  if (head.size() < kName) return {};
  std::size_t length =
      static_cast<unsigned char>(head[kLength]) | static_cast<unsigned char>(head[kLength + 1]) << 8;
  return head.substr(kName, length);
}

bool is_zipped_document(std::string_view head) {
  std::string_view name = first_zip_name(head);
  return std::any_of(std::begin(kDocumentParts), std::end(kDocumentParts),
                     [&](std::string_view part) { return name.starts_with(part); });
}

/// A number of RAR 5: seven bits a byte, the low ones first.
std::uint64_t take_vint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 63 && !bytes.empty(); shift += 7) {
    auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) break;
  }
  return value;
}

}  // namespace

const std::vector<std::string>& document_extensions() {
  static const std::vector<std::string> extensions = {".pdf", ".txt", ".md"};
  return extensions;
}

const std::vector<std::string>& archive_extensions() {
  static const std::vector<std::string> extensions = {".zip",    ".7z",   ".rar",     ".tar", ".tgz",
                                                      ".tar.gz", ".tbz2", ".tar.bz2", ".txz", ".tar.xz"};
  return extensions;
}

NameKind kind_of_name(std::string_view name) {
  if (has_extension(name, document_extensions())) return NameKind::document;
  if (has_extension(name, archive_extensions())) return NameKind::archive;
  return has_no_extension(name) ? NameKind::unnamed : NameKind::other;
}

ArchiveKind kind_of_content(std::string_view head) {
  for (const Magic& magic : kMagics) {
    if (head.size() < magic.at || !head.substr(magic.at).starts_with(magic.bytes)) continue;
    return magic.kind == ArchiveKind::zip && is_zipped_document(head) ? ArchiveKind::none : magic.kind;
  }
  return ArchiveKind::none;
}

bool has_pdf_header(std::string_view head) {
  return head.substr(0, kHeadBytes).find("%PDF-") != std::string_view::npos;
}

bool is_solid_rar5(std::string_view head) {
  constexpr std::size_t kMainHeader = 8 + 4;  // after the signature and the header's checksum
  constexpr std::uint64_t kHasExtra = 1, kSolid = 4;
  if (head.size() < kMainHeader) return false;
  head.remove_prefix(kMainHeader);
  take_vint(head);  // header size
  take_vint(head);  // header type
  if ((take_vint(head) & kHasExtra) != 0) take_vint(head);
  return (take_vint(head) & kSolid) != 0;
}

}  // namespace ziping
