/// @file What an article claims about whose words it holds, each claim with the words that prove
/// it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "model/article.h"

namespace kaynak {

/// One claim. Texts are UTF-8, as written in the article where not said otherwise.
struct Claim {
  enum Kind { hop, photo, quotation, statement, cited, date };
  Kind kind = hop;
  std::string role;    ///< of a hop or a photo credit; else "quotation", "statement", "date"
  std::string name;    ///< who: canonical where known; a date: resolved; empty: nobody
  std::string url;     ///< where the name leads
  std::string via;     ///< who relayed it
  std::string words;   ///< the words that prove it; of a quotation what was said
  std::string before;  ///< what stands before and after them, cut to a few words
  std::string after;
  std::string where;  ///< "paragraph 3", "byline", "credit line", "page data"
  std::string
      said;  ///< of quotations and statements: the words that name who said it, with the cue
  Evidence evidence;
  int inside = -1;  ///< index of the claim that this one stands inside (nested quotations)
  double confidence = 1;
};
const char* to_string(Claim::Kind kind);

/// Claims in the order of `Claim::Kind`, within one kind in the article's order.
std::vector<Claim> claims_of(const Article& article);

/// {kind, role, name, url, via, words, where, said, evidence…, confidence}; what is empty is left
/// out.
Json claim_json(const Claim& claim);

}  // namespace kaynak
