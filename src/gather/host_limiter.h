/// @file Politeness: one request at a time to a host, and a pause between two.
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "base/time.h"

namespace kaynak {

/// Hands out turns per host. Thread-safe; must outlive its turns.
class HostLimiter {
 public:
  /// The right to ask one host; given back when the value goes. Move-only.
  class Turn {
   public:
    Turn(Turn&& other) noexcept
        : limiter_(std::exchange(other.limiter_, nullptr)), host_(std::move(other.host_)) {}
    Turn& operator=(Turn&&) = delete;
    ~Turn() {
      if (limiter_) limiter_->release(host_);
    }

   private:
    friend class HostLimiter;
    Turn(HostLimiter* limiter, std::string host) : limiter_(limiter), host_(std::move(host)) {}
    HostLimiter* limiter_;
    std::string host_;
  };

  /// `min_delay` from the end of one request to the beginning of the next; 0 for tests.
  explicit HostLimiter(Milliseconds min_delay = Milliseconds(1000)) : min_delay_(min_delay) {}

  /// Waits for the host's turn. `at_least` lengthens the pause (a crawl delay); it is capped at a
  /// minute, so that one host cannot park a worker for long.
  Turn wait(std::string_view host, Milliseconds at_least = Milliseconds(0));

 private:
  using Steady = std::chrono::steady_clock;
  struct Host {
    bool busy = false;
    std::size_t waiting = 0;
    Steady::time_point free_since{};
    bool asked = false;
  };
  void release(const std::string& host);
  void forget_idle(Steady::time_point now);

  Milliseconds min_delay_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, Host> hosts_;
};

}  // namespace kaynak
