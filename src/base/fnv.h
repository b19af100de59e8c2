/// @file FNV-1a, 32 bits: a hash for tables in memory, made byte by byte while a word is read. Not
/// for anything stored, and not against hostile collisions.
#pragma once

#include <cstdint>
#include <string_view>

namespace kaynak {

class Fnv1a {
 public:
  Fnv1a() = default;
  explicit Fnv1a(std::string_view bytes) {
    for (const char c : bytes) add(c);
  }
  void add(char c) { value_ = (value_ ^ static_cast<unsigned char>(c)) * 16777619u; }
  std::uint32_t value() const { return value_; }

 private:
  std::uint32_t value_ = 2166136261u;
};

}  // namespace kaynak
