/// @file What the server counts, as Prometheus reads it. Thread-safe.
#pragma once

#include <array>
#include <atomic>
#include <string>
#include <utility>
#include <vector>

#include "base/time.h"
#include "serve/live.h"

namespace kaynak::serve_detail {

class Metrics {
 public:
  static constexpr std::array<double, 8> kBuckets{0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5};

  void request(int status, std::chrono::nanoseconds took);
  void comment(CommentOutcome outcome) { ++comments_[static_cast<std::size_t>(outcome)]; }

  /// Text exposition format, with the newsroom's own gauges (names that are no metric's are left
  /// out).
  std::string text(const std::vector<std::pair<std::string, double>>& gauges,
                   std::size_t connections) const;

 private:
  std::array<std::atomic<std::uint64_t>, 6> by_class_{};  ///< 1xx to 5xx by the first digit
  std::array<std::atomic<std::uint64_t>, kBuckets.size() + 1> took_{};
  std::atomic<std::uint64_t> nanoseconds_{0};
  std::array<std::atomic<std::uint64_t>, 7> comments_{};
};

}  // namespace kaynak::serve_detail
