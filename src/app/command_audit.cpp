#include "app/commands.h"
#include "app/findings_view.h"
#include "app/terminal.h"
#include "base/error.h"
#include "store/store_reader.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

namespace ziping {

void declare_audit(OptionList& options) {
  options.add_options()("all", "also what agrees, and what rounding explains");
}

int run_audit(const OptionValues& values) {
  std::vector<std::string> folders = plain_arguments(values);
  if (folders.size() != 1) throw UsageError("one dataset is needed: ziping audit OUT");
  std::string path = folders.front() + "/dataset.sqlite";
  if (!std::filesystem::exists(path))
    throw UsageError(
        fmt::format("no dataset in {}: ziping extract INPUT... -o {}", folders.front(), folders.front()));
  FindingsView view(terminal_of(stdout), values.count("all") > 0);
  StoreReader(path).for_each_row(table_named("findings"),
                                 [&](const Row& row) { fmt::print("{}", view.show(row)); });
  fmt::print("{}", view.summary());
  return view.disagreeing() > 0 ? 1 : 0;
}

}  // namespace ziping
