#include "app/commands.h"
#include "app/page_drawing.h"
#include "app/setup.h"
#include "app/table_view.h"
#include "app/terminal.h"
#include "app/text_view.h"
#include "base/error.h"
#include "base/files.h"
#include "ingest/reader.h"
#include "layout/layout.h"

#include <fmt/format.h>

#include <cstdio>

namespace ziping {
namespace {

/// Draws what has been laid out, before anything is made of the text: no patterns are needed.
int draw_pages(const std::string& path, const std::string& folder, const ReadOptions& options) {
  require_poppler_data();
  std::string name = shown_path(path);
  try {
    SourceDocument source = read_document(name, read_file(path), options);
    int pages = write_drawings(source, lay_out(source), folder);
    fmt::print("{} {} in {}\n", pages, pages == 1 ? "page" : "pages", shown_path(folder));
  } catch (const InputError& error) {
    throw InputError(error.code, name + ": " + error.what());
  }
  return 0;
}

}  // namespace

void declare_text(OptionList& options) {
  auto folder = boost::program_options::value<std::string>()->value_name("DIR");
  options.add_options()("plain", "the bare text, a paragraph a line")(
      "tables", "the ruled tables, each with a picture of its cells")(
      "draw", folder, "write an SVG a page into DIR: the found tables over the glyphs");
  declare_patterns_option(options);
  declare_reader_option(options);
}

int run_text(const OptionValues& values) {
  if (values.count("draw"))
    return draw_pages(only_file(values), values["draw"].as<std::string>(),
                      {.pdf_reader = reader_option(values)});
  ShownDocument shown = read_shown(values);
  if (values.count("tables")) {
    fmt::print("{}", table_view(shown.document, terminal_of(stdout)));
    return 0;
  }
  const std::string& text = shown.document.clean.text;
  fmt::print("{}", values.count("plain") ? text : text_view(shown.document, terminal_of(stdout)));
  return 0;
}

}  // namespace ziping
