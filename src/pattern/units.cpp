#include "pattern/units.h"

#include "base/error.h"
#include "base/utf8.h"
#include "pattern/kinds.h"

#include <fmt/format.h>
#include <algorithm>

namespace ziping {
namespace {

constexpr int kMaxPower = 12;          ///< 万亿
constexpr std::size_t kPerReach = 36;  ///< bytes between 每人 and its number: twelve Han characters

/// Longest first; equal lengths by bytes, so that the order of a file never matters.
bool longer(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() > b.size() : a < b;
}

void sort_longest_first(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end(), longer);
}

bool holds(const std::u32string& set, char32_t ch) {
  return ch != 0 && set.find(ch) != std::u32string::npos;
}

/// Where the first whole character of a text begins that may be cut inside one.
std::size_t first_char(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

std::size_t last_in(std::string_view text, const std::vector<std::string>& words) {
  std::size_t best = std::string_view::npos;
  for (const auto& word : words)
    if (auto at = rfind_word(text, word);
        at != std::string_view::npos && (best == std::string_view::npos || at > best))
      best = at;
  return best;
}

std::size_t first_in(std::string_view text, const std::vector<std::string>& words) {
  std::size_t best = std::string_view::npos;
  for (const auto& word : words) best = std::min(best, find_word(text, word));
  return best;
}

std::vector<ComparatorWord> comparator_words(const TomlFile& file, const toml::table& entry,
                                             const char* side) {
  auto value = comparator_named(file.need_text(entry, "value"));
  if (!value) file.fail(entry, "value must be one of eq ge gt le lt approx");
  std::vector<ComparatorWord> words;
  for (auto& text : file.texts(entry, side)) words.push_back({std::move(text), *value});
  return words;
}

}  // namespace

Units::Units(const TomlFile& file) {
  file.only(file.root(), {"schema", "set", "unit", "word", "bare", "comparator", "comparator_guard",
                          "after_guard", "fillers", "per"});
  read_units(file);
  read_words(file);
  read_comparators(file);
  read_per(file);
}

void Units::read_units(const TomlFile& file) {
  for (const toml::table* entry : file.tables(file.root(), "unit")) {
    file.only(*entry, {"text", "kind", "unit", "power", "whole", "chinese", "not_before", "only_before"});
    Unit unit;
    auto kind = file.need_text(*entry, "kind");
    unit.kind = kind_named(kind);
    if (!unit.kind && kind != "none")
      file.fail(*entry, "kind must be amount rate headcount score count or none");
    auto power = file.whole(*entry, "power", 0);
    if (power < -kMaxPower || power > kMaxPower)
      file.fail(*entry, fmt::format("power must lie between -{0} and {0}", kMaxPower));
    unit.power = static_cast<int>(power);
    unit.whole = file.flag(*entry, "whole", false);
    unit.chinese = file.flag(*entry, "chinese", true);
    unit.not_before = to_utf32(file.text(*entry, "not_before", ""));
    unit.only_before = to_utf32(file.text(*entry, "only_before", ""));
    auto name = file.text(*entry, "unit", "");
    for (auto& surface : file.texts(*entry, "text")) {
      if (surface.empty()) file.fail(*entry, "text must hold no empty word");
      unit.surface = surface;
      unit.unit = name.empty() ? surface : name;
      units_.push_back(unit);
    }
  }
  // One surface form may stand twice with different guards (3块，is money, 3块地 is a count): the one
  // that asks for more comes first.
  std::sort(units_.begin(), units_.end(), [](const Unit& a, const Unit& b) {
    return a.surface != b.surface ? longer(a.surface, b.surface) : a.only_before > b.only_before;
  });
  for (std::size_t i = 0; i < units_.size(); ++i) {
    if (i > 0 && units_[i].surface == units_[i - 1].surface &&
        units_[i].only_before == units_[i - 1].only_before)
      throw PatternError(file.name() + ":1: unit " + units_[i].surface + " stands twice");
    char32_t first = char_at(units_[i].surface, 0);
    unit_firsts_.add(first);
    units_by_first_[first].push_back(i);
  }
}

void Units::read_words(const TomlFile& file) {
  for (const toml::table* entry : file.tables(file.root(), "word")) {
    file.only(*entry, {"text", "kind", "unit", "value"});
    auto kind = kind_named(file.need_text(*entry, "kind"));
    auto value = Decimal::parse(file.need_text(*entry, "value"));
    if (!kind) file.fail(*entry, "kind must be amount rate headcount score or count");
    if (!value) file.fail(*entry, "value must be a decimal number in quotes");
    for (auto& text : file.texts(*entry, "text"))
      words_.push_back({std::move(text), *kind, file.need_text(*entry, "unit"), *value});
  }
  std::sort(words_.begin(), words_.end(),
            [](const auto& a, const auto& b) { return longer(a.text, b.text); });
  for (const ValueWord& word : words_) word_firsts_.add(char_at(word.text, 0));
}

void Units::read_comparators(const TomlFile& file) {
  for (const toml::table* entry : file.tables(file.root(), "comparator")) {
    file.only(*entry, {"value", "before", "after"});
    for (auto& word : comparator_words(file, *entry, "before")) {
      char32_t last = char_before(word.text, word.text.size());
      before_lasts_.add(last);
      before_by_last_[last].push_back(word);
    }
    for (auto& word : comparator_words(file, *entry, "after")) {
      char32_t first = char_at(word.text, 0);
      after_firsts_.add(first);
      after_by_first_[first].push_back(word);
    }
  }
  auto by_length = [](const ComparatorWord& a, const ComparatorWord& b) { return longer(a.text, b.text); };
  for (auto* index : {&before_by_last_, &after_by_first_})
    for (auto& [ch, words] : *index) std::sort(words.begin(), words.end(), by_length);
  auto guards = [&](const char* key, auto& out) {
    if (const toml::table* table = file.table(file.root(), key))
      for (const auto& [word, set] : *table)
        out[std::string(word.str())] = to_utf32(file.text(*table, word.str(), ""));
  };
  guards("comparator_guard", comparator_guards_);
  guards("after_guard", after_guards_);
  fillers_ = file.texts(file.root(), "fillers");
  sort_longest_first(fillers_);
  for (const auto& filler : fillers_) filler_lasts_.add(char_before(filler, filler.size()));
}

void Units::read_per(const TomlFile& file) {
  if (const toml::table* per = file.table(file.root(), "per")) {
    file.only(*per, {"tokens", "joints", "averages", "average_guards"});
    per_tokens_ = file.texts(*per, "tokens");
    per_joints_ = file.texts(*per, "joints");
    sort_longest_first(per_tokens_);
    average_guards_ = file.texts(*per, "average_guards");
    if (const toml::table* averages = file.table(*per, "averages"))
      for (const auto& [word, token] : *averages)
        averages_.emplace_back(std::string(word.str()), file.text(*averages, word.str(), ""));
    average_filter_ = WordFilter(averages_.size());
    for (const auto& [word, token] : averages_) average_filter_.add(word);
  }
  if (const toml::table* bare = file.table(file.root(), "bare")) {
    file.only(*bare, {"amount", "headcount", "percent"});
    bare_amount_ = file.texts(*bare, "amount");
    bare_headcount_ = file.texts(*bare, "headcount");
    bare_percent_ = file.texts(*bare, "percent");
  }
}

const Unit* Units::unit_at(std::string_view text, std::size_t at) const {
  char32_t first = char_at(text, at);
  if (!unit_firsts_.may_hold(first)) return nullptr;
  auto found = units_by_first_.find(first);
  if (found == units_by_first_.end()) return nullptr;
  for (std::size_t index : found->second) {
    const Unit& unit = units_[index];
    if (!starts_with_word(text.substr(at), unit.surface)) continue;
    char32_t next = char_at(text, at + unit.surface.size());
    bool latin = static_cast<unsigned char>(unit.surface.back()) < 0x7F && unit.surface.back() != '%';
    if (holds(unit.not_before, next) || (latin && next < 0x80 && std::isalpha(static_cast<int>(next))))
      continue;
    if (unit.only_before.empty() || next == 0 || next == U'\n' || holds(unit.only_before, next)) return &unit;
  }
  return nullptr;
}

const ValueWord* Units::word_at(std::string_view text, std::size_t at) const {
  if (!word_firsts_.may_hold(char_at(text, at))) return nullptr;
  for (const ValueWord& word : words_)
    if (starts_with_word(text.substr(at), word.text)) return &word;
  return nullptr;
}

const ComparatorWord* Units::comparator_before(std::string_view text, std::size_t end,
                                               std::size_t& begin) const {
  for (int filled = 0; filled < 3; ++filled) {
    char32_t last = char_before(text, end);
    auto head = text.substr(0, end);
    auto found = before_lasts_.may_hold(last) ? before_by_last_.find(last) : before_by_last_.end();
    if (found != before_by_last_.end()) {
      for (const auto& word : found->second) {
        if (!ends_with_word(head, word.text)) continue;
        begin = end - word.text.size();
        auto guard = comparator_guards_.find(word.text);
        if (guard == comparator_guards_.end() || !holds(guard->second, char_before(text, begin)))
          return &word;
      }
    }
    if (!filler_lasts_.may_hold(last)) return nullptr;
    auto filler = std::find_if(fillers_.begin(), fillers_.end(),
                               [&](const std::string& word) { return ends_with_word(head, word); });
    if (filler == fillers_.end()) return nullptr;
    end -= filler->size();
  }
  return nullptr;
}

const ComparatorWord* Units::comparator_after(std::string_view text, std::size_t at, std::size_t& end) const {
  char32_t first = char_at(text, at);
  auto found = after_firsts_.may_hold(first) ? after_by_first_.find(first) : after_by_first_.end();
  if (found == after_by_first_.end()) return nullptr;
  for (const auto& word : found->second) {
    if (!starts_with_word(text.substr(at), word.text)) continue;
    end = at + word.text.size();
    auto guard = after_guards_.find(word.text);
    if (guard == after_guards_.end() || !holds(guard->second, char_at(text, end))) return &word;
  }
  return nullptr;
}

std::string Units::per_token_at(std::string_view text, std::size_t at) const {
  for (const auto& token : per_tokens_)
    if (starts_with_word(text.substr(at), token)) return token;
  return "";
}

/// 人, 人·年, 人每年: tokens with joints between them, written with a middle dot.
std::string Units::per_chain(std::string_view text, std::size_t at, std::size_t& end) const {
  std::string out = per_token_at(text, at);
  if (out.empty()) return out;
  end = at + out.size();
  for (bool more = true; more;) {
    more = false;
    for (const auto& joint : per_joints_) {
      if (!starts_with_word(text.substr(end), joint)) continue;
      auto token = per_token_at(text, end + joint.size());
      if (token.empty()) continue;
      out += "·" + token;
      end += joint.size() + token.size();
      more = true;
      break;
    }
  }
  return out;
}

std::string Units::per_after(std::string_view text, std::size_t at, std::size_t& end) const {
  constexpr std::string_view kEach = "每";
  if (at < text.size() && text[at] == '/') {
    ++at;
    if (starts_with_word(text.substr(at), kEach)) at += kEach.size();
    return per_chain(text, at, end);
  }
  if (starts_with_word(text.substr(at), kEach)) return per_chain(text, at + kEach.size(), end);
  return "";
}

std::string Units::per_before(std::string_view before) const {
  constexpr std::string_view kEach = "每";
  if (before.size() > kPerReach) before.remove_prefix(before.size() - kPerReach);
  // 每生每天: the first of a run of 每 counts.
  std::size_t at = rfind_word(before, kEach);
  std::string per;
  std::size_t end = 0;
  while (at != std::string_view::npos) {
    auto chain = per_chain(before, at + kEach.size(), end);
    if (chain.empty() || chain.starts_with("个")) break;
    per = chain;
    std::size_t earlier = at == 0 ? std::string_view::npos : before.rfind(kEach, at - 1);
    if (earlier == std::string_view::npos || at - earlier > kEach.size() + 9) break;
    at = earlier;
  }
  if (!per.empty() || average_filter_.next(before, first_char(before)) == before.size()) return per;
  for (const auto& [word, token] : averages_)
    if (names_average(before, word)) return token;
  return "";
}

/// Whether 人均 stands in the text, and not 人 with 均可: all of them may.
bool Units::names_average(std::string_view before, std::string_view word) const {
  for (std::size_t at = before.find(word); at != before.npos; at = before.find(word, at + word.size())) {
    std::string_view behind = before.substr(at + word.size());
    if (std::none_of(average_guards_.begin(), average_guards_.end(),
                     [&](const std::string& guard) { return behind.starts_with(guard); }))
      return true;
  }
  return false;
}

std::optional<Kind> Units::bare_kind(std::string_view before, std::string_view after) const {
  std::size_t money = last_in(before, bare_amount_), people = last_in(before, bare_headcount_);
  constexpr auto kNone = std::string_view::npos;
  if (money != kNone && (people == kNone || money > people)) return Kind::amount;
  if (people != kNone) return Kind::headcount;
  money = first_in(after, bare_amount_);
  people = first_in(after, bare_headcount_);
  if (money == kNone && people == kNone) return std::nullopt;
  return money < people ? Kind::amount : Kind::headcount;
}

bool Units::bare_percent(std::string_view label) const {
  for (const auto& word : bare_percent_)
    if (label.ends_with(word)) return true;
  return false;
}

}  // namespace ziping
