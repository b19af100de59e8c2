#include "extract/date_reader.h"

#include "base/strings.h"
#include "text/dates.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t longest_stamp = 200;

MaybeTime from_epoch(std::string_view text) {
  if (text.size() != 10 && text.size() != 13) return std::nullopt;
  // 2019101612 is no second of the epoch but a day and an hour.
  if (text.size() == 10 && text.starts_with("20")) return std::nullopt;
  std::int64_t n = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    n = n * 10 + (c - '0');
  }
  if (text.size() == 10) n *= 1000;
  return ZonedTime{Time(Milliseconds(n)), {}, true};
}

}  // namespace

bool DateReader::believable(const ZonedTime& t) const {
  using namespace std::chrono;
  constexpr Time oldest = sys_days(year{1990} / 1 / 1);
  constexpr Time latest = sys_days(year{2045} / 1 / 1);
  return t.utc > oldest && t.utc < (fetched_ ? *fetched_ + hours(48) : latest);
}

MaybeTime DateReader::read(std::string_view text) const {
  text = trim(text);
  if (text.empty() || text.size() > longest_stamp) return std::nullopt;
  if (text[0] >= '0' && text[0] <= '9') {
    if (const auto epoch = from_epoch(text); epoch && believable(*epoch)) return epoch;
    if (const auto t = parse_iso8601(text); t && believable(*t)) return t;
  }
  if (const auto t = parse_rfc822(text); t && t->has_time && believable(*t)) return t;
  std::optional<ZonedTime> reference;
  if (fetched_) reference = ZonedTime{*fetched_, {}, true};
  const auto t = parse_page_date(text, language_, reference);
  return t && believable(*t) ? t : std::nullopt;
}

bool has_figure(std::string_view text, int many) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if (byte >= '0' && byte <= '9' && --many <= 0) return true;
      ++i;
    } else if (is_digit(next_code_point(text, &i)) && --many <= 0) {
      return true;
    }
  }
  return false;
}

}  // namespace kaynak::extract_detail
