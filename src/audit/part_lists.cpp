#include "audit/part_lists.h"

#include "base/utf8.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kMostGap = 240;  ///< bytes between a whole and its first part, or between two parts
constexpr std::size_t kMostParts = 40;

/// How many more brackets open in a text than close.
int brackets(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    bool bracket = text[at] == '(' || text[at] == ')' || text[at] == std::string_view("（").front();
    char32_t ch = next_char(text, at);
    if (bracket) depth += (ch == U'(' || ch == U'（') - (ch == U')' || ch == U'）');
  }
  return depth;
}

/// A figure that cannot be a part of anything: a change, one of an earlier year, a balance.
bool stands_apart(const Mention& mention) {
  return mention.change != Change::none || mention.role == Role::prior ||
         mention.detail.starts_with("balance.");
}

class ListReader {
 public:
  ListReader(const Ledger& ledger, const ListWords& words)
      : ledger_(ledger), entries_(ledger.entries()), words_(words) {}

  std::vector<PartList> run() {
    for (std::size_t at = 0; at < entries_.size(); ++at) {
      if (!entries_[at].fact) continue;
      if (PartList list = after(at); !list.parts.empty()) lists_.push_back(std::move(list));
      if (PartList list = before(at); !list.parts.empty()) lists_.push_back(std::move(list));
    }
    return std::move(lists_);
  }

 private:
  std::string_view gap(const Entry& left, const Entry& right) const {
    return ledger_.between(left.mention->span.end, right.mention->span.begin);
  }

  /// The next figure of the family of `whole` in its paragraph; the number of entries where there is none.
  std::size_t next(std::size_t whole, std::size_t at) const {
    std::size_t reach = entries_[at].mention->span.end + kMostGap;
    for (++at; at < entries_.size() && entries_[at].paragraph == entries_[whole].paragraph &&
               entries_[at].mention->span.begin <= reach;
         ++at)
      if (same_family(*entries_[whole].mention, *entries_[at].mention)) return at;
    return entries_.size();
  }

  PartList after(std::size_t at) const {
    PartList list{.whole = &entries_[at]};
    std::size_t first = next(at, at);
    if (first == entries_.size() || stands_apart(*entries_[first].mention)) return list;
    std::string_view lead = gap(entries_[at], entries_[first]);
    std::size_t stop = find_word(lead, "。");
    bool opened = words_.opens.any_in(stop == std::string_view::npos ? lead : lead.substr(stop));
    bool bracket = brackets(lead) > 0 && (lead.starts_with("（") || lead.starts_with("("));
    if ((!opened && !bracket) || lead.size() > kMostGap) return list;
    list.main_only = holds_word(lead, "主要") || holds_word(lead, "重点");
    collect(at, first, bracket, list);
    return list;
  }

  void collect(std::size_t whole, std::size_t at, bool bracket, PartList& list) const {
    int depth = 0;        // of brackets inside the list
    bool nested = false;  // behind a 其中 of a part
    for (const Entry* last = nullptr; at < entries_.size() && list.parts.size() < kMostParts;
         last = &entries_[at], at = next(whole, at)) {
      const Entry& entry = entries_[at];
      if (last != nullptr) {
        std::string_view between = gap(*last, entry);
        if (holds_word(between, "。") || between.size() > kMostGap) break;
        depth += brackets(between);
        if (depth < 0 && bracket) break;
        depth = std::max(depth, 0);
        bool semicolon = holds_word(between, "；") || holds_word(between, ";");
        if (semicolon) list.ends.push_back(list.parts.size());
        nested = !semicolon && (nested || holds_word(between, "其中"));
      }
      if (!entry.fact || stands_apart(*entry.mention)) break;
      if (depth == 0 && !nested) list.parts.push_back(&entry);
    }
    list.ends.push_back(list.parts.size());
  }

  PartList before(std::size_t at) const {
    PartList list{.whole = &entries_[at], .before = true};
    for (std::size_t i = at;
         i-- > 0 && list.parts.size() < kMostParts && same_sentence(entries_[i], entries_[at]);) {
      const Entry& entry = entries_[i];
      if (!same_family(*entry.mention, *entries_[at].mention)) continue;
      if (!entry.fact || stands_apart(*entry.mention)) break;
      std::string_view between = gap(entry, list.parts.empty() ? entries_[at] : *list.parts.back());
      if (list.parts.empty() && !words_.closes.any_in(between)) break;
      list.parts.push_back(&entry);
    }
    if (list.parts.empty()) return list;
    std::reverse(list.parts.begin(), list.parts.end());
    list.ends.push_back(list.parts.size());
    return list;
  }

  const Ledger& ledger_;
  const std::vector<Entry>& entries_;
  const ListWords& words_;
  std::vector<PartList> lists_;
};

}  // namespace

std::vector<PartList> part_lists(const Ledger& ledger, const ListWords& words) {
  return ListReader(ledger, words).run();
}

}  // namespace ziping
