/// @file Zstandard decoding, RFC 8878 (libzstd behind one file). Internal to gather/.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace kaynak::gather_detail {

/// All frames of `bytes`. Windows over 8 MiB, the most that a server may use (RFC 9659), are not
/// decoded. Errors: malformed (nothing of it could be decoded), too_large. A stream that breaks off
/// gives what came before.
Result<std::string> zstd_decode(std::string_view bytes, std::size_t max_bytes);

}  // namespace kaynak::gather_detail
