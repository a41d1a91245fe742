#pragma once

#include <cstdint>
#include <string_view>

namespace ziping::content {

class Interpreter;
class Operands;

/// An operator of content streams and what Poppler wants of its operands: one letter each, `n` number, `i`
/// integer, `s` string, `/` name, `a` array, `p` name or dictionary, `c` number or name. Fewer are a fault;
/// of more the last count, unless the number is open: then `most` says how many there may be at most.
struct Operator {
  std::string_view name;
  std::string_view wants;
  void (Interpreter::*run)();
  int most = 0;
};

/// Null for a word that is no operator.
const Operator* find_operator(std::string_view name);

/// Whether the operands are what the operator wants; says why not. `leave` is set where the stream is to be
/// left for it.
bool suits(const Operator& wanted, Operands& operands, bool& leave);

}  // namespace ziping::content
