#include "ingest/page_device.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ziping {
namespace {

Matrix matrix_of(const double* six) {
  return {six[0], six[1], six[2], six[3], six[4], six[5]};
}

PageBuilder::Clip clip_of(const GfxState& state) {
  PageBuilder::Clip clip;
  state.getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  return clip;
}

/// White or transparent: not seen on paper. A pattern counts as seen.
bool unseen(const GfxColorSpace& space, const GfxRGB& colour, double opacity) {
  return opacity < 0.05 || (space.getMode() != csPattern && poppler::is_near_white(colour));
}

}  // namespace

void PageDevice::startPage(int number, GfxState* state, XRef* /*xref*/) {
  width_ = static_cast<float>(state->getPageWidth());
  height_ = static_cast<float>(state->getPageHeight());
  begin_page(number);
}

void PageDevice::begin_page(int number) {
  builder_.begin_page(number, width_, height_);
  groups_.clear();
  mask_depth_ = 0;
  open_marks_ = 0;
  saved_states_ = 0;
  stale_ = true;
}

Page PageDevice::take_page(GlyphCounts& counts) {
  font_ = nullptr;
  fonts_.clear();
  return builder_.take_page(counts);
}

void PageDevice::refresh(const GfxState& state) {
  stale_ = false;
  font_ = state.getFont() ? &describe(state.getFont()) : nullptr;
  if (!font_) return;
  set_style(shown_, *font_,
            {matrix_of(state.getTextMat()), matrix_of(state.getCTM()), state.getFontSize(),
             state.getHorizScaling()});
}

const FontDescription& PageDevice::describe(const std::shared_ptr<GfxFont>& font) {
  const auto [place, fresh] = fonts_.try_emplace(font.get());
  if (fresh) place->second = {font, describer_.describe(*font)};
  return place->second.description;
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
    const Vector em =
        matrix_of(state->getTextMat()).delta(state->getFontSize() * state->getHorizScaling(), 0);
    shown_.advance = matrix_of(state->getCTM()).delta(em.x, em.y);
  } else {
    double space_x = 0;
    double space_y = 0;
    if (spacing != 0) state->textTransformDelta(spacing * state->getHorizScaling(), 0, &space_x, &space_y);
    state->transformDelta(dx - space_x, dy - space_y, &shown_.advance.x, &shown_.advance.y);
  }
  state->transform(x - origin_x, y - origin_y, &shown_.origin.x, &shown_.origin.y);
  const int render = state->getRender();
  shown_.invisible = render == 3 || render == 7 || font_->traits.hidden_font;
  shown_.code = static_cast<std::uint8_t>(code);
  if (font_->code_is_unicode && bytes == 2)
    builder_.glyphs().add(shown_, font_->traits, &own, 1);
  else
    builder_.glyphs().add(shown_, font_->traits, chars, count);
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
  builder_.glyphs().begin_actual_text(poppler::decode_text_string(poppler::bytes_of(text)));
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
  builder_.add_stroke(path_, state->getTransformedLineWidth(), clip_of(*state));
}

void PageDevice::add_fill(GfxState* state) {
  if (masked() || !read_path(*state)) return;
  GfxRGB colour;
  state->getFillRGB(&colour);
  if (unseen(*state->getFillColorSpace(), colour, state->getFillOpacity())) return;
  builder_.add_fill(path_, clip_of(*state));
}

void PageDevice::add_image(GfxState* state) {
  if (!masked()) builder_.add_image(matrix_of(state->getCTM()), clip_of(*state));
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
