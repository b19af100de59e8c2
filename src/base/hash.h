/// @file Digests, message authentication and random bytes (OpenSSL's libcrypto behind one file).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kaynak {

/// Lower-case hexadecimal SHA-256 (64 characters) of bytes.
std::string sha256_hex(std::string_view bytes);
/// Lower-case hexadecimal SHA-1 (40 characters): for WARC digests only, never for security.
std::string sha1_hex(std::string_view bytes);
/// The 20 raw bytes of SHA-1 as base32 (RFC 4648), as WARC-Payload-Digest writes them.
std::string sha1_base32(std::string_view bytes);
/// Lower-case hexadecimal HMAC-SHA-256.
std::string hmac_sha256_hex(std::string_view key, std::string_view message);
/// Lower-case hexadecimal HMAC by the method named "sha1", "sha256", "sha384" or "sha512"; empty
/// for another name.
std::string hmac_hex(std::string_view method, std::string_view key, std::string_view message);
/// Whether two strings are equal, in time that depends on their lengths alone.
bool equal_in_constant_time(std::string_view a, std::string_view b);
/// `bytes` cryptographically random bytes, in hexadecimal.
std::string random_hex(std::size_t bytes);
/// Fast 64-bit hash with good avalanche (not cryptographic, stable across runs and machines).
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace kaynak
