#include "archive/entry_name.h"

#include "base/files.h"
#include "base/utf8.h"

#include <iconv.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace ziping {
namespace {

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    if (next_char(text, at) == U'\uFFFD' && at == begin + 1) return false;
  }
  return true;
}

/// The converter of the C library, which needs no locale; none where it lacks GB18030.
std::optional<iconv_t> gb18030_decoder() {
  static const iconv_t decoder = iconv_open("UTF-8", "GB18030");
  return decoder == reinterpret_cast<iconv_t>(-1) ? std::nullopt : std::optional(decoder);
}

std::optional<std::string> from_gb18030(std::string_view bytes) {
  auto decoder = gb18030_decoder();
  if (!decoder) return {};
  std::string in(bytes), out(bytes.size() * 4, '\0');
  char *from = in.data(), *to = out.data();
  std::size_t left = in.size(), room = out.size();
  iconv(*decoder, nullptr, nullptr, nullptr, nullptr);
  if (iconv(*decoder, &from, &left, &to, &room) == static_cast<std::size_t>(-1)) return {};
  out.resize(out.size() - room);
  return out;
}

std::string decoded(std::string_view raw) {
  if (is_utf8(raw)) return std::string(raw);
  if (auto text = from_gb18030(raw)) return *text;
  return shown_path(std::string(raw));
}

/// Characters that would garble a line of a table or a terminal, or turn its direction.
bool garbles(char32_t ch) {
  return ch < 0x20 || (ch >= 0x7F && ch < 0xA0) || (ch >= 0x200B && ch <= 0x200F) ||
         (ch >= 0x2028 && ch <= 0x202E) || (ch >= 0x2066 && ch <= 0x2069) || ch == 0xFEFF;
}

/// `/` for `\`, and U+FFFD for what garbles.
std::string legible(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    char32_t ch = next_char(text, at);
    append_utf8(out, ch == U'\\' ? U'/' : garbles(ch) ? U'\uFFFD' : ch);
  }
  return out;
}

bool is_drive(std::string_view part) {
  return part.size() == 2 && std::isalpha(static_cast<unsigned char>(part[0])) != 0 && part[1] == ':';
}

template <typename Visit>
void each_part(std::string_view path, Visit visit) {
  for (std::size_t begin = 0; begin <= path.size();) {
    std::size_t end = std::min(path.find('/', begin), path.size());
    visit(path.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::string inner_parts(std::string_view path) {
  std::string out;
  each_part(path, [&](std::string_view part) {
    if (part.empty() || part == "." || part == ".." || (out.empty() && is_drive(part))) return;
    if (!out.empty()) out += '/';
    out += part;
  });
  return out;
}

bool continues_char(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::string shortened(const std::string& name) {
  if (name.size() <= kMaxEntryName) return name;
  std::size_t head = kMaxEntryName / 2 - 2, tail = name.size() - (kMaxEntryName / 2 - 2);
  while (head > 0 && continues_char(name[head])) --head;
  while (tail < name.size() && continues_char(name[tail])) ++tail;
  return name.substr(0, head) + "…" + name.substr(tail);
}

}  // namespace

void open_name_decoder() {
  gb18030_decoder();
}

std::string clean_entry_name(std::string_view raw) {
  std::string name = shortened(inner_parts(legible(decoded(raw))));
  return name.empty() ? "unnamed" : name;
}

bool is_junk_name(std::string_view clean_name) {
  bool junk = false;
  each_part(clean_name, [&](std::string_view part) {
    junk = junk || part.starts_with('.') || part.starts_with("~$") || part == "__MACOSX" ||
           part == "Thumbs.db" || part == "desktop.ini";
  });
  return junk;
}

}  // namespace ziping
