// Any bytes as a text file, up to its clean text.
#include "base/error.h"
#include "fuzz.h"
#include "layout/layout.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ziping;
  const std::string bytes = fuzz::text_of(data, size);
  if (bytes.substr(0, 1024).find("%PDF-") != std::string::npos) return 0;
  try {
    const SourceDocument source = read_document("input.txt", bytes);
    fuzz::check(source);
    const PlacedText placed = lay_out(source);
    fuzz::check(placed);
    fuzz::check(clean(placed), placed);
  } catch (const InputError&) {
  }
  return 0;
}
