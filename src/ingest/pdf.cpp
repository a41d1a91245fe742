#include "ingest/pdf.h"

#include "base/error.h"
#include "ingest/content/page_reader.h"
#include "ingest/page_drawer.h"
#include "ingest/text_layer.h"

#include <fmt/format.h>
#include <algorithm>
#include <cctype>
#include <optional>

namespace ziping {
namespace {

constexpr std::size_t kMaxMarks = 8'000'000;  // glyphs and rules of a document: about 300 MB
constexpr int kMaxMissingPages = 100;         // a page tree that lies about its size is not followed further
constexpr int kMaxTirelessPages = 3;          // pages that draw without end

/// Poppler's complaints about the document that is being read; they are never printed.
struct Complaints {
  int count = 0;
  std::string first;
};
Complaints* current_complaints = nullptr;

void collect_complaint(ErrorCategory category, Goffset /*position*/, const char* message) {
  if (!current_complaints || category == errSyntaxWarning) return;
  if (current_complaints->count++ == 0) current_complaints->first = message;
}

/// Directs Poppler's errors to `complaints` while it lives.
class ComplaintScope {
 public:
  explicit ComplaintScope(Complaints& complaints) {
    current_complaints = &complaints;
    setErrorCallback(collect_complaint);
  }
  ~ComplaintScope() { current_complaints = nullptr; }
  ComplaintScope(const ComplaintScope&) = delete;
  ComplaintScope& operator=(const ComplaintScope&) = delete;
};

/// A message of Poppler's as it may stand in a table: printable, on one line, not too long.
std::string one_line(const std::string& message) {
  std::string out;
  for (char c : message.substr(0, 160)) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  return out;
}

/// Reads the pages of an open document one after the other.
class PdfReader {
 public:
  PdfReader(PDFDoc& pdf, std::string_view file, Complaints& complaints, const ReadOptions& options,
            SourceDocument& out)
      : pdf_(pdf), complaints_(complaints), options_(options), out_(out) {
    if (options.pdf_reader == PdfReaderChoice::own)
      own_.emplace(pdf, file);
    else
      poppler_.emplace(pdf);
  }

  void read() {
    const int pages = pdf_.getNumPages();
    const int wanted = std::min(pages, options_.max_pages);
    for (int number = 1; number <= wanted; ++number) {
      if (marks_ >= kMaxMarks) {
        stop("glyph_limit", fmt::format("more than {} characters and lines; pages from {} on were not read",
                                        kMaxMarks, number));
        break;
      }
      if (missing_ >= kMaxMissingPages) break;
      if (tireless_ >= kMaxTirelessPages) {
        stop("operator_limit",
             fmt::format("{} pages draw without end; pages from {} on were not read", tireless_, number));
        break;
      }
      if (options_.on_page) options_.on_page(number, wanted);
      read_page(number);
    }
    if (options_.on_page) options_.on_page(wanted + 1, wanted);
    if (pages > wanted)
      stop("page_limit", fmt::format("{} pages; only the first {} were read", pages, wanted));
    if (missing_ > 0) stop("page_missing", fmt::format("{} of {} pages could not be found", missing_, pages));
    judge_.conclude(out_);
  }

 private:
  void read_page(int number) {
    ::Page* source = pdf_.getPage(number);
    if (!source || !source->isOk()) {
      ++missing_;
      return;
    }
    const int complaints = complaints_.count;
    GlyphCounts counts;
    out_.pages.push_back(draw(*source, number, counts));
    const Page& page = out_.pages.back();
    marks_ += page.glyphs.size() + page.rules.size();
    if (own_ ? own_->full() : poppler_->full())
      stop("glyph_limit",
           fmt::format("more than {} characters on the page; the rest was not read",
                       GlyphCollector::kMaxGlyphs),
           number);
    else if (own_ ? own_->tired() : poppler_->tired()) {
      ++tireless_;
      stop("operator_limit", "the page draws more than a report's could; the rest was not read", number);
    }
    if (page.glyphs.empty() && page.images.empty() && complaints_.count > complaints)
      stop("page_unreadable", "nothing could be read from this page", number);
    judge_.see(page, counts, out_.notices);
  }

  Page draw(::Page& source, int number, GlyphCounts& counts) {
    Object contents = source.getContents();
    if (const int refused = poppler::refuse_odd_streams(contents); refused > 0)
      stop("page_unreadable", fmt::format("content streams packed unlike text were not opened: {}", refused),
           number);
    if (own_) {
      const Complaints before = complaints_;
      try {
        return own_->read(source, number, contents, counts);
      } catch (const content::GaveUp& why) {
        complaints_ = before;
        give_up(number, why.reason);
      }
    }
    return poppler_->read(source, number, contents, counts);
  }

  /// Leaves this page and the rest to Poppler's own interpreter.
  void give_up(int number, const char* reason) {
    own_.reset();
    poppler_.emplace(pdf_);
    out_.notices.push_back({number, "reader_changed",
                            fmt::format("read by Poppler's interpreter from this page on: {}", reason)});
  }

  void stop(const char* code, const std::string& message, int page = 0) {
    out_.partial = true;
    out_.notices.push_back({page, code, message});
  }

  PDFDoc& pdf_;
  Complaints& complaints_;
  const ReadOptions& options_;
  SourceDocument& out_;
  std::optional<content::PageReader> own_;  // as long as it can go on
  std::optional<PageDrawer> poppler_;       // otherwise
  TextLayerJudge judge_;
  std::size_t marks_ = 0;
  int missing_ = 0, tireless_ = 0;
};

void check_open(PDFDoc& pdf, const Complaints& complaints) {
  if (pdf.isOk()) return;
  if (pdf.getErrorCode() == errEncrypted)
    throw InputError("password", "the PDF is encrypted and needs a password");
  const std::string reason = complaints.count > 0 ? fmt::format(" ({})", one_line(complaints.first)) : "";
  throw InputError("damaged", fmt::format("the PDF is damaged and cannot be opened{}", reason));
}

}  // namespace

void prepare_pdf() {
  if (!globalParams) globalParams = std::make_unique<GlobalParams>();
}

SourceDocument read_pdf(const std::string& bytes, const ReadOptions& options) {
  prepare_pdf();
  Complaints complaints;
  const ComplaintScope scope(complaints);
  bool repaired = false;
  const auto pdf = poppler::open_document(bytes, [&repaired] { repaired = true; });
  check_open(*pdf, complaints);

  SourceDocument document;
  document.media_type = "application/pdf";
  PdfReader(*pdf, bytes, complaints, options, document).read();
  if (document.pages.empty())
    throw InputError("damaged", "the PDF is damaged: none of its pages can be read");
  if (repaired) {
    document.partial = true;
    document.notices.push_back({0, "xref_repaired", "the table of objects was damaged and has been rebuilt"});
  }
  if (complaints.count > 0)
    document.notices.push_back({0, "pdf_syntax",
                                fmt::format("{} fault{} in the file, the first: {}", complaints.count,
                                            complaints.count == 1 ? "" : "s", one_line(complaints.first))});
  return document;
}

}  // namespace ziping
