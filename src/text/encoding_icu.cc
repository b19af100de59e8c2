#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "text/encoding_detail.h"
#include "text/unicode.h"

namespace kaynak::text_detail {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
using SingleByte = std::array<char32_t, 256>;

/// ISO 8859-16, which ICU's data lacks: where it differs from Latin-1.
constexpr struct {
  unsigned char byte;
  char16_t c;
} kLatin10[] = {{0xA1, 0x104}, {0xA2, 0x105}, {0xA3, 0x141}, {0xA4, 0x20AC}, {0xA5, 0x201E},
                {0xA6, 0x160}, {0xA8, 0x161}, {0xAA, 0x218}, {0xAC, 0x179},  {0xAE, 0x17A},
                {0xAF, 0x17B}, {0xB2, 0x10C}, {0xB3, 0x142}, {0xB4, 0x17D},  {0xB5, 0x201D},
                {0xB8, 0x17E}, {0xB9, 0x10D}, {0xBA, 0x219}, {0xBC, 0x152},  {0xBD, 0x153},
                {0xBE, 0x178}, {0xBF, 0x17C}, {0xC3, 0x102}, {0xC5, 0x106},  {0xD0, 0x110},
                {0xD1, 0x143}, {0xD5, 0x150}, {0xD7, 0x15A}, {0xD8, 0x170},  {0xDD, 0x118},
                {0xDE, 0x21A}, {0xE3, 0x103}, {0xE5, 0x107}, {0xF0, 0x111},  {0xF1, 0x144},
                {0xF5, 0x151}, {0xF7, 0x15B}, {0xF8, 0x171}, {0xFD, 0x119},  {0xFE, 0x21B}};

SingleByte latin10() {
  SingleByte table{};
  for (unsigned i = 0; i < 256; ++i) table[i] = i;
  for (const auto& row : kLatin10) table[row.byte] = row.c;
  return table;
}

Converter open(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  return Converter(ucnv_open(name, &status), &ucnv_close);
}

SingleByte table_of(UConverter* converter) {
  SingleByte table{};
  for (unsigned i = 0; i < 256; ++i) {
    const char byte = static_cast<char>(i);
    const char* from = &byte;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_reset(converter);
    const UChar32 c = ucnv_getNextUChar(converter, &from, &byte + 1, &status);
    table[i] = U_SUCCESS(status) && c >= 0 ? static_cast<char32_t>(c) : 0xFFFD;
  }
  for (unsigned i = 0; i < 128; ++i) table[i] = i;  // some IBM tables swap control characters
  return table;
}

/// The table of a one-byte encoding, null for others. Tables are made once and kept.
const SingleByte* single_byte(const EncodingName& encoding) {
  static std::mutex mutex;
  static std::unordered_map<std::string_view, std::unique_ptr<SingleByte>> tables;
  const std::lock_guard lock(mutex);
  const auto known = tables.find(encoding.name);
  if (known != tables.end()) return known->second.get();
  auto& table = tables[encoding.name];
  if (encoding.name == "iso-8859-16") {
    table = std::make_unique<SingleByte>(latin10());
  } else if (const Converter converter = open(encoding.converter);
             converter && ucnv_getMaxCharSize(converter.get()) == 1) {
    table = std::make_unique<SingleByte>(table_of(converter.get()));
  }
  return table.get();
}

void append_utf16(std::string* out, const char16_t* units, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    char32_t c = units[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < count && (units[i + 1] & 0xFC00) == 0xDC00)
      c = 0x10000 + ((c & 0x3FF) << 10) + (units[++i] & 0x3FFu);
    append_utf8(out, c);
  }
}

std::string convert_multi_byte(std::string_view bytes, UConverter* converter) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  char16_t buffer[4096];
  std::size_t held = 0;  // a high surrogate that waits for its other half
  for (;;) {
    char16_t* to = buffer + held;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &to, std::end(buffer), &from, end, nullptr, true, &status);
    std::size_t count = static_cast<std::size_t>(to - buffer);
    const bool more = status == U_BUFFER_OVERFLOW_ERROR;
    held = more && count > 0 && (buffer[count - 1] & 0xFC00) == 0xD800 ? 1 : 0;
    append_utf16(&out, buffer, count - held);
    if (held) buffer[0] = buffer[count - 1];
    if (!more) return out;
  }
}

}  // namespace

std::string convert(std::string_view bytes, const EncodingName& encoding) {
  if (encoding.converter == nullptr) return bytes.empty() ? "" : "\xEF\xBF\xBD";  // "replacement"
  if (const SingleByte* table = single_byte(encoding)) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 4);
    for (unsigned char c : bytes) {
      if (c < 0x80)
        out.push_back(static_cast<char>(c));
      else
        append_utf8(&out, (*table)[c]);
    }
    return out;
  }
  const Converter converter = open(encoding.converter);
  if (!converter) return convert(bytes, *find_encoding("windows-1252"));
  return convert_multi_byte(bytes, converter.get());
}

}  // namespace kaynak::text_detail
