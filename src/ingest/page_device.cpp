#include "ingest/page_device.h"

#include "ingest/charset.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ziping {
namespace {

constexpr std::size_t kMaxImages = 20'000;

double length(Vector v) {
  return std::hypot(v.x, v.y);
}

/// A vector of user space on the page.
Vector delta(const GfxState& state, double x, double y) {
  Vector out;
  state.transformDelta(x, y, &out.x, &out.y);
  return out;
}

/// A vector of text space (before the font size) on the page.
Vector text_delta(const GfxState& state, double x, double y) {
  const double* matrix = state.getTextMat();
  return delta(state, matrix[0] * x + matrix[2] * y, matrix[1] * x + matrix[3] * y);
}

Vector scaled(Vector v, double factor) {
  return {v.x * factor, v.y * factor};
}

bool has_gbk_name(const std::string& name) {
  for (std::size_t i = 0; i + 1 < name.size(); ++i) {
    const auto lead = static_cast<std::uint8_t>(name[i]);
    if (lead >= 0xB0 && gbk_character(lead, static_cast<std::uint8_t>(name[i + 1])) != 0) return true;
  }
  return false;
}

/// White or transparent: not seen on paper. A pattern counts as seen.
bool unseen(const GfxColorSpace& space, const GfxRGB& colour, double opacity) {
  constexpr GfxColorComp kNearWhite = gfxColorComp1 / 100 * 98;
  if (opacity < 0.05) return true;
  if (space.getMode() == csPattern) return false;
  return colour.r >= kNearWhite && colour.g >= kNearWhite && colour.b >= kNearWhite;
}

}  // namespace

void PageDevice::startPage(int number, GfxState* state, XRef* /*xref*/) {
  width_ = static_cast<float>(state->getPageWidth());
  height_ = static_cast<float>(state->getPageHeight());
  begin_page(number);
}

void PageDevice::begin_page(int number) {
  page_ = Page();
  page_.number = number;
  page_.width = width_;
  page_.height = height_;
  glyphs_.begin_page(page_.width, page_.height);
  rules_.take();
  groups_.clear();
  mask_depth_ = 0;
  open_marks_ = 0;
  saved_states_ = 0;
  stale_ = true;
}

Page PageDevice::take_page(GlyphCounts& counts) {
  page_.glyphs = glyphs_.finish(counts);
  page_.rules = rules_.take();
  font_ = nullptr;
  fonts_.clear();
  return std::move(page_);
}

void PageDevice::refresh(const GfxState& state) {
  stale_ = false;
  font_ = state.getFont() ? &describe(state.getFont()) : nullptr;
  if (!font_) return;
  const double size = state.getFontSize() * font_->em;
  const Vector up = text_delta(state, 0, size);
  const Vector along = text_delta(state, state.getHorizScaling(), 0);
  shown_.ascent = scaled(up, font_->ascent);
  shown_.descent = scaled(up, font_->descent);
  shown_.size = static_cast<float>(length(up));
  const double angle = std::atan2(-along.y, along.x) * 180 / M_PI - (font_->vertical ? 90 : 0);
  shown_.angle = static_cast<float>(angle <= -180 ? angle + 360 : angle);
}

const PageDevice::Font& PageDevice::describe(const std::shared_ptr<GfxFont>& font) {
  const auto [place, fresh] = fonts_.try_emplace(font.get());
  Font& out = place->second;
  if (!fresh) return out;
  out.font = font;
  // Fonts with missing or absurd measures get those of an ordinary Chinese font.
  const double ascent = font->getAscent();
  const double descent = -std::abs(font->getDescent());
  out.ascent = ascent > 0.3 ? std::min(ascent, 1.05) : 0.88;
  out.descent = descent < -0.01 ? std::max(descent, -0.4) : -0.12;
  out.vertical = font->getWMode() != 0;
  if (font->getType() == fontType3) describe_type3(out);
  describe_name(out);
  return out;
}

/// The coordinates of a Type 3 font are its own affair: where its box is nowhere near an em, the box is
/// taken for the em.
void PageDevice::describe_type3(Font& out) const {
  const double* box = out.font->getFontBBox();
  const double height = std::abs((box[3] - box[1]) * out.font->getFontMatrix()[3]);
  if (height > 0 && (height < 0.3 || height > 4)) out.em = height;
}

void PageDevice::describe_name(Font& out) {
  const GfxFont& font = *out.font;
  const std::string name = font.getName().value_or("");
  out.traits.hidden_font = name.find("GlyphLessFont") != name.npos || name.find("HiddenHorzOCR") != name.npos;
  if (font.hasToUnicodeCMap() || font.getType() == fontType3) return;
  if (!font.isCIDFont()) {
    Ref embedded;
    out.traits.gbk_name = has_gbk_name(name);
    if (!out.traits.gbk_name && font.getEmbeddedFontID(&embedded)) return;
    out.traits.font =
        byte_fonts_.try_emplace(name, static_cast<std::uint16_t>(byte_fonts_.size() + 1)).first->second;
    return;
  }
  const auto& cid_font = static_cast<const GfxCIDFont&>(font);
  const std::string& encoding = font.getEncodingName();
  out.code_is_unicode = encoding.starts_with("Uni") &&
                        (encoding.find("UCS2") != encoding.npos || encoding.find("UTF16") != encoding.npos);
  out.traits.no_unicode = poppler::bytes_of(cid_font.getCollection()) == "Adobe-Identity";
}

void PageDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                          double origin_y, CharCode code, int bytes, const Unicode* chars, int count) {
  const std::uint32_t own = next_code(bytes);
  if (masked()) return;
  if (stale_) refresh(*state);
  if (!font_) return;
  const double spacing = state->getCharSpace() + (bytes == 1 && code == ' ' ? state->getWordSpace() : 0);
  if (font_->vertical) {
    // The box of an upright character of one em; its vertical origin lies above its middle.
    shown_.advance = text_delta(*state, state->getFontSize() * state->getHorizScaling(), 0);
  } else {
    double space_x = 0;
    double space_y = 0;
    if (spacing != 0) state->textTransformDelta(spacing * state->getHorizScaling(), 0, &space_x, &space_y);
    shown_.advance = delta(*state, dx - space_x, dy - space_y);
  }
  state->transform(x - origin_x, y - origin_y, &shown_.origin.x, &shown_.origin.y);
  const int render = state->getRender();
  shown_.invisible = render == 3 || render == 7 || font_->traits.hidden_font;
  shown_.code = static_cast<std::uint8_t>(code);
  if (font_->code_is_unicode && bytes == 2)
    glyphs_.add(shown_, font_->traits, &own, 1);
  else
    glyphs_.add(shown_, font_->traits, chars, count);
}

/// The code of the next character as it stands in the string (Poppler hands out the CID for it).
std::uint32_t PageDevice::next_code(int bytes) {
  std::uint32_t code = 0;
  const std::size_t taken = std::min(string_.size(), static_cast<std::size_t>(bytes));
  for (char byte : string_.substr(0, taken)) code = code << 8 | static_cast<unsigned char>(byte);
  string_.remove_prefix(taken);
  return code;
}

void PageDevice::beginActualText(GfxState*, const GooString* text) {
  glyphs_.begin_actual_text(poppler::decode_text_string(poppler::bytes_of(text)));
}

Box PageDevice::clip_of(const GfxState& state) const {
  double x0, y0, x1, y1;
  state.getClipBBox(&x0, &y0, &x1, &y1);
  return {std::max(0.0F, static_cast<float>(x0)), std::max(0.0F, static_cast<float>(y0)),
          std::min(page_.width, static_cast<float>(x1)), std::min(page_.height, static_cast<float>(y1))};
}

/// Reads the current path in page coordinates; false for one with a curve, which is a drawing or a seal.
bool PageDevice::read_path(const GfxState& state) {
  path_.clear();
  const GfxPath* path = state.getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* subpath = path->getSubpath(i);
    const std::size_t begin = path_.points.size();
    for (int k = 0; k < subpath->getNumPoints(); ++k) {
      if (subpath->getCurve(k)) return false;
      double x, y;
      state.transform(subpath->getX(k), subpath->getY(k), &x, &y);
      path_.points.push_back({static_cast<float>(x), static_cast<float>(y)});
    }
    path_.subpaths.push_back({begin, path_.points.size()});
  }
  return true;
}

void PageDevice::stroke(GfxState* state) {
  if (masked() || !read_path(*state)) return;
  GfxRGB colour;
  state->getStrokeRGB(&colour);
  if (unseen(*state->getStrokeColorSpace(), colour, state->getStrokeOpacity())) return;
  rules_.add_stroke(path_, static_cast<float>(state->getTransformedLineWidth()), clip_of(*state));
}

void PageDevice::add_fill(GfxState* state) {
  if (masked() || !read_path(*state)) return;
  GfxRGB colour;
  state->getFillRGB(&colour);
  if (unseen(*state->getFillColorSpace(), colour, state->getFillOpacity())) return;
  rules_.add_fill(path_, clip_of(*state));
}

/// An image fills the unit square of its matrix.
void PageDevice::add_image(GfxState* state) {
  if (masked() || page_.images.size() >= kMaxImages) return;
  const double* ctm = state->getCTM();
  const auto [x0, x1] = std::minmax({ctm[4], ctm[4] + ctm[0], ctm[4] + ctm[2], ctm[4] + ctm[0] + ctm[2]});
  const auto [y0, y1] = std::minmax({ctm[5], ctm[5] + ctm[1], ctm[5] + ctm[3], ctm[5] + ctm[1] + ctm[3]});
  const Box clip = clip_of(*state);
  const Box box{std::max(clip.x0, static_cast<float>(x0)), std::max(clip.y0, static_cast<float>(y0)),
                std::min(clip.x1, static_cast<float>(x1)), std::min(clip.y1, static_cast<float>(y1))};
  if (box.x0 < box.x1 && box.y0 < box.y1) page_.images.push_back({box});
}

// Poppler goes on reading the content stream behind an inline image's data, so these must be read.
void PageDevice::drawImageMask(GfxState* state, Object* ref, Stream* data, int width, int height, bool invert,
                               bool interpolate, bool inline_image) {
  add_image(state);
  if (inline_image)
    OutputDev::drawImageMask(state, ref, data, width, height, invert, interpolate, inline_image);
}

void PageDevice::drawImage(GfxState* state, Object* ref, Stream* data, int width, int height,
                           GfxImageColorMap* colors, bool interpolate, const int* mask, bool inline_image) {
  add_image(state);
  if (inline_image)
    OutputDev::drawImage(state, ref, data, width, height, colors, interpolate, mask, inline_image);
}

void PageDevice::beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool for_mask) {
  groups_.push_back(for_mask);
  mask_depth_ += for_mask;
}

void PageDevice::endTransparencyGroup(GfxState*) {
  if (groups_.empty()) return;
  mask_depth_ -= groups_.back();
  groups_.pop_back();
}

}  // namespace ziping
