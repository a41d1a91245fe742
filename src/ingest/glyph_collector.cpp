#include "ingest/glyph_collector.h"

#include "ingest/charset.h"
#include "ingest/glyph_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ziping {
namespace {

constexpr float kMaxTilt = 5;      // degrees; a diagonal watermark is turned by 30 to 60
constexpr float kMaxOcrTilt = 15;  // an OCR layer follows a page that lay askew on the glass
constexpr float kSealTilt = 0.3F;  // beside a diagonal glyph of its size: a step of an arc
constexpr float kSealStep = 2.5F;  // sizes between neighbours on an arc
constexpr char32_t kUnknown = 0xFFFD;

float tilt_of(const ShownGlyph& shown) {
  return shown.angle == 0 ? 0 : std::abs(std::remainder(shown.angle, 90.0F));
}

bool is_diagonal(const ShownGlyph& shown) {
  return tilt_of(shown) > (shown.invisible ? kMaxOcrTilt : kMaxTilt);
}

/// A character as it is kept; 0 for those that draw nothing. A soft hyphen that takes room is one that is
/// seen: word processors map the hyphen's glyph to it, and a minus sign would be lost with it.
char32_t kept_character(char32_t ch, bool takes_room) {
  if (ch >= 0x20 && ch < 0x7F) return ch;
  if (ch == U'\t' || ch == U'\n' || ch == U'\r') return U' ';
  if (ch == 0x00AD) return takes_room ? U'-' : 0;
  if (ch < 0xA0 || ch == 0xFEFF || (ch & 0xFFFE) == 0xFFFE) return 0;
  if ((ch >= 0xD800 && ch < 0xE000) || ch > 0x10FFFF) return kUnknown;
  return ch;
}

Box box_of(const ShownGlyph& shown) {
  const double x0 = shown.origin.x + std::min(0.0, shown.advance.x);
  const double x1 = shown.origin.x + std::max(0.0, shown.advance.x);
  const double y0 = shown.origin.y + std::min(0.0, shown.advance.y);
  const double y1 = shown.origin.y + std::max(0.0, shown.advance.y);
  const auto [left, right] = std::minmax(shown.ascent.x, shown.descent.x);
  const auto [top, bottom] = std::minmax(shown.ascent.y, shown.descent.y);
  return {static_cast<float>(x0 + left), static_cast<float>(y0 + top), static_cast<float>(x1 + right),
          static_cast<float>(y1 + bottom)};
}

Glyph placed(const ShownGlyph& shown) {
  Glyph glyph;
  glyph.box = box_of(shown);
  glyph.baseline_x = static_cast<float>(shown.origin.x);
  glyph.baseline_y = static_cast<float>(shown.origin.y);
  glyph.size = shown.size;
  glyph.angle = shown.angle;
  glyph.invisible = shown.invisible;
  return glyph;
}

}  // namespace

void GlyphCollector::begin_page(float width, float height) {
  width_ = width;
  height_ = height;
  glyphs_.clear();
  bytes_.clear();
  watermark_ = unreliable_ = 0;
  actual_depth_ = 0;
  last_ = {};
}

bool GlyphCollector::is_off_page(const Box& box) const {
  return !(box.x1 >= 0 && box.y1 >= 0 && box.x0 <= width_ && box.y0 <= height_);
}

/// A seal's letters stand on an arc: most are diagonal, those at its top and ends are nearly upright. One
/// of these is known by a diagonal neighbour of its size, before or after it; upright to the degree, by two.
bool GlyphCollector::belongs_to_seal(const ShownGlyph& shown) {
  const Vector centre{shown.origin.x + shown.advance.x / 2, shown.origin.y + shown.advance.y / 2};
  const float tilt = tilt_of(shown);
  bool diagonal = is_diagonal(shown);
  const bool beside =
      (diagonal || last_.diagonal) && std::abs(last_.size - shown.size) < 0.02F * shown.size &&
      std::hypot(centre.x - last_.centre.x, centre.y - last_.centre.y) < kSealStep * shown.size;
  if (diagonal && beside && !last_.diagonal && (last_.tilt > kSealTilt || last_.behind_diagonal) &&
      glyphs_.size() == last_.begin + 1) {
    if (!bytes_.empty() && bytes_.back().glyph == last_.begin) bytes_.pop_back();
    glyphs_.pop_back();
    ++watermark_;
  }
  const bool behind_diagonal = beside && last_.diagonal;
  diagonal = diagonal || (behind_diagonal && tilt > kSealTilt && !shown.invisible);
  last_ = {diagonal, behind_diagonal, shown.size, shown.invisible ? 0 : tilt, centre, glyphs_.size()};
  return diagonal;
}

void GlyphCollector::add(const ShownGlyph& shown, const FontTraits& font, const std::uint32_t* chars,
                         int count) {
  if (full() || !(shown.size > 0)) return;
  if (belongs_to_seal(shown)) {
    ++watermark_;
    return;
  }
  Glyph glyph = placed(shown);
  if (is_off_page(glyph.box)) return;
  const double advance =
      shown.advance.y == 0 ? std::abs(shown.advance.x) : std::hypot(shown.advance.x, shown.advance.y);
  const bool takes_room = advance > 0.1 * shown.size;
  if (font.font != 0) {
    const char32_t ch = count > 0 ? kept_character(chars[0], takes_room) : 0;
    bytes_.push_back({static_cast<std::uint32_t>(glyphs_.size()), font.font, shown.code, font.gbk_name});
    glyph.ch = ch != 0 ? ch : kUnknown;
    glyphs_.push_back(glyph);
    return;
  }
  if (font.no_unicode) ++unreliable_;
  if (count == 0 && takes_room) {
    glyph.ch = kUnknown;
    glyphs_.push_back(glyph);
  }
  add_parts(glyph, takes_room, chars, count);
}

void GlyphCollector::add_parts(const Glyph& glyph, bool takes_room, const std::uint32_t* chars, int count) {
  std::array<char32_t, 16> kept;
  std::size_t parts = 0;
  for (int i = 0; i < count && parts < kept.size(); ++i) {
    kept[parts] = kept_character(chars[i], takes_room);
    parts += kept[parts] != 0;
  }
  for (std::size_t part = 0; part < parts; ++part) {
    glyphs_.push_back(parts == 1 ? glyph : cut(glyph, part, parts));
    glyphs_.back().ch = kept[part];
  }
}

void GlyphCollector::begin_actual_text(const std::u32string& text) {
  if (actual_depth_++ > 0) return;
  actual_begin_ = glyphs_.size();
  actual_text_.clear();
  for (char32_t ch : text)
    if (const char32_t kept = kept_character(ch, false); kept != 0) actual_text_ += kept;
}

void GlyphCollector::end_actual_text() {
  if (actual_depth_ == 0 || --actual_depth_ > 0 || actual_begin_ == glyphs_.size()) return;
  const auto begin = glyphs_.begin() + static_cast<std::ptrdiff_t>(actual_begin_);
  if (actual_text_.size() == 1 && glyphs_.end() - begin == 1) {
    begin->ch = actual_text_.front();
  } else {
    const std::vector<Glyph> spread = spread_over(actual_text_, {begin, glyphs_.end()});
    glyphs_.resize(actual_begin_);
    glyphs_.insert(glyphs_.end(), spread.begin(), spread.end());
  }
  while (!bytes_.empty() && bytes_.back().glyph >= actual_begin_) bytes_.pop_back();
}

bool GlyphCollector::makes_pair(std::size_t at) const {
  if (at + 1 >= bytes_.size()) return false;
  const ByteGlyph& lead = bytes_[at];
  const ByteGlyph& trail = bytes_[at + 1];
  if (lead.font != trail.font || lead.glyph + 1 != trail.glyph || gbk_character(lead.code, trail.code) == 0)
    return false;
  const Glyph& first = glyphs_[lead.glyph];
  const Glyph& second = glyphs_[trail.glyph];
  const float slack = 0.3F * first.size;
  return std::abs(first.baseline_y - second.baseline_y) < slack &&
         std::abs(first.box.x1 - second.box.x0) < std::max(slack, first.box.width());
}

/// Whether a font's bytes are GBK though its name does not say so: at least two characters, and nine of ten
/// high bytes pair up within GB2312. Accented letters stand alone; dashes and dots are below A1.
bool GlyphCollector::is_gbk(std::uint16_t font) const {
  std::size_t high = 0;
  std::size_t paired = 0;
  for (std::size_t at = 0; at < bytes_.size(); ++at) {
    if (bytes_[at].font != font || bytes_[at].code < 0x80) continue;
    ++high;
    if (bytes_[at].code < 0xA1 || !makes_pair(at) || bytes_[at + 1].code < 0xA1) continue;
    ++high;
    ++at;
    paired += 2;
  }
  return paired >= 4 && paired * 10 >= high * 9;
}

void GlyphCollector::decode_gbk() {
  std::vector<signed char> verdicts;  // by font number: -1 unknown, 0 no, 1 yes
  std::vector<bool> gone(glyphs_.size());
  for (std::size_t at = 0; at < bytes_.size(); ++at) {
    const ByteGlyph& byte = bytes_[at];
    if (byte.font >= verdicts.size()) verdicts.resize(byte.font + 1U, -1);
    signed char& verdict = verdicts[byte.font];
    if (verdict < 0) verdict = byte.gbk_name || is_gbk(byte.font);
    if (verdict == 0 || byte.code < 0x81 || !makes_pair(at)) continue;
    Glyph& first = glyphs_[byte.glyph];
    const Glyph& second = glyphs_[byte.glyph + 1];
    first.ch = gbk_character(byte.code, bytes_[at + 1].code);
    first.box = {std::min(first.box.x0, second.box.x0), std::min(first.box.y0, second.box.y0),
                 std::max(first.box.x1, second.box.x1), std::max(first.box.y1, second.box.y1)};
    gone[byte.glyph + 1] = true;
    ++at;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < glyphs_.size(); ++i)
    if (!gone[i]) glyphs_[kept++] = glyphs_[i];
  glyphs_.resize(kept);
}

std::vector<Glyph> GlyphCollector::finish(GlyphCounts& counts) {
  while (actual_depth_ > 0) end_actual_text();
  if (!bytes_.empty()) decode_gbk();
  drop_doubled(glyphs_);
  counts.watermark += watermark_;
  std::size_t unknown = 0;
  for (const Glyph& glyph : glyphs_) {
    ++(glyph.invisible ? counts.invisible : counts.visible);
    unknown += !is_meaningful(glyph.ch);
  }
  counts.unreliable += std::max(unknown, std::min(unreliable_, glyphs_.size()));
  return std::vector<Glyph>(glyphs_.begin(), glyphs_.end());
}

}  // namespace ziping
