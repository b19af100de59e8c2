/// @file Articles → stories: near-duplicates of one language, and who had the text first.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "base/time.h"
#include "model/article.h"
#include "model/story.h"

namespace kaynak {

/// What tracing keeps of an article: enough to find and compare it without its text.
struct Signature {
  ArticleId article;
  LanguageTag language;
  std::optional<Time> published;
  bool agency = false;                     ///< its outlet is a news agency
  std::vector<std::string> text_agencies;  ///< credited for its text
  std::vector<std::uint64_t>
      minhash;  ///< signature_size values; empty for a text too short to compare
  std::vector<std::uint64_t> shingles;  ///< sorted distinct hashes of word shingles
};

inline constexpr std::size_t signature_size = 128;

/// Signature of an article's body. `agency` says that its outlet is a news agency.
Signature signature_of(const Article& article, bool agency);
Json to_json(const Signature& signature);
/// Reads what to_json wrote. Errors: malformed.
Result<Signature> signature_from_json(const Json& json);

/// Band keys under which near-duplicates meet (LSH): two articles with one equal key are
/// candidates.
std::vector<std::uint64_t> band_keys(const Signature& signature);
/// Estimated Jaccard similarity of two signatures, 0 to 1.
double similarity(const Signature& a, const Signature& b);
/// Share of `part`'s shingles that stand in `whole`, 0 to 1.
double containment(const Signature& part, const Signature& whole);
/// Whether the two tell the same text (thresholds in trace.cc name their sweep).
bool same_text(const Signature& a, const Signature& b);

/// The story that a set of same-text articles makes: order, first, and an edge from the earliest
/// holder of the text to each other one. Edge evidence is left empty; shared_passage() finds it.
/// Requires a non-empty set.
Story make_story(const std::vector<Signature>& members);
/// Longest passage that two bodies share word for word, as written in `b`, at most `max_bytes`;
/// empty if under 5 words.
std::string shared_passage(const Article& a, const Article& b, std::size_t max_bytes = 200);

}  // namespace kaynak
