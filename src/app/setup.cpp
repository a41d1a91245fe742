#include "app/setup.h"

#include "app/proven_patterns.h"
#include "audit/load_checked.h"
#include "base/error.h"
#include "pipeline.h"

#include <cstdlib>
#include <filesystem>

namespace ziping {

namespace fs = std::filesystem;

std::string pattern_folder(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* set = std::getenv("ZIPING_PATTERNS"); set && *set) return set;
  std::error_code error;
  fs::path program = fs::read_symlink("/proc/self/exe", error);
  fs::path installed = program.parent_path().parent_path() / "share/ziping/patterns";
  return !error && fs::is_directory(installed, error) ? installed.string() : ZIPING_SOURCE_PATTERNS;
}

PatternSet load_patterns(const std::string& given) {
  std::vector<PatternFile> files = read_pattern_files(pattern_folder(given));
  bool proven = digest_of(files) == kProvenPatterns;
  return proven ? PatternSet::load(files, PatternChecks::none) : load_checked(files);
}

void declare_patterns_option(OptionList& options) {
  options.add_options()("patterns", boost::program_options::value<std::string>()->value_name("DIR"),
                        "folder of the pattern files (default: $ZIPING_PATTERNS, or those installed)");
}

std::string patterns_option(const OptionValues& values) {
  return values.count("patterns") ? values["patterns"].as<std::string>() : "";
}

void declare_reader_option(OptionList& options) {
  options.add_options()("reader", boost::program_options::value<std::string>()->value_name("NAME"),
                        "who reads PDF pages: own (default), or poppler, slower");
}

PdfReaderChoice reader_option(const OptionValues& values) {
  const std::string name = values.count("reader") ? values["reader"].as<std::string>() : "own";
  if (name == "own") return PdfReaderChoice::own;
  if (name == "poppler") return PdfReaderChoice::poppler;
  throw UsageError("--reader needs own or poppler, not " + name);
}

ShownDocument read_shown(const OptionValues& values) {
  std::string path = only_file(values);
  require_poppler_data();
  PatternSet patterns = load_patterns(patterns_option(values));
  DocumentResult document = process_file(path, patterns, {.pdf_reader = reader_option(values)});
  if (document.status == Status::failed)
    throw InputError(document.error_code, document.document + ": " + document.error);
  return {std::move(patterns), std::move(document)};
}

}  // namespace ziping
