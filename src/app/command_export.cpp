#include "app/commands.h"
#include "app/output_options.h"
#include "app/progress.h"
#include "batch/run.h"

namespace ziping {

void declare_export(OptionList& options) {
  declare_formats(options);
}

int run_export(const OptionValues& values) {
  constexpr const char* kUsage = "ziping export OUT --to FORMATS";
  std::vector<std::string> folders = plain_arguments(values);
  if (folders.size() != 1) throw UsageError(fmt::format("export needs one folder of a dataset: {}", kUsage));
  if (!values.count("to")) throw UsageError(fmt::format("--to is missing: {}", kUsage));
  RunOptions options = format_options(values);
  options.folder = folders.front();
  auto observer = make_observer(stderr_options());
  return export_dataset(options, *observer) ? 0 : kStopped;
}

}  // namespace ziping
