#include "form/form_variant.h"

#include <algorithm>

namespace ziping {
namespace {

/// What a variant must share with a form at least, and what a word of its own adds.
constexpr double kLeastLikeness = 0.5;
constexpr double kWord = 0.3;

bool tells_variants(ColumnRole role) {
  return role != ColumnRole::source && role != ColumnRole::number;
}

std::vector<ColumnRole> roles_of(const std::vector<Header>& headers, BlockType type) {
  std::vector<ColumnRole> roles;
  for (const Header& header : headers) {
    if (header.type != type) continue;
    for (const HeaderColumn& column : header.columns)
      if (tells_variants(column.role)) roles.push_back(column.role);
    break;
  }
  return roles;
}

/// Share of two sequences that they have in common, in order; 1 for two that are empty.
double likeness(const std::vector<ColumnRole>& a, const std::vector<ColumnRole>& b) {
  if (a.empty() && b.empty()) return 1;
  std::vector<std::size_t> row(b.size() + 1, 0);
  for (ColumnRole role : a) {
    std::size_t corner = 0;
    for (std::size_t at = 0; at < b.size(); ++at) {
      std::size_t above = row[at + 1];
      row[at + 1] = role == b[at] ? corner + 1 : std::max(above, row[at]);
      corner = above;
    }
  }
  return 2 * static_cast<double>(row.back()) / static_cast<double>(a.size() + b.size());
}

}  // namespace

const FormVariant* variant_of(const std::vector<Header>& headers, bool targets_only, std::string_view text,
                              const std::vector<FormVariant>& variants) {
  auto funds = roles_of(headers, BlockType::funds), indicators = roles_of(headers, BlockType::indicators);
  const FormVariant* best = nullptr;
  double most = 0;
  for (const FormVariant& variant : variants) {
    if (variant.targets_only != targets_only) continue;
    double like = (likeness(funds, variant.funds) + likeness(indicators, variant.indicators)) / 2;
    if (like < kLeastLikeness) continue;
    bool worded = std::any_of(variant.words.begin(), variant.words.end(), [&](const std::string& word) {
      return text.find(word) != std::string_view::npos;
    });
    if (worded) like += kWord;
    if (like > most) {
      most = like;
      best = &variant;
    }
  }
  return best;
}

}  // namespace ziping
