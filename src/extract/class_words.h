/// @file What the words in class and id attributes say about an element. Data: class_words.cc.
#pragma once

#include <cstdint>
#include <string_view>

namespace kaynak::extract_detail {

/// X(name): one bit each. What a site's author called the element, in any of a dozen languages.
// clang-format off
#define KAYNAK_CLASS_MEANINGS(X)                                                                  \
  X(comment) X(share) X(related) X(newsletter) X(ad) X(nav) X(footer) X(sidebar) X(author)        \
  X(tags) X(consent) X(paywall) X(caption) X(meta) X(popup) X(teaser) X(pagination) X(media)      \
  X(widget) X(tool) X(hidden) X(embed) X(factbox) X(correction) X(list) X(article) X(body)        \
  X(post) X(lead) X(headline) X(main) X(quote) X(header) X(login) X(credit) X(kicker) X(live)
// clang-format on

enum class Meaning : unsigned {
#define KAYNAK_MEANING(name) name,
  KAYNAK_CLASS_MEANINGS(KAYNAK_MEANING)
#undef KAYNAK_MEANING
      count_
};

using Meanings = std::uint64_t;  ///< bit set of Meaning

constexpr Meanings bit(Meaning m) { return Meanings{1} << static_cast<unsigned>(m); }
inline bool has(Meanings set, Meaning m) { return (set & bit(m)) != 0; }

/// Meanings of the words in one class or id value. Words are split at anything but letters and
/// digits and at camelCase humps; two neighbouring words are also looked up as one ("article-body",
/// "articleBody", "articlebody").
Meanings meanings_of(std::string_view value);

}  // namespace kaynak::extract_detail
