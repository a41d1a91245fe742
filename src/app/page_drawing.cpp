#include "app/page_drawing.h"

#include "app/table_view.h"
#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <vector>

namespace ziping {
namespace {

constexpr float kLegendHeight = 64;  ///< points below the page
constexpr float kLegendLine = 13;    ///< for each table
constexpr const char* kSmallText = "font-size=\"9\" font-family=\"sans-serif\"";
constexpr const char* kColours[] = {"#0969da", "#8250df", "#bf3989", "#1a7f37", "#9a6700", "#cf222e"};

/// Text for XML; characters that XML cannot hold become U+FFFD.
std::string escaped(std::u32string_view text) {
  std::string out;
  for (char32_t ch : text) {
    bool allowed = ch >= U' ' && ch != 0xFFFE && ch != 0xFFFF && !(ch >= 0xD800 && ch <= 0xDFFF);
    switch (ch) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      default:
        append_utf8(out, allowed ? ch : U'\uFFFD');
    }
  }
  return out;
}

class PageDrawing {
 public:
  PageDrawing(const Page& page, const PlacedText& placed) : page_(page), placed_(placed) {}

  std::string str() {
    float height = page_.height + kLegendHeight + kLegendLine * static_cast<float>(parts_on_page());
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.1f}\" height=\"{1:.1f}\" "
        "viewBox=\"0 0 {0:.1f} {1:.1f}\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        page_.width, height);
    draw_images();
    draw_rules();
    draw_glyphs();
    draw_furniture();
    for (std::size_t at = 0; at < placed_.tables.size(); ++at) draw_table(at);
    draw_legend();
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  void rect(const Box& box, const std::string& style) {
    out_ += fmt::format("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" {}", box.x0,
                        box.y0, box.width(), box.height(), style);
  }

  void words(float x, float y, const std::string& style, const std::string& text) {
    out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" {}>{}</text>\n", x, y, style, text);
  }

  void draw_images() {
    for (const Image& image : page_.images) rect(image.box, "fill=\"#f0f0f0\"/>\n");
  }

  void draw_rules() {
    out_ += "<g stroke=\"#aaa\">\n";
    for (const Rule& rule : page_.rules)
      out_ += fmt::format("<path d=\"M{:.1f} {:.1f}L{:.1f} {:.1f}\" stroke-width=\"{:.2f}\"/>\n", rule.x0,
                          rule.y0, rule.x1, rule.y1, std::max(rule.thickness, 0.3F));
    out_ += "</g>\n";
  }

  void draw_glyphs() {
    out_ += "<g font-family=\"Noto Serif CJK SC, SimSun, serif\" fill=\"#222\">\n";
    for (const Glyph& glyph : page_.glyphs) {
      if (glyph.ch <= U' ' || glyph.ch == 0x3000 || glyph.ch == 0xA0) continue;
      std::string turn;
      if (glyph.angle != 0)
        turn = fmt::format(" transform=\"rotate({:.1f} {:.1f} {:.1f})\"", -glyph.angle, glyph.baseline_x,
                           glyph.baseline_y);
      words(glyph.baseline_x, glyph.baseline_y, fmt::format("font-size=\"{:.1f}\"{}", glyph.size, turn),
            escaped(std::u32string_view(&glyph.ch, 1)));
    }
    out_ += "</g>\n";
  }

  /// Running heads, page numbers and repeated headers are struck out.
  void draw_furniture() {
    for (const Line& line : placed_.lines) {
      if (line.page != page_.number || line.role != LineRole::furniture || line.begin == line.end) continue;
      Box box = placed_.boxes[line.begin];
      for (std::uint32_t at = line.begin; at < line.end; ++at) {
        const Box& other = placed_.boxes[at];
        box = {std::min(box.x0, other.x0), std::min(box.y0, other.y0), std::max(box.x1, other.x1),
               std::max(box.y1, other.y1)};
      }
      rect(box, "fill=\"#cf222e\" fill-opacity=\"0.12\"/>\n");
    }
  }

  void draw_table(std::size_t number) {
    const PlacedTable& table = placed_.tables[number];
    const char* colour = kColours[number % std::size(kColours)];
    for (const TablePart& part : table.parts)
      if (part.page == page_.number) draw_tag(number, part.box, colour);
    for (const PlacedCell& cell : table.cells)
      for (const CellPlace& place : cell.places)
        if (place.page == page_.number) draw_cell(cell, place.box, colour);
  }

  std::size_t parts_on_page() const {
    std::size_t count = 0;
    for (const PlacedTable& table : placed_.tables)
      for (const TablePart& part : table.parts) count += part.page == page_.number;
    return count;
  }

  /// A tag with the table's number at the corner of its part.
  void draw_tag(std::size_t number, const Box& box, const char* colour) {
    rect({box.x0 - 14, box.y0, box.x0 - 1, box.y0 + 11}, fmt::format("fill=\"{}\"/>\n", colour));
    words(box.x0 - 11, box.y0 + 9, fmt::format("{} fill=\"#fff\"", kSmallText), std::to_string(number + 1));
  }

  void draw_table_line(std::size_t number, std::size_t part, float y) {
    const PlacedTable& table = placed_.tables[number];
    std::string text = fmt::format("table {}: {} rows x {} columns, confidence {} %", number + 1, table.rows,
                                   table.columns, table.confidence);
    if (table.parts.size() > 1)
      text +=
          fmt::format("; part {} of {}: {}", part + 1, table.parts.size(), words_for(table.parts[part].join));
    words(20, y, fmt::format("{} fill=\"{}\"", kSmallText, kColours[number % std::size(kColours)]), text);
  }

  void draw_cell(const PlacedCell& cell, const Box& box, const char* colour) {
    bool merged = cell.row_span * cell.column_span > 1, cut = cell.places.size() > 1;
    Box inside{box.x0 + 0.8F, box.y0 + 0.8F, box.x1 - 0.8F, box.y1 - 0.8F};
    rect(inside,
         fmt::format("stroke=\"{0}\" stroke-width=\"1\" fill=\"{1}\" fill-opacity=\"{2}\"{3}><title>row {4}, "
                     "column {5}, {6} x {7}: {8}</title></rect>\n",
                     colour, cut ? "#d4a72c" : colour,
                     cut      ? 0.25
                     : merged ? 0.10
                              : 0.0,
                     cut ? " stroke-dasharray=\"4 2\"" : "", cell.row + 1, cell.column + 1, cell.row_span,
                     cell.column_span, text_of(cell)));
  }

  std::string text_of(const PlacedCell& cell) const {
    std::string out;
    for (std::uint32_t at = cell.first_line; at < cell.end_line; ++at) {
      const Line& line = placed_.lines[at];
      out += escaped(std::u32string_view(placed_.chars).substr(line.begin, line.end - line.begin));
    }
    return out;
  }

  void draw_legend() {
    float y = page_.height + 14;
    auto sample = [&](float x, const char* style, const char* text) {
      rect({x, y, x + 18, y + 10}, style);
      words(x + 24, y + 9, fmt::format("{} fill=\"#222\"", kSmallText), text);
    };
    sample(20, "stroke=\"#0969da\" fill=\"none\"/>\n", "cell");
    sample(90, "stroke=\"#0969da\" fill=\"#0969da\" fill-opacity=\"0.10\"/>\n", "merged cell");
    sample(190, "stroke=\"#0969da\" fill=\"#d4a72c\" fill-opacity=\"0.25\" stroke-dasharray=\"4 2\"/>\n",
           "cell cut by a page break");
    y += 20;
    sample(20, "fill=\"#aaa\"/>\n", "rule");
    sample(90, "fill=\"#f0f0f0\"/>\n", "image");
    sample(190, "fill=\"#cf222e\" fill-opacity=\"0.12\"/>\n",
           "set aside: running head, page number, repeated header");
    y += 26;
    words(20, y, fmt::format("{} fill=\"#222\"", kSmallText),
          fmt::format("page {}; each table has its colour; a cell names its place and text when pointed at",
                      page_.number));
    for (std::size_t number = 0; number < placed_.tables.size(); ++number)
      for (std::size_t part = 0; part < placed_.tables[number].parts.size(); ++part)
        if (placed_.tables[number].parts[part].page == page_.number)
          draw_table_line(number, part, y += kLegendLine);
  }

  const Page& page_;
  const PlacedText& placed_;
  std::string out_;
};

}  // namespace

std::string draw_page(const Page& page, const PlacedText& placed) {
  return PageDrawing(page, placed).str();
}

int write_drawings(const SourceDocument& source, const PlacedText& placed, const std::string& folder) {
  if (source.text_source == TextSource::text)
    throw InputError("no_pages", "a text file has no pages to draw");
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw OutputError(shown_path(folder) + ": " + error.message());
  for (const Page& page : source.pages) {
    OutputFile file((std::filesystem::path(folder) / fmt::format("page-{:04}.svg", page.number)).string());
    file.write(draw_page(page, placed));
    file.finish();
  }
  return static_cast<int>(source.pages.size());
}

}  // namespace ziping
