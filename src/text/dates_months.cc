#include "text/dates_months.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <mutex>

#include "base/strings.h"
#include "text/dates_data.h"
#include "text/unicode.h"

namespace kaynak::text_detail {
namespace {

constexpr int kPersian = 100;

/// Folded name without full stops and marks of direction; empty where it has figures or is too
/// short to mean a month.
std::string clean(std::string_view name) {
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

void add_symbols(const char* locale, MonthNames* names) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale::createFromName(locale), status);
  if (U_FAILURE(status)) return;
  for (auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE})
    for (auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* months = symbols.getMonths(count, context, width);
      for (int32_t i = 0; i < std::min(count, 12); ++i) {
        std::string name;
        months[i].toUTF8String(name);
        names->add(clean(name), i + 1);
      }
    }
}

}  // namespace

void MonthNames::add(std::string name, int month) {
  if (name.empty()) return;
  const std::size_t blank = name.find(' ');
  std::size_t& words = words_[name.substr(0, blank)];
  words = std::max(words, 1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')));
  months_.emplace(std::move(name), month);
}

std::size_t MonthNames::longest(std::string_view first_word) const {
  const auto found = words_.find(std::string(first_word));
  return found == words_.end() ? 0 : found->second;
}

int MonthNames::find(std::string_view name) const {
  const auto found = months_.find(std::string(name));
  return found == months_.end() ? 0 : found->second;
}

const MonthNames& MonthNames::of(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<MonthNames>, std::less<>> made;
  const std::string_view primary = language.substr(0, language.find('-'));
  const std::lock_guard lock(mutex);
  const auto found = made.find(primary);
  if (found != made.end()) return *found->second;
  auto names = std::make_unique<MonthNames>();
  for (unsigned i = 0; i < kMonthLocaleCount; ++i) {
    const std::string_view locale = kMonthLocales[i];
    if (primary.empty() || locale.substr(0, locale.find('_')) == primary)
      add_symbols(kMonthLocales[i], names.get());
  }
  if (const DateWords* data = date_words(primary.empty() ? "en" : primary)) {
    for (std::string_view item : split(data->words, ' ')) {
      const std::size_t equals = item.find("=m");
      int month = 0;
      if (equals != item.npos)
        std::from_chars(item.data() + equals + 2, item.data() + item.size(), month);
      if (item.substr(0, 1) == "?") item.remove_prefix(1);
      if (month > 0)
        names->add(clean(replace_all(std::string(item.substr(0, item.find('='))), "_", " ")),
                   month);
    }
  }
  if (primary.empty() || primary == "fa") {
    int month = kPersian;
    for (std::string_view name : split(kPersianMonths, ' ')) names->add(clean(name), ++month);
  }
  if (primary.empty())
    for (std::string_view item : split(kExtraMonths, ' ')) {
      const std::size_t equals = item.find('=');
      int month = 0;
      std::from_chars(item.data() + equals + 1, item.data() + item.size(), month);
      names->add(clean(replace_all(std::string(item.substr(0, equals)), "_", " ")), month);
    }
  return *made.emplace(std::string(primary), std::move(names)).first->second;
}

void for_each_calendar_name(
    const std::string& language,
    const std::function<void(const std::string& name, int month, int weekday)>& visit) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale::createFromName(language.c_str()), status);
  if (U_FAILURE(status)) return;
  const auto give = [&](const icu::UnicodeString& given, int month, int weekday) {
    std::string name;
    given.toUTF8String(name);
    if (!name.empty() && name.back() == '.') name.pop_back();
    name = lower(name, language);
    if (count_code_points(name) >= 3 && clean(name) != "") visit(name, month, weekday);
  };
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE})
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* months = symbols.getMonths(count, context, width);
      for (int32_t i = 0; i < std::min(count, 12); ++i) give(months[i], i + 1, 0);
      const icu::UnicodeString* weekdays = symbols.getWeekdays(count, context, width);
      for (int32_t i = 1; i < std::min(count, 8); ++i) give(weekdays[i], 0, i == 1 ? 7 : i - 1);
    }
}

}  // namespace kaynak::text_detail
