#include "form/flat_glued.h"

#include "base/utf8.h"
#include "form/flat_header.h"
#include "form/flat_split.h"

#include <algorithm>

namespace ziping {
namespace {

using R = ColumnRole;

constexpr std::size_t kLongestRow = 240;
constexpr std::size_t kLongestKey = 60;
/// Lines that cannot be cut behind a header, until it is forgotten.
constexpr int kMostMisses = 60;

/// Two words of header cells, and no sentence.
bool may_be_header(std::string_view text) {
  int found = 0;
  for (std::string_view word : {"级指标", "指标值", "完成值", "实际值", "预算数", "执行数", "执行率", "得分",
                                "分值", "权重", "完成情况", "目标"})
    found += text.find(word) != text.npos;
  return found >= 2 && text.find("。") == text.npos;
}

bool is_figure_start(std::string_view text, std::size_t at) {
  char32_t ch = char_at(text, at);
  return is_digit(ch) || std::u32string_view(U"≥≤><=＝").find(ch) != std::u32string_view::npos;
}

/// Cuts words where cells are glued.
class GlueCutter {
 public:
  GlueCutter(const std::vector<FlatWord>& words, const FormWords& forms)
      : words_(words), forms_(forms), headers_(words, forms) {}

  std::vector<FlatWord> run() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const FlatWord& word = words_[at];
      bool alone = word.opens_line && (at + 1 == words_.size() || words_[at + 1].opens_line);
      Split split;
      if (alone && word.text.size() <= kLongestRow) {
        split = header_split(word.text);
        if (split.empty() && !roles_.empty()) {
          split = row_split(word.text);
          if (split.empty() && ++misses_ > kMostMisses) roles_.clear();
        }
        if (split.empty()) split = field_split(word.text);
      }
      put(word, split);
    }
    return std::move(out_);
  }

 private:
  void put(const FlatWord& word, const Split& split) {
    std::size_t begin = 0;
    if (split.empty()) out_.push_back(word);
    for (std::size_t end : split) {
      FlatWord part = word;
      part.span = {word.span.begin + begin, word.span.begin + end};
      part.text = word.text.substr(begin, end - begin);
      part.opens_line = word.opens_line && begin == 0;
      if (!part.text.empty()) out_.push_back(part);
      begin = end;
    }
  }

  /// Ends of the header cells of a word, behind a label that may stand before them. Sets the roles of the
  /// rows to come.
  Split header_split(std::string_view text) {
    if (!may_be_header(text)) return {};
    Reading best;
    for (std::size_t begin = 0; begin < text.size() && begin <= kLongestKey; next_char(text, begin)) {
      if (char_at(text, begin) == U'（') continue;
      Reading reading = read_cells(text, begin);
      if (reading.score < 0 || reading.cells.front().role == R::source) continue;
      bool side = is_side(text.substr(0, begin));
      reading.score += side ? 1 : 0;
      if (reading.score <= best.score) continue;
      best = std::move(reading);
      if (begin > 0) best.ends.insert(best.ends.begin(), begin);
    }
    auto kind = headers_.kind_of(best.cells);
    bool goals = kind == FlatKind::goals && best.ends.size() == 3;
    if (!kind || (best.cells.size() < 3 && !goals)) return {};
    roles_.clear();
    for (const HeaderCell& cell : best.cells) roles_.push_back(cell.role);
    misses_ = 0;
    funds_ = kind == FlatKind::funds;
    return best.ends;
  }

  /// A label that may stand before the first header cell: 项目资金（万元）, 绩效指标.
  bool is_side(std::string_view text) const {
    return text.ends_with("）") || text.ends_with("资金") || text.ends_with("绩效指标") ||
           forms_.goals.find(form_key(text)) != nullptr;
  }

  /// A way to read the beginning of a text as header cells.
  struct Reading {
    int score = -1;
    std::vector<HeaderCell> cells;
    Split ends;
  };

  /// Reads the rest of a text as header cells: as many as can be told, few of them short.
  Reading read_cells(std::string_view text, std::size_t begin) {
    std::vector<Reading> best(text.size() + 1);
    best[begin].score = 0;
    for (std::size_t at = begin; at < text.size(); next_char(text, at)) {
      if (best[at].score < 0) continue;
      for (std::size_t end = at; end < text.size() && end - at < kLongestKey;) {
        next_char(text, end);
        std::string_view part = text.substr(at, end - at);
        char32_t next = char_at(text, end);
        if (next == U'（' || next == U'(' || inside_bracket(part)) continue;
        R role = headers_.role_of(std::string(part));
        const auto& cells = best[at].cells;
        bool twice = std::any_of(cells.begin(), cells.end(),
                                 [&](const HeaderCell& cell) { return cell.role == role; });
        if (role == R::none || twice) continue;
        bool whole = part.size() > 6 || role == R::weight || role == R::score || role == R::remark;
        int score = best[at].score + (whole ? 4 : 1);
        if (score <= best[end].score) continue;
        best[end] = {score, cells, best[at].ends};
        best[end].cells.push_back({role, {}});
        best[end].ends.push_back(end);
      }
    }
    return std::move(best[text.size()]);
  }

  static bool inside_bracket(std::string_view text) {
    return text.rfind("（") != text.npos &&
           (text.rfind("）") == text.npos || text.rfind("）") < text.rfind("（"));
  }

  /// 年度资金总额：186.4182.651097.99%9.8, 质量指标设备验收合格率8=100%100%8.
  Split row_split(std::string_view text) {
    std::size_t begin = 0;
    Split split;
    if (!funds_) {
      while (std::size_t length = level_at(text.substr(begin))) split.push_back(begin += length);
    }
    std::size_t figures = begin;
    while (figures < text.size() && !is_figure_start(text, figures)) next_char(text, figures);
    if (figures == begin || figures == text.size()) return {};
    split.push_back(figures);
    if (forms_.totals.find(form_key(text.substr(0, figures)))) return total_split(text, figures);
    std::size_t end = text.size();
    Split parts = funds_ ? fund_parts(text.substr(figures)) : value_parts(text.substr(figures), end);
    for (std::size_t part : parts) split.push_back(figures + part);
    if (!parts.empty() && split.back() < text.size()) split.push_back(text.size());
    return parts.empty() ? Split() : split;
  }

  /// 总分10098.5: a form's weights add up to 100.
  static Split total_split(std::string_view text, std::size_t figures) {
    std::string_view score = text.substr(figures);
    bool both = score.size() > 3 && score.starts_with("100") && score[3] >= '1' && score[3] <= '9';
    return both ? Split{figures, figures + 3, text.size()} : Split{figures, text.size()};
  }

  /// Length of the longest word of the levels that a text begins with, unless nothing follows it.
  std::size_t level_at(std::string_view text) const {
    std::size_t longest = 0;
    for (std::size_t end = 0; end < text.size() && end < 36;) {
      next_char(text, end);
      std::string key(text.substr(0, end));
      if (end < text.size() && key.ends_with("指标") && forms_.levels.find(key)) longest = end;
      if (end < text.size() && key.ends_with("满意度") && forms_.levels.find(key) &&
          !is_figure_start(text, end))
        longest = end;
    }
    return longest;
  }

  std::vector<R> roles_of(std::initializer_list<R> wanted) const {
    std::vector<R> roles;
    for (R role : roles_)
      if (std::find(wanted.begin(), wanted.end(), role) != wanted.end()) roles.push_back(role);
    return roles;
  }

  /// Rows of parts have no weight and no score.
  Split fund_parts(std::string_view text) const {
    Split whole =
        split_figures(text, roles_of({R::initial, R::adjusted, R::executed, R::weight, R::rate, R::score}));
    Split part = split_figures(text, roles_of({R::initial, R::adjusted, R::executed, R::rate}));
    if (!whole.empty() && !part.empty()) return {};
    return whole.empty() ? part : whole;
  }

  /// Figures of an indicator; what stands behind the score is its reason.
  Split value_parts(std::string_view text, std::size_t& end) const {
    auto roles = roles_of({R::weight, R::target, R::actual, R::score});
    Split found;
    for (end = text.size(); end > 0;) {
      if (is_digit(static_cast<unsigned char>(text[end - 1]))) {
        found = split_figures(text.substr(0, end), roles);
        if (!found.empty() || end < text.size()) return found;
      }
      --end;
      while (end > 0 && !is_digit(static_cast<unsigned char>(text[end - 1]))) --end;
    }
    return found;
  }

  /// 主管部门柳溪县水利局实施单位柳溪县水文站.
  Split field_split(std::string_view text) const {
    std::size_t label = field_at(text);
    if (label == 0 || label == text.size()) return {};
    Split split{label};
    for (std::size_t at = label; at < text.size(); next_char(text, at)) {
      std::size_t inner = at > label + 6 ? field_at(text.substr(at)) : 0;
      if (inner == 0 || at + inner == text.size()) continue;
      split.push_back(at);
      split.push_back(at + inner);
      break;
    }
    split.push_back(text.size());
    return split;
  }

  /// Length of a label of the head of a form at the start of a text: four characters and more.
  std::size_t field_at(std::string_view text) const {
    std::size_t longest = 0;
    for (std::size_t end = 0; end < text.size() && end < kLongestKey;) {
      next_char(text, end);
      if (end < 12) continue;
      std::string_view label = text.substr(0, end);
      bool usual = label.ends_with("名称") || label.ends_with("主管部门") || label.ends_with("及代码") ||
                   label.ends_with("单位");
      if (usual && forms_.fields.find(form_key(label))) longest = end;
    }
    return roles_.empty() || longest > 0 ? longest : 0;
  }

  const std::vector<FlatWord>& words_;
  const FormWords& forms_;
  HeaderReader headers_;
  std::vector<R> roles_;  ///< of the header above
  bool funds_ = false;
  int misses_ = 0;  ///< lines that could not be cut since
  std::vector<FlatWord> out_;
};

}  // namespace

std::vector<FlatWord> cut_glued(const std::vector<FlatWord>& words, const FormWords& forms) {
  return GlueCutter(words, forms).run();
}

}  // namespace ziping
