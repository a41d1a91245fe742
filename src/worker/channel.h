#pragma once

#include "base/descriptor.h"
#include "worker/message.h"

#include <deque>
#include <optional>
#include <string>

namespace ziping {

/// One end of the socket between the run and a worker: frames in order, some with a descriptor.
class Channel {
 public:
  /// Longest body of a frame; longer ones are no frames of ours.
  static constexpr std::size_t kMaxBody = 64u << 20;

  explicit Channel(Descriptor socket) : socket_(std::move(socket)) {}

  int socket() const { return socket_.get(); }

  /// Sends a message, and a descriptor with it where one is given. Throws ProtocolError where the other end
  /// is closed or takes no more.
  template <class Message>
  void send(const Message& message, int descriptor = -1) {
    put(message);
    flush(descriptor);
  }
  /// Sends it with the next message, or when much has come together: the other end wakes once for many.
  template <class Message>
  void put(const Message& message) {
    put_frame(frame_of(message));
  }

  /// Waits for a frame; none where the other end is closed.
  std::optional<Frame> receive();

  /// Takes what has come without waiting for more. False where the other end is closed.
  bool fill();
  /// The next whole frame of what fill() took. Throws ProtocolError.
  std::optional<Frame> next();
  /// The descriptor that came with the frame that next() or receive() gave. Throws ProtocolError where none
  /// did.
  Descriptor take_descriptor();

 private:
  enum class Filled { some, nothing, closed };

  void put_frame(const Frame& frame);
  void flush(int descriptor);
  Filled fill(int flags);

  Descriptor socket_;
  std::string outgoing_, incoming_;
  std::size_t taken_ = 0;  ///< bytes of incoming_ that next() has given
  std::deque<Descriptor> descriptors_;
};

}  // namespace ziping
