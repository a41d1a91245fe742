#pragma once

#include "app/commands.h"
#include "ingest/reader.h"
#include "pattern/pattern_set.h"
#include "record/document_result.h"

#include <string>

namespace ziping {

/// The folder of the pattern files: `given` where it is not empty, else $ZIPING_PATTERNS, else
/// ../share/ziping/patterns beside the executable, else the source tree it was built from.
std::string pattern_folder(const std::string& given);

/// Loads the pattern set of pattern_folder(given); with every check, unless this build has made them of the
/// same bytes. Throws PatternError, SetupError.
PatternSet load_patterns(const std::string& given);

/// `--patterns DIR`, for commands that read documents.
void declare_patterns_option(OptionList& options);
std::string patterns_option(const OptionValues& values);

/// `--reader own|poppler`, for the same. Throws UsageError for another word.
void declare_reader_option(OptionList& options);
PdfReaderChoice reader_option(const OptionValues& values);

/// A document and the patterns it was read with, for the commands that show one file.
struct ShownDocument {
  PatternSet patterns;
  DocumentResult document;
};
/// Reads the one file of the command line. Throws InputError where it cannot be read: these commands
/// have nothing else to do.
ShownDocument read_shown(const OptionValues& values);

}  // namespace ziping
