#include "ingest/page_picture.h"

#include "base/error.h"
#include "ingest/pdf.h"
#include "ingest/poppler_glue.h"

#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ziping {
namespace {

constexpr double kMaxSide = 2400;      // pixels
constexpr int kMaxChecks = 2'000'000;  // Poppler asks every 11 operators whether to go on
constexpr double kPointsAnInch = 72;

/// Draws a letter of a Latin and of a Chinese font that the file does not hold.
constexpr const char* kFontsNeeded = R"(%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 40 40]/Contents 6 0 R/Resources<</Font<</A 4 0 R/B 5 0 R>>>>>>endobj
4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
5 0 obj<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[<</Type/Font/Subtype
/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor
<</Type/FontDescriptor/FontName/STSong-Light/Flags 4>>>>]>>endobj
6 0 obj<</Length 56>>stream
BT /A 10 Tf 5 5 Td (a) Tj /B 10 Tf <D7D4> Tj ET         
endstream endobj
trailer<</Root 1 0 R>>
)";

/// Up to 24.09 the constructor has a switch for reversed video before the colour of the paper.
template <typename Device = SplashOutputDev>
std::unique_ptr<Device> make_device(SplashColorPtr paper) {
  constexpr int kRowPad = 1;
  if constexpr (std::is_constructible_v<Device, SplashColorMode, int, bool, SplashColorPtr>) {
    return std::make_unique<Device>(splashModeMono8, kRowPad, false, paper);
  } else {
    return std::make_unique<Device>(splashModeMono8, kRowPad, paper);
  }
}

std::string pixels_of(SplashBitmap& bitmap) {
  std::string pixels;
  auto width = static_cast<std::size_t>(bitmap.getWidth());
  for (int y = 0; y < bitmap.getHeight(); ++y) {
    const auto* row = bitmap.getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap.getRowSize();
    pixels.append(reinterpret_cast<const char*>(row), width);
  }
  return pixels;
}

}  // namespace

struct PagePictures::Document {
  explicit Document(const std::string& bytes) : pdf(poppler::open_document(bytes, [] {})) {}

  std::unique_ptr<PDFDoc> pdf;
  std::array<unsigned char, 4> paper{255, 255, 255, 255};
  std::unique_ptr<SplashOutputDev> device;
};

PagePictures::PagePictures(const std::string& bytes) {
  prepare_pdf();
  setErrorCallback([](ErrorCategory, Goffset, const char*) {});
  document_ = std::make_unique<Document>(bytes);
  if (!document_->pdf->isOk()) {
    if (document_->pdf->getErrorCode() == errEncrypted)
      throw InputError("password", "the PDF is encrypted and needs a password");
    throw InputError("damaged", "the PDF is damaged and cannot be opened");
  }
  document_->device = make_device(document_->paper.data());
  document_->device->startDoc(document_->pdf.get());
}

PagePictures::~PagePictures() = default;

int PagePictures::pages() const {
  return document_->pdf->getNumPages();
}

PagePicture PagePictures::draw(int number, double dpi) {
  ::Page* page = number >= 1 && number <= pages() ? document_->pdf->getPage(number) : nullptr;
  if (!page || !page->isOk()) throw InputError("damaged", "the page cannot be found");
  bool turned = page->getRotate() % 180 != 0;
  double width = page->getCropWidth(), height = page->getCropHeight();
  double longest = std::max({width, height, 1.0}) * dpi / kPointsAnInch;
  dpi *= std::min(1.0, kMaxSide / longest);
  int checks = 0;
  document_->pdf->displayPage(
      document_->device.get(), number, dpi, dpi, 0, false, true, false,
      [](void* count) { return ++*static_cast<int*>(count) > kMaxChecks; }, &checks);
  SplashBitmap& bitmap = *document_->device->getBitmap();
  return {bitmap.getWidth(), bitmap.getHeight(), turned ? height : width, pixels_of(bitmap)};
}

void prepare_page_pictures() {
  std::string bytes = kFontsNeeded;
  PagePictures(bytes).draw(1, kPointsAnInch);
}

std::string font_folder() {
  return "/usr/share/fonts";
}

}  // namespace ziping
