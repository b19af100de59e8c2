#include "translate/fidelity_numbers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "text/dates.h"
#include "text/numbers.h"
#include "text/unicode.h"

namespace kaynak::translate_detail {
namespace {

/// A number of at most two digits and no fraction: day, month, hour, century. 0 for any other.
int small_whole(std::string_view value) {
  if (value.empty() || value.size() > 2) return 0;
  int n = 0;
  for (const char c : value) {
    if (c < '0' || c > '9') return 0;
    n = n * 10 + (c - '0');
  }
  return n;
}

int roman_value(std::string_view word) {
  static constexpr std::array<std::pair<char, int>, 5> digits = {
      {{'I', 1}, {'V', 5}, {'X', 10}, {'L', 50}, {'C', 100}}};
  int sum = 0, last = 0;
  for (auto c = word.rbegin(); c != word.rend(); ++c) {
    const auto digit =
        std::find_if(digits.begin(), digits.end(), [&](const auto& d) { return d.first == *c; });
    if (digit == digits.end()) return 0;
    sum += digit->second < last ? -digit->second : digit->second;
    last = std::max(last, digit->second);
  }
  return sum;
}

/// Languages that number their months; in the others a month is a word.
bool numbers_months(const LanguageTag& language) {
  static constexpr std::array numbered = {"zh", "ja", "ko", "vi"};
  return std::find(numbered.begin(), numbered.end(), language.primary()) != numbered.end();
}

std::set<int> months_in(std::string_view text, const LanguageTag& language) {
  std::set<int> out;
  for (const auto& date : find_dates(text, language.value, ZonedTime{}))
    if (date.resolved.size() >= 7 && date.resolved[4] == '-')
      out.insert(small_whole(date.resolved.substr(5, 2)));
  return out;
}

/// What one side says with other signs than the digits the other side has: a Roman numeral (of a
/// century), an hour of the other clock, a month's name.
class OtherForms {
 public:
  OtherForms(std::string_view text, const LanguageTag& language, const LanguageTag& other) {
    for (const auto word : words(text)) small_.insert(roman_value(word));
    for (const auto& n : find_numbers(text, language.value)) add_number(n);
    if (numbers_months(other) && !numbers_months(language)) small_.merge(months_in(text, language));
    small_.erase(0);
  }

  bool have(const NumberInText& n) const {
    return small_.count(small_whole(n.value)) > 0 || in_words_.count(n.value) > 0;
  }

 private:
  void add_number(const NumberInText& n) {
    if (n.in_words) in_words_.insert(n.value);
    const int hour = small_whole(n.value);
    if (hour > 0 && hour <= 12) small_.insert(hour + 12);
    if (hour >= 12 && hour <= 24) small_.insert(hour - 12);
    if (n.value == "0") small_.insert(12);
  }

  std::set<int> small_;
  std::set<std::string> in_words_;
};

using Numbers = std::vector<NumberInText>;

/// Takes each number of `some` out of `others`, once for each time it stands there; gives those
/// that were not there.
Numbers unmatched(const Numbers& some, const Numbers& others) {
  std::multiset<std::string> left;
  for (const auto& n : others) left.insert(n.value);
  Numbers out;
  for (const auto& n : some) {
    if (const auto at = left.find(n.value); at != left.end())
      left.erase(at);
    else if (!n.in_words)  // "one of them" may become anything
      out.push_back(n);
  }
  return out;
}

/// A time of day: "21:59" is two numbers here, and one (21.59) where a language writes it with a
/// point.
struct ClockTime {
  NumberInText hour, minute;
  std::string as_decimal;
};

std::vector<ClockTime> clock_times(std::string_view text, const Numbers& numbers) {
  std::vector<ClockTime> out;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    const auto &hour = numbers[i - 1], &minute = numbers[i];
    if (minute.begin != hour.end + 1 || text[hour.end] != ':' || minute.end != minute.begin + 2)
      continue;
    auto value = hour.value + "." + std::string(text.substr(minute.begin, 2));
    value.erase(value.find_last_not_of('0') + 1);
    if (value.back() == '.') value.pop_back();
    out.push_back({hour, minute, std::move(value)});
  }
  return out;
}

void drop(const std::string& value, Numbers* from) {
  const auto at =
      std::find_if(from->begin(), from->end(), [&](const auto& n) { return n.value == value; });
  if (at != from->end()) from->erase(at);
}

bool has_value(const Numbers& numbers, const std::string& value) {
  return std::any_of(numbers.begin(), numbers.end(),
                     [&](const auto& n) { return n.value == value; });
}

/// Takes out of both lists what is one time of day, once with a colon and once with a point.
void match_times(const std::vector<ClockTime>& times, Numbers* with_colon, Numbers* with_point) {
  for (const auto& time : times) {
    if (time.minute.value == "0") drop("0", with_colon);  // "20:00" may be "20.00", or 8 o'clock
    if (!has_value(*with_point, time.as_decimal)) continue;
    drop(time.as_decimal, with_point);
    drop(time.hour.value, with_colon);
    drop(time.minute.value, with_colon);
  }
}

void report(std::string_view text, const NumberInText& n, const char* what, bool holds,
            std::vector<Finding>* out) {
  out->push_back(
      {"number", std::string(text.substr(n.begin, n.end - n.begin)) + what, -1, -1, holds});
}

}  // namespace

void check_numbers(const TextPair& pair, std::vector<Finding>* out) {
  const auto before = find_numbers(pair.source, pair.from.value);
  const auto after = find_numbers(pair.target, pair.to.value);
  auto lost = unmatched(before, after), added = unmatched(after, before);
  if (lost.empty() && added.empty()) return;
  match_times(clock_times(pair.source, before), &lost, &added);
  match_times(clock_times(pair.target, after), &added, &lost);
  const OtherForms there(pair.target, pair.to, pair.from), here(pair.source, pair.from, pair.to);
  std::erase_if(lost, [&](const auto& n) { return there.have(n); });
  std::erase_if(added, [&](const auto& n) { return here.have(n) || has_value(before, n.value); });
  // What is said twice and then once is not lost, unless another number stands in its place.
  if (added.empty()) std::erase_if(lost, [&](const auto& n) { return has_value(after, n.value); });
  for (const auto& n : lost) report(pair.source, n, " is missing", true, out);
  for (const auto& n : added) report(pair.target, n, " is not in the original", false, out);
}

}  // namespace kaynak::translate_detail
