#include "worker/message.h"

#include <gtest/gtest.h>

#include <random>

namespace ziping {
namespace {

/// One of each type, with the values that are the hardest to carry, given to `use`.
void for_each_message(auto use) {
  const std::string bytes("\0\x80\xFF\n预算", 10);
  use(Ready{});
  use(Ready{"seccomp, landlock 7, 1024 MB"});
  use(Job{.document = "年报/2023 自评.pdf", .max_pages = 5000, .error_code = "crash", .error = bytes});
  use(Content{std::string(64, 'a')});
  use(Go{});
  use(Skip{});
  use(Picture{2147483647, bytes});
  use(Picture{-1, {}});
  use(Rows{{3, std::string(1000, '\x81') + bytes}});
  use(Done{.document = {Status::failed, "timeout", "stopped on page 3 of 9", 9, 1ull << 40, {}},
           .leaving = true});
  use(Done{});
  use(ArchiveJob{~0ull});
  use(Entry{"内/a.pdf#2", 1ull << 63});
  use(Problem{"内/b.pdf", "password", bytes});
  use(Credit{});
  use(ArchiveEnd{"archive_damaged", "is cut off"});
}

/// The message, or none where the frame is refused; anything but a ProtocolError is a failure.
template <class Message>
std::optional<Message> read(const Frame& frame) {
  try {
    return message_of<Message>(frame);
  } catch (const ProtocolError&) {
    return {};
  }
}

TEST(Message, ComesAsItWasSent) {
  for_each_message([]<class Message>(const Message& sent) {
    const Frame frame = frame_of(sent);
    EXPECT_EQ(frame.type, Message::type);
    Message come = message_of<Message>(frame);
    EXPECT_TRUE(Message::fields(come) == Message::fields(sent)) << static_cast<int>(frame.type);
  });
}

TEST(Message, IsRefusedWhereItIsCutOff) {
  for_each_message([]<class Message>(const Message& sent) {
    Frame frame = frame_of(sent);
    while (!frame.body.empty()) {
      frame.body.pop_back();
      EXPECT_FALSE(read<Message>(frame)) << static_cast<int>(frame.type) << ", " << frame.body.size();
    }
  });
}

TEST(Message, IsRefusedWhereItGoesOnOrIsAnother) {
  for_each_message([]<class Message>(const Message& sent) {
    Frame frame = frame_of(sent);
    frame.body += '\0';
    EXPECT_FALSE(read<Message>(frame)) << static_cast<int>(frame.type);
    frame = frame_of(sent);
    frame.type = frame.type == MessageType::go ? MessageType::skip : MessageType::go;
    EXPECT_FALSE(read<Message>(frame)) << static_cast<int>(frame.type);
  });
}

TEST(Message, OfAlteredBytesIsRefusedOrAnother) {
  std::mt19937 random(7);
  for_each_message([&]<class Message>(const Message& sent) {
    const Frame frame = frame_of(sent);
    for (std::size_t at = 0; at < frame.body.size(); ++at) {
      for (int change : {0x01, 0x7F, 0x80, 0xFF}) {
        Frame altered = frame;
        altered.body[at] = static_cast<char>(altered.body[at] ^ change);
        if (auto message = read<Message>(altered)) frame_of(*message);
      }
    }
    for (int i = 0; i < 2000; ++i) {
      Frame nonsense{Message::type, std::string(random() % 40, '\0')};
      for (char& byte : nonsense.body) byte = static_cast<char>(random() % 4 == 0 ? random() : random() % 6);
      if (auto message = read<Message>(nonsense)) frame_of(*message);
    }
  });
}

}  // namespace
}  // namespace ziping
