// Runs a fuzz target over the files given as arguments, where libFuzzer is not there to do it.
#include "base/files.h"
#include "fuzz.h"

#include <cstdio>
#include <string>

int main(int count, char** arguments) {
  for (int i = 1; i < count; ++i) {
    std::printf("%s\n", arguments[i]);
    std::fflush(stdout);
    const std::string bytes = ziping::read_file(arguments[i]);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  return count > 1 ? 0 : 1;
}
