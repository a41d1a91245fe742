#pragma once

#include "ingest/content/byte_buffer.h"
#include "ingest/poppler_glue.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace ziping::content {

/// Unpacks content streams: plain Flate, which nearly all are packed with, straight from the file's bytes
/// with libdeflate, which is faster than zlib; anything else through Poppler's streams.
class StreamBytes {
 public:
  /// `file` holds the whole document and must outlive this.
  explicit StreamBytes(std::string_view file);
  ~StreamBytes();
  StreamBytes(const StreamBytes&) = delete;
  StreamBytes& operator=(const StreamBytes&) = delete;

  void begin_page() { unpacked_ = 0; }
  /// Appends what bytes packed with Flate hold; false where they are damaged.
  bool inflate(std::string_view packed, ByteBuffer& out);
  /// Appends what the stream holds. Throws GaveUp where that is more than any report holds.
  void append(Stream& stream, ByteBuffer& out);

 private:
  class Inflater;

  bool append_flate(Stream& stream, ByteBuffer& out);
  void append_filtered(Stream& stream, ByteBuffer& out);
  std::string_view packed_bytes(Stream& stream) const;

  std::string_view file_;
  std::size_t unpacked_ = 0;  // bytes of the page so far, forms each time that they are drawn
  std::unique_ptr<Inflater> inflater_;
};

}  // namespace ziping::content
