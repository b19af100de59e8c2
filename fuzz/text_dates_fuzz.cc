/// Properties: dates found lie in order inside the text and read back as days, months, years or
/// intervals; a page's date, where there is one, prints and reads back.
#include <cstdint>
#include <cstdlib>

#include "text/dates.h"

namespace {

bool is_resolved(const std::string& s) {
  const std::size_t slash = s.find('/');
  const std::string first = s.substr(0, slash);
  if (first.find_first_not_of("0123456789-") != first.npos) return false;
  if (first.size() != 4 && first.size() != 7 && first.size() != 10) return false;
  return slash == s.npos || (first.size() == 10 && s.size() == 21);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::string_view language = all.substr(0, 2), text = all.substr(2);
  const auto reference = kaynak::parse_iso8601("2026-11-25T10:30:00+03:00");
  std::size_t last = 0;
  for (const auto& date : kaynak::find_dates(text, language, *reference)) {
    if (date.begin < last || date.end <= date.begin || date.end > text.size()) abort();
    if (!is_resolved(date.resolved)) abort();
    last = date.end;
  }
  for (const auto& found :
       {kaynak::parse_page_date(text, language), kaynak::parse_page_date(text, "", reference)})
    if (found && !kaynak::parse_iso8601(kaynak::to_rfc3339(*found))) abort();
  return 0;
}
