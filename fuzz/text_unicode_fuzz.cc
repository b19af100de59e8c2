/// Properties: folding white space twice is folding it once; a text folds alike whatever follows;
/// words lie in order inside the text; slugs are safe.
#include <cstdint>
#include <cstdlib>

#include "text/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string spaced = kaynak::fold_space(text);
  if (kaynak::fold_space(spaced) != spaced || spaced.size() > text.size()) abort();
  if (kaynak::fold(text) + "\u4e2d" != kaynak::fold(std::string(text) + "\u4e2d")) abort();
  const char* last = text.data();
  for (std::string_view word : kaynak::words(text)) {
    if (word.empty() || word.data() < last) abort();
    last = word.data() + word.size();
  }
  if (last > text.data() + text.size()) abort();
  for (char c : kaynak::slug(text))
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) abort();
  kaynak::search_tokens(text);
  kaynak::nfc(text);
  return 0;
}
