// Any bytes as a PDF, up to its clean text.
#include "base/error.h"
#include "fuzz.h"
#include "layout/layout.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ziping;
  try {
    const SourceDocument source = read_document("input.pdf", fuzz::text_of(data, size));
    fuzz::check(source);
    const PlacedText placed = lay_out(source);
    fuzz::check(placed);
    fuzz::check(clean(placed), placed);
  } catch (const InputError&) {
  }
  return 0;
}
