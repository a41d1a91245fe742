#include "app/commands.h"
#include "app/setup.h"
#include "audit/relation_examples.h"
#include "base/error.h"
#include "form/form_examples.h"

#include <fmt/format.h>

#include <cstdio>

namespace ziping {

void declare_patterns(OptionList&) {}

int run_patterns(const OptionValues& values) {
  std::vector<std::string> words = plain_arguments(values);
  if (words.empty() || words.front() != "check" || words.size() > 2)
    throw UsageError("what to do with the patterns? ziping patterns check [DIR]");
  std::string folder = pattern_folder(words.size() == 2 ? words[1] : "");
  std::vector<std::string> faults = PatternSet::check(folder);
  if (faults.empty()) faults = check_form_examples(PatternSet::load(folder));
  if (faults.empty()) faults = check_relation_examples(PatternSet::load(folder));
  for (const std::string& fault : faults) fmt::print("{}\n", fault);
  if (!faults.empty()) throw PatternError(fmt::format("{}: faults found: {}", folder, faults.size()));
  PatternSet patterns = PatternSet::load(folder);
  PatternSet::Counts counts = patterns.counts();
  fmt::print("{}: {} files, {} rules, {} examples, {} near misses, {} known misses, {} forms: sound\n",
             folder, counts.files, counts.rules, counts.examples, counts.near_misses, counts.known_misses,
             patterns.form_words().variants.size());
  fmt::print("version {} sha256 {}\n", patterns.version(), patterns.digest());
  return 0;
}

}  // namespace ziping
