#include "text/calendars_icu.h"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <memory>

namespace kaynak::text_detail {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr double kDay = 24.0 * 60 * 60 * 1000;

/// A calendar in UTC; null where ICU lacks its data.
std::unique_ptr<icu::Calendar> make(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> made(icu::Calendar::createInstance(
      icu::TimeZone::getGMT()->clone(), icu::Locale::createFromName(locale), status));
  if (U_FAILURE(status)) return nullptr;
  made->clear();
  return made;
}

/// A copy to work with: a calendar keeps what it was asked last.
std::unique_ptr<icu::Calendar> copy_of(Calendar calendar) {
  static const std::unique_ptr<icu::Calendar> persian = make("fa@calendar=persian");
  static const std::unique_ptr<icu::Calendar> islamic = make("ar@calendar=islamic-umalqura");
  const auto& made = calendar == Calendar::persian ? persian : islamic;
  return std::unique_ptr<icu::Calendar>(made ? made->clone() : nullptr);
}

}  // namespace

std::optional<sys_days> day_in(Calendar calendar, int year, int month, int day) {
  const auto made = copy_of(calendar);
  if (!made || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  made->setLenient(false);
  made->set(UCAL_ERA, 0);
  made->set(year, month - 1, day);
  const double at = made->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return sys_days(days(static_cast<long>(at / kDay)));
}

int year_in(Calendar calendar, sys_days day) {
  const auto made = copy_of(calendar);
  UErrorCode status = U_ZERO_ERROR;
  if (!made) return 0;
  made->setTime(static_cast<double>(day.time_since_epoch().count()) * kDay, status);
  const int year = made->get(UCAL_YEAR, status);
  return U_FAILURE(status) ? 0 : year;
}

}  // namespace kaynak::text_detail
