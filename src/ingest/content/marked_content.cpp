#include "ingest/content/marked_content.h"

#include "ingest/content/interpreter.h"

namespace ziping::content {

void MarkedContent::clear() {
  open_.clear();
  hidden_ = 0;
}

void MarkedContent::begin(Mark mark) {
  open_.push_back(mark);
  hidden_ += mark == Mark::hidden;
}

MarkedContent::Mark MarkedContent::end() {
  const Mark mark = open_.back();
  open_.pop_back();
  hidden_ -= mark == Mark::hidden;
  return mark;
}

void Interpreter::op_begin_marked() {
  using Mark = MarkedContent::Mark;
  const std::string_view tag = operands_->text(0);
  const bool has_properties = operands_->count() > 1;
  auto* layers = pdf_.getCatalog()->getOptContentConfig();
  if (tag.starts_with("OC") && layers) {
    if (!has_properties || (*operands_)[1].kind != Kind::name) throw GaveUp{"a layer without a name"};
    const Object layer = resources_.property(operands_->text(1));
    if (layer.isNull()) throw GaveUp{"a layer that is not defined"};
    marks_.begin(layers->optContentIsVisible(&layer) ? Mark::plain : Mark::hidden);
    return;
  }
  if (tag == "Span" && has_properties && (*operands_)[1].kind == Kind::dict) {
    const Operand* text = operands_->value((*operands_)[1], "ActualText");
    if (text && text->kind == Kind::string) {
      page_.glyphs().begin_actual_text(poppler::decode_text_string(text->text));
      marks_.begin(Mark::actual_text);
      return;
    }
  }
  marks_.begin(Mark::plain);
}

void Interpreter::op_end_marked() {
  if (marks_.empty()) return;
  if (marks_.end() == MarkedContent::Mark::actual_text) page_.glyphs().end_actual_text();
}

}  // namespace ziping::content
