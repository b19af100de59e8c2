#include "gather/host_limiter.h"

#include <algorithm>

namespace kaynak {
namespace {
constexpr std::size_t kManyHosts = 10000;
constexpr Milliseconds kLongestPause{60000};
}  // namespace

HostLimiter::Turn HostLimiter::wait(std::string_view host, Milliseconds at_least) {
  const auto pause = std::min(std::max(min_delay_, at_least), kLongestPause);
  std::unique_lock lock(mutex_);
  if (hosts_.size() > kManyHosts) forget_idle(Steady::now());
  auto& state = hosts_[std::string(host)];
  ++state.waiting;
  for (;;) {
    const auto ready = state.free_since + pause;
    if (state.busy)
      changed_.wait(lock);
    else if (state.asked && Steady::now() < ready)
      changed_.wait_until(lock, ready);
    else
      break;
  }
  --state.waiting;
  state.busy = state.asked = true;
  return Turn(this, std::string(host));
}

void HostLimiter::release(const std::string& host) {
  {
    const std::lock_guard lock(mutex_);
    auto& state = hosts_[host];
    state.busy = false;
    state.free_since = Steady::now();
  }
  changed_.notify_all();
}

void HostLimiter::forget_idle(Steady::time_point now) {
  for (auto it = hosts_.begin(); it != hosts_.end();) {
    const auto& state = it->second;
    const bool idle = !state.busy && state.waiting == 0 && state.free_since + kLongestPause < now;
    it = idle ? hosts_.erase(it) : std::next(it);
  }
}

}  // namespace kaynak
