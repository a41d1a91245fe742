#pragma once

#include "pattern/rules.h"
#include "pattern/toml_file.h"

namespace ziping {

// Readers of the pattern files' blocks. Each appends to `set` what its file holds and throws
// PatternError with `file:line:` at the first fault of form; faults of meaning are lint's.

void read_concepts(const TomlFile& file, PatternSet::Impl& set);  ///< concepts.toml: [[concept]] [[source]]
void read_context(const TomlFile& file,
                  PatternSet::Impl& set);  ///< context.toml: [[role]] [[change]] [[year]]
void read_sections(const TomlFile& file, PatternSet::Impl& set);  ///< sections.toml: [[section]]
void read_fields(const TomlFile& file,
                 PatternSet::Impl& set);  ///< fields.toml: [[field]] and the outline's words
void read_skips(const TomlFile& file, PatternSet::Impl& set);  ///< skips.toml: [[skip]] [[grade]]
void read_ocr(const TomlFile& file, PatternSet::Impl& set);    ///< ocr.toml: [[confusion]]
void read_rules(const TomlFile& file, PatternSet::Impl& set);  ///< any other file: [[macro]] [[rule]]

}  // namespace ziping
