#include "ingest/content/file_objects.h"

#include "ingest/content/characters.h"

#include <fmt/format.h>
#include <algorithm>

namespace ziping::content {
namespace {

constexpr int kMaxDepth = 32;
constexpr std::size_t kParts = 128;           // of most objects
constexpr std::size_t kMaxObject = 1u << 20;  // bytes of an object without a stream's data

std::string_view without_blanks(std::string_view bytes) {
  while (!bytes.empty() && is_blank(bytes.front())) bytes.remove_prefix(1);
  return bytes;
}

/// Takes `word` and the blanks before it from the front; false where something else stands there.
bool take(std::string_view& bytes, std::string_view word) {
  bytes = without_blanks(bytes);
  if (!bytes.starts_with(word)) return false;
  bytes.remove_prefix(word.size());
  return true;
}

}  // namespace

bool ObjectReader::read(ByteBuffer& bytes) {
  parts_.all_.clear();
  parts_.all_.reserve(kParts);
  Lexer lexer(bytes);
  return parts_.take(lexer) && read_object(lexer, 0) && parts_.root().kind != Kind::command;
}

/// Reads the rest of the object that begins with the last token.
bool ObjectReader::read_object(Lexer& lexer, int depth) {
  auto& all = parts_.all_;
  const std::size_t place = all.size() - 1;
  const Operand& token = all.back();
  if (token.kind == Kind::fault) return false;
  if (token.kind != Kind::command) return true;
  const bool is_array = token.text == "[";
  if (!is_array && token.text != "<<") return depth > 0 && token.text == "R" && join_reference();
  if (depth > kMaxDepth || !read_parts(lexer, is_array ? "]" : ">>", depth + 1)) return false;
  all[place].kind = is_array ? Kind::array : Kind::dict;
  all[place].end = static_cast<std::uint32_t>(all.size());
  return true;
}

bool ObjectReader::read_parts(Lexer& lexer, std::string_view end, int depth) {
  while (parts_.take(lexer)) {
    if (parts_.drop_command(end)) return true;
    if (!read_object(lexer, depth)) return false;
  }
  return false;
}

/// `5 0 R`: two integers and the command just added become one part.
bool ObjectReader::join_reference() {
  auto& all = parts_.all_;
  all.pop_back();
  if (all.size() < 2) return false;
  const Operand generation = all.back();
  all.pop_back();
  if (generation.kind != Kind::integer || generation.number < 0 || all.back().kind != Kind::integer)
    return false;
  all.back().kind = Kind::reference;
  all.back().end = static_cast<std::uint32_t>(generation.number);
  return true;
}

Ref ref_of(const Operand& reference) {
  return {static_cast<int>(reference.number), static_cast<int>(reference.end)};
}

/// The file from behind `5 0 obj` on; empty where the object does not stand there.
std::string_view FileObjects::behind_header(Ref ref) const {
  if (xref_.isEncrypted() || ref.num <= 0 || ref.num >= xref_.getNumObjects()) return {};
  const XRefEntry* entry = xref_.getEntry(ref.num, false);
  if (!entry || entry->type != xrefEntryUncompressed || entry->gen != ref.gen || entry->offset < 0 ||
      static_cast<std::size_t>(entry->offset) >= file_.size())
    return {};
  std::string_view rest = file_.substr(static_cast<std::size_t>(entry->offset));
  const bool found = take(rest, fmt::format_int(ref.num).c_str()) &&
                     take(rest, fmt::format_int(ref.gen).c_str()) && take(rest, "obj");
  return found ? rest : std::string_view();
}

bool FileObjects::read(Ref ref, FileObject& out) const {
  const std::string_view object = behind_header(ref);
  const std::size_t end = object.substr(0, kMaxObject).find("endobj");
  if (end == object.npos) return false;
  const std::string_view own = object.substr(0, end);
  out.bytes.set_size(0);
  out.bytes.append(own.substr(0, own.find("stream")));
  return out.reader.read(out.bytes);
}

bool FileObjects::follow(const Operand& part, FileObject& out) const {
  return part.kind == Kind::reference && read(ref_of(part), out);
}

bool FileObjects::read_stream(Ref ref, ByteBuffer& out) const {
  FileObject dict;
  if (!read(ref, dict) || dict.root().kind != Kind::dict || dict.value("DecodeParms") || dict.value("F"))
    return false;
  const std::string_view data = packed_data(behind_header(ref), dict);
  const Operand* filter = dict.value("Filter");
  if (!data.data()) return false;
  if (!filter) {
    out.append(data);
    return true;
  }
  return filter->kind == Kind::name && filter->text == "FlateDecode" && streams_.inflate(data, out);
}

/// A stream's data as its /Length says, if `endstream` follows it.
std::string_view FileObjects::packed_data(std::string_view object, const FileObject& dict) const {
  const Operand* length = dict.value("Length");
  FileObject elsewhere;
  if (length && length->kind == Kind::reference && follow(*length, elsewhere)) length = &elsewhere.root();
  if (!length || length->kind != Kind::integer || length->number < 0) return {};
  object.remove_prefix(std::min(object.find("stream") + 6, object.size()));
  if (object.starts_with("\r\n"))
    object.remove_prefix(2);
  else if (object.starts_with("\n"))
    object.remove_prefix(1);
  else
    return {};
  const auto size = static_cast<std::size_t>(length->number);
  if (size > object.size()) return {};
  std::string_view rest = object.substr(size);
  return take(rest, "endstream") ? object.substr(0, size) : std::string_view();
}

}  // namespace ziping::content
