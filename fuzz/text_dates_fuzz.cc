/// Properties: dates found lie in order inside the text, begin and end between code points of what
/// is UTF-8, and read back as days, months, years or intervals that do not end before they begin; a
/// page's date, where there is one, prints and reads back.
#include <cstdint>
#include <cstdlib>

#include "text/dates.h"
#include "text/encoding.h"

namespace {

/// "2026", "2026-08" or "2026-08-15" of a real calendar.
bool is_iso(const std::string& s) {
  if (s.size() != 4 && s.size() != 7 && s.size() != 10) return false;
  if (s.find_first_not_of("0123456789-") != s.npos) return false;
  return kaynak::parse_iso8601(s + std::string("-01-01").substr(s.size() == 4   ? 0
                                                                : s.size() == 7 ? 3
                                                                                : 6))
      .has_value();
}

bool is_resolved(const std::string& s) {
  const std::size_t slash = s.find('/');
  if (slash == s.npos) return is_iso(s);
  const std::string first = s.substr(0, slash), last = s.substr(slash + 1);
  return is_iso(first) && is_iso(last) && first.size() == last.size() && first <= last;
}

bool is_boundary(std::string_view s, std::size_t i) {
  return i == s.size() || (static_cast<unsigned char>(s[i]) & 0xC0) != 0x80;
}

void check(std::string_view text, std::string_view language, kaynak::DateMemory* memory) {
  const auto reference = kaynak::parse_iso8601("2026-11-25T10:30:00+03:00");
  const bool utf8 = kaynak::is_valid_utf8(text);
  std::size_t last = 0;
  for (const auto& date : kaynak::find_dates(text, language, *reference, memory)) {
    if (date.begin < last || date.end <= date.begin || date.end > text.size()) abort();
    if (utf8 && (!is_boundary(text, date.begin) || !is_boundary(text, date.end))) abort();
    if (!is_resolved(date.resolved)) abort();
    last = date.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::string_view language = all.substr(0, 2), text = all.substr(2);
  kaynak::DateMemory memory;
  check(text, language, nullptr);
  check(text, language, &memory);
  check(text, language, &memory);
  const auto reference = kaynak::parse_iso8601("2026-11-25T10:30:00+03:00");
  for (const auto& found :
       {kaynak::parse_page_date(text, language), kaynak::parse_page_date(text, "", reference)})
    if (found && !kaynak::parse_iso8601(kaynak::to_rfc3339(*found))) abort();
  return 0;
}
