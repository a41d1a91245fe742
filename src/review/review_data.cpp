#include "review/review_data.h"

#include "review/script_file.h"
#include "review/serve_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string_view>

namespace ziping {
namespace {

constexpr std::size_t kChunkRecords = 3000, kChunkDocuments = 200;
constexpr std::size_t kIndexRecords = 50'000;
/// Labels below this are to be looked at.
constexpr double kDoubtful = 0.6;

constexpr const char* kIndexColumns[] = {"report",     "page",  "kind", "raw",     "value",
                                         "unit",       "role",  "year", "concept", "subject",
                                         "confidence", "start", "end"};

std::vector<std::string> names_of(const Table& table) {
  std::vector<std::string> names;
  for (const Column& column : table.columns) names.emplace_back(column.name);
  return names;
}

/// Cells of a table by the names of its columns.
class Cells {
 public:
  explicit Cells(const Table& table) : table_(table) {}
  const std::string& of(const Row& row, const char* column) const { return row[column_of(table_, column)]; }

 private:
  const Table& table_;
};

/// Scripts of one table, a piece of the documents each, as rows come in the order of documents.
class ChunkWriter {
 public:
  ChunkWriter(std::string folder, std::string name, std::vector<std::string> columns)
      : folder_(std::move(folder)), name_(std::move(name)), columns_(std::move(columns)) {}

  void add(std::size_t chunk, const std::vector<std::string>& cells) {
    while (number_ < chunk) end_chunk();
    if (!table_) table_.emplace(columns_);
    table_->add(cells);
  }
  /// Writes what is left; every piece has its script.
  void finish(std::size_t chunks) {
    while (number_ < chunks) end_chunk();
  }

 private:
  void end_chunk() {
    write_script(folder_, fmt::format("{}-{}", name_, number_++),
                 table_ ? table_->str() : ScriptTable(columns_).str());
    table_.reset();
  }

  std::string folder_, name_;
  std::vector<std::string> columns_;
  std::optional<ScriptTable> table_;
  std::size_t number_ = 0;
};

/// Why a record is to be looked at: c (confidence), r (repair), f (a finding disagrees with it).
std::string doubts_of(const Cells& cells, const Row& row, const ReviewDocument& document) {
  std::string doubts;
  const std::string& confidence = cells.of(row, "confidence");
  if (!confidence.empty() && std::strtod(confidence.c_str(), nullptr) < kDoubtful) doubts += 'c';
  if (!cells.of(row, "repair").empty()) doubts += 'r';
  if (document.accused.count(cells.of(row, "start") + "-" + cells.of(row, "end"))) doubts += 'f';
  return doubts;
}

/// {"document":["Path of the file as given","文件路径"],…}
std::string labels_of(const Table& table) {
  std::string out = "{";
  for (const Column& column : table.columns) {
    if (out.size() > 1) out += ',';
    append_script_string(out, column.name);
    out += ":[";
    append_script_string(out, column.label);
    out += ',';
    append_script_string(out, column.label_zh);
    out += ']';
  }
  return out + "}";
}

void put_text(std::string& out, const char* name, const std::string& text) {
  out += fmt::format("\"{}\":", name);
  append_script_string(out, text);
  out += ",\n";
}

}  // namespace

ReviewData::ReviewData(const StoreReader& store, std::string folder)
    : store_(store), folder_(std::move(folder)), documents_(store) {
  divide();
}

void ReviewData::divide() {
  std::size_t records = 0;
  for (std::size_t i = 0; i < documents_.count(); ++i) {
    bool full = records >= kChunkRecords || (!chunks_.empty() && i - chunks_.back() >= kChunkDocuments);
    if (chunks_.empty() || full) {
      chunks_.push_back(i);
      records = 0;
    }
    records += static_cast<std::size_t>(std::strtoull(documents_.cell(i, "records").c_str(), nullptr, 10));
  }
}

std::size_t ReviewData::chunk_of(std::size_t document) const {
  return static_cast<std::size_t>(std::upper_bound(chunks_.begin(), chunks_.end(), document) -
                                  chunks_.begin()) -
         1;
}

void ReviewData::write_rows() {
  write_findings();
  write_records();
  write_notices();
}

void ReviewData::write_findings() {
  const Table& table = table_named("findings");
  Cells cells(table);
  std::vector<std::string> columns = names_of(table);
  columns.front() = "doc";
  ChunkWriter writer(folder_, "findings", columns);
  store_.for_each_row(table, [&](const Row& row) {
    std::size_t index = documents_.index_of(row.front());
    if (index == documents_.count()) return;
    ReviewDocument& document = documents_.at(index);
    const std::string& severity = cells.of(row, "severity");
    ++(severity == "agree" ? document.agree : severity == "rounding" ? document.rounding : document.disagree);
    const std::string& records = cells.of(row, "records");
    if (severity == "disagree" && !records.empty())
      document.accused.insert(records.substr(0, records.find(' ')));
    if (int page = std::atoi(cells.of(row, "page").c_str()); page > 0) document.pages.insert(page);
    Row out = row;
    out.front() = fmt::to_string(index);
    writer.add(chunk_of(index), out);
  });
  writer.finish(chunks_.size());
}

void ReviewData::write_records() {
  const Table& table = table_named("records");
  Cells cells(table);
  std::vector<std::string> columns = names_of(table), index_columns = {"doc", "doubts"};
  columns.front() = "doc";
  columns.emplace_back("doubts");
  std::vector<std::size_t> indexed;
  for (const char* column : kIndexColumns) {
    index_columns.emplace_back(column);
    indexed.push_back(column_of(table, column));
  }
  ChunkWriter writer(folder_, "records", columns), index_writer(folder_, "index", index_columns);
  std::size_t records = 0;
  store_.for_each_row(table, [&](const Row& row) {
    std::size_t index = documents_.index_of(row.front());
    if (index == documents_.count()) return;
    ReviewDocument& document = documents_.at(index);
    std::string doubts = doubts_of(cells, row, document);
    ++document.records;
    document.doubtful += doubts.empty() ? 0 : 1;
    if (int page = std::atoi(cells.of(row, "page").c_str()); page > 0) document.pages.insert(page);
    Row out = row, entry = {fmt::to_string(index), doubts};
    out.front() = entry.front();
    out.push_back(doubts);
    for (std::size_t column : indexed) entry.push_back(row[column]);
    writer.add(chunk_of(index), out);
    index_writer.add(records++ / kIndexRecords, entry);
  });
  writer.finish(chunks_.size());
  indices_ = (records + kIndexRecords - 1) / kIndexRecords;
  index_writer.finish(indices_);
}

void ReviewData::write_notices() {
  const Table& table = table_named("notices");
  std::vector<std::string> columns = names_of(table);
  columns.front() = "doc";
  ChunkWriter writer(folder_, "notices", columns);
  store_.for_each_row(table, [&](const Row& row) {
    std::size_t index = documents_.index_of(row.front());
    if (index == documents_.count()) return;
    ++documents_.at(index).notices;
    Row out = row;
    out.front() = fmt::to_string(index);
    writer.add(chunk_of(index), out);
  });
  writer.finish(chunks_.size());
}

void ReviewData::write_rest(const ReviewFacts& facts, const PictureFolder* pictures,
                            const Verdicts& verdicts) {
  if (pictures != nullptr) write_pictures(*pictures);
  write_verdicts_script(folder_, verdicts);
  write_summary(facts, pictures);
}

void ReviewData::write_pictures(const PictureFolder& pictures) {
  ChunkWriter writer(folder_, "pictures", {"doc", "page", "width", "height"});
  for (std::size_t i = 0; i < documents_.count(); ++i) {
    const ReviewDocument& document = documents_.at(i);
    std::vector<int> pages(document.pages.begin(), document.pages.end());
    for (const PictureSize& size : pictures.sizes(documents_.cell(i, "sha256"), pages))
      writer.add(chunk_of(i), {fmt::to_string(i), fmt::to_string(size.page),
                               fmt::format("{:.2f}", size.width), fmt::format("{:.2f}", size.height)});
  }
  writer.finish(chunks_.size());
}

std::string ReviewData::documents_table() const {
  std::vector<std::string> columns = names_of(table_named("documents"));
  for (const char* more :
       {"pictures", "doubtful", "agree", "rounding", "disagree", "notices", "picture_problem"})
    columns.emplace_back(more);
  ScriptTable table(columns);
  for (std::size_t i = 0; i < documents_.count(); ++i) {
    const ReviewDocument& document = documents_.at(i);
    Row row = document.cells;
    row.push_back(PictureFolder::name_of(documents_.cell(i, "sha256")));
    for (std::size_t count :
         {document.doubtful, document.agree, document.rounding, document.disagree, document.notices})
      row.push_back(fmt::to_string(count));
    row.push_back(document.picture_problem);
    table.add(row);
  }
  return table.str();
}

std::string ReviewData::reports_table() const {
  const Table& reports = table_named("reports");
  std::vector<std::string> columns = names_of(reports);
  columns.front() = "doc";
  ScriptTable table(columns);
  store_.for_each_row(reports, [&](const Row& row) {
    std::size_t index = documents_.index_of(row.front());
    if (index == documents_.count()) return;
    Row out = row;
    out.front() = fmt::to_string(index);
    table.add(out);
  });
  return table.str();
}

void ReviewData::write_summary(const ReviewFacts& facts, const PictureFolder* pictures) {
  const std::string mark = store_.mark();
  write_script(folder_, "dataset", '"' + mark + '"');
  std::string out = "{";
  put_text(out, "dataset", mark);
  put_text(out, "name", facts.name);
  put_text(out, "program", facts.program);
  put_text(out, "patterns", store_.info().identity.patterns);
  out += fmt::format("\"pictures\":{},\n\"indices\":{},\n\"chunks\":[{}],\n", pictures != nullptr, indices_,
                     fmt::join(chunks_, ","));
  out += "\"labels\":{";
  for (const Table& table : tables())
    out += fmt::format("{}\"{}\":{}", &table == &tables().front() ? "" : ",\n", table.name, labels_of(table));
  out += "},\n\"documents\":" + documents_table() + ",\n\"reports\":" + reports_table() + "}";
  write_script(folder_, "summary", out);
}

void write_verdicts_script(const std::string& folder, const Verdicts& verdicts) {
  ScriptTable table({"sha256", "table", "key", "verdict", "corrected", "note", "judged_at"});
  for (const auto& [about, v] : verdicts)
    table.add({v.sha256, v.table, v.key, v.verdict, v.corrected, v.note, v.judged_at});
  write_script(folder, "verdicts", table.str());
}

}  // namespace ziping
