#include "app/status_line.h"

#include <utility>

namespace ziping {
namespace {

constexpr double kSecondsBetween = 0.1;
constexpr const char* kErase = "\r\x1b[K";

}  // namespace

StatusLine::StatusLine(TextSink write, Clock clock)
    : write_(std::move(write)), clock_(std::move(clock)), shown_at_(clock_()) {}

StatusLine::~StatusLine() {
  clear();
}

bool StatusLine::due() const {
  return clock_() - shown_at_ >= kSecondsBetween;
}

void StatusLine::show(const std::string& line) {
  shown_at_ = clock_();
  line_ = line;
  write_(kErase + line);
}

void StatusLine::print_above(const std::string& line) {
  write_((line_.empty() ? "" : kErase) + line + "\n" + line_);
}

void StatusLine::clear() {
  if (line_.empty()) return;
  write_(kErase);
  line_.clear();
}

}  // namespace ziping
