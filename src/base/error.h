#pragma once

#include <stdexcept>
#include <string>

namespace ziping {

/// A wrong command line. Ends the program with exit code 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A faulty pattern file; the message begins with `file:line:`. Ends the program with exit code 2.
struct PatternError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A document that cannot be read. Fails that document only; the run goes on and exits with 1.
/// `code` is a short stable word for tables (`password`, `damaged`, `empty`, `not_text`, ...).
struct InputError : std::runtime_error {
  InputError(std::string word, const std::string& message)
      : std::runtime_error(message), code(std::move(word)) {}
  std::string code;
};

/// Something this machine lacks (poppler-data, a pattern folder). Ends the program with exit code 2.
struct SetupError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The output cannot be written (folder not writable, disk full). Ends the program with exit code 1.
struct OutputError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace ziping
