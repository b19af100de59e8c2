#include "text/encoding.h"

#include <algorithm>
#include <cstring>

#include "base/strings.h"
#include "text/encoding_detail.h"

namespace kaynak {
namespace {

using text_detail::EncodingName;
using text_detail::find_encoding;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Bom {
  std::string_view bytes;
  std::string_view name;
};
constexpr Bom kBoms[] = {{{"\xEF\xBB\xBF", 3}, "utf-8"},
                         {{"\xFF\xFE\0\0", 4}, "utf-32le"},
                         {{"\0\0\xFE\xFF", 4}, "utf-32be"},
                         {{"\xFF\xFE", 2}, "utf-16le"},
                         {{"\xFE\xFF", 2}, "utf-16be"}};

std::size_t count_of(std::string_view s, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t i = s.find(what); i != s.npos; i = s.find(what, i + what.size())) ++n;
  return n;
}

/// Without NUL and without a BOM at the beginning.
std::string cleaned(std::string text) {
  if (text.compare(0, 3, "\xEF\xBB\xBF") == 0) text.erase(0, 3);
  if (std::memchr(text.data(), 0, text.size()) != nullptr)
    text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
  return text;
}

std::string decoded(std::string_view bytes, const EncodingName& encoding) {
  if (encoding.name != "utf-8") return cleaned(text_detail::convert(bytes, encoding));
  if (is_valid_utf8(bytes)) return cleaned(std::string(bytes));
  std::size_t good = 0, bad = 0;
  return cleaned(text_detail::repair_utf8(bytes, &good, &bad));
}

Decoded made(std::string_view bytes, const EncodingName& encoding, std::string_view by) {
  return {decoded(bytes, encoding), std::string(encoding.name), std::string(by)};
}

/// UTF-16 or UTF-32 without a mark, by where the zero bytes of its ASCII characters stand; null
/// where it is neither.
const EncodingName* wide_without_bom(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1024 & ~3u);
  if (head.size() < 4 || head.find('\0') == head.npos) return nullptr;
  std::size_t zeros[4] = {};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i & 3] += head[i] == '\0';
  const std::size_t most = head.size() / 4 * 7 / 10, few = head.size() / 4 / 5 + 1;
  const auto full = [&](int i) { return zeros[i] >= most && zeros[i] > 0; };
  const auto empty = [&](int i) { return zeros[i] < few; };
  if (full(0) && full(1) && full(2) && empty(3)) return find_encoding("utf-32be");
  if (empty(0) && full(1) && full(2) && full(3)) return find_encoding("utf-32le");
  if (full(0) && full(2) && empty(1) && empty(3)) return find_encoding("utf-16be");
  if (full(1) && full(3) && empty(0) && empty(2)) return find_encoding("utf-16le");
  return nullptr;
}

Decoded undeclared(std::string_view bytes) {
  if (const EncodingName* wide = wide_without_bom(bytes)) return made(bytes, *wide, "detected");
  if (is_valid_utf8(bytes) && bytes.find("\x1B$") == bytes.npos)
    return made(bytes, *find_encoding("utf-8"), is_ascii(bytes) ? "default" : "detected");
  if (const EncodingName* found = text_detail::detect_encoding(bytes))
    return made(bytes, *found, "detected");
  return made(bytes, *find_encoding("windows-1252"), "default");
}

bool is_two_byte(std::string_view name) {
  return name == "gbk" || name == "gb18030" || name == "big5" || name == "euc-jp" ||
         name == "shift_jis" || name == "euc-kr";
}

/// Whether bytes declared as `name` are UTF-8 all the same. One well-formed sequence hardly happens
/// by chance in a one-byte encoding; in a two-byte one a few do.
bool is_really_utf8(std::string_view bytes, std::string_view name) {
  if (!is_valid_utf8(bytes)) return false;
  if (name == "iso-2022-jp") return false;
  if (name.substr(0, 4) == "utf-") return bytes.find('\0') == bytes.npos;
  std::size_t sequences = 0;
  for (unsigned char c : bytes) sequences += c >= 0xC0;
  return sequences >= (is_two_byte(name) ? 8u : 1u);
}

Decoded declared(std::string_view bytes, const EncodingName& encoding, std::string_view by) {
  if (encoding.name != "utf-8") {
    if (is_really_utf8(bytes, encoding.name))
      return made(bytes, *find_encoding("utf-8"), "detected");
    Decoded result = made(bytes, encoding, by);
    const std::size_t wrong = count_of(result.text, kReplacement);
    if (wrong == 0) return result;
    std::size_t good = 0, bad = 0;
    std::string utf8 = text_detail::repair_utf8(bytes, &good, &bad);
    if (good == 0 || bad >= wrong) return result;
    return {cleaned(std::move(utf8)), "utf-8", "detected"};
  }
  if (is_valid_utf8(bytes)) return {cleaned(std::string(bytes)), "utf-8", std::string(by)};
  std::size_t good = 0, bad = 0;
  std::string utf8 = text_detail::repair_utf8(bytes, &good, &bad);
  if (bad > good && bad > 2) {  // the label lies: hardly anything in it is UTF-8
    const EncodingName* found = text_detail::detect_encoding(bytes);
    if (found != nullptr && found->name != "utf-8") return made(bytes, *found, "detected");
  }
  return {cleaned(std::move(utf8)), "utf-8", std::string(by)};
}

Decoded decode(std::string_view bytes, std::string_view content_type,
               const EncodingName* (*prescan)(std::string_view)) {
  for (const Bom& bom : kBoms)
    if (bytes.substr(0, bom.bytes.size()) == bom.bytes)
      return made(bytes.substr(bom.bytes.size()), *find_encoding(bom.name), "bom");
  if (const EncodingName* http = find_encoding(text_detail::charset_parameter(content_type)))
    return declared(bytes, *http, "http");
  if (const EncodingName* meta = prescan(bytes)) return declared(bytes, *meta, "meta");
  return undeclared(bytes);
}

}  // namespace

namespace {

Decoded mended(Decoded decoded) {
  if (decoded.charset != "utf-8") return decoded;
  if (std::string once = text_detail::decode_twice(decoded.text); !once.empty())
    decoded.text = std::move(once);
  return decoded;
}

}  // namespace

Decoded decode_html(std::string_view bytes, std::string_view content_type) {
  return mended(decode(bytes, content_type, text_detail::prescan_html));
}

Decoded decode_xml(std::string_view bytes, std::string_view content_type) {
  return mended(decode(bytes, content_type, text_detail::prescan_xml));
}

std::string decode_as(std::string_view bytes, std::string_view label) {
  const EncodingName* encoding = find_encoding(label);
  return decoded(bytes, encoding ? *encoding : *find_encoding("utf-8"));
}

}  // namespace kaynak

namespace kaynak::text_detail {
namespace {

/// Length of the well-formed sequence at `i`; else, as a negative number, of the maximal subpart
/// that is wrong.
int sequence_length(std::string_view s, std::size_t i) {
  const auto byte = [&](std::size_t k) {
    return i + k < s.size() ? static_cast<unsigned char>(s[i + k]) : 0u;
  };
  const unsigned lead = byte(0);
  const int length = lead >= 0xC2 && lead < 0xE0   ? 2
                     : lead >= 0xE0 && lead < 0xF0 ? 3
                     : lead >= 0xF0 && lead < 0xF5 ? 4
                                                   : 0;
  if (length == 0) return -1;
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return -1;
  for (int k = 2; k < length; ++k)
    if ((byte(static_cast<std::size_t>(k)) & 0xC0) != 0x80) return -k;
  return length;
}

}  // namespace

std::string repair_utf8(std::string_view s, std::size_t* good, std::size_t* bad) {
  std::string out;
  out.reserve(s.size() + 16);
  *good = *bad = 0;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < s.size();) {
    if (static_cast<unsigned char>(s[i]) < 0x80) {
      ++i;
      continue;
    }
    const int length = sequence_length(s, i);
    if (length > 0) {
      ++*good;
      i += static_cast<std::size_t>(length);
      continue;
    }
    ++*bad;
    out.append(s, copied, i - copied).append("\xEF\xBF\xBD");
    i += static_cast<std::size_t>(-length);
    copied = i;
  }
  return out.append(s, copied);
}

}  // namespace kaynak::text_detail
