#pragma once

#include <memory>
#include <string>

namespace ziping {

/// A page as people see it, in grey.
struct PagePicture {
  int width = 0, height = 0;  ///< pixels
  double points = 0;          ///< width of the page in points, as boxes count them
  std::string pixels;         ///< a byte each, 0 black … 255 white, rows from the top
};

/// Opens what drawing needs of the system (fonts), before a sandbox shuts.
void prepare_page_pictures();
/// Where files lie that drawing opens at any time: fonts.
std::string font_folder();

/// The pages of a PDF as pictures.
class PagePictures {
 public:
  /// `bytes` must outlive it. Throws InputError `password`, `damaged`.
  explicit PagePictures(const std::string& bytes);
  ~PagePictures();

  int pages() const;
  /// Draws a page, 1-based, at `dpi`, or less where it is very large. Throws InputError `damaged` where there
  /// is no such page.
  PagePicture draw(int page, double dpi);

 private:
  struct Document;
  std::unique_ptr<Document> document_;
};

}  // namespace ziping
