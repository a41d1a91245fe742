#include "pattern/subject.h"

#include "base/utf8.h"
#include "outline/word_list.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::string_view kLead[] = {"其中", "包括", "包含", "含",   "分别", "以及", "同时", "并且", "并",
                                      "即",   "和",   "及",   "与",   "、",   "—",    "，",   "：",   "；",
                                      "。",   "“",    "”",    " ",    "度",   "全年", "共计", "一是", "二是",
                                      "三是", "四是", "五是", "六是", "其余", "另",   "且",   "而"};
constexpr std::string_view kTail[] = {
    "分别", "分别为", "分别是", "为",   "是", "达",   "达到", "达成", "共", "共计", "合计", "累计", "总计",
    "计",   "了",     "约",     "近",   "超", "到",   "至",   "在",   "有", "、",   "：",   "，",   "“",
    "”",    "（",     "=",      " ",    "仅", "均",   "已",   "不",   "将", "就",   "即",   "每人", "每年",
    "每户", "每生",   "每天",   "每月", "也", "均为", "均达", "的",   "由", "从"};
/// Words of change and comparison: what they speak of stands before them.
constexpr std::string_view kMoving[] = {
    "提高",     "提升",       "增长",       "增加",   "上升",     "下降",         "减少",
    "降低",     "压减",       "节约",       "节",     "增幅",     "降幅",         "同比",
    "环比",     "比上年同期", "较上年同期", "比上年", "较上年",   "与上年相比",   "比去年",
    "较去年",   "上年同期",   "去年同期",   "上年",   "去年",     "同期",         "由",
    "从",       "高出",       "低出",       "高",     "低",       "多",           "少",
    "不足",     "超过",       "突破",       "占全年", "不足全年", "后者",         "前者",
    "高于",     "低于",       "目标值",     "目标",   "指标值",   "控制目标",     "年初设定",
    "设定",     "较",         "比",         "占",     "占比",     "完成目标任务", "完成任务",
    "完成目标", "完成率",     "完成计划",   "实际",   "分别",     "决算",         "预算",
    "为",       "到",         "至",         "的",     "了",       "是",           "得分",
    "得",       "实现",       "达到",       "达",     "均",       "均为",         "，",
    "、",       "："};
/// What a clause before a count may end in when the counted thing stands behind the number.
constexpr std::string_view kWeak[] = {
    "对",     "在",   "与",   "和",   "通过", "组织", "开展", "参加", "召开", "举办",   "设立", "新建",
    "建设",   "建成", "完成", "实现", "全区", "全县", "全市", "全省", "全镇", "全国",   "涉及", "覆盖",
    "聘请",   "邀请", "新增", "购置", "购买", "采购", "配备", "安装", "改造", "修建",   "发放", "印发",
    "印制",   "制定", "出台", "推进", "推动", "服务", "帮助", "支持", "扶持", "培育",   "引进", "域内",
    "范围内", "期间", "向",   "为",   "使",   "做到", "确保", "保证", "可在", "均可在", "我县", "我市",
    "我区",   "我省", "我镇", "我局", "我校", "辖区", "现有", "拥有", "下设", "内设",   "共",   "年",
    "月",     "日",   "积极", "完善", "维修", "维护", "解决", "安置", "选派", "检查",   "抽查", "走访",
    "惠及",   "受益", "带动", "吸纳", "培训"};

template <std::size_t count>
WordList list_of(const std::string_view (&words)[count]) {
  WordList list;
  for (std::string_view word : words) list.push_back(std::string(word));
  return list;
}

const WordList& moving() {
  static const WordList kWords = list_of(kMoving);
  return kWords;
}

bool strip_front(std::string_view text, Span& span) {
  static const WordList kLeads = list_of(kLead);
  auto view = span.of(text);
  if (std::size_t size = kLeads.prefix(view)) {
    span.begin += size;
    return true;
  }
  // 2023年, 2023年度, 12月底
  std::size_t digits = 0;
  while (digits < view.size() && is_digit(static_cast<unsigned char>(view[digits]))) ++digits;
  if (digits == 0) return false;
  for (std::string_view word : {"年度", "年末", "年底", "年", "月底", "月", "日"})
    if (view.substr(digits).starts_with(word)) {
      span.begin += digits + word.size();
      return true;
    }
  return false;
}

bool strip_back(std::string_view text, Span& span) {
  static const WordList kTails = list_of(kTail);
  std::size_t longest = kTails.suffix(span.of(text));
  span.end -= longest;
  return longest > 0;
}

/// Takes words of change and comparison off the end: 政策知晓率比上年提高.
Span without_change(std::string_view text, Span span) {
  while (moving().suffix(span.of(text)) > 0) {  // the first word of the list, not the longest
    auto ends = [&](std::string_view word) { return ends_with_word(span.of(text), word); };
    span.end -= std::find_if(std::begin(kMoving), std::end(kMoving), ends)->size();
  }
  return span;
}

/// The counted thing behind a value: 74家｜定点医药机构…, 100%｜回复率, 90%以上的｜满意度.
Span thing_after(std::string_view text, Span after) {
  constexpr std::string_view kOf = "的";
  if (after.of(text).starts_with(kOf)) after.begin += kOf.size();
  bool moves = moving().prefix(after.of(text)) > 0;
  if (after.empty() || moves || !is_han(char_at(text, after.begin))) return {after.begin, after.begin};
  while (after.end > after.begin && strip_back(text, after)) {
  }
  return after;
}

bool is_weak(std::string_view before) {
  static const WordList kWeakWords = list_of(kWeak);
  return count_chars(before) < 2 || kWeakWords.suffix(before) > 0;
}

}  // namespace

Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && strip_front(text, span)) {
  }
  while (!span.empty() && strip_back(text, span)) {
  }
  // 三公”经费 without its opening mark is “三公”经费.
  constexpr std::string_view kOpening = "“", kClosing = "”";
  bool torn = span.of(text).find(kClosing) < span.of(text).find(kOpening);
  if (torn && text.substr(0, span.begin).ends_with(kOpening)) span.begin -= kOpening.size();
  return span;
}

Span subject_of(std::string_view text, const Value& value, const Setting& setting, Span topic) {
  if (setting.item) return *setting.item;
  Span before = trimmed(text, setting.head ? *setting.head : setting.before);
  Span after = thing_after(text, setting.after);
  bool counts = value.kind == Kind::count || value.kind == Kind::headcount || value.kind == Kind::rate;
  bool has_after = after.size() >= 6;
  if (has_after && (before.empty() || (counts && is_weak(before.of(text))))) return after;
  Span still = trimmed(text, without_change(text, before));
  bool only_moves = !before.empty() && count_chars(still.of(text)) < 2;
  if (only_moves && !topic.empty()) return topic;
  if (!before.empty() && !only_moves) return before;
  // Nothing in its own clause: the clause before it.
  Span earlier{setting.part.begin, std::max(setting.part.begin, setting.before.begin)};
  auto view = earlier.of(text);
  for (std::string_view mark : {"，", "。", "；"})
    if (view.ends_with(mark)) view.remove_suffix(mark.size());
  earlier.end = earlier.begin + view.size();
  if (auto at = view.rfind("，"); at != std::string_view::npos)
    earlier.begin += at + std::string_view("，").size();
  Span found = trimmed(text, earlier);
  return found.empty() ? before : found;
}

}  // namespace ziping
