#include "gather/zstd_decode.h"

#include <zstd.h>

#include <memory>
#include <new>

namespace kaynak::gather_detail {
namespace {
constexpr int kWindowLog = 23;
}

Result<std::string> zstd_decode(std::string_view bytes, std::size_t max_bytes) {
  const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(),
                                                                        ZSTD_freeDCtx);
  if (!context) throw std::bad_alloc();
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kWindowLog);
  std::string out;
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  for (;;) {
    char buffer[1 << 15];
    ZSTD_outBuffer to{buffer, sizeof buffer, 0};
    const auto left = ZSTD_decompressStream(context.get(), &to, &in);
    out.append(buffer, to.pos);
    if (out.size() > max_bytes)
      return fail(ErrorCode::too_large, "gather",
                  "zstd content decodes to more than " + std::to_string(max_bytes) + " bytes");
    if (ZSTD_isError(left) && out.empty()) return fail(ErrorCode::malformed, "gather", "not zstd");
    if (ZSTD_isError(left) || (in.pos == in.size && to.pos < to.size)) return out;
  }
}

}  // namespace kaynak::gather_detail
