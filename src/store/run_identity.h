#pragma once

#include <string>

namespace ziping {

/// What a document's rows depend on beside its content. Rows of another identity are read again.
struct RunIdentity {
  std::string program;   ///< version of ziping
  std::string patterns;  ///< digest of the pattern set
  std::string settings;  ///< limits that change what is read: max_pages=5000
  /// Limits that say how long is tried: timeout=60 max_memory=1024. Where others are set, only documents that
  /// failed at them are read again.
  std::string limits = {};

  bool operator==(const RunIdentity&) const = default;
};

/// Identity as stores keep it beside each document, without its limits: 16 hex digits. It covers the columns
/// of all tables too, as packed rows are of no use to a ziping that has other ones.
std::string digest_of(const RunIdentity& identity);

}  // namespace ziping
