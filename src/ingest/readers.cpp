#include "base/error.h"
#include "ingest/pdf.h"
#include "ingest/text.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#ifndef ZIPING_POPPLER_DATADIR
#define ZIPING_POPPLER_DATADIR "/usr/share/poppler"  // where Debian's and Ubuntu's Poppler looks
#endif

namespace ziping {
namespace {

using namespace std::string_view_literals;

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

/// One input format: who knows it by its content, who reads it.
struct Reader {
  bool (*recognises)(std::string_view bytes);
  SourceDocument (*read)(const std::string& bytes, const ReadOptions& options);
};

constexpr std::array<Reader, 2> kReaders = {{
    {is_pdf, read_pdf},
    {[](std::string_view) { return true; }, read_text},
}};

/// Files that are often found among reports and that no reader here understands.
struct ForeignFormat {
  std::string_view magic;  ///< first bytes, lower case where they are letters
  std::string_view name;
};
constexpr ForeignFormat kForeignFormats[] = {
    {"pk\x03\x04", "a ZIP archive or an Office document (docx, xlsx, wps)"},
    {"pk\x05\x06", "an empty ZIP archive"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document (doc, xls, wps)"},
    {"{\\rtf", "an RTF document"},
    {"<!doctype html", "an HTML page"},
    {"<html", "an HTML page"},
    {"\xFF\xD8\xFF", "a JPEG picture"},
    {"\x89png\r\n", "a PNG picture"},
    {"gif8", "a GIF picture"},
    {"ii*\0"sv, "a TIFF picture"},
    {"mm\0*"sv, "a TIFF picture"},
    {"rar!\x1A", "a RAR archive"},
    {"7z\xBC\xAF\x27\x1C", "a 7z archive"},
    {"\x1F\x8B", "a gzip archive"},
    {"mz", "a Windows program"},
    {"\x7F"
     "elf",
     "a program"},
    {"sqlite format 3", "an SQLite database"},
    {"%!ps", "a PostScript file"},
};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return lower(c); });
  return out;
}

/// What the first bytes look like; empty where they look like nothing known.
std::string_view foreign_format(std::string_view bytes) {
  const std::string start = lower(bytes.substr(0, 16));
  for (const ForeignFormat& format : kForeignFormats)
    if (start.starts_with(format.magic) && !(format.magic == "mz" && bytes.find('\0') == bytes.npos))
      return format.name;
  return {};
}

bool blank(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](unsigned char c) { return std::isspace(c) || c == 0; });
}

/// A name ends in `.pdf` but the content has no PDF header: says what it holds instead.
[[noreturn]] void refuse_as_pdf(const std::string& bytes) {
  std::string held = "no PDF";
  try {
    read_text(bytes, {});
    held = "plain text";
  } catch (const InputError&) {
  }
  throw InputError("not_pdf",
                   fmt::format("named .pdf but holds {} (no %PDF- header in its first 1024 bytes)", held));
}

}  // namespace

const char* name_of(TextSource source) {
  switch (source) {
    case TextSource::text:
      return "text";
    case TextSource::pdf:
      return "pdf";
    case TextSource::ocr_layer:
      return "ocr_layer";
    case TextSource::none:
      break;
  }
  return "none";
}

bool is_named_pdf(const std::string& name) {
  return lower(name).ends_with(".pdf");
}

SourceDocument read_document(const std::string& name, const std::string& bytes, const ReadOptions& options) {
  if (bytes.empty()) throw InputError("empty", "the file is empty");
  if (blank(bytes)) throw InputError("empty", "the file holds nothing but blanks");
  if (!is_pdf(bytes)) {
    if (const std::string_view format = foreign_format(bytes); !format.empty())
      throw InputError("unsupported", fmt::format("looks like {}; only PDF and plain text are read", format));
    if (is_named_pdf(name)) refuse_as_pdf(bytes);
  }
  const auto reader = std::find_if(kReaders.begin(), kReaders.end(),
                                   [&](const Reader& each) { return each.recognises(bytes); });
  return reader->read(bytes, options);
}

void prepare_readers() {
  prepare_pdf();
}

std::string reader_data_folder() {
  const char* chosen = std::getenv("ZIPING_POPPLER_DATA");
  return chosen && *chosen ? chosen : ZIPING_POPPLER_DATADIR;
}

void require_poppler_data() {
  namespace fs = std::filesystem;
  const fs::path folder = reader_data_folder();
  for (const char* needed : {"cidToUnicode/Adobe-GB1", "cMap/Adobe-GB1/GBK-EUC-H"}) {
    std::error_code ignored;
    if (fs::exists(folder / needed, ignored)) continue;
    throw SetupError(
        fmt::format("poppler-data is missing ({} is not there): without it Chinese fonts lose their text; "
                    "install it with "
                    "`apt-get install poppler-data`",
                    (folder / needed).string()));
  }
}

}  // namespace ziping
