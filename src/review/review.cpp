#include "review/review.h"

#include "base/error.h"
#include "base/files.h"
#include "batch/run_lock.h"
#include "batch/stop_signals.h"
#include "review/draw_pictures.h"
#include "review/page_files.h"
#include "review/review_data.h"
#include "store/dataset_file.h"
#include "write/plan.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>
#include <set>

namespace ziping {
namespace {

namespace fs = std::filesystem;

/// A folder that takes the place of an earlier one when it is whole.
class NewFolder {
 public:
  explicit NewFolder(std::string path) : path_(std::move(path)), part_(path_ + ".part") {
    remove(part_);
    make_folder(part_);
  }
  const std::string& part() const { return part_; }
  void finish() {
    remove(path_);
    std::error_code error;
    fs::rename(part_, path_, error);
    if (error) throw OutputError(fmt::format("{}: cannot be written: {}", path_, error.message()));
  }

 private:
  static void remove(const std::string& path) {
    std::error_code error;
    fs::remove_all(path, error);
  }

  std::string path_, part_;
};

/// Pages that have no picture, of each content once.
std::vector<WantedPictures> wanted_pictures(const ReviewDocuments& documents, const PictureFolder& folder) {
  std::vector<WantedPictures> wanted;
  std::set<std::string> seen;
  for (std::size_t i = 0; i < documents.count(); ++i) {
    const std::string& sha256 = documents.cell(i, "sha256");
    bool pdf = documents.cell(i, "media_type") == "application/pdf";
    if (!pdf || PictureFolder::name_of(sha256).empty() || !seen.insert(sha256).second) continue;
    const std::set<int>& pages = documents.at(i).pages;
    std::vector<int> missing = folder.missing(sha256, {pages.begin(), pages.end()});
    if (!missing.empty()) wanted.push_back({documents.at(i).cells.front(), sha256, std::move(missing)});
  }
  return wanted;
}

void remove_unused(const ReviewDocuments& documents, const PictureFolder& folder) {
  std::set<std::string> names;
  for (std::size_t i = 0; i < documents.count(); ++i)
    names.insert(PictureFolder::name_of(documents.cell(i, "sha256")));
  folder.remove_others({names.begin(), names.end()});
}

/// Draws what is missing; false where a signal has stopped it.
bool draw_missing(const ReviewOptions& options, ReviewDocuments& documents, const PictureFolder& folder,
                  ReviewSummary& summary) {
  StopSignals signals;
  remove_unused(documents, folder);
  std::vector<WantedPictures> wanted = wanted_pictures(documents, folder);
  std::map<std::string, std::string> problems;  // by content
  DrawingOptions drawing;
  drawing.sources = options.sources;
  drawing.jobs = options.jobs;
  drawing.on_page = options.on_page;
  drawing.on_problem = [&](const WantedPictures& document, const std::string& code) {
    problems.emplace(document.sha256, code);
  };
  bool whole = draw_pictures(wanted, folder, drawing, signals);
  for (std::size_t i = 0; i < documents.count(); ++i)
    if (auto found = problems.find(documents.cell(i, "sha256")); found != problems.end())
      documents.at(i).picture_problem = found->second;
  for (const auto& [sha256, code] : problems) ++summary.problems[code];
  for (const WantedPictures& document : wanted)
    summary.drawn += document.pages.size() - folder.missing(document.sha256, document.pages).size();
  return whole;
}

void write_page(const std::string& folder) {
  for (const PageFile& page : page_files()) {
    OutputFile file(fmt::format("{}/{}", folder, page.name));
    file.write(page.bytes);
    file.finish();
  }
}

std::string name_of(const std::string& folder) {
  fs::path path = fs::absolute(folder).lexically_normal();
  return shown_path((path.has_filename() ? path.filename() : path.parent_path().filename()).string());
}

std::string text_of(const std::string& file) {
  try {
    return read_file(file);
  } catch (const InputError& error) {
    throw UsageError(fmt::format("{}: {}", file, error.what()));
  }
}

}  // namespace

ReviewSummary make_review(const ReviewOptions& options) {
  const std::string folder = options.folder + "/review";
  StoreReader store(finished_dataset(options.folder));
  RunLock lock(options.folder);
  make_folder(folder);
  NewFolder data(folder + "/data");
  ReviewData writer(store, data.part());
  writer.write_rows();
  ReviewSummary summary{.page = folder + "/index.html", .documents = writer.documents().count()};
  for (std::size_t i = 0; i < writer.documents().count(); ++i)
    summary.records += writer.documents().at(i).records;
  std::optional<PictureFolder> pictures;
  if (options.pictures) {
    pictures.emplace(folder + "/pages");
    summary.stopped = !draw_missing(options, writer.documents(), *pictures, summary);
    if (summary.stopped) return summary;
  }
  writer.write_rest({name_of(options.folder), options.program}, pictures ? &*pictures : nullptr,
                    kept_verdicts(options.folder));
  data.finish();
  write_page(folder);
  return summary;
}

AppliedVerdicts apply_verdicts(const std::string& folder, const std::string& file) {
  const std::string path = finished_dataset(folder);
  std::vector<Verdict> read = read_verdicts(file, text_of(file));
  RunLock lock(folder);
  Verdicts verdicts = kept_verdicts(folder);
  for (Verdict& verdict : read) {
    Verdict& kept = verdicts[{verdict.sha256, verdict.table, verdict.key}];
    if (kept.judged_at <= verdict.judged_at) kept = std::move(verdict);
  }
  std::erase_if(verdicts, [](const auto& entry) { return entry.second.verdict == "withdrawn"; });
  keep_verdicts(folder, verdicts);

  Database database(path, Database::Open::write);
  Transaction transaction(database);
  write_verdicts(database, verdicts);
  transaction.commit();
  AppliedVerdicts applied{.read = read.size(), .kept = verdicts.size()};
  {
    Query lost = database.query("SELECT count(*) FROM verdicts WHERE NOT found");
    if (lost.step()) applied.lost = static_cast<std::size_t>(lost.integer_at(0));
  }
  database.close();
  if (fs::is_directory(folder + "/review/data")) write_verdicts_script(folder + "/review/data", verdicts);
  if (fs::exists(folder + "/datapackage.json")) package_task(folder).run();
  return applied;
}

}  // namespace ziping
