#include "worker/message.h"

namespace ziping::wire {

void put(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

void put(std::string& out, std::string_view text) {
  put(out, text.size());
  out += text;
}

std::uint64_t take_number(std::string_view& in) {
  std::uint64_t number = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    if (in.empty()) break;
    auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
  throw ProtocolError("a message that is cut off");
}

std::string take_text(std::string_view& in) {
  std::uint64_t size = take_number(in);
  if (size > in.size()) throw ProtocolError("a message that is cut off");
  std::string text(in.substr(0, size));
  in.remove_prefix(size);
  return text;
}

}  // namespace ziping::wire
