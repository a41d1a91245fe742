#include "pattern/toml_file.h"

#include "base/error.h"
#include "base/nearest.h"

#include <fmt/format.h>
#include <algorithm>
#include <stdexcept>

namespace ziping {

TomlFile::TomlFile(std::string name, const std::string& text, bool proven)
    : name_(std::move(name)), proven_(proven) {
  try {
    root_ = toml::parse(text, name_);
  } catch (const toml::parse_error& error) {
    throw PatternError(fmt::format("{}:{}: {}", name_, error.source().begin.line, error.description()));
  }
}

std::string TomlFile::at(const toml::node& node, const std::string& message) const {
  return fmt::format("{}:{}: {}", name_, node.source().begin.line, message);
}

void TomlFile::fail(const toml::node& node, const std::string& message) const {
  throw PatternError(at(node, message));
}

void TomlFile::only(const toml::table& table, std::initializer_list<std::string_view> known) const {
  for (const auto& [key, value] : table) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    std::string hint = did_you_mean(key.str(), {known.begin(), known.end()});
    throw PatternError(
        fmt::format("{}:{}: unknown key {}{}", name_, key.source().begin.line, key.str(), hint));
  }
}

std::string TomlFile::text(const toml::table& table, std::string_view key,
                           const std::string& fallback) const {
  const toml::node* node = table.get(key);
  if (node == nullptr) return fallback;
  if (!node->is_string()) fail(*node, fmt::format("{} must be a string", key));
  return node->as_string()->get();
}

std::string TomlFile::need_text(const toml::table& table, std::string_view key) const {
  auto value = text(table, key, "");
  if (value.empty()) fail(table, fmt::format("{} is missing or empty", key));
  return value;
}

long long TomlFile::whole(const toml::table& table, std::string_view key, long long fallback) const {
  const toml::node* node = table.get(key);
  if (node == nullptr) return fallback;
  if (!node->is_integer()) fail(*node, fmt::format("{} must be a whole number", key));
  return node->as_integer()->get();
}

bool TomlFile::flag(const toml::table& table, std::string_view key, bool fallback) const {
  const toml::node* node = table.get(key);
  if (node == nullptr) return fallback;
  if (!node->is_boolean()) fail(*node, fmt::format("{} must be true or false", key));
  return node->as_boolean()->get();
}

std::vector<std::string> TomlFile::texts(const toml::table& table, std::string_view key) const {
  std::vector<std::string> out;
  const toml::node* node = table.get(key);
  if (node == nullptr) return out;
  if (!node->is_array()) fail(*node, fmt::format("{} must be a list of strings", key));
  for (const toml::node& entry : *node->as_array()) {
    if (!entry.is_string()) fail(entry, fmt::format("{} must hold strings only", key));
    out.push_back(entry.as_string()->get());
  }
  return out;
}

std::vector<const toml::table*> TomlFile::tables(const toml::table& table, std::string_view key) const {
  std::vector<const toml::table*> out;
  const toml::node* node = table.get(key);
  if (node == nullptr) return out;
  if (!node->is_array()) fail(*node, fmt::format("{} must be an array of tables", key));
  for (const toml::node& entry : *node->as_array()) {
    if (!entry.is_table()) fail(entry, fmt::format("{} must hold tables only", key));
    out.push_back(entry.as_table());
  }
  return out;
}

const toml::table* TomlFile::table(const toml::table& parent, std::string_view key) const {
  const toml::node* node = parent.get(key);
  if (node == nullptr) return nullptr;
  if (!node->is_table()) fail(*node, fmt::format("{} must be a table", key));
  return node->as_table();
}

Regex TomlFile::regex(const toml::node& node, const std::string& re) const {
  check_regex(node, re);
  return Regex(re);
}

void TomlFile::check_regex(const toml::node& node, const std::string& re) const {
  if (proven_) return;
  try {
    Regex(re).check();
  } catch (const std::invalid_argument& error) {
    fail(node, fmt::format("RE2 refuses {}: {}", re, error.what()));
  }
}

}  // namespace ziping
