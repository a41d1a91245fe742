#include "store/packed_document.h"

#include "base/error.h"
#include "base/varint.h"

#include <zstd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string_view>

namespace ziping {
namespace {

/// Cells of a piece before compression: a piece ends after the row that reaches it.
constexpr std::size_t kPieceBytes = 1 << 20;
/// No piece is longer, whatever a row holds: what a reader may have to hold.
constexpr std::size_t kMaxPieceBytes = 64 << 20;
constexpr int kLevel = 1;

[[noreturn]] void fail_damaged() {
  throw OutputError("packed rows are damaged");
}

std::string_view take_cell(std::string_view& bytes) {
  std::optional<std::string_view> cell = take_sized(bytes);
  if (!cell) fail_damaged();
  return *cell;
}

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// Contexts are kept: to make one for each of a document's tables takes longer than what it is made for.

std::unique_ptr<ZSTD_CCtx, FreeContext> new_compressor() {
  std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  if (!context) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  return context;
}

std::unique_ptr<ZSTD_DCtx, FreeContext> new_decompressor() {
  std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
  if (!context) throw std::bad_alloc();
  return context;
}

/// With a checksum: a flipped bit must not become another figure.
std::string compress(const std::string& cells) {
  thread_local const auto context = new_compressor();
  std::string out(ZSTD_compressBound(cells.size()), '\0');
  std::size_t size = ZSTD_compress2(context.get(), out.data(), out.size(), cells.data(), cells.size());
  if (ZSTD_isError(size)) throw std::runtime_error(ZSTD_getErrorName(size));
  out.resize(size);
  return out;
}

/// One frame of today's format and no other bytes; its size is looked at before anything is read.
std::string decompress(const std::string& bytes) {
  if (!bytes.starts_with("\x28\xB5\x2F\xFD")) fail_damaged();
  if (ZSTD_findFrameCompressedSize(bytes.data(), bytes.size()) != bytes.size()) fail_damaged();
  unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size > kMaxPieceBytes) fail_damaged();  // unknown and wrong sizes are the highest numbers
  thread_local const auto context = new_decompressor();
  std::string out(static_cast<std::size_t>(size), '\0');
  std::size_t read = ZSTD_decompressDCtx(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
  if (read != out.size()) fail_damaged();
  return out;
}

/// Cuts the rows of a table into pieces.
class Packer {
 public:
  Packer(int table, std::vector<PackedRows>& out) : table_(table), out_(out) {}

  void add(const Row& row) {
    if (cells_.empty()) put_varint(cells_, row.size());
    for (std::size_t i = 1; i < row.size(); ++i) put_sized(cells_, row[i]);
    if (cells_.size() >= kPieceBytes) end_piece();
  }

  void end_piece() {
    if (cells_.empty()) return;
    if (cells_.size() > kMaxPieceBytes) throw OutputError("a row is too long to be stored");
    out_.push_back({table_, compress(cells_)});
    cells_.clear();
  }

 private:
  int table_;
  std::vector<PackedRows>& out_;
  std::string cells_;
};

const Table& table_of(const PackedRows& rows) {
  if (rows.table < 0 || static_cast<std::size_t>(rows.table) >= tables().size()) fail_damaged();
  return tables()[static_cast<std::size_t>(rows.table)];
}

/// The cells behind the number of columns, which must be the table's.
std::string_view cells_in(std::string_view piece, std::size_t columns) {
  if (take_varint(piece) != columns) fail_damaged();
  return piece;
}

/// Throws where unpack() would.
void check(const PackedRows& rows) {
  const std::size_t columns = table_of(rows).columns.size();
  const std::string cells = decompress(rows.bytes);
  for (std::string_view left = cells_in(cells, columns); !left.empty();)
    for (std::size_t i = 1; i < columns; ++i) take_cell(left);
}

std::size_t contradictions_of(const DocumentResult& document) {
  auto disagrees = [](const Finding& finding) { return finding.severity == Severity::disagree; };
  return static_cast<std::size_t>(
      std::count_if(document.findings.begin(), document.findings.end(), disagrees));
}

}  // namespace

PackedDocument pack(const DocumentResult& document) {
  PackedDocument packed{.status = document.status,
                        .error_code = document.error_code,
                        .error = document.error,
                        .pages = document.pages,
                        .records = document.mentions.size(),
                        .contradictions = contradictions_of(document),
                        .rows = {}};
  for (std::size_t i = 0; i < tables().size(); ++i) {
    Packer packer(static_cast<int>(i), packed.rows);
    tables()[i].rows(document, [&](const Row& row) { packer.add(row); });
    packer.end_piece();
  }
  return packed;
}

void unpack(const PackedRows& rows, const std::function<void(Row&)>& sink) {
  Row row(table_of(rows).columns.size());
  const std::string cells = decompress(rows.bytes);
  std::string_view left = cells_in(cells, row.size());
  while (!left.empty()) {
    row.front().clear();
    for (std::size_t i = 1; i < row.size(); ++i) row[i] = take_cell(left);
    sink(row);
  }
}

bool is_sound(const PackedDocument& document) {
  if (document.status < Status::ok || document.status > Status::skipped || document.pages < 0) return false;
  try {
    for (const PackedRows& rows : document.rows) check(rows);
    return true;
  } catch (const OutputError&) {
    return false;
  }
}

}  // namespace ziping
