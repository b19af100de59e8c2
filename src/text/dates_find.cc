#include <algorithm>

#include "text/dates_finder.h"
#include "text/unicode.h"

namespace kaynak {
namespace text_detail {

DateFinder::DateFinder(std::string_view text, std::string_view language, sys_days today,
                       DateMemory* memory)
    : DateResolver(today),
      s_(text),
      language_(language),
      lexicon_(DateLexicon::of(language)),
      tokens_(lexicon_.read(text)),
      memory_(memory) {
  if (lexicon_.language() == "th") read_thai();
  if (memory != nullptr) anchor_ = memory->day;
}

std::vector<DateInText> DateFinder::run() {
  for (std::size_t i = 0; i < tokens_.size();) {
    if (kind(i) != DateToken::number && tokens_[i].entry == nullptr) {
      ++i;
      continue;
    }
    const auto found = piece(i);
    if (!found) {
      ++i;
      continue;
    }
    const std::size_t first = std::max(found->first, out_.empty() ? 0 : taken_);
    share_year(*found, first);
    out_.push_back({static_cast<std::uint32_t>(tokens_[first].begin),
                    static_cast<std::uint32_t>(tokens_[found->end - 1].end), found->resolved});
    i = taken_ = std::max(found->end, i + 1);
    told_year_ =
        names_year(*found) ? std::stoi(found->resolved.substr(0, 4)) : narrative_of(*found);
    if (found->resolved.size() == 10) anchor_ = days_of(found->resolved).first;
    last_year_ = found->resolved.size() == 4 && is_year_number(i - 1) ? i : 0;
  }
  if (memory_ != nullptr) memory_->day = anchor_;
  return std::move(out_);
}

/// "16 October and 3 December 2014", "in March and April 2014": the first has its year from the
/// last.
void DateFinder::share_year(const DatePiece& found, std::size_t first) {
  bool joined = !out_.empty();
  bool anded = false;
  for (std::size_t k = taken_; k < first && joined; ++k) {
    anded = anded || has(k, DateWord::both);
    joined = first - taken_ <= 3 &&
             has(k, DateWord::both | DateWord::join | DateWord::day_cue | DateWord::year_next);
  }
  if (joined && anded && yearless_ && names_year(found) && found.resolved.size() > 4 &&
      found.resolved.size() == out_.back().resolved.size()) {
    int year = std::stoi(found.resolved.substr(0, 4));
    std::string& before = out_.back().resolved;
    if (before.substr(4) > found.resolved.substr(4)) --year;
    if (std::string moved = in_year(before, year); !moved.empty()) before = std::move(moved);
  }
  yearless_ = found.open == Open::year;
}

/// Whether the year is written.
bool DateFinder::names_year(const DatePiece& found) const {
  if (found.resolved.find('/') != std::string::npos || found.open != Open::none) return false;
  const std::string_view year = std::string_view(found.resolved).substr(0, 4);
  for (std::size_t k = found.first; k < found.end; ++k)
    if (is_number(k) && std::to_string(value(k)) == year) return true;
  return false;
}

/// A date without a year goes on with the year of the one before.
int DateFinder::narrative_of(const DatePiece& found) const {
  const bool goes_on = told_year_ != 0 && found.open == Open::year &&
                       found.resolved.compare(0, 4, std::to_string(told_year_)) == 0;
  return goes_on ? told_year_ : 0;
}

void DateFinder::start(std::size_t i) {
  first_ = i;
  resolved_.clear();
  open_ = Open::none;
}

void DateFinder::offer(bool matched, std::size_t i, std::optional<DatePiece>* best) const {
  if (matched && !resolved_.empty() && end_ > i && (!*best || end_ > (*best)->end))
    *best = DatePiece{first_, end_, resolved_, open_};
}

/// Whether the word only joins dates ("of", "the", "in", "from"): few patterns begin with one.
bool DateFinder::is_linking(std::size_t i) const {
  constexpr std::uint32_t kOthers = DateWord::last | DateWord::current | DateWord::next |
                                    DateWord::relative_day | DateWord::month_next |
                                    DateWord::decade;
  const DateWord& word = *entry(i);
  return word.month == 0 && word.weekday == 0 && word.unit == 0 && word.nth == 0 &&
         word.season == 0 && word.part == 0 && word.era == 0 && word.count == 0 &&
         word.foreign == 0 && word.relative_unit == 0 && !word.has(kOthers);
}

std::optional<DatePiece> DateFinder::linked(std::size_t i) {
  const DateWord& word = *entry(i);
  std::optional<DatePiece> best;
  ++depth_;
  const auto attempt = [&](bool (DateFinder::*pattern)(std::size_t)) {
    start(i);
    offer((this->*pattern)(i), i, &best);
  };
  if (word.has(DateWord::ago_before | DateWord::in_before)) attempt(&DateFinder::prefixed);
  if (word.has(DateWord::day_cue | DateWord::join)) attempt(&DateFinder::day_alone);
  if (word.has(DateWord::from) && range_near(i)) attempt(&DateFinder::range);
  --depth_;
  return best;
}

/// Whether "to", "and" or a dash stands so near that a range may begin here.
bool DateFinder::range_near(std::size_t i) {
  constexpr std::size_t kReach = 14;
  if (depth_ > 1) return false;  // no range inside a range
  if (lexicon_.language() == "tr") return true;
  if (next_to_ <= i || next_to_ == 0) {
    next_to_ = i + 1;
    while (next_to_ < tokens_.size() && behind_to(next_to_, true) == next_to_) ++next_to_;
  }
  return next_to_ < tokens_.size() && next_to_ - i <= kReach;
}

/// The 19 of "Covid-19".
bool DateFinder::is_of_a_name(std::size_t i) const {
  return i > 1 && digits(i) <= 2 && digits(i) > 0 && glued(i) && glued(i - 1) &&
         is_mark(i - 1, '-') && kind(i - 2) == DateToken::word && entry(i - 2) == nullptr &&
         !expected_ && month(i + 1) == 0;
}

std::optional<DatePiece> DateFinder::piece(std::size_t i) {
  using Pattern = bool (DateFinder::*)(std::size_t);
  static constexpr Pattern kOfNumbers[] = {&DateFinder::at_number,    &DateFinder::separated,
                                           &DateFinder::day_listed,   &DateFinder::year_then_nth,
                                           &DateFinder::quarter_sign, &DateFinder::decade};
  static constexpr Pattern kOfWords[] = {
      &DateFinder::at_word, &DateFinder::quarter_sign, &DateFinder::season,   &DateFinder::decade,
      &DateFinder::era,     &DateFinder::part_of,      &DateFinder::separated};
  static constexpr Pattern kOfBoth[] = {
      &DateFinder::counted,       &DateFinder::word_day,  &DateFinder::nth,
      &DateFinder::shifted_from,  &DateFinder::day_alone, &DateFinder::month_or_year_named,
      &DateFinder::other_calendar};
  constexpr int kDeepest = 3;
  if (i >= tokens_.size() || depth_ >= kDeepest) return std::nullopt;
  const bool number = kind(i) == DateToken::number;
  if (!number && tokens_[i].entry == nullptr) return std::nullopt;
  if (number && is_of_a_name(i)) return std::nullopt;
  if (!number && is_linking(i)) return linked(i);
  ++depth_;
  std::optional<DatePiece> best;
  const auto attempt = [&](Pattern pattern) {
    start(i);
    offer((this->*pattern)(i), i, &best);
  };
  if (number)
    for (const Pattern pattern : kOfNumbers) attempt(pattern);
  else
    for (const Pattern pattern : kOfWords) attempt(pattern);
  for (const Pattern pattern : kOfBoth) attempt(pattern);
  if (range_near(i)) attempt(&DateFinder::range);
  if (best) {
    start(i);
    first_ = best->first;
    offer(nth_inside(*best), i, &best);
    offer(weekday_inside(*best), i, &best);
    offer(weekday_behind(*best), i, &best);
  }
  --depth_;
  return best;
}

std::size_t DateFinder::behind_joins(std::size_t i) const {
  for (int k = 0;
       k < 3 && has(i, DateWord::join) && month(i) == 0 && !(which(entry(i)) && unit(i + 1)); ++k) {
    ++i;
    if ((is_mark(i, '\'') || is_mark(i, 0x2019)) && glued(i)) ++i;  // "d'agost"
  }
  return i;
}

std::size_t DateFinder::behind_ordinal(std::size_t i) const {
  if (is_mark(i, '.') && glued(i) && has(i + 1, DateWord::ordinal) && glued(i + 1))
    return i + 2;  // "1.º"
  if ((has(i, DateWord::ordinal) || is_mark(i, 0xBA) || is_mark(i, 0xB0) || is_mark(i, '.')) &&
      glued(i))
    return i + 1;
  if ((is_mark(i, '-') || is_mark(i, ':')) && glued(i) && has(i + 1, DateWord::ordinal))
    return i + 2;  // "15-én", "3:e"
  return i;
}

std::size_t DateFinder::behind_suffix(std::size_t i) const {
  const bool suffix = lexicon_.language() == "tr" && (is_mark(i, '\'') || is_mark(i, 0x2019)) &&
                      glued(i) && i + 1 < tokens_.size() && kind(i + 1) == DateToken::word &&
                      glued(i + 1);
  return suffix ? i + 2 : i;
}

/// Whether "3." is "third".
bool DateFinder::dots_ordinals() const {
  static constexpr std::string_view list[] = {"de", "da", "nb", "fi", "cs", "hr",
                                              "hu", "pl", "tr", "no", "ru", "uk"};
  return std::find(std::begin(list), std::end(list), lexicon_.language()) != std::end(list);
}

std::pair<int, std::size_t> DateFinder::day_named(std::size_t i) const {
  if (entry(i) && entry(i)->nth > 0) return {entry(i)->nth, i + 1};
  if (!is_day_number(i)) return {0, i};
  const std::size_t end = is_mark(i + 1, '.') && !dots_ordinals() ? i + 1 : behind_ordinal(i + 1);
  return {value(i), behind_suffix(end)};
}

std::pair<int, std::size_t> DateFinder::ordinal(std::size_t i) const {
  const auto ends_in_last = [&](int n, std::size_t end) {  // "third last week"
    return n > 0 && lexicon_.language() == "en" && has(end, DateWord::last) && unit(end + 1);
  };
  if (entry(i) && entry(i)->nth != 0) {
    const int n = entry(i)->nth;
    return ends_in_last(n, i + 1) ? std::pair(-n, i + 2) : std::pair(n, i + 1);
  }
  if (which(entry(i)) == -1) return {-1, i + 1};
  if (!is_number(i) || value(i) < 1 || value(i) > 53) return {0, i};
  const bool dot = is_mark(i + 1, '.') && !dots_ordinals();
  const std::size_t end = behind_suffix(dot ? i + 1 : behind_ordinal(i + 1));
  if (end > i + 1 && ends_in_last(value(i), end)) return {-value(i), end + 1};
  return end > i + 1 || lexicon_.is_cjk() ? std::pair(value(i), end) : std::pair(0, i);
}

std::pair<sys_days, sys_days> days_of(std::string_view resolved) {
  if (const std::size_t slash = resolved.find('/'); slash != resolved.npos)
    return {days_of(resolved.substr(0, slash)).first, days_of(resolved.substr(slash + 1)).second};
  const auto number = [&](std::size_t at, std::size_t length) {
    int n = 0;
    for (const char c : resolved.substr(at, length)) n = n * 10 + (c - '0');
    return n;
  };
  const int year = number(0, 4);
  const int month = resolved.size() >= 7 ? number(5, 2) : 0;
  if (resolved.size() >= 10)
    return {day_of(year, month, number(8, 2)), day_of(year, month, number(8, 2))};
  if (month == 0) return {day_of(year, 1, 1), day_of(year, 12, 31)};
  const int next = year * 12 + month;
  return {day_of(year, month, 1), day_of(next / 12, next % 12 + 1, 1) - std::chrono::days(1)};
}

std::string print_span(sys_days first, sys_days last) {
  if (first == last) return print_day(first);
  return print_day(first) + "/" + print_day(last);
}

std::string print_months(int year, int month, int count) {
  const int last = year * 12 + month - 1 + count - 1;
  if (count == 12 && month == 1) return std::to_string(year);
  if (count == 1) return print_month(year, month);
  return print_month(year, month) + "/" + print_month(last / 12, last % 12 + 1);
}

}  // namespace text_detail

std::vector<DateInText> find_dates(std::string_view text, std::string_view language,
                                   const ZonedTime& published, DateMemory* memory) {
  const auto local = std::chrono::floor<std::chrono::days>(published.utc + published.offset);
  return text_detail::DateFinder(text.substr(0, 1u << 24), language, local, memory).run();
}

}  // namespace kaynak
