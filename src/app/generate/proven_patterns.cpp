// Makes proven_patterns.h: the digest of the pattern files, where every check of them passes in this build.
#include "audit/load_checked.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

namespace {

/// Nothing where a check fails: the program then makes the checks itself and says what is wrong.
std::string proven_digest(const std::string& folder) {
  try {
    return ziping::load_checked(ziping::read_pattern_files(folder)).digest();
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}/{}\n", folder, error.what());
    return "";
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: prove_patterns FOLDER OUT\n");
    return 2;
  }
  try {
    std::ofstream out(argv[2]);
    out << "#pragma once\n\n#include <string_view>\n\nnamespace ziping {\n\n"
        << "/// Digest of the pattern files that this build has checked; empty where a check failed.\n"
        << fmt::format("constexpr std::string_view kProvenPatterns =\n    \"{}\";\n", proven_digest(argv[1]))
        << "\n}  // namespace ziping\n";
    return out.flush() ? 0 : 1;
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
}
