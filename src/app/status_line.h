#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace ziping {

/// Where bytes for people go: standard error.
using TextSink = std::function<void(std::string_view)>;
/// Seconds since any fixed moment.
using Clock = std::function<double()>;

/// The last line of a terminal, kept up to date in place. Lines that stay are printed above it.
class StatusLine {
 public:
  StatusLine(TextSink write, Clock clock);
  StatusLine(const StatusLine&) = delete;
  StatusLine& operator=(const StatusLine&) = delete;
  ~StatusLine();

  /// Whether a tenth of a second has passed since the last show().
  bool due() const;
  /// Puts `line` in the place of what was shown; it must fit the terminal.
  void show(const std::string& line);
  void print_above(const std::string& line);
  /// Leaves an empty line.
  void clear();

 private:
  TextSink write_;
  Clock clock_;
  double shown_at_;
  std::string line_;  ///< as shown; empty where nothing is
};

}  // namespace ziping
