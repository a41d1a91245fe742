#include "ingest/content/interpreter.h"

#include <cmath>
#include <string>

namespace ziping::content {
namespace {

/// The width of a stroke on the page; of a distorted one the mean.
double width_on_page(double width, const Matrix& m) {
  const double x = m.a + m.c;
  const double y = m.b + m.d;
  return width * std::sqrt(0.5 * (x * x + y * y));
}

}  // namespace

bool Interpreter::has_point(const char* operation) const {
  if (path_.has_point()) return true;
  poppler::complain(std::string("No current point in ") + operation);
  return false;
}

void Interpreter::op_move_to() {
  pen_.at = {operands_->number(0), operands_->number(1)};
  path_.move_to(pen_.at.x, pen_.at.y);
}

void Interpreter::op_line_to() {
  if (!has_point("lineto")) return;
  pen_.at = {operands_->number(0), operands_->number(1)};
  path_.line_to(pen_.at.x, pen_.at.y);
}

void Interpreter::curve(Vector first, Vector second, Vector end) {
  pen_.at = end;
  path_.curve_to(first.x, first.y, second.x, second.y, end.x, end.y);
}

void Interpreter::op_curve_to() {
  if (!has_point("curveto")) return;
  const Operands& n = *operands_;
  curve({n.number(0), n.number(1)}, {n.number(2), n.number(3)}, {n.number(4), n.number(5)});
}

void Interpreter::op_curve_from_point() {
  if (!has_point("curveto1")) return;
  const Operands& n = *operands_;
  curve(pen_.at, {n.number(0), n.number(1)}, {n.number(2), n.number(3)});
}

void Interpreter::op_curve_to_point() {
  if (!has_point("curveto2")) return;
  const Operands& n = *operands_;
  curve({n.number(0), n.number(1)}, {n.number(2), n.number(3)}, {n.number(2), n.number(3)});
}

void Interpreter::op_rectangle() {
  const double x = operands_->number(0);
  const double y = operands_->number(1);
  const double right = x + operands_->number(2);
  const double top = y + operands_->number(3);
  path_.move_to(x, y);
  path_.line_to(right, y);
  path_.line_to(right, top);
  path_.line_to(x, top);
  close_path();
}

void Interpreter::close_path() {
  pen_.at = path_.close();
}

void Interpreter::op_close_path() {
  if (has_point("closepath")) close_path();
}

void Interpreter::paint(bool close, bool fill, bool stroke) {
  if (!path_.has_point()) return;
  if (path_.has_segment()) {
    if (close) close_path();
    if (fill && !marks_.hidden()) fill_path();
    if (stroke && !marks_.hidden()) stroke_path();
  }
  end_path();
}

/// Curves are drawings and seals, patterns are shades: neither holds lines of a table.
void Interpreter::stroke_path() {
  if (path_.has_curve() || state_.stroke.is_pattern() || state_.stroke.is_unseen()) return;
  path_.put_on_page(state_.matrix, on_page_);
  page_.add_stroke(on_page_, width_on_page(state_.line_width, state_.matrix), state_.clip);
}

void Interpreter::fill_path() {
  if (path_.has_curve() || state_.fill.is_pattern() || state_.fill.is_unseen()) return;
  path_.put_on_page(state_.matrix, on_page_);
  page_.add_fill(on_page_, state_.clip);
}

void Interpreter::end_path() {
  if (clipping_ && path_.has_point()) path_.narrow(state_.matrix, state_.clip);
  clipping_ = false;
  path_.clear();
}

}  // namespace ziping::content
