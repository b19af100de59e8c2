/// @file What the tests of dates share: a day of publication, and cases of text and date.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/strings.h"
#include "text/dates.h"

namespace kaynak::dates_test {

/// A text in a language, and what it says.
struct Case {
  const char* language;
  const char* text;
  const char* means;  ///< resolved dates, a blank between two
};

/// Wednesday, 25 November 2026, late in the evening at +03:00.
inline ZonedTime published() { return *parse_iso8601("2026-11-25T23:30:00+03:00"); }

inline std::string date(std::string_view text, std::string_view language) {
  std::vector<std::string> out;
  for (const auto& found : find_dates(text, language, published())) out.push_back(found.resolved);
  return join(out, " ");
}

inline void expect_dates(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(date(c.text, c.language), c.means) << c.text;
}

/// All of them mean the same.
inline void expect_all(const char* means,
                       const std::vector<std::pair<const char*, const char*>>& texts) {
  for (const auto& [language, text] : texts) EXPECT_EQ(date(text, language), means) << text;
}

}  // namespace kaynak::dates_test
