/// Property: numbers lie in order inside the text, and their values are canonical decimals.
#include <cstdint>
#include <cstdlib>

#include "text/numbers.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::string_view language = all.substr(0, 2), text = all.substr(2);
  std::size_t last = 0;
  for (const auto& number : kaynak::find_numbers(text, language)) {
    if (number.begin < last || number.end <= number.begin || number.end > text.size()) abort();
    last = number.end;
    const std::string& v = number.value;
    const std::size_t point = v.find('.');
    if (v.empty() || v.find_first_not_of("0123456789.") != v.npos) abort();
    if (point != v.npos && (point == 0 || v.back() == '0' || v.back() == '.')) abort();
    if (v.size() > 1 && v[0] == '0' && point != 1) abort();
  }
  return 0;
}
