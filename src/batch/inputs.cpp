#include "batch/inputs.h"

#include "archive/file_kind.h"
#include "base/error.h"
#include "base/files.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <sstream>
#include <string_view>

namespace ziping {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> extensions_of_inputs() {
  std::vector<std::string> extensions = document_extensions();
  extensions.insert(extensions.end(), archive_extensions().begin(), archive_extensions().end());
  return extensions;
}

/// Whether a file lies in a folder, given as it is or by another path; no file does in a folder that is not
/// there.
bool lies_in(const std::string& file, const fs::path& folder) {
  std::error_code error;
  fs::path path = fs::weakly_canonical(file, error);
  return !folder.empty() &&
         std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// `output` is canonical.
std::vector<std::string> files_of(const std::string& path, const fs::path& output) {
  static const std::vector<std::string> extensions = extensions_of_inputs();
  std::error_code error;
  if (!fs::is_directory(path, error)) return {path};
  std::vector<std::string> files = list_files(path, extensions);
  if (!output.empty() && !lies_in(path, output))
    std::erase_if(files, [&](const std::string& file) { return lies_in(file, output); });
  return files.empty() ? std::vector<std::string>{path} : files;
}

std::string read_standard_input() {
  std::ostringstream text;
  text << std::cin.rdbuf();
  return text.str();
}

std::string text_of(const std::string& list) {
  if (list == "-") return read_standard_input();
  try {
    return read_file(list);
  } catch (const InputError& error) {
    throw UsageError("list of inputs " + list + ": " + error.what());
  }
}

}  // namespace

std::vector<std::string> read_input_list(const std::string& list) {
  std::istringstream lines(text_of(list));
  std::vector<std::string> paths;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  for (std::string line; std::getline(lines, line);) {
    if (paths.empty() && line.starts_with(kByteOrderMark)) line.erase(0, kByteOrderMark.size());
    if (line.ends_with('\r')) line.pop_back();
    if (line.find_first_not_of(" \t") != std::string::npos) paths.push_back(line);
  }
  return paths;
}

std::vector<std::string> list_inputs(const std::vector<std::string>& paths, const std::string& output) {
  std::error_code error;
  fs::path output_folder = output.empty() ? fs::path() : fs::canonical(output, error);
  std::vector<std::string> inputs;
  std::set<std::string> seen;
  for (const std::string& path : paths)
    for (const std::string& file : files_of(path, output_folder))
      if (seen.insert(file).second) inputs.push_back(file);
  return inputs;
}

}  // namespace ziping
