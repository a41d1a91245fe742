#include "app/terminal.h"

#include "base/utf8.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace ziping {
namespace {

constexpr int kMinimalWidth = 40;
constexpr std::u32string_view kClosing = U"，。、；：？！）》】”’%％,.;:?!)]";

bool is_word(char32_t ch) {
  return is_digit(ch) || (ch >= U'a' && ch <= U'z') || (ch >= U'A' && ch <= U'Z') || ch == U'.' || ch == U'_';
}

bool may_break(char32_t before, char32_t after) {
  if (kClosing.find(after) != std::u32string_view::npos) return false;
  return !(is_word(before) && is_word(after));
}

int width_of(char32_t ch) {
  std::string bytes;
  append_utf8(bytes, ch);
  return display_width(bytes);
}

int columns_of(std::FILE* stream) {
  if (const char* set = std::getenv("COLUMNS")) return std::atoi(set);
  winsize size{};
  if (ioctl(fileno(stream), TIOCGWINSZ, &size) == 0) return size.ws_col;
  return 0;
}

bool is_obeyed(char32_t ch) {
  bool control = ch < 0x20 || (ch >= 0x7F && ch <= 0x9F);
  bool line_end = ch == 0x2028 || ch == 0x2029;
  bool direction = ch == 0x61C || ch == 0x200E || ch == 0x200F || (ch >= 0x202A && ch <= 0x202E) ||
                   (ch >= 0x2066 && ch <= 0x2069);
  return control || line_end || direction;
}

const char* code_of(Colour colour) {
  switch (colour) {
    case Colour::none:
      return "";
    case Colour::strong:
      return "\x1b[1m";
    case Colour::faint:
      return "\x1b[2m";
    case Colour::good:
      return "\x1b[32m";
    case Colour::bad:
      return "\x1b[33m";
    case Colour::mark:
      return "\x1b[1;36m";
  }
  return "";
}

}  // namespace

Terminal terminal_of(std::FILE* stream) {
  Terminal terminal;
  if (int columns = columns_of(stream); columns > 0) terminal.width = std::max(columns, kMinimalWidth);
  const char* no_colour = std::getenv("NO_COLOR");
  terminal.colour = isatty(fileno(stream)) && !(no_colour && *no_colour);
  return terminal;
}

std::vector<Span> wrap(std::string_view text, int width) {
  std::vector<Span> pieces;
  std::size_t begin = 0, last_break = 0;
  int columns = 0, columns_at_break = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t here = at;
    char32_t ch = next_char(text, at);
    if (here > begin && may_break(before, ch)) {
      last_break = here;
      columns_at_break = columns;
    }
    columns += width_of(ch);
    if (columns > width && here > begin) {
      bool whole = last_break > begin;
      std::size_t cut = whole ? last_break : here;
      columns = whole ? columns - columns_at_break : width_of(ch);
      pieces.push_back({begin, cut});
      begin = cut;
    }
    before = ch;
  }
  pieces.push_back({begin, text.size()});
  return pieces;
}

std::string padded(std::string text, int width) {
  int missing = width - display_width(text);
  if (missing > 0) text.append(static_cast<std::size_t>(missing), ' ');
  return text;
}

std::string clipped(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  std::size_t end = 0;
  for (int columns = 0; end < text.size();) {
    std::size_t next = end;
    columns += width_of(next_char(text, next));
    if (columns > width - 1) break;
    end = next;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::string printable(std::string_view text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    char32_t ch = next_char(text, at);
    if (is_obeyed(ch)) {
      for (char byte : text.substr(begin, at - begin))
        shown += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    } else {
      append_utf8(shown, ch);
    }
  }
  return shown;
}

std::string paint(const Terminal& terminal, Colour colour, const std::string& text) {
  return terminal.colour && colour != Colour::none ? code_of(colour) + text + "\x1b[0m" : text;
}

}  // namespace ziping
