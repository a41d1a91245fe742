#include "ingest/content/colour_spaces.h"

#include <algorithm>

namespace ziping::content {
namespace {

constexpr std::size_t kMaxKnown = 4'000;  // names
constexpr double kFar = 10'000;           // no colour reaches as far

void see_colour(Paint& paint, const GfxColor& colour) {
  GfxRGB rgb;
  paint.space->getRGB(&colour, &rgb);
  paint.near_white = poppler::is_near_white(rgb);
}

}  // namespace

/// Nothing is drawn on it: colour profiles are kept by the device.
class ColourSpaces::ProfileCache final : public OutputDev {
 public:
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
};

ColourSpaces::ColourSpaces()
    : grey_(std::make_unique<GfxDeviceGrayColorSpace>()),
      rgb_(std::make_unique<GfxDeviceRGBColorSpace>()),
      cmyk_(std::make_unique<GfxDeviceCMYKColorSpace>()) {
  Object name(objName, "Pattern");  // Poppler does not export this class
  pattern_.reset(GfxColorSpace::parse(nullptr, &name, nullptr, nullptr));
}

ColourSpaces::~ColourSpaces() = default;

const GfxColorSpace& ColourSpaces::device(GfxColorSpaceMode mode, Resources& resources) {
  const bool is_grey = mode == csDeviceGray;
  const bool is_rgb = mode == csDeviceRGB;
  const GfxColorSpace& device = is_grey ? *grey_ : is_rgb ? *rgb_ : *cmyk_;
  if (!resources.has_colour_spaces()) return device;
  const char* name = is_grey ? "DefaultGray" : is_rgb ? "DefaultRGB" : "DefaultCMYK";
  const GfxColorSpace* other = look_up(name, resources).space.get();
  return other && other->getNComps() <= device.getNComps() ? *other : device;
}

const GfxColorSpace* ColourSpaces::named(std::string_view name, Resources& resources) {
  if (resources.has_colour_spaces())
    if (const Known& known = look_up(name, resources); known.defined) return known.space.get();
  if (name == "Pattern") return pattern_.get();
  if (name == "DeviceGray" || name == "G") return &device(csDeviceGray, resources);
  if (name == "DeviceRGB" || name == "RGB") return &device(csDeviceRGB, resources);
  if (name == "DeviceCMYK" || name == "CMYK") return &device(csDeviceCMYK, resources);
  return nullptr;
}

const ColourSpaces::Known& ColourSpaces::look_up(std::string_view name, Resources& resources) {
  const unsigned dictionary = resources.innermost();
  while (!known_.empty() && known_.back().dictionary > dictionary) known_.pop_back();  // of closed ones
  for (auto known = known_.rbegin(); known != known_.rend() && known->dictionary == dictionary; ++known)
    if (known->name == name) return *known;
  if (known_.size() >= kMaxKnown) throw GaveUp{"colour spaces without end"};
  Object definition = resources.colour_space(name);
  known_.push_back({dictionary, std::string(name), parse(definition), !definition.isNull()});
  return known_.back();
}

std::unique_ptr<GfxColorSpace> ColourSpaces::parse(Object& definition) {
  if (definition.isNull()) return nullptr;
  if (!state_) {
    const PDFRectangle anywhere(0, 0, 1, 1);
    state_ = std::make_unique<GfxState>(72, 72, &anywhere, 0, true);
    profiles_ = std::make_unique<ProfileCache>();
  }
  return std::unique_ptr<GfxColorSpace>(
      GfxColorSpace::parse(nullptr, &definition, profiles_.get(), state_.get()));
}

void begin_space(Paint& paint, const GfxColorSpace& space) {
  paint.space = &space;
  paint.near_white = false;
  if (paint.is_pattern()) return;
  GfxColor colour;
  space.getDefaultColor(&colour);
  see_colour(paint, colour);
}

void set_colour(Paint& paint, const double* numbers, std::size_t count) {
  GfxColor colour;
  for (std::size_t i = 0; i < count; ++i) colour.c[i] = dblToCol(std::clamp(numbers[i], -kFar, kFar));
  see_colour(paint, colour);
}

}  // namespace ziping::content
