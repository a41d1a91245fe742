#pragma once

#include <string>
#include <vector>

namespace ziping {

/// A picture that is there.
struct PictureSize {
  int page = 0;
  double width = 0, height = 0;  ///< of the page, in points
};

/// `review/pages`: a folder for each content (16 digits of its SHA-256) with a picture for each page, 3.png.
/// Pictures of an earlier review are kept where they were drawn in the same way.
class PictureFolder {
 public:
  /// Makes the folder; removes pictures that were drawn otherwise. Throws OutputError.
  explicit PictureFolder(std::string path);

  /// Name of a content's folder; empty for what is no SHA-256.
  static std::string name_of(const std::string& sha256);

  /// Those of `pages` that have no picture.
  std::vector<int> missing(const std::string& sha256, const std::vector<int>& pages) const;
  /// Those of `pages` that have one.
  std::vector<PictureSize> sizes(const std::string& sha256, const std::vector<int>& pages) const;
  /// Keeps a picture. False where the bytes are no picture of ours. Throws OutputError.
  bool keep(const std::string& sha256, int page, const std::string& png) const;
  /// Removes the pictures of contents that are not in `names` (sorted).
  void remove_others(const std::vector<std::string>& names) const;

 private:
  std::string file_of(const std::string& sha256, int page) const;

  std::string path_;
};

}  // namespace ziping
