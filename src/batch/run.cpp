#include "batch/run.h"

#include "base/error.h"
#include "pipeline.h"

#include <fmt/format.h>

#include <filesystem>

namespace ziping {
namespace {

namespace fs = std::filesystem;

void make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error || !fs::is_directory(folder))
    throw OutputError(fmt::format("{}: the folder cannot be made: {}", folder,
                                  error ? error.message() : "a file of that name is in the way"));
}

void count(RunSummary& summary, const DocumentResult& document) {
  ++(document.status == Status::failed    ? summary.failed
     : document.status == Status::partial ? summary.partial
                                          : summary.ok);
  summary.records += document.mentions.size();
}

}  // namespace

RunSummary run(const std::vector<Input>& inputs, const PatternSet& patterns, const std::string& folder,
               const std::vector<Format>& chosen, const DocumentObserver& observer) {
  make_folder(folder);
  Store store(folder + "/dataset.sqlite");
  RunSummary summary;
  for (const Input& input : inputs) {
    DocumentResult document = process_file(input.path, patterns);
    store.add(document);
    count(summary, document);
    observer(document);
  }
  write_formats(store, folder, chosen);
  return summary;
}

}  // namespace ziping
