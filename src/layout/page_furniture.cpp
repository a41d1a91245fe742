#include "layout/page_furniture.h"

#include "base/utf8.h"
#include "layout/marks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

namespace ziping {
namespace {

constexpr float kNumberZone = 0.1F;  ///< of the page's height, top and bottom
constexpr float kHeadZone = 0.15F;   ///< a head may stand lower than a page number may stand higher
constexpr int kHeadShare = 40;  ///< percent of the pages from its first to its last that a head stands on
constexpr std::size_t kRepeats = 3;
constexpr std::size_t kLongestHead = 60;
constexpr float kTitleSize = 1.15F;  ///< of the body's size
constexpr float kSameHeight = 8;     ///< points

/// A line in the zone of heads and feet.
struct EdgeLine {
  std::size_t line = 0;
  std::u32string words;
  std::optional<PageNumber> number;  ///< where it stands near enough to the edge
};

class Edges {
 public:
  Edges(PlacedText& placed, const std::vector<LineShape>& shapes) : placed_(placed), shapes_(shapes) {
    for (std::size_t begin = 0; begin < placed.lines.size();) {
      std::size_t end = begin;
      while (end < placed.lines.size() && placed.lines[end].page == placed.lines[begin].page) ++end;
      collect(begin, end);
      begin = end;
    }
  }

  void set_aside() {
    set_aside_numbers();
    set_aside_repeated();
  }

 private:
  void collect(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      const LineShape& shape = shapes_[at];
      const Line& line = placed_.lines[at];
      float edge_share =
          std::min(shape.base, shape.page_height - shape.base) / std::max(shape.page_height, 1.0F);
      if (edge_share > kHeadZone || shape.cell >= 0 || line.end - line.begin > kLongestHead) continue;
      EdgeLine edge{at,
                    squeezed(std::u32string_view(placed_.chars).substr(line.begin, line.end - line.begin)),
                    std::nullopt};
      if (edge_share <= kNumberZone) edge.number = read_page_number(edge.words);
      edges_.push_back(std::move(edge));
    }
  }

  void drop(const EdgeLine& edge) { placed_.lines[edge.line].role = LineRole::furniture; }
  int offset(const EdgeLine& edge) const { return edge.number->number - placed_.lines[edge.line].page; }

  /// A bare number needs proof: it is its page's number, or keeps pace with the pages.
  void set_aside_numbers() {
    std::map<int, int> offsets;
    int numbered = 0;
    for (const EdgeLine& edge : edges_)
      if (edge.number) ++offsets[offset(edge)], ++numbered;
    for (const EdgeLine& edge : edges_) {
      if (!edge.number) continue;
      bool counts = offset(edge) == 0 || offsets[offset(edge)] >= 2;
      bool misread = placed_.ocr && numbered >= 2 && edge.words.size() <= 10;
      if (edge.number->decorated || counts || misread) drop(edge);
    }
  }

  /// Size of most of the document's lines.
  float body_size() const {
    std::vector<float> sizes;
    for (const LineShape& shape : shapes_) sizes.push_back(shape.size);
    auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
  }

  void set_aside_repeated() {
    if (edges_.size() < kRepeats) return;
    float title = kTitleSize * body_size();
    std::map<std::u32string, std::vector<const EdgeLine*>> places;
    for (const EdgeLine& edge : edges_) {
      if (shapes_[edge.line].size > title) continue;
      std::u32string masked = edge.words;
      std::replace_if(masked.begin(), masked.end(), is_digit, U'0');
      places[masked].push_back(&edge);
    }
    for (const auto& [words, lines] : places)
      if (is_running(lines))
        for (const EdgeLine* edge : lines) drop(*edge);
  }

  /// At one height, and on most pages from the first to the last: not the title of each small report.
  bool is_running(const std::vector<const EdgeLine*>& lines) const {
    auto level = [&](const EdgeLine* edge) {
      return std::fabs(shapes_[edge->line].base - shapes_[lines.front()->line].base) < kSameHeight;
    };
    auto count = std::count_if(lines.begin(), lines.end(), level);
    auto span = placed_.lines[lines.back()->line].page - placed_.lines[lines.front()->line].page + 1;
    return count >= static_cast<std::ptrdiff_t>(kRepeats) && count * 100 >= span * kHeadShare;
  }

  PlacedText& placed_;
  const std::vector<LineShape>& shapes_;
  std::vector<EdgeLine> edges_;
};

}  // namespace

void set_aside_page_furniture(PlacedText& placed, const std::vector<LineShape>& shapes) {
  Edges(placed, shapes).set_aside();
}

}  // namespace ziping
