#include "worker/serve_documents.h"

#include "base/error.h"
#include "base/files.h"
#include "pipeline.h"
#include "worker/read_open_file.h"

#include <sys/resource.h>

#include <string>

namespace ziping {
namespace {

// A worker ends after this, and another takes its place: what libraries keep does not pile up.
constexpr int kMaxDocuments = 500;
constexpr long kMaxResident = 300 << 10;  // kB

bool is_large() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss > kMaxResident;
}

class DocumentServer {
 public:
  DocumentServer(Channel& run, PageMark& mark, const PatternSet& patterns, const WorkerLimits& limits)
      : run_(run), mark_(mark), patterns_(patterns), limits_(limits) {}

  /// False where the worker should end.
  bool serve(const Job& job, const Descriptor& file) {
    allow_cpu(limits_.cpu_seconds);
    std::optional<DocumentResult> result = read(job, file);
    if (!result) return true;
    if (!job.error_code.empty() && result->status != Status::failed)
      mark_failed(*result, job.error_code, job.error);
    bool leaving = ++documents_ == kMaxDocuments || is_large();
    send(pack(*result), leaving);
    return !leaving;
  }

 private:
  /// None where the run wants no rows of this content.
  std::optional<DocumentResult> read(const Job& job, const Descriptor& file) {
    DocumentBytes source{.name = job.document, .bytes = {}, .sha256 = {}};
    try {
      source.bytes = read_open_file(file.get(), limits_.document_bytes);
    } catch (const InputError& error) {
      return failed_document(job.document, error.code, error.what());
    } catch (const std::bad_alloc&) {
      return failed_document(job.document, "memory", "needs more memory than there is");
    }
    source.sha256 = sha256_hex(source.bytes);
    run_.send(Content{source.sha256});
    std::optional<Frame> answer = run_.receive();
    if (!answer || answer->type == MessageType::skip) return {};
    ReadOptions options;
    options.pdf_reader = limits_.pdf_reader;
    options.max_pages = job.max_pages;
    options.on_page = [this](int page, int pages) { begin_page(page, pages); };
    return process(source, patterns_, options);
  }

  void begin_page(int page, int pages) {
    if (page == 1) allow_cpu(limits_.cpu_seconds + limits_.cpu_seconds_a_page * pages);
    mark_.begin(page, pages);
  }

  void send(PackedDocument document, bool leaving) {
    for (PackedRows& rows : document.rows) run_.put(Rows{std::move(rows)});
    document.rows.clear();
    run_.send(Done{std::move(document), leaving});
  }

  Channel& run_;
  PageMark& mark_;
  const PatternSet& patterns_;
  const WorkerLimits& limits_;
  int documents_ = 0;
};

}  // namespace

void serve_documents(Channel& run, PageMark& mark, const PatternSet& patterns, const WorkerLimits& limits) {
  run.send(Ready{enter_sandbox(limits.sandbox).str(limits.sandbox)});
  DocumentServer server(run, mark, patterns, limits);
  while (std::optional<Frame> frame = run.receive()) {
    Job job = message_of<Job>(*frame);
    Descriptor file = run.take_descriptor();
    if (!server.serve(job, file)) return;
  }
}

}  // namespace ziping
