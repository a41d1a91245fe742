#pragma once

#include "outline/outline.h"
#include "pattern/cues.h"
#include "pattern/mention.h"
#include "pattern/pattern_set.h"
#include "pattern/regex.h"
#include "pattern/relations.h"
#include "pattern/units.h"
#include "pattern/value_grammar.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ziping {

// The pattern files as data. What each key means stands at the head of its file under patterns/.

/// A concept code (concepts.toml).
struct Concept {
  std::string code;       ///< fine code: people.retired
  std::string published;  ///< the code of column `concept`: other
  Kind kind = Kind::count;
  std::string parts;         ///< concept of its parts that no cue labels; empty: none
  std::optional<Role> role;  ///< fixed role; empty: by context, actual where it is silent
};

enum class Side { before, after, around };
enum class Reach { clause, sentence, heading };

struct Expectation {
  std::map<std::string, std::string>
      fields;  ///< raw value unit comparator change per role year concept subject
};
struct Example {
  enum Type { example, near_miss, known_miss } type = example;
  std::string where;  ///< file:line
  std::string text, section;
  std::vector<Expectation> expect;
};

/// A cue rule: words that say what a value measures (amount.toml, rate.toml, ...).
struct CueRule {
  std::string id, where;
  int rev = 1;
  std::string measure;  ///< concept code; `{source}` in it is filled from the source axis
  Kind kind = Kind::count;
  std::string status;  ///< draft stable retired
  std::string cue;
  Side side = Side::before;
  Reach reach = Reach::sentence;
  int within = 30;                      ///< code points between cue and value
  std::vector<std::string> not_after;   ///< words that must not stand right before the cue
  std::vector<std::string> only_after;  ///< one of these must stand there, or nothing of its clause
  std::optional<Regex> stop;            ///< must not be found between cue and value
  std::optional<Regex> with;            ///< must be found in the sentence
  std::optional<Regex> without;         ///< must not be found in the sentence
  std::vector<std::string> follows;     ///< globs: concept of the value before it in the sentence
  std::vector<std::string> counted;     ///< the rule is for values in these units only; empty: in any
  bool alone = false;                   ///< nothing but lead words may stand before the cue in its clause
  bool per = false;                     ///< the rule is for unit prices only: 24元/人·年
  std::vector<std::string> sections, not_sections;
  std::optional<Role> role;
  int weight = 0;
  std::vector<std::string> overrides;
  std::vector<Example> examples;
  std::string name;  ///< id@rev
};

/// A level of government that money comes from.
struct Source {
  std::string code;  ///< central province city county township local
  std::string cue;
  std::vector<std::string> alone;  ///< words that name it where they are all that stands before a value: 省
};

/// A word of the context that decides role, change or year (context.toml).
struct ContextCue {
  enum Type { role, change, year, source } type = role;
  std::string cue, where;
  std::optional<Role> role_value;  ///< role: empty for a word that only hides shorter ones
  Change change_value = Change::none;
  bool force = false;     ///< role: also where the concept's own role is actual
  bool weak = false;      ///< role: gives way to any other word of the clause
  bool adjacent = false;  ///< change: nothing but a filler between the word and the value
  int offset = 0;         ///< year: from the fiscal year
  std::size_t source_index = 0;
};

struct SectionRule {
  std::string code, where;
  std::vector<std::string> headings;  ///< cues; index in PatternSet::Impl::heading_cues is the section's
  std::optional<Role> role;
};

/// A figure of the report as a whole (fields.toml).
struct FieldRule {
  std::string name;
  std::vector<std::string> concepts;  ///< the first one that occurs gives the figure
  std::vector<std::string> largest;   ///< else the largest figure of these
};

/// Numbers that are no mention (skips.toml): an expression, or a pair of marks.
struct SkipRule {
  std::string id, where, reason;
  std::optional<Regex> re;
  std::optional<Regex> lead;     ///< of an expression: must be found in its clause before it
  std::string open, close;       ///< a pair of marks
  std::size_t most = 0;          ///< of a pair: characters between the marks; 0 for any number
  std::optional<Regex> without;  ///< of a pair: must not be found between the marks
  std::vector<Example> examples;

  /// The first match at or after `from`.
  std::optional<Span> find(std::string_view text, std::size_t from) const;
};

/// A conclusion in words: 等级为优.
struct GradeWords {
  std::optional<Regex> re;     ///< group 1 is the word
  std::optional<Regex> label;  ///< what it begins with: looked for first
};

struct PatternSet::Impl {
  std::string version, digest;
  Counts counts;
  Units units;
  std::map<std::string, Concept> concepts;
  std::vector<CueRule> rules;
  std::vector<Source> sources;
  std::vector<ContextCue> context;  ///< cue index rules.size() + i
  std::vector<SectionRule> sections;
  std::vector<FieldRule> fields;
  std::vector<SkipRule> skips;
  std::optional<Regex> any_skip;  ///< of those that are plain expressions
  GradeWords grades;
  std::vector<Confusion> confusions;  ///< ocr.toml
  std::vector<Relation> relations;
  OutlineWords words;
  FormWords form_words;
  CueMatcher cues;          ///< of rules and context
  CueMatcher heading_cues;  ///< of sections

  const SectionRule* section(const std::string& code) const;
  /// The rule of a hit of `cues`; null where the hit is a context word.
  const CueRule* rule_of(const CueHit& hit) const {
    return hit.cue < rules.size() ? &rules[hit.cue] : nullptr;
  }
  /// The context word of a hit of `cues`; null where it is a rule's, or of another type than `type`.
  const ContextCue* context_of(const CueHit& hit, ContextCue::Type type) const {
    if (hit.cue < rules.size()) return nullptr;
    const ContextCue& word = context[hit.cue - rules.size()];
    return word.type == type ? &word : nullptr;
  }
};

/// `*` at the end of `glob` stands for anything.
bool glob_matches(std::string_view glob, std::string_view text);

}  // namespace ziping
