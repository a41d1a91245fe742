#include "ingest/content/image_header.h"

#include "ingest/content/operand.h"

#include <cstdint>

namespace ziping::content {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 30;

Object look_up(const Dict& dict, const char* name, const char* short_name) {
  Object value = dict.lookup(name);
  return value.isNull() ? dict.lookup(short_name) : std::move(value);
}

/// A size in pixels; 0 where there is none.
int size_of(const Object& value) {
  if (value.isInt()) return value.getInt();
  return value.isReal() && value.getReal() > 0 && value.getReal() < 1e9 ? static_cast<int>(value.getReal())
                                                                        : 0;
}

bool is_jpeg2000(const Dict& dict) {
  Object filter = look_up(dict, "Filter", "F");
  if (filter.isArray() && filter.arrayGetLength() > 0) filter = filter.arrayGet(filter.arrayGetLength() - 1);
  return filter.isName("JPXDecode");
}

bool has_size(const Dict& dict) {
  return look_up(dict, "Width", "W").isInt() && look_up(dict, "Height", "H").isInt();
}

/// A picture that says how much of another is seen.
bool is_sound_soft_mask(const Dict& dict) {
  const Object space = look_up(dict, "ColorSpace", "CS");
  return has_size(dict) && look_up(dict, "BitsPerComponent", "BPC").isInt() &&
         (space.isName("DeviceGray") || space.isName("G"));
}

bool is_soft_mask(const Dict& dict) {
  return dict.lookup("Type").isName("XObject") && dict.lookup("Subtype").isName("Image") &&
         !look_up(dict, "ImageMask", "IM").isBool();
}

bool has_sound_mask(const Dict& dict) {
  const Object soft = dict.lookup("SMask");
  if (soft.isStream()) return is_sound_soft_mask(*soft.getStream()->getDict());
  const Object mask = dict.lookup("Mask");
  if (!mask.isStream()) return true;
  const Dict& of_mask = *mask.getStream()->getDict();
  if (is_soft_mask(of_mask)) return is_sound_soft_mask(of_mask);
  const Object stencil = look_up(of_mask, "ImageMask", "IM");
  return has_size(of_mask) && stencil.isBool() && stencil.getBool();
}

}  // namespace

ImageHeader read_image_header(const Dict& dict) {
  ImageHeader header;
  header.width = size_of(look_up(dict, "Width", "W"));
  header.height = size_of(look_up(dict, "Height", "H"));
  const Object mask = look_up(dict, "ImageMask", "IM");
  header.mask = mask.isBool() && mask.getBool();
  const Object bits = look_up(dict, "BitsPerComponent", "BPC");
  header.bits = bits.isInt() ? bits.getInt() : header.mask ? 1 : 0;
  if (header.width < 1 || header.height < 1 || !(mask.isBool() || mask.isNull())) return header;
  if (header.mask) {
    const Object decode = look_up(dict, "Decode", "D");
    header.sound = header.bits == 1 && (decode.isArray() || decode.isNull());
  } else {
    const bool tells_itself = is_jpeg2000(dict);
    const bool has_space = !look_up(dict, "ColorSpace", "CS").isNull();
    header.sound = (header.bits > 0 || tells_itself) && (has_space || tells_itself) && has_sound_mask(dict);
  }
  return header;
}

std::size_t image_bytes(const ImageHeader& header, int components) {
  const std::uint64_t samples =
      static_cast<std::uint64_t>(header.width) * static_cast<std::uint64_t>(components);
  const std::uint64_t row = (samples * static_cast<std::uint64_t>(header.bits) + 7) / 8;
  if (header.bits < 1 || header.bits > 16 || row > kMaxBytes || row * header.height > kMaxBytes)
    throw GaveUp{"an inline image of absurd size"};
  return row * static_cast<std::size_t>(header.height);
}

}  // namespace ziping::content
