#include "gather/schedule.h"

#include <algorithm>
#include <cmath>

namespace kaynak {
namespace {

// Chosen by eval/poll_sweep: 79 polls a source and day, and an item is found 3.8 minutes after it
// came; asking every quarter of an hour is 96 polls and 7.5 minutes.
constexpr double kWaitAtOneADay = 120 * 60;  ///< seconds
constexpr double kQuickDays = 2.0 / 24, kSteadyDays = 3, kQuickWeight = 0.5;
constexpr double kFirstGuess = 4;  ///< items a day

constexpr double kDay = 86400;
constexpr Seconds kFirstRetry{300}, kFirstLook{1800}, kFirstPageTry{60};

Milliseconds part_of(Seconds whole, double share) {
  return Milliseconds(static_cast<std::int64_t>(static_cast<double>(whole.count()) * share * 1000));
}

}  // namespace

void learn_rhythm(FetchState* s, int fresh, Time now) {
  if (s->last_success == Time{}) {
    s->quick_rate = s->steady_rate = kFirstGuess;
    return;
  }
  const auto gap = std::chrono::duration<double>(now - s->last_success).count() / kDay;
  if (gap <= 0) return;
  const double rate = fresh / gap;
  s->quick_rate += (rate - s->quick_rate) * (1 - std::exp(-gap / kQuickDays));
  s->steady_rate += (rate - s->steady_rate) * (1 - std::exp(-gap / kSteadyDays));
}

Time next_poll(const FetchState& s, std::optional<Seconds> fresh_for, Time now, double jitter,
               const ScheduleOptions& options) {
  const double rate = kQuickWeight * s.quick_rate + (1 - kQuickWeight) * s.steady_rate;
  const double most = static_cast<double>(options.poll_most.count());
  const double wanted = rate > 0 ? std::min(most, kWaitAtOneADay / std::sqrt(rate)) : most;
  auto wait = std::max(options.poll_least, Seconds(static_cast<std::int64_t>(wanted)));
  if (fresh_for) wait = std::max(wait, std::min(*fresh_for, options.poll_most));
  return std::max(now + wait + part_of(wait, jitter / 10), s.not_before);
}

Time next_try(const FetchState& s, Time now, double jitter, const ScheduleOptions& options) {
  const auto doublings = std::clamp(s.failures - 1, 0, 20);
  const auto first = std::min(std::max(kFirstRetry, options.poll_least), options.poll_most);
  const auto wait = std::min(options.poll_most, first * (1 << doublings));
  return std::max(now + part_of(wait, 0.9 + jitter / 5), s.not_before);
}

std::optional<Time> next_look(const FetchState& s, Time now, const ScheduleOptions& options) {
  const auto age = std::chrono::duration_cast<Seconds>(now - s.first_fetched);
  if (s.first_fetched == Time{} || age >= options.recheck_younger_than) return std::nullopt;
  return now + std::max(kFirstLook, age);
}

std::optional<Time> next_page_try(const FetchState& s, Time now, double jitter) {
  if (s.failures >= kMaxPageFailures) return std::nullopt;
  const auto wait = kFirstPageTry * (1 << (2 * std::max(0, s.failures - 1)));
  return std::max(now + part_of(wait, 0.9 + jitter / 5), s.not_before);
}

}  // namespace kaynak
