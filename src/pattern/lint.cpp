#include "pattern/lint.h"

#include "base/nearest.h"
#include "pattern/regex_words.h"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>
#include <set>

namespace ziping {
namespace {

constexpr int kMaxInstructions = 1000;  ///< of a compiled cue; over that it wants to be two rules

class Linter {
 public:
  explicit Linter(const PatternSet::Impl& set) : set_(set) {}

  std::vector<std::string> run() {
    for (const auto& [code, entry] : set_.concepts) check_concept(entry);
    for (const CueRule& rule : set_.rules) ids_.insert(rule.id);
    for (const CueRule& rule : set_.rules) check_rule(rule);
    for (const CueRule& rule : set_.rules) check_cycle(rule);
    for (const SkipRule& skip : set_.skips) check_skip(skip);
    for (const Relation& relation : set_.relations) check_relation(relation);
    check_sections();
    check_fields();
    return std::move(faults_);
  }

 private:
  template <typename... Args>
  void fault(const std::string& where, fmt::format_string<Args...> message, Args&&... args) {
    faults_.push_back(where + fmt::format(message, std::forward<Args>(args)...));
  }

  void check_concept(const Concept& entry) {
    bool known = entry.published == "other" || set_.concepts.contains(entry.published);
    if (!known)
      fault("concepts.toml:1: ", "concept {}: published code {} is no concept", entry.code, entry.published);
    if (!entry.parts.empty() && !set_.concepts.contains(entry.parts))
      fault("concepts.toml:1: ", "concept {}: its parts are {}, which is no concept", entry.code,
            entry.parts);
  }

  void check_rule(const CueRule& rule) {
    check_id(rule.where, rule.id);
    check_measure(rule);
    if (rule.status != "draft" && rule.status != "stable" && rule.status != "retired")
      fault(rule.where, "rule {}: status must be draft, stable or retired", rule.id);
    check_cue(rule);
    check_overrides(rule);
    check_section_globs(rule);
    check_examples(rule);
    auto [other, fresh] = cues_.try_emplace(cue_key(rule), &rule);
    if (!fresh && !linked(*other->second, rule))
      fault(rule.where, "rule {}: has the cue and scope of {} without overrides", rule.id, other->second->id);
  }

  void check_id(const std::string& where, const std::string& id) {
    bool well_formed = std::all_of(id.begin(), id.end(), [](unsigned char c) {
      return std::islower(c) || std::isdigit(c) || c == '_' || c == '.' || c == '-';
    });
    if (!well_formed) fault(where, "id {} may hold a-z 0-9 _ . - only", id);
    if (!seen_.insert(id).second) fault(where, "id {} stands twice", id);
  }

  void check_measure(const CueRule& rule) {
    std::vector<std::string> codes{rule.measure};
    if (auto at = rule.measure.find("{source}"); at != std::string::npos) {
      codes = {rule.measure.substr(0, at) + "total"};
      for (const Source& source : set_.sources) codes.push_back(rule.measure.substr(0, at) + source.code);
    }
    for (const auto& code : codes) {
      auto found = set_.concepts.find(code);
      if (found == set_.concepts.end()) {
        fault(rule.where, "rule {}: unknown concept {}{}", rule.id, code,
              did_you_mean(code, concept_codes()));
      } else if (found->second.kind != rule.kind) {
        fault(rule.where, "rule {}: concept {} is of kind {}, not {}", rule.id, code,
              name_of(found->second.kind), name_of(rule.kind));
      }
    }
  }

  std::vector<std::string> concept_codes() const {
    std::vector<std::string> codes;
    for (const auto& [code, entry] : set_.concepts) codes.push_back(code);
    return codes;
  }

  void check_cue(const CueRule& rule) {
    std::optional<WordChoice> words = word_choice(rule.cue);
    if (!words) check_program(rule);  // words need none
    if (words && may_be_empty(*words)) fault_empty(rule);
    if (has_capture(rule.cue))
      fault(rule.where, "rule {}: write (?:…) for groups, captures are not used", rule.id);
    for (const char* bad : {".*", ".+", "\\b", "\\w", "\\s", "\\d", "[^"})
      if (rule.cue.find(bad) != std::string::npos)
        fault(rule.where, "rule {}: {} has no place in a cue", rule.id, bad);
    if (std::any_of(rule.cue.begin(), rule.cue.end(), [](unsigned char c) { return std::isdigit(c); }))
      fault(rule.where, "rule {}: digits and counted repeats have no place in a cue", rule.id);
    check_prefixes(rule);
  }

  void fault_empty(const CueRule& rule) {
    fault(rule.where, "rule {}: the cue matches nothing at all", rule.id);
  }

  void check_program(const CueRule& rule) {
    Regex cue(rule.cue);
    if (cue.matches_all_of("")) fault_empty(rule);
    if (cue.size() > kMaxInstructions)
      fault(rule.where, "rule {}: the cue compiles to {} instructions, over {}", rule.id, cue.size(),
            kMaxInstructions);
  }

  static bool has_capture(const std::string& re) {
    for (std::size_t at = re.find('('); at != re.npos; at = re.find('(', at + 1))
      if (re.compare(at, 2, "(?") != 0 && (at == 0 || re[at - 1] != '\\')) return true;
    return false;
  }

  /// An alternative at the top of a cue that begins a later one hides it under first-match semantics.
  void check_prefixes(const CueRule& rule) {
    std::vector<std::string> alternatives;
    int depth = 0;
    std::string word;
    for (char c : rule.cue + "|") {
      depth += (c == '(') - (c == ')');
      if (c == '|' && depth == 0) {
        for (const auto& earlier : alternatives)
          if (word.starts_with(earlier))
            fault(rule.where, "rule {}: {} hides {} behind it", rule.id, earlier, word);
        alternatives.push_back(std::exchange(word, ""));
      } else {
        word.push_back(c);
      }
    }
  }

  void check_overrides(const CueRule& rule) {
    for (const auto& id : rule.overrides)
      if (!ids_.contains(id))
        fault(rule.where, "rule {}: overrides {}, which does not exist{}", rule.id, id,
              did_you_mean(id, {ids_.begin(), ids_.end()}));
  }

  void check_cycle(const CueRule& rule) {
    std::set<std::string> reached;
    std::vector<std::string> open = rule.overrides;
    while (!open.empty()) {
      auto id = open.back();
      open.pop_back();
      if (!reached.insert(id).second) continue;
      for (const CueRule& other : set_.rules)
        if (other.id == id) open.insert(open.end(), other.overrides.begin(), other.overrides.end());
    }
    if (reached.contains(rule.id)) fault(rule.where, "rule {}: overrides itself in a circle", rule.id);
  }

  void check_section_globs(const CueRule& rule) {
    for (const auto* globs : {&rule.sections, &rule.not_sections})
      for (const auto& glob : *globs) {
        bool known = std::any_of(set_.sections.begin(), set_.sections.end(), [&](const SectionRule& section) {
          return glob_matches(glob, section.code);
        });
        if (!known) fault(rule.where, "rule {}: no section code fits {}", rule.id, glob);
      }
  }

  void check_examples(const CueRule& rule) {
    if (rule.status == "retired") return;
    auto has = [&](Example::Type type) {
      return std::any_of(rule.examples.begin(), rule.examples.end(),
                         [&](const Example& e) { return e.type == type; });
    };
    if (!has(Example::example)) fault(rule.where, "rule {}: has no example", rule.id);
    if (rule.status == "stable" && !has(Example::near_miss))
      fault(rule.where, "rule {}: is stable and has no near miss", rule.id);
    for (const Example& example : rule.examples) {
      if (!texts_.insert(rule.id + "\n" + example.text + "\n" + example.section).second)
        fault(example.where, "rule {}: the example stands twice", rule.id);
      if (example.type == Example::example && example.expect.empty())
        fault(example.where, "rule {}: the example expects nothing", rule.id);
    }
  }

  void check_skip(const SkipRule& skip) {
    check_id(skip.where, skip.id);
    if (skip.re && skip.re->found_in("")) fault(skip.where, "skip {}: matches nothing at all", skip.id);
    bool shown = std::any_of(skip.examples.begin(), skip.examples.end(),
                             [](const Example& e) { return e.type == Example::example; });
    if (!shown) fault(skip.where, "skip {}: has no example", skip.id);
  }

  /// Its concepts exist, one at least for each glob; its expressions are RE2 where they stand for one.
  void check_relation(const Relation& relation) {
    check_id(relation.where, relation.id);
    auto arithmetic = std::find_if(arithmetics().begin(), arithmetics().end(),
                                   [&](const Arithmetic& a) { return a.name == relation.arithmetic; });
    for (const auto* keys : {&arithmetic->concepts, &arithmetic->more})
      for (std::string_view key : *keys)
        for (const std::string& glob : relation.list(key)) {
          bool known = glob == "other" ||
                       std::any_of(set_.concepts.begin(), set_.concepts.end(),
                                   [&](const auto& entry) { return glob_matches(glob, entry.first); });
          if (!known)
            fault(relation.where, "relation {}: unknown concept {} in {}{}", relation.id, glob, key,
                  did_you_mean(glob, concept_codes()));
        }
    for (const std::string& column : relation.list("columns"))
      if (!column_role_named(column))
        fault(relation.where, "relation {}: no column of a form is called {}", relation.id, column);
  }

  void check_sections() {
    std::set<std::string> codes;
    for (const SectionRule& section : set_.sections)
      if (!codes.insert(section.code).second) fault(section.where, "section {} stands twice", section.code);
  }

  void check_fields() {
    for (const FieldRule& field : set_.fields)
      for (const auto* codes : {&field.concepts, &field.largest})
        for (const auto& code : *codes)
          if (!set_.concepts.contains(code))
            fault("fields.toml:1: ", "field {}: unknown concept {}{}", field.name, code,
                  did_you_mean(code, concept_codes()));
  }

  static std::string cue_key(const CueRule& rule) {
    std::vector<std::string> sections = rule.sections;
    std::sort(sections.begin(), sections.end());
    return fmt::format("{}|{}|{}|{}|{}|{}|{}", name_of(rule.kind), rule.cue, static_cast<int>(rule.side),
                       fmt::join(sections, ","), fmt::join(rule.follows, ","),
                       fmt::join(rule.only_after, ","), fmt::join(rule.counted, ","));
  }

  static bool linked(const CueRule& a, const CueRule& b) {
    auto names = [](const CueRule& one, const CueRule& other) {
      return std::find(one.overrides.begin(), one.overrides.end(), other.id) != one.overrides.end();
    };
    return names(a, b) || names(b, a);
  }

  const PatternSet::Impl& set_;
  std::vector<std::string> faults_;
  std::set<std::string> ids_, seen_, texts_;
  std::map<std::string, const CueRule*> cues_;
};

}  // namespace

std::vector<std::string> lint(const PatternSet::Impl& set) {
  return Linter(set).run();
}

}  // namespace ziping
