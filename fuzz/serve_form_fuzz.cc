// A form's fields are UTF-8, few, and come back the same once encoded again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "serve/target.h"
#include "text/unicode.h"

using namespace kaynak;
using namespace kaynak::serve_detail;

namespace {

bool is_utf8(std::string_view text) {
  std::string again;
  for (std::size_t i = 0; i < text.size();) append_utf8(&again, next_code_point(text, &i));
  return again == text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto fields = parse_form({reinterpret_cast<const char*>(data), size});
  if (!fields) return 0;
  if (fields->size() > 32) abort();
  std::string encoded;
  for (const auto& [name, value] : *fields) {
    if (!is_utf8(name) || !is_utf8(value)) abort();
    encoded += encode_value(name) + "=" + encode_value(value) + "&";
  }
  const auto again = parse_form(encoded);
  if (!again || *again != *fields) abort();
  return 0;
}
