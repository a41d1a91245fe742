#include "ingest/content/image_header.h"
#include "ingest/content/interpreter.h"

#include <algorithm>
#include <string>
#include <utility>

namespace ziping::content {
namespace {

/// A form's own coordinates; the identity where it says none.
Matrix matrix_of(const Dict& dict) {
  const Object six = dict.lookup("Matrix");
  if (!six.isArray()) return {};
  const auto number = [&](int i) { return six.arrayGet(i).getNumWithDefaultValue(0); };
  return {number(0), number(1), number(2), number(3), number(4), number(5)};
}

/// Forms that are transparency groups begin opaque.
bool is_group(const Dict& dict) {
  const Object group = dict.lookup("Group");
  return group.isDict() && group.dictLookup("S").isName("Transparency");
}

/// A form's clip; false, with a complaint, where it states none.
bool read_bounds(const Dict& dict, std::array<double, 4>& bounds) {
  const Object box = dict.lookup("BBox");
  if (!box.isArray()) {
    poppler::complain("Bad form bounding box");
    return false;
  }
  for (int i = 0; i < 4; ++i) {
    const Object side = box.arrayGet(i);
    if (!side.isNum()) poppler::complain("Bad form bounding box value");
    if (!side.isNum()) return false;
    bounds[static_cast<std::size_t>(i)] = side.getNum();
  }
  return true;
}

/// Where a form stands whose bounds are to fill the rectangle of an annotation.
Matrix fitted(const Matrix& form, const std::array<double, 4>& bounds, const Appearance& shown) {
  const auto [left, bottom, right, top] = bounds;
  const Vector corners[] = {form.apply(left, bottom), form.apply(left, top), form.apply(right, bottom),
                            form.apply(right, top)};
  Vector low = corners[0], high = corners[0];
  for (const Vector& corner : corners) {
    low = {std::min(low.x, corner.x), std::min(low.y, corner.y)};
    high = {std::max(high.x, corner.x), std::max(high.y, corner.y)};
  }
  const double sx = low.x == high.x ? 1 : (shown.x1 - shown.x0) / (high.x - low.x);
  const double sy = low.y == high.y ? 1 : (shown.y1 - shown.y0) / (high.y - low.y);
  return {form.a * sx,
          form.b * sy,
          form.c * sx,
          form.d * sy,
          form.e * sx + (-low.x * sx + shown.x0),
          form.f * sy + (-low.y * sy + shown.y0)};
}

/// Says that a form is open while it lives, so that it cannot draw itself.
class OpenForm {
 public:
  OpenForm(std::vector<int>& open, const Object& entry)
      : open_(open), number_(entry.isRef() ? entry.getRef().num : -1) {
    again_ = number_ >= 0 && std::find(open.begin(), open.end(), number_) != open.end();
    open_.push_back(number_);
  }
  ~OpenForm() { open_.pop_back(); }
  OpenForm(const OpenForm&) = delete;
  OpenForm& operator=(const OpenForm&) = delete;

  bool again() const { return again_; }

 private:
  std::vector<int>& open_;
  int number_;
  bool again_ = false;
};

}  // namespace

void Interpreter::op_x_object() {
  if (marks_.hidden()) return;
  const std::string name(operands_->text(0));
  const Object entry = resources_.x_object(name);
  Object x_object = entry.fetch(&xref_);
  if (x_object.isNull()) return poppler::complain("XObject '" + name + "' is unknown");
  if (!x_object.isStream()) return poppler::complain("XObject '" + name + "' is wrong type");
  const Object subtype = x_object.getStream()->getDict()->lookup("Subtype");
  if (subtype.isName("Image"))
    draw_image(x_object);
  else if (subtype.isName("Form"))
    draw_form(x_object, entry);
  else if (!subtype.isName("PS"))
    poppler::complain("XObject '" + name + "' has no known subtype");
}

/// Whether the layer that a form or picture belongs to is seen.
bool Interpreter::is_visible(const Dict& dict) {
  auto* layers = pdf_.getCatalog()->getOptContentConfig();
  return !layers || layers->optContentIsVisible(&dict.lookupNF("OC"));
}

void Interpreter::draw_image(const Object& image) {
  const Dict& dict = *image.getStream()->getDict();
  if (!is_visible(dict)) return;
  const ImageHeader header = read_image_header(dict);
  if (!header.sound) return poppler::complain("Bad image parameters");
  page_.add_image(state_.matrix, state_.clip);
}

void Interpreter::draw_form(Object& form, const Object& entry) {
  const OpenForm open(forms_, entry);
  if (open.again() || forms_.size() > kMaxForms) return;
  const Dict& dict = *form.getStream()->getDict();
  if (!is_visible(dict)) return;
  std::array<double, 4> bounds;
  if (!read_bounds(dict, bounds)) return;
  if (poppler::is_odd_stream(form)) throw GaveUp{"a form packed unlike text"};
  run_form(form, matrix_of(dict), bounds);
}

/// Runs a form's stream; what it sets ends with it, what it leaves saved or half drawn too.
void Interpreter::run_form(Object& form, const Matrix& matrix, const std::array<double, 4>& bounds) {
  const Dict& dict = *form.getStream()->getDict();
  const GraphicsState state = state_;
  const Pen pen = pen_;
  Path path = std::exchange(path_, {});
  ++saved_;
  resources_.push(dict.lookup("Resources"));
  state_.matrix = state_.matrix.after(matrix);
  clip_to(bounds);
  if (is_group(dict)) state_.fill.opacity = state_.stroke.opacity = 1;
  style_is_old_ = true;

  while (buffers_.size() <= forms_.size()) buffers_.emplace_back();
  ByteBuffer& bytes = buffers_[forms_.size()];
  bytes.set_size(0);
  streams_.append(*form.getStream(), bytes);
  run(bytes);

  resources_.pop();
  state_ = state;
  pen_ = pen;
  path_ = std::move(path);
  style_is_old_ = true;
}

void Interpreter::draw_appearance(Appearance& appearance) {
  const Dict& dict = *appearance.form.getStream()->getDict();
  std::array<double, 4> bounds;
  if (!read_bounds(dict, bounds)) return;
  const OpenForm open(forms_, Object(objNull));
  run_form(appearance.form, fitted(matrix_of(dict), bounds, appearance), bounds);
}

void Interpreter::clip_to(const std::array<double, 4>& bounds) {
  Path box;
  box.move_to(bounds[0], bounds[1]);
  box.line_to(bounds[2], bounds[1]);
  box.line_to(bounds[2], bounds[3]);
  box.line_to(bounds[0], bounds[3]);
  box.narrow(state_.matrix, state_.clip);
}

}  // namespace ziping::content
