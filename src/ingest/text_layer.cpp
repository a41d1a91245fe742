#include "ingest/text_layer.h"

#include <fmt/format.h>
#include <string>

namespace ziping {
namespace {

constexpr std::size_t kFewestGlyphs = 10;  // on fewer a share says nothing
constexpr std::size_t kNamedPages = 5;     // page numbers that a notice lists

std::string list(const std::vector<int>& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.size() && i < kNamedPages; ++i)
    out += fmt::format("{}{}", i == 0 ? "" : ", ", pages[i]);
  return pages.size() > kNamedPages ? out + ", ..." : out;
}

}  // namespace

void TextLayerJudge::see(const Page& page, const GlyphCounts& counts, std::vector<Notice>& notices) {
  total_.watermark += counts.watermark;
  total_.invisible += counts.invisible;
  total_.visible += counts.visible;
  images_ += page.images.size();
  if (page.glyphs.empty() && !page.images.empty()) picture_pages_.push_back(page.number);
  if (page.glyphs.size() < kFewestGlyphs || counts.unreliable * 10 <= page.glyphs.size() * 3) return;
  const std::size_t percent = counts.unreliable * 100 / page.glyphs.size();
  notices.push_back(
      {page.number, "unreliable_text_layer",
       fmt::format("{} % of the characters are unknown: a font does not say what it draws", percent)});
}

void TextLayerJudge::conclude(SourceDocument& document) const {
  const std::size_t glyphs = total_.visible + total_.invisible;
  if (glyphs == 0)
    document.text_source = TextSource::none;
  else if (total_.invisible > total_.visible && images_ > 0)
    document.text_source = TextSource::ocr_layer;
  else
    document.text_source = TextSource::pdf;

  auto& notices = document.notices;
  if (!picture_pages_.empty())
    notices.push_back({0, "no_text_layer",
                       fmt::format("{} of {} pages hold pictures without text (page {})",
                                   picture_pages_.size(), document.pages.size(), list(picture_pages_))});
  else if (glyphs == 0)
    notices.push_back({0, "no_text_layer", "no page holds any text"});
  if (total_.watermark > 0)
    notices.push_back(
        {0, "watermark_dropped",
         fmt::format("{} characters of a diagonal watermark or a round seal left out", total_.watermark)});
}

}  // namespace ziping
