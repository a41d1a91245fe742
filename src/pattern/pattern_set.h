#pragma once

#include "outline/outline.h"
#include "pattern/form_words.h"
#include "pattern/mention.h"
#include "pattern/relations.h"
#include "pattern/report_figures.h"

#include <memory>
#include <string>
#include <vector>

namespace ziping {

/// A pattern file: its name within the pattern folder (`amount.toml`, `forms/words.toml`) and its text.
struct PatternFile {
  std::string name, text;
};

/// Every pattern file of a folder, checked and compiled. Immutable; share one for many documents.
class PatternSet {
 public:
  /// Reads all `*.toml` of `folder` and, where it has one, of its folder `forms`. Throws PatternError with `file:line:` for the
  /// first fault, SetupError where the folder is missing. `run_examples` also runs the examples in the files.
  static PatternSet load(const std::string& folder, bool run_examples);
  /// All faults of the folder, examples included, each as `file:line: message`; empty when it is sound.
  static std::vector<std::string> check(const std::string& folder);
  /// The same for files in memory, in this order.
  static PatternSet load(const std::vector<PatternFile>& files, bool run_examples);
  static std::vector<std::string> check(const std::vector<PatternFile>& files);

  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;
  ~PatternSet();

  const std::string& version() const;  ///< newest version of its files: 2026.1
  const std::string& digest() const;   ///< SHA-256 over the normalised files, hex
  const OutlineWords& outline_words() const;
  const FormWords& form_words() const;
  const std::vector<Relation>& relations() const;  ///< what audit/ checks

  /// Counts for `patterns check`: files, rules, examples.
  struct Counts {
    int files = 0, rules = 0, examples = 0, near_misses = 0, known_misses = 0;
  };
  Counts counts() const;

  struct Impl;
  const Impl& impl() const { return *impl_; }

 private:
  explicit PatternSet(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Why a mention got its labels: every rule that could have given its concept.
struct Candidate {
  std::string rule;     ///< id@rev
  std::string measure;  ///< the concept it would give
  Span cue;             ///< where its words stand
  std::string reach;    ///< clause, sentence, line, heading
  int distance = 0;     ///< code points between cue and value
  bool won = false;
  std::string reason;  ///< why it lost: `farther than …`, `overridden by …`, `stopped by …`
};
struct Explanation {
  std::vector<Candidate> candidates;  ///< best first
  std::vector<std::string> notes;     ///< why comparator, change, role, per and year are what they are
};
/// A number that was seen and is no mention, and why: date, list number, document number, ...
struct Skipped {
  Span span;
  std::string reason;
};

/// Sets Section::code by sections.toml.
void code_sections(Outline& outline, const PatternSet& patterns);

/// All mentions of a document, in text order, labelled. `explanations` and `skipped` are filled
/// where given (one explanation a mention).
std::vector<Mention> find_mentions(const CleanText& clean, const Outline& outline, const PatternSet& patterns,
                                   bool ocr, std::vector<Explanation>* explanations = nullptr,
                                   std::vector<Skipped>* skipped = nullptr);

/// The figures of each report as a whole, chosen among its mentions by fields.toml.
std::vector<ReportFigures> report_figures(const Outline& outline, const std::vector<Mention>& mentions,
                                          const PatternSet& patterns);

}  // namespace ziping
