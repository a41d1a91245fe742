#include "write/plan.h"

#include "store/store_reader.h"
#include "write/dataset_writer.h"
#include "write/package.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <memory>
#include <numeric>
#include <utility>

namespace ziping {
namespace {

std::vector<std::string> files_there(const std::string& folder, const Format& format) {
  std::vector<std::string> files = format.files();
  std::erase_if(files,
                [&](const std::string& name) { return !std::filesystem::exists(folder + "/" + name); });
  return files;
}

/// `names`: formats that the dataset is in.
RunFacts run_facts(const RunIdentity& identity, const std::vector<std::string>& names) {
  return {identity.program, identity.patterns, identity.settings,
          fmt::format("ziping extract INPUT... -o OUT --to {}", fmt::join(names, ","))};
}

PackageSources package_sources(const std::string& folder) {
  std::vector<std::string> files = {"dataset.sqlite"}, names;
  for (const Format& format : formats()) {
    std::vector<std::string> found = files_there(folder, format);
    if (!found.empty()) names.emplace_back(format.name);
    files.insert(files.end(), found.begin(), found.end());
  }
  if (std::filesystem::exists(folder + "/verdicts.csv")) files.emplace_back("verdicts.csv");
  RunIdentity identity = StoreReader(folder + "/dataset.sqlite").info().identity;
  return {run_facts(identity, names), std::move(files)};
}

/// A file, or one for each table, of a dataset.
struct Output {
  std::string name;
  int weight;  ///< see Format
  std::function<std::unique_ptr<TableWriter>()> open;
};

constexpr int kDatasetWeight = 6;

std::vector<Output> outputs_of(const std::string& folder, const std::vector<Format>& chosen,
                               const WriteOptions& options) {
  std::vector<Output> outputs;
  for (const Format& format : chosen)
    outputs.push_back(
        {format.name, format.weight, [=, open = format.open] { return open(folder, options); }});
  return outputs;
}

Output package_output(const std::string& folder) {
  return {"README.md", 0,
          [=] { return std::make_unique<PackageWriter>(folder, [=] { return package_sources(folder); }); }};
}

/// Writers that are fed with the same rows. One that fails keeps nothing from the others.
class Writers {
 public:
  explicit Writers(const std::vector<Output>& outputs) : writers_(outputs.size()) {
    for (std::size_t i = 0; i < outputs.size(); ++i)
      guard(writers_[i], [&](Writer& writer) { writer.open = outputs[i].open(); });
  }

  void begin(const Table& table) {
    each([&](TableWriter& writer) { writer.begin(table); });
  }
  void row(const Row& row) {
    each([&](TableWriter& writer) { writer.row(row); });
  }
  void end() {
    each([](TableWriter& writer) { writer.end(); });
  }
  /// In their order, as far as the first that has failed. Throws what the first failed with.
  void finish() {
    for (Writer& writer : writers_) {
      guard(writer, [](Writer& sound) { sound.open->finish(); });
      if (writer.fault) std::rethrow_exception(writer.fault);
    }
  }

 private:
  struct Writer {
    std::unique_ptr<TableWriter> open;
    std::exception_ptr fault;
  };

  template <class Step>
  static void guard(Writer& writer, Step step) {
    if (writer.fault) return;
    try {
      step(writer);
    } catch (const std::exception&) {
      writer.fault = std::current_exception();
    }
  }
  template <class Step>
  void each(Step step) {
    for (Writer& writer : writers_) guard(writer, [&](Writer& sound) { step(*sound.open); });
  }

  std::vector<Writer> writers_;
};

constexpr std::size_t kCountedRows = 1000;

/// Reads the store of a folder once. `count`: where the rows of files are counted, about a thousand at a
/// time; null for nowhere.
void write_outputs(const std::string& folder, const std::vector<Output>& outputs, RowCount* count) {
  const auto files = static_cast<std::size_t>(
      std::count_if(outputs.begin(), outputs.end(), [](const Output& output) { return output.weight > 0; }));
  StoreReader store(folder + "/dataset.sqlite");
  Writers writers(outputs);
  for (const Table& table : tables()) {
    std::size_t rows = 0;
    writers.begin(table);
    store.for_each_row(table, [&](const Row& row) {
      writers.row(row);
      if (++rows % kCountedRows == 0 && count != nullptr) count->add(kCountedRows * files);
    });
    writers.end();
    if (count != nullptr) count->add(rows % kCountedRows * files);
  }
  writers.finish();
}

/// Shares the outputs out: each goes to the share that has least to do, the heaviest first. Within a share
/// they keep their order.
std::vector<std::vector<Output>> shared_out(const std::vector<Output>& outputs, int jobs) {
  std::vector<std::size_t> by_weight(outputs.size());
  std::iota(by_weight.begin(), by_weight.end(), 0);
  std::stable_sort(by_weight.begin(), by_weight.end(),
                   [&](std::size_t a, std::size_t b) { return outputs[a].weight > outputs[b].weight; });
  struct Share {
    int weight = 0;
    std::vector<std::size_t> outputs;
  };
  std::vector<Share> shares(std::min(outputs.size(), static_cast<std::size_t>(std::max(jobs, 1))));
  for (std::size_t output : by_weight) {
    Share& share = *std::min_element(shares.begin(), shares.end(),
                                     [](const Share& a, const Share& b) { return a.weight < b.weight; });
    share.weight += outputs[output].weight;
    share.outputs.push_back(output);
  }
  std::vector<std::vector<Output>> out;
  for (Share& share : shares) {
    std::sort(share.outputs.begin(), share.outputs.end());
    out.emplace_back();
    for (std::size_t output : share.outputs) out.back().push_back(outputs[output]);
  }
  return out;
}

WritePlan plan_of(const std::string& folder, const std::vector<Output>& outputs, bool described, int jobs,
                  const std::shared_ptr<RowCount>& count) {
  std::vector<std::vector<Output>> shares = shared_out(outputs, jobs);
  WritePlan plan;
  if (described && shares.size() == 1)
    shares.front().push_back(package_output(folder));
  else if (described)
    plan.then.push_back(package_task(folder));
  for (std::vector<Output>& share : shares) {
    std::string names;
    for (const Output& output : share) names += (names.empty() ? "" : ", ") + output.name;
    plan.tasks.push_back({fmt::format("{}: {}", folder, names), [=, outputs_of_share = std::move(share)] {
                            write_outputs(folder, outputs_of_share, count.get());
                          }});
  }
  return plan;
}

/// The dataset first: what fails later does not keep it from being finished.
std::vector<Output> all_outputs(const std::string& folder, const std::vector<Format>& chosen,
                                const WriteOptions& options) {
  std::vector<Output> outputs = outputs_of(folder, chosen, options);
  outputs.insert(outputs.begin(),
                 {"dataset.sqlite", kDatasetWeight, [=] { return std::make_unique<DatasetWriter>(folder); }});
  return outputs;
}

}  // namespace

WritePlan write_plan(const std::string& folder, const std::vector<Format>& chosen,
                     const WriteOptions& options, int jobs) {
  return plan_of(folder, all_outputs(folder, chosen, options), !chosen.empty(), jobs, options.rows);
}

WritePlan format_plan(const std::string& folder, const std::vector<Format>& chosen,
                      const WriteOptions& options, int jobs) {
  return plan_of(folder, outputs_of(folder, chosen, options), !chosen.empty(), jobs, options.rows);
}

void write_formats(const std::string& folder, const std::vector<Format>& chosen) {
  remove_formats(folder);
  for (const WriteTask& task : plan_of(folder, all_outputs(folder, chosen, {}), false, 1, nullptr).tasks)
    task.run();
}

WriteTask package_task(const std::string& folder) {
  return {folder + "/README.md", [=] { write_outputs(folder, {package_output(folder)}, nullptr); }};
}

}  // namespace ziping
