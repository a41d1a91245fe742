#pragma once

#include "app/terminal.h"

#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// A picture made of characters: boxes whose borders run together, and text in them.
class CellCanvas {
 public:
  /// Columns and rows of the terminal.
  CellCanvas(int width, int height);

  /// Draws borders around the places between (x0, y0) and (x1, y1), both included.
  void box(int x0, int y0, int x1, int y1);
  /// Writes a line of text; a Han character takes two columns. What does not fit is cut off.
  void write(int x, int y, std::string_view text, Colour colour);

  /// The picture's line `y`, without spaces at its end.
  std::string line(int y, const Terminal& terminal) const;

 private:
  struct Place {
    std::string text;     ///< one character, and what combines with it
    bool hidden = false;  ///< behind a wide character
    Colour colour = Colour::none;
    unsigned arms = 0;  ///< borders that leave this place: up 1, down 2, left 4, right 8
  };

  Place& at(int x, int y);
  const Place& at(int x, int y) const;

  int width_, height_;
  std::vector<Place> places_;
};

}  // namespace ziping
