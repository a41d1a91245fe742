#pragma once

#include "outline/outline.h"
#include "pattern/context.h"
#include "pattern/rules.h"
#include "pattern/value_grammar.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ziping {

/// Joins values with the cues around them. The order is total and does not depend on file order:
/// guards and section scope decide whether a cue may speak; then the nearest reach (clause, sentence,
/// heading), explicit overrides, the smaller distance, the longer cue, the higher weight, the id.
class Labeller {
 public:
  Labeller(std::string_view text, const Outline& outline, const PatternSet::Impl& set, bool ocr);
  ~Labeller();

  /// Labels the values of one paragraph and appends them as mentions. One explanation a mention is
  /// appended where `explanations` is given.
  void label(Span paragraph, const std::vector<Value>& values, std::vector<Mention>& mentions,
             std::vector<Explanation>* explanations);

 private:
  struct Scope;   // what holds for all values of a section
  struct Choice;  // a cue that may speak for a value
  enum class Refusal;
  struct Parent {  // the last value that a cue labelled
    Kind kind = Kind::count;
    std::size_t end = 0;
    Decimal value;
    std::string measure;
    const CueRule* rule = nullptr;
  };

  void take_sentence(Span sentence);
  void drop_inner_context();
  const Scope& scope_at(std::size_t at);
  const std::string& source_of(int report);
  Setting setting_of(const std::vector<Value>& values, std::size_t index) const;
  void take_list(const std::vector<Value>& values, std::size_t index, Setting& setting) const;
  std::optional<Choice> judge(const CueHit& hit, const Value& value, const Setting& setting,
                              const Scope& scope, const std::string& previous) const;
  const Choice* choose(const Value& value, const Setting& setting, const Scope& scope,
                       const std::string& previous, bool all);
  void add_heading_choices(const Value& value, const Setting& setting, const Scope& scope,
                           const std::string& previous);
  Refusal refusal(const CueHit& hit, const Value& value, const Setting& setting, const Scope& scope,
                  const std::string& previous, const Choice& choice) const;
  Refusal sentence_refuses(std::uint32_t rule) const;
  const Choice* best();
  std::string measure_of(const Choice& choice, const Value& value, const Setting& setting, const Scope& scope,
                         const Parent& parent) const;
  std::string source_in(Span span) const;
  bool is_part(const Parent& parent, const Value& value, const Setting& setting) const;
  Mention open_mention(const Value& value, const Setting& setting) const;
  std::optional<Role> give_concept(const Choice* winner, const Value& value, const Setting& setting,
                                   const Scope& scope, Parent& parent, Mention& mention) const;
  bool begins_movement(const std::vector<Value>& values, std::size_t index) const;
  Explanation explain(std::vector<Choice>& choices, const Scope& scope, const Reading& reading) const;
  static std::string reason(const Choice& choice, const Scope& scope);

  std::string_view text_;
  const Outline& outline_;
  const PatternSet::Impl& set_;
  bool ocr_;
  ContextReader context_;
  Breaks breaks_;
  Span sentence_;
  std::vector<CueHit> hits_;                      ///< context words of sentence_, offsets of the whole text
  std::array<std::vector<CueHit>, 5> rule_hits_;  ///< cues of sentence_ for each kind of value
  std::vector<CueHit> found_;                     ///< scratch
  std::vector<Choice> choices_;                   ///< for the value at hand
  std::vector<Span> topics_;                      ///< subjects of the sentence's values so far
  /// For each rule: whether `with` and `without` let it speak in the sentence of this number.
  struct Tested {
    std::size_t sentence = 0;
    Refusal refused{};
  };
  mutable std::vector<Tested> tested_;
  std::size_t sentence_number_ = 0;
  std::map<int, Scope> scopes_;
  std::map<int, std::string> report_sources_;
};

}  // namespace ziping
