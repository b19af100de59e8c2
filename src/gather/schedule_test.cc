#include "gather/schedule.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

const Time kNow = parse_iso8601("2026-11-20T06:00:00Z")->utc;
const ScheduleOptions kOptions;

/// Minutes until the next poll of a source that had `fresh` new items in each of the last polls.
double settled_wait(int items_a_day) {
  FetchState s;
  Time now = kNow;
  double owed = 0;
  for (int i = 0; i < 3000; ++i) {
    const auto before = s.last_success;
    owed += before == Time{}
                ? 0
                : std::chrono::duration<double>(now - before).count() / 86400 * items_a_day;
    learn_rhythm(&s, static_cast<int>(owed), now);
    owed -= static_cast<int>(owed);
    s.last_success = now;
    now = next_poll(s, {}, now, 0, kOptions);
  }
  return std::chrono::duration<double>(now - s.last_success).count() / 60;
}

TEST(Schedule, FollowsEachSourcesRhythm) {
  EXPECT_NEAR(settled_wait(16), 30, 5);
  EXPECT_NEAR(settled_wait(144), 10, 2);
  EXPECT_EQ(settled_wait(100000), 2);
  EXPECT_EQ(settled_wait(0), 24 * 60);
}

TEST(Schedule, ANewSourceIsAskedAgainWithinTheHour) {
  FetchState s;
  learn_rhythm(&s, 50, kNow);
  EXPECT_EQ(next_poll(s, {}, kNow, 0, kOptions), kNow + Seconds(3600));
}

TEST(Schedule, AsksNoSoonerThanTheAnswerAndItsServerAllow) {
  FetchState s;
  s.quick_rate = s.steady_rate = 1e6;
  EXPECT_EQ(next_poll(s, {}, kNow, 0, kOptions), kNow + Seconds(120));
  EXPECT_EQ(next_poll(s, Seconds(1800), kNow, 0, kOptions), kNow + Seconds(1800));
  EXPECT_EQ(next_poll(s, Seconds(7 * 86400), kNow, 0, kOptions), kNow + Seconds(86400));
  s.not_before = kNow + Seconds(200000);
  EXPECT_EQ(next_poll(s, {}, kNow, 0, kOptions), s.not_before);
  s.not_before = {};
  EXPECT_EQ(next_poll(s, {}, kNow, 1, kOptions), kNow + Seconds(132));
}

TEST(Schedule, BacksOffTwiceAsFarAtEachFailure) {
  FetchState s;
  Seconds before{0};
  for (s.failures = 1; s.failures < 8; ++s.failures) {
    const auto wait = std::chrono::duration_cast<Seconds>(next_try(s, kNow, 0.5, kOptions) - kNow);
    EXPECT_GE(wait, before * 2);
    before = wait;
  }
  s.failures = 1000;
  EXPECT_EQ(next_try(s, kNow, 0.5, kOptions), kNow + Seconds(86400));
  EXPECT_LT(next_try(s, kNow, 0, kOptions), next_try(s, kNow, 1, kOptions));
}

TEST(Schedule, LooksAtAYoungPageWheneverItIsTwiceAsOld) {
  FetchState s;
  s.first_fetched = kNow;
  int looks = 0;
  for (std::optional<Time> at = kNow; (at = next_look(s, *at, kOptions));) ++looks;
  EXPECT_EQ(looks, 8);
  EXPECT_FALSE(next_look(FetchState{}, kNow, kOptions)) << "it never came";
}

TEST(Schedule, GivesAPageUpAfterAFewTries) {
  FetchState s;
  int tries = 0;
  for (s.failures = 1; next_page_try(s, kNow, 0); ++s.failures) ++tries;
  EXPECT_EQ(tries, kMaxPageFailures - 1);
}

TEST(FetchState, IsTheSameAfterJson) {
  FetchState s;
  s.url = "https://a.example/feed";
  s.quick_rate = 2.5;
  s.moved_to = "https://b.example/feed";
  s.not_before = s.last_new = kNow;
  s.retired = "gone";
  const auto again = fetch_state_from(to_json(s));
  EXPECT_EQ(to_json(again).dump(), to_json(s).dump());
  EXPECT_EQ(again.not_before, kNow);
  EXPECT_EQ(fetch_kind_from(to_string(FetchKind::section)), FetchKind::section);
}

}  // namespace
}  // namespace kaynak
