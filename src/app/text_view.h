#pragma once

#include "app/terminal.h"
#include "record/document_result.h"

#include <string>

namespace ziping {

/// The clean text in lines that fit the terminal, beside a margin that names each section where it
/// begins: path, code and the page and line of its heading. A new report is a rule with its title.
std::string text_view(const DocumentResult& document, const Terminal& terminal);

}  // namespace ziping
