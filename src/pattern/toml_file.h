#pragma once

#include "pattern/regex.h"

#include <toml++/toml.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// A pattern file as read, with the checks that every part of it wants. The only door to toml++.
class TomlFile {
 public:
  /// Parses `text`; `name` stands in messages. Expressions of a `proven` file are not tried. Throws
  /// PatternError for a syntax error.
  TomlFile(std::string name, const std::string& text, bool proven);

  const std::string& name() const { return name_; }
  const toml::table& root() const { return root_; }

  /// `file:line: message`
  std::string at(const toml::node& node, const std::string& message) const;
  [[noreturn]] void fail(const toml::node& node, const std::string& message) const;

  /// Throws for a key of `table` that is not in `known`, with the nearest known one.
  void only(const toml::table& table, std::initializer_list<std::string_view> known) const;

  /// Values of a table; absent keys give the fallback, wrong types throw.
  std::string text(const toml::table& table, std::string_view key, const std::string& fallback) const;
  std::string need_text(const toml::table& table, std::string_view key) const;
  long long whole(const toml::table& table, std::string_view key, long long fallback) const;
  bool flag(const toml::table& table, std::string_view key, bool fallback) const;
  std::vector<std::string> texts(const toml::table& table, std::string_view key) const;
  /// The tables of an array of tables; empty where it is absent.
  std::vector<const toml::table*> tables(const toml::table& table, std::string_view key) const;
  const toml::table* table(const toml::table& parent, std::string_view key) const;
  /// An expression that stands at `node`; throws where RE2 refuses it.
  [[nodiscard]] Regex regex(const toml::node& node, const std::string& re) const;
  void check_regex(const toml::node& node, const std::string& re) const;

 private:
  std::string name_;
  bool proven_;
  toml::table root_;
};

}  // namespace ziping
