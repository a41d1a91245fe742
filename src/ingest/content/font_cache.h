#pragma once

#include "ingest/content/file_objects.h"
#include "ingest/content/plain_font.h"
#include "ingest/font_description.h"
#include "ingest/poppler_glue.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ziping::content {

/// A font made: plain, by Poppler, or plain with Poppler's for the codes that it does not name.
class Font {
 public:
  Font(XRef& xref, Ref ref, std::unique_ptr<PlainFont> plain)
      : description(plain->description()), plain_(std::move(plain)), xref_(&xref), ref_(ref) {}
  Font(const FontDescription& described, std::unique_ptr<GfxFont> made)
      : description(described), poppler_(std::move(made)) {}

  /// The first character of a string that is not empty.
  void first(std::string_view string, FontCharacter& out) const;
  bool is_large() const { return poppler_ && poppler_->isCIDFont(); }

  const FontDescription description;

 private:
  void make() const;

  std::unique_ptr<PlainFont> plain_;
  mutable std::unique_ptr<GfxFont> poppler_;  // of a plain font: when it is needed
  XRef* xref_ = nullptr;
  Ref ref_ = Ref::INVALID();
};

/// The fonts of a document, each made once. (Poppler's own interpreter makes those of a page anew for every
/// page and form.)
class FontCache {
 public:
  FontCache(XRef& xref, std::string_view file, StreamBytes& streams)
      : xref_(xref), file_(xref, file, streams) {}

  /// Frees fonts of earlier pages where they have become many. Fonts live until the next call.
  void begin_page();
  /// A font of a font dictionary, given as a reference or as the dictionary itself. Null where it is none.
  const Font* font(const Object& entry, const char* tag);

 private:
  std::unique_ptr<Font> make(const Object& entry, const char* tag, Ref ref);

  XRef& xref_;
  FileObjects file_;
  FontDescriber describer_;
  std::unordered_map<std::uint64_t, std::unique_ptr<Font>> by_ref_;
  std::vector<std::unique_ptr<Font>> direct_;  // of the page
  std::size_t weight_ = 0;                     // a rough size of all in bytes
};

}  // namespace ziping::content
