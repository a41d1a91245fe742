#include "base/word_filter.h"

namespace ziping {
namespace {

constexpr std::size_t kSlotsAWord = 8;  ///< of the table of pairs: one place of eight is taken by chance
constexpr unsigned kFewestBits = 6;
constexpr unsigned kMostBits = 16;  ///< the table stays in the nearest cache: 8 KB

}  // namespace

WordFilter::WordFilter(std::size_t words) {
  unsigned bits = kFewestBits;
  while (bits < kMostBits && (std::size_t{1} << bits) < words * kSlotsAWord) ++bits;
  pairs_.assign((std::size_t{1} << bits) / 64, 0);
  pair_shift_ = 64 - bits;
}

void WordFilter::add(std::string_view word) {
  auto lead = static_cast<unsigned char>(word.front());
  if (lead < kWideLead || word.size() < 3) {
    leads_[lead] = true;
    return;
  }
  auto set = [&](Heads& heads) { heads[six_bits(word[1])] |= std::uint64_t{1} << six_bits(word[2]); };
  set(heads_);
  if (word.size() < kLooksAt) return set(singles_);
  std::size_t slot = pair_slot(word.data());
  pairs_[slot >> 6] |= std::uint64_t{1} << (slot & 63);
}

}  // namespace ziping
