#include "pattern/rule_file.h"

#include "base/utf8.h"
#include "pattern/kinds.h"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace ziping {
namespace {

std::optional<Regex> optional_regex(const TomlFile& file, const toml::table& entry, const char* key) {
  auto re = file.text(entry, key, "");
  if (re.empty()) return std::nullopt;
  return file.regex(entry, re);
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  return fmt::format("{}", fmt::join(words, between));
}

/// The parts of a text with `|` between them.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    auto part = text.substr(0, text.find('|'));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(text.size(), part.size() + 1));
  }
  return parts;
}

template <typename Enum>
Enum need_named(const TomlFile& file, const toml::table& entry, const char* key,
                std::optional<Enum> (*named)(std::string_view), const char* names) {
  auto value = named(file.need_text(entry, key));
  if (!value) file.fail(entry, fmt::format("{} must be one of {}", key, names));
  return *value;
}

constexpr const char* kKinds = "amount rate headcount score count";
constexpr const char* kRoles = "target actual prior other";

std::optional<Role> optional_role(const TomlFile& file, const toml::table& entry) {
  auto name = file.text(entry, "role", "auto");
  if (name == "auto") return std::nullopt;
  auto role = role_named(name);
  if (!role) file.fail(entry, fmt::format("role must be auto or one of {}", kRoles));
  return role;
}

std::vector<Expectation> read_expectations(const TomlFile& file, const toml::table& entry) {
  std::vector<Expectation> out;
  for (const toml::table* item : file.tables(entry, "expect")) {
    file.only(*item, {"raw", "value", "unit", "kind", "comparator", "change", "per", "role", "year",
                      "concept", "detail", "subject"});
    Expectation expectation;
    for (const auto& [key, value] : *item)
      expectation.fields[std::string(key.str())] = file.text(*item, key.str(), "");
    out.push_back(std::move(expectation));
  }
  return out;
}

std::vector<Example> read_examples(const TomlFile& file, const toml::table& entry) {
  std::vector<Example> out;
  struct {
    const char* key;
    Example::Type type;
  } constexpr kTypes[] = {
      {"example", Example::example}, {"near_miss", Example::near_miss}, {"known_miss", Example::known_miss}};
  for (const auto& [key, type] : kTypes) {
    for (const toml::table* item : file.tables(entry, key)) {
      file.only(*item, {"text", "section", "expect"});
      Example example;
      example.type = type;
      example.where = file.at(*item, "");
      example.text = file.need_text(*item, "text");
      example.section = file.text(*item, "section", "");
      example.expect = read_expectations(file, *item);
      out.push_back(std::move(example));
    }
  }
  return out;
}

/// Macros of one file: {FISCAL} in a cue stands for its expression.
class Macros {
 public:
  explicit Macros(const TomlFile& file) : file_(file) {
    for (const toml::table* entry : file.tables(file.root(), "macro")) {
      file.only(*entry, {"name", "re"});
      auto name = file.need_text(*entry, "name");
      // A macro may use those above it; so none can use itself.
      if (!defined_.emplace(name, expand(*entry, file.need_text(*entry, "re"))).second)
        file.fail(*entry, "macro " + name + " is defined twice");
      entries_[name] = entry;
    }
  }

  std::string expand(const toml::table& entry, const std::string& re) {
    std::string out;
    for (std::size_t at = 0; at < re.size();) {
      std::size_t close = re[at] == '{' ? re.find('}', at) : std::string::npos;
      bool name = close != std::string::npos && at + 1 < re.size() &&
                  std::isupper(static_cast<unsigned char>(re[at + 1]));
      if (!name) {
        out.push_back(re[at++]);
        continue;
      }
      auto macro = re.substr(at + 1, close - at - 1);
      auto found = defined_.find(macro);
      if (found == defined_.end()) file_.fail(entry, "unknown macro {" + macro + "}");
      used_.insert(macro);
      out += found->second;
      at = close + 1;
    }
    return out;
  }

  void require_all_used() const {
    for (const auto& [name, entry] : entries_)
      if (!used_.contains(name)) file_.fail(*entry, "macro " + name + " is not used");
  }

 private:
  const TomlFile& file_;
  std::map<std::string, std::string> defined_;
  std::map<std::string, const toml::table*> entries_;
  std::set<std::string> used_;
};

CueRule read_rule(const TomlFile& file, const toml::table& entry, Macros& macros) {
  file.only(entry, {"id",      "rev",       "concept", "kind",      "status",     "cue",          "side",
                    "reach",   "within",    "stop",    "not_after", "only_after", "with",         "without",
                    "follows", "units",     "per",     "alone",     "sections",   "not_sections", "role",
                    "weight",  "overrides", "why",     "example",   "near_miss",  "known_miss"});
  CueRule rule;
  rule.where = file.at(entry, "");
  rule.id = file.need_text(entry, "id");
  rule.rev = static_cast<int>(file.whole(entry, "rev", 1));
  rule.name = rule.id + "@" + std::to_string(rule.rev);
  rule.measure = file.need_text(entry, "concept");
  rule.kind = need_named(file, entry, "kind", kind_named, kKinds);
  rule.status = file.text(entry, "status", "stable");
  rule.cue = macros.expand(entry, file.need_text(entry, "cue"));
  file.check_regex(entry, rule.cue);
  auto side = file.text(entry, "side", "before");
  if (side != "before" && side != "after" && side != "around")
    file.fail(entry, "side must be before, after or around");
  rule.side = side == "before" ? Side::before : side == "after" ? Side::after : Side::around;
  auto reach = file.text(entry, "reach", "sentence");
  if (reach != "clause" && reach != "sentence" && reach != "heading")
    file.fail(entry, "reach must be clause, sentence or heading");
  rule.reach = reach == "clause" ? Reach::clause : reach == "sentence" ? Reach::sentence : Reach::heading;
  rule.within = static_cast<int>(file.whole(entry, "within", rule.within));
  rule.not_after = split(file.text(entry, "not_after", ""));
  rule.only_after = split(file.text(entry, "only_after", ""));
  rule.stop = optional_regex(file, entry, "stop");
  rule.with = optional_regex(file, entry, "with");
  rule.without = optional_regex(file, entry, "without");
  rule.follows = split(file.text(entry, "follows", ""));
  rule.counted = split(file.text(entry, "units", ""));
  rule.per = file.flag(entry, "per", false);
  rule.alone = file.flag(entry, "alone", false);
  rule.sections = file.texts(entry, "sections");
  rule.not_sections = file.texts(entry, "not_sections");
  rule.role = optional_role(file, entry);
  rule.weight = static_cast<int>(file.whole(entry, "weight", 0));
  rule.overrides = file.texts(entry, "overrides");
  rule.examples = read_examples(file, entry);
  return rule;
}

void add_words(const TomlFile& file, const char* key, WordList& out) {
  for (const toml::table* entry : file.tables(file.root(), key)) {
    file.only(*entry, {"text"});
    for (auto& text : file.texts(*entry, "text")) out.push_back(std::move(text));
  }
}

void add_kinds(const TomlFile& file, const char* key, WordTable<OutlineWords::KindWord>& out) {
  for (const toml::table* entry : file.tables(file.root(), key)) {
    file.only(*entry, {"kind", "weight", "text"});
    auto kind = file.need_text(*entry, "kind");
    auto weight = static_cast<int>(file.whole(*entry, "weight", 0));
    for (auto& text : file.texts(*entry, "text")) out.push_back({kind, std::move(text), weight});
  }
}

}  // namespace

void read_concepts(const TomlFile& file, PatternSet::Impl& set) {
  file.only(file.root(), {"schema", "set", "concept", "source"});
  for (const toml::table* entry : file.tables(file.root(), "concept")) {
    file.only(*entry, {"code", "kind", "published", "role", "parts", "label"});
    Concept concept_entry;
    concept_entry.code = file.need_text(*entry, "code");
    concept_entry.published = file.text(*entry, "published", concept_entry.code);
    concept_entry.kind = need_named(file, *entry, "kind", kind_named, kKinds);
    concept_entry.role = optional_role(file, *entry);
    concept_entry.parts = file.text(*entry, "parts", "");
    auto code = concept_entry.code;
    if (!set.concepts.emplace(code, std::move(concept_entry)).second)
      file.fail(*entry, "concept " + code + " stands twice");
  }
  for (const toml::table* entry : file.tables(file.root(), "source")) {
    file.only(*entry, {"code", "cue", "alone"});
    ContextCue cue;
    cue.type = ContextCue::source;
    cue.cue = file.need_text(*entry, "cue");
    cue.source_index = set.sources.size();
    cue.where = file.at(*entry, "");
    file.check_regex(*entry, cue.cue);
    set.sources.push_back({file.need_text(*entry, "code"), cue.cue, file.texts(*entry, "alone")});
    set.context.push_back(std::move(cue));
  }
}

void read_context(const TomlFile& file, PatternSet::Impl& set) {
  file.only(file.root(), {"schema", "set", "role", "change", "year"});
  auto add = [&](const toml::table& entry, ContextCue cue) {
    cue.cue = joined(file.texts(entry, "text"), "|");
    if (cue.cue.empty()) file.fail(entry, "text is missing or empty");
    cue.where = file.at(entry, "");
    file.check_regex(entry, cue.cue);
    set.context.push_back(std::move(cue));
  };
  for (const toml::table* entry : file.tables(file.root(), "role")) {
    file.only(*entry, {"role", "text", "force", "weak"});
    ContextCue cue;
    cue.type = ContextCue::role;
    cue.role_value = optional_role(file, *entry);
    cue.force = file.flag(*entry, "force", false);
    cue.weak = file.flag(*entry, "weak", false);
    add(*entry, std::move(cue));
  }
  for (const toml::table* entry : file.tables(file.root(), "change")) {
    file.only(*entry, {"change", "text", "adjacent"});
    ContextCue cue;
    cue.type = ContextCue::change;
    if (file.need_text(*entry, "change") != "none")
      cue.change_value =
          need_named(file, *entry, "change", change_named, "none increase decrease raised_to lowered_to");
    cue.adjacent = file.flag(*entry, "adjacent", false);
    add(*entry, std::move(cue));
  }
  for (const toml::table* entry : file.tables(file.root(), "year")) {
    file.only(*entry, {"offset", "text"});
    ContextCue cue;
    cue.type = ContextCue::year;
    cue.offset = static_cast<int>(file.whole(*entry, "offset", 0));
    add(*entry, std::move(cue));
  }
}

void read_sections(const TomlFile& file, PatternSet::Impl& set) {
  file.only(file.root(), {"schema", "set", "section"});
  for (const toml::table* entry : file.tables(file.root(), "section")) {
    file.only(*entry, {"code", "heading", "role"});
    SectionRule rule;
    rule.where = file.at(*entry, "");
    rule.code = file.need_text(*entry, "code");
    rule.role = optional_role(file, *entry);
    rule.headings = file.texts(*entry, "heading");
    for (const auto& re : rule.headings) file.check_regex(*entry, re);
    if (rule.headings.empty()) file.fail(*entry, "heading is missing or empty");
    set.sections.push_back(std::move(rule));
  }
}

void read_fields(const TomlFile& file, PatternSet::Impl& set) {
  file.only(file.root(), {"schema", "set", "label", "title", "title_lead", "not_title", "kind",
                          "outline_kind", "placeholder", "generic_project", "heading_word", "heading_tail",
                          "form_word", "organisation_word", "field"});
  OutlineWords& words = set.words;
  for (const toml::table* entry : file.tables(file.root(), "label")) {
    file.only(*entry, {"field", "priority", "text"});
    auto field = file.need_text(*entry, "field");
    auto priority = static_cast<int>(file.whole(*entry, "priority", 0));
    for (auto& text : file.texts(*entry, "text")) words.labels.push_back({field, std::move(text), priority});
  }
  add_kinds(file, "kind", words.kinds);
  add_kinds(file, "outline_kind", words.outline_kinds);
  add_words(file, "title", words.title_words);
  add_words(file, "title_lead", words.title_leads);
  add_words(file, "not_title", words.not_title_words);
  add_words(file, "placeholder", words.placeholders);
  add_words(file, "generic_project", words.generic_projects);
  add_words(file, "heading_word", words.heading_words);
  add_words(file, "heading_tail", words.heading_tails);
  add_words(file, "form_word", words.form_words);
  add_words(file, "organisation_word", words.organisation_words);
  for (const toml::table* entry : file.tables(file.root(), "field")) {
    file.only(*entry, {"name", "concepts", "largest"});
    set.fields.push_back(
        {file.need_text(*entry, "name"), file.texts(*entry, "concepts"), file.texts(*entry, "largest")});
  }
}

void read_skips(const TomlFile& file, PatternSet::Impl& set) {
  file.only(file.root(), {"schema", "set", "skip", "grade"});
  std::string all;
  for (const toml::table* entry : file.tables(file.root(), "skip")) {
    file.only(*entry, {"id", "re", "lead", "open", "close", "most", "without", "reason", "example",
                       "near_miss", "known_miss"});
    SkipRule skip;
    skip.id = file.need_text(*entry, "id");
    skip.where = file.at(*entry, "");
    skip.reason = file.need_text(*entry, "reason");
    skip.re = optional_regex(file, *entry, "re");
    skip.lead = optional_regex(file, *entry, "lead");
    skip.open = file.text(*entry, "open", "");
    skip.close = file.text(*entry, "close", "");
    skip.most = static_cast<std::size_t>(file.whole(*entry, "most", 0));
    skip.without = optional_regex(file, *entry, "without");
    skip.examples = read_examples(file, *entry);
    if (skip.re.has_value() == !skip.open.empty())
      file.fail(*entry, "a skip wants either re or open and close");
    if (skip.re && !skip.lead) all += (all.empty() ? "(?:" : "|(?:") + file.need_text(*entry, "re") + ")";
    set.skips.push_back(std::move(skip));
  }
  if (!all.empty()) set.any_skip = file.regex(file.root(), all);
  for (const toml::table* entry : file.tables(file.root(), "grade")) {
    file.only(*entry, {"label", "joint", "word"});
    std::vector<std::string> printed = file.texts(*entry, "word");
    if (printed.empty()) file.fail(*entry, "word is missing or empty");
    std::sort(printed.begin(), printed.end(), [](const auto& a, const auto& b) {
      return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    set.grades.label = file.regex(*entry, joined(file.texts(*entry, "label"), "|"));
    set.grades.re = file.regex(
        *entry, fmt::format("(?:{})(?:{})?[“\"‘「]?({})(?:[”\"’」]|[，。；、！（）\n]|等|级|档|次|$)",
                            joined(file.texts(*entry, "label"), "|"),
                            joined(file.texts(*entry, "joint"), "|"), joined(printed, "|")));
  }
}

/// A confusion stands inside expressions.
void check_plain(const TomlFile& file, const toml::table& entry, const std::string& word) {
  if (word.empty() || word.find_first_of("\\.*+{}^$?()[]|") != word.npos)
    file.fail(entry, fmt::format("'{}' is empty or holds a mark of expressions", word));
}

void read_ocr(const TomlFile& file, PatternSet::Impl& set) {
  file.only(file.root(), {"schema", "set", "confusion"});
  for (const toml::table* entry : file.tables(file.root(), "confusion")) {
    file.only(*entry, {"text", "read"});
    Confusion confusion{file.need_text(*entry, "text"), file.texts(*entry, "read")};
    check_plain(file, *entry, confusion.text);
    for (const std::string& read : confusion.read) check_plain(file, *entry, read);
    for (const Confusion& other : set.confusions)
      if (other.text.starts_with(confusion.text) || confusion.text.starts_with(other.text))
        file.fail(*entry, fmt::format("{} and {} begin alike", confusion.text, other.text));
    set.confusions.push_back(std::move(confusion));
  }
}

void read_rules(const TomlFile& file, PatternSet::Impl& set) {
  file.only(file.root(), {"schema", "set", "macro", "rule"});
  Macros macros(file);
  for (const toml::table* entry : file.tables(file.root(), "rule"))
    set.rules.push_back(read_rule(file, *entry, macros));
  macros.require_all_used();
}

}  // namespace ziping
