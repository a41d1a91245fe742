#include "ingest/text.h"

#include "base/error.h"
#include "ingest/charset.h"

#include <fmt/format.h>

namespace ziping {
namespace {

/// `\r\n` and a lone `\r` become `\n`; NUL characters are dropped.
std::string fold_line_ends(const std::string& text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\0') continue;
    if (text[at] != '\r') {
      out += text[at];
      continue;
    }
    out += '\n';
    if (at + 1 < text.size() && text[at + 1] == '\n') ++at;
  }
  return out;
}

/// More than one control character in fifty is no text, whatever it decodes to.
bool full_of_controls(const std::string& text) {
  std::size_t controls = 0;
  for (unsigned char byte : text) controls += byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\f';
  return controls * 50 > text.size();
}

}  // namespace

SourceDocument read_text(const std::string& bytes, const ReadOptions& /*options*/) {
  DecodedText decoded = decode_text(bytes);
  SourceDocument document;
  document.media_type = "text/plain";
  document.text_source = TextSource::text;
  document.encoding = decoded.encoding;
  document.text = fold_line_ends(decoded.text);
  if (decoded.encoding.empty() || full_of_controls(document.text))
    throw InputError("not_text", "holds no text in UTF-8, GB18030, Big5 or UTF-16, and is no PDF");
  if (decoded.bad_bytes > 0) {
    document.partial = true;
    document.notices.push_back({0, "bad_bytes",
                                fmt::format("{} place{} could not be decoded as {}", decoded.bad_bytes,
                                            decoded.bad_bytes == 1 ? "" : "s", decoded.encoding)});
  }
  return document;
}

}  // namespace ziping
