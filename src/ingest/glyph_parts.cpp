#include "ingest/glyph_parts.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace ziping {
namespace {

bool same_line(const Glyph& a, const Glyph& b) {
  return std::abs(a.baseline_y - b.baseline_y) < 0.3F * a.size;
}

Box united(const Box& a, const Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

/// Where share `index` of `shares` begins among `count` things.
std::size_t share_begin(std::size_t index, std::size_t shares, std::size_t count) {
  return (index * count + shares - 1) / shares;
}

/// More characters than glyphs: each glyph is cut among its characters. Otherwise each character takes a
/// run of glyphs, as far as they stand on one line.
void spread_evenly(std::u32string_view text, const Glyph* glyphs, std::size_t count,
                   std::vector<Glyph>& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t first = i * count / text.size();
    Glyph glyph = glyphs[first];
    if (text.size() > count) {
      const std::size_t begin = share_begin(first, count, text.size());
      glyph = cut(glyph, i - begin, share_begin(first + 1, count, text.size()) - begin);
    }
    for (std::size_t k = first + 1; k < (i + 1) * count / text.size(); ++k)
      if (same_line(glyph, glyphs[k])) glyph.box = united(glyph.box, glyphs[k].box);
    glyph.ch = text[i];
    out.push_back(glyph);
  }
}

/// The glyphs kept so far, found by character and height on the page: a hash table of chains, so that a glyph
/// costs one look-up.
class PlacedGlyphs {
 public:
  explicit PlacedGlyphs(const std::vector<Glyph>& glyphs) : glyphs_(glyphs), next_(glyphs.size(), kNone) {
    std::size_t buckets = 64;
    while (buckets < glyphs.size()) buckets *= 2;
    heads_.assign(buckets, kNone);
  }

  bool has_double_of(const Glyph& glyph) const {
    const float reach = reach_of(glyph);
    for (int row = row_at(glyph.baseline_y - reach); row <= row_at(glyph.baseline_y + reach); ++row)
      if (in_row(glyph, row)) return true;
    return false;
  }

  void add(std::uint32_t index) {
    const Glyph& glyph = glyphs_[index];
    std::uint32_t& head = heads_[bucket(glyph.ch, row_at(glyph.baseline_y))];
    next_[index] = head;
    head = index;
  }

 private:
  static constexpr std::uint32_t kNone = UINT32_MAX;
  static constexpr float kRow = 16;       // points: the reach of ordinary text seldom touches two rows
  static constexpr float kFarthest = 16;  // points
  static constexpr float kFar = 1e6F;
  static constexpr int kMaxChain = 1024;  // hostile pages pile up glyphs in one row

  static int row_at(float y) {
    const float place = std::clamp(y, -kFar, kFar) / kRow;
    const int whole = static_cast<int>(place);
    return whole - (place < static_cast<float>(whole));
  }
  /// A tenth of an em, within bounds that a hostile font size cannot break.
  static float reach_of(const Glyph& glyph) { return std::min(0.1F * glyph.size, kFarthest); }

  std::size_t bucket(char32_t ch, int row) const {
    std::uint64_t hash = ch * 0x9E3779B97F4A7C15ULL;
    hash = (hash ^ static_cast<std::uint32_t>(row)) * 0xC2B2AE3D27D4EB4FULL;
    return (hash >> 32) & (heads_.size() - 1);
  }

  bool in_row(const Glyph& glyph, int row) const {
    int steps = 0;
    for (std::uint32_t at = heads_[bucket(glyph.ch, row)]; at != kNone && ++steps < kMaxChain; at = next_[at])
      if (doubles(glyphs_[at], glyph)) return true;
    return false;
  }

  static bool doubles(const Glyph& a, const Glyph& b) {
    const float reach = reach_of(b);
    if (a.ch != b.ch || std::abs(a.box.x0 - b.box.x0) > reach ||
        std::abs(a.baseline_y - b.baseline_y) > reach)
      return false;
    const float wide = std::min(a.box.x1, b.box.x1) - std::max(a.box.x0, b.box.x0);
    const float high = std::min(a.box.y1, b.box.y1) - std::max(a.box.y0, b.box.y0);
    const float larger = std::max(a.box.width() * a.box.height(), b.box.width() * b.box.height());
    return wide > 0 && high > 0 && wide * high > 0.8F * larger;
  }

  const std::vector<Glyph>& glyphs_;
  std::vector<std::uint32_t> next_;
  std::vector<std::uint32_t> heads_;
};

}  // namespace

Glyph cut(const Glyph& glyph, std::size_t part, std::size_t parts) {
  Glyph out = glyph;
  const bool upright = std::abs(std::remainder(glyph.angle, 180.0F)) > 45;
  const bool backwards = glyph.angle > 45 || glyph.angle < -135;  // against the page's x or y axis
  const std::size_t place = backwards ? parts - 1 - part : part;
  const float from = static_cast<float>(place) / static_cast<float>(parts);
  const float to = static_cast<float>(place + 1) / static_cast<float>(parts);
  if (upright) {
    out.box.y0 = glyph.box.y0 + from * glyph.box.height();
    out.box.y1 = glyph.box.y0 + to * glyph.box.height();
    out.baseline_y = backwards ? out.box.y1 : out.box.y0;
  } else {
    out.box.x0 = glyph.box.x0 + from * glyph.box.width();
    out.box.x1 = glyph.box.x0 + to * glyph.box.width();
    out.baseline_x = backwards ? out.box.x1 : out.box.x0;
  }
  return out;
}

std::vector<Glyph> spread_over(const std::u32string& text, const std::vector<Glyph>& glyphs) {
  const std::size_t common = std::min(text.size(), glyphs.size());
  if (common == 0) return {};
  const bool one_to_one = text.size() == glyphs.size();
  std::size_t head = 0;
  std::size_t tail = 0;
  while (head < common && (one_to_one || text[head] == glyphs[head].ch)) ++head;
  while (head + tail < common && text[text.size() - 1 - tail] == glyphs[glyphs.size() - 1 - tail].ch) ++tail;
  // Characters in the middle without a glyph of their own share that of a neighbour.
  if (head + tail == glyphs.size() && text.size() > glyphs.size()) --(head > 0 ? head : tail);

  std::vector<Glyph> out;
  const auto copy = [&](std::size_t from_text, std::size_t from_glyph, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      out.push_back(glyphs[from_glyph + i]);
      out.back().ch = text[from_text + i];
    }
  };
  copy(0, 0, head);
  const auto middle = std::u32string_view(text).substr(head, text.size() - head - tail);
  spread_evenly(middle, glyphs.data() + head, glyphs.size() - head - tail, out);
  copy(text.size() - tail, glyphs.size() - tail, tail);
  return out;
}

void drop_doubled(std::vector<Glyph>& glyphs) {
  PlacedGlyphs placed(glyphs);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (placed.has_double_of(glyphs[i])) continue;
    if (kept != i) glyphs[kept] = glyphs[i];
    placed.add(static_cast<std::uint32_t>(kept++));
  }
  glyphs.resize(kept);
}

}  // namespace ziping
