#pragma once

#include "base/files.h"
#include "store/store.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace ziping {

/// A folder that is gone when its test ends.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "ziping-store-XXXXXX").string();
    path = mkdtemp(name.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path); }

  std::string operator/(const std::string& name) const { return path + "/" + name; }
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path))
      names.push_back(entry.path().filename());
    return names;
  }

  std::string path;
};

/// A document of `notices` rows in table notices, as reading a file of that content would give it.
inline PackedDocument sample_document(const std::string& content, int notices = 3) {
  DocumentResult document;
  document.sha256 = sha256_hex(content);
  document.bytes = content.size();
  for (int i = 0; i < notices; ++i)
    document.notices.push_back({i + 1, "sample", fmt::format("{} 第{}页 看不清", content, i + 1)});
  return pack(document);
}

inline const RunIdentity kIdentity{"0.1.0", "ab12", "max_pages=5000", "timeout=60"};

/// Files of a run: place i has content `contents[i]`. A store of the part of them that `shard` has.
struct SampleRun {
  std::vector<std::string> contents;
  Shard shard;
  RunIdentity identity = kIdentity;
  std::string listing = "all inputs";

  StoredPlace place(std::size_t i) const {
    return {{static_cast<std::int64_t>(i), 0}, fmt::format("年报/{}.pdf", i), contents[i]};
  }
  bool mine(std::size_t i) const {
    return contents[i].size() % static_cast<std::size_t>(shard.count) ==
           static_cast<std::size_t>(shard.number) - 1;
  }
  void add(Store& store, std::size_t i) const {
    if (!mine(i)) return;
    if (store.has(contents[i])) {
      store.add_places({place(i)});
    } else {
      store.add(contents[i], sample_document(contents[i]), {place(i)});
    }
  }
  void begin(Store& store) const {
    store.begin_listing();
    store.set_listing(static_cast<std::int64_t>(contents.size()), listing);
  }
  /// The whole run, as far as it is not done, up to its closed store.
  void run(const std::string& path) const {
    Store store(path, identity, shard);
    begin(store);
    for (std::size_t i = 0; i < contents.size(); ++i) add(store, i);
    store.close();
  }
};

}  // namespace ziping
