// An HTTP message never gives more than its limit.
#include <cstdint>
#include <cstdlib>

#include "gather/warc.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view block(reinterpret_cast<const char*>(data), size);
  const auto message = kaynak::parse_http_message(block, 1 << 20);
  if (message && message->payload.size() > 1 << 20) std::abort();
  return 0;
}
