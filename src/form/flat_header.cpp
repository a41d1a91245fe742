#include "form/flat_header.h"

#include "base/utf8.h"
#include "form/flat_fit.h"

#include <algorithm>
#include <array>

namespace ziping {
namespace {

/// A header cell's text in half ems; longer words are prose.
constexpr int kLongestHeader = 60;
/// Lines that a header cell may be broken into: one character a line in a vertical cell.
constexpr int kLongestJoin = 8;
constexpr int kMostCells = 16;
/// Steps that the search for one header may take.
constexpr int kMostSteps = 4000;
constexpr int kCellScore = 4;

/// Ends of a header's words behind which nothing of it can follow.
constexpr std::array<std::string_view, 18> kEnds = {"指标", "措施", "原因", "说明", "分析", "情况",
                                                    "备注", "得分", "分值", "权重", "数",   "率",
                                                    "值",   "方法", "标准", "单位", "金额", "分数"};

bool is_bracketed(std::string_view text) {
  return text.starts_with("（") || text.starts_with("(");
}

bool is_whole(const std::string& key) {
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return key.ends_with(end); });
}

bool one_of(ColumnRole role, std::initializer_list<ColumnRole> roles) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// 年度指标值 over 指标性质, 指标值, 度量单位: a second row of the header has been read behind its first; its
/// cells take the place of the one above them.
void settle_lower_row(std::vector<HeaderCell>& cells) {
  using R = ColumnRole;
  auto nature =
      std::find_if(cells.begin(), cells.end(), [](const HeaderCell& c) { return c.role == R::nature; });
  auto upper = std::find_if(cells.begin(), nature, [](const HeaderCell& c) { return c.role == R::target; });
  bool behind = std::any_of(upper, nature, [](const HeaderCell& c) {
    return one_of(c.role, {R::actual, R::weight});
  });
  if (nature == cells.end() || upper == nature || !behind) return;
  std::vector<HeaderCell> lower(nature, cells.end());
  if (!std::all_of(lower.begin(), lower.end(), [](const HeaderCell& c) {
        return one_of(c.role, {R::nature, R::target, R::unit});
      }))
    return;
  cells.erase(nature, cells.end());
  auto place = cells.erase(upper);
  cells.insert(place, lower.begin(), lower.end());
}

}  // namespace

bool ends_header(const std::string& text) {
  return is_whole(form_key(text));
}

bool FlatHeader::has(ColumnRole role) const {
  return std::any_of(cells.begin(), cells.end(), [&](const HeaderCell& cell) { return cell.role == role; });
}

ColumnRole HeaderReader::role_of(const std::string& text) {
  bool banner = text.ends_with("分）") && text.find("情况") != std::string::npos;  // 预算执行情况（10分）
  if (text.size() > kLongestHeader * 2 || banner) return ColumnRole::none;
  auto [entry, fresh] = known_.try_emplace(text, ColumnRole::none);
  if (!fresh) return entry->second;
  std::string key = form_key(text);
  const std::string* word = nullptr;
  if (half_ems(key) <= kLongestHeader) word = forms_.columns.find(key);
  if (!word && forms_.goals.find(key)) word = forms_.goals.find(key);
  if (!word) return ColumnRole::none;
  auto role = column_role_named(*word);
  return entry->second = role.value_or(ColumnRole::none);
}

bool HeaderReader::may_join(int at) const {
  const FlatWord &before = words_[static_cast<std::size_t>(at - 1)],
                 &word = words_[static_cast<std::size_t>(at)];
  bool single = word.text.size() <= 3 && before.text.size() <= 3;
  return word.opens_line || single || is_bracketed(word.text);
}

void HeaderReader::extend(Parse& parse, Parse& best, int depth) {
  if (parse.score > best.score) best = parse;
  if (depth >= kMostCells || ++steps_ > kMostSteps) return;
  int count = static_cast<int>(words_.size());
  if (parse.end < count && is_bracketed(words_[static_cast<std::size_t>(parse.end)].text)) return;
  for (int end = parse.end + 1; end <= count && end - parse.end <= kLongestJoin; ++end) {
    if (end - parse.end > 1 && !may_join(end - 1)) break;
    std::string text = text_of({parse.end, end});
    if (half_ems(text) > kLongestHeader) break;
    ColumnRole role = role_of(text);
    if (role == ColumnRole::none) continue;
    auto has = [&](ColumnRole other) {
      return std::any_of(parse.cells.begin(), parse.cells.end(),
                         [&](const HeaderCell& cell) { return cell.role == other; });
    };
    bool twice = has(role);
    bool lower = role == ColumnRole::target && has(ColumnRole::nature);
    if (twice && !lower && !one_of(role, {ColumnRole::adjusted, ColumnRole::method, ColumnRole::coefficient}))
      continue;
    Parse next{parse.score + kCellScore - (end - parse.end - 1) - (twice ? 3 : 0), end, parse.cells};
    next.cells.push_back({role, {}});
    for (int word = parse.end; word < end; ++word) next.cells.back().words.push_back(word);
    extend(next, best, depth + 1);
  }
}

/// The rest of the last cell, which makes no difference to what it is: 偏差原因分析及改进措 | 施.
void HeaderReader::take_rest(FlatHeader& header) {
  HeaderCell& last = header.cells.back();
  while (header.words.end < static_cast<int>(words_.size())) {
    const FlatWord& next = words_[static_cast<std::size_t>(header.words.end)];
    std::string text = text_of({last.words.front(), header.words.end});
    std::string key = form_key(text);
    bool unit = is_bracketed(next.text) || text.ends_with("（万");
    bool goes_on = next.text.starts_with("及") || next.text.starts_with("和") || next.text.starts_with("与");
    bool level = forms_.levels.find(form_key(next.text)) != nullptr || next.text.starts_with("产出") ||
                 next.text.starts_with("绩效");
    bool fits = role_of(text + std::string(next.text)) == last.role;
    if (!may_join(header.words.end) || !fits || next.text.size() > 24) break;
    if (!unit && !goes_on && (is_whole(key) || level)) break;
    last.words.push_back(header.words.end++);
  }
}

std::optional<FlatKind> HeaderReader::kind_of(const std::vector<HeaderCell>& cells) const {
  auto count = [&](std::initializer_list<ColumnRole> roles) {
    return std::count_if(cells.begin(), cells.end(),
                         [&](const HeaderCell& cell) { return one_of(cell.role, roles); });
  };
  using R = ColumnRole;
  auto names = count({R::level3, R::indicator}), levels = count({R::level1, R::level2});
  auto values = count({R::target, R::adjusted_target, R::actual, R::goal_target, R::goal_actual});
  if (names + levels >= 1 && values >= 1 && cells.size() >= 3) return FlatKind::indicators;
  auto amounts = count({R::initial, R::adjusted, R::executed, R::rate, R::received});
  if (count({R::task_name}) == 1 && count({R::task_content}) + amounts >= 1) return FlatKind::tasks;
  bool sums = count({R::initial, R::adjusted, R::executed}) >= 2 || cells.size() >= 3;
  if (amounts >= 2 && sums && count({R::executed, R::rate}) >= 1) return FlatKind::funds;
  if (cells.size() == 2 && values == 2 && count({R::actual, R::goal_actual}) == 1) return FlatKind::goals;
  return std::nullopt;
}

std::optional<FlatHeader> HeaderReader::header_at(int at) {
  Parse start{0, at, {}}, best;
  steps_ = 0;
  extend(start, best, 0);
  // What a figure follows is the label of the first row.
  while (best.cells.size() > 2 && best.end < static_cast<int>(words_.size()) &&
         flat_type(words_[static_cast<std::size_t>(best.end)].text, forms_) == FlatType::number) {
    best.end = best.cells.back().words.front();
    best.cells.pop_back();
  }
  auto kind = kind_of(best.cells);
  if (!kind) return std::nullopt;
  FlatHeader header{*kind, {at, best.end}, std::move(best.cells), {}, best.score};
  take_rest(header);
  settle_lower_row(header.cells);
  return header;
}

}  // namespace ziping
