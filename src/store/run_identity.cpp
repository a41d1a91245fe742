#include "store/run_identity.h"

#include "base/files.h"
#include "record/schema.h"

#include <fmt/format.h>

namespace ziping {

std::string digest_of(const RunIdentity& identity) {
  std::string text = fmt::format("{}\n{}\n{}\n", identity.program, identity.patterns, identity.settings);
  for (const Table& table : tables()) {
    text += table.name;
    for (const Column& column : table.columns) text += fmt::format(" {}", column.name);
    text += '\n';
  }
  return sha256_hex(text).substr(0, 16);
}

}  // namespace ziping
