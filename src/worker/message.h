#pragma once

#include "base/varint.h"
#include "store/packed_document.h"

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace ziping {

// What goes over the socket between the run and its workers. Each message lists its fields once, for writing
// and reading.

/// Bytes that are no message: the other side is broken, or no longer ours.
struct ProtocolError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

enum class MessageType : unsigned char {
  ready,
  job,
  content,
  go,
  skip,
  rows,
  done,
  archive,
  entry,
  problem,
  credit,
  end,
  picture_job,
  picture,
  pictures_end
};

/// Worker: it is in its sandbox.
struct Ready {
  static constexpr MessageType type = MessageType::ready;
  std::string sandbox;
  static auto fields(auto& m) { return std::tie(m.sandbox); }
};

/// Run: read the document whose descriptor comes with this.
struct Job {
  static constexpr MessageType type = MessageType::job;
  std::string document;  ///< path as tables show it
  int max_pages = 0;
  /// Set where an earlier reading died behind `max_pages`: what the document fails with, beside its rows.
  std::string error_code, error;
  static auto fields(auto& m) { return std::tie(m.document, m.max_pages, m.error_code, m.error); }
};

/// Worker: what the document holds. The run answers Go or Skip.
struct Content {
  static constexpr MessageType type = MessageType::content;
  std::string sha256;
  static auto fields(auto& m) { return std::tie(m.sha256); }
};
struct Go {
  static constexpr MessageType type = MessageType::go;
  static auto fields(auto&) { return std::tie(); }
};
/// Run: it is read already, or not of this shard.
struct Skip {
  static constexpr MessageType type = MessageType::skip;
  static auto fields(auto&) { return std::tie(); }
};

/// Worker: rows of the document.
struct Rows {
  static constexpr MessageType type = MessageType::rows;
  PackedRows rows;
  static auto fields(auto& m) { return std::tie(m.rows.table, m.rows.bytes); }
};

/// Worker: all rows are sent.
struct Done {
  static constexpr MessageType type = MessageType::done;
  PackedDocument document;  ///< without rows
  bool leaving = false;     ///< the worker ends: it is old or large
  static auto fields(auto& m) {
    auto& d = m.document;
    return std::tie(d.status, d.error_code, d.error, d.pages, d.records, d.contradictions, m.leaving);
  }
};

/// Run: unpack the archive whose descriptor comes with this. Entries up to number `given` are passed over: an
/// unpacker that died has given them.
struct ArchiveJob {
  static constexpr MessageType type = MessageType::archive;
  std::uint64_t given = 0;
  static auto fields(auto& m) { return std::tie(m.given); }
};

/// Unpacker: a document of the archive, its bytes in the descriptor that comes with this. Each takes a
/// credit.
struct Entry {
  static constexpr MessageType type = MessageType::entry;
  std::string name;
  std::uint64_t index = 0;
  static auto fields(auto& m) { return std::tie(m.name, m.index); }
};
/// Unpacker: something of the archive that cannot be read.
struct Problem {
  static constexpr MessageType type = MessageType::problem;
  std::string name, code, message;
  static auto fields(auto& m) { return std::tie(m.name, m.code, m.message); }
};
/// Run: one more entry may come.
struct Credit {
  static constexpr MessageType type = MessageType::credit;
  static auto fields(auto&) { return std::tie(); }
};
/// Unpacker: the archive is read; with a code where nothing of it could be.
struct ArchiveEnd {
  static constexpr MessageType type = MessageType::end;
  std::string code, message;
  static auto fields(auto& m) { return std::tie(m.code, m.message); }
};

/// Review: draw these pages of the PDF whose descriptor comes with this.
struct PictureJob {
  static constexpr MessageType type = MessageType::picture_job;
  std::string pages;  ///< 1 2 5
  static auto fields(auto& m) { return std::tie(m.pages); }
};
/// Drawer: a page as PNG; empty where it cannot be drawn.
struct Picture {
  static constexpr MessageType type = MessageType::picture;
  int page = 0;
  std::string png;
  static auto fields(auto& m) { return std::tie(m.page, m.png); }
};
/// Drawer: all pages are sent; with a code where the document does not open.
struct PicturesEnd {
  static constexpr MessageType type = MessageType::pictures_end;
  std::string code, message;
  static auto fields(auto& m) { return std::tie(m.code, m.message); }
};

/// A message as it travels.
struct Frame {
  MessageType type;
  std::string body;
};

namespace wire {

template <class Field>
void write(std::string& out, const Field& field) {
  if constexpr (std::is_same_v<Field, std::string>) {
    put_sized(out, field);
  } else {
    put_varint(out, static_cast<std::uint64_t>(field));
  }
}

template <class Field>
void read(std::string_view& in, Field& field) {
  auto taken = [&] {
    if constexpr (std::is_same_v<Field, std::string>) {
      return take_sized(in);
    } else {
      return take_varint(in);
    }
  }();
  if (!taken) throw ProtocolError("a message that is cut off");
  field = static_cast<Field>(*taken);
}

}  // namespace wire

template <class Message>
Frame frame_of(const Message& message) {
  Frame frame{Message::type, {}};
  std::apply([&](const auto&... field) { (wire::write(frame.body, field), ...); }, Message::fields(message));
  return frame;
}

/// Throws ProtocolError where the frame is of another type or does not hold just the fields.
template <class Message>
Message message_of(const Frame& frame) {
  if (frame.type != Message::type) throw ProtocolError("a message of another type");
  Message message;
  std::string_view in = frame.body;
  std::apply([&](auto&... field) { (wire::read(in, field), ...); }, Message::fields(message));
  if (!in.empty()) throw ProtocolError("a message that goes on behind its end");
  return message;
}

}  // namespace ziping
