#include "ingest/content/statement.h"

namespace ziping::content {
namespace {

constexpr int kMaxDepth = 64;                 // of arrays in arrays
constexpr std::size_t kMaxParts = 1'000'000;  // of one operator's operands

}  // namespace

void Operands::keep_last(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) starts_[i] = starts_[count_ - count + i];
  count_ = count;
}

const Operand* Operands::value(const Operand& dict, std::string_view key) const {
  const Operand* const end = all_.data() + dict.end;
  for (const Operand* name = &dict + 1; name < end;) {
    const Operand* value = behind(name);
    if (value < end && name->text == key) return value;
    name = value < end ? behind(value) : end;
  }
  return nullptr;
}

Object Operands::object(const Operand& operand, XRef& xref) const {
  switch (operand.kind) {
    case Kind::integer:
      return Object(static_cast<int>(operand.number));
    case Kind::real:
      return Object(operand.number);
    case Kind::name:
      return Object(objName, std::string(operand.text).c_str());
    case Kind::string:
      return Object(new GooString(operand.text.data(), static_cast<int>(operand.text.size())));
    case Kind::boolean:
      return Object(operand.text == "true");
    case Kind::null:
      return Object(objNull);
    case Kind::array:
      break;
    default:
      throw GaveUp{"an inline image with an odd entry"};
  }
  Object array(new Array(&xref));
  each(operand, [&](const Operand& part) { array.arrayAdd(object(part, xref)); });
  return array;
}

bool Statements::next() {
  operands_.all_.clear();
  operands_.count_ = 0;
  while (operands_.take(lexer_)) {
    const Operand& token = operands_.all_.back();
    const bool names = token.kind == Kind::command && token.text.front() != '[' && token.text != "<<";
    if (!names) {
      add_last();
      continue;
    }
    name_ = token.text;
    operands_.all_.pop_back();
    return true;
  }
  if (operands_.count_ > 0) poppler::complain("Leftover args in content stream");
  return false;
}

bool Statements::next_operand_before(std::string_view end) {
  if (!operands_.take(lexer_)) throw GaveUp{"an inline image without data"};
  if (operands_.drop_command(end)) return false;
  if (operands_.count_ == Operands::kMost) throw GaveUp{"an inline image with too many entries"};
  add_last();
  return true;
}

/// Makes the last token an operand.
void Statements::add_last() {
  const std::size_t place = operands_.all_.size() - 1;
  read_object(0);
  if (operands_.count_ < Operands::kMost)
    operands_.starts_[operands_.count_++] = static_cast<std::uint32_t>(place);
  else
    poppler::complain("Too many args in content stream");
}

/// Reads the rest of the object that begins with the last token.
void Statements::read_object(int depth) {
  auto& all = operands_.all_;
  const std::size_t place = all.size() - 1;
  if (depth > kMaxDepth || place > kMaxParts) throw GaveUp{"operands without end"};
  if (all[place].kind != Kind::command) return;
  if (all[place].text == "[") {
    all[place].kind = Kind::array;
    read_array(depth + 1);
  } else if (all[place].text == "<<") {
    all[place].kind = Kind::dict;
    read_dict(depth + 1);
  }
  all[place].end = static_cast<std::uint32_t>(all.size());
}

void Statements::read_array(int depth) {
  while (operands_.take(lexer_)) {
    if (operands_.drop_command("]")) return;
    read_object(depth);
  }
  poppler::complain("End of file inside array");
}

void Statements::read_dict(int depth) {
  auto& all = operands_.all_;
  while (operands_.take(lexer_)) {
    if (operands_.drop_command(">>")) return;
    if (all.back().is_number()) throw GaveUp{"a reference in a content stream"};
    if (all.back().kind != Kind::name) {
      all.pop_back();
      poppler::complain("Dictionary key must be a name object");
      continue;
    }
    read_object(depth);
    if (!operands_.take(lexer_) || all.back().kind == Kind::fault)
      throw GaveUp{"a dictionary that breaks off"};
    read_object(depth);
  }
  poppler::complain("End of file inside dictionary");
}

}  // namespace ziping::content
