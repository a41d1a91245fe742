#pragma once

#include "ingest/content/font_cache.h"
#include "ingest/poppler_glue.h"

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ziping::content {

/// What an entry of an ExtGState dictionary sets, as far as it matters.
struct StateSettings {
  std::optional<double> line_width, fill_opacity, stroke_opacity;
  const Font* font = nullptr;
  double font_size = 0;
};

/// The resource dictionaries of a page and of the forms being drawn on it, the innermost searched first. What
/// has been found is kept while its dictionary is open.
class Resources {
 public:
  Resources(XRef& xref, FontCache& fonts) : xref_(xref), fonts_(fonts) {}

  /// Opens a resource dictionary; anything else where a form has none.
  void push(const Object& dict);
  void pop() { frames_.pop_back(); }
  void clear() { frames_.clear(); }
  /// A number of the dictionary opened last, larger than those of all opened before.
  unsigned innermost() const { return frames_.back().number; }

  /// Null, with a complaint, where there is no such font.
  const Font* font(std::string_view name);
  /// Null where there is none.
  const StateSettings* settings(std::string_view name);
  /// A colour space as it is defined; null where there is none of that name.
  Object colour_space(std::string_view name);
  /// As it stands in the dictionary, null where there is none.
  Object x_object(std::string_view name);
  Object pattern(std::string_view name);
  Object property(std::string_view name);
  bool has_colour_spaces();  ///< whether any dictionary names one

 private:
  enum Category { kFonts, kXObjects, kColourSpaces, kPatterns, kStates, kProperties, kCategories };

  template <typename Value>
  using Known = std::vector<std::pair<std::string, Value>>;

  struct Frame {
    Object dict;
    unsigned number = 0;
    std::array<std::optional<Object>, kCategories> categories;
    Known<const Font*> fonts;
    std::deque<std::pair<std::string, StateSettings>> settings;
  };

  const Object& category(Frame& frame, Category category);
  Object find(std::string_view name, Category category);
  StateSettings read_settings(const Object& dict);
  const Font* font_of(Frame& frame, std::string_view name);

  XRef& xref_;
  FontCache& fonts_;
  std::vector<Frame> frames_;
  unsigned opened_ = 0;
};

}  // namespace ziping::content
