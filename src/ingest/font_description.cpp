#include "ingest/font_description.h"

#include "ingest/charset.h"

#include <algorithm>
#include <cmath>

namespace ziping {
namespace {

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

}  // namespace

void set_heights(FontDescription& font, double ascent, double descent) {
  descent = -std::abs(descent);
  font.ascent = ascent > 0.3 ? std::min(ascent, 1.05) : 0.88;
  font.descent = descent < -0.01 ? std::max(descent, -0.4) : -0.12;
}

double em_of_type3(const double* box, const double* matrix) {
  const double height = std::abs((box[3] - box[1]) * matrix[3]);
  return height > 0 && (height < 0.3 || height > 4) ? height : 1;
}

bool is_hidden_font(std::string_view name) {
  return name.find("GlyphLessFont") != name.npos || name.find("HiddenHorzOCR") != name.npos;
}

FontDescription FontDescriber::describe(const GfxFont& font) {
  FontDescription out;
  set_heights(out, font.getAscent(), font.getDescent());
  out.vertical = font.getWMode() != 0;
  if (font.getType() == fontType3) out.em = em_of_type3(font.getFontBBox(), font.getFontMatrix());
  describe_name(font, out);
  return out;
}

void FontDescriber::describe_name(const GfxFont& font, FontDescription& out) {
  const std::string name = font.getName().value_or("");
  out.traits.hidden_font = is_hidden_font(name);
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

void set_style(ShownGlyph& shown, const FontDescription& font, const FontSetting& setting) {
  const auto on_page = [&](double x, double y) {
    const Vector in_user_space = setting.text.delta(x, y);
    return setting.page.delta(in_user_space.x, in_user_space.y);
  };
  const Vector up = on_page(0, setting.size * font.em);
  const Vector along = on_page(setting.horizontal, 0);
  shown.ascent = scaled(up, font.ascent);
  shown.descent = scaled(up, font.descent);
  shown.size = static_cast<float>(std::hypot(up.x, up.y));
  const double angle = std::atan2(-along.y, along.x) * 180 / M_PI - (font.vertical ? 90 : 0);
  shown.angle = static_cast<float>(angle <= -180 ? angle + 360 : angle);
}

}  // namespace ziping
