#pragma once

// All that this program takes from Poppler's private API, and what differs between its versions. Only
// files of this folder include it. Compiles against 22.12 (Debian 12), 24.02 and 25.03.

#include <Error.h>
#include <ErrorCodes.h>
#include <Gfx.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <GlobalParams.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <PDFDocEncoding.h>
#include <Page.h>
#include <Stream.h>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace ziping::poppler {

using XrefCallback = std::function<void()>;

/// Opens a document from memory, which must outlive it. Up to 25.01 the constructor has a parameter for a
/// user interface before the call-back; which one this Poppler has is asked of the compiler, as its
/// headers hold no number of their version (poppler-version.h belongs to the C++ front end's package).
template <typename Document = PDFDoc>
std::unique_ptr<Document> open_document(const std::string& bytes, const XrefCallback& on_repair) {
  const std::optional<GooString> no_password;
  auto* stream = new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  if constexpr (std::is_constructible_v<Document, BaseStream*, const std::optional<GooString>&,
                                        const std::optional<GooString>&, void*, const XrefCallback&>) {
    return std::make_unique<Document>(stream, no_password, no_password, nullptr, on_repair);
  } else {
    return std::make_unique<Document>(stream, no_password, no_password, on_repair);
  }
}

/// The bytes of a string, however a Poppler version hands it out.
inline std::string_view bytes_of(const GooString* text) {
  return text ? std::string_view(text->toStr()) : std::string_view();
}
inline std::string_view bytes_of(const std::string& text) {
  return text;
}

/// Whether a colour cannot be told from paper.
inline bool is_near_white(const GfxRGB& colour) {
  constexpr GfxColorComp kNearWhite = gfxColorComp1 / 100 * 98;
  return colour.r >= kNearWhite && colour.g >= kNearWhite && colour.b >= kNearWhite;
}

/// Reports a fault of the document through the call-back that Poppler reports its own by.
void complain(const std::string& message);

/// Whether a stream is packed as pictures are, or more than four times over: it holds no text.
bool is_odd_stream(const Object& stream);

/// Takes the odd streams out of a page's contents: they keep Poppler busy for minutes. Gives how many went.
int refuse_odd_streams(Object& contents);

/// A PDF text string: UTF-16 or UTF-8 with its mark, else PDFDocEncoding.
std::u32string decode_text_string(std::string_view text);

}  // namespace ziping::poppler
