#include "ingest/content/font_cache.h"

#include "ingest/content/operand.h"

namespace ziping::content {
namespace {

constexpr std::size_t kMaxWeight = 16u << 20;  // bytes kept from page to page
constexpr std::size_t kMaxFontsOfAPage = 2'000;

/// What a font takes in memory, most of it its table of characters.
std::size_t weight_of(const GfxFont& font) {
  return font.isCIDFont() ? 256u << 10 : 8u << 10;
}

}  // namespace

void FontCache::begin_page() {
  direct_.clear();
  if (weight_ <= kMaxWeight) return;
  by_ref_.clear();
  weight_ = 0;
}

const Font* FontCache::font(const Object& entry, const char* tag) {
  if (!entry.isRef()) {
    direct_.push_back(make(entry, tag, Ref::INVALID()));
    if (direct_.size() > kMaxFontsOfAPage) throw GaveUp{"fonts without end"};
    return direct_.back().get();
  }
  const Ref ref = entry.getRef();
  const std::uint64_t key = static_cast<std::uint64_t>(ref.num) << 32 | static_cast<std::uint32_t>(ref.gen);
  const auto [place, fresh] = by_ref_.try_emplace(key);
  if (fresh) place->second = make(entry, tag, ref);
  return place->second.get();
}

std::unique_ptr<Font> FontCache::make(const Object& entry, const char* tag, Ref ref) {
  const Object dict = entry.fetch(&xref_);
  if (!dict.isDict()) {
    poppler::complain("font resource is not a dictionary");
    return nullptr;
  }
  auto font = std::make_unique<Font>();
  font->poppler = GfxFont::makeFont(&xref_, tag, ref, dict.getDict());
  if (!font->poppler || !font->poppler->isOk()) return nullptr;
  font->description = describer_.describe(*font->poppler);
  weight_ += weight_of(*font->poppler);
  return font;
}

}  // namespace ziping::content
