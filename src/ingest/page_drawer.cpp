#include "ingest/page_drawer.h"

#include "ingest/annotations.h"

namespace ziping {
namespace {

constexpr std::size_t kMaxFonts = 256;  // kept at a time; a large one takes a quarter of a megabyte

/// The font dictionary of a page where every font is an object of its own; null otherwise.
Object shared_fonts(const Dict* resources) {
  if (!resources) return Object(objNull);
  Object fonts = resources->lookup("Font");
  if (!fonts.isDict()) return Object(objNull);
  for (int i = 0; i < fonts.dictGetLength(); ++i)
    if (!fonts.dictGetValNF(i).isRef()) return Object(objNull);
  return fonts;
}

}  // namespace

bool PageDrawer::Shape::operator==(const Shape& other) const {
  return box.x1 == other.box.x1 && box.y1 == other.box.y1 && box.x2 == other.box.x2 &&
         box.y2 == other.box.y2 && rotate == other.rotate;
}

void PageDrawer::open(const Shape& shape, int number) {
  shape_ = shape;
  fonts_.clear();
  gfx_ = std::make_unique<Gfx>(
      &pdf_, &device_, number, nullptr, 72, 72, &shape_.box, &shape_.box, shape_.rotate,
      [](void* drawer) { return static_cast<PageDrawer*>(drawer)->is_to_stop(); }, this);
}

bool PageDrawer::is_to_stop() {
  ++checks_;
  return device_.full() || tired();
}

/// A name that stands for another font than before: the kept fonts are of no use to this page.
bool PageDrawer::conflicts(const Dict& fonts) const {
  for (int i = 0; i < fonts.getLength(); ++i) {
    const auto known = fonts_.find(fonts.getKey(i));
    if (known != fonts_.end() && known->second != fonts.getValNF(i).getRef()) return true;
  }
  return fonts_.size() + static_cast<std::size_t>(fonts.getLength()) > kMaxFonts;
}

void PageDrawer::keep_fonts(const Dict& fonts) {
  auto* added = new Dict(pdf_.getXRef());
  for (int i = 0; i < fonts.getLength(); ++i) {
    const Ref ref = fonts.getValNF(i).getRef();
    if (fonts_.emplace(fonts.getKey(i), ref).second) added->add(fonts.getKey(i), Object(ref));
  }
  const bool any = added->getLength() > 0;
  auto* resources = new Dict(pdf_.getXRef());
  resources->add("Font", Object(added));
  const Object owner(resources);
  if (any) gfx_->pushResources(resources);
}

Page PageDrawer::read(::Page& page, int number, Object& contents, GlyphCounts& counts) {
  draw(page, number, contents);
  return device_.take_page(counts);
}

void PageDrawer::draw(::Page& page, int number, Object& contents) {
  const Shape shape{*page.getCropBox(), page.getRotate()};
  const Object fonts = shared_fonts(page.getResourceDict());
  const bool reusable =
      gfx_ && shape == shape_ && !device_.left_open() && !(fonts.isDict() && conflicts(*fonts.getDict()));
  if (reusable)
    device_.begin_page(number);
  else
    open(shape, number);
  if (fonts.isDict()) keep_fonts(*fonts.getDict());

  Object resources(page.getResourceDict() ? page.getResourceDict()->copy(pdf_.getXRef())
                                          : new Dict(pdf_.getXRef()));
  if (fonts.isDict()) resources.getDict()->remove("Font");
  gfx_->pushResources(resources.getDict());
  gfx_->saveState();
  gfx_->getState()->textMoveTo(0, 0);  // the page before may have left a position and a path
  gfx_->getState()->clearPath();
  checks_ = 0;
  if (!contents.isNull()) gfx_->display(&contents);
  gfx_->restoreState();
  for (Appearance& shown : appearances_of(page, *pdf_.getCatalog()))
    if (!is_to_stop())
      gfx_->drawAnnot(&shown.form, nullptr, nullptr, shown.x0, shown.y0, shown.x1, shown.y1, 0);
  gfx_->popResources();
}

}  // namespace ziping
