#include "worker/sandbox.h"

#include "base/files.h"
#include "in_child.h"
#include "pattern/pattern_set.h"
#include "pipeline.h"
#include "record/schema.h"
#include "worker/sandbox_calls.h"
#include "worker/sandbox_files.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <new>
#include <vector>

namespace ziping {
namespace {

namespace fs = std::filesystem;
using testing::in_child;

constexpr std::size_t kMegabyte = 1 << 20;

/// A folder that may be read and one that may not, with a file each.
class Sandbox : public ::testing::Test {
 protected:
  Sandbox() {
    std::string name = (fs::temp_directory_path() / "ziping-sandbox-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    for (const char* part : {"readable", "other"}) {
      fs::create_directory(folder_ + "/" + part);
      std::ofstream(folder_ + "/" + part + "/file") << "content";
    }
    limits_ = {
        .memory_bytes = 128 * kMegabyte, .memory_file_bytes = kMegabyte, .readable = {folder_ + "/readable"}};
  }
  ~Sandbox() override { fs::remove_all(folder_); }

  std::string inside() const { return folder_ + "/readable/file"; }
  std::string outside() const { return folder_ + "/other/file"; }

  /// What `work` gives inside the sandbox.
  std::string sandboxed(const std::function<std::string()>& work) const {
    return in_child([&] {
      enter_sandbox(limits_);
      return work();
    });
  }

  /// What this machine has.
  SandboxReport applied() const {
    const std::string said = in_child([this] {
      const SandboxReport report = enter_sandbox(limits_);
      return fmt::format("{} {} {}", int{report.seccomp}, report.landlock, int{report.memory});
    });
    int seccomp = 0, memory = 0;
    SandboxReport report;
    EXPECT_EQ(std::sscanf(said.c_str(), "%d %d %d", &seccomp, &report.landlock, &memory), 3) << said;
    report.seccomp = seccomp != 0;
    report.memory = memory != 0;
    return report;
  }

  std::string folder_;
  SandboxLimits limits_;
};

#define SKIP_WITHOUT(part) \
  if (!applied().part) GTEST_SKIP() << "this machine has no " #part

/// "done", or the name of the error.
std::string outcome(long result) {
  return result >= 0 ? "done" : strerrorname_np(errno);
}

std::string content_of(int descriptor) {
  char buffer[64];
  const ssize_t count = read(descriptor, buffer, sizeof buffer);
  return count < 0 ? outcome(count) : std::string(buffer, static_cast<std::size_t>(count));
}

struct Attempt {
  const char* what;
  std::function<long()> call;
};

TEST_F(Sandbox, ForbidsCalls) {
  SKIP_WITHOUT(seccomp);
  const std::string made = folder_ + "/readable/made", file = inside();
  void* page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  const rlimit more = {4096, 4096};
  const int open_file = open(file.c_str(), O_RDWR);
  const std::vector<Attempt> attempts = {
      {"open for writing", [&] { return open(file.c_str(), O_WRONLY); }},
      {"open for both", [&] { return open(file.c_str(), O_RDWR | O_APPEND); }},
      {"truncate by opening", [&] { return open(file.c_str(), O_RDONLY | O_TRUNC); }},
      {"create", [&] { return open(made.c_str(), O_RDONLY | O_CREAT, 0600); }},
      {"create without a name", [&] { return open(folder_.c_str(), O_TMPFILE | O_RDWR, 0600); }},
      {"the old open", [&] { return syscall(SYS_open, file.c_str(), O_WRONLY); }},
      {"creat", [&] { return syscall(SYS_creat, made.c_str(), 0600); }},
      {"mkdir", [&] { return mkdir(made.c_str(), 0700); }},
      {"unlink", [&] { return unlink(file.c_str()); }},
      {"rename", [&] { return rename(file.c_str(), made.c_str()); }},
      {"link", [&] { return link(file.c_str(), made.c_str()); }},
      {"symlink", [&] { return symlink(file.c_str(), made.c_str()); }},
      {"chmod", [&] { return chmod(file.c_str(), 0777); }},
      {"truncate", [&] { return truncate(file.c_str(), 0); }},
      {"chdir", [&] { return chdir("/"); }},
      {"socket", [&] { return socket(AF_INET, SOCK_STREAM, 0); }},
      {"local socket", [&] { return socket(AF_UNIX, SOCK_STREAM, 0); }},
      {"fork", [&] { return fork(); }},
      {"clone3", [&] { return syscall(SYS_clone3, nullptr, 0); }},
      {"execve", [&] { return execl("/bin/true", "true", nullptr); }},
      {"ptrace", [&] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr); }},
      {"kill", [&] { return kill(getppid(), 0); }},
      {"tgkill", [&] { return syscall(SYS_tgkill, getppid(), getppid(), 0); }},
      {"mmap as code",
       [&] {
         return mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
                    ? -1
                    : 0;
       }},
      {"memory becomes code", [&] { return mprotect(page, 4096, PROT_READ | PROT_EXEC); }},
      {"raise a limit", [&] { return setrlimit(RLIMIT_NOFILE, &more); }},
      {"limit of another", [&] { return prlimit(getppid(), RLIMIT_CPU, &more, nullptr); }},
      {"become traceable", [&] { return prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); }},
      {"signals by fcntl", [&] { return fcntl(open_file, F_SETOWN, getppid()); }},
      {"ioctl", [&] { return syscall(SYS_ioctl, open_file, 0x5412 /* TIOCSTI */, page); }},
      {"io_uring", [&] { return syscall(SYS_io_uring_setup, 1, page); }},
  };
  for (const Attempt& attempt : attempts)
    EXPECT_EQ(sandboxed([&] { return outcome(attempt.call()); }), "EPERM") << attempt.what;
  EXPECT_TRUE(fs::exists(file));
  EXPECT_FALSE(fs::exists(made));
  close(open_file);
  munmap(page, 4096);
}

TEST_F(Sandbox, OpensNothingWhereNothingIsReadable) {
  SKIP_WITHOUT(seccomp);
  limits_.readable.clear();
  EXPECT_EQ(sandboxed([&] { return outcome(open(inside().c_str(), O_RDONLY)); }), "EPERM");
}

TEST_F(Sandbox, MakesFilesInMemoryOnlyWhereTheyAreAskedFor) {
  SKIP_WITHOUT(seccomp);
  limits_.memory_file_bytes = 0;
  EXPECT_EQ(sandboxed([] { return outcome(memfd_create("entry", MFD_CLOEXEC)); }), "EPERM");
}

TEST_F(Sandbox, ReadsOnlyWhatIsReadable) {
  SKIP_WITHOUT(landlock);
  EXPECT_EQ(sandboxed([&] { return content_of(open(inside().c_str(), O_RDONLY)); }), "content");
  EXPECT_EQ(sandboxed([&] { return outcome(open((folder_ + "/readable").c_str(), O_RDONLY | O_DIRECTORY)); }),
            "done");
  EXPECT_EQ(sandboxed([&] { return outcome(open(outside().c_str(), O_RDONLY)); }), "EACCES");
  EXPECT_EQ(sandboxed([&] { return outcome(open((folder_ + "/readable/../other/file").c_str(), O_RDONLY)); }),
            "EACCES");
  EXPECT_EQ(sandboxed([&] { return outcome(open("/proc/self/maps", O_RDONLY)); }), "EACCES");
}

/// Either part protects the files where the other is missing.
TEST_F(Sandbox, EachPartForbidsWritingAlone) {
  const std::string file = inside();
  auto attempt = [&] { return outcome(open(file.c_str(), O_WRONLY)); };
  const std::string by_calls = in_child([&] { return restrict_calls(limits_) ? attempt() : "no seccomp"; });
  if (by_calls != "no seccomp") {
    EXPECT_EQ(by_calls, "EPERM");
  }
  const std::string by_files =
      in_child([&] { return restrict_files(limits_.readable) > 0 ? attempt() : "no landlock"; });
  if (by_files != "no landlock") {
    EXPECT_EQ(by_files, "EACCES");
  }
}

TEST_F(Sandbox, LandlockAloneForbidsFilesAndTcp) {
  const int abi = applied().landlock;
  if (abi == 0) GTEST_SKIP() << "this machine has no landlock";
  const std::string file = inside(), made = folder_ + "/readable/made";
  auto outcome_of = [&](const std::function<long()>& call) {
    return in_child([&] {
      restrict_files(limits_.readable);
      return outcome(call());
    });
  };
  EXPECT_EQ(outcome_of([&] { return open(made.c_str(), O_WRONLY | O_CREAT, 0600); }), "EACCES");
  EXPECT_EQ(outcome_of([&] { return unlink(file.c_str()); }), "EACCES");
  EXPECT_EQ(outcome_of([&] { return mkdir(made.c_str(), 0700); }), "EACCES");
  if (abi < 4) return;
  const sockaddr address = {.sa_family = AF_INET, .sa_data = {0, 9, 127, 0, 0, 1}};
  EXPECT_EQ(outcome_of([&] { return connect(socket(AF_INET, SOCK_STREAM, 0), &address, sizeof address); }),
            "EACCES");
}

TEST_F(Sandbox, WritesNoByteToAFileThatIsOpen) {
  limits_.memory_file_bytes = 0;
  const int file = open(inside().c_str(), O_RDWR);
  EXPECT_EQ(sandboxed([&] { return outcome(write(file, "x", 1)); }), "EFBIG");
  close(file);
  EXPECT_EQ(read_file(inside()), "content");
}

TEST_F(Sandbox, WritesFilesInMemoryUpToTheirLimit) {
  EXPECT_EQ(sandboxed([] {
              const int file = memfd_create("entry", MFD_CLOEXEC);
              const std::string bytes(kMegabyte, 'x');
              const std::string whole = outcome(write(file, bytes.data(), bytes.size()));
              const std::string more = outcome(write(file, "x", 1));
              return whole + " " + more + " " + outcome(ftruncate(file, 2 * kMegabyte)) + " " +
                     outcome(ftruncate(file, 10));
            }),
            "done EFBIG EFBIG done");
}

/// A message of one byte with a descriptor, as parent and workers exchange it.
struct Parcel {
  explicit Parcel(int descriptor = -1) {
    message.msg_iov = &content;
    message.msg_iovlen = 1;
    message.msg_control = room;
    message.msg_controllen = sizeof room;
    if (descriptor < 0) return;
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof descriptor);
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
  }

  int descriptor() {
    const cmsghdr* header = CMSG_FIRSTHDR(&message);
    int found = -1;
    if (header != nullptr) std::memcpy(&found, CMSG_DATA(header), sizeof found);
    return found;
  }

  char byte = 'x';
  iovec content = {&byte, 1};
  alignas(cmsghdr) char room[CMSG_SPACE(sizeof(int))] = {};
  msghdr message = {};
};

TEST_F(Sandbox, PassesDescriptorsBothWays) {
  int ends[2];
  ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
  const int file = open(outside().c_str(), O_RDONLY);
  Parcel sent(file);
  ASSERT_EQ(sendmsg(ends[0], &sent.message, 0), 1);
  EXPECT_EQ(sandboxed([&] {
              Parcel parcel;
              if (recvmsg(ends[1], &parcel.message, MSG_CMSG_CLOEXEC) != 1) return outcome(-1);
              const int made = memfd_create("entry", MFD_CLOEXEC);
              if (write(made, "made", 4) != 4 || lseek(made, 0, SEEK_SET) != 0) return outcome(-1);
              Parcel answer(made);
              if (sendmsg(ends[1], &answer.message, 0) != 1) return outcome(-1);
              return content_of(parcel.descriptor());
            }),
            "content");
  Parcel parcel;
  ASSERT_EQ(recvmsg(ends[0], &parcel.message, 0), 1);
  EXPECT_EQ(content_of(parcel.descriptor()), "made");
  for (int descriptor : {parcel.descriptor(), file, ends[0], ends[1]}) close(descriptor);
}

TEST_F(Sandbox, BoundsDescriptors) {
  EXPECT_EQ(sandboxed([] {
              std::vector<int> open;
              for (int next; (next = fcntl(0, F_DUPFD, 0)) >= 0;) open.push_back(next);
              const std::string end = outcome(-1);
              for (int each : open) close(each);  // sanitizers need some
              return fmt::format("{} {}", end, open.size() >= 32 && open.size() < 64);
            }),
            "EMFILE true");
}

TEST_F(Sandbox, BoundsMemory) {
  SKIP_WITHOUT(memory);
  EXPECT_EQ(sandboxed([] {
              std::vector<std::unique_ptr<char[]>> blocks;
              std::string end;
              try {
                while (blocks.size() < 1000) blocks.push_back(std::make_unique<char[]>(kMegabyte));
              } catch (const std::bad_alloc&) {
                end = fmt::format("{} ", blocks.size() > 64 && blocks.size() < 512);
              }
              blocks.clear();
              return end + (std::make_unique<char[]>(64 * kMegabyte) ? "and goes on" : "");
            }),
            "true and goes on");
}

TEST_F(Sandbox, AbortsAsElsewhere) {
  EXPECT_EQ(sandboxed([]() -> std::string { std::abort(); }), fmt::format("signal {}", SIGABRT));
}

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void spin_until(double seconds) {
  while (cpu_seconds() < seconds) {
  }
}

TEST_F(Sandbox, EndsAtItsCpuTime) {
  EXPECT_EQ(sandboxed([]() -> std::string {
              allow_cpu(0.1);
              spin_until(5);
              return "not ended";
            }),
            fmt::format("signal {}", SIGXCPU));
}

TEST_F(Sandbox, IsAllowedMoreCpuTimeAgain) {
  EXPECT_EQ(sandboxed([] {
              allow_cpu(0.1);
              spin_until(0.5);
              allow_cpu(1);
              spin_until(1.3);
              return std::string("alive");
            }),
            "alive");
}

TEST_F(Sandbox, SaysWhatApplied) {
  const SandboxLimits limits;
  EXPECT_EQ((SandboxReport{true, 7, true}).str(limits), "seccomp, landlock 7, 1024 MB");
  EXPECT_EQ((SandboxReport{false, 2, false}).str(limits), "landlock 2");
  EXPECT_EQ(SandboxReport().str(limits), "none");
}

std::string rows_of(const std::string& name, const std::string& bytes, const PatternSet& patterns) {
  const DocumentResult document = process({name, bytes, ""}, patterns);
  std::string out;
  for (const Table& table : tables())
    table.rows(document, [&](const Row& row) {
      for (const std::string& cell : row) out += cell + "\t";
      out += "\n";
    });
  return out;
}

/// Fonts of GBK need files of poppler-data; nothing else is opened, and no call is missing.
TEST_F(Sandbox, ReadsDocumentsAsElsewhere) {
  const PatternSet patterns = PatternSet::load(ZIPING_PATTERN_DIR);
  limits_.readable = {"/usr/share/poppler"};
  limits_.memory_bytes = 1024 * kMegabyte;
  for (const char* folder : {"culture-department-gbk", "water-city-transfer", "employment-gb18030"}) {
    fs::path path = fs::path(ZIPING_SOURCE_DIR) / "corpus" / folder / "report.pdf";
    if (!fs::exists(path)) path.replace_extension("txt");
    const std::string bytes = read_file(path.string());
    const std::string before = in_child([&] { return rows_of(path.filename(), bytes, patterns); });
    EXPECT_EQ(sandboxed([&] { return rows_of(path.filename(), bytes, patterns); }), before) << folder;
    EXPECT_GT(before.size(), 10000U) << folder;
  }
}

}  // namespace
}  // namespace ziping
