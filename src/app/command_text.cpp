#include "app/commands.h"
#include "app/setup.h"
#include "app/terminal.h"
#include "app/text_view.h"

#include <fmt/format.h>

#include <cstdio>

namespace ziping {

void declare_text(OptionList& options) {
  options.add_options()("plain", "the bare text, a paragraph a line");
  declare_patterns_option(options);
}

int run_text(const OptionValues& values) {
  ShownDocument shown = read_shown(values);
  const std::string& text = shown.document.clean.text;
  fmt::print("{}", values.count("plain") ? text : text_view(shown.document, terminal_of(stdout)));
  return 0;
}

}  // namespace ziping
