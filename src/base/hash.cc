#include "base/hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>
#include <cstring>
#include <stdexcept>

namespace kaynak {
namespace {

std::string digest(const EVP_MD* method, std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, method, nullptr) != 1)
    throw std::runtime_error("libcrypto digest failed");
  return std::string(reinterpret_cast<const char*>(out.data()), size);
}

/// Looked up once: EVP_sha256() is looked up anew at each use, which takes longer than the digest
/// of an address. Never freed, as threads may still use it when the program ends.
const EVP_MD* method(const char* name) {
  const EVP_MD* found = EVP_MD_fetch(nullptr, name, nullptr);
  if (found == nullptr) throw std::runtime_error("libcrypto digest failed");
  return found;
}
const EVP_MD* sha256_method() {
  static const EVP_MD* const found = method("SHA256");
  return found;
}
const EVP_MD* sha1_method() {
  static const EVP_MD* const found = method("SHA1");
  return found;
}

std::string hex(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const unsigned char b : bytes) {
    out += digits[b >> 4];
    out += digits[b & 15];
  }
  return out;
}

std::string base32(std::string_view bytes) {
  static constexpr char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  unsigned int buffer = 0;
  int bits = 0;
  for (const unsigned char b : bytes) {
    buffer = (buffer << 8) | b;
    for (bits += 8; bits >= 5; bits -= 5) out += digits[(buffer >> (bits - 5)) & 31];
  }
  if (bits > 0) out += digits[(buffer << (5 - bits)) & 31];
  return out;
}

std::uint64_t mix(std::uint64_t x) {  // finaliser of splitmix64
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ull;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebull;
  return x ^ (x >> 31);
}

}  // namespace

std::string sha256_hex(std::string_view bytes) { return hex(digest(sha256_method(), bytes)); }
std::string sha1_hex(std::string_view bytes) { return hex(digest(sha1_method(), bytes)); }
std::string sha1_base32(std::string_view bytes) { return base32(digest(sha1_method(), bytes)); }

std::string hmac_sha256_hex(std::string_view key, std::string_view message) {
  return hmac_hex("sha256", key, message);
}

std::string hmac_hex(std::string_view method, std::string_view key, std::string_view message) {
  const EVP_MD* digest = method == "sha1"     ? EVP_sha1()
                         : method == "sha256" ? EVP_sha256()
                         : method == "sha384" ? EVP_sha384()
                         : method == "sha512" ? EVP_sha512()
                                              : nullptr;
  if (digest == nullptr) return {};
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned int size = 0;
  if (HMAC(digest, key.data(), static_cast<int>(key.size()),
           reinterpret_cast<const unsigned char*>(message.data()), message.size(), out.data(),
           &size) == nullptr)
    throw std::runtime_error("libcrypto HMAC failed");
  return hex({reinterpret_cast<const char*>(out.data()), size});
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string random_hex(std::size_t bytes) {
  std::string raw(bytes, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(raw.data()), static_cast<int>(bytes)) != 1)
    throw std::runtime_error("libcrypto has no random bytes");
  return hex(raw);
}

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
  std::uint64_t state = mix(seed + 0x9e3779b97f4a7c15ull * (bytes.size() + 1));
  while (bytes.size() >= 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data(), 8);
    state = mix(state ^ word) * 0x9e3779b97f4a7c15ull;
    bytes.remove_prefix(8);
  }
  std::uint64_t last = 0;
  std::memcpy(&last, bytes.data(), bytes.size());
  return mix(state ^ last ^ (static_cast<std::uint64_t>(bytes.size()) << 56));
}

}  // namespace kaynak
