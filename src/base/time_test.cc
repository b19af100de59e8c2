#include "base/time.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

std::string iso(std::string_view text) {
  const auto t = parse_iso8601(text);
  return t ? to_rfc3339(*t) : "none";
}
std::string rfc822(std::string_view text) {
  const auto t = parse_rfc822(text);
  return t ? to_rfc3339(*t) : "none";
}

TEST(Time, ReadsTheIsoFormsOfTheWeb) {
  EXPECT_EQ(iso("2026-11-25"), "2026-11-25T00:00:00Z");
  EXPECT_EQ(iso("2026-11-25T03:04:05Z"), "2026-11-25T03:04:05Z");
  EXPECT_EQ(iso("2026-11-25 03:04"), "2026-11-25T03:04:00Z");
  EXPECT_EQ(iso("2026-11-25T23:30:00.123+07:00"), "2026-11-25T23:30:00+07:00");
  EXPECT_EQ(iso("2026-11-25T23:30:00+0300"), "2026-11-25T23:30:00+03:00");
  EXPECT_EQ(iso("20261125T0304"), "2026-11-25T03:04:00Z");
}

TEST(Time, RefusesWhatIsNoDate) {
  EXPECT_EQ(iso("2026-13-01"), "none");
  EXPECT_EQ(iso("2026-02-30"), "none");
  EXPECT_EQ(iso("yesterday"), "none");
  EXPECT_EQ(iso("1234567890"), "none");
  EXPECT_EQ(iso(""), "none");
}

TEST(Time, ReadsTheDatesOfFeedsAndHeaders) {
  EXPECT_EQ(rfc822("Wed, 25 Nov 2026 03:04:05 +0300"), "2026-11-25T03:04:05+03:00");
  EXPECT_EQ(rfc822("25 Nov 26 03:04 GMT"), "2026-11-25T03:04:00Z");
  EXPECT_EQ(rfc822("Wed, 25 November 2026 03:04:05 EST"), "2026-11-25T03:04:05-05:00");
  EXPECT_EQ(rfc822("Wednesday"), "none");
  EXPECT_EQ(rfc822("Wed, 25 Foo 2026 03:04:05 GMT"), "none");
}

TEST(Time, KeepsTheDayAsWritten) {
  const auto t = parse_iso8601("2026-11-26T01:00:00+07:00");
  ASSERT_TRUE(t);
  EXPECT_EQ(to_day(*t), "2026-11-26");
  EXPECT_EQ(to_rfc3339(t->utc), "2026-11-25T18:00:00Z");
  EXPECT_FALSE(parse_iso8601("2026-11-26")->has_time);
  EXPECT_EQ(
      (parse_iso8601("2026-11-26T01:00:00.25Z")->utc - parse_iso8601("2026-11-26T01:00:00Z")->utc)
          .count(),
      250);
}

TEST(Time, PrintsHttpDatesThatParse) {
  const auto t = parse_iso8601("2026-11-05T03:04:05Z");
  EXPECT_EQ(to_http_date(t->utc), "Thu, 05 Nov 2026 03:04:05 GMT");
  EXPECT_EQ(parse_rfc822(to_http_date(t->utc))->utc, t->utc);
}

}  // namespace
}  // namespace kaynak
