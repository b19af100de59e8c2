/// Property: sentences are not empty, lie in order inside the text, and leave out white space only.
#include <cstdint>
#include <cstdlib>

#include "text/language.h"
#include "text/sentences.h"
#include "text/unicode.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::string_view language = all.substr(0, 2), text = all.substr(2);
  std::size_t last = 0;
  const auto blank = [&](std::size_t begin, std::size_t end) {
    while (begin < end)
      if (!kaynak::is_space(kaynak::next_code_point(text, &begin))) abort();
  };
  for (const auto& range : kaynak::split_sentences(text, language)) {
    if (range.begin < last || range.end <= range.begin || range.end > text.size()) abort();
    blank(last, range.begin);
    last = range.end;
  }
  blank(last, text.size());
  kaynak::detect_language(text, language);
  return 0;
}
