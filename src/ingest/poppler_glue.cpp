#include "ingest/poppler_glue.h"

#include "base/utf8.h"

#include <algorithm>
#include <string_view>

namespace ziping::poppler {
namespace {

constexpr int kMaxFilters = 4;

/// Whether `filter` is one that content streams are packed with; the others are for pictures.
bool packs_text(const Object& filter) {
  static constexpr std::string_view kFilters[] = {"FlateDecode",     "Fl",  "LZWDecode",      "LZW",
                                                  "ASCII85Decode",   "A85", "ASCIIHexDecode", "AHx",
                                                  "RunLengthDecode", "RL",  "Crypt"};
  return filter.isName() &&
         std::find(std::begin(kFilters), std::end(kFilters), filter.getName()) != std::end(kFilters);
}

}  // namespace

bool is_odd_stream(const Object& stream) {
  if (!stream.isStream()) return false;
  const Object filter = stream.getStream()->getDict()->lookup("Filter");
  if (filter.isNull()) return false;
  if (!filter.isArray()) return !packs_text(filter);
  if (filter.arrayGetLength() > kMaxFilters) return true;
  for (int i = 0; i < filter.arrayGetLength(); ++i)
    if (!packs_text(filter.arrayGet(i))) return true;
  return false;
}

void complain(const std::string& message) {
  error(errSyntaxError, -1, "{0:s}", message.c_str());
}

int refuse_odd_streams(Object& contents) {
  if (is_odd_stream(contents)) {
    contents = Object(objNull);
    return 1;
  }
  if (!contents.isArray()) return 0;
  int refused = 0;
  for (int i = contents.arrayGetLength() - 1; i >= 0; --i) {
    if (!is_odd_stream(contents.arrayGet(i))) continue;
    contents.arrayRemove(i);
    ++refused;
  }
  return refused;
}

std::u32string decode_text_string(std::string_view text) {
  std::u32string out;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const bool big = text.starts_with("\xFE\xFF");
  if (big || text.starts_with("\xFF\xFE")) {
    for (std::size_t at = 2; at + 1 < text.size(); at += 2) {
      const char32_t unit = big ? byte(at) << 8 | byte(at + 1) : byte(at + 1) << 8 | byte(at);
      const bool trail = (unit & 0xFC00) == 0xDC00 && !out.empty() && (out.back() & 0xFC00) == 0xD800;
      if (trail)
        out.back() = 0x10000 + ((out.back() - 0xD800) << 10) + (unit - 0xDC00);
      else
        out += unit;
    }
    return out;
  }
  if (text.starts_with("\xEF\xBB\xBF")) return to_utf32(text.substr(3));
  for (std::size_t at = 0; at < text.size(); ++at)
    if (const Unicode ch = pdfDocEncoding[byte(at)]; ch != 0) out += static_cast<char32_t>(ch);
  return out;
}

}  // namespace ziping::poppler
