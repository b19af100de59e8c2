/// @file What the words of a short text talk about, where that tells a site's own notes from an
/// article. Data: said_words.cc.
#pragma once

#include <cstdint>
#include <string_view>

namespace kaynak::extract_detail {

/// X(name): one bit each.
// clang-format off
#define KAYNAK_SAID_WORDS(X)                                                                      \
  X(newsletter) X(subscribe) X(network) X(picture_agency) X(click) X(donate) X(minutes)           \
  X(app) X(watch) X(staff) X(terms) X(address)
// clang-format on

enum class Said : unsigned {
#define KAYNAK_SAID(name) name,
  KAYNAK_SAID_WORDS(KAYNAK_SAID)
#undef KAYNAK_SAID
      count_
};

/// A bit for each thing that a text mentions.
struct Mentions {
  std::uint32_t once = 0;   ///< once or more
  std::uint32_t twice = 0;  ///< twice or more
};
/// Reads at most 400 bytes.
Mentions mentions_in(std::string_view text);

constexpr std::uint32_t bit(Said s) { return std::uint32_t{1} << static_cast<unsigned>(s); }

}  // namespace kaynak::extract_detail
