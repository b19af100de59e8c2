/// @file Precompressed siblings of a file, for servers that send them as they are. Deterministic:
/// the same bytes give the same siblings. Thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "publish/site.h"

namespace kaynak {

/// Files smaller than this gain nothing: a response of this size fits one packet anyway.
inline constexpr std::size_t compress_from_bytes = 1024;

/// Whether the file's type, by its name, is text that compresses (.html .xml .css .svg .json .txt
/// .js).
bool is_compressible(std::string_view path);

/// The gzip member (RFC 1952) of `bytes`: no name, no time. Errors: internal.
Result<std::string> gzip_bytes(std::string_view bytes);
/// The brotli stream (RFC 7932) of `bytes`. Errors: internal.
Result<std::string> brotli_bytes(std::string_view bytes);

/// `PATH.gz` and `PATH.br` of a text file above `compress_from_bytes`, each only where it is
/// smaller than the file; nothing for other files. Errors: internal.
Result<std::vector<OutputFile>> precompress(const OutputFile& file);

}  // namespace kaynak
