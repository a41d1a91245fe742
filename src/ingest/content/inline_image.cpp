#include "ingest/content/image_header.h"
#include "ingest/content/interpreter.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <string>

namespace ziping::content {
namespace {

/// Where the data of an inline image has its end: behind `EI`.
std::size_t behind_end_mark(std::string_view bytes) {
  const std::size_t mark = bytes.find("EI");
  return mark == bytes.npos ? bytes.size() : mark + 2;
}

bool has_filter(const Dict& dict) {
  return !dict.lookup("Filter").isNull() || !dict.lookup("F").isNull();
}

}  // namespace

void Interpreter::op_inline_image() {
  Object dict = read_inline_dict();
  const ImageHeader header = read_image_header(*dict.getDict());
  if (statements_->lexer().rest().empty()) return;
  statements_->lexer().skip(1);  // one blank behind ID
  if (!header.sound) {
    poppler::complain("Bad image parameters");
    statements_->lexer().skip(behind_end_mark(statements_->lexer().rest()));
    return;
  }
  int components = 1;
  if (!header.mask) {
    Object space = dict.dictLookup("ColorSpace");
    if (space.isNull()) space = dict.dictLookup("CS");
    const GfxColorSpace* found = space.isName() ? colours_.named(space.getName(), resources_) : nullptr;
    if (space.isArray() && (space.arrayGet(0).isName("Indexed") || space.arrayGet(0).isName("I")))
      components = 1;
    else if (found)
      components = found->getNComps();
    else
      throw GaveUp{"an inline image of an odd colour space"};
  }
  if (!marks_.hidden()) page_.add_image(state_.matrix, state_.clip);
  skip_inline_data(std::move(dict), image_bytes(header, components));
}

/// The entries between BI and ID. Only plain values occur in them.
Object Interpreter::read_inline_dict() {
  while (statements_->next_operand_before("ID")) {
  }
  const Operands& parts = *operands_;
  Object dict(new Dict(&xref_));
  for (std::size_t i = 0; i + 1 < parts.count(); i += 2) {
    if (parts[i].kind != Kind::name) throw GaveUp{"an inline image whose keys are no names"};
    dict.dictAdd(std::string(parts.text(i)).c_str(), parts.object(parts[i + 1], xref_));
  }
  if (parts.count() % 2 != 0) throw GaveUp{"an inline image with a key without a value"};
  return dict;
}

/// Goes on behind the data: `count` bytes once they are unpacked, and the mark EI.
void Interpreter::skip_inline_data(Object dict, std::size_t count) {
  Lexer& lexer = statements_->lexer();
  const std::string_view rest = lexer.rest();
  if (!has_filter(*dict.getDict())) {
    const std::size_t data = std::min(count, rest.size());
    lexer.skip(data + behind_end_mark(rest.substr(data)));
    return;
  }
  MemStream memory(rest.data(), 0, static_cast<Goffset>(rest.size()), Object(objNull));
  Stream* stream = new EmbedStream(&memory, std::move(dict), false, 0, true);
  stream = stream->addFilters(stream->getDict());
  const std::unique_ptr<Stream> owner(stream);
  stream->reset();
  for (std::size_t i = 0; i < count && stream->getChar() != EOF;) ++i;
  stream->close();
  const auto data = static_cast<std::size_t>(memory.getPos());
  lexer.skip(data + behind_end_mark(rest.substr(data)));
}

}  // namespace ziping::content
