// Property: a JSON text that parses is written as one that parses to the same value.
#include <cstdint>
#include <cstdlib>

#include "base/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parsed = kaynak::parse_json({reinterpret_cast<const char*>(data), size}, 1 << 20);
  if (!parsed) return 0;
  const auto again = kaynak::parse_json(parsed->dump());
  if (!again || again->dump() != parsed->dump()) std::abort();
  return 0;
}
