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
  const Operand* found = nullptr;
  bool is_key = true;
  const Operand* name = nullptr;
  each(dict, [&](const Operand& part) {
    if (is_key)
      name = &part;
    else if (!found && name->text == key)
      found = &part;
    is_key = !is_key;
  });
  return found;
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
  Operand token;
  while (lexer_.next(token)) {
    if (token.kind != Kind::command) {
      add(token);
      continue;
    }
    const char first = token.text.front();
    if (first == '[' || token.text == "<<") {
      add(token);
      continue;
    }
    name_ = token.text;
    return true;
  }
  if (operands_.count_ > 0) poppler::complain("Leftover args in content stream");
  return false;
}

bool Statements::next_operand_before(std::string_view end) {
  Operand token;
  if (!lexer_.next(token)) throw GaveUp{"an inline image without data"};
  if (token.kind == Kind::command && token.text == end) return false;
  if (operands_.count_ == Operands::kMost) throw GaveUp{"an inline image with too many entries"};
  add(token);
  return true;
}

void Statements::add(const Operand& token) {
  const auto place = static_cast<std::uint32_t>(read_object(token, 0));
  if (operands_.count_ < Operands::kMost)
    operands_.starts_[operands_.count_++] = place;
  else
    poppler::complain("Too many args in content stream");
}

/// Adds the object that begins with `token`; gives its place.
std::size_t Statements::read_object(const Operand& token, int depth) {
  if (depth > kMaxDepth || operands_.all_.size() > kMaxParts) throw GaveUp{"operands without end"};
  const std::size_t place = operands_.all_.size();
  operands_.all_.push_back(token);
  if (token.kind != Kind::command) return place;
  if (token.text == "[") {
    operands_.all_[place].kind = Kind::array;
    read_array(depth + 1);
  } else if (token.text == "<<") {
    operands_.all_[place].kind = Kind::dict;
    read_dict(depth + 1);
  }
  operands_.all_[place].end = static_cast<std::uint32_t>(operands_.all_.size());
  return place;
}

void Statements::read_array(int depth) {
  Operand token;
  while (lexer_.next(token)) {
    if (token.kind == Kind::command && token.text == "]") return;
    read_object(token, depth);
  }
  poppler::complain("End of file inside array");
}

void Statements::read_dict(int depth) {
  Operand token;
  while (lexer_.next(token)) {
    if (token.kind == Kind::command && token.text == ">>") return;
    if (token.is_number()) throw GaveUp{"a reference in a content stream"};
    if (token.kind != Kind::name) {
      poppler::complain("Dictionary key must be a name object");
      continue;
    }
    read_object(token, depth);
    if (!lexer_.next(token) || token.kind == Kind::fault) throw GaveUp{"a dictionary that breaks off"};
    read_object(token, depth);
  }
  poppler::complain("End of file inside dictionary");
}

}  // namespace ziping::content
