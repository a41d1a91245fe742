#include "layout/line_writer.h"

#include <algorithm>
#include <vector>

namespace ziping {
namespace {

constexpr float kWordGap = 0.2F;
constexpr float kFieldGap = 2;
constexpr float kOcrFieldGap = 3;

bool is_blank(char32_t ch) {
  return ch <= U' ' || ch == 0xA0 || ch == 0x3000 || ch == 0x200B;
}

bool is_word(char32_t ch) {
  return (ch >= U'0' && ch <= U'9') || (ch >= U'A' && ch <= U'Z') || (ch >= U'a' && ch <= U'z') ||
         (ch >= 0xFF10 && ch <= 0xFF5A) || ch == U'%' || ch == U'.';
}

class LineWriter {
 public:
  LineWriter(const PrintedLine& line, const Frame& frame, const Page& page, bool ocr, PlacedText& placed)
      : line_(line), frame_(frame), page_(page), placed_(placed), ocr_(ocr), usual_(usual_gap()) {}

  int run() {
    for_each([&](const Mark& mark) { take(mark); });
    return fields_;
  }

 private:
  template <class Use>
  void for_each(Use use) const {
    for (const Chunk& chunk : line_.chunks)
      for (std::uint32_t at = chunk.begin; at < chunk.end; ++at) use(frame_.marks[at]);
  }

  /// Middle gap between neighbours: more than nothing where a line is spread out over its width.
  float usual_gap() const {
    if (ocr_) return 0;
    std::vector<float> gaps;
    const Mark* before = nullptr;
    for_each([&](const Mark& mark) {
      if (before && mark.x0 > line_.x0) gaps.push_back(mark.x0 - before->x1);
      before = &mark;
    });
    if (gaps.size() < 3) return 0;
    auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return std::max(0.0F, *middle);
  }

  void take(const Mark& mark) {
    bool blank = is_blank(mark.ch);
    if (!blank && last_) part(mark);
    placed_.chars.push_back(mark.ch);
    placed_.boxes.push_back(page_.glyphs[mark.glyph].box);
    blanks_ = blank && last_ ? blanks_ + 1 : 0;
    if (!blank) last_ = &mark;
  }

  /// Writes a space for the gap before `mark` where the page has none.
  void part(const Mark& mark) {
    float gap = mark.x0 - last_->x1, em = line_.size;
    float field = std::max((ocr_ ? kOcrFieldGap : kFieldGap) * em, 2 * usual_);
    bool words = !ocr_ && blanks_ == 0 && is_word(last_->ch) && is_word(mark.ch);
    if (gap < field && !(words && gap > kWordGap * em + usual_)) return;
    fields_ += gap >= field;
    placed_.chars.push_back(U' ');
    placed_.boxes.push_back(gap_box(page_.glyphs[last_->glyph].box, page_.glyphs[mark.glyph].box, em));
  }

  /// The gap between two boxes, as high as the line: its shape says how wide it is.
  static Box gap_box(const Box& a, const Box& b, float em) {
    if (a.x1 <= b.x0) return {a.x1, b.center_y() - em / 2, b.x0, b.center_y() + em / 2};
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
  }

  const PrintedLine& line_;
  const Frame& frame_;
  const Page& page_;
  PlacedText& placed_;
  bool ocr_;
  float usual_;
  const Mark* last_ = nullptr;  ///< last character that is no space
  int blanks_ = 0;              ///< spaces since then
  int fields_ = 1;
};

}  // namespace

int write_line(const PrintedLine& line, const Frame& frame, const Page& page, bool ocr, PlacedText& placed) {
  return LineWriter(line, frame, page, ocr, placed).run();
}

}  // namespace ziping
