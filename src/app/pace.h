#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace ziping {

/// How fast something goes now: a mean over the past in which a second counts half as much as one that is
/// `half_life` seconds younger.
class Pace {
 public:
  explicit Pace(double half_life) : half_life_(half_life) {}

  /// `total` has been reached at `seconds`; neither ever falls.
  void reach(double seconds, double total);
  /// 0 where no time has passed.
  double per_second() const;

 private:
  double half_life_;
  double last_seconds_ = 0, last_total_ = 0;
  double seconds_ = 0, amount_ = 0;  ///< both weighed by age
};

/// When a run will end, by the pace of its inputs.
class TimeLeft {
 public:
  /// `kept` of the inputs done took no time, since an earlier run had read them: they say nothing of the
  /// pace.
  void reach(double seconds, std::size_t inputs, std::size_t done, std::size_t kept);
  /// Empty until enough has been read to tell: ten seconds and five inputs.
  std::optional<double> seconds() const;

 private:
  Pace pace_{60};
  double seconds_ = 0;
  std::size_t left_ = 0, read_ = 0;
};

/// A time to come, in words as exact as it is known: `about 40 s`, `about 12 min`, `about 3 h 20 min`.
std::string about(double seconds);

/// A time that has passed: `39 s`, `12 min 5 s`, `3 h 20 min`.
std::string duration(double seconds);

}  // namespace ziping
