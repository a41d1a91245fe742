#include "ingest/content/interpreter.h"

#include <array>
#include <string>

namespace ziping::content {

void Interpreter::set_device_colour(Paint& paint, GfxColorSpaceMode mode) {
  begin_space(paint, colours_.device(mode, resources_));
  std::array<double, 4> numbers{};
  for (std::size_t i = 0; i < operands_->count(); ++i) numbers[i] = operands_->number(i);
  set_colour(paint, numbers.data(), operands_->count());
}

void Interpreter::set_space(Paint& paint, const char* fault) {
  if (const GfxColorSpace* space = colours_.named(operands_->text(0), resources_))
    begin_space(paint, *space);
  else
    poppler::complain(fault);
}

void Interpreter::set_colour_of(Paint& paint, const char* operation) {
  const std::size_t count = operands_->count();
  if (count != static_cast<std::size_t>(paint.space->getNComps())) {
    poppler::complain(std::string("Incorrect number of arguments in '") + operation + "' command");
    return;
  }
  if (paint.is_pattern()) return;
  std::array<double, Operands::kMost> numbers{};
  for (std::size_t i = 0; i < count; ++i) numbers[i] = operands_->number(i);  // 0 for a name
  set_colour(paint, numbers.data(), count);
}

void Interpreter::set_colour_or_pattern(Paint& paint, const char* operation) {
  if (!paint.is_pattern()) return set_colour_of(paint, operation);
  if (operands_->count() == 0) return;
  const Operand& last = (*operands_)[operands_->count() - 1];
  if (last.kind == Kind::name) check_pattern(last.text);
}

/// A shade with a ground of its own fills the path with a plain colour too, which may be a thin line.
void Interpreter::check_pattern(std::string_view name) {
  const Object pattern = resources_.pattern(name).fetch(&xref_);
  if (pattern.isNull()) return poppler::complain("Unknown pattern '" + std::string(name) + "'");
  if (!pattern.isDict()) return;
  const Object shading = pattern.dictLookup("Shading");
  if (shading.isDict() && !shading.dictLookup("Background").isNull()) throw GaveUp{"a shade with a ground"};
}

}  // namespace ziping::content
