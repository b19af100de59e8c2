/// @file Names of months and weekdays as ICU has them (CLDR).
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>

#include "text/dates_months.h"
#include "text/unicode.h"

namespace kaynak::text_detail {
namespace {

/// Calls `visit` with a locale's symbols and each way in which they are written in full or short.
template <typename Visit>
void for_each_form(const char* locale, Visit visit) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale::createFromName(locale), status);
  if (U_FAILURE(status)) return;
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE})
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED})
      visit(symbols, context, width);
}

}  // namespace

std::string clean_month_name(std::string_view name) {
  std::string out;
  const std::string folded = fold(name);
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t at = i;
    const char32_t c = next_code_point(folded, &i);
    if (is_digit(c)) return {};
    if (c == '.' || c == 0x200E || c == 0x200F || c == 0x200C) continue;
    out.append(folded, at, i - at);
  }
  return count_code_points(out) < 2 ? std::string() : out;
}

void for_each_month_name(const char* locale,
                         const std::function<void(std::string name, int month)>& visit) {
  for_each_form(locale, [&](const icu::DateFormatSymbols& symbols, auto context, auto width) {
    int32_t count = 0;
    const icu::UnicodeString* months = symbols.getMonths(count, context, width);
    for (int32_t i = 0; i < std::min(count, 12); ++i) {
      std::string name;
      months[i].toUTF8String(name);
      if (name = clean_month_name(name); !name.empty()) visit(std::move(name), i + 1);
    }
  });
}

void for_each_calendar_name(
    const std::string& language,
    const std::function<void(const std::string& name, int month, int weekday)>& visit) {
  const auto give = [&](const icu::UnicodeString& given, int month, int weekday) {
    std::string name;
    given.toUTF8String(name);
    if (!name.empty() && name.back() == '.') name.pop_back();
    name = lower(name, language);
    if (count_code_points(name) >= 3 && !clean_month_name(name).empty())
      visit(name, month, weekday);
  };
  for_each_form(language.c_str(),
                [&](const icu::DateFormatSymbols& symbols, auto context, auto width) {
                  int32_t count = 0;
                  const icu::UnicodeString* months = symbols.getMonths(count, context, width);
                  for (int32_t i = 0; i < std::min(count, 12); ++i) give(months[i], i + 1, 0);
                  const icu::UnicodeString* weekdays = symbols.getWeekdays(count, context, width);
                  for (int32_t i = 1; i < std::min(count, 8); ++i)
                    give(weekdays[i], 0, i == 1 ? 7 : i - 1);
                });
}

}  // namespace kaynak::text_detail
