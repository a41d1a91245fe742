#include "form/flat_grid.h"

#include "form/flat_blocks.h"
#include "form/flat_columns.h"
#include "form/flat_stack.h"
#include "form/flat_zone.h"

#include <algorithm>

namespace ziping {
namespace {

/// Characters between the cells of a header that is kept by position.
constexpr float kWideGap = 2.5F;
/// Lines of a block; longer ones are no form.
constexpr int kMostLines = 600;
/// Characters that a paragraph may begin left of its text.
constexpr float kTextIndent = 6;

bool is_wide(const FlatZone& zone) {
  int gaps = 0;
  for (std::size_t cell = 0; cell + 1 < zone.left.size(); ++cell)
    gaps += zone.left[cell + 1] - zone.right[cell] >= kWideGap;
  return gaps >= 2;
}

/// A block's lines under one header, or on one page.
struct Segment {
  std::vector<FlatLine> lines;
  ColumnPlaces places;  ///< of the header's cells; empty where it stands on a page before
};

class GridReader {
 public:
  GridReader(const std::vector<FlatWord>& words, const FormWords& forms)
      : words_(words),
        forms_(forms),
        lines_(flat_lines(words)),
        headers_(words, forms),
        finder_(words, forms),
        fit_(forms) {}

  std::vector<FlatBlock> read() {
    bool form = false;
    int count = static_cast<int>(lines_.size());
    for (int line = 0; line < count;) {
      if (auto zone = zone_at(words_, lines_, line, headers_)) {
        blocks_.push_back(take_block(std::move(*zone)));
        form = true;
        line = next_;
      } else if (take_bare_funds(line)) {
        line = next_;
      } else if (finder_.take_fields(lines_at(line).words.begin, blocks_)) {
        while (line < count && lines_at(line).words.begin < finder_.next()) ++line;
      } else {
        ++line;
      }
    }
    if (!form) blocks_.clear();
    finder_.part_forms(blocks_);
    return std::move(blocks_);
  }

 private:
  const FlatLine& lines_at(int line) const { return lines_[static_cast<std::size_t>(line)]; }
  const FlatWord& word(int at) const { return words_[static_cast<std::size_t>(at)]; }
  FlatType type(int at) const { return flat_type(word(at).text, forms_); }

  bool is_total(int line) const {
    WordRange range = lines_at(line).words;
    bool total = range.size() > 1 && forms_.totals.find(form_key(word(range.begin).text));
    return total && type(range.begin + 1) == FlatType::number;
  }

  static Segment segment_of(const FlatZone& zone) {
    Segment segment;
    for (std::size_t cell = 0; cell < zone.left.size(); ++cell)
      segment.places.middle.push_back((zone.left[cell] + zone.right[cell]) / 2);
    segment.places.left = zone.left;
    segment.places.right = zone.right;
    return segment;
  }

  FlatBlock take_block(FlatZone zone) {
    FlatBlock block;
    std::vector<Segment> segments{segment_of(zone)};
    int page = zone.page;
    block.header = std::move(zone.header);
    int end = std::min(static_cast<int>(lines_.size()), zone.end_line + kMostLines);
    for (next_ = zone.end_line; next_ < end; ++next_) {
      const FlatLine& line = lines_at(next_);
      if (finder_.ends_block(line.words.begin, block.header.kind)) break;
      if (block.header.kind == FlatKind::indicators && is_total(next_)) {
        block.total = line.words;
        ++next_;
        break;
      }
      auto again = zone_at(words_, lines_, next_, headers_);
      if (again) {
        auto& lines = segments.back().lines;
        while (!lines.empty() && lines.back().words.begin >= again->header.words.begin) lines.pop_back();
        if (!finder_.repeats(again->header, block.header)) {
          if (again->header.kind != block.header.kind) break;
        } else {
          next_ = again->end_line - 1;
          segments.push_back(segment_of(*again));
          page = again->page;
          continue;
        }
      }
      if (line.page != page) segments.emplace_back();
      page = line.page;
      segments.back().lines.push_back(line);
    }
    fill(block, segments);
    return block;
  }

  void fill(FlatBlock& block, std::vector<Segment>& segments) {
    if (block.header.kind == FlatKind::goals) return fill_goals(block, segments.front());
    block.name_columns();
    bool labels = block.roles.size() > block.header.cells.size();
    FlatColumns columns{block.roles, {}, {}};
    for (Segment& segment : segments) {
      ColumnPlaces places = places_of(block, segment, labels);
      std::vector<int> found = columns_of(words_, segment.lines, block.roles, places, fit_);
      std::size_t at = 0;
      for (const FlatLine& line : segment.lines) {
        auto begin = found.begin() + static_cast<std::ptrdiff_t>(at);
        at += static_cast<std::size_t>(line.words.size());
        std::vector<int> own(begin, found.begin() + static_cast<std::ptrdiff_t>(at));
        for (std::size_t word_at = 0; word_at < own.size(); ++word_at)
          if (is_beside(word(line.words.begin + static_cast<int>(word_at)), block, segment) ||
              is_formula_piece(word(line.words.begin + static_cast<int>(word_at)).text))
            own[word_at] = -1;
        columns.lines.push_back(line);
        columns.columns.push_back(std::move(own));
      }
    }
    if (block.header.kind == FlatKind::funds) take_side(block, columns);
    block.rows = stack_rows(words_, columns, fit_);
    drop_side(block);
  }

  /// Middles of the columns; behind them that of the words left of the first, which belong to none.
  ColumnPlaces places_of(const FlatBlock& block, const Segment& segment, bool labels) {
    ColumnPlaces places;
    if (segment.places.middle.empty()) {
      places = guess_places(words_, segment.lines, block.roles, fit_);
    } else {
      places = segment.places;
      if (labels) places.middle.insert(places.middle.begin(), label_middle(segment));
    }
    return places;
  }

  /// Words left of the levels belong to a label over the whole block.
  static bool is_beside(const FlatWord& word, const FlatBlock& block, const Segment& segment) {
    bool levels = block.roles.front() == ColumnRole::level1 || block.roles.front() == ColumnRole::level2;
    bool headed = levels && !segment.places.left.empty();
    return headed && word.right <= segment.places.left.front();
  }

  float label_middle(const Segment& segment) const {
    std::vector<float> middles;
    for (const FlatLine& line : segment.lines)
      for (int at = line.words.begin; at + 1 < line.words.end; ++at)
        if (type(at) == FlatType::text && type(at + 1) == FlatType::number) {
          middles.push_back(word(at).middle());
          break;
        }
    if (middles.empty()) return segment.places.left.front() / 2;
    std::sort(middles.begin(), middles.end());
    return middles[middles.size() / 2];
  }

  /// Of the words left of the amounts only the last on a line is a row's label.
  void take_side(FlatBlock& block, FlatColumns& columns) const {
    float left = -1;
    for (std::size_t line = 0; line < columns.lines.size(); ++line) {
      auto& own = columns.columns[line];
      bool rich = own.size() > 1 && own.back() > 0;
      if (!rich) continue;
      for (std::size_t at = own.size(); at-- > 0;) {
        if (own[at] != 0) continue;
        const FlatWord& label = word(columns.lines[line].words.begin + static_cast<int>(at));
        if (left < 0 || label.left < left) left = label.left;
        break;
      }
    }
    for (std::size_t line = 0; line < columns.lines.size(); ++line) {
      auto& own = columns.columns[line];
      for (std::size_t at = 0; at < own.size(); ++at) {
        int index = columns.lines[line].words.begin + static_cast<int>(at);
        bool label = at + 1 == own.size() || own[at + 1] != 0;
        bool beside = word(index).right <= left + 0.5F || !label;
        if (own[at] != 0 || !beside) continue;
        own[at] = -1;
        block.header.side.push_back(index);
      }
    }
    std::sort(block.header.side.begin(), block.header.side.end());
  }

  /// A merged label over the levels is no column of its own.
  void drop_side(FlatBlock& block) const {
    if (block.header.kind != FlatKind::indicators || !block.header.has(ColumnRole::level3)) return;
    for (std::size_t cell = 0; cell < block.header.cells.size(); ++cell) {
      if (block.header.cells[cell].role != ColumnRole::indicator) continue;
      auto at = static_cast<std::ptrdiff_t>(cell);
      block.header.cells.erase(block.header.cells.begin() + at);
      block.roles.erase(block.roles.begin() + at);
      for (FlatRow& row : block.rows) row.cells.erase(row.cells.begin() + at);
      return;
    }
  }

  /// The two texts lie beside each other: of a line with both the left one is the goal, a line with one
  /// goes to the text that begins where it does.
  void fill_goals(FlatBlock& block, const Segment& segment) {
    std::vector<float> lefts;
    for (const FlatLine& line : segment.lines) {
      int first = first_text(line);
      if (line.words.end - first > 1) lefts.push_back(word(first + 1).left);
    }
    std::sort(lefts.begin(), lefts.end());
    float right_text = lefts.empty() ? segment.places.left.back() : lefts[lefts.size() / 2];
    for (const FlatLine& line : segment.lines) {
      int first = first_text(line);
      for (int at = line.words.begin; at < first; ++at) block.header.side.push_back(at);
      bool both = line.words.end - first > 1;
      for (int at = first; at < line.words.end; ++at) {
        bool left = both ? at == first : word(at).left < right_text - kTextIndent;
        (left ? block.goals.target : block.goals.actual).push_back(at);
      }
    }
  }

  int first_text(const FlatLine& line) const {
    bool side = is_goal_label(line.words.begin) && line.words.size() > 1;
    return line.words.begin + (side ? 1 : 0);
  }

  bool is_goal_label(int at) const {
    std::string key = form_key(word(at).text);
    return forms_.goals.find(key) != nullptr || key == "年度总体目" || key == "标" || key.size() <= 3;
  }

  /// Funds without a header row: 年度资金总额： 285.57.
  bool take_bare_funds(int line) {
    FlatBlock block;
    block.header.kind = FlatKind::funds;
    block.header.cells = {{ColumnRole::source, {}}, {ColumnRole::initial, {}}};
    block.name_columns();
    std::vector<int> loose;  // words of lines between the rows
    int end = line;
    for (int at = line; at < static_cast<int>(lines_.size()) && at - end <= 1; ++at) {
      WordRange range = lines_at(at).words;
      bool amount = range.size() > 1 && type(range.end - 1) == FlatType::number;
      const std::string* source =
          amount ? forms_.fund_rows.find(form_key(word(range.end - 2).text)) : nullptr;
      if (at == line && (!source || *source != "total")) return false;
      if (amount && !source) break;
      if (!amount) {
        for (int index = range.begin; index < range.end; ++index) loose.push_back(index);
        continue;
      }
      block.header.side.insert(block.header.side.end(), loose.begin(), loose.end());
      loose.clear();
      FlatRow row;
      row.cells = {{range.end - 2}, {range.end - 1}};
      block.rows.push_back(std::move(row));
      for (int index = range.begin; index < range.end - 2; ++index) block.header.side.push_back(index);
      end = at + 1;
    }
    if (block.rows.size() < 2) return false;
    block.header.words = {lines_at(line).words.begin, lines_at(line).words.begin};
    next_ = end;
    blocks_.push_back(std::move(block));
    return true;
  }

  const std::vector<FlatWord>& words_;
  const FormWords& forms_;
  std::vector<FlatLine> lines_;
  HeaderReader headers_;
  BlockFinder finder_;
  FlatFit fit_;
  std::vector<FlatBlock> blocks_;
  int next_ = 0;  ///< line after what was taken last
};

}  // namespace

bool keeps_columns(const std::vector<FlatWord>& words, const FormWords& forms) {
  std::vector<FlatLine> lines = flat_lines(words);
  HeaderReader headers(words, forms);
  for (int line = 0; line < static_cast<int>(lines.size()); ++line)
    if (auto zone = zone_at(words, lines, line, headers); zone && is_wide(*zone)) return true;
  return false;
}

std::vector<FlatBlock> grid_blocks(const std::vector<FlatWord>& words, const FormWords& forms) {
  return GridReader(words, forms).read();
}

}  // namespace ziping
