#include "worker/channel.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <thread>

namespace ziping {
namespace {

/// Two ends of a socket, as channels or as they are.
struct Ends {
  Descriptor a, b;

  Ends() {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) throw std::bad_alloc();
    a = Descriptor(ends[0]);
    b = Descriptor(ends[1]);
  }
};

struct Line {
  Channel a, b;

  Line() : Line(Ends()) {}
  explicit Line(Ends ends) : a(std::move(ends.a)), b(std::move(ends.b)) {}
};

void put(const Descriptor& socket, const std::string& bytes) {
  ASSERT_EQ(write(socket.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
}

/// What a message is on the socket.
template <class Message>
std::string bytes_of(const Message& message) {
  Ends ends;
  Channel(std::move(ends.a)).send(message);
  std::string bytes(4096, '\0');
  const ssize_t count = read(ends.b.get(), bytes.data(), bytes.size());
  bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return bytes;
}

Descriptor file_of(const std::string& text) {
  Descriptor file(memfd_create("test", MFD_CLOEXEC));
  put(file, text);
  return file;
}

std::string text_of(const Descriptor& file) {
  std::string text(100, '\0');
  const ssize_t count = pread(file.get(), text.data(), text.size(), 0);
  text.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
  return text;
}

std::size_t open_files() {
  const std::filesystem::directory_iterator open("/proc/self/fd");
  return static_cast<std::size_t>(std::distance(begin(open), end(open)));
}

TEST(Channel, KeepsTheOrderOfMessages) {
  Line line;
  for (int i = 1; i <= 200; ++i) line.a.send(Picture{i, {}});
  line.a.send(Go{});
  for (int i = 1; i <= 200; ++i) EXPECT_EQ(message_of<Picture>(line.b.receive().value()).page, i);
  EXPECT_EQ(line.b.receive().value().type, MessageType::go);
  line.b.send(Skip{});
  EXPECT_EQ(line.a.receive().value().type, MessageType::skip);
}

TEST(Channel, SendsWhatWaitsWithTheNextMessage) {
  Line line;
  line.a.put(Picture{1, {}});
  line.a.put(Picture{2, {}});
  EXPECT_TRUE(line.b.fill());
  EXPECT_FALSE(line.b.next());
  line.a.send(Go{});
  for (int i = 1; i <= 2; ++i) EXPECT_EQ(message_of<Picture>(line.b.receive().value()).page, i);
  EXPECT_EQ(line.b.receive().value().type, MessageType::go);
}

TEST(Channel, SendsWhatWaitsWhenItIsMuch) {
  Line line;
  std::thread reader([&] {
    for (int i = 1; i <= 4; ++i) EXPECT_EQ(message_of<Picture>(line.b.receive().value()).page, i);
  });
  for (int i = 1; i <= 5; ++i) line.a.put(Picture{i, std::string(2u << 20, 'x')});
  reader.join();
}

TEST(Channel, PutsPiecesTogether) {
  const std::string bytes = bytes_of(Content{"abc"}) + bytes_of(Go{}) + bytes_of(Picture{3, "4"});
  Ends ends;
  Channel channel(std::move(ends.a));
  std::vector<MessageType> types;
  for (char byte : bytes) {
    put(ends.b, std::string(1, byte));
    EXPECT_TRUE(channel.fill());
    while (auto frame = channel.next()) types.push_back(frame->type);
  }
  EXPECT_THAT(types, testing::ElementsAre(MessageType::content, MessageType::go, MessageType::picture));
}

TEST(Channel, TakesWhatHasComeAndDoesNotWait) {
  Line line;
  EXPECT_TRUE(line.b.fill());
  EXPECT_FALSE(line.b.next());
  line.a.send(Go{});
  line.a.send(Skip{});
  EXPECT_TRUE(line.b.fill());
  EXPECT_TRUE(line.b.next());
  EXPECT_TRUE(line.b.next());
  EXPECT_FALSE(line.b.next());
}

TEST(Channel, CarriesLongMessages) {
  Line line;
  std::string bytes(5u << 20, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * i >> 7);
  std::thread sender([&] {
    for (int table = 0; table < 3; ++table) line.a.send(Rows{{table, bytes}});
  });
  for (int table = 0; table < 3; ++table) {
    auto rows = message_of<Rows>(line.b.receive().value());
    EXPECT_EQ(rows.rows.table, table);
    EXPECT_TRUE(rows.rows.bytes == bytes);
  }
  sender.join();
}

TEST(Channel, RefusesAMessageWithoutEnd) {
  Ends ends;
  Channel channel(std::move(ends.a));
  auto size = static_cast<std::uint32_t>(Channel::kMaxBody + 1);
  std::string head(sizeof size, '\0');
  std::memcpy(head.data(), &size, sizeof size);
  put(ends.b, head + '\0');
  EXPECT_TRUE(channel.fill());
  EXPECT_THROW(channel.next(), ProtocolError);
}

TEST(Channel, SeesThatTheOtherEndIsClosed) {
  Ends ends;
  Channel channel(std::move(ends.a));
  put(ends.b, bytes_of(Go{}) + bytes_of(Content{"cut off"}).substr(0, 6));
  ends.b.reset();
  EXPECT_FALSE(channel.fill());
  EXPECT_TRUE(channel.next());
  EXPECT_FALSE(channel.next());
  EXPECT_FALSE(channel.receive());
  EXPECT_THROW(channel.send(Go{}), ProtocolError);
}

TEST(Channel, CarriesDescriptorsInOrder) {
  Line line;
  for (const char* text : {"一", "二", "三"}) line.a.send(Entry{text, 1}, file_of(text).get());
  line.a.send(Go{});
  for (const char* text : {"一", "二", "三"}) {
    EXPECT_EQ(message_of<Entry>(line.b.receive().value()).name, text);
    Descriptor file = line.b.take_descriptor();
    EXPECT_EQ(text_of(file), text);
    EXPECT_EQ(fcntl(file.get(), F_GETFD), FD_CLOEXEC);
  }
  EXPECT_TRUE(line.b.receive());
  EXPECT_THROW(line.b.take_descriptor(), ProtocolError);
}

TEST(Channel, IsNotFloodedWithDescriptors) {
  const std::size_t before = open_files();
  {
    Line line;
    Descriptor file = file_of("x");
    for (int i = 0; i < 200; ++i) {
      line.a.send(Go{}, file.get());
      EXPECT_TRUE(line.b.fill());
    }
    EXPECT_LT(open_files(), before + 100);
  }
  EXPECT_EQ(open_files(), before);
}

/// Two in one message are none of ours, and the second has no owner.
TEST(Channel, TakesOneDescriptorAMessage) {
  const std::size_t before = open_files();
  {
    Ends ends;
    Channel channel(std::move(ends.a));
    Descriptor file = file_of("x");
    std::string bytes = bytes_of(Go{});
    iovec part{bytes.data(), bytes.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(2 * sizeof(int))> room{};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = room.data();
    header.msg_controllen = room.size();
    cmsghdr* control = CMSG_FIRSTHDR(&header);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(2 * sizeof(int));
    const std::array<int, 2> both{file.get(), file.get()};
    std::memcpy(CMSG_DATA(control), both.data(), sizeof both);
    ASSERT_GT(sendmsg(ends.b.get(), &header, 0), 0);
    EXPECT_TRUE(channel.fill());
    EXPECT_TRUE(channel.next());
    channel.take_descriptor();
  }
  EXPECT_EQ(open_files(), before);
}

}  // namespace
}  // namespace ziping
