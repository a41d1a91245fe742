#include "ingest/content/font_cache.h"

#include "ingest/content/operand.h"

namespace ziping::content {
namespace {

constexpr std::size_t kMaxWeight = 16u << 20;  // bytes kept from page to page
constexpr std::size_t kMaxFontsOfAPage = 2'000;

/// What a font takes in memory, most of it its table of characters.
std::size_t weight_of(const Font& font) {
  return font.is_large() ? 256u << 10 : 16u << 10;
}

}  // namespace

void Font::first(std::string_view string, FontCharacter& out) const {
  if (plain_ && plain_->first(string, out)) return;
  if (!poppler_) make();
  if (!poppler_) return;  // its width stands, its character is unknown
  CharCode code = 0;
  const Unicode* chars = nullptr;
  out.bytes = poppler_->getNextChar(string.data(), static_cast<int>(string.size()), &code, &chars, &out.count,
                                    &out.dx, &out.dy, &out.origin_x, &out.origin_y);
  out.code = code;
  out.chars = chars;
}

void Font::make() const {
  const Object dict = xref_->fetch(ref_);
  if (dict.isDict()) poppler_ = GfxFont::makeFont(xref_, "", ref_, dict.getDict());
}

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
  if (fresh && place->second) weight_ += weight_of(*place->second);
  return place->second.get();
}

std::unique_ptr<Font> FontCache::make(const Object& entry, const char* tag, Ref ref) {
  if (entry.isRef())
    if (std::unique_ptr<PlainFont> plain = PlainFont::read(file_, ref))
      return std::make_unique<Font>(xref_, ref, std::move(plain));
  const Object dict = entry.fetch(&xref_);
  if (!dict.isDict()) {
    poppler::complain("font resource is not a dictionary");
    return nullptr;
  }
  std::unique_ptr<GfxFont> made = GfxFont::makeFont(&xref_, tag, ref, dict.getDict());
  if (!made || !made->isOk()) return nullptr;
  const FontDescription description = describer_.describe(*made);
  return std::make_unique<Font>(description, std::move(made));
}

}  // namespace ziping::content
