#include "form/flat_fit.h"

#include "base/utf8.h"
#include "form/flat_words.h"

#include <algorithm>

namespace ziping {
namespace {

/// A word of the levels is a sign that a row begins, better than any other.
constexpr float kKnownLevel = -3;
constexpr float kUnknownLevel = 2;

bool is_number_char(char32_t ch) {
  return is_digit(ch) || ch == U'.' || ch == U',' || ch == U'，';
}

bool is_comparator(char32_t ch) {
  return std::u32string_view(U"≥≤＞＜><=＝≧≦═^").find(ch) != std::u32string_view::npos;
}

bool has_sentence_mark(std::string_view text) {
  for (std::string_view mark : {"。", "；", "，", ";", "："})
    if (text.find(mark) != text.npos) return true;
  return false;
}

bool starts_broken(std::string_view text) {
  for (std::string_view mark : {"，", "。", "、", "；", "）", "：", "·", "％", "%", ",", ")", "/"})
    if (text.starts_with(mark)) return true;
  return false;
}

bool has_han(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (is_han(next_char(text, at))) return true;
  return false;
}

/// 22,500,2: digits after a comma that are no three are the first part of a number.
float grouping_cost(std::string_view text) {
  std::size_t comma = text.rfind(',');
  if (comma == text.npos) return 0;
  std::size_t end = text.find('.', comma);
  return (end == text.npos ? text.size() : end) - comma == 4 ? 0 : 4;
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != text.npos;
}

}  // namespace

bool ends_open(std::string_view text) {
  for (std::string_view end : {"低于", "少于", "超过", "高于", "大于", "小于", "等于", "≥", "≤", ">", "<",
                               "=", "实际", "全年共", "约", "共完成", "已完成了"})
    if (text.ends_with(end)) return true;
  bool year = text.ends_with("年") && text.size() == 7 && text.starts_with("20");
  return year;
}

FlatType flat_type(std::string_view text, const FormWords& forms) {
  if (forms.empties.find(std::string(text))) return FlatType::dash;
  std::size_t at = 0;
  char32_t first = text.empty() ? 0 : next_char(text, at);
  if (first != U'-' && first != U'－' && first != U'−') at = 0;
  std::size_t digits = at;
  while (at < text.size()) {
    std::size_t next = at;
    if (!is_number_char(next_char(text, next))) break;
    at = next;
  }
  std::string_view rest = text.substr(at);
  if (at > digits && is_digit(char_at(text, digits))) {
    if (rest.empty()) return FlatType::number;
    if (rest == "%" || rest == "％" || rest == "‰") return FlatType::percent;
    if (rest == "元" || rest == "万元" || rest == "万" || rest == "亿元") return FlatType::money;
    return FlatType::counted;
  }
  if (is_comparator(first)) return FlatType::compared;
  for (std::string_view word : {"不低于", "不少于", "不超过", "不高于", "大于", "小于", "不大于", "不小于"})
    if (text.starts_with(word)) return FlatType::compared;
  return FlatType::text;
}

float FlatFit::cost(ColumnRole role, const std::string& text, bool split_target) {
  std::string key = text + static_cast<char>(role) + (split_target ? '+' : '-');
  auto [entry, fresh] = known_.try_emplace(std::move(key), 0.0F);
  if (fresh) entry->second = measure(role, text, split_target);
  return entry->second;
}

float FlatFit::level_cost(const std::string& text, bool first) const {
  std::string key = form_key(text);
  if (const std::string* level = forms_.levels.find(key)) {
    bool is_first = *level == "level1";
    return kKnownLevel + (first == is_first ? 0 : first ? 3 : 1);
  }
  int width = half_ems(key);
  if (has_digit(key) || width > 16 || width < 4 || has_sentence_mark(key) || !has_han(key)) return kNoFit;
  return kUnknownLevel + static_cast<float>(width) * 0.05F;
}

float FlatFit::name_cost(const std::string& text) const {
  FlatType type = flat_type(text, forms_);
  if (type == FlatType::compared) return 14;
  if (type == FlatType::counted) return 5;
  if (type != FlatType::text) return kNoFit;
  float cost = half_ems(text) > 80 ? static_cast<float>(half_ems(text) - 80) * 0.2F : 0;
  bool parts = text.starts_with("其中");
  if (!parts && text.find("。") != text.npos) cost += 8;
  if (!parts && (text.find("，") != text.npos || text.find("；") != text.npos)) cost += 3;
  if (starts_broken(text)) cost += 8;
  if (ends_open(text)) cost += 3;
  if (text.starts_with("指标") || (text.starts_with("标") && !text.starts_with("标准"))) cost += 2;
  if (forms_.levels.find(form_key(text))) cost += 3;
  if (half_ems(text) < 4) cost += 6;
  if (text == "无") cost += 8;
  return cost;
}

float FlatFit::value_cost(const std::string& text, FlatType type, bool actual) const {
  float cost = 0;
  int width = half_ems(text);
  if (type == FlatType::number) cost = actual ? 0.6F : 1.5F;
  if (type == FlatType::dash) cost = 1.2F;
  if (type == FlatType::compared && !has_digit(text)) cost = 6;
  if (type == FlatType::text) cost = has_digit(text) ? 0.8F : 1;
  int usual = actual ? 40 : 30;
  if (width > usual) cost += static_cast<float>(width - usual) * 0.1F;
  if (text.find("。") != text.npos) cost += 3;
  if (starts_broken(text)) cost += 6;
  if (text == "无") cost += 3;
  if (width <= 2 && type == FlatType::text) cost += 4;
  if (text.find("其中") != text.npos) cost += 6;
  if (ends_open(text)) cost += 3;
  if (forms_.levels.find(form_key(text))) cost += 8;
  return cost;
}

float FlatFit::measure(ColumnRole role, const std::string& text, bool split_target) const {
  using R = ColumnRole;
  FlatType type = flat_type(text, forms_);
  bool number = type == FlatType::number, percent = type == FlatType::percent, dash = type == FlatType::dash;
  switch (role) {
    case R::level1:
      return level_cost(text, true);
    case R::level2:
      return level_cost(text, false);
    case R::level3:
    case R::indicator:
      return name_cost(text);
    case R::target:
    case R::adjusted_target:
    case R::goal_target:
      if (split_target && number) return 0;
      return value_cost(text, type, false);
    case R::actual:
    case R::goal_actual:
      return value_cost(text, type, true);
    case R::nature:
      return forms_.natures.find(form_key(text)) ? 0 : dash ? 1 : kNoFit;
    case R::unit:
      if (text == "%" || text == "％" || text == "‰" || dash) return 0;
      return type != FlatType::text || half_ems(text) > 16 ? kNoFit : 0.3F;
    case R::weight:
    case R::score:
    case R::review_score:
      if (number) return text.size() > 6 || half_ems(text.substr(0, text.find('.'))) > 3 ? 12 : 0;
      if (text.ends_with("分") && type == FlatType::counted) return 0.5F;
      return dash ? 0.5F : kNoFit;
    case R::coefficient:
      return number || percent ? 0.5F : dash ? 1 : half_ems(text) <= 4 ? 1 : kNoFit;
    case R::number:
      return number ? 0 : 20;
    case R::rate:
    case R::received:
      return percent ? 0 : number ? 1.5F : dash ? 0.5F : kNoFit;
    case R::initial:
    case R::adjusted:
    case R::executed:
      return number ? grouping_cost(text) : type == FlatType::money ? 0.3F : dash ? 0.6F : kNoFit;
    case R::source: {
      if (type != FlatType::text) return kNoFit;
      return forms_.fund_rows.find(form_key(text)) ? -1 : 7 + static_cast<float>(half_ems(text)) * 0.1F;
    }
    case R::task_name:
      return type == FlatType::text ? 1 + static_cast<float>(half_ems(text)) * 0.05F : 10;
    case R::task_content:
      return type == FlatType::text ? 1 : 6;
    case R::reason:
    case R::method:
    case R::remark:
    case R::none:
      break;
  }
  if (dash || text == "无") return 0.2F;
  if (number || percent) return 12;
  if (starts_broken(text)) return 6;
  if (forms_.levels.find(form_key(text))) return 8;
  return role == R::reason ? 0.3F : 1;
}

}  // namespace ziping
