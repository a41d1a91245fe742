#include "base/files.h"

#include "base/error.h"
#include "base/utf8.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <utility>

namespace ziping {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// SHA-256 of bytes that come one after the other.
class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new()) {
    if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1)
      throw std::runtime_error("OpenSSL has no SHA-256");
  }
  void add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
  std::string hex() {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    EVP_DigestFinal_ex(context_.get(), digest, &size);
    std::string text;
    for (unsigned int i = 0; i < size; ++i) text += fmt::format("{:02x}", digest[i]);
    return text;
  }

 private:
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context_;
};

bool hidden(const fs::path& path) {
  return path.filename().native().starts_with('.');
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

/// Walks a folder and those below it. Links to folders are not followed, so it cannot go in circles.
class FolderWalk {
 public:
  FolderWalk(const fs::path& folder, const std::vector<std::string>& extensions) : extensions_(extensions) {
    std::error_code error;
    root_ = fs::canonical(folder, error);
    walk(folder);
    std::sort(files.begin(), files.end());
  }

  std::vector<std::string> files;

 private:
  void walk(const fs::path& folder) {
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) visit(*entries);
    if (error) files.push_back(folder.generic_string());
  }

  void visit(const fs::directory_entry& entry) {
    if (hidden(entry.path())) return;
    std::error_code error;
    switch (entry.symlink_status(error).type()) {
      case fs::file_type::directory:
        return walk(entry.path());
      case fs::file_type::symlink:
        if (!may_follow(entry.path())) return;
        break;
      case fs::file_type::fifo:
      case fs::file_type::socket:
      case fs::file_type::block:
      case fs::file_type::character:
        return;
      default:
        break;
    }
    if (has_extension(entry.path().native(), extensions_)) files.push_back(entry.path().generic_string());
  }

  bool may_follow(const fs::path& link) const {
    std::error_code error;
    fs::path target = fs::canonical(link, error);
    return error || (fs::is_regular_file(target, error) && !root_.empty() && lies_in(target, root_));
  }

  fs::path root_;
  const std::vector<std::string>& extensions_;
};

void check_readable(const std::string& path) {
  std::error_code error;
  if (!fs::exists(fs::status(path, error))) throw InputError("missing", "no such file");
  if (fs::is_directory(path, error))
    throw InputError("folder", "the folder holds no .pdf, .txt or .md file and no archive that can be read");
}

InputError unreadable() {
  return {"unreadable", fmt::format("the file cannot be read: {}", std::strerror(errno))};
}

/// Gives the bytes of a file, piece by piece.
void read_pieces(const std::string& path, const std::function<void(std::string_view)>& sink) {
  check_readable(path);
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  char buffer[1 << 16];
  std::size_t count = 0;
  while (file && (count = std::fread(buffer, 1, sizeof buffer, file.get())) > 0) sink({buffer, count});
  if (!file || std::ferror(file.get())) throw unreadable();
}

}  // namespace

std::string read_file(const std::string& path) {
  std::string bytes;
  read_pieces(path, [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

Descriptor open_file(const std::string& path) {
  check_readable(path);
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat status {};
  if (!file || fstat(file.get(), &status) != 0) throw unreadable();
  if (!S_ISREG(status.st_mode)) throw InputError("not_a_file", "is a pipe or a device, no file");
  return file;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 sha256;
  sha256.add(bytes);
  return sha256.hex();
}

bool is_sha256(std::string_view text) {
  constexpr std::size_t kLength = 64;
  return text.size() == kLength && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

FileDigest digest_of_file(const std::string& path) {
  FileDigest digest;
  Sha256 sha256;
  read_pieces(path, [&](std::string_view piece) {
    digest.bytes += piece.size();
    sha256.add(piece);
  });
  digest.sha256 = sha256.hex();
  return digest;
}

bool has_extension(std::string_view path, const std::vector<std::string>& extensions) {
  std::string lower(path);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](const std::string& extension) { return lower.ends_with(extension); });
}

std::vector<std::string> list_files(const std::string& folder, const std::vector<std::string>& extensions) {
  return FolderWalk(folder, extensions).files;
}

std::uint64_t size_of(const Descriptor& file) {
  struct stat status {};
  return fstat(file.get(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

void make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error || !fs::is_directory(path, error))
    throw OutputError(fmt::format("{}: the folder cannot be made: {}", path,
                                  error ? error.message() : "a file of that name is in the way"));
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

std::string path_of_shown(const std::string& shown) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string path;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    std::size_t high = std::string_view::npos, low = high;
    if (shown[at] == '%' && at + 2 < shown.size()) {
      high = kDigits.find(shown[at + 1]);
      low = kDigits.find(shown[at + 2]);
    }
    bool is_byte = high != std::string_view::npos && low != std::string_view::npos && high >= 8;
    path += is_byte ? static_cast<char>(high << 4 | low) : shown[at];
    if (is_byte) at += 2;
  }
  return path;
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
