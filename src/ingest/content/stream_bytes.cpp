#include "ingest/content/stream_bytes.h"

#include "ingest/content/operand.h"

#include <zlib.h>
#include <algorithm>

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

/// zlib's state, used again for every stream.
class StreamBytes::Inflater {
 public:
  Inflater() { ok_ = inflateInit2(&state_, -MAX_WBITS) == Z_OK; }
  ~Inflater() { inflateEnd(&state_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  /// Appends what `packed` (without zlib's header) holds; false where it is damaged.
  bool append(std::string_view packed, ByteBuffer& out) {
    if (!ok_ || inflateReset(&state_) != Z_OK) return false;
    state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    state_.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), kMaxBytes));
    int status = Z_OK;
    while (status == Z_OK) {
      if (out.size() >= kMaxBytes) throw GaveUp{"a content stream of more than 64 MB"};
      const std::size_t room = std::min(out.make_room(4 * packed.size() + 4096), kMaxBytes);
      state_.next_out = reinterpret_cast<Bytef*>(out.end());
      state_.avail_out = static_cast<uInt>(room);
      status = ::inflate(&state_, Z_NO_FLUSH);
      out.set_size(out.size() + room - state_.avail_out);
    }
    return status == Z_STREAM_END;
  }

 private:
  z_stream state_{};
  bool ok_ = false;
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
