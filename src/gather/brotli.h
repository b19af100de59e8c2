/// @file Brotli decoding (libbrotlidec behind one file). Internal to gather/.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace kaynak::gather_detail {

/// Errors: malformed (nothing of it could be decoded), too_large. A stream that breaks off gives
/// what came before.
Result<std::string> brotli_decode(std::string_view bytes, std::size_t max_bytes);

}  // namespace kaynak::gather_detail
