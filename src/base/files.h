#pragma once

#include "base/descriptor.h"

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// All bytes of a file. Throws InputError: `missing`, `folder`, `unreadable`.
std::string read_file(const std::string& path);

/// Opens a file for reading; never waits, as a pipe without a writer would make it. Throws InputError as
/// read_file() does, and `not_a_file` for pipes and devices.
Descriptor open_file(const std::string& path);

/// SHA-256 as 64 lower case hex digits.
std::string sha256_hex(std::string_view bytes);
/// Whether a text is what sha256_hex() gives.
bool is_sha256(std::string_view text);

/// A file's size and SHA-256, read piece by piece. Throws InputError as read_file().
struct FileDigest {
  std::size_t bytes = 0;
  std::string sha256;
};
FileDigest digest_of_file(const std::string& path);

/// Whether a name ends in one of `extensions` (lower case, with the dot); letter case does not matter.
bool has_extension(std::string_view path, const std::vector<std::string>& extensions);

/// Files below `folder`, at any depth, that have one of `extensions`: `folder/sub/name`, sorted by bytes,
/// so the order is the same on every machine. Left out: hidden names, pipes and devices, and symbolic links
/// to folders or out of `folder`. A link to a file within it is another place of that file. A subfolder that
/// cannot be read and a link to nothing stand in the list: reading them fails with its reason, and nothing
/// is lost silently.
std::vector<std::string> list_files(const std::string& folder, const std::vector<std::string>& extensions);

/// Size of an open file; 0 where it cannot be told.
std::uint64_t size_of(const Descriptor& file);

/// Makes a folder with those it lies in; one that is there already is well. Throws OutputError.
void make_folder(const std::string& path);

/// A path as tables and messages show it: `/` separators, bytes that are no UTF-8 as `%C4`.
std::string shown_path(const std::string& path);
/// A path that shown_path() shows so: `%C4` becomes its byte again. A name that holds such signs itself is
/// another such path.
std::string path_of_shown(const std::string& shown);

/// A file that appears under its name only when it is complete: bytes go to `<path>.part`, finish()
/// renames it. Without finish() the part is removed. Failures throw OutputError.
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  void write(std::string_view bytes);
  void finish();

 private:
  [[noreturn]] void fail(int error_number) const;

  std::string path_, part_;
  std::FILE* file_;
};

}  // namespace ziping
