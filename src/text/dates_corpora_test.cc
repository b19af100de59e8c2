#include <gtest/gtest.h>

#include <map>

#include "text/dates.h"
#include "text/test_data.h"

namespace kaynak {
namespace {

/// Recognizers-Text: for every date and range of days, weeks, months and years, one of its
/// readings.
TEST(FindDates, AgreeWithRecognizers) {
  const auto rows = text_test::read_rows("dates/recognizers-datetime.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  std::map<std::string, std::pair<std::size_t, std::size_t>> score;
  std::size_t right = 0, all = 0;
  for (const Json& row : rows) {
    if (row["id"].as_string().find("/DateTimeModel/") == std::string::npos) continue;
    const auto reference = parse_iso8601(row["reference"].as_string());
    if (!reference) continue;
    const std::string language = row["lang"].as_string();
    const auto found = find_dates(row["input"].as_string(), language, *reference);
    for (const Json& result : row["results"].items()) {
      const std::string type = result["type"].as_string();
      if (type != "date" && type != "daterange") continue;
      bool ok = false;
      for (const Json& value : result["values"].items()) {
        std::string wanted = value["value"].as_string();
        const std::string start = value["start"].as_string(), end = value["end"].as_string();
        for (const auto& f : found) {
          if (f.resolved == wanted) ok = true;
          const std::string whole = f.resolved.size() == 7   ? f.resolved + "-01"
                                    : f.resolved.size() == 4 ? f.resolved + "-01-01"
                                                             : f.resolved.substr(0, 10);
          if (!start.empty() && whole == start && (f.resolved.size() != 10)) ok = true;
        }
      }
      if (!ok && getenv("KAYNAK_TEST_VERBOSE") != nullptr &&
          language == getenv("KAYNAK_TEST_VERBOSE")) {
        printf("%s | %s @%s → %s, got", row["input"].as_string().c_str(),
               result["text"].as_string().c_str(), row["reference"].as_string().c_str(),
               result["values"].dump().c_str());
        for (const auto& f : found) printf(" %s", f.resolved.c_str());
        printf("\n");
      }
      score[language].first += ok;
      ++score[language].second;
      right += ok;
      ++all;
    }
  }
  for (const auto& [language, s] : score)
    printf("%s %zu/%zu  ", language.c_str(), s.first, s.second);
  printf("\nrecognizers dates: %zu of %zu\n", right, all);
  EXPECT_GE(right, 860u);
}

/// Duckling: the whole input is one date at a grain of a day or more.
TEST(FindDates, AgreeWithDuckling) {
  const auto rows = text_test::read_rows("dates/duckling-time.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  std::map<std::string, std::pair<std::size_t, std::size_t>> score;
  std::size_t right = 0, all = 0;
  for (const Json& row : rows) {
    const std::string grain = row["grain"].as_string(), language = row["lang"].as_string();
    if (row["kind"].as_string() != "instant" ||
        (grain != "day" && grain != "week" && grain != "month" && grain != "year"))
      continue;
    const auto reference = parse_iso8601(row["reference"].as_string());
    const auto found = find_dates(row["input"].as_string(), language, *reference);
    const Json& value = row["value"];
    const std::string start = value.is_array() ? value.items().at(0).as_string().substr(0, 10)
                                               : value.as_string().substr(0, 10);
    const std::size_t length = grain == "year" ? 4 : grain == "month" ? 7 : 10;
    const bool ok =
        found.size() == 1 && found[0].resolved.substr(0, length) == start.substr(0, length) &&
        (grain == "week" ? found[0].resolved.size() == 21 : found[0].resolved.size() == length);
    if (!ok && getenv("KAYNAK_TEST_VERBOSE") != nullptr &&
        language == getenv("KAYNAK_TEST_VERBOSE")) {
      printf("%s → %s %s, got", row["input"].as_string().c_str(), grain.c_str(), start.c_str());
      for (const auto& f : found) printf(" %s", f.resolved.c_str());
      printf("\n");
    }
    score[language].first += ok;
    ++score[language].second;
    right += ok;
    ++all;
  }
  for (const auto& [language, s] : score)
    printf("%s %zu/%zu  ", language.c_str(), s.first, s.second);
  printf("\nduckling dates: %zu of %zu\n", right, all);
  EXPECT_GE(right, 1010u);  // most of the rest are holidays, and weekdays that it looks for ahead
}

/// dateparser: absolute dates with a year, in all its languages, without being told which.
TEST(PageDate, AgreesWithDateparser) {
  const auto rows = text_test::read_rows("dates/dateparser.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  std::size_t right = 0, all = 0;
  for (const Json& row : rows) {
    if (row["id"].as_string().find("test_date_parser/test_dates_parsing") == std::string::npos)
      continue;
    const std::string text = row["case"]["date_string"].as_string(),
                      wanted = row["case"]["expected"]["dt"].as_string();
    if (wanted.empty()) continue;
    const auto found = parse_page_date(text, "", parse_iso8601("2012-11-13T00:00:00"));
    const std::string got = found ? to_rfc3339(*found) : "";
    const bool ok = got.substr(0, 19) == wanted.substr(0, 19);
    if (!ok && getenv("KAYNAK_TEST_VERBOSE"))
      printf("%s → %s, got %s\n", text.c_str(), wanted.c_str(), got.c_str());
    right += ok;
    ++all;
  }
  printf("dateparser: %zu of %zu\n", right, all);
  EXPECT_GE(right, 114u);
}

}  // namespace
}  // namespace kaynak
