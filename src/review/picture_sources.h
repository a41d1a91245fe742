#pragma once

#include "base/descriptor.h"
#include "batch/processes.h"
#include "batch/stop_signals.h"
#include "worker/child.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ziping {

/// Pages of a document that are to be drawn.
struct WantedPictures {
  std::string document;  ///< path as tables show it
  std::string sha256;
  std::vector<int> pages;
};

/// The same with the file they are in.
struct PictureSource {
  const WantedPictures* wanted;
  Descriptor file;
};

/// Opens documents where they lay when they were read: files below `root`, or entries of archives, which are
/// unpacked in a process of their own. A file that is not there, or has other content now, goes to `refuse`
/// with a code: absent, changed.
class PictureSources {
 public:
  using Refuse = std::function<void(const WantedPictures&, const std::string& code)>;

  /// `wanted` and `signals` must outlive it; documents of an archive follow each other.
  PictureSources(const std::vector<WantedPictures>& wanted, std::string root, Unpack unpack,
                 StopSignals& signals, Refuse refuse)
      : wanted_(wanted),
        root_(std::move(root)),
        unpack_(std::move(unpack)),
        signals_(signals),
        refuse_(std::move(refuse)) {}

  /// The next document that is there; none behind the last, or where a signal has come.
  std::optional<PictureSource> next();

 private:
  std::optional<PictureSource> open_file_of(const WantedPictures& wanted);
  std::optional<PictureSource> next_entry();
  std::string path_of(const std::string& document) const;
  std::string archive_of(const std::string& document) const;
  void open_archive(const std::string& archive);
  void close_archive();
  bool is_same(const WantedPictures& wanted, const Descriptor& file) const;

  const std::vector<WantedPictures>& wanted_;
  std::string root_;
  Unpack unpack_;
  StopSignals& signals_;
  Refuse refuse_;
  std::size_t next_ = 0;
  std::string archive_;                                   ///< that is being unpacked
  std::map<std::string, const WantedPictures*> entries_;  ///< of it, by their paths
  std::optional<Child> unpacker_;
};

}  // namespace ziping
