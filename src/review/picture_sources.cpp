#include "review/picture_sources.h"

#include "archive/read_archive.h"
#include "base/error.h"
#include "base/files.h"
#include "worker/read_open_file.h"

#include <poll.h>

#include <filesystem>
#include <iterator>

namespace ziping {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxBytes = 500ull << 20;  // of a document, as the run has it
constexpr int kPatience = 300'000;                 // milliseconds that an unpacker may say nothing

bool is_regular(const std::string& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

/// One more entry may come. An unpacker that has ended needs no credit: what it sent is still to be read.
void give_credit(Child& unpacker) {
  try {
    unpacker.channel().send(Credit{});
  } catch (const ProtocolError&) {
  }
}

/// The next frame; none where the process has ended, or says nothing for too long, or a signal has come.
std::optional<Frame> receive(Child& child, StopSignals& signals) {
  for (;;) {
    if (auto frame = child.channel().next()) return frame;
    pollfd polled[] = {{child.channel().socket(), POLLIN, 0}, {signals.descriptor(), POLLIN, 0}};
    if (poll(polled, std::size(polled), kPatience) == 0 || signals.stopped()) return {};
    if (!child.channel().fill()) return child.channel().next();
  }
}

}  // namespace

std::optional<PictureSource> PictureSources::next() {
  for (;;) {
    if (unpacker_) {
      if (auto source = next_entry()) return source;
      close_archive();
    }
    if (next_ == wanted_.size()) return {};
    const WantedPictures& wanted = wanted_[next_];
    if (is_regular(path_of(wanted.document))) {
      ++next_;
      if (auto source = open_file_of(wanted)) return source;
    } else if (std::string archive = archive_of(wanted.document); !archive.empty()) {
      open_archive(archive);
    } else {
      ++next_;
      refuse_(wanted, "absent");
    }
  }
}

std::string PictureSources::path_of(const std::string& document) const {
  auto below_root = [this](const std::string& path) {
    return root_.empty() ? path : (fs::path(root_) / path).string();
  };
  std::string path = below_root(document);
  return is_regular(path) ? path : below_root(path_of_shown(document));
}

bool PictureSources::is_same(const WantedPictures& wanted, const Descriptor& file) const {
  try {
    return sha256_hex(read_open_file(file.get(), kMaxBytes)) == wanted.sha256;
  } catch (const InputError&) {
    return false;
  }
}

std::optional<PictureSource> PictureSources::open_file_of(const WantedPictures& wanted) {
  try {
    PictureSource source{&wanted, open_file(path_of(wanted.document))};
    if (is_same(wanted, source.file)) return source;
    refuse_(wanted, "changed");
  } catch (const InputError&) {
    refuse_(wanted, "absent");
  }
  return {};
}

/// The part of a document's path that is a file; empty where there is none.
std::string PictureSources::archive_of(const std::string& document) const {
  for (std::size_t at = document.rfind('/'); at != std::string::npos && at > 0;
       at = document.rfind('/', at - 1))
    if (is_regular(path_of(document.substr(0, at)))) return document.substr(0, at);
  return {};
}

/// Takes all that is wanted of an archive.
void PictureSources::open_archive(const std::string& archive) {
  archive_ = archive;
  for (; next_ < wanted_.size() && wanted_[next_].document.starts_with(archive + "/"); ++next_)
    entries_[wanted_[next_].document] = &wanted_[next_];
  try {
    Descriptor file = open_file(path_of(archive));
    if (!holds_archive(file)) return close_archive();
    std::uint64_t bytes = size_of(file);
    unpacker_.emplace(Child::start([&](Channel& run) { unpack_(run, bytes); }));
    unpacker_->channel().send(ArchiveJob{}, file.get());
    unpacker_->channel().send(Credit{});
  } catch (const InputError&) {
    close_archive();
  } catch (const ProtocolError&) {
    close_archive();
  }
}

void PictureSources::close_archive() {
  unpacker_.reset();
  for (const auto& [document, wanted] : std::exchange(entries_, {})) refuse_(*wanted, "absent");
}

/// The next entry that is wanted; none behind the last, and where the unpacker fails.
std::optional<PictureSource> PictureSources::next_entry() try {
  while (!entries_.empty()) {
    std::optional<Frame> frame = receive(*unpacker_, signals_);
    if (!frame || frame->type == MessageType::end) return {};
    if (frame->type != MessageType::entry) continue;
    Descriptor file = unpacker_->channel().take_descriptor();
    give_credit(*unpacker_);
    auto found = entries_.find(archive_ + "/" + message_of<Entry>(*frame).name);
    if (found == entries_.end()) continue;
    const WantedPictures& wanted = *found->second;
    entries_.erase(found);
    if (is_same(wanted, file)) return PictureSource{&wanted, std::move(file)};
    refuse_(wanted, "changed");
  }
  return {};
} catch (const ProtocolError&) {
  return {};
}

}  // namespace ziping
