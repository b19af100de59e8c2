#include <algorithm>

#include "text/dates_finder.h"

namespace kaynak::text_detail {

using std::chrono::days;

namespace {

bool is_range_mark(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == '~' || c == 0x301C ||
         c == 0xFF5E || c == 0x223C;
}

}  // namespace

std::string in_year(const std::string& resolved, int year) {
  std::string moved = std::to_string(year) + resolved.substr(4);
  if (year < 1000 || year > 9999) return {};
  if (moved.size() == 10 &&
      !is_day(year, std::stoi(moved.substr(5, 2)), std::stoi(moved.substr(8))))
    return {};
  return moved;
}

std::size_t DateFinder::behind_to(std::size_t i, bool cued) const {
  if (i >= tokens_.size()) return i;
  if (kind(i) == DateToken::mark) {
    if (!is_range_mark(mark(i))) return i;
    return i + 1;
  }
  if (has(i, DateWord::to))
    return has(i + 1, DateWord::to) && !unit(i + 1) && !month(i + 1) ? i + 2 : i + 1;
  return cued && has(i, DateWord::both) ? i + 1 : i;
}

/// "from 3 to 5 May", "between 2010 and 2012", "July 13–15", "Monday to Friday".
bool DateFinder::range(std::size_t i) {
  if (depth_ > 1) return false;
  std::optional<DatePiece> best;
  const auto attempt = [&](std::size_t at, bool cued) {
    for (const auto pattern :
         {&DateFinder::year_range, &DateFinder::day_range, &DateFinder::range_from}) {
      start(i);
      const bool matched = (this->*pattern)(at, cued);
      first_ = i;
      offer(matched, i, &best);
    }
  };
  attempt(i, false);
  if (has(i, DateWord::from)) attempt(behind_links(i + 1), true);
  if (!best) return false;
  start(i);
  std::size_t end = best->end;
  if (closes(behind_suffix(end))) end = behind_suffix(end) + 1;
  return done(end, best->resolved, best->open);
}

/// "2010–2012", "between 2010 and 2012", "2007 ve 2009 arasında".
bool DateFinder::year_range(std::size_t i, bool cued) {
  if (!is_year_number(i) || !plausible_year(value(i)) || digits(i) == 0) return false;
  const std::size_t suffixed = behind_suffix(i + 1);
  const std::size_t plain = has(suffixed, DateWord::year_mark) ? suffixed + 1 : suffixed;
  const std::size_t to = behind_to(plain, true);
  const std::size_t k = behind_links(to);
  const bool glued_dash = to == plain + 1 && kind(plain) == DateToken::mark;
  if (glued_dash && glued(plain) != glued(to)) return false;
  int last = value(k);
  if (i > 0 && glued(i) && kind(i - 1) == DateToken::mark &&
      (mark(i - 1) == ':' || mark(i - 1) == '/'))
    return false;  // pages of a volume
  if (glued_dash && digits(k) == 2 && last > 12 && is_number(k))
    last += value(i) / 100 * 100;
  else if (!is_year_number(k))
    return false;
  if (!plausible_year(last) || last <= value(i) || last > value(i) + 200) return false;
  std::size_t end = behind_suffix(k + 1);
  if (has(end, DateWord::year_mark)) ++end;
  const bool anded = to > plain && has(plain, DateWord::both) && !has(plain, DateWord::to);
  if ((to == plain || anded) && !cued && !closes(end)) return false;
  if (to == plain && suffixed == i + 1) return false;
  if (glued_dash && end < tokens_.size() && glued(end) && is_mark(end, '-')) return false;
  if (glued_dash && i > 0 && glued(i) && is_mark(i - 1, '-')) return false;
  return done(end, std::to_string(value(i)) + "/" + std::to_string(last));
}

/// "3 to 5 May", "du 13 au 15 juillet 2018": the first day has its month from the second.
bool DateFinder::day_range(std::size_t i, bool cued) {
  std::size_t k = i;
  if (entry(k) && entry(k)->weekday) k = behind_links(k + 1);
  const auto [day, behind] = day_named(k);
  if (day == 0 || (has(behind, DateWord::day_mark) && !lexicon_.is_cjk())) return false;
  const std::size_t number_end = has(behind, DateWord::day_mark) ? behind + 1 : behind;
  const bool suffixed = number_end > k + 1;
  const std::size_t to = behind_to(number_end, true);
  const bool anded =
      to > number_end && has(number_end, DateWord::both) && !has(number_end, DateWord::to);
  if (to == number_end && !suffixed) return false;
  const auto last = expected_piece(behind_links(to));
  if (!last || last->resolved.size() != 10 || last->open == Open::week) return false;
  if ((anded || to == number_end) && !cued && !closes(behind_suffix(last->end))) return false;
  const sys_days end = days_of(last->resolved).first;
  const std::chrono::year_month_day date(end);
  int year = static_cast<int>(date.year());
  int month = static_cast<int>(static_cast<unsigned>(date.month()));
  if (day >= static_cast<int>(static_cast<unsigned>(date.day())) && --month == 0) {
    month = 12;
    --year;
  }
  if (!is_day(year, month, day)) return false;
  return done(last->end, print_day(day_of(year, month, day)) + "/" + last->resolved, last->open);
}

bool DateFinder::range_from(std::size_t i, bool cued) {
  const auto a = cued ? expected_piece(i) : piece(i);
  if (!a || a->resolved.empty()) return false;
  std::size_t plain = behind_suffix(a->end);
  if (is_mark(plain, '.') && glued(plain) && behind_to(plain + 1, false) > plain + 1) ++plain;
  const std::size_t to = behind_to(plain, true);
  const bool dash = to > plain && kind(plain) == DateToken::mark;
  const bool anded = to > plain && !dash && has(plain, DateWord::both) && !has(plain, DateWord::to);
  const std::size_t k = behind_links(to);
  if (to == plain && plain == a->end && lexicon_.language() != "tr") return false;
  auto b = expected_piece(k);
  if (!b || (b->open == Open::month && a->open != Open::month)) {
    const auto [day, end] = day_named(k);
    if (day > 0 && a->resolved.size() == 10 && a->open != Open::week &&
        (to > plain || closes(end)) && (!unit(end) || has(end, DateWord::day_mark)) &&
        !is_mark(end, '%') && !is_mark(end, ':')) {
      const std::string last =
          a->resolved.substr(0, 8) + (day < 10 ? "0" : "") + std::to_string(day);
      const bool marked = has(end, DateWord::day_mark);
      const auto year = year_behind(marked ? end + 1 : end);
      if (last > a->resolved &&
          is_day(std::stoi(last.substr(0, 4)), std::stoi(last.substr(5, 2)), day))
        b = DatePiece{k,
                      year     ? year->second
                      : marked ? end + 1
                               : end,
                      year ? in_year(last, year->first) : last, year ? Open::none : a->open};
    }
  }
  if (!b || b->resolved.empty()) return false;
  if ((anded || to == plain) && !cued && !closes(behind_suffix(b->end)) &&
      !(to == plain && from_suffix_to(plain, behind_suffix(b->end))))
    return false;
  if (dash && !glued(plain) && (a->open == Open::week) != (b->open == Open::week)) return false;
  return join(*a, *b);
}

/// "1/10'dan 7/11'e": the words before `a` and `b` end so.
bool DateFinder::from_suffix_to(std::size_t a, std::size_t b) const {
  static constexpr std::string_view from[] = {"dan", "den", "tan", "ten", "ndan", "nden"};
  static constexpr std::string_view to[] = {"a", "e", "ya", "ye", "na", "ne"};
  const auto ends = [&](std::size_t i, const auto& list) {
    if (i == 0 || i > tokens_.size() || kind(i - 1) != DateToken::word) return false;
    const DateToken& t = tokens_[i - 1];
    return std::find(std::begin(list), std::end(list), s_.substr(t.begin, t.end - t.begin)) !=
           std::end(list);
  };
  return ends(a, from) && ends(b, to);
}

bool DateFinder::join(const DatePiece& a, const DatePiece& b) {
  constexpr long kLongest = 200L * 366;
  std::string head = a.resolved.substr(0, a.resolved.find('/'));
  std::string tail = b.resolved.substr(b.resolved.find('/') + 1);
  const auto year = [](const std::string& s) { return std::stoi(s.substr(0, 4)); };
  if (a.open == Open::year && b.open == Open::year && year(head) != year(tail)) {
    tail = in_year(tail, year(head));
    if (!tail.empty() && tail < head) tail = in_year(tail, year(head) + 1);
  } else if (a.open == Open::year) {
    if (b.open != Open::year && b.open != Open::week) head = in_year(head, year(tail));
    if (!head.empty() && head.substr(4) > tail.substr(4) && year(head) == year(tail)) {
      if (b.open == Open::year)
        tail = in_year(tail, year(tail) + 1);
      else
        head = in_year(head, year(head) - 1);
    }
  } else if (b.open == Open::year) {
    tail = in_year(tail, year(head));
    if (!tail.empty() && tail < head) tail = in_year(tail, year(head) + 1);
  }
  if (head.empty() || tail.empty()) return false;
  sys_days first = days_of(head).first, last = days_of(tail).second;
  if (b.open == Open::week && last <= first) {
    last += days(7 * ((first - last).count() / 7 + 1));
    tail = print_day(last);
  }
  if (head.size() != tail.size()) {
    head = print_day(first);
    tail = print_day(last);
  }
  if (last <= first || (last - first).count() > kLongest) return false;
  const Open open = a.open == b.open ? a.open : Open::none;
  return done(b.end, head + "/" + tail, open);
}

}  // namespace kaynak::text_detail
