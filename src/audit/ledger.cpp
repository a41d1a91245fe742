#include "audit/ledger.h"

#include "pattern/rules.h"

#include <algorithm>
#include <iterator>

namespace ziping {
namespace {

constexpr std::size_t kShownParts = 6;
constexpr std::size_t kMostBeside = 64;  ///< figures of a sentence on each side of one
constexpr std::size_t kMostRows = 1000;  ///< of a form; what has more is none that a person filled in

/// Finds where paragraphs begin, asked in text order.
class Paragraphs {
 public:
  explicit Paragraphs(std::string_view text) : text_(text) {}

  std::size_t begin_of(std::size_t at) {
    if (at < begin_) begin_ = 0;
    for (std::size_t end; (end = text_.find('\n', begin_)) < at;) begin_ = end + 1;
    return begin_;
  }

 private:
  std::string_view text_;
  std::size_t begin_ = 0;
};

}  // namespace

Ledger::Ledger(const AuditInput& input, int report) : input_(input), report_(report) {
  int index = 0;
  Paragraphs paragraphs(input.clean.text);
  for (const Mention& mention : input.mentions) {
    if (mention.report == report + 1 && mention.table >= 0)
      mention_of_cell_.try_emplace({mention.table, mention.cell}, index);
    if (mention.report == report + 1 && mention.table >= 0) table_mentions_.push_back(&mention);
    if (mention.report == report + 1 && mention.table < 0)
      entries_.push_back({.mention = &mention,
                          .fact = ziping::fact_of(input.clean.text, mention, index),
                          .paragraph = paragraphs.begin_of(mention.span.begin)});
    ++index;
  }
  for (const Form& form : input.forms.forms)
    if (input.outline.report_at(form.span.begin) == report && !form.empty_template &&
        form.indicators.size() <= kMostRows && form.funds.size() <= kMostRows)
      forms_.push_back(&form);
}

const Report& Ledger::report() const {
  return input_.outline.reports[static_cast<std::size_t>(report_)];
}

bool Ledger::is_misreadable(const Form& form) const {
  return std::any_of(form.tables.begin(), form.tables.end(),
                     [&](int table) { return input_.forms.tables[static_cast<std::size_t>(table)].ocr; });
}

std::string_view Ledger::between(std::size_t begin, std::size_t end) const {
  return begin < end ? text().substr(begin, end - begin) : std::string_view();
}

std::span<const Entry> Ledger::sentence(const Entry& entry) const {
  auto at = static_cast<std::size_t>(&entry - entries_.data());
  std::size_t begin = at, end = at + 1;
  while (begin > 0 && at - begin < kMostBeside && same_sentence(entries_[begin - 1], entry)) --begin;
  while (end < entries_.size() && end - at < kMostBeside && same_sentence(entries_[end], entry)) ++end;
  return std::span(entries_).subspan(begin, end - begin);
}

const std::vector<Ledger::Match>& Ledger::matches(const Relation& relation, std::string_view key) const {
  const std::vector<std::string>& globs = relation.list(key);
  auto [found, fresh] = matches_.try_emplace(&globs);
  if (!fresh) return found->second;
  for (const Entry& entry : entries_) {
    if (!entry.fact || (entry.mention->change == Change::increase && key != "more")) continue;
    auto glob = std::find_if(globs.begin(), globs.end(),
                             [&](const std::string& g) { return glob_matches(g, entry.mention->detail); });
    if (glob != globs.end())
      found->second.push_back({&entry, static_cast<std::size_t>(glob - globs.begin())});
  }
  return found->second;
}

std::optional<Fact> Ledger::fact_of_mention(const Mention& mention) const {
  return ziping::fact_of(text(), mention, static_cast<int>(&mention - input_.mentions.data()));
}

Fact Ledger::fact_of_cell(CellId id, const Decimal& value) const {
  const Cell& cell =
      input_.forms.tables[static_cast<std::size_t>(id.table)].cells[static_cast<std::size_t>(id.cell)];
  Fact fact;
  fact.value = value;
  fact.shown = cell.text;
  std::replace(fact.shown.begin(), fact.shown.end(), '\n', ' ');
  fact.place = last_place(cell.text, value);
  fact.slack = (fact.place * Decimal(5)).shifted(-1);
  fact.evidence.cell = id;
  if (auto found = mention_of_cell_.find({id.table, id.cell}); found != mention_of_cell_.end())
    fact.evidence.mention = found->second;
  if (!cell.pieces.empty()) fact.span = cell.pieces.front();
  return fact;
}

void Ledger::add(const Relation& relation, Severity severity, const Fact& stated,
                 const std::optional<Decimal>& computed, const std::vector<const Fact*>& others,
                 std::string message) {
  Finding finding{.report = number(),
                  .rule = relation.name(),
                  .severity = severity,
                  .stated = stated.value.str(),
                  .computed = computed ? computed->str() : "",
                  .message = std::move(message),
                  .evidence = {stated.evidence},
                  .place = stated.span};
  for (const Fact* other : others) finding.evidence.push_back(other->evidence);
  findings_.push_back(std::move(finding));
  claimed_.emplace(relation.arithmetic, stated.span.begin);
}

bool Ledger::claimed(const Relation& relation, const Fact& stated) const {
  return claimed_.contains({relation.arithmetic, stated.span.begin});
}

std::vector<Finding> Ledger::take() {
  std::stable_sort(findings_.begin(), findings_.end(),
                   [](const Finding& a, const Finding& b) { return a.place.begin < b.place.begin; });
  return std::move(findings_);
}

std::string restated(const Fact& like, const Decimal& value) {
  constexpr std::string_view kNumber = "0123456789.,";
  std::size_t begin = like.shown.find_first_of("0123456789");
  if (begin == std::string::npos) return value.str();
  std::size_t end = std::min(like.shown.find_first_not_of(kNumber, begin), like.shown.size());
  std::string digits;
  std::copy_if(like.shown.begin() + static_cast<std::ptrdiff_t>(begin),
               like.shown.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(digits),
               [](char c) { return c != ','; });
  auto number = Decimal::parse(digits);
  if (!number || number->zero()) return value.str();
  for (int power = -2; power <= 8; ++power)
    if (number->shifted(power) == magnitude(like.value))
      return value.shifted(-power).str() + like.shown.substr(end);
  return value.str();
}

std::string joined(const std::vector<const Fact*>& facts, const char* between) {
  std::string list;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    bool left_out = facts.size() > kShownParts && i > 2 && i + 1 < facts.size();
    if (left_out && i > 3) continue;
    list += (i == 0 ? "" : between) + (left_out ? std::string("…") : facts[i]->shown);
  }
  return list;
}

bool same_family(const Mention& a, const Mention& b) {
  return a.kind == b.kind && a.quantity.unit == b.quantity.unit && a.per.empty() && b.per.empty();
}

}  // namespace ziping
