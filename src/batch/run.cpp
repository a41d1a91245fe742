#include "batch/run.h"

#include "base/error.h"
#include "base/files.h"
#include "pipeline.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>

namespace ziping {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_of(const std::string& input) {
  std::error_code error;
  if (!fs::is_directory(input, error)) return {input};
  std::vector<std::string> files = list_files(input, {".pdf", ".txt", ".md"});
  return files.empty() ? std::vector<std::string>{input} : files;
}

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

std::vector<std::string> list_documents(const std::vector<std::string>& inputs) {
  std::vector<std::string> documents;
  std::set<std::string> seen;
  for (const std::string& input : inputs)
    for (std::string& file : files_of(input))
      if (seen.insert(file).second) documents.push_back(std::move(file));
  return documents;
}

RunSummary run(const std::vector<std::string>& documents, const PatternSet& patterns,
               const std::string& folder, const std::vector<Format>& chosen,
               const DocumentObserver& observer) {
  make_folder(folder);
  Store store(folder + "/dataset.sqlite");
  RunSummary summary;
  for (const std::string& path : documents) {
    DocumentResult document = process_file(path, patterns);
    store.add(document);
    count(summary, document);
    observer(document);
  }
  write_formats(store, folder, chosen);
  return summary;
}

}  // namespace ziping
