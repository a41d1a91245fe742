#pragma once

#include "ingest/content/statement.h"
#include "ingest/content/stream_bytes.h"
#include "ingest/poppler_glue.h"

#include <string_view>

namespace ziping::content {

/// Reads one object of the file: its parts, references unresolved.
class ObjectReader {
 public:
  /// False where the bytes hold no whole object, or a strange one. They are changed.
  bool read(ByteBuffer& bytes);
  const Operands& parts() const { return parts_; }
  const Operand& root() const { return parts_.root(); }

 private:
  bool read_object(Lexer& lexer, int depth);
  bool read_parts(Lexer& lexer, std::string_view end, int depth);
  bool join_reference();

  Operands parts_;
};

/// An object of the file that was read.
struct FileObject {
  ByteBuffer bytes;
  ObjectReader reader;

  const Operands& parts() const { return reader.parts(); }
  const Operand& root() const { return reader.root(); }
  /// An entry of the dictionary that the object is; null where there is none.
  const Operand* value(std::string_view key) const { return parts().value(root(), key); }
};

/// Reads objects that stand plainly in the file straight from its bytes: Poppler's way through its own
/// objects takes most of the time that making a font takes. What is packed, encrypted, damaged or strange is
/// not read here: then Poppler must.
class FileObjects {
 public:
  FileObjects(XRef& xref, std::string_view file, StreamBytes& streams)
      : xref_(xref), file_(file), streams_(streams) {}

  /// Reads an object, for a stream its dictionary. False where it cannot be read here.
  bool read(Ref ref, FileObject& out) const;
  /// Follows a reference to a simple object. False where it cannot be read here.
  bool follow(const Operand& part, FileObject& out) const;
  /// Reads and unpacks a stream packed with plain Flate or not at all.
  bool read_stream(Ref ref, ByteBuffer& out) const;

 private:
  std::string_view behind_header(Ref ref) const;
  std::string_view packed_data(std::string_view object, const FileObject& dict) const;

  XRef& xref_;
  std::string_view file_;
  StreamBytes& streams_;
};

Ref ref_of(const Operand& reference);

}  // namespace ziping::content
