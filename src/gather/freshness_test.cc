#include "gather/freshness.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

const Time kNow = parse_iso8601("2026-11-20T06:00:00Z")->utc;

TEST(Freshness, IsMaxAgeLessAge) {
  EXPECT_EQ(fresh_for({{"cache-control", "public, Max-Age=\"600\""}}, kNow), Seconds(600));
  EXPECT_EQ(fresh_for({{"Cache-Control", "max-age=600"}, {"Age", "540"}}, kNow), Seconds(60));
  EXPECT_FALSE(fresh_for({{"Cache-Control", "max-age=600"}, {"Age", "700"}}, kNow));
  EXPECT_EQ(fresh_for({{"Cache-Control", "max-age=99999999999999999999"}}, kNow),
            Seconds(7 * 86400));
}

TEST(Freshness, IsExpiresLessTheServersOwnDate) {
  const Headers headers = {{"Date", "Fri, 20 Nov 2026 05:00:00 GMT"},
                           {"Expires", "Fri, 20 Nov 2026 05:10:00 GMT"}};
  EXPECT_EQ(fresh_for(headers, kNow), Seconds(600)) << "the server's clock is an hour slow";
  EXPECT_EQ(fresh_for({{"Expires", "Fri, 20 Nov 2026 06:01:00 GMT"}}, kNow), Seconds(60));
  EXPECT_FALSE(fresh_for({{"Expires", "0"}}, kNow));
  EXPECT_EQ(fresh_for({{"Cache-Control", "max-age=5"}, headers[1]}, kNow), Seconds(5));
}

TEST(Freshness, IsNoneWhereTheAnswerForbidsIt) {
  EXPECT_FALSE(fresh_for({{"Cache-Control", "max-age=600, no-cache"}}, kNow));
  EXPECT_FALSE(fresh_for({{"Cache-Control", "no-store"}}, kNow));
  EXPECT_FALSE(fresh_for({}, kNow));
}

TEST(RetryAfter, IsSecondsOrADate) {
  EXPECT_EQ(retry_after({{"Retry-After", "120"}}, kNow), Seconds(120));
  EXPECT_EQ(retry_after({{"Retry-After", "Fri, 20 Nov 2026 07:00:00 GMT"}}, kNow), Seconds(3600));
  EXPECT_EQ(retry_after({{"Retry-After", "999999999"}}, kNow), Seconds(30 * 86400));
  for (const char* none : {"", "0", "-5", "soon", "Fri, 20 Nov 2026 05:00:00 GMT"})
    EXPECT_FALSE(retry_after({{"Retry-After", none}}, kNow)) << none;
}

}  // namespace
}  // namespace kaynak
