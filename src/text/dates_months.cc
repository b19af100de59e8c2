#include "text/dates_months.h"

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

/// Of all kMonthLocales, written when Kaynak is built (make_month_names.cc): asking ICU for them
/// takes as long as reading several pages.
constexpr std::string_view names_of_all_languages =
#include "text/month_names.inc"
    ;

/// Adds "january=1 tháng_hai=2".
void add_listed(std::string_view list, MonthNames* names) {
  for (const std::string_view item : split(list, ' ')) {
    const std::size_t equals = item.find('=');
    if (equals == item.npos) continue;
    int month = 0;
    std::from_chars(item.data() + equals + 1, item.data() + item.size(), month);
    names->add(clean_month_name(replace_all(std::string(item.substr(0, equals)), "_", " ")), month);
  }
}

/// Adds the months among the words of dates: "?may=m5".
void add_months_of(const DateWords& data, MonthNames* names) {
  for (std::string_view item : split(data.words, ' ')) {
    const std::size_t equals = item.find("=m");
    if (equals == item.npos) continue;
    int month = 0;
    std::from_chars(item.data() + equals + 2, item.data() + item.size(), month);
    if (item.substr(0, 1) == "?") item.remove_prefix(1);
    const std::string name(item.substr(0, item.find('=')));
    if (month > 0) names->add(clean_month_name(replace_all(name, "_", " ")), month);
  }
}

void add_persian(MonthNames* names) {
  int month = kPersian;
  for (const std::string_view name : split(kPersianMonths, ' '))
    names->add(clean_month_name(name), ++month);
}

MonthNames of_one(std::string_view language) {
  MonthNames names;
  for (unsigned i = 0; i < kMonthLocaleCount; ++i)
    if (const std::string_view locale = kMonthLocales[i];
        locale.substr(0, locale.find('_')) == language)
      for_each_month_name(kMonthLocales[i],
                          [&](std::string name, int month) { names.add(std::move(name), month); });
  if (const DateWords* data = date_words(language)) add_months_of(*data, &names);
  if (language == "fa") add_persian(&names);
  return names;
}

MonthNames of_all() {
  MonthNames names;
  add_listed(names_of_all_languages, &names);
  if (const DateWords* data = date_words("en")) add_months_of(*data, &names);
  add_persian(&names);
  add_listed(kExtraMonths, &names);
  return names;
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
  auto found = made.find(primary);
  if (found == made.end())
    found = made.emplace(std::string(primary),
                         std::make_unique<MonthNames>(primary.empty() ? of_all() : of_one(primary)))
                .first;
  return *found->second;
}

}  // namespace kaynak::text_detail
