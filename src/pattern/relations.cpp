#include "pattern/relations.h"

#include "base/nearest.h"
#include "pattern/rules.h"

#include <fmt/format.h>
#include <algorithm>

namespace ziping {
namespace {

std::vector<std::string> arithmetic_names() {
  std::vector<std::string> names;
  for (const Arithmetic& arithmetic : arithmetics()) names.push_back(arithmetic.name);
  return names;
}

const Arithmetic& need_arithmetic(const TomlFile& file, const toml::table& entry) {
  std::string name = file.need_text(entry, "arithmetic");
  for (const Arithmetic& arithmetic : arithmetics())
    if (name == arithmetic.name) return arithmetic;
  file.fail(*entry.get("arithmetic"),
            fmt::format("unknown arithmetic {}{}", name, did_you_mean(name, arithmetic_names())));
}

void check_keys(const TomlFile& file, const toml::table& entry, const Arithmetic& arithmetic) {
  std::vector<std::string> known = {"id", "rev", "arithmetic", "why", "example", "near_miss"};
  for (const auto* keys : {&arithmetic.concepts, &arithmetic.more, &arithmetic.texts, &arithmetic.numbers})
    known.insert(known.end(), keys->begin(), keys->end());
  if (arithmetic.re) known.push_back("re");
  for (const auto& [key, value] : entry)
    if (std::find(known.begin(), known.end(), key.str()) == known.end())
      file.fail(value, fmt::format("{} has no key {}{}", arithmetic.name, key.str(),
                                   did_you_mean(key.str(), known)));
}

void read_lists(const TomlFile& file, const toml::table& entry, const Arithmetic& arithmetic,
                Relation& relation) {
  for (const auto* keys : {&arithmetic.concepts, &arithmetic.texts})
    for (std::string_view key : *keys) {
      auto& list = relation.lists[std::string(key)] = file.texts(entry, key);
      if (list.empty()) file.fail(entry, fmt::format("{} is missing or empty", key));
    }
  for (std::string_view key : arithmetic.more) relation.lists[std::string(key)] = file.texts(entry, key);
  for (std::string_view key : arithmetic.numbers)
    if (entry.contains(key)) relation.numbers[std::string(key)] = file.whole(entry, key, 0);
  if (!arithmetic.re) return;
  std::string re = file.need_text(entry, "re");
  relation.re = file.regex(*entry.get("re"), re);
}

void read_examples(const TomlFile& file, const toml::table& entry, Relation& relation) {
  for (const char* key : {"example", "near_miss"})
    for (const toml::table* item : file.tables(entry, key)) {
      file.only(*item, {"text", "table", "expect"});
      RelationExample example{.near_miss = std::string_view(key) == "near_miss",
                              .where = file.at(*item, ""),
                              .text = file.text(*item, "text", ""),
                              .table = file.text(*item, "table", ""),
                              .expect = file.texts(*item, "expect")};
      if (example.text.empty() == example.table.empty()) file.fail(*item, "needs a text or a table");
      if (example.near_miss != example.expect.empty())
        file.fail(*item, example.near_miss ? "a near miss expects nothing" : "expects nothing");
      relation.examples.push_back(std::move(example));
    }
  auto shown = [](const RelationExample& example) { return !example.near_miss; };
  if (std::none_of(relation.examples.begin(), relation.examples.end(), shown))
    file.fail(entry, fmt::format("relation {}: has no example", relation.id));
}

}  // namespace

const std::vector<std::string>& Relation::list(std::string_view key) const {
  static const std::vector<std::string> none;
  auto found = lists.find(key);
  return found == lists.end() ? none : found->second;
}

long long Relation::number(std::string_view key, long long fallback) const {
  auto found = numbers.find(key);
  return found == numbers.end() ? fallback : found->second;
}

bool Relation::fits(std::string_view key, std::string_view code) const {
  const std::vector<std::string>& globs = list(key);
  return std::any_of(globs.begin(), globs.end(),
                     [&](const std::string& glob) { return glob_matches(glob, code); });
}

void read_relations(const TomlFile& file, std::vector<Relation>& relations) {
  for (const auto& [key, value] : file.root())
    if (key != "schema" && key != "set" && key != "relation")
      file.fail(value, fmt::format("unknown key {}{}", key.str(), did_you_mean(key.str(), {"relation"})));
  for (const toml::table* entry : file.tables(file.root(), "relation")) {
    const Arithmetic& arithmetic = need_arithmetic(file, *entry);
    check_keys(file, *entry, arithmetic);
    Relation relation;
    relation.id = file.need_text(*entry, "id");
    relation.where = file.at(*entry, "");
    relation.rev = static_cast<int>(file.whole(*entry, "rev", 1));
    relation.arithmetic = arithmetic.name;
    read_lists(file, *entry, arithmetic, relation);
    read_examples(file, *entry, relation);
    relations.push_back(std::move(relation));
  }
}

}  // namespace ziping
