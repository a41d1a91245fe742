#include "app/progress.h"

#include "app/json_log.h"
#include "app/sentence_log.h"
#include "app/terminal.h"

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace ziping {
namespace {

double steady_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

bool is_live(std::FILE* stream) {
  const char* terminal = std::getenv("TERM");
  return isatty(fileno(stream)) && terminal && std::string_view(terminal) != "dumb";
}

}  // namespace

ObserverOptions stderr_options() {
  ObserverOptions options;
  options.live = is_live(stderr);
  options.colour = terminal_of(stderr).colour;
  options.width = [] { return terminal_of(stderr).width; };
  options.write = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); };
  options.clock = steady_seconds;
  return options;
}

std::unique_ptr<RunObserver> make_observer(ObserverOptions options) {
  if (options.log_json) return std::make_unique<JsonLog>(std::move(options));
  return std::make_unique<SentenceLog>(std::move(options));
}

}  // namespace ziping
