#include "app/commands.h"
#include "app/explain_view.h"
#include "app/setup.h"
#include "app/terminal.h"
#include "pipeline.h"

#include <fmt/format.h>

#include <cstdio>

namespace ziping {

void declare_explain(OptionList& options) {
  declare_patterns_option(options);
  declare_reader_option(options);
}

int run_explain(const OptionValues& values) {
  ShownDocument shown = read_shown(values);
  DocumentResult& document = shown.document;
  Why why;
  document.mentions = read_mentions(document, shown.patterns, &why.explanations, &why.skipped);
  fmt::print("{}", explain_view(document, why, terminal_of(stdout)));
  return 0;
}

}  // namespace ziping
