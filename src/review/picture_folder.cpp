#include "review/picture_folder.h"

#include "base/error.h"
#include "base/files.h"
#include "review/png.h"
#include "review/serve_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

namespace ziping {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNameLength = 16;
constexpr double kPointsAnInch = 72;

/// How pictures are drawn: others are of no use.
std::string manner() {
  return fmt::format("{} dpi, 16 greys, 1\n", kPictureDpi);
}

std::string head_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(kPngHead, '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  return head;
}

void write_file(const std::string& path, const std::string& bytes) {
  OutputFile file(path);
  file.write(bytes);
  file.finish();
}

}  // namespace

PictureFolder::PictureFolder(std::string path) : path_(std::move(path)) {
  const std::string note = path_ + "/drawn-as.txt";
  std::ifstream file(note);
  std::string found((std::istreambuf_iterator<char>(file)), {});
  if (found == manner()) return;
  remove_others({});
  make_folder(path_);
  write_file(note, manner());
}

std::string PictureFolder::name_of(const std::string& sha256) {
  return is_sha256(sha256) ? sha256.substr(0, kNameLength) : "";
}

std::string PictureFolder::file_of(const std::string& sha256, int page) const {
  return fmt::format("{}/{}/{}.png", path_, name_of(sha256), page);
}

std::vector<int> PictureFolder::missing(const std::string& sha256, const std::vector<int>& pages) const {
  std::vector<int> missing;
  for (int page : pages)
    if (!png_size(head_of(file_of(sha256, page)))) missing.push_back(page);
  return missing;
}

std::vector<PictureSize> PictureFolder::sizes(const std::string& sha256,
                                              const std::vector<int>& pages) const {
  std::vector<PictureSize> sizes;
  for (int page : pages) {
    std::optional<PngSize> size = png_size(head_of(file_of(sha256, page)));
    if (size) sizes.push_back({page, size->points, size->points * size->height / size->width});
  }
  return sizes;
}

bool PictureFolder::keep(const std::string& sha256, int page, const std::string& png) const {
  if (!png_size(png)) return false;
  make_folder(path_ + "/" + name_of(sha256));
  write_file(file_of(sha256, page), png);
  return true;
}

void PictureFolder::remove_others(const std::vector<std::string>& names) const {
  std::error_code error;
  std::vector<fs::path> others;
  for (const auto& entry : fs::directory_iterator(path_, error)) {
    std::string name = entry.path().filename();
    bool of_a_content =
        name.size() == kNameLength && name.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (of_a_content && !std::binary_search(names.begin(), names.end(), name)) others.push_back(entry.path());
  }
  for (const fs::path& other : others) fs::remove_all(other, error);
}

}  // namespace ziping
