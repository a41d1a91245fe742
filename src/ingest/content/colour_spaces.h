#pragma once

#include "ingest/content/resources.h"
#include "ingest/content/state.h"
#include "ingest/poppler_glue.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ziping::content {

/// The colour spaces of a document, read by Poppler. They serve one question: is it white?
class ColourSpaces {
 public:
  ColourSpaces();
  ~ColourSpaces();
  ColourSpaces(const ColourSpaces&) = delete;
  ColourSpaces& operator=(const ColourSpaces&) = delete;

  /// Frees those of the page before.
  void begin_page() { known_.clear(); }
  /// The space of operators g, rg and k: a device's, unless the resources put another in its place. It lives
  /// as long as the innermost resource dictionary is open; so does that of named().
  const GfxColorSpace& device(GfxColorSpaceMode mode, Resources& resources);
  /// The space of operators cs and CS; null where it is none.
  const GfxColorSpace* named(std::string_view name, Resources& resources);
  /// The grey of a state that begins.
  const GfxColorSpace& grey() const { return *grey_; }

 private:
  class ProfileCache;

  /// A name looked up in the resources; null where they do not define it.
  struct Known {
    unsigned dictionary;
    std::string name;
    std::unique_ptr<GfxColorSpace> space;
    bool defined;
  };

  const Known& look_up(std::string_view name, Resources& resources);
  std::unique_ptr<GfxColorSpace> parse(Object& definition);

  std::unique_ptr<GfxColorSpace> grey_, rgb_, cmyk_, pattern_;
  std::unique_ptr<GfxState> state_;         // for Poppler, which asks it for the way to render
  std::unique_ptr<ProfileCache> profiles_;  // for Poppler, which keeps colour profiles there
  std::vector<Known> known_;                // those of the innermost dictionary last
};

/// Sets a paint to a space and the space's first colour.
void begin_space(Paint& paint, const GfxColorSpace& space);
/// Sets a paint's colour from at least as many numbers as its space has.
void set_colour(Paint& paint, const double* numbers, std::size_t count);

}  // namespace ziping::content
