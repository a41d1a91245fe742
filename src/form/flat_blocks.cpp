#include "form/flat_blocks.h"

#include "base/utf8.h"
#include "form/flat_fit.h"

#include <algorithm>

namespace ziping {
namespace {

/// Lines that a label may be broken into.
constexpr int kLabelWords = 6;
constexpr int kLongestLabel = 44;
/// Words of a block; longer ones are no form.
constexpr int kMostWords = 4000;

bool holds(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

}  // namespace

WordRange BlockFinder::label_at(int at, const Vocabulary& vocabulary) const {
  WordRange found{at, at};
  if (word(at).text.starts_with("（") || word(at).text.starts_with("(")) return found;
  for (int end = at + 1; end <= count() && end - at <= kLabelWords; ++end) {
    if (end - at > 1 && !word(end - 1).opens_line) break;
    std::string text = text_of({at, end});
    if (half_ems(text) > kLongestLabel) break;
    if (!vocabulary.find(form_key(text))) continue;
    // 主管部门 | 及代码: the longer label, but not a value that happens to make one.
    bool tail = end - at > 1 && half_ems(word(end - 1).text) > 8;
    if (found.empty() || !tail) found.end = end;
  }
  return found;
}

bool BlockFinder::is_title(int at) const {
  std::string_view text = word(at).text;
  bool form = text.ends_with("表") && holds(text, {"自评", "绩效", "目标", "申报"});
  bool last = at + 1 == count() || word(at + 1).opens_line;
  return word(at).opens_line && last && form && half_ems(text) >= 14;
}

bool BlockFinder::ends_block(int at, FlatKind kind) const {
  if (!word(at).opens_line) return false;
  if (is_title(at)) return true;
  std::string key = form_key(word(at).text);
  if (kind != FlatKind::indicators && kind != FlatKind::tasks) {
    if (holds(key, {"绩效指标", "一级指标"}) && half_ems(key) <= 16) return true;
  }
  const std::string* field = forms_.fields.find(key);
  if (field && *field == "project" && key.ends_with("名称")) return true;
  if (const std::string* note = forms_.notes.find(key); note && half_ems(key) > 2) {
    bool said = holds(word(at).text, {"：", ":"}) || half_ems(key) > 20;
    if (*note == "note" || !said) return true;
  }
  if (kind == FlatKind::goals || kind == FlatKind::indicators) return false;
  WordRange goal = label_at(at, forms_.goals);
  return !goal.empty();
}

bool BlockFinder::repeats(const FlatHeader& header, const FlatHeader& first) const {
  if (header.kind != first.kind || header.cells.size() < 3) return false;
  auto same = std::count_if(header.cells.begin(), header.cells.end(),
                            [&](const HeaderCell& cell) { return first.has(cell.role); });
  return static_cast<std::size_t>(same) * 10 >= header.cells.size() * 7;
}

/// Finds the label to the left of a block among the words before its header, and drops what is one
/// among the header cells.
void BlockFinder::take_side(FlatHeader& header, int from) const {
  using R = ColumnRole;
  ColumnRole front = header.cells.front().role;
  auto same = std::count_if(header.cells.begin(), header.cells.end(),
                            [&](const HeaderCell& cell) { return cell.role == front; });
  for (std::size_t at = 0; at < header.cells.size() && header.cells.size() > 2; ++at) {
    bool over_levels = header.cells[at].role == R::indicator && header.has(R::level3);
    if (!over_levels && (at > 0 || same == 1)) continue;
    header.side = header.cells[at].words;
    header.cells.erase(header.cells.begin() + static_cast<std::ptrdiff_t>(at));
    // 绩效 | 指标: its second line alone is a header cell, too.
    int before = header.side.front() - 1;
    bool broken = over_levels && before >= from && word(before).text.ends_with("绩效") &&
                  half_ems(word(before).text) <= 8;
    if (broken) header.side.insert(header.side.begin(), before);
    return;
  }
  if (header.kind == FlatKind::indicators) return;
  for (int begin = std::max(from, header.words.begin - kLabelWords); begin < header.words.begin; ++begin) {
    std::string text = text_of({begin, header.words.begin});
    std::string key = form_key(text);
    bool money = holds(text, {"资金", "预算", "经费", "投入", "支出"}) && half_ems(text) <= 40;
    bool fits = header.kind == FlatKind::funds ? money : forms_.goals.find(key) != nullptr;
    if (header.kind == FlatKind::tasks) fits = text.ends_with("任务");
    if (!fits || holds(text, {"：", "单位名", "分）"})) continue;
    for (int at = begin; at < header.words.begin; ++at) header.side.push_back(at);
    return;
  }
}

void BlockFinder::take_total(FlatBlock& block, int at) {
  block.total = {at, at + 1};
  while (block.total.end < count()) {
    const FlatWord& next = word(block.total.end);
    FlatType type = flat_type(next.text, forms_);
    bool value = type == FlatType::number || type == FlatType::dash;
    bool grade = !next.opens_line || holds(next.text, {"等级", "等次"});
    if (!value && !grade) break;
    ++block.total.end;
  }
  next_ = block.total.end;
}

FlatBlock BlockFinder::take_block(FlatHeader header) {
  FlatBlock block;
  int at = header.words.end;
  block.header = std::move(header);
  bool sums = block.header.kind == FlatKind::indicators;
  int end = std::min(count(), at + kMostWords);
  for (next_ = at; next_ < end; ++next_) {
    const FlatWord& here = word(next_);
    if (ends_block(next_, block.header.kind)) break;
    bool total = sums && here.opens_line && forms_.totals.find(form_key(here.text)) && next_ + 1 < count() &&
                 flat_type(word(next_ + 1).text, forms_) == FlatType::number;
    if (total) {
      take_total(block, next_);
      break;
    }
    if (auto again = headers_.header_at(next_)) {
      if (!repeats(*again, block.header)) {
        bool other = block.header.kind != FlatKind::indicators || again->cells.size() >= 3;
        if (again->kind != block.header.kind && other) break;
      } else {
        next_ = again->words.end - 1;
        continue;
      }
    }
    block.body.push_back(next_);
  }
  return block;
}

bool BlockFinder::take_fields(int at, std::vector<FlatBlock>& blocks) {
  if (!word(at).opens_line) return false;
  FlatBlock block;
  WordRange label = label_at(at, forms_.fields);
  bool goal = label.empty();
  if (goal) label = label_at(at, forms_.goals);
  if (label.empty() || label.end >= count()) return false;
  int end = label.end;
  auto stops = [&](int here) {
    bool line = word(here).opens_line;
    if (line && (!label_at(here, forms_.fields).empty() || !label_at(here, forms_.goals).empty()))
      return true;
    if (!line) return false;
    std::string key = form_key(word(here).text);
    return is_title(here) || holds(key, {"资金（", "项目资金", "绩效指标", "级指标", "预算执行情况"}) ||
           forms_.notes.find(key) || headers_.header_at(here);
  };
  FlatField field{label, {label.end, label.end}};
  for (; end < count() && !stops(end); ++end) {
    bool own_line = word(end).opens_line;
    if (!goal && own_line && end > label.end) break;
    WordRange inner = goal || own_line ? WordRange{} : label_at(end, forms_.fields);
    if (!inner.empty() && inner.size() == 1 && !field.value.empty() && half_ems(word(end).text) >= 6) {
      block.fields.push_back(field);
      field = {inner, {end + 1, end + 1}};
      continue;
    }
    field.value.end = end + 1;
  }
  if (field.value.empty() && block.fields.empty()) return false;
  block.fields.push_back(field);
  block.header.kind = goal ? FlatKind::goals : FlatKind::funds;
  blocks.push_back(std::move(block));
  next_ = std::max(end, label.end);
  return true;
}

/// Funds without a header row: 年度资金总额： 285.57.
bool BlockFinder::take_bare_funds(int at, std::vector<FlatBlock>& blocks) {
  if (!word(at).opens_line || at + 1 >= count()) return false;
  const std::string* source = forms_.fund_rows.find(form_key(word(at).text));
  bool amount = flat_type(word(at + 1).text, forms_) == FlatType::number;
  if (!source || *source != "total" || !amount || half_ems(word(at).text) < 8) return false;
  FlatHeader header;
  header.kind = FlatKind::funds;
  header.words = {at, at};
  header.cells = {{ColumnRole::source, {}}, {ColumnRole::initial, {}}};
  take_side(header, 0);
  blocks.push_back(take_block(std::move(header)));
  return true;
}

/// Whether the first words of a header are no part of it: 项目资金 | 全年预算数.
bool BlockFinder::better_later(const FlatHeader& header) {
  for (int at = header.words.begin + 1; at <= header.words.begin + 3 && at < count(); ++at) {
    auto later = headers_.header_at(at);
    if (later && later->kind == header.kind && later->score > header.score) return true;
  }
  return false;
}

void FlatBlock::name_columns() {
  bool labels = header.kind == FlatKind::funds && !header.has(ColumnRole::source);
  if (labels) roles.push_back(ColumnRole::source);
  for (const HeaderCell& cell : header.cells) roles.push_back(cell.role);
}

/// A form begins below a title, with a project's name behind indicators, and with a second block of a
/// kind that it has once. What has no rows of a form above and below it is none.
void BlockFinder::part_forms(std::vector<FlatBlock>& blocks) const {
  bool funds = false, indicators = false;
  int end = 0;
  for (FlatBlock& block : blocks) {
    bool fields = !block.fields.empty() && block.header.kind != FlatKind::goals;
    bool is_funds = !fields && block.header.kind == FlatKind::funds;
    bool is_indicators = block.header.kind == FlatKind::indicators;
    bool titled = false;
    for (int at = end; at < block.begin(); ++at) titled = titled || is_title(at);
    block.opens_form = titled || (funds && is_funds) || (indicators && (is_indicators || is_funds || fields));
    if (block.opens_form) funds = indicators = false;
    funds = funds || is_funds;
    indicators = indicators || is_indicators;
    end = block.begin();
  }
}

std::vector<FlatBlock> BlockFinder::find() {
  std::vector<FlatBlock> blocks;
  bool form = false;  // a header has been seen: fields before it belong to it only where they are near
  int taken = 0;
  for (int at = 0; at < count(); at = next_) {
    next_ = at + 1;
    auto header = headers_.header_at(at);
    if (header && !better_later(*header)) {
      take_side(*header, taken);
      blocks.push_back(take_block(std::move(*header)));
      taken = next_;
      form = true;
    } else if (take_fields(at, blocks) || take_bare_funds(at, blocks)) {
      taken = next_;
    }
  }
  if (!form) blocks.clear();
  part_forms(blocks);
  return blocks;
}

}  // namespace ziping
