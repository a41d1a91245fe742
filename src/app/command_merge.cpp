#include "app/commands.h"
#include "app/output_options.h"
#include "batch/run.h"

namespace ziping {

void declare_merge(OptionList& options) {
  declare_output(options);
}

int run_merge(const OptionValues& values) {
  constexpr const char* kUsage = "ziping merge SHARD... -o OUT";
  std::vector<std::string> shards = plain_arguments(values);
  if (shards.empty()) throw UsageError(fmt::format("no shard given: {}", kUsage));
  return merge(shards, output_options(values, kUsage)) ? 0 : kStopped;
}

}  // namespace ziping
