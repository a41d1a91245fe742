// Bytes as pages of glyphs and lines anywhere, also where no printer would put them: layout, tables, forms,
// rows.
#include "fuzz.h"
#include "ingest/glyph_collector.h"
#include "ingest/rule_collector.h"
#include "layout/layout.h"
#include "pipeline.h"

#include <limits>

namespace ziping::fuzz {
namespace {

/// Numbers and choices out of the bytes of an input; zero when they are used up.
class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  bool done() const { return at_ >= size_; }
  unsigned byte() { return done() ? 0 : data_[at_++]; }
  /// A place on a page in quarters of a point; sometimes one far away.
  float place() {
    static constexpr float kFar[] = {-1, 1e4F, -1e6F, 1e9F, 3e38F, -3e38F, 1e-30F, kNowhere};
    const unsigned high = byte();
    return high >= 248 ? kFar[high - 248] : static_cast<float>(high * 256 + byte()) / 16;
  }

 private:
  static constexpr float kNowhere = std::numeric_limits<float>::infinity();
  const std::uint8_t* data_;
  std::size_t size_, at_ = 0;
};

constexpr std::u32string_view kWords =
    U"项目支出绩效自评表名称年度资金总额预算数执行率分值得一二三级指标产出效益满意完成值实际总分万元％%."
    U"0123456789≥，。、（）：—/ABx 续表注";

class PageMaker {
 public:
  explicit PageMaker(Choices& choices) : choices_(choices) {}

  Page make(int number) {
    page_.number = number;
    page_.width = choices_.byte() % 8 == 7 ? choices_.place() : 595;
    page_.height = choices_.byte() % 8 == 7 ? choices_.place() : 842;
    glyphs_.begin_page(page_.width, page_.height);
    while (!choices_.done() && add_something()) {
    }
    GlyphCounts counts;
    page_.glyphs = glyphs_.finish(counts);
    page_.rules = rules_.take();
    return std::move(page_);
  }

 private:
  /// False for the end of the page.
  bool add_something() {
    switch (choices_.byte() % 8) {
      case 0:
        return choices_.byte() % 4 != 0;
      case 1:
        add_lines(choices_.byte() % 16 + 1);
        return true;
      case 2:
        add_rule(choices_.place(), choices_.place(), choices_.place(), choices_.place());
        return true;
      case 3:
        page_.images.push_back({{0, 0, choices_.place(), choices_.place()}});
        return true;
      default:
        add_run(choices_.byte() % 32 + 1);
        return true;
    }
  }

  void add_rule(float x0, float y0, float x1, float y1) {
    PagePath path;
    path.points = {{x0, y0}, {x1, y1}};
    path.subpaths.push_back({0, 2});
    rules_.add_stroke(path, static_cast<float>(choices_.byte() % 4), {0, 0, page_.width, page_.height});
  }

  /// Equal steps of level or upright lines: what tables are made of.
  void add_lines(unsigned count) {
    const float x = choices_.place(), y = choices_.place(), length = choices_.place();
    const float step = static_cast<float>(choices_.byte());
    const bool level = choices_.byte() % 2 == 0;
    for (unsigned i = 0; i < count; ++i) {
      const float by = step * static_cast<float>(i);
      if (level)
        add_rule(x, y + by, x + length, y + by);
      else
        add_rule(x + by, y, x + by, y + length);
    }
  }

  void add_run(unsigned count) {
    ShownGlyph shown;
    shown.size = choices_.byte() % 16 == 15 ? choices_.place() : static_cast<float>(choices_.byte() % 24 + 4);
    shown.origin = {choices_.place(), choices_.place()};
    shown.invisible = choices_.byte() % 16 == 15;
    const unsigned turn = choices_.byte() % 16;
    shown.angle = turn < 12 ? 0 : turn == 15 ? 37.0F : static_cast<float>(turn - 13) * 90;
    shown.advance = turn == 14 ? Vector{0, -shown.size} : Vector{shown.size, 0};
    shown.ascent = {0, -0.88 * shown.size};
    shown.descent = {0, 0.12 * shown.size};
    for (unsigned i = 0; i < count && !choices_.done(); ++i) {
      const std::uint32_t ch = kWords[choices_.byte() % kWords.size()];
      glyphs_.add(shown, {}, &ch, 1);
      shown.origin.x += shown.advance.x;
      shown.origin.y += shown.advance.y;
    }
  }

  Choices& choices_;
  Page page_;
  GlyphCollector glyphs_;
  RuleCollector rules_;
};

}  // namespace
}  // namespace ziping::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ziping;
  fuzz::Choices choices(data, size);
  SourceDocument source;
  source.text_source = choices.byte() % 4 == 3 ? TextSource::ocr_layer : TextSource::pdf;
  for (int number = 1; number <= 6 && !choices.done(); ++number)
    source.pages.push_back(fuzz::PageMaker(choices).make(number));
  DocumentResult result;
  result.placed = lay_out(source);
  fuzz::check(result.placed);
  understand(result, fuzz::house_patterns());
  fuzz::check(result);
  return 0;
}
