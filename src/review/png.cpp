#include "review/png.h"

#include <zlib.h>

#include <cmath>
#include <cstdint>
#include <new>

namespace ziping {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n"sv;
constexpr double kPointsAMetre = 72 / 0.0254;
constexpr std::size_t kHeaderAt = 16, kDensityAt = 41;  // of the data in IHDR and pHYs
constexpr std::uint32_t kMaxSide = 1 << 14;

void put(std::string& out, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(number >> shift & 0xFF);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

void put_chunk(std::string& out, std::string_view type, std::string_view data) {
  put(out, static_cast<std::uint32_t>(data.size()));
  std::size_t begin = out.size();
  out += type;
  out += data;
  const auto* bytes = reinterpret_cast<const Bytef*>(out.data() + begin);
  put(out, static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(out.size() - begin))));
}

/// Rows of two pixels a byte, each behind the number of its filter: none.
std::string packed_rows(const PagePicture& picture) {
  std::string rows;
  auto width = static_cast<std::size_t>(picture.width);
  for (std::size_t row = 0; row < picture.pixels.size(); row += width) {
    rows += '\0';
    for (std::size_t x = 0; x < width; x += 2) {
      auto grey = [&](std::size_t at) {
        return at < width ? (static_cast<unsigned char>(picture.pixels[row + at]) * 15 + 127) / 255 : 0;
      };
      rows += static_cast<char>(grey(x) << 4 | grey(x + 1));
    }
  }
  return rows;
}

std::string deflated(const std::string& bytes) {
  constexpr int kLevel = 6;
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string out(size, '\0');
  int result =
      compress2(reinterpret_cast<Bytef*>(out.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                static_cast<uLong>(bytes.size()), kLevel);
  if (result != Z_OK) throw std::bad_alloc();
  out.resize(size);
  return out;
}

}  // namespace

std::string png_of(const PagePicture& picture) {
  std::string header, density, png(kSignature);
  put(header, static_cast<std::uint32_t>(picture.width));
  put(header, static_cast<std::uint32_t>(picture.height));
  header += "\x04\0\0\0\0"sv;  // 4 bits, grey, no interlace
  auto dots = static_cast<std::uint32_t>(std::lround(picture.width / picture.points * kPointsAMetre));
  put(density, dots);
  put(density, dots);
  density += '\x01';  // a metre
  put_chunk(png, "IHDR", header);
  put_chunk(png, "pHYs", density);
  put_chunk(png, "IDAT", deflated(packed_rows(picture)));
  put_chunk(png, "IEND", "");
  return png;
}

std::optional<PngSize> png_size(std::string_view png) {
  bool ours = png.size() >= kPngHead && png.starts_with(kSignature) && png.substr(12, 4) == "IHDR" &&
              png.substr(37, 4) == "pHYs";
  if (!ours) return {};
  std::uint32_t width = number_at(png, kHeaderAt), height = number_at(png, kHeaderAt + 4),
                dots = number_at(png, kDensityAt);
  if (width == 0 || height == 0 || dots == 0 || width > kMaxSide || height > kMaxSide) return {};
  return PngSize{static_cast<int>(width), static_cast<int>(height), width * kPointsAMetre / dots};
}

}  // namespace ziping
