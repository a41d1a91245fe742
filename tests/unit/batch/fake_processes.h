#pragma once

#include "base/files.h"
#include "base/forked_array.h"
#include "batch/processes.h"
#include "batch/reading.h"
#include "pipeline.h"
#include "store/store_reader.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ziping::testing {

/// Numbers that all processes of a test share.
struct SharedCounts {
  std::array<std::atomic<int>, 64> times;  ///< that a content has been taken up, by its number
  std::atomic<int> reading;                ///< documents just now, where the test counts them
};

inline std::string text_of(const Descriptor& file) {
  struct stat status {};
  fstat(file.get(), &status);
  std::string text(static_cast<std::size_t>(status.st_size), '\0');
  if (pread(file.get(), text.data(), text.size(), 0) < 0) text.clear();
  return text;
}

[[noreturn]] inline void wait_for_ever() {
  for (;;) pause();
}

/// Dies as the system has it, under a sanitizer too.
[[noreturn]] inline void die_by(int number) {
  std::signal(number, SIG_DFL);
  std::raise(number);
  std::abort();
}

[[noreturn]] inline void run_out_of_memory() {
  std::fputs("Out of memory\n", stderr);
  die_by(SIGABRT);
}

/// A document that a fake reader reads, after the run has said Go.
struct FakeDocument {
  Channel& run;
  PageMark& mark;
  Job job;
  int times;  ///< this reading's number
  DocumentResult result;

  /// Sends what is read of `pages` pages, a notice each; `on_page` may die.
  void read(
      int pages, const std::function<void(int page)>& on_page = [](int) {}, bool leaving = false) {
    for (int page = 1; page <= std::min(pages, job.max_pages); ++page) {
      mark.begin(page, pages);
      on_page(page);
      result.notices.push_back({page, "read", fmt::format("第{}页", page)});
    }
    result.pages = pages;
    if (!job.error_code.empty()) mark_failed(result, job.error_code, job.error);
    PackedDocument packed = pack(result);
    for (PackedRows& rows : packed.rows) run.send(Rows{std::move(rows)});
    packed.rows.clear();
    run.send(Done{packed, leaving});
    if (leaving) _exit(0);
  }
};

/// An archive that a fake unpacker unpacks.
struct FakeArchive {
  Channel& run;
  ArchiveJob job;
  int times;  ///< this unpacking's number

  void entry(std::uint64_t index, const std::string& name, const std::string& text) {
    if (index <= job.given) return;
    if (!run.receive()) _exit(0);
    send(index, name, text);
  }
  void send(std::uint64_t index, const std::string& name, const std::string& text) {
    Descriptor file(memfd_create("entry", MFD_CLOEXEC));
    if (write(file.get(), text.data(), text.size()) < 0) _exit(9);
    run.send(Entry{name, index}, file.get());
  }
  void problem(const std::string& name, const std::string& code) {
    run.send(Problem{name, code, "cannot be read"});
  }
  void end(const std::string& code = "", const std::string& message = "") {
    run.send(ArchiveEnd{code, message});
  }
};

/// What a run says, as lines.
struct Witness : RunObserver {
  void notice(const std::string& code, const std::string& document, const std::string&) override {
    notices.push_back(document + " " + code);
  }
  void document(const DocumentReport& report) override {
    constexpr std::array<const char*, 3> kOrigins{"read", "kept", "copied"};
    origins[report.document] = kOrigins.at(static_cast<std::size_t>(report.origin));
  }

  std::vector<std::string> notices;
  std::map<std::string, std::string> origins;
};

/// Runs over files whose reading does what the test says of their content; other files have one page.
class BatchTest : public ::testing::Test {
 protected:
  using ReadAct = std::function<void(FakeDocument&)>;
  using UnpackAct = std::function<void(FakeArchive&)>;

  BatchTest() {
    std::string name = (std::filesystem::temp_directory_path() / "ziping-batch-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    options_.jobs = 2;
    options_.timeout = 600;
  }
  ~BatchTest() override { std::filesystem::remove_all(folder_); }

  /// A file; files of the same content are the same document.
  std::string put(const std::string& name, const std::string& content) {
    std::ofstream(folder_ + "/" + name, std::ios::binary) << content;
    return paths_.emplace_back(folder_ + "/" + name);
  }
  std::string put(const std::string& name, ReadAct act) {
    number_of(name);
    acts_[name] = std::move(act);
    return put(name, name);
  }
  std::string put_archive(const std::string& name, UnpackAct act) {
    const std::string content = "7z\xBC\xAF\x27\x1C" + name;
    number_of(content);
    unpack_acts_[content] = std::move(act);
    return put(name, content);
  }

  /// Runs over all files; whether to their end.
  bool run(Shard shard = {}, const std::string& store_name = "dataset.sqlite") {
    options_.shard = shard;
    StopSignals signals;
    Store store(folder_ + "/" + store_name, {"0.1.0", "ab12", {}, {}}, shard);
    store.begin_listing();
    witness_ = {};
    Results results(store, paths_.size(), options_, witness_);
    const Processes processes = processes_ ? *processes_ : fakes();
    bool whole = false;
    {
      Feed feed(paths_, processes, options_, results);
      whole = Reading(feed, processes, options_, results, signals, witness_).run();
    }
    summary_ = results.summary();
    listing_ = results.listing().digest();
    store.set_listing(results.listing().count(), listing_);
    store.close();
    return whole;
  }

  /// Rows of documents: "a.pdf ok", "b.pdf failed crash: its reader ...".
  std::vector<std::string> documents(const std::string& store_name = "dataset.sqlite") const {
    std::vector<std::string> out;
    const Table& table = table_named("documents");
    auto cell = [&](const Row& row, std::string_view name) {
      for (std::size_t i = 0; i < row.size(); ++i)
        if (name == table.columns[i].name) return row[i];
      return std::string("no such column");
    };
    StoreReader(folder_ + "/" + store_name).for_each_row(table, [&](const Row& row) {
      std::string line = shown(row.front()) + " " + cell(row, "status");
      if (!cell(row, "error_code").empty()) line += " " + cell(row, "error_code") + ": " + cell(row, "error");
      if (!cell(row, "same_as").empty()) line += ", same as " + shown(cell(row, "same_as"));
      out.push_back(line);
    });
    return out;
  }
  /// The notices of a document: its pages that were read, and what else was found.
  std::vector<std::string> notices(const std::string& document) const {
    std::vector<std::string> out;
    StoreReader(folder_ + "/dataset.sqlite").for_each_row(table_named("notices"), [&](const Row& row) {
      if (shown(row.front()) == document) out.push_back(row.back());
    });
    return out;
  }
  std::string shown(const std::string& path) const {
    return path.starts_with(folder_ + "/") ? path.substr(folder_.size() + 1) : path;
  }
  int times(const std::string& content) const {
    return shared_[0].times.at(static_cast<std::size_t>(numbers_.at(content)));
  }

  Processes fakes() {
    return {[this](Channel& channel, PageMark& mark) { read_documents(channel, mark); },
            [this](Channel& channel, std::uint64_t) { unpack(channel); }};
  }

  std::string folder_;
  std::vector<std::string> paths_;
  ReadingOptions options_;
  ForkedArray<SharedCounts> shared_{1};
  Witness witness_;
  RunSummary summary_;
  std::string listing_;
  std::optional<Processes> processes_;  ///< in place of fakes()
  /// What a worker does before all else, and with a document before its content is known.
  std::function<void()> at_start_ = [] {};
  std::function<void(Channel&, const std::string& content)> at_content_ =
      [](Channel& run, const std::string& content) { run.send(Content{sha256_hex(content)}); };

 private:
  int number_of(const std::string& content) {
    return numbers_.try_emplace(content, static_cast<int>(numbers_.size())).first->second;
  }
  int take_up(const std::string& content) {
    auto known = numbers_.find(content);
    return known == numbers_.end() ? 1 : ++shared_[0].times.at(static_cast<std::size_t>(known->second));
  }

  void read_documents(Channel& run, PageMark& mark) {
    at_start_();
    run.send(Ready{"none"});
    while (auto frame = run.receive()) {
      auto job = message_of<Job>(*frame);
      const std::string content = text_of(run.take_descriptor());
      at_content_(run, content);
      auto answer = run.receive();
      if (!answer) return;
      if (answer->type == MessageType::skip) continue;
      FakeDocument document{run, mark, job, take_up(content), {}};
      document.result.sha256 = sha256_hex(content);
      auto act = acts_.find(content);
      if (act == acts_.end()) {
        document.read(1);
      } else {
        act->second(document);
      }
    }
  }

  void unpack(Channel& run) {
    at_start_();
    run.send(Ready{"none"});
    auto job = message_of<ArchiveJob>(run.receive().value());
    const std::string content = text_of(run.take_descriptor());
    FakeArchive archive{run, job, take_up(content)};
    unpack_acts_.at(content)(archive);
  }

  std::map<std::string, ReadAct> acts_;
  std::map<std::string, UnpackAct> unpack_acts_;
  std::map<std::string, int> numbers_;
};

}  // namespace ziping::testing
