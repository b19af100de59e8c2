// A cleaned comment holds nothing that hides or turns text around, and cleaning it again changes
// nothing.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "comment/comment.h"
#include "text/unicode.h"

using namespace kaynak;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view typed(reinterpret_cast<const char*>(data), size);
  const std::string clean = clean_comment_text(typed, false);
  for (std::size_t i = 0; i < clean.size();) {
    const char32_t c = next_code_point(clean, &i);
    if ((c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0)) abort();
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF) abort();
  }
  if (clean_comment_text(clean, false) != clean) abort();
  if (clean_comment_text(typed, true).find('\n') != std::string::npos) abort();
  (void)hold_reasons("A", clean);
  return 0;
}
