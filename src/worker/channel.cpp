#include "worker/channel.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace ziping {
namespace {

constexpr std::size_t kHead = 5;             // four bytes of size, one of type
constexpr std::size_t kMaxDescriptors = 64;  // that wait to be taken
constexpr std::size_t kMuch = 1u << 20;      // bytes that wait to be sent

/// Room for one descriptor beside the bytes of a message.
struct Ancillary {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> bytes{};
};

void attach(msghdr& header, Ancillary& room, int descriptor) {
  header.msg_control = room.bytes.data();
  header.msg_controllen = room.bytes.size();
  cmsghdr* control = CMSG_FIRSTHDR(&header);
  control->cmsg_level = SOL_SOCKET;
  control->cmsg_type = SCM_RIGHTS;
  control->cmsg_len = CMSG_LEN(sizeof descriptor);
  std::memcpy(CMSG_DATA(control), &descriptor, sizeof descriptor);
}

}  // namespace

void Channel::put_frame(const Frame& frame) {
  if (outgoing_.size() > kMuch) flush(-1);
  auto size = static_cast<std::uint32_t>(frame.body.size());
  outgoing_.append(reinterpret_cast<const char*>(&size), sizeof size);
  outgoing_ += static_cast<char>(frame.type);
  outgoing_ += frame.body;
}

void Channel::flush(int descriptor) {
  std::string bytes = std::exchange(outgoing_, {});
  for (std::size_t sent = 0; sent < bytes.size();) {
    iovec part{bytes.data() + sent, bytes.size() - sent};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    Ancillary room;
    if (sent == 0 && descriptor >= 0) attach(header, room, descriptor);
    ssize_t count = sendmsg(socket_.get(), &header, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw ProtocolError(std::string("the other end takes nothing: ") + std::strerror(errno));
    sent += static_cast<std::size_t>(count);
  }
}

std::optional<Frame> Channel::receive() {
  for (;;) {
    if (auto frame = next()) return frame;
    if (fill(0) == Filled::closed) return {};
  }
}

bool Channel::fill() {
  for (;;) {
    switch (fill(MSG_DONTWAIT)) {
      case Filled::some:
        if (incoming_.size() - taken_ > kMaxBody) return true;
        break;
      case Filled::nothing:
        return true;
      case Filled::closed:
        return false;
    }
  }
}

Channel::Filled Channel::fill(int flags) {
  static thread_local std::array<char, 256 << 10> buffer;
  iovec part{buffer.data(), buffer.size()};
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  Ancillary room;
  header.msg_control = room.bytes.data();
  header.msg_controllen = CMSG_LEN(sizeof(int));  // padding would hold a second one, which nobody closes
  ssize_t count = recvmsg(socket_.get(), &header, flags | MSG_CMSG_CLOEXEC);
  if (count < 0 && errno == EINTR) return Filled::some;
  if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Filled::nothing;
  if (count <= 0) return Filled::closed;
  for (cmsghdr* control = CMSG_FIRSTHDR(&header); control != nullptr;
       control = CMSG_NXTHDR(&header, control)) {
    if (control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_RIGHTS) continue;
    int descriptor = -1;
    std::memcpy(&descriptor, CMSG_DATA(control), sizeof descriptor);
    Descriptor come(descriptor);
    if (descriptors_.size() < kMaxDescriptors) descriptors_.push_back(std::move(come));
  }
  incoming_.append(buffer.data(), static_cast<std::size_t>(count));
  return Filled::some;
}

std::optional<Frame> Channel::next() {
  std::string_view waiting = std::string_view(incoming_).substr(taken_);
  if (waiting.size() < kHead) return {};
  std::uint32_t size = 0;
  std::memcpy(&size, waiting.data(), sizeof size);
  if (size > kMaxBody) throw ProtocolError("a message that is too long");
  if (waiting.size() < kHead + size) return {};
  Frame frame{static_cast<MessageType>(waiting[sizeof size]), std::string(waiting.substr(kHead, size))};
  taken_ += kHead + size;
  if (taken_ == incoming_.size() || taken_ > (1u << 20)) {
    incoming_.erase(0, taken_);
    taken_ = 0;
  }
  return frame;
}

Descriptor Channel::take_descriptor() {
  if (descriptors_.empty()) throw ProtocolError("a message without its descriptor");
  Descriptor first = std::move(descriptors_.front());
  descriptors_.pop_front();
  return first;
}

}  // namespace ziping
