#pragma once

#include "pattern/regex.h"
#include "pattern/toml_file.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// What a relation must find in a text or table, or (near miss) must leave unaccused.
struct RelationExample {
  bool near_miss = false;
  std::string where;                ///< `file:line: `
  std::string text, table;          ///< one of them; a table has its cells between pipes
  std::vector<std::string> expect;  ///< `disagree 93.64 48.9`: severity, stated, computed
};

/// An identity that figures of a report should keep (relations.toml). What its arithmetic is stands in
/// audit/; which figures take part, and how near is near, stands here.
struct Relation {
  std::string id, where;  ///< `where` is `file:line: `
  int rev = 1;
  std::string arithmetic;                                              ///< one of arithmetics()
  std::map<std::string, std::vector<std::string>, std::less<>> lists;  ///< by key: stated, part, whole, ...
  std::map<std::string, long long, std::less<>> numbers;               ///< by key: near, ...
  std::optional<Regex> re;
  std::vector<RelationExample> examples;

  const std::vector<std::string>& list(std::string_view key) const;
  long long number(std::string_view key, long long fallback = 0) const;
  /// A glob of the list fits the concept code.
  bool fits(std::string_view key, std::string_view code) const;
  std::string name() const { return id + "@" + std::to_string(rev); }
};

/// What the keys of an arithmetic hold.
struct Arithmetic {
  const char* name;
  std::vector<std::string_view> concepts;  ///< keys with globs of concept codes, all needed
  std::vector<std::string_view> more;      ///< the same, may be left out
  std::vector<std::string_view> texts;     ///< keys with words or columns, all needed
  std::vector<std::string_view> numbers;   ///< keys with whole numbers, may be left out
  bool re = false;                         ///< needs key `re`, an expression
};
const std::vector<Arithmetic>& arithmetics();

/// Reads relations.toml: [[relation]] with its examples. Throws PatternError.
void read_relations(const TomlFile& file, std::vector<Relation>& relations);

}  // namespace ziping
