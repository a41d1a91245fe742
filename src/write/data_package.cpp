#include "write/codebook.h"
#include "write/package_facts.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <utility>

namespace ziping {
namespace {

using Json = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void text(Json& json, const std::string& value) {
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}
void member(Json& json, const char* key, const std::string& value) {
  json.Key(key);
  text(json, value);
}

void texts(Json& json, const char* key, const std::vector<std::string>& values) {
  json.Key(key);
  json.StartArray();
  for (const std::string& value : values) text(json, value);
  json.EndArray();
}

/// Table Schema's name of a type. A figure is a number where it can be: 80~90 and 优 are none.
const char* schema_type(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
      return "integer";
    case ColumnType::number:
      return "number";
    case ColumnType::text:
      return "string";
    case ColumnType::figure:
      break;
  }
  return "any";
}

bool in_key(const Table& table, const Column& column) {
  return std::find(table.key.begin(), table.key.end(), column.name) != table.key.end();
}

/// Places and counts begin with 1; characters, rows and bytes may be 0.
bool counts_from_one(const Column& column) {
  for (const char* name :
       {"report", "page", "line", "level", "table", "row", "column", "row_span", "column_span"})
    if (column.name == std::string_view(name)) return column.type == ColumnType::integer;
  return false;
}

void constraints(Json& json, const Table& table, const Column& column) {
  bool required = in_key(table, column), sha256 = column.name == std::string_view("sha256");
  bool counted = counts_from_one(column);
  if (!required && !sha256 && !counted && column.codes == nullptr) return;
  json.Key("constraints");
  json.StartObject();
  if (required) {
    json.Key("required");
    json.Bool(true);
  }
  if (counted) {
    json.Key("minimum");
    json.Int(1);
  }
  if (sha256) member(json, "pattern", "[0-9a-f]{64}");
  if (column.codes != nullptr) {
    std::vector<std::string> words;
    for (const Code& code : *column.codes) words.emplace_back(code.word);
    texts(json, "enum", words);
  }
  json.EndObject();
}

void field(Json& json, const Table& table, const Column& column) {
  json.StartObject();
  member(json, "name", column.name);
  member(json, "type", schema_type(column.type));
  member(json, "title", column.label_zh);
  member(json, "description", column.label);
  if (*column.unit) member(json, "unit", column.unit);
  member(json, "emptyMeans", name_of(column.empty));
  constraints(json, table, column);
  json.EndObject();
}

void foreign_key(Json& json, const Table& parent) {
  json.Key("foreignKeys");
  json.StartArray();
  json.StartObject();
  texts(json, "fields", parent.key);
  json.Key("reference");
  json.StartObject();
  member(json, "resource", parent.name);
  texts(json, "fields", parent.key);
  json.EndObject();
  json.EndObject();
  json.EndArray();
}

void schema(Json& json, const Table& table) {
  json.Key("schema");
  json.StartObject();
  json.Key("fields");
  json.StartArray();
  for (const Column& column : table.columns) field(json, table, column);
  json.EndArray();
  texts(json, "missingValues", {""});
  if (!table.key.empty()) texts(json, "primaryKey", table.key);
  if (const Table* parent = parent_of(table)) foreign_key(json, *parent);
  json.EndObject();
}

void csv_dialect(Json& json, CsvFlavour flavour) {
  json.Key("dialect");
  json.StartObject();
  member(json, "delimiter", ",");
  member(json, "lineTerminator", flavour == CsvFlavour::excel ? "\r\n" : "\n");
  member(json, "quoteChar", "\"");
  json.Key("doubleQuote");
  json.Bool(true);
  json.Key("header");
  json.Bool(true);
  json.EndObject();
}

/// Name, format and media type of a file by its extension.
struct FileKind {
  const char *extension, *format, *media_type;
};
constexpr FileKind kFileKinds[] = {
    {".csv", "csv", "text/csv"},
    {".jsonl", "jsonl", "application/jsonl"},
    {".sqlite", "sqlite", "application/vnd.sqlite3"},
    {".xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    {".dta", "dta", "application/x-stata-dta"},
    {".parquet", "parquet", "application/vnd.apache.parquet"},
    {".md", "md", "text/markdown"},
};
const FileKind& kind_of(const std::string& name) {
  return *std::find_if(std::begin(kFileKinds), std::end(kFileKinds) - 1,
                       [&](const FileKind& kind) { return name.ends_with(kind.extension); });
}

/// A table's CSV has the table's name, for other resources refer to it; its other files `records-jsonl`.
std::string resource_name(const PackageFile& file, const FileKind& kind) {
  std::string stem = file.name.substr(0, file.name.rfind('.'));
  return kind.format == std::string_view("csv") ? stem : stem + "-" + kind.format;
}

void resource(Json& json, const PackageFacts& facts, const PackageFile& file) {
  const FileKind& kind = kind_of(file.name);
  bool tabular = kind.format == std::string_view("csv") && !file.table.empty();
  json.StartObject();
  member(json, "name", resource_name(file, kind));
  member(json, "path", file.name);
  member(json, "profile", tabular ? "tabular-data-resource" : "data-resource");
  member(json, "format", kind.format);
  member(json, "mediatype", kind.media_type);
  if (kind.media_type == std::string_view("text/csv")) member(json, "encoding", "utf-8");
  json.Key("bytes");
  json.Uint64(file.bytes);
  member(json, "hash", "sha256:" + file.sha256);
  if (!file.table.empty()) {
    const Table& table = table_named(file.table);
    member(json, "title", table.label_zh);
    member(json, "description", fmt::format("One row is {}.", table.label));
  }
  if (tabular) {
    csv_dialect(json, facts.flavour);
    schema(json, table_named(file.table));
  }
  json.EndObject();
}

void provenance(Json& json, const PackageFacts& facts) {
  const RunFacts& run = facts.run;
  json.Key("provenance");
  json.StartObject();
  member(json, "program", "ziping " + run.version);
  member(json, "patternsSha256", run.patterns_digest);
  member(json, "settings", run.settings);
  member(json, "command", run.command);
  json.Key("inputCount");
  json.Uint64(facts.input_count);
  json.Key("inputs");
  json.StartArray();
  for (const PackageInput& input : facts.inputs) {
    json.StartObject();
    member(json, "path", input.document);
    if (!input.sha256.empty()) member(json, "hash", "sha256:" + input.sha256);
    if (!input.bytes.empty()) {
      json.Key("bytes");
      json.RawValue(input.bytes.data(), input.bytes.size(), rapidjson::kNumberType);
    }
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
}

}  // namespace

std::string data_package_json(const PackageFacts& facts) {
  rapidjson::StringBuffer buffer;
  Json json(buffer);
  json.SetIndent(' ', 1);
  json.StartObject();
  member(json, "profile", "data-package");
  member(json, "name", "ziping-dataset");
  member(json, "title", "绩效自评数据集 Budget performance self-evaluations");
  member(
      json, "description",
      "Figures read from budget performance self-evaluation reports, each with what it measures and where it "
      "stands. See README.md and codebook.md.");
  member(json, "version", facts.run.version);
  json.Key("resources");
  json.StartArray();
  for (const PackageFile& file : facts.files) resource(json, facts, file);
  json.EndArray();
  provenance(json, facts);
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace ziping
