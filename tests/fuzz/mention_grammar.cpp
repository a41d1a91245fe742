// Any UTF-8 text, with the patterns of the house: its outline and its mentions, as print and as OCR.
#include "base/utf8.h"
#include "fuzz.h"
#include "layout/layout.h"

namespace ziping::fuzz {
namespace {

void find(const CleanText& clean, const Outline& outline, bool ocr) {
  std::vector<Explanation> explanations;
  std::vector<Skipped> skipped;
  const auto mentions = find_mentions(clean, outline, house_patterns(), ocr, &explanations, &skipped);
  check(mentions, outline, clean.text);
  require(explanations.size() == mentions.size(), "every mention is explained");
  for (const Skipped& number : skipped)
    require(number.span.begin < number.span.end && number.span.end <= clean.text.size(),
            "a skipped number has a span");
  require(find_mentions(clean, outline, house_patterns(), ocr).size() == mentions.size(),
          "explaining changes nothing");
  report_figures(outline, mentions, house_patterns());
}

}  // namespace
}  // namespace ziping::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ziping;
  SourceDocument source;
  source.text = to_utf8(to_utf32(fuzz::text_of(data, size)));
  const PlacedText placed = lay_out(source);
  const CleanText text = clean(placed);
  Outline outlined = outline(text, fuzz::house_patterns().outline_words());
  code_sections(outlined, fuzz::house_patterns());
  fuzz::check(text, placed);
  fuzz::check(outlined, text.text);
  fuzz::find(text, outlined, false);
  fuzz::find(text, outlined, true);
  return 0;
}
