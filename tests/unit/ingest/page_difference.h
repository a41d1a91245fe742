#pragma once

#include "base/error.h"
#include "base/files.h"
#include "ingest/reader.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>

namespace ziping::testing {

/// A document as one of the two readers of PDFs gives it.
struct Reading {
  SourceDocument document;
  std::string refused;  ///< code and message of its InputError
  std::string gave_up;  ///< why it was left to Poppler's interpreter; empty where it was not
};

inline Reading read_with(PdfReaderChoice choice, const std::string& bytes) {
  ReadOptions options;
  options.pdf_reader = choice;
  Reading reading;
  try {
    reading.document = read_document("test.pdf", bytes, options);
  } catch (const InputError& error) {
    reading.refused = fmt::format("{}: {}", error.code, error.what());
  }
  auto& notices = reading.document.notices;
  for (auto notice = notices.begin(); notice != notices.end(); ++notice) {
    if (notice->code != "reader_changed") continue;
    reading.gave_up = fmt::format("page {}: {}", notice->page, notice->message);
    notices.erase(notice);
    break;
  }
  return reading;
}

inline bool near(float a, float b) {
  return std::abs(a - b) <= 0.1F || (std::isnan(a) && std::isnan(b)) || a == b;
}

inline bool near(const Box& a, const Box& b) {
  return near(a.x0, b.x0) && near(a.y0, b.y0) && near(a.x1, b.x1) && near(a.y1, b.y1);
}

inline bool same(const Glyph& a, const Glyph& b) {
  return a.ch == b.ch && near(a.box, b.box) && near(a.baseline_x, b.baseline_x) &&
         near(a.baseline_y, b.baseline_y) && near(a.size, b.size) && near(a.angle, b.angle) &&
         a.invisible == b.invisible;
}

inline bool same(const Rule& a, const Rule& b) {
  return near(a.x0, b.x0) && near(a.y0, b.y0) && near(a.x1, b.x1) && near(a.y1, b.y1) &&
         near(a.thickness, b.thickness);
}

inline bool same(const Image& a, const Image& b) {
  return near(a.box, b.box);
}

inline std::string shown(const Glyph& g) {
  return fmt::format("U+{:04X} ({} {} {} {}) size {} angle {}{}", static_cast<unsigned>(g.ch), g.box.x0,
                     g.box.y0, g.box.x1, g.box.y1, g.size, g.angle, g.invisible ? " invisible" : "");
}

inline std::string shown(const Rule& r) {
  return fmt::format("({} {} {} {}) thick {}", r.x0, r.y0, r.x1, r.y1, r.thickness);
}

inline std::string shown(const Image& image) {
  return fmt::format("({} {} {} {})", image.box.x0, image.box.y0, image.box.x1, image.box.y1);
}

/// The first thing in which two lists differ; empty where they agree.
template <typename Thing>
std::string difference(const char* noun, const std::vector<Thing>& own, const std::vector<Thing>& poppler) {
  for (std::size_t i = 0; i < std::min(own.size(), poppler.size()); ++i)
    if (!same(own[i], poppler[i]))
      return fmt::format("{} {}: {}, but {}", noun, i, shown(own[i]), shown(poppler[i]));
  if (own.size() != poppler.size()) return fmt::format("{} {}s, but {}", own.size(), noun, poppler.size());
  return "";
}

inline std::string difference(const Page& own, const Page& poppler) {
  if (own.number != poppler.number || !near(own.width, poppler.width) || !near(own.height, poppler.height))
    return fmt::format("number and size {} {} {}, but {} {} {}", own.number, own.width, own.height,
                       poppler.number, poppler.width, poppler.height);
  for (const std::string& found :
       {difference("glyph", own.glyphs, poppler.glyphs), difference("rule", own.rules, poppler.rules),
        difference("image", own.images, poppler.images)})
    if (!found.empty()) return found;
  return "";
}

inline std::string notices_of(const SourceDocument& document) {
  std::string out;
  for (const Notice& notice : document.notices)
    out += fmt::format("[{} {} {}]", notice.page, notice.code, notice.message);
  return out;
}

/// In what our reader's reading of a document differs from Poppler's; empty where they agree.
inline std::string difference(const Reading& own, const Reading& poppler) {
  if (own.refused != poppler.refused)
    return fmt::format("refused '{}', but '{}'", own.refused, poppler.refused);
  const auto& pages = own.document.pages;
  if (pages.size() != poppler.document.pages.size())
    return fmt::format("{} pages, but {}", pages.size(), poppler.document.pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (const std::string found = difference(pages[i], poppler.document.pages[i]); !found.empty())
      return fmt::format("page {}: {}", pages[i].number, found);
  if (notices_of(own.document) != notices_of(poppler.document))
    return fmt::format("notices {}, but {}", notices_of(own.document), notices_of(poppler.document));
  return "";
}

/// The PDFs in a folder and the folders in it, in order; none where it is absent.
inline std::vector<std::filesystem::path> pdfs_in(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::vector<fs::path> found;
  std::error_code absent;
  for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, absent),
       end;
       at != end; at.increment(absent))
    if (at->is_regular_file(absent) && at->path().extension() == ".pdf") found.push_back(at->path());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace ziping::testing
