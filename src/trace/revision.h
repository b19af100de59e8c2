/// @file Two versions of one article → what its outlet changed, sentence by sentence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "model/article.h"

namespace kaynak {

enum class ChangeKind {
  added,    //
  removed,  //
  changed,  ///< a sentence in another wording
  moved,    ///< the same sentence in another place
};
const char* to_string(ChangeKind kind);

/// How much a change is worth telling.
enum class ChangeWeight {
  text,        ///< the words, a number, a picture
  typography,  ///< white space, quotation marks, dashes: nothing that a reader hears
  furniture,   ///< update stamps, counters, links to other articles: not of the article
};
const char* to_string(ChangeWeight weight);

/// Where a sentence stands: indices into Article::blocks and Block::sentences (0 where a block has
/// none). Block -1 is no block: the headline, the sub-headline, or nowhere.
struct SentencePlace {
  std::int32_t block = -1;
  std::int32_t sentence = -1;
  friend bool operator==(const SentencePlace&, const SentencePlace&) = default;
};

struct SentenceChange {
  ChangeKind kind = ChangeKind::changed;
  ChangeWeight weight = ChangeWeight::text;
  std::string before, after;  ///< the sentences; `before` is empty when added, `after` when removed
  SentencePlace was, is;      ///< in the earlier and in the later version
  bool numbers = false;       ///< a pair of sentences that give different numbers
};

/// A picture that came, went, or has another caption, credit or file.
struct PictureChange {
  ChangeKind kind = ChangeKind::changed;
  ChangeWeight weight = ChangeWeight::text;
  std::string url_before, url_after;
  std::string caption_before, caption_after;
};

/// How many changes of each kind; furniture is left out, typography counts as `minor` alone.
struct ChangeCounts {
  int headline = 0, added = 0, removed = 0, changed = 0, moved = 0, pictures = 0, minor = 0;
};

struct Revision {
  std::optional<SentenceChange> headline;
  std::vector<SentenceChange> sentences;  ///< in reading order; sub-headline first
  std::vector<PictureChange> pictures;

  bool empty() const { return !headline && sentences.empty() && pictures.empty(); }
  /// Whether any change has this weight.
  bool has(ChangeWeight weight) const;
  ChangeCounts counts() const;
};

/// What changed from one version to the other. Sentences that both have are matched in order
/// (patience diff over their hashes); of the rest, those with enough words in common are pairs.
/// Time grows with the number of sentences, and with its square only inside a passage without any
/// unique common sentence, up to a limit past which that passage counts as replaced. At most 20,000
/// sentences of each are compared. Thread-safe; never fails.
Revision diff(const Article& before, const Article& after);

/// Whether two pages can be looks at one article: a third of the sentences of the shorter in
/// common, or, where one has hardly any text, the headline.
bool resembles(const Article& a, const Article& b);

Json to_json(const ChangeCounts& counts);
Json to_json(const Revision& revision);

}  // namespace kaynak
