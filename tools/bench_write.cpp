// Writes ROWS made-up rows of table records in one format, and tells how long it takes:
// ziping_bench_write FORMAT ROWS FOLDER
#include "write/formats.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>
#include <string>

namespace {

using namespace ziping;

/// A word for a column of a closed list, a number for a number, else a text as long as such texts are.
std::string cell_of(const Column& column, std::size_t row) {
  if (column.codes != nullptr) return (*column.codes)[row % column.codes->size()].word;
  if (column.type == ColumnType::integer) return fmt::to_string(row % 1000 + 1);
  if (column.type != ColumnType::text) return fmt::format("{}.{:02}", row * 7919 % 100000000, row % 100);
  if (column.name == std::string_view("document"))
    return fmt::format("自评报告/单位{}/二〇二三年度.pdf", row / 200);
  if (column.name == std::string_view("box"))
    return fmt::format("72.25 {}.5 311.75 {}.4", row % 700, row % 700 + 12);
  if (column.name == std::string_view("sentence"))
    return fmt::format(
        "全年预算安排{}万元，实际支出{}"
        "万元，主要用于设备购置、人员培训和日常运行维护，资金使用符合管理办法的规定。",
        row / 3, row / 3);
  return fmt::format("{}{}", column.label_zh, row % 5000);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  WriteOptions options;
  auto writer = formats_named(argv[1]).front().open(argv[3], options);
  std::size_t rows = std::strtoul(argv[2], nullptr, 10);
  double seconds = 0;
  auto timed = [&](auto&& work) {
    auto start = std::chrono::steady_clock::now();
    work();
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const Table& table = table_named("records");
  timed([&] { writer->begin(table); });
  Row row(table.columns.size());
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t column = 0; column < row.size(); ++column)
      row[column] = cell_of(table.columns[column], i);
    timed([&] { writer->row(row); });
  }
  timed([&] {
    writer->end();
    writer->finish();
  });
  fmt::print("{}: {} rows in {:.2f} s\n", argv[1], rows, seconds);
}
