#pragma once

#include "ingest/font_description.h"
#include "ingest/poppler_glue.h"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace ziping::content {

struct Font {
  std::unique_ptr<GfxFont> poppler;
  FontDescription description;
};

/// The fonts of a document, each made once. (Poppler's own interpreter makes those of a page anew for every
/// page and form.)
class FontCache {
 public:
  explicit FontCache(XRef& xref) : xref_(xref) {}

  /// Frees fonts of earlier pages where they have become many. Fonts live until the next call.
  void begin_page();
  /// A font of a font dictionary, given as a reference or as the dictionary itself. Null where it is none.
  const Font* font(const Object& entry, const char* tag);

 private:
  std::unique_ptr<Font> make(const Object& entry, const char* tag, Ref ref);

  XRef& xref_;
  FontDescriber describer_;
  std::unordered_map<std::uint64_t, std::unique_ptr<Font>> by_ref_;
  std::vector<std::unique_ptr<Font>> direct_;  // of the page
  std::size_t weight_ = 0;                     // a rough size of all in bytes
};

}  // namespace ziping::content
