#include "ingest/content/stream_bytes.h"

#include "ingest/content/operand.h"

#include <libdeflate.h>

#include <algorithm>
#include <new>

namespace ziping::content {
namespace {

constexpr std::size_t kMaxBytes = 64u << 20;         // of a stream, unpacked
constexpr std::size_t kMaxBytesOfPage = 256u << 20;  // of all that a page draws

/// Whether a stream's only filter is Flate without a predictor.
bool is_plain_flate(Stream& stream) {
  if (stream.getKind() != strFlate) return false;
  const Dict& dict = *stream.getDict();
  const Object filter = dict.lookup("Filter");
  if (!filter.isName() && !(filter.isArray() && filter.arrayGetLength() == 1)) return false;
  Object parameters = dict.lookup("DecodeParms");
  if (parameters.isArray() && parameters.arrayGetLength() > 0) parameters = parameters.arrayGet(0);
  return parameters.isNull() || (parameters.isDict() && parameters.dictLookup("Predictor").isNull());
}

/// The header of zlib's format, checked as Poppler checks it.
bool has_zlib_header(std::string_view packed) {
  if (packed.size() < 2) return false;
  const auto method = static_cast<unsigned char>(packed[0]);
  const auto flags = static_cast<unsigned char>(packed[1]);
  return (method & 0x0F) == 8 && (method << 8 | flags) % 31 == 0 && (flags & 0x20) == 0;
}

}  // namespace

/// libdeflate's state, used again for every stream.
class StreamBytes::Inflater {
 public:
  Inflater() : state_(libdeflate_alloc_decompressor()) {
    if (!state_) throw std::bad_alloc();
  }

  /// Appends what `packed` (without zlib's header) holds; false where it is damaged. It is unpacked as a
  /// whole, again with more room where that was too little.
  bool append(std::string_view packed, ByteBuffer& out) {
    for (std::size_t wanted = 4 * packed.size() + 4096;; wanted *= 4) {
      const std::size_t room = std::min(out.make_room(std::min(wanted, kMaxBytes)), kMaxBytes);
      std::size_t size = 0;
      switch (libdeflate_deflate_decompress_ex(state_.get(), packed.data(), packed.size(), out.end(), room,
                                               nullptr, &size)) {
        case LIBDEFLATE_SUCCESS:
          out.set_size(out.size() + size);
          return true;
        case LIBDEFLATE_INSUFFICIENT_SPACE:
          if (room == kMaxBytes) throw GaveUp{"a content stream of more than 64 MB"};
          break;
        default:
          return false;
      }
    }
  }

 private:
  struct Free {
    void operator()(libdeflate_decompressor* state) const { libdeflate_free_decompressor(state); }
  };
  std::unique_ptr<libdeflate_decompressor, Free> state_;
};

StreamBytes::StreamBytes(std::string_view file) : file_(file), inflater_(std::make_unique<Inflater>()) {}
StreamBytes::~StreamBytes() = default;

void StreamBytes::append(Stream& stream, ByteBuffer& out) {
  const std::size_t before = out.size();
  if (!append_flate(stream, out)) {
    out.set_size(before);
    append_filtered(stream, out);
  }
  unpacked_ += out.size() - before;
  if (unpacked_ > kMaxBytesOfPage) throw GaveUp{"content streams of more than 256 MB"};
}

bool StreamBytes::append_flate(Stream& stream, ByteBuffer& out) {
  if (!is_plain_flate(stream)) return false;
  return inflate(packed_bytes(stream), out);
}

bool StreamBytes::inflate(std::string_view packed, ByteBuffer& out) {
  return has_zlib_header(packed) && inflater_->append(packed.substr(2), out);
}

/// The bytes of a filtered stream as they lie in the file; none where they are encrypted.
std::string_view StreamBytes::packed_bytes(Stream& stream) const {
  Stream* next = stream.getNextStream();
  if (!next || next->getKind() != strWeird) return {};  // the kind of bytes in memory
  BaseStream* plain = next->getBaseStream();
  const auto start = static_cast<std::size_t>(plain->getStart());
  const auto length = static_cast<std::size_t>(plain->getLength());
  return start <= file_.size() ? file_.substr(start, length) : std::string_view();
}

void StreamBytes::append_filtered(Stream& stream, ByteBuffer& out) {
  unsigned char buffer[4096];
  stream.reset();
  for (int count; (count = stream.doGetChars(sizeof buffer, buffer)) > 0;) {
    if (out.size() + sizeof buffer > kMaxBytes) throw GaveUp{"a content stream of more than 64 MB"};
    out.append({reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(count)});
  }
  stream.close();
}

}  // namespace ziping::content
