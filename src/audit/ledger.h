#pragma once

#include "audit/audit.h"
#include "audit/fact.h"
#include "audit/judge.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ziping {

/// A figure of a report's prose.
struct Entry {
  const Mention* mention = nullptr;
  std::optional<Fact> fact;   ///< empty for bounds and words
  std::size_t paragraph = 0;  ///< where its paragraph begins
};

/// One report under audit: the figures of its prose in text order, its forms, and what was found so far.
class Ledger {
 public:
  Ledger(const AuditInput& input, int report);

  const std::vector<Entry>& entries() const { return entries_; }
  /// The figures of the sentence that an entry stands in, itself among them; of an endless one those near it.
  std::span<const Entry> sentence(const Entry& entry) const;
  const std::vector<const Mention*>& table_mentions() const { return table_mentions_; }
  const std::vector<const Form*>& forms() const { return forms_; }
  const Report& report() const;
  std::string_view text() const { return input_.clean.text; }
  const FormPages& pages() const { return input_.forms; }
  /// A digit of the form may be misread: what does not add up may be the reading's fault.
  bool is_misreadable(const Form& form) const;
  std::string_view between(std::size_t begin, std::size_t end) const;

  /// A figure whose concept fits a list of a relation, and by which of its globs.
  struct Match {
    const Entry* entry;
    std::size_t rank;
  };
  /// The exact figures, increases left out, that fit the list `key`, in text order.
  const std::vector<Match>& matches(const Relation& relation, std::string_view key) const;

  std::optional<Fact> fact_of_mention(const Mention& mention) const;
  /// The figure that was read of a cell of a form; `value` is what the form's row says it is.
  Fact fact_of_cell(CellId cell, const Decimal& value) const;

  /// Keeps what was found out about `stated`; of what is said in words nothing is computed.
  void add(const Relation& relation, Severity severity, const Fact& stated,
           const std::optional<Decimal>& computed, const std::vector<const Fact*>& others,
           std::string message);
  /// The same for what is stated in words.
  void add(Finding finding) { findings_.push_back(std::move(finding)); }
  int number() const { return report_ + 1; }
  /// Whether a relation of this arithmetic has spoken of the figure already.
  bool claimed(const Relation& relation, const Fact& stated) const;

  std::vector<Finding> take();

 private:
  const AuditInput& input_;
  int report_;
  std::vector<Entry> entries_;
  std::vector<const Mention*> table_mentions_;  ///< of cells, in text order
  std::vector<const Form*> forms_;
  std::map<std::pair<int, int>, int> mention_of_cell_;
  mutable std::map<const std::vector<std::string>*, std::vector<Match>> matches_;  ///< by a relation's list
  std::vector<Finding> findings_;
  std::set<std::pair<std::string, std::size_t>> claimed_;
};

/// A computed value as the stated one is printed: 4183100 beside 418.3万元 is 418.31万元.
std::string restated(const Fact& like, const Decimal& value);
/// `a + b + c` of figures as printed; of more than six the first and the last.
std::string joined(const std::vector<const Fact*>& facts, const char* between);

/// Same kind and unit, neither a unit price nor an amount of change: what may be added up.
bool same_family(const Mention& a, const Mention& b);
inline bool same_sentence(const Entry& a, const Entry& b) {
  return a.mention->sentence == b.mention->sentence;
}

}  // namespace ziping
