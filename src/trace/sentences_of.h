/// @file An article's sentences as its versions are compared by. Internal to trace.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "trace/revision.h"

namespace kaynak::trace_detail {

inline constexpr std::size_t kMostSentences = 20000;

struct ComparedSentence {
  std::string_view text;  ///< into the article
  SentencePlace place;
  std::uint64_t hash = 0;  ///< equal for sentences that differ in typography alone
  bool furniture = false;
};

/// Hash of a text without white space, and with one form of each quotation mark and dash.
std::uint64_t plain_hash(std::string_view text);
/// The sub-headline and the sentences of all blocks with text but figures, in order.
std::vector<ComparedSentence> sentences_of(const Article& article);
/// Words of a text as sorted hashes, and the share of words that two of them have in common, 0
/// to 1.
std::vector<std::uint64_t> sorted_words(std::string_view text);
double likeness(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

}  // namespace kaynak::trace_detail
