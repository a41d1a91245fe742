// Any bytes as an archive, within small limits.
#include "archive/read_archive.h"
#include "base/error.h"
#include "fuzz.h"

#include <set>

namespace ziping::fuzz {
namespace {

constexpr ArchiveLimits kSmall{.entries = 200, .entry_bytes = 1 << 20, .total_bytes = 8 << 20, .ratio = 100};

bool is_fit_to_print(const std::string& name) {
  return name.find('\n') == std::string::npos && !name.starts_with('/') &&
         ("/" + name + "/").find("/../") == std::string::npos;
}

/// Documents as they come: each within the limits, with a name of its own.
struct Unpacked {
  std::set<std::string> names;
  std::uint64_t bytes = 0, index = 0;

  bool add(const ArchiveEntry& entry, const std::string& content) {
    require(names.insert(entry.name).second, "no two documents of an archive share a name");
    require(!entry.name.empty() && is_fit_to_print(entry.name), "names of an archive stay inside it");
    require(entry.index > index, "entries of an archive come in order");
    index = entry.index;
    bytes += content.size();
    require(content.size() <= kSmall.entry_bytes && bytes <= kSmall.total_bytes,
            "the limits of an archive hold");
    return true;
  }
};

}  // namespace
}  // namespace ziping::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ziping;
  fuzz::Unpacked unpacked;
  int problems = 0;
  try {
    read_archive(
        fuzz::text_of(data, size), fuzz::kSmall,
        [&](const ArchiveEntry& entry, const std::string& bytes) { return unpacked.add(entry, bytes); },
        [&](const std::string& name, const std::string&, const std::string&) {
          fuzz::require(fuzz::is_fit_to_print(name), "names of an archive stay inside it");
          ++problems;
        });
  } catch (const InputError&) {
  }
  fuzz::require(problems < 1000, "an archive has no more problems than entries");
  return 0;
}
