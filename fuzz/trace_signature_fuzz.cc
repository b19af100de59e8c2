// A stored signature of any bytes: refused, or a value that comparing and storing again never
// breaks.
#include <cstdlib>

#include "trace/trace.h"

using namespace kaynak;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json = parse_json({reinterpret_cast<const char*>(data), size});
  if (!json) return 0;
  const auto signature = signature_from_json(*json);
  if (!signature) return 0;
  const auto again = signature_from_json(to_json(*signature));
  if (!again || again->shingles != signature->shingles || again->minhash != signature->minhash)
    std::abort();
  const double share = containment(*signature, *again), like = similarity(*signature, *again);
  if (!(share >= 0 && share <= 1 && like >= 0 && like <= 1)) std::abort();
  same_text(*signature, *again);
  band_keys(*signature);
  return 0;
}
