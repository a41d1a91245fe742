#include "app/pace.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ziping {
namespace {

constexpr double kSecondsToTell = 10;
constexpr std::size_t kInputsToTell = 5;

}  // namespace

void Pace::reach(double seconds, double total) {
  double passed = seconds - last_seconds_;
  if (passed <= 0) return;
  double weight = std::exp2(-passed / half_life_);
  seconds_ = seconds_ * weight + passed;
  amount_ = amount_ * weight + std::max(total - last_total_, 0.0);
  last_seconds_ = seconds;
  last_total_ = std::max(total, last_total_);
}

double Pace::per_second() const {
  return seconds_ > 0 ? amount_ / seconds_ : 0;
}

void TimeLeft::reach(double seconds, std::size_t inputs, std::size_t done, std::size_t kept) {
  seconds_ = seconds;
  left_ = inputs - std::min(done, inputs);
  read_ = std::max(read_, done - std::min(kept, done));
  pace_.reach(seconds, static_cast<double>(read_));
}

std::optional<double> TimeLeft::seconds() const {
  double pace = pace_.per_second();
  if (seconds_ < kSecondsToTell || read_ < kInputsToTell || pace <= 0) return std::nullopt;
  return static_cast<double>(left_) / pace;
}

std::string about(double seconds) {
  auto rounded = [](double amount, int step) {
    return std::max(std::lround(amount / step) * step, long{step});
  };
  if (seconds < 95) return fmt::format("about {} s", rounded(seconds, 10));
  if (seconds < 95 * 60) return fmt::format("about {} min", rounded(seconds / 60, 1));
  if (seconds > 48 * 3600) return fmt::format("about {} days", rounded(seconds / 86400, 1));
  long minutes = rounded(seconds / 60, 10);
  return fmt::format("about {} h {} min", minutes / 60, minutes % 60);
}

std::string duration(double seconds) {
  long whole = std::lround(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole / 60 % 60);
}

}  // namespace ziping
