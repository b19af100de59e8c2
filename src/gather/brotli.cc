#include "gather/brotli.h"

#include <brotli/decode.h>

#include <memory>

namespace kaynak::gather_detail {

Result<std::string> brotli_decode(std::string_view bytes, std::size_t max_bytes) {
  const std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  if (!state) throw std::bad_alloc();
  std::string out;
  std::size_t in_left = bytes.size();
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (;;) {
    std::uint8_t buffer[1 << 15];
    std::size_t room = sizeof buffer;
    std::uint8_t* to = buffer;
    const auto code =
        BrotliDecoderDecompressStream(state.get(), &in_left, &in, &room, &to, nullptr);
    out.append(reinterpret_cast<char*>(buffer), sizeof buffer - room);
    if (out.size() > max_bytes)
      return fail(ErrorCode::too_large, "gather",
                  "brotli content decodes to more than " + std::to_string(max_bytes) + " bytes");
    if (code == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) continue;
    if (code == BROTLI_DECODER_RESULT_ERROR && out.empty())
      return fail(ErrorCode::malformed, "gather", "not brotli");
    return out;
  }
}

}  // namespace kaynak::gather_detail
