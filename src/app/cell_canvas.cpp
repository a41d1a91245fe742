#include "app/cell_canvas.h"

#include "base/utf8.h"

namespace ziping {
namespace {

constexpr unsigned kUp = 1, kDown = 2, kLeft = 4, kRight = 8;

/// The box-drawing character with the given arms.
const char* border(unsigned arms) {
  static const char* const kBorders[16] = {" ", "│", "│", "│", "─", "┘", "┐", "┤",
                                           "─", "└", "┌", "├", "─", "┴", "┬", "┼"};
  return kBorders[arms];
}

}  // namespace

CellCanvas::CellCanvas(int width, int height)
    : width_(width), height_(height), places_(static_cast<std::size_t>(width * height)) {}

CellCanvas::Place& CellCanvas::at(int x, int y) {
  return places_[static_cast<std::size_t>(y * width_ + x)];
}
const CellCanvas::Place& CellCanvas::at(int x, int y) const {
  return places_[static_cast<std::size_t>(y * width_ + x)];
}

void CellCanvas::box(int x0, int y0, int x1, int y1) {
  for (int y : {y0, y1})
    for (int x = x0; x < x1; ++x) {
      at(x, y).arms |= kRight;
      at(x + 1, y).arms |= kLeft;
    }
  for (int x : {x0, x1})
    for (int y = y0; y < y1; ++y) {
      at(x, y).arms |= kDown;
      at(x, y + 1).arms |= kUp;
    }
}

void CellCanvas::write(int x, int y, std::string_view text, Colour colour) {
  for (std::size_t byte = 0; byte < text.size();) {
    std::size_t begin = byte;
    next_char(text, byte);
    std::string_view character = text.substr(begin, byte - begin);
    int columns = display_width(character);
    if (columns == 0 && x > 0) at(x - 1, y).text += character;
    if (columns == 0) continue;
    if (x + columns > width_) return;
    at(x, y) = {std::string(character), false, colour, 0};
    if (columns == 2) at(x + 1, y).hidden = true;
    x += columns;
  }
}

std::string CellCanvas::line(int y, const Terminal& terminal) const {
  std::string out;
  for (int x = 0; x < width_; ++x) {
    const Place& place = at(x, y);
    if (place.hidden) continue;
    if (place.text.empty()) {
      out += place.arms ? paint(terminal, Colour::faint, border(place.arms)) : " ";
    } else {
      out += paint(terminal, place.colour, place.text);
    }
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

}  // namespace ziping
