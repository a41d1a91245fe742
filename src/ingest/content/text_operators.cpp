#include "ingest/content/interpreter.h"

#include <string>

namespace ziping::content {

void Interpreter::op_begin_text() {
  state_.text.matrix = {};
  move_text(0, 0);
  style_is_old_ = true;
}

void Interpreter::op_horizontal_scaling() {
  state_.text.horizontal = 0.01 * operands_->number(0);
  style_is_old_ = true;
}

/// An unknown font leaves none: no text is better than the wrong one.
void Interpreter::op_font() {
  state_.text.font = resources_.font(operands_->text(0));
  state_.text.size = operands_->number(1);
  style_is_old_ = true;
}

void Interpreter::move_text(double x, double y) {
  pen_.line = {x, y};
  pen_.at = state_.text.matrix.apply(x, y);
}

void Interpreter::shift_text(double x, double y) {
  const Vector shift = state_.text.matrix.delta(x, y);
  pen_.at.x += shift.x;
  pen_.at.y += shift.y;
}

void Interpreter::op_text_move() {
  move_text(pen_.line.x + operands_->number(0), pen_.line.y + operands_->number(1));
}

void Interpreter::op_text_move_leading() {
  const double down = operands_->number(1);
  state_.text.leading = -down;
  move_text(pen_.line.x + operands_->number(0), down + pen_.line.y);
}

void Interpreter::op_text_matrix() {
  const Operands& n = *operands_;
  state_.text.matrix = {n.number(0), n.number(1), n.number(2), n.number(3), n.number(4), n.number(5)};
  move_text(0, 0);
  style_is_old_ = true;
}

void Interpreter::op_next_line() {
  move_text(pen_.line.x, pen_.line.y - state_.text.leading);
}

bool Interpreter::has_font(const char* operation) const {
  if (state_.text.font) return true;
  poppler::complain(std::string("No font in ") + operation);
  return false;
}

void Interpreter::op_show() {
  if (has_font("show")) show(operands_->text(0));
}

void Interpreter::op_next_line_show() {
  if (!has_font("move/show")) return;
  op_next_line();
  show(operands_->text(0));
}

void Interpreter::op_spaced_next_line_show() {
  if (!has_font("move/set/show")) return;
  state_.text.word_space = operands_->number(0);
  state_.text.char_space = operands_->number(1);
  op_next_line();
  show(operands_->text(2));
}

void Interpreter::op_show_spaced() {
  if (!has_font("show/space")) return;
  const TextState& text = state_.text;
  const bool vertical = text.font->description.vertical;
  operands_->each((*operands_)[0], [&](const Operand& part) {
    if (part.is_number()) {
      const double back = -part.number * 0.001 * text.size;
      vertical ? shift_text(0, back) : shift_text(back * text.horizontal, 0);
    } else if (part.kind == Kind::string) {
      show(part.text);
    } else {
      poppler::complain("Element of show/space array must be number or string");
    }
  });
}

/// Text of render mode 3 or 7, or filled with a pattern: Poppler makes a clip of that.
bool Interpreter::is_invisible() const {
  int render = state_.text.render;
  if (!(render & 1) && state_.fill.is_pattern()) render = ((render ^ (render >> 1)) & 1) != 0 ? 5 : 7;
  return render == 3 || render == 7 || state_.text.font->description.traits.hidden_font;
}

void Interpreter::show(std::string_view string) {
  const TextState& text = state_.text;
  const Font& font = *text.font;
  const bool vertical = font.description.vertical;
  const Vector rise = text.matrix.delta(0, text.rise);
  shown_.invisible = is_invisible();
  FontCharacter shown;
  while (!string.empty()) {
    font.first(string, shown);
    const auto bytes = static_cast<std::size_t>(shown.bytes);
    const double word_space = bytes == 1 && string.front() == ' ' ? text.word_space : 0;
    double dx = shown.dx * text.size;
    double dy = shown.dy * text.size;
    if (vertical)
      dy = dy + text.char_space + word_space;
    else
      dx = (dx + text.char_space + word_space) * text.horizontal;
    const Vector advance = text.matrix.delta(dx, dy);
    if (!marks_.hidden()) {
      const Vector origin = text.matrix.delta(shown.origin_x * text.size, shown.origin_y * text.size);
      add_glyph(string.substr(0, bytes), shown,
                {pen_.at.x + rise.x - origin.x, pen_.at.y + rise.y - origin.y}, advance);
    }
    pen_.at.x += advance.x;
    pen_.at.y += advance.y;
    string.remove_prefix(bytes);
  }
}

void Interpreter::add_glyph(std::string_view bytes, const FontCharacter& shown, Vector origin,
                            Vector advance) {
  const TextState& text = state_.text;
  const FontDescription& font = text.font->description;
  if (style_is_old_) set_style(shown_, font, {text.matrix, state_.matrix, text.size, text.horizontal});
  style_is_old_ = false;
  if (font.vertical) {
    // The box of an upright character of one em; its vertical origin lies above its middle.
    advance = text.matrix.delta(text.size * text.horizontal, 0);
  } else {
    const double spacing = text.char_space + (bytes.size() == 1 && shown.code == ' ' ? text.word_space : 0);
    const Vector space = spacing != 0 ? text.matrix.delta(spacing * text.horizontal, 0) : Vector();
    advance = {advance.x - space.x, advance.y - space.y};
  }
  shown_.advance = state_.matrix.delta(advance.x, advance.y);
  shown_.origin = state_.matrix.apply(origin.x, origin.y);
  shown_.code = static_cast<std::uint8_t>(shown.code);
  if (font.code_is_unicode && bytes.size() == 2) {
    const std::uint32_t own =
        static_cast<unsigned char>(bytes[0]) << 8 | static_cast<unsigned char>(bytes[1]);
    page_.glyphs().add(shown_, font.traits, &own, 1);
  } else {
    page_.glyphs().add(shown_, font.traits, shown.chars, shown.count);
  }
}

}  // namespace ziping::content
