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

/// All `*.toml` of `folder` and, where it has one, of its folder `forms`, with LF line ends and no trailing
/// blanks. Throws SetupError where the folder is missing.
std::vector<PatternFile> read_pattern_files(const std::string& folder);
/// SHA-256 over the files, hex.
std::string digest_of(const std::vector<PatternFile>& files);

/// What loading looks at.
enum class PatternChecks {
  none,     ///< what reading itself meets; no expression is tried: for files whose every check has passed
  rules,    ///< also expressions, and that rules are well formed and fit each other
  examples  ///< the examples of rules too
};

/// Every pattern file of a folder, ready for use. Immutable; share one for many documents.
class PatternSet {
 public:
  /// Throws PatternError with `file:line:` for the first fault.
  static PatternSet load(const std::vector<PatternFile>& files, PatternChecks checks = PatternChecks::rules);
  /// All faults, those of examples included, each as `file:line: message`; empty when the files are sound.
  static std::vector<std::string> check(const std::vector<PatternFile>& files);
  /// The same for the files of a folder; throw SetupError too.
  static PatternSet load(const std::string& folder, PatternChecks checks = PatternChecks::rules);
  static std::vector<std::string> check(const std::string& folder);

  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;
  ~PatternSet();

  const std::string& version() const;  ///< newest version of its files: 2026.1
  const std::string& digest() const;   ///< digest_of() its files
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
