#include <unicode/uchar.h>

#include <algorithm>
#include <cctype>

#include "base/strings.h"
#include "text/dates_data.h"
#include "text/dates_detail.h"
#include "text/dates_months.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

using namespace text_detail;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::size_t kMaxBytes = 400;  // a date line is short

struct Token {
  enum Kind : unsigned char { number, word, mark } kind = mark;
  int value = -1, digits = 0;
  bool glued = false;
  std::string_view text;  ///< folded
};

struct Day {
  int year = 0, month = 0, day = 0;
  std::size_t begin = 0, end = 0;  ///< tokens
  bool has_year = true;
};

struct Clock24 {
  int hour = 0, minute = 0, second = 0;
  std::size_t end = 0;
};

/// Gregorian day of a Persian one (arithmetic calendar of 33-year cycles: right from 1925 to 2088).
sys_days persian_day(int year, int month, int day) {
  const long y = year - 1;
  const long leaps = (8L * y + 29) / 33;
  const long day_of_year = month <= 7 ? 31L * (month - 1) : 186L + 30L * (month - 7);
  // 1 Farvardin 1 is 19 March 622 by this rule.
  return sys_days(std::chrono::year(622) / 3 / 21) + days(365 * y + leaps + day_of_year + day - 1);
}

class PageDate {
 public:
  PageDate(std::string_view text, std::string_view language,
           const std::optional<ZonedTime>& reference)
      : folded_(with_figures(without_thai_stops(fold(text)))),
        language_(language),
        reference_(reference) {
    read();
  }

  std::optional<ZonedTime> parse() {
    const bool figures = std::any_of(tokens_.begin(), tokens_.end(),
                                     [](const Token& t) { return t.kind == Token::number; });
    if (!figures) return std::nullopt;  // no day without one; month names take time to make
    std::optional<Day> day = find_day(MonthNames::of(primary()));
    if (!day && !primary().empty() && primary() != "en") day = find_day(MonthNames::of("en"));
    if (!day && has_letters_) day = find_day(MonthNames::of(""));
    if (!day) return std::nullopt;
    if (!day->has_year && !guess_year(&*day)) return std::nullopt;
    if (day->month > 100) {
      const std::chrono::year_month_day date(persian_day(day->year, day->month - 100, day->day));
      return finish(sys_days(date), *day);
    }
    if (!is_day(day->year, day->month, day->day)) return std::nullopt;
    return finish(day_of(day->year, day->month, day->day), *day);
  }

 private:
  /// "พ.ย." is one word.
  static std::string without_thai_stops(std::string s) {
    if (s.find("\xE0\xB8") == std::string::npos) return s;
    std::string out;
    for (std::size_t i = 0; i < s.size(); ++i) {
      const bool thai_before = out.size() >= 3 && out.compare(out.size() - 3, 2, "\xE0\xB8") == 0;
      if (s[i] != '.' || !thai_before) out.push_back(s[i]);
    }
    return out;
  }

  /// "二〇二四年十一月五日" with figures.
  static std::string with_figures(std::string s) {
    static constexpr std::string_view numerals[] = {"〇", "一", "二", "三", "四", "五",
                                                    "六", "七", "八", "九", "零"};
    constexpr std::string_view ten = "十";
    if (s.find("年") == s.npos || s.find("月") == s.npos) return s;
    const auto numeral = [&](std::size_t i) {
      for (std::size_t n = 0; n < std::size(numerals); ++n)
        if (s.compare(i, numerals[n].size(), numerals[n]) == 0) return static_cast<int>(n % 10);
      return -1;
    };
    std::string out;
    for (std::size_t i = 0; i < s.size();) {
      if (const int n = numeral(i); n >= 0) {
        out += static_cast<char>('0' + n);
        i += ten.size();
      } else if (s.compare(i, ten.size(), ten) == 0) {
        const bool before = !out.empty() && out.back() >= '0' && out.back() <= '9';
        i += ten.size();
        if (!before) out += '1';
        if (numeral(i) < 0) out += '0';
      } else {
        out += s[i++];
      }
    }
    return out;
  }

  std::string_view primary() const { return language_.substr(0, language_.find('-')); }

  void read() {
    const std::string_view s = folded_;
    std::size_t last_end = 0;
    for (std::size_t i = 0; i < s.size();) {
      const std::size_t at = i;
      const char32_t c = next_code_point(s, &i);
      if (is_space(c) || c == 0x200E || c == 0x200F) continue;
      Token token;
      token.glued = at == last_end && at > 0;
      if (is_digit(c)) {
        token.kind = Token::number;
        token.value = 0;
        i = at;
        while (i < s.size()) {
          std::size_t next = i;
          const char32_t figure = next_code_point(s, &next);
          if (!is_digit(figure)) break;
          if (++token.digits < 9)
            token.value = token.value * 10 + u_charDigitValue(static_cast<UChar32>(figure));
          i = next;
        }
      } else if (is_letter(c)) {
        token.kind = Token::word;
        has_letters_ = true;
        const bool marker = is_marker(c);
        while (i < s.size() && !marker) {
          std::size_t next = i;
          const char32_t letter = next_code_point(s, &next);
          const bool mark =
              letter >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(letter)) & U_GC_M_MASK) != 0;
          if ((!is_letter(letter) && !mark) || is_marker(letter)) break;
          i = next;
        }
      }
      token.text = s.substr(at, i - at);
      last_end = i;
      tokens_.push_back(token);
    }
  }

  /// Characters that stand for year, month, day, hour and minute behind figures.
  static bool is_marker(char32_t c) {
    return c == U'年' || c == U'月' || c == U'日' || c == U'時' || c == U'时' || c == U'時' ||
           c == U'点' || c == U'點' || c == U'分' || c == U'秒' || c == U'년' || c == U'월' ||
           c == U'일' || c == U'시' || c == U'분' || c == U'초';
  }

  bool is(std::size_t i, std::string_view text) const {
    return i < tokens_.size() && tokens_[i].text == text;
  }
  bool is_any(std::size_t i, std::initializer_list<std::string_view> texts) const {
    return i < tokens_.size() &&
           std::find(texts.begin(), texts.end(), tokens_[i].text) != texts.end();
  }
  bool number(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == Token::number && tokens_[i].digits < 9;
  }
  int value(std::size_t i) const { return number(i) ? tokens_[i].value : -1; }
  int digits(std::size_t i) const { return number(i) ? tokens_[i].digits : 0; }

  // --- the day
  // ----------------------------------------------------------------------------------------------------

  std::optional<Day> find_day(const MonthNames& names) const {
    std::optional<Day> without_year;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      std::optional<Day> day;
      if (tokens_[i].kind == Token::number) {
        if (!(day = figures(i)) && !(day = marked(i))) day = named(i, names);
      } else if (tokens_[i].kind == Token::word) {
        day = month_first_named(i, names);
      }
      if (!day) continue;
      if (day->has_year) return day;
      if (!without_year) without_year = day;
    }
    return without_year;
  }

  /// A year's figure: of the Buddhist era, of two figures, or as it stands; 0 where it is none.
  int year_of(std::size_t i, bool short_allowed) const {
    const int y = value(i);
    if (digits(i) == 4 && y >= 2400 && y <= 2643) return y - 543;
    if (digits(i) == 4 && y >= 1300 && y <= 1499 && primary() == "fa") return y;
    if (digits(i) == 4 && y >= 1800 && y <= 2200) return y;
    if (short_allowed && digits(i) == 2 && y >= 50 && primary() == "th") return 2500 + y - 543;
    if (short_allowed && digits(i) == 2) return y < 70 ? 2000 + y : 1900 + y;
    return 0;
  }

  std::optional<Day> figures(std::size_t i) const {
    for (std::string_view c : {"/", ".", "-", "\u2013", "\u060C"}) {
      const bool danish = c == "/" && is(i + 3, "-") && digits(i + 4) == 4;  // 15/8-2026
      if (!is(i + 1, c) || !number(i + 2) || (!is(i + 3, c) && !danish) || !number(i + 4) ||
          digits(i + 2) > 2)
        continue;
      Day day;
      day.begin = i;
      day.end = i + 5;
      if (digits(i) == 4) {
        day.year = year_of(i, false);
        day.month = value(i + 2);
        day.day = value(i + 4);
        if (day.month > 12 && day.day <= 12) std::swap(day.month, day.day);
      } else if (digits(i) <= 2) {
        day.year = year_of(i + 4, true);
        day.day = value(i);
        day.month = value(i + 2);
        const bool american =
            (month_first(language_) && c == "/") || (language_.empty() && c == "-" && false);
        if ((american && day.day <= 12) || day.month > 12) std::swap(day.month, day.day);
        const bool year_first =
            (primary() == "hu" || primary() == "zh" || primary() == "ja" || primary() == "ko") &&
            digits(i + 4) == 2 && value(i + 4) <= 31 && value(i) > 12;
        if (year_first) return std::nullopt;
      }
      if (day.year >= 1300 && day.year < 1500 && day.month >= 1 && day.month <= 12 &&
          day.day >= 1 && day.day <= 31) {
        day.month += 100;
        return day;
      }
      if (day.year > 0 && is_day(day.year, day.month, day.day)) return day;
    }
    if (digits(i) == 8 && value(i) / 10000 >= 1900 && tokens_.size() <= 4 &&
        is_day(value(i) / 10000, value(i) / 100 % 100, value(i) % 100))
      return Day{value(i) / 10000, value(i) / 100 % 100, value(i) % 100, i, i + 1, true};
    return std::nullopt;
  }

  /// 2026年8月15日, 2026년 8월 15일, 令和8年8月15日.
  std::optional<Day> marked(std::size_t i) const {
    Day day;
    day.begin = i;
    std::size_t k = i;
    if (is_any(k + 1, {"年", "년", "оны"})) {
      const std::string_view era = i > 0 ? tokens_[i - 1].text : std::string_view{};
      const bool reiwa = ends_with(era, "令和");
      const bool minguo = ends_with(era, "民國") || ends_with(era, "民国");
      day.year = reiwa ? 2018 + value(k) : minguo ? 1911 + value(k) : year_of(k, true);
      if (day.year == 0) return std::nullopt;
      k += 2;
    } else {
      day.has_year = false;
    }
    if (!number(k) || !is_any(k + 1, {"月", "월", "сарын"}) || !number(k + 2)) return std::nullopt;
    day.month = value(k);
    day.day = value(k + 2);
    day.end = is_any(k + 3, {"日", "일", "号", "號"}) ? k + 4 : k + 3;
    if (!is_day(day.has_year ? day.year : 2024, day.month, day.day)) return std::nullopt;
    return day;
  }

  static bool ends_with(std::string_view s, std::string_view suffix) {
    return s.size() >= suffix.size() && s.substr(s.size() - suffix.size()) == suffix;
  }

  /// A month's name at `i`, of up to four words; `*end` is set behind it. Also "tháng 8" and "8
  /// сарын".
  int month_at(std::size_t i, const MonthNames& names, std::size_t* end) const {
    if (i >= tokens_.size() || tokens_[i].kind != Token::word) return 0;
    if ((is(i, "thang") || is(i, "thg")) && value(i + 1) >= 1 && value(i + 1) <= 12 &&
        digits(i + 1) <= 2) {
      *end = i + 2;
      return value(i + 1);
    }
    std::string_view first = tokens_[i].text;
    constexpr std::string_view kBet = "ב";  // "in", written together with the month
    if (names.longest(first) == 0 && first.substr(0, kBet.size()) == kBet)
      first.remove_prefix(kBet.size());
    const std::size_t longest = names.longest(first);
    int found = 0;
    std::string name;
    for (std::size_t words = 1; words <= longest && i + words <= tokens_.size(); ++words) {
      if (words > 1) name += ' ';
      name += words == 1 ? first : tokens_[i + words - 1].text;
      if (const int month = names.find(name)) {
        found = month;
        *end = i + words;
      }
    }
    // "أغسطس/آب": both names of one month
    if (std::size_t second = 0;
        found > 0 && is(*end, "/") && month_at(*end + 1, names, &second) == found)
      *end = second;
    return found;
  }

  /// Behind what stands between a day, a month and a year.
  std::size_t behind_joins(std::size_t i) const {
    for (int k = 0; k < 4 && i < tokens_.size(); ++k) {
      const Token& token = tokens_[i];
      const bool mark = token.kind == Token::mark &&
                        (token.text == "." || token.text == "," || token.text == "-" ||
                         token.text == "/" || token.text == "'" || token.text == "\u2019" ||
                         token.text == "\u00BA" || token.text == "\u060C" || token.text == "|");
      const bool word =
          token.kind == Token::word &&
          (is_any(i,
                  {"of",    "de",    "del", "d",   "di",  "do", "da",  "dia",  "o",  "st", "nd",
                   "rd",    "th",    "er",  "nam", "the", "m",  "r",   "ng",   "ta", "na", "hb",
                   "en",    "den",   "la",  "le",  "a",   "e",  "ros", "gada", "g",  "ж",  "жылы",
                   "жылгы", "жылғы", "оны", "พศ",  "ko",  "г",  "r",   "p",    "а"}));
      if (!mark && !word) break;
      ++i;
    }
    return i;
  }

  std::optional<Day> with_year(Day day, std::size_t k, bool short_allowed) const {
    std::size_t y = behind_joins(k);
    day.end = k;
    if (const auto time = time_at(y, false);
        time && digits(y) <= 2) {  // "Aug 05 12:00:00 2015", or no year at all
      y = behind_joins(time->end);
      short_allowed = false;
    }
    if (y < tokens_.size() && (day.year = year_of(y, short_allowed)) > 0)
      day.end = y == behind_joins(k) ? y + 1 : k;
    else
      day.has_year = false;
    return day;
  }

  /// "2026. gada 25. novembris".
  std::optional<Day> year_day_month(std::size_t i, std::size_t k, const MonthNames& names) const {
    Day day;
    std::size_t end = 0;
    if (digits(i) != 4 || (day.year = year_of(i, false)) == 0 || digits(k) < 1 || digits(k) > 2 ||
        is(k + 1, ":"))
      return std::nullopt;
    day.month = month_at(behind_joins(k + 1), names, &end);
    day.day = value(k);
    day.begin = i;
    day.end = end;
    if (day.month == 0 || day.day < 1 || day.day > 31) return std::nullopt;
    return day;
  }

  /// "15 August 2026", "2026 August 15", "ngày 15 tháng 8 năm 2026".
  std::optional<Day> named(std::size_t i, const MonthNames& names) const {
    if (i > 0 && tokens_[i].glued && is(i - 1, ":")) return std::nullopt;  // minutes
    const std::size_t k = behind_joins(i + 1);
    std::size_t end = 0;
    const int month = month_at(k, names, &end);
    if (month == 0) return year_day_month(i, k, names);
    Day day;
    day.begin = i;
    day.month = month;
    if (digits(i) == 4 && (day.year = year_of(i, false)) > 0) {
      const std::size_t d = behind_joins(end);
      day.day = value(d);
      day.end = d + 1;
      if (day.day < 1 || day.day > 31) return std::nullopt;
      return day;
    }
    day.day = value(i);
    if (digits(i) > 2 || day.day < 1 || day.day > 31) return std::nullopt;
    return with_year(day, end, true);
  }

  /// "August 15, 2026".
  std::optional<Day> month_first_named(std::size_t i, const MonthNames& names) const {
    std::size_t end = 0;
    Day day;
    day.month = month_at(i, names, &end);
    if (day.month == 0) return std::nullopt;
    const std::size_t d = behind_joins(end);
    day.begin = i;
    day.day = value(d);
    if (digits(d) > 2 || day.day < 1 || day.day > 31 || is(d + 1, ":")) return std::nullopt;
    return with_year(day, d + 1, true);
  }

  bool guess_year(Day* day) const {
    if (!reference_ || day->month > 12) return false;
    const sys_days today = std::chrono::floor<days>(reference_->utc + reference_->offset);
    day->year = static_cast<int>(std::chrono::year_month_day(today).year());
    if (!is_day(day->year, day->month, day->day)) return false;
    if (day_of(day->year, day->month, day->day) > today + days(2)) --day->year;
    day->has_year = true;
    return true;
  }

  // --- the time
  // ---------------------------------------------------------------------------------------------------

  /// "10:30", "10:30:15", "10h30", "10.30" (with a word that says so), "19時30分", "7 pm".
  std::optional<Clock24> time_at(std::size_t i, bool beside_day) const {
    if (!number(i) || digits(i) > 2 || value(i) > 24) return std::nullopt;
    Clock24 clock;
    clock.hour = value(i);
    const bool minutes =
        (is(i + 1, ":") || is_any(i + 1, {"h", "ч", "時", "时", "点", "點", "시", "g", "u"})) &&
        digits(i + 2) == 2 && value(i + 2) < 60;
    const bool dotted = is(i + 1, ".") && digits(i + 2) == 2 && value(i + 2) < 60 &&
                        tokens_[i + 1].glued && tokens_[i + 2].glued && !is(i + 3, ".");
    if (minutes || dotted) {
      clock.minute = value(i + 2);
      clock.end = i + 3;
      if (is(i + 3, ":") && digits(i + 4) == 2 && value(i + 4) < 61) {
        clock.second = std::min(value(i + 4), 59);
        clock.end = i + 5;
      }
      if (is_any(clock.end, {"分", "분", "น"})) ++clock.end;
    } else if (is_any(i + 1, {"h", "uhr", "am", "pm", "時", "时", "시", "点"}) ||
               (is_any(i + 1, {"a", "p"}) && is(i + 2, ".") && is(i + 3, "m"))) {
      clock.end = is_any(i + 1, {"h", "uhr", "時", "时", "시", "点"}) ? i + 2 : i + 1;
    } else {
      return std::nullopt;
    }
    if (dotted && !minutes && !beside_day && !dotted_allowed(i)) return std::nullopt;
    return half_day(i, clock);
  }

  /// "10.30" is a time where the language writes so, or a word beside it says so.
  bool dotted_allowed(std::size_t i) const {
    const std::size_t word = i > 1 && is(i - 1, ".") ? i - 2 : i - 1;  // "kl. 10.30"
    return is_any(i + 3, {"uhr", "wib", "wita", "wit", "น", "hrs"}) ||
           (i > 0 &&
            is_any(word, {"kl", "klo", "ore", "kello", "pukul", "jam", "ora", "alle", "saat"})) ||
           primary() == "da" || primary() == "fi" || primary() == "id" || primary() == "it";
  }

  /// Applies "am", "pm" and their like beside the time.
  std::optional<Clock24> half_day(std::size_t i, Clock24 clock) const {
    std::size_t& k = clock.end;
    int half = 0;
    if (is_any(k, {"am", "sa", "öö", "oo", "ص", "πμ"}))
      half = 1, ++k;
    else if (is_any(k, {"pm", "ch", "os", "μμ"}) || (is(k, "م") && primary() == "ar"))
      half = 2, ++k;
    else if (is_any(k, {"a", "p", "π", "μ"}) && is(k + 1, ".") && is_any(k + 2, {"m", "μ"})) {
      half = is_any(k, {"a", "π"}) ? 1 : 2;
      k += is(k + 3, ".") ? 4 : 3;
    } else if (i > 0 && is_any(i - 1, {"上午", "午前", "오전", "凌晨", "早上"})) {
      half = 1;
    } else if (i > 0 && is_any(i - 1, {"下午", "午後", "오후", "晚上", "晚"})) {
      half = 2;
    }
    if (half > 0 && clock.hour > 12 && half == 1) half = 0;
    if (half == 2 && clock.hour < 12) clock.hour += 12;
    if (half == 1 && clock.hour == 12) clock.hour = 0;
    if (clock.hour == 24 && (clock.minute > 0 || clock.second > 0)) return std::nullopt;
    return clock;
  }

  /// "+03:00", "GMT+7", "(UTC)", "EST" at `i`.
  std::optional<minutes> zone_at(std::size_t i) const {
    if (is(i, "(") || is(i, ",") || is(i, "[")) ++i;
    bool named = false;
    int base = 0;
    if (i < tokens_.size() && tokens_[i].kind == Token::word) {
      const int zone = zone_minutes(tokens_[i].text);
      if (zone < -1440) return std::nullopt;
      named = true;
      base = zone;
      ++i;
    }
    const bool plus = is(i, "+"), minus = is(i, "-") || is(i, "\u2212");
    if ((plus || minus) && number(i + 1) &&
        (named ? base == 0 : tokens_[i].glued || digits(i + 1) == 4 || is(i + 2, ":"))) {
      int offset =
          digits(i + 1) == 4 ? value(i + 1) / 100 * 60 + value(i + 1) % 100 : value(i + 1) * 60;
      if (digits(i + 1) <= 2 && is(i + 2, ":") && digits(i + 3) == 2) offset += value(i + 3);
      if (digits(i + 1) != 3 && offset <= 14 * 60) return minutes(plus ? offset : -offset);
    }
    if (!named) return std::nullopt;
    return minutes(base);
  }

  std::optional<ZonedTime> finish(sys_days day, const Day& where) const {
    ZonedTime out;
    if (reference_) out.offset = reference_->offset;
    std::optional<Clock24> clock;
    constexpr std::size_t kFar = 10;
    for (std::size_t i = where.end; i < std::min(tokens_.size(), where.end + kFar) && !clock; ++i)
      clock = time_at(i, i == where.end);
    for (std::size_t i = 0; i < where.begin && !clock; ++i) {
      clock = time_at(i, false);
      if (clock && clock->end > where.begin) clock.reset();
    }
    out.has_time = clock.has_value();
    Time local = day;
    if (clock) {
      local += hours(clock->hour) + minutes(clock->minute) + seconds(clock->second);
      if (const auto zone = zone_at(clock->end)) out.offset = *zone;
    }
    out.utc = local - out.offset;
    return out;
  }

  std::string folded_;
  std::string_view language_;
  std::optional<ZonedTime> reference_;
  std::vector<Token> tokens_;
  bool has_letters_ = false;
};

/// "2 hours ago", "today 10:30", "dün": by the words that dates in texts have.
std::optional<ZonedTime> relative_date(std::string_view text, std::string_view language,
                                       const ZonedTime& reference) {
  const auto tokens = DateLexicon::of(language).read(text);
  const auto unit_length = [](char unit) {
    return unit == 's' ? seconds(1) : unit == 'n' ? seconds(60) : seconds(3600);
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const DateWord* word = tokens[i].entry;
    if (word == nullptr || (word->unit != 's' && word->unit != 'n' && word->unit != 'h')) continue;
    const bool behind = i + 1 < tokens.size() && tokens[i + 1].entry &&
                        tokens[i + 1].entry->has(DateWord::ago_behind);
    bool before = false;
    for (std::size_t k = i; k-- > 0 && k + 4 > i;)
      before |= tokens[k].entry && tokens[k].entry->has(DateWord::ago_before);
    if (!behind && !before) continue;
    const int count = i > 0 && tokens[i - 1].kind == DateToken::number ? tokens[i - 1].value : 1;
    if (count < 0 || count > 1000) continue;
    ZonedTime out = reference;
    out.utc -= unit_length(word->unit) * count;
    out.has_time = true;
    return out;
  }
  const auto found = find_dates(text, language, reference);
  if (found.empty() || found[0].resolved.size() < 10) return std::nullopt;
  const auto day = parse_iso8601(found[0].resolved.substr(0, 10));
  if (!day) return std::nullopt;
  ZonedTime out{day->utc - reference.offset, reference.offset, false};
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i)
    if (tokens[i].digits > 0 && tokens[i].value < 24 && tokens[i + 1].c == ':' &&
        tokens[i + 2].digits == 2 && tokens[i + 2].value < 60) {
      out.utc += hours(tokens[i].value) + minutes(tokens[i + 2].value);
      out.has_time = true;
      break;
    }
  return out;
}

/// 1403/05/15 is a day of the Persian calendar.
bool is_gregorian(const ZonedTime& t) {
  return t.utc > Time(sys_days(std::chrono::year(1800) / 1 / 1));
}

bool has_digit(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) {
    const unsigned char byte = static_cast<unsigned char>(s[i]);
    if (byte < 0x80) {
      if (byte >= '0' && byte <= '9') return true;
      ++i;
    } else if (is_digit(next_code_point(s, &i))) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<ZonedTime> parse_page_date(std::string_view text, std::string_view language,
                                         const std::optional<ZonedTime>& reference) {
  text = clip_utf8(trim(text), kMaxBytes);
  if (text.empty()) return std::nullopt;
  const bool digits = has_digit(text) || text.find("年") != text.npos;
  if (digits) {
    if (auto iso = parse_iso8601(text); iso && is_gregorian(*iso)) return iso;
    if (auto found = PageDate(text, language, reference).parse()) return found;
  }
  if (!reference) return std::nullopt;
  return relative_date(text, language.empty() ? "en" : language, *reference);
}

}  // namespace kaynak
