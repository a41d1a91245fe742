#include "batch/death.h"

#include <fmt/format.h>
#include <signal.h>

#include <cstring>

namespace ziping {
namespace {

std::string place_of(int page, int pages) {
  if (page == 0) return " before its first page";
  return page > pages ? " after its last page" : fmt::format(" on page {} of {}", page, pages);
}

/// Signals that other processes and people send; a document's own faults give none of them.
bool comes_from_outside(int signal) {
  return signal == SIGKILL || signal == SIGTERM || signal == SIGINT || signal == SIGHUP ||
         signal == SIGQUIT || signal == SIGUSR1 || signal == SIGUSR2 || signal == SIGPIPE ||
         signal == SIGALRM;
}

/// Poppler and libarchive abort when they get no memory, with a word to standard error.
bool lacked_memory(const ChildEnd& end) {
  return end.printed.find("ut of memory") != std::string::npos ||
         end.printed.find("bad_alloc") != std::string::npos;
}

std::string name_of_signal(int signal) {
  const char* name = sigabbrev_np(signal);
  return name != nullptr ? fmt::format("SIG{}", name) : fmt::format("signal {}", signal);
}

}  // namespace

Death death_of(const ChildEnd& end, Killed killed, double timeout, int page, int pages) {
  std::string place = place_of(page, pages);
  if (killed == Killed::silent)
    return {"timeout", fmt::format("no page was read in {:g} s; stopped{}", timeout, place)};
  if (killed == Killed::broken)
    return {"crash", fmt::format("its reader talked nonsense and was stopped{}", place)};
  if (end.signal == SIGXCPU)
    return {"timeout", fmt::format("took more processor time than its pages should; stopped{}", place)};
  if (lacked_memory(end))
    return {"memory", fmt::format("the document needs more memory than there is{}", place)};
  if (end.signal == 0) return {"crash", fmt::format("its reader ended with exit code {}{}", end.code, place)};
  if (comes_from_outside(end.signal))
    return {"killed",
            fmt::format("its reader was killed again and again by {}{}", name_of_signal(end.signal), place),
            true};
  return {"crash", fmt::format("its reader crashed with {}{}", name_of_signal(end.signal), place)};
}

}  // namespace ziping
