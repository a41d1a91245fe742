#include "pattern/cues.h"

#include "base/utf8.h"
#include "pattern/regex.h"

#include <algorithm>
#include <array>
#include <deque>
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
    if (re_.compare(at_, 2, "?:") == 0) at_ += 2;
    else if (at_ < re_.size() && re_[at_] == '?') return fail();
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

std::vector<std::string> words_of(const std::string& re, std::size_t most) { return Expander(re, most).expand(); }

/// A byte automaton with dense rows over the classes of bytes that occur in words.
struct CueMatcher::Automaton {
  struct Output {
    std::uint32_t cue, length;
  };
  struct Node {
    std::map<unsigned char, std::uint32_t> next;
    std::vector<Output> outputs;
    std::uint32_t fail = 0;
  };
  struct Infinite {
    std::uint32_t cue;
    Regex re;
  };

  std::vector<Node> nodes{1};
  std::vector<Infinite> infinite;
  std::array<std::uint16_t, 256> class_of{};
  std::size_t classes = 1;  ///< class 0: bytes in no word
  std::vector<std::uint32_t> rows;
  std::vector<std::uint32_t> first_output;  ///< for each state, and one more
  std::vector<Output> outputs;

  void add(std::uint32_t cue, const std::string& word) {
    std::uint32_t state = 0;
    for (char c : word) {
      auto byte = static_cast<unsigned char>(c);
      auto [found, fresh] = nodes[state].next.try_emplace(byte, static_cast<std::uint32_t>(nodes.size()));
      state = found->second;
      if (fresh) nodes.emplace_back();
    }
    nodes[state].outputs.push_back({cue, static_cast<std::uint32_t>(word.size())});
  }

  void compile() {
    for (const Node& node : nodes)
      for (const auto& [byte, next] : node.next)
        if (class_of[byte] == 0) class_of[byte] = static_cast<std::uint16_t>(classes++);
    rows.assign(nodes.size() * classes, 0);
    std::deque<std::uint32_t> queue{0};
    std::vector<std::uint32_t> order;
    while (!queue.empty()) {
      std::uint32_t state = queue.front();
      queue.pop_front();
      order.push_back(state);
      std::uint32_t* row = &rows[state * classes];
      if (state != 0) std::copy_n(&rows[nodes[state].fail * classes], classes, row);
      for (const auto& [byte, next] : nodes[state].next) {
        nodes[next].fail = state == 0 ? 0 : row[class_of[byte]];
        row[class_of[byte]] = next;
        queue.push_back(next);
      }
    }
    for (std::uint32_t state : order) {
      const auto& inherited = nodes[nodes[state].fail].outputs;
      if (state != 0) nodes[state].outputs.insert(nodes[state].outputs.end(), inherited.begin(), inherited.end());
    }
    for (const Node& node : nodes) {
      first_output.push_back(static_cast<std::uint32_t>(outputs.size()));
      outputs.insert(outputs.end(), node.outputs.begin(), node.outputs.end());
    }
    first_output.push_back(static_cast<std::uint32_t>(outputs.size()));
    nodes.clear();
    nodes.shrink_to_fit();
  }

  void find(std::string_view text, std::vector<CueHit>& hits) const {
    std::uint32_t state = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      state = rows[state * classes + class_of[static_cast<unsigned char>(text[at])]];
      for (std::uint32_t i = first_output[state]; i < first_output[state + 1]; ++i) {
        auto end = static_cast<std::uint32_t>(at + 1);
        hits.push_back({end - outputs[i].length, end, outputs[i].cue});
      }
    }
    for (const Infinite& cue : infinite)
      for (auto found = cue.re.find(text, 0); found && !found->empty(); found = cue.re.find(text, found->end))
        hits.push_back({static_cast<std::uint32_t>(found->begin), static_cast<std::uint32_t>(found->end), cue.cue});
  }
};

CueMatcher::CueMatcher() : automaton_(std::make_unique<Automaton>()) {}
CueMatcher::~CueMatcher() = default;
CueMatcher::CueMatcher(CueMatcher&&) noexcept = default;
CueMatcher& CueMatcher::operator=(CueMatcher&&) noexcept = default;

void CueMatcher::add(std::uint32_t index, const std::string& re) {
  auto words = words_of(re);
  if (words.empty()) automaton_->infinite.push_back({index, Regex(re)});
  for (const auto& word : words) automaton_->add(index, word);
}

void CueMatcher::compile() { automaton_->compile(); }

void CueMatcher::find(std::string_view text, std::vector<CueHit>& hits) const {
  std::size_t first = hits.size();
  automaton_->find(text, hits);
  // A hit inside a longer hit of the same cue says nothing more.
  auto begin = hits.begin() + static_cast<std::ptrdiff_t>(first);
  auto inside = [&](const CueHit& hit) {
    return std::any_of(begin, hits.end(), [&](const CueHit& other) {
      return other.cue == hit.cue && other.begin <= hit.begin && hit.end <= other.end &&
             other.end - other.begin > hit.end - hit.begin;
    });
  };
  std::vector<CueHit> kept;
  std::copy_if(begin, hits.end(), std::back_inserter(kept), [&](const CueHit& hit) { return !inside(hit); });
  hits.erase(begin, hits.end());
  hits.insert(hits.end(), kept.begin(), kept.end());
}

}  // namespace ziping
