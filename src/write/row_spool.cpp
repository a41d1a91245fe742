#include "write/row_spool.h"

#include "base/error.h"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace ziping {
namespace {

constexpr std::size_t kBuffer = 1 << 16;

/// A file for writing and reading that is already removed.
std::FILE* unnamed_file(const std::string& folder) {
  std::string name = folder + "/.rows-XXXXXX";
  int descriptor = mkstemp(name.data());
  if (descriptor < 0) return nullptr;
  std::remove(name.c_str());
  return fdopen(descriptor, "w+b");
}

}  // namespace

RowSpool::RowSpool(const std::string& folder, std::size_t columns)
    : folder_(folder), file_(unnamed_file(folder)), widths_(columns) {
  if (!file_) fail();
}

void RowSpool::add(const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    auto size = static_cast<std::uint32_t>(row[i].size());
    widths_[i] = std::max<std::size_t>(widths_[i], size);
    buffer_.append(reinterpret_cast<const char*>(&size), sizeof size);
    buffer_ += row[i];
  }
  ++rows_;
  if (buffer_.size() >= kBuffer) flush();
}

void RowSpool::for_each(const RowSink& sink) {
  flush();
  std::rewind(file_.get());
  Row row(widths_.size());
  for (std::size_t i = 0; i < rows_; ++i) {
    for (std::string& cell : row) {
      std::uint32_t size = 0;
      if (!read(&size, sizeof size)) fail();
      cell.resize(size);
      if (!read(cell.data(), size)) fail();
    }
    sink(row);
  }
}

void RowSpool::flush() {
  if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size() ||
      std::fflush(file_.get()) != 0)
    fail();
  buffer_.clear();
}

bool RowSpool::read(void* bytes, std::size_t size) {
  return std::fread(bytes, 1, size, file_.get()) == size;
}

void RowSpool::fail() const {
  throw OutputError(fmt::format("{}: rows cannot be put aside: {}", folder_, std::strerror(errno)));
}

}  // namespace ziping
