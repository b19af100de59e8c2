#include "cli/inspect_dates.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

const DateQuestion kNovember{"en", "2026-11-20T09:00:00Z"};

TEST(InspectDates, ALineIsAnsweredWithItsOwnLanguageAndDay) {
  const Json answer = answer_date_line(
      R"({"id":"a","text":"gestern","language":"de","published":"2026-03-01"})", kNovember);
  EXPECT_EQ(answer["id"].as_string(), "a");
  EXPECT_EQ(answer["dates"].items().at(0)["resolved"].as_string(), "2026-02-28");
}

TEST(InspectDates, WhatALineLeavesOutIsTakenFromTheOptions) {
  const Json answer = answer_date_line(R"({"text":"It rained yesterday."})", kNovember);
  EXPECT_FALSE(answer.contains("id"));
  const Json& date = answer["dates"].items().at(0);
  EXPECT_EQ(date["resolved"].as_string(), "2026-11-19");
  EXPECT_EQ(date["begin"].as_int(), 10);
  EXPECT_EQ(date["end"].as_int(), 19);
}

TEST(InspectDates, AnIntervalNamesItsFirstAndLastDay) {
  const auto dates = dates_json("last week", kNovember);
  ASSERT_TRUE(dates);
  EXPECT_EQ(dates->items().at(0)["first"].as_string(), "2026-11-09");
  EXPECT_EQ(dates->items().at(0)["last"].as_string(), "2026-11-15");
}

TEST(InspectDates, ALineThatCannotBeReadIsAnsweredWithWhatIsWrong) {
  EXPECT_TRUE(answer_date_line("{", kNovember).contains("error"));
  EXPECT_TRUE(answer_date_line(R"({"language":"de"})", kNovember).contains("error"));
  EXPECT_TRUE(answer_date_line(R"({"text":"x","published":"soon"})", kNovember).contains("error"));
}

}  // namespace
}  // namespace kaynak
