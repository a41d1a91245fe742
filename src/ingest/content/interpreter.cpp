#include "ingest/content/interpreter.h"

#include "ingest/content/operators.h"

#include <fmt/format.h>

namespace ziping::content {
namespace {

/// The way from a page's user space to the page as it is displayed, in points from its top left corner.
Matrix matrix_of(const PDFRectangle& box, int rotate) {
  switch (rotate) {
    case 90:
      return {0, 1, 1, 0, -box.y1, -box.x1};
    case 180:
      return {-1, 0, 0, 1, box.x2, -box.y1};
    case 270:
      return {0, -1, -1, 0, box.y2, box.x2};
    default:
      return {1, 0, 0, -1, -box.x1, box.y2};
  }
}

}  // namespace

Interpreter::Interpreter(PDFDoc& pdf, std::string_view file, PageBuilder& page)
    : pdf_(pdf),
      xref_(*pdf.getXRef()),
      page_(page),
      streams_(file),
      fonts_(xref_, file, streams_),
      resources_(xref_, fonts_) {}

void Interpreter::run_page(::Page& page, int number, Object& contents) {
  begin_state(page, number);
  if (buffers_.empty()) buffers_.emplace_back();
  ByteBuffer& bytes = buffers_.front();
  bytes.set_size(0);
  append_contents(contents, bytes);
  const GraphicsState begun = state_;
  run(bytes);
  for (Appearance& shown : appearances_of(page, *pdf_.getCatalog())) {
    state_ = begun;
    style_is_old_ = true;
    if (!tired() && !page_.full()) draw_appearance(shown);
  }
}

void Interpreter::begin_state(::Page& page, int number) {
  const PDFRectangle& box = *page.getCropBox();
  const int rotate = page.getRotate();
  const bool turned = rotate == 90 || rotate == 270;
  const double width = turned ? box.y2 - box.y1 : box.x2 - box.x1;
  const double height = turned ? box.x2 - box.x1 : box.y2 - box.y1;
  page_.begin_page(number, static_cast<float>(width), static_cast<float>(height));

  fonts_.begin_page();
  colours_.begin_page();
  streams_.begin_page();
  resources_.clear();
  resources_.push(*page.getResourceDictObject());
  marks_.clear();
  path_.clear();
  saved_states_.clear();
  forms_.clear();
  state_ = {};
  state_.fill.space = state_.stroke.space = &colours_.grey();
  state_.matrix = matrix_of(box, rotate);
  state_.clip = {0, 0, width, height};
  clip_to({box.x1, box.y1, box.x2, box.y2});
  pen_ = {};
  clipping_ = false;
  ignoring_ = operators_ = saved_ = 0;
  style_is_old_ = true;
}

/// One odd part spoils the whole, as in Poppler.
void Interpreter::append_contents(Object& contents, ByteBuffer& out) {
  if (contents.isNull()) return;
  if (contents.isStream()) return streams_.append(*contents.getStream(), out);
  for (int i = 0; contents.isArray() && i < contents.arrayGetLength(); ++i) {
    const Object part = contents.arrayGet(i);
    if (!part.isStream()) out.set_size(0);
    if (!part.isStream()) return poppler::complain("Weird page contents");
    streams_.append(*part.getStream(), out);
    out.append(" ");  // a token does not go on in the next stream
  }
  if (!contents.isArray()) poppler::complain("Weird page contents");
}

/// Runs a stream. It cannot restore a state that was saved outside, and leaves none saved.
void Interpreter::run(ByteBuffer& bytes) {
  Statements statements(bytes);
  Statements* const outer = std::exchange(statements_, &statements);
  Operands* const outer_operands = std::exchange(operands_, &statements.operands());
  const std::size_t outer_guard = std::exchange(guard_, saved_states_.size());
  left_ = false;
  while (!left_ && !tired() && !page_.full() && statements.next()) execute(statements);
  left_ = false;
  while (saved_states_.size() > guard_) restore_state();
  guard_ = outer_guard;
  operands_ = outer_operands;
  statements_ = outer;
}

void Interpreter::execute(Statements& statements) {
  ++operators_;
  const Operator* wanted = find_operator(statements.name());
  if (!wanted) {
    if (statements.name() == "R") throw GaveUp{"a reference in a content stream"};
    if (ignoring_ == 0) poppler::complain(fmt::format("Unknown operator '{}'", statements.name()));
    return;
  }
  if (suits(*wanted, statements.operands(), left_)) (this->*wanted->run)();
}

void Interpreter::save_state() {
  ++saved_;
  saved_states_.push_back(state_);
}

void Interpreter::restore_state() {
  if (saved_states_.size() <= guard_) {
    poppler::complain("Restoring state when no valid states to pop");
    left_ = true;
    return;
  }
  state_ = saved_states_.back();
  saved_states_.pop_back();
  style_is_old_ = true;
}

void Interpreter::op_concat() {
  const Operands& n = *operands_;
  state_.matrix =
      state_.matrix.after({n.number(0), n.number(1), n.number(2), n.number(3), n.number(4), n.number(5)});
  style_is_old_ = true;
}

void Interpreter::op_line_width() {
  state_.line_width = operands_->number(0);
}

void Interpreter::op_settings() {
  const StateSettings* settings = resources_.settings(operands_->text(0));
  if (!settings) return;
  state_.line_width = settings->line_width.value_or(state_.line_width);
  state_.fill.opacity = settings->fill_opacity.value_or(state_.fill.opacity);
  state_.stroke.opacity = settings->stroke_opacity.value_or(state_.stroke.opacity);
  if (!settings->font) return;
  state_.text.font = settings->font;
  state_.text.size = settings->font_size;
  style_is_old_ = true;
}

}  // namespace ziping::content
