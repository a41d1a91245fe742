#include "pattern/form_words.h"

#include "base/utf8.h"
#include "pattern/regex_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace ziping {
namespace {

constexpr std::array kColumnRoles = {
    std::pair{ColumnRole::level1, "level1"},
    std::pair{ColumnRole::level2, "level2"},
    std::pair{ColumnRole::level3, "level3"},
    std::pair{ColumnRole::indicator, "indicator"},
    std::pair{ColumnRole::target, "target"},
    std::pair{ColumnRole::adjusted_target, "adjusted_target"},
    std::pair{ColumnRole::nature, "nature"},
    std::pair{ColumnRole::unit, "unit"},
    std::pair{ColumnRole::actual, "actual"},
    std::pair{ColumnRole::reason, "reason"},
    std::pair{ColumnRole::method, "method"},
    std::pair{ColumnRole::coefficient, "coefficient"},
    std::pair{ColumnRole::review_score, "review_score"},
    std::pair{ColumnRole::remark, "remark"},
    std::pair{ColumnRole::number, "number"},
    std::pair{ColumnRole::source, "source"},
    std::pair{ColumnRole::initial, "initial"},
    std::pair{ColumnRole::adjusted, "adjusted"},
    std::pair{ColumnRole::executed, "executed"},
    std::pair{ColumnRole::rate, "rate"},
    std::pair{ColumnRole::received, "received"},
    std::pair{ColumnRole::weight, "weight"},
    std::pair{ColumnRole::score, "score"},
    std::pair{ColumnRole::task_name, "task_name"},
    std::pair{ColumnRole::task_content, "task_content"},
    std::pair{ColumnRole::goal_target, "goal_target"},
    std::pair{ColumnRole::goal_actual, "goal_actual"},
};

constexpr std::size_t kMostFound = 4096;   ///< keys whose word is kept
constexpr std::size_t kLongestKept = 120;  ///< bytes of such a key: labels are no longer
constexpr std::size_t kFewKeys = 200;      ///< of an expression that is written out

bool opens_bracket(char32_t ch) {
  return ch == U'（' || ch == U'(' || ch == U'〔' || ch == U'【' || ch == U'[';
}
bool closes_bracket(char32_t ch) {
  return ch == U'）' || ch == U')' || ch == U'〕' || ch == U'】' || ch == U']';
}
bool is_padding(char32_t ch) {
  return ch <= U' ' || ch == U'\u3000' || ch == U'★' || ch == U'☆' || ch == U'*' || ch == U'＊' ||
         ch == U'"' || ch == U'“' || ch == U'”';
}

/// 1. 2、 ① （一）: what a label may begin with. Only with a mark behind the number: 12万元 stays.
std::size_t list_mark(std::u32string_view key) {
  if (key.empty()) return 0;
  if (key[0] >= U'①' && key[0] <= U'⑳') return 1;
  std::size_t digits = 0;
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十";
  while (digits < key.size() && (is_digit(key[digits]) || kNumerals.find(key[digits]) != key.npos)) ++digits;
  bool marked = digits > 0 && digits < key.size() && (key[digits] == U'.' || key[digits] == U'、');
  bool decimal = marked && digits + 1 < key.size() && is_digit(key[digits + 1]);
  return marked && !decimal ? digits + 1 : 0;
}

void drop_front(std::u32string& key) {
  key.erase(0, list_mark(key));
  for (std::u32string_view lead : {U"其中：", U"其中:", U"其中，", U"其中", U"："})
    if (key.size() > lead.size() && key.starts_with(lead)) {
      key.erase(0, lead.size());
      break;
    }
  key.erase(0, list_mark(key));
}

void read_words(const TomlFile& file, std::string_view block, const char* key, Vocabulary& out) {
  for (const toml::table* entry : file.tables(file.root(), block)) {
    file.only(*entry, {key, "names", "note"});
    std::string word = file.need_text(*entry, key);
    if (block == "column" && !column_role_named(word))
      file.fail(*entry, fmt::format("{} is no role of a column", word));
    for (const std::string& expression : file.texts(*entry, "names")) {
      file.check_regex(*entry, expression);
      out.add(word, expression);
    }
  }
}

std::vector<ColumnRole> read_roles(const TomlFile& file, const toml::table& entry, std::string_view key) {
  std::vector<ColumnRole> roles;
  for (const std::string& name : file.texts(entry, key)) {
    auto role = column_role_named(name);
    if (!role) file.fail(entry, fmt::format("{} is no role of a column", name));
    roles.push_back(*role);
  }
  return roles;
}

FormVariant read_variant(const TomlFile& file, const toml::table& entry) {
  file.only(entry, {"code", "name", "funds", "indicators", "words", "targets_only", "note", "example"});
  FormVariant variant;
  variant.code = file.need_text(entry, "code");
  variant.name = file.need_text(entry, "name");
  variant.funds = read_roles(file, entry, "funds");
  variant.indicators = read_roles(file, entry, "indicators");
  variant.words = file.texts(entry, "words");
  variant.targets_only = file.flag(entry, "targets_only", false);
  for (const toml::table* example : file.tables(entry, "example")) {
    file.only(*example, {"table", "expect"});
    variant.examples.push_back(
        {file.need_text(*example, "table"), file.texts(*example, "expect"), file.at(*example, "")});
  }
  if (variant.examples.empty()) file.fail(entry, "a form needs an example table");
  return variant;
}

}  // namespace

const char* name_of(ColumnRole role) {
  auto found = std::find_if(kColumnRoles.begin(), kColumnRoles.end(),
                            [&](const auto& entry) { return entry.first == role; });
  return found == kColumnRoles.end() ? "" : found->second;
}

std::optional<ColumnRole> column_role_named(std::string_view name) {
  for (const auto& [role, known] : kColumnRoles)
    if (name == known) return role;
  return std::nullopt;
}

std::string form_key(std::string_view cell) {
  std::u32string key;
  int depth = 0;
  for (std::size_t at = 0; at < cell.size();) {
    char32_t ch = next_char(cell, at);
    if (opens_bracket(ch)) ++depth;
    if (depth == 0 && !is_padding(ch)) key.push_back(ch);
    if (closes_bracket(ch) && depth > 0) --depth;
  }
  drop_front(key);
  while (!key.empty() && (key.back() == U'：' || key.back() == U':')) key.pop_back();
  return to_utf8(key);
}

void Vocabulary::add(const std::string& word, const std::string& expression) {
  std::size_t rank = words_.size();
  words_.push_back(word);
  std::vector<std::string> keys = words_of(expression, kFewKeys);
  for (std::string& key : keys) ranks_.try_emplace(std::move(key), rank);
  if (!keys.empty()) return;
  expressions_.push_back({rank, Regex(expression)});
  any_ += fmt::format("{}(?:{})", any_.empty() ? "" : "|", expression);
  any_expression_ = Regex(any_);
}

const std::string* Vocabulary::find(std::string_view key) const {
  if (key.empty()) return nullptr;
  if (key.size() > kLongestKept) return match(std::string(key));
  auto [known, fresh] = found_.try_emplace(std::string(key), nullptr);
  if (!fresh) return known->second;
  const std::string* word = known->second = match(known->first);
  if (found_.size() > kMostFound) found_.clear();
  return word;
}

const std::string* Vocabulary::match(const std::string& key) const {
  auto known = ranks_.find(key);
  std::size_t first = known == ranks_.end() ? words_.size() : known->second;
  if (any_expression_.matches_all_of(key))
    for (const auto& [rank, re] : expressions_)
      if (rank < first && re.matches_all_of(key)) return &words_[rank];
  return first == words_.size() ? nullptr : &words_[first];
}

void read_form_words(const TomlFile& file, FormWords& words) {
  read_words(file, "column", "role", words.columns);
  read_words(file, "fund_row", "source", words.fund_rows);
  read_words(file, "field", "field", words.fields);
  read_words(file, "level", "level", words.levels);
  read_words(file, "total", "total", words.totals);
  read_words(file, "grade", "grade", words.grades);
  read_words(file, "goal", "goal", words.goals);
  read_words(file, "note_row", "end", words.notes);
  read_words(file, "money_unit", "power", words.money_units);
  read_words(file, "nature", "comparator", words.natures);
  read_words(file, "empty", "cell", words.empties);
  for (const toml::table* entry : file.tables(file.root(), "form"))
    words.variants.push_back(read_variant(file, *entry));
}

}  // namespace ziping
