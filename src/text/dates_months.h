/// @file Month names of pages' date lines (ICU's symbols, and our own table behind them).
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kaynak::text_detail {

/// Folded month names to 1…12, or 101…112 for months of the Persian calendar.
class MonthNames {
 public:
  /// Names of one primary language, or of all where it is empty. Made at first use and kept;
  /// thread-safe.
  static const MonthNames& of(std::string_view language);

  /// 0 where the name is none.
  int find(std::string_view folded) const;
  /// Words of the longest name that begins with a word; 0 where none does.
  std::size_t longest(std::string_view first_word) const;
  void add(std::string name, int month);

 private:
  std::unordered_map<std::string, int> months_;
  std::unordered_map<std::string, std::size_t> words_;
};

/// A month's name folded, without full stops and marks of direction; empty where it has figures or
/// is too short to mean a month.
std::string clean_month_name(std::string_view name);

/// Names of the months of a locale as ICU has them, clean, never empty; some of them repeatedly.
void for_each_month_name(const char* locale,
                         const std::function<void(std::string name, int month)>& visit);

/// Names of a language's months and weekdays as ICU has them, lower case.
void for_each_calendar_name(
    const std::string& language,
    const std::function<void(const std::string& name, int month, int weekday)>& visit);

}  // namespace kaynak::text_detail
