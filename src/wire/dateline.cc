#include "base/strings.h"
#include "text/unicode.h"
#include "wire/seven_bit.h"
#include "wire/wire_detail.h"

namespace kaynak::wire_detail {
namespace {

constexpr std::size_t kReach = 120;  // bytes from the beginning that a dateline takes at most

/// Whether a dash, alone or behind a stop, parts the dateline from the text.
bool begins_with_dash(std::string_view s) {
  s = trim(s);
  if (s.starts_with('.')) s = trim(s.substr(1));
  for (const std::string_view dash : {"-", "_", "–", "—", ":"})
    if (s.starts_with(dash)) return true;
  return false;
}

bool begins_with_capital(std::string_view s) {
  std::size_t i = 0;
  return !s.empty() && is_upper(next_code_point(s, &i));
}

/// A stop that ends a sentence: of an abbreviation ("Nov. 13", "Pa. (") it does not.
bool holds_sentence(std::string_view s) {
  for (auto at = s.find(". "); at != std::string_view::npos; at = s.find(". ", at + 1))
    if (begins_with_capital(trim(s.substr(at + 1)))) return true;
  return false;
}

std::string_view without_end_signs(std::string_view s) {
  s = trim(s);
  while (!s.empty() && (s.back() == ',' || s.back() == '-' || s.back() == '/')) {
    s.remove_suffix(1);
    s = trim(s);
  }
  return s;
}

/// Begin of the word that `at` stands in.
std::size_t word_begin(std::string_view s, std::size_t at) {
  while (at > 0 && s[at - 1] != ' ') --at;
  return at;
}

/// "ATLANTA, Feb 19", "21 Nov. 2024", "SYDNEY March 22": the place, then the date from the first
/// word with a digit, or the month before it, on.
void split_date(std::string_view s, Dateline* out) {
  const auto digit = s.find_first_of("0123456789");
  if (digit == std::string_view::npos) {
    out->place = without_end_signs(s);
    return;
  }
  std::size_t cut = word_begin(s, digit);
  if (cut > 1) {
    const std::size_t before = word_begin(s, cut - 1);
    if (month_number(s.substr(before, cut - 1 - before)) > 0) cut = before;
  }
  out->place = without_end_signs(s.substr(0, cut));
  out->date = without_end_signs(s.substr(cut));
}

/// "PLACE, date (agency)" and what follows; `dash`: it must be a dash.
Dateline read(std::string_view text, bool dash) {
  const std::string_view head = clip_utf8(text, kReach);
  const auto open = head.find('('), close = head.find(')');
  if (open == 0 || open == std::string_view::npos || close == std::string_view::npos ||
      close < open)
    return {};
  const std::string_view before = trim(head.substr(0, open));
  const std::string_view agency = trim(head.substr(open + 1, close - open - 1));
  if ((dash && !begins_with_dash(head.substr(close + 1))) || !begins_with_capital(before) ||
      agency.empty() || agency.size() > 40 || holds_sentence(before))
    return {};
  Dateline out;
  out.agency = agency;
  split_date(before, &out);
  return out;
}

}  // namespace

Dateline dateline_of(std::string_view text) { return read(text, true); }

void fill_dateline_text(std::string_view text, Dateline* to) {
  Dateline parsed = read(trim(text), false);
  if (parsed.empty()) split_date(clip_utf8(trim(text), kReach), &parsed);
  keep_first(&to->place, parsed.place);
  keep_first(&to->agency, parsed.agency);
  keep_first(&to->date, parsed.date);
}

}  // namespace kaynak::wire_detail
