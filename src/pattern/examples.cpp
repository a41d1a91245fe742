#include "base/utf8.h"
#include "pattern/lint.h"
#include "pattern/one_report.h"

#include <fmt/format.h>
#include <algorithm>

namespace ziping {
namespace {

std::string field_of(const Mention& mention, const std::string& name, const CleanText& clean) {
  if (name == "raw") return std::string(mention.span.of(clean.text));
  if (name == "value") return mention.quantity.str();
  if (name == "unit") return mention.quantity.unit;
  if (name == "kind") return name_of(mention.kind);
  if (name == "comparator") return name_of(mention.quantity.comparator);
  if (name == "change") return name_of(mention.change);
  if (name == "per") return mention.per;
  if (name == "role") return name_of(mention.role);
  if (name == "year") return mention.year ? std::to_string(*mention.year) : "";
  if (name == "concept") return mention.measure;
  if (name == "detail") return mention.detail;
  return std::string(mention.subject.of(clean.text));
}

std::string rule_of(const Mention& mention) {
  return mention.pattern.substr(0, mention.pattern.find('@'));
}

/// Empty where a mention of `mentions` from `next` on has all fields; else what is wrong.
std::string misfit(const Expectation& expectation, const std::vector<Mention>& mentions,
                   const CleanText& clean, std::size_t& next, const Mention** found) {
  auto raw = expectation.fields.find("raw");
  for (std::size_t i = next; i < mentions.size(); ++i) {
    if (raw != expectation.fields.end() && field_of(mentions[i], "raw", clean) != raw->second) continue;
    *found = &mentions[i];
    next = i + 1;
    for (const auto& [name, want] : expectation.fields)
      if (auto have = field_of(mentions[i], name, clean); have != want)
        return fmt::format("{} of {} is {}, expected {}", name, field_of(mentions[i], "raw", clean),
                           have.empty() ? "(empty)" : have, want);
    return "";
  }
  return fmt::format("no mention {}", raw == expectation.fields.end() ? "" : raw->second);
}

class ExampleRunner {
 public:
  explicit ExampleRunner(const PatternSet& patterns) : patterns_(patterns) {}

  std::vector<std::string> run() {
    for (const CueRule& rule : patterns_.impl().rules) {
      if (rule.status == "retired") continue;
      for (const Example& example : rule.examples) run(rule, example);
    }
    for (const SkipRule& skip : patterns_.impl().skips)
      for (const Example& example : skip.examples) run(skip, example);
    return std::move(faults_);
  }

 private:
  void fault(const Example& example, const std::string& id, const std::string& message) {
    faults_.push_back(fmt::format("{}{}: {}", example.where, id, message));
  }

  std::vector<Mention> mentions_of(const OneReport& stage) const {
    return find_mentions(stage.clean, stage.outline, patterns_, false);
  }

  void run(const CueRule& rule, const Example& example) {
    OneReport stage(example.text, example.section);
    auto mentions = mentions_of(stage);
    if (example.type == Example::near_miss) {
      for (const Mention& mention : mentions)
        if (rule_of(mention) == rule.id)
          fault(example, rule.id,
                "near miss is labelled by the rule: " + field_of(mention, "raw", stage.clean));
      return;
    }
    std::string message;
    bool own = false;
    std::size_t next = 0;
    for (const Expectation& expectation : example.expect) {
      const Mention* found = nullptr;
      message = misfit(expectation, mentions, stage.clean, next, &found);
      if (!message.empty()) break;
      own |= rule_of(*found) == rule.id;
    }
    if (message.empty() && !own) message = "another rule labels it: " + winner(mentions);
    if (example.type == Example::known_miss) {
      if (message.empty()) fault(example, rule.id, "a known miss is right now; make it an example");
    } else if (!message.empty()) {
      fault(example, rule.id, message);
    }
  }

  void run(const SkipRule& skip, const Example& example) {
    OneReport stage(example.text, example.section);
    auto mentions = mentions_of(stage);
    bool skipped = skip.find(stage.clean.text, 0).has_value();
    if (example.type == Example::near_miss) {
      if (skipped) fault(example, skip.id, "near miss is skipped");
      return;
    }
    if (!skipped) return fault(example, skip.id, "the expression does not match");
    std::size_t next = 0;
    for (const Expectation& expectation : example.expect) {
      const Mention* found = nullptr;
      if (auto message = misfit(expectation, mentions, stage.clean, next, &found); !message.empty())
        fault(example, skip.id, message);
    }
    if (mentions.size() > example.expect.size())
      fault(example, skip.id,
            fmt::format("{} mentions, expected {}", mentions.size(), example.expect.size()));
  }

  static std::string winner(const std::vector<Mention>& mentions) {
    std::string names;
    for (const Mention& mention : mentions)
      names += (names.empty() ? "" : " ") + (mention.pattern.empty() ? "(none)" : mention.pattern);
    return names;
  }

  const PatternSet& patterns_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> run_examples(const PatternSet& patterns) {
  return ExampleRunner(patterns).run();
}

}  // namespace ziping
