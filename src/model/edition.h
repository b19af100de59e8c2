/// @file An article in one language: its own, or translated by an engine or a person.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "model/article.h"
#include "model/ids.h"

namespace kaynak {

enum class EditionKind { original, machine, human };
const char* to_string(EditionKind kind);
std::optional<EditionKind> edition_kind_from(std::string_view word);

enum class EditionStatus {
  ready,      ///< may be published
  held,       ///< a check failed: a person must look
  withdrawn,  ///< its original was withdrawn
};
const char* to_string(EditionStatus status);
std::optional<EditionStatus> edition_status_from(std::string_view word);

/// Something a check found between a source sentence and its translation.
struct Finding {
  std::string check;        ///< "number", "url", "quotation_mark", "opaque", "empty", "engine"
  std::string detail;       ///< operator's English: "254 is missing"
  std::int32_t block = -1;  ///< index into Edition::blocks; -1 the headline
  std::int32_t sentence = -1;
  bool holds = true;  ///< whether it keeps the edition from being published
  friend bool operator==(const Finding&, const Finding&) = default;
};

/// One block of an edition, in the place of the article's block of the same index: `kind`, `url`,
/// `figure.url` and the like are read from there. `sentences[i]` translates sentence i of the
/// original block; empty for blocks without text.
struct EditionBlock {
  std::string text;  ///< the sentences joined as the original joins them (figures: the caption)
  std::vector<ByteRange> sentences;  ///< into `text`; as many as the original block has
  std::vector<Span> spans;  ///< into `text`: links and opaque parts that could be carried over
  friend bool operator==(const EditionBlock&, const EditionBlock&) = default;
};

/// A translation of an Article, aligned with it block by block and sentence by sentence. (The
/// article itself in its own language needs no Edition.) A human edition that cannot be aligned by
/// sentence gives each block one range.
struct Edition {
  EditionId id;
  ArticleId article;
  LanguageTag language;
  LanguageTag from;  ///< the language it was made from
  EditionKind kind = EditionKind::machine;
  EditionStatus status = EditionStatus::ready;
  std::string engine;  ///< "Apertium 3.8.3 eng-spa", "Apertium 3.8.3 eng-spa, spa-cat" for a pivot
  std::string translator;  ///< person, for a human edition
  std::string headline;
  std::string subheadline;
  std::vector<EditionBlock> blocks;  ///< as many as the article has
  std::vector<Finding> findings;
  std::string source_digest;  ///< text_digest() of the article it was made from
  Time created{};
  friend bool operator==(const Edition&, const Edition&) = default;
};

EditionId edition_id_for(const ArticleId& article, const LanguageTag& language);
/// SHA-256 over the headline and block texts: changes exactly when a translation would have to.
std::string text_digest(const Article& article);

}  // namespace kaynak
