#include "app/commands.h"
#include "base/error.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>

namespace {

int tell(const char* message, int exit_code) {
  std::fflush(stdout);
  std::fprintf(stderr, "ziping: %s\n", message);
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    int exit_code = ziping::run_program({argv + 1, argv + argc});
    if (std::fflush(stdout) != 0)
      return tell((std::string("standard output: ") + std::strerror(errno)).c_str(), 1);
    return exit_code;
  } catch (const ziping::UsageError& error) {
    return tell(error.what(), 2);
  } catch (const ziping::PatternError& error) {
    return tell(error.what(), 2);
  } catch (const ziping::SetupError& error) {
    return tell(error.what(), 2);
  } catch (const std::exception& error) {
    return tell(error.what(), 1);
  }
}
