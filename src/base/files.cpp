#include "base/files.h"

#include "base/error.h"
#include "base/utf8.h"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <utility>

namespace ziping {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

bool hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

/// Appends the files of one folder and of those below it.
void collect(const fs::path& folder, const std::vector<std::string>& extensions,
             std::vector<std::string>& files) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) files.push_back(folder.generic_string());
  for (; entries != fs::directory_iterator(); entries.increment(error)) {
    const fs::path& path = entries->path();
    if (hidden(path)) continue;
    if (entries->is_directory(error) && !entries->is_symlink(error)) {
      collect(path, extensions, files);
    } else if (has_extension(path.native(), extensions)) {
      files.push_back(path.generic_string());
    }
  }
}

}  // namespace

std::string read_file(const std::string& path) {
  if (!fs::exists(fs::status(path))) throw InputError("missing", "no such file");
  if (fs::is_directory(path))
    throw InputError("folder", "the folder holds no .pdf, .txt or .md file that can be read");
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  std::string bytes;
  char buffer[1 << 16];
  std::size_t count = 0;
  while (file && (count = std::fread(buffer, 1, sizeof buffer, file.get())) > 0) bytes.append(buffer, count);
  if (!file || std::ferror(file.get()))
    throw InputError("unreadable", fmt::format("the file cannot be read: {}", std::strerror(errno)));
  return bytes;
}

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest, &size, EVP_sha256(), nullptr) != 1)
    throw std::runtime_error("OpenSSL has no SHA-256");
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
  return hex;
}

bool has_extension(std::string_view path, const std::vector<std::string>& extensions) {
  std::string lower(path);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](const std::string& extension) { return lower.ends_with(extension); });
}

std::vector<std::string> list_files(const std::string& folder, const std::vector<std::string>& extensions) {
  std::vector<std::string> files;
  collect(folder, extensions, files);
  std::sort(files.begin(), files.end());
  return files;
}

std::string shown_path(const std::string& path) {
  std::string shown;
  for (std::size_t at = 0; at < path.size();) {
    std::size_t begin = at;
    char32_t ch = next_char(path, at);
    if (ch == U'\uFFFD' && at == begin + 1) {
      shown += fmt::format("%{:02X}", static_cast<unsigned char>(path[begin]));
    } else {
      shown.append(path, begin, at - begin);
    }
  }
  return shown;
}

OutputFile::OutputFile(std::string path)
    : path_(std::move(path)), part_(path_ + ".part"), file_(std::fopen(part_.c_str(), "wb")) {
  if (!file_) fail(errno);
}

OutputFile::~OutputFile() {
  if (!file_) return;
  std::fclose(file_);
  std::remove(part_.c_str());
}

void OutputFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail(errno);
}

void OutputFile::finish() {
  if (std::fflush(file_) != 0) fail(errno);
  std::fclose(std::exchange(file_, nullptr));
  if (std::rename(part_.c_str(), path_.c_str()) != 0) fail(errno);
}

void OutputFile::fail(int error_number) const {
  throw OutputError(fmt::format("{}: cannot be written: {}", path_, std::strerror(error_number)));
}

}  // namespace ziping
