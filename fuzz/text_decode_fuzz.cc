/// Property: whatever the bytes and the labels, what comes out is UTF-8 without NUL.
#include <cstdint>
#include <cstdlib>

#include "text/encoding.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t line = text.find('\n');
  const std::string_view label = text.substr(0, line);
  const std::string_view body = line == text.npos ? text : text.substr(line + 1);
  for (const auto& page : {kaynak::decode_html(body, label), kaynak::decode_xml(body)})
    if (!kaynak::is_valid_utf8(page.text) || page.text.find('\0') != std::string::npos) abort();
  if (!kaynak::is_valid_utf8(kaynak::decode_as(body, label))) abort();
  return 0;
}
