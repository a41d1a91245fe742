#pragma once

#include "pattern/form_words.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace ziping {

/// What kind of thing a text is, as far as columns of a form tell their contents apart.
enum class FlatType { number, percent, money, dash, compared, counted, text };

/// Tells it from the characters: 12.50, 93%, —, ≥90%, 12个, 建立健全.
FlatType flat_type(std::string_view text, const FormWords& forms);

/// Whether a value must follow: 不低于, ≥, 实际, 2023年 before its month.
bool ends_open(std::string_view text);

/// How badly texts fit the columns of a form: 0 for what a column is made for, kNoFit for what cannot
/// stand in it.
class FlatFit {
 public:
  static constexpr float kNoFit = 40;

  explicit FlatFit(const FormWords& forms) : forms_(forms) {}

  float cost(ColumnRole role, const std::string& text, bool split_target);

  const FormWords& forms() const { return forms_; }

 private:
  float measure(ColumnRole role, const std::string& text, bool split_target) const;
  float level_cost(const std::string& text, bool first) const;
  float name_cost(const std::string& text) const;
  float value_cost(const std::string& text, FlatType type, bool actual) const;

  const FormWords& forms_;
  std::unordered_map<std::string, float> known_;
};

}  // namespace ziping
