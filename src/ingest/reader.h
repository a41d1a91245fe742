#pragma once

#include "base/notice.h"
#include "ingest/page.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ziping {

/// Where a document's characters come from. `none`: the PDF holds pictures only.
enum class TextSource { text, pdf, ocr_layer, none };
const char* name_of(TextSource source);

/// A file as it was read: pages for a PDF, one decoded text for a text file.
struct SourceDocument {
  std::string media_type;  ///< application/pdf or text/plain
  std::string encoding;    ///< of a text file: UTF-8, GB18030, Big5, UTF-16LE, UTF-16BE; empty for PDF
  TextSource text_source = TextSource::text;
  std::vector<Page> pages;  ///< PDF only
  std::string text;         ///< text file only: UTF-8, lines ended by '\n', form feeds kept as page breaks
  bool partial = false;     ///< some page could not be read; a notice says which
  std::vector<Notice> notices;
};

/// Who runs the content streams of PDF pages: our interpreter, which leaves a document to Poppler's where it
/// cannot go on and says so in a notice (`reader_changed`), or Poppler's at once. Both find the same.
enum class PdfReaderChoice : std::uint8_t { own, poppler };

/// How far a document is read, by whom, and who hears of it.
struct ReadOptions {
  PdfReaderChoice pdf_reader = PdfReaderChoice::own;
  int max_pages = 5000;  ///< a PDF is `partial` where it has more
  /// Called before each page of a PDF is read, with its number from 1 and the number of pages to read; and
  /// with the number behind the last when all are read.
  std::function<void(int page, int pages)> on_page;
};

/// Reads a document from memory. The content decides the format, not the name: a text file named
/// `.pdf` is refused with a clear message.
/// Throws InputError: `empty`, `password`, `damaged`, `not_pdf` (named so, but without a PDF header),
/// `not_text`, `unsupported` (a format that is known and not read). Messages do not name the file.
SourceDocument read_document(const std::string& name, const std::string& bytes,
                             const ReadOptions& options = {});

/// Whether a name says that its file is a PDF. It is all that read_document() takes from a name.
bool is_named_pdf(const std::string& name);

/// Where files lie that reading opens at any time: poppler-data.
std::string reader_data_folder();

/// Opens what reading needs of the system, before a sandbox shuts.
void prepare_readers();

/// Throws SetupError where poppler-data is missing: without it GBK fonts lose their text silently.
void require_poppler_data();

}  // namespace ziping
