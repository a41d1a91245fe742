#include "pattern/cues.h"

#include "base/utf8.h"
#include "pattern/regex.h"

#include <algorithm>
#include <map>
#include <utility>

namespace ziping {
namespace {

/// Expands a regular expression into its words, by recursive descent.
class Expander {
 public:
  Expander(const std::string& re, std::size_t most) : re_(re), most_(most) {}

  std::vector<std::string> expand() {
    auto words = alternatives();
    if (failed_ || at_ != re_.size()) return {};
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

 private:
  using Words = std::vector<std::string>;

  Words alternatives() {
    Words all = sequence();
    while (!failed_ && at_ < re_.size() && re_[at_] == '|') {
      ++at_;
      Words more = sequence();
      all.insert(all.end(), more.begin(), more.end());
      check(all);
    }
    return all;
  }

  Words sequence() {
    Words words{""};
    while (!failed_ && at_ < re_.size() && re_[at_] != '|' && re_[at_] != ')') {
      Words next = atom();
      if (at_ < re_.size() && re_[at_] == '?') {
        ++at_;
        next.push_back("");
      }
      Words joined;
      for (const auto& head : words)
        for (const auto& tail : next) joined.push_back(head + tail);
      words = std::move(joined);
      check(words);
    }
    return words;
  }

  Words atom() {
    char c = re_[at_];
    if (c == '(') return group();
    if (c == '[') return char_class();
    if (std::string_view("\\.*+{}^$?").find(c) != std::string_view::npos) return fail();
    std::string word;
    append_utf8(word, next_char(re_, at_));
    if (at_ < re_.size() && (re_[at_] == '*' || re_[at_] == '+' || re_[at_] == '{')) return fail();
    return {word};
  }

  Words group() {
    ++at_;
    if (re_.compare(at_, 2, "?:") == 0)
      at_ += 2;
    else if (at_ < re_.size() && re_[at_] == '?')
      return fail();
    Words words = alternatives();
    if (at_ >= re_.size() || re_[at_] != ')') return fail();
    ++at_;
    if (at_ < re_.size() && (re_[at_] == '*' || re_[at_] == '+' || re_[at_] == '{')) return fail();
    return words;
  }

  Words char_class() {
    Words words;
    for (++at_; at_ < re_.size() && re_[at_] != ']';) {
      if (re_[at_] == '^' || re_[at_] == '\\' || re_[at_] == '-') return fail();
      std::string word;
      append_utf8(word, next_char(re_, at_));
      words.push_back(word);
    }
    ++at_;
    if (at_ < re_.size() && (re_[at_] == '*' || re_[at_] == '+' || re_[at_] == '{')) return fail();
    return words;
  }

  void check(const Words& words) { failed_ |= words.size() > most_; }

  Words fail() {
    failed_ = true;
    return {};
  }

  const std::string& re_;
  std::size_t at_ = 0;
  std::size_t most_;
  bool failed_ = false;
};

}  // namespace

std::vector<std::string> words_of(const std::string& re, std::size_t most) {
  return Expander(re, most).expand();
}

/// A tree of the words' characters: the first one by table, the others by short lists.
struct CueMatcher::Tree {
  struct Child {
    char32_t ch;
    std::uint32_t node;
  };
  struct Node {
    std::map<char32_t, std::uint32_t> next;
    std::vector<std::uint32_t> cues;
  };
  struct Row {
    std::uint64_t child_bits =
        0;  ///< a bit for each low six bits of a child's character: most texts end here
    std::uint32_t first_child = 0, first_cue = 0;
  };
  struct Infinite {
    std::uint32_t cue;
    Regex re;
  };
  static constexpr std::size_t kFirst = 0x10000;

  std::vector<Node> nodes{1};  ///< while words are added
  std::vector<Infinite> infinite;
  std::vector<std::uint32_t> first;  ///< node of each first character of the BMP; 0 for none
  std::vector<Child> children;
  std::vector<std::uint32_t> cues;
  std::vector<Row> rows;  ///< for each node, and one more
  std::size_t cue_count = 0;

  void add(std::uint32_t cue, const std::string& word) {
    std::uint32_t at = 0;
    for (char32_t ch : to_utf32(word)) {
      auto [found, fresh] = nodes[at].next.try_emplace(ch, static_cast<std::uint32_t>(nodes.size()));
      at = found->second;
      if (fresh) nodes.emplace_back();
    }
    nodes[at].cues.push_back(cue);
    cue_count = std::max<std::size_t>(cue_count, cue + 1);
  }

  void compile() {
    first.assign(kFirst, 0);
    for (const auto& [ch, node] : nodes[0].next)
      if (ch < kFirst) first[ch] = node;
    auto next_row = [&] {
      return Row{0, static_cast<std::uint32_t>(children.size()), static_cast<std::uint32_t>(cues.size())};
    };
    for (const Node& node : nodes) {
      rows.push_back(next_row());
      for (const auto& [ch, next] : node.next) {
        children.push_back({ch, next});
        rows.back().child_bits |= bit_of(ch);
      }
      cues.insert(cues.end(), node.cues.begin(), node.cues.end());
    }
    rows.push_back(next_row());
    nodes.clear();
    nodes.shrink_to_fit();
  }

  static std::uint64_t bit_of(char32_t ch) { return std::uint64_t{1} << (ch & 63); }

  std::uint32_t child(std::uint32_t parent, char32_t ch) const {
    if ((rows[parent].child_bits & bit_of(ch)) == 0) return 0;
    auto begin = children.begin() + rows[parent].first_child,
         end = children.begin() + rows[parent + 1].first_child;
    auto found = std::find_if(begin, end, [&](const Child& c) { return c.ch == ch; });
    return found == end ? 0 : found->node;
  }

  void find(std::string_view text, std::vector<CueHit>& hits) const {
    std::vector<std::uint32_t> ends(cue_count);  // of each cue's last hit
    for (std::size_t begin = 0; begin < text.size();) {
      std::size_t at = begin, first_hit = hits.size();
      char32_t ch = next_char(text, at);
      std::size_t next = at;
      for (std::uint32_t node = ch < kFirst ? first[ch] : 0; node != 0;) {
        for (std::uint32_t i = rows[node].first_cue; i < rows[node + 1].first_cue; ++i)
          hits.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), cues[i]});
        node = at < text.size() ? child(node, next_char(text, at)) : 0;
      }
      // Of a cue's hits the longest at its place comes first: one inside another says nothing more.
      for (std::size_t i = hits.size(); i-- > first_hit;) {
        std::uint32_t& end = ends[hits[i].cue];
        if (hits[i].end > end)
          end = hits[i].end;
        else
          hits[i] = hits.back(), hits.pop_back();
      }
      begin = next;
    }
    for (const Infinite& cue : infinite)
      for (auto found = cue.re.find(text, 0); found && !found->empty(); found = cue.re.find(text, found->end))
        hits.push_back(
            {static_cast<std::uint32_t>(found->begin), static_cast<std::uint32_t>(found->end), cue.cue});
  }
};

CueMatcher::CueMatcher() : tree_(std::make_unique<Tree>()) {}
CueMatcher::~CueMatcher() = default;
CueMatcher::CueMatcher(CueMatcher&&) noexcept = default;
CueMatcher& CueMatcher::operator=(CueMatcher&&) noexcept = default;

void CueMatcher::add(std::uint32_t index, const std::string& re) {
  auto words = words_of(re);
  if (words.empty()) tree_->infinite.push_back({index, Regex(re)});
  for (const auto& word : words) tree_->add(index, word);
}

void CueMatcher::compile() {
  tree_->compile();
}

void CueMatcher::find(std::string_view text, std::vector<CueHit>& hits) const {
  hits.clear();
  tree_->find(text, hits);
  std::sort(hits.begin(), hits.end(), [](const CueHit& a, const CueHit& b) {
    auto place = [](const CueHit& hit) { return std::uint64_t{hit.end} << 32 | hit.begin; };
    return place(a) != place(b) ? place(a) < place(b) : a.cue < b.cue;
  });
}

void CueMatcher::find(std::string_view text, Span part, std::vector<CueHit>& hits) const {
  find(part.of(text), hits);
  for (CueHit& hit : hits) {
    hit.begin += static_cast<std::uint32_t>(part.begin);
    hit.end += static_cast<std::uint32_t>(part.begin);
  }
}

}  // namespace ziping
