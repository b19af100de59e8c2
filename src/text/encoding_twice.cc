/// @file Text that was encoded as UTF-8 twice: "Letâ€™s" is "Let’s" again.
#include <array>

#include "text/encoding.h"
#include "text/encoding_detail.h"
#include "text/unicode.h"

namespace kaynak::text_detail {
namespace {

/// What windows-1252 has at 0x80–0x9F; 0 where it has nothing.
constexpr std::array<char32_t, 32> upper_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// The byte 0x80–0xBF that was read as `c`, by ISO 8859-1 or windows-1252; 0 for none.
unsigned char continuation_of(char32_t c) {
  if (c >= 0x80 && c <= 0xBF) return static_cast<unsigned char>(c);
  for (std::size_t i = 0; i < upper_1252.size(); ++i)
    if (upper_1252[i] == c) return static_cast<unsigned char>(0x80 + i);
  return 0;
}

struct Once {
  std::string bytes;     ///< of the character as it was before it was encoded again; empty for none
  std::size_t size = 0;  ///< bytes that it takes now
};

/// The character that was encoded twice at `at`, where "Â" to "ô" stands as two bytes.
Once once_at(std::string_view s, std::size_t at) {
  const auto lead = static_cast<unsigned char>(static_cast<unsigned char>(s[at + 1]) + 0x40);
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  Once once;
  once.bytes = static_cast<char>(lead);
  std::size_t i = at + 2;
  while (once.bytes.size() < length && i < s.size()) {
    const unsigned char next = continuation_of(next_code_point(s, &i));
    if (next == 0) return {};
    once.bytes += static_cast<char>(next);
  }
  once.size = i - at;
  return once.bytes.size() == length && is_valid_utf8(once.bytes) ? once : Once{};
}

bool lead_at(std::string_view s, std::size_t i) {
  const auto second = i + 1 < s.size() ? static_cast<unsigned char>(s[i + 1]) : 0u;
  return second >= 0x82 && second <= 0xB4;
}

}  // namespace

std::string decode_twice(std::string_view s) {
  constexpr std::size_t least = 3, share = 4;
  std::string out;
  std::size_t twice = 0, single = 0, copied = 0;
  for (std::size_t i = s.find('\xC3'); i != s.npos; i = s.find('\xC3', i)) {
    Once once;
    if (lead_at(s, i)) once = once_at(s, i);
    if (once.size == 0) {
      // Of honest letters there are soon so many that the rest need not be looked at.
      if (++single > least && single > twice) return {};
      i += 2;
      continue;
    }
    ++twice;
    out.append(s, copied, i - copied).append(once.bytes);
    copied = i += once.size;
  }
  if (twice < least || twice < share * single) return {};
  return out.append(s, copied);
}

}  // namespace kaynak::text_detail
