/// @file The source line: a text's way from its origin to our page as a sentence in the reader's
/// language. Internal to publish.
#pragma once

#include <string>
#include <vector>

#include "publish/site.h"
#include "publish/view.h"

namespace kaynak::publish_detail {

/// A piece of a clause: words of the sentence, or a name with where it leads.
struct LinePart {
  std::string text;
  bool name = false;
  std::string href;  ///< safe, or empty
  friend bool operator==(const LinePart&, const LinePart&) = default;
};

/// "written by A and B for C": one station of the way.
struct LineClause {
  std::vector<LinePart> parts;
  bool here = false;  ///< our own site
};

/// The clauses in order, origin first, our site last. `hops` are those of the text, the outlet's
/// own among them. Speakers of an interview, whoever told it first, agencies, authors with the
/// outlet they wrote for, translators, republishers; then how `page`'s edition was translated, and
/// the site. A name that is doubtful (doubtful_below) says so. The first clause begins as a
/// sentence does in the language.
std::vector<LineClause> source_line(const std::vector<Hop>& hops, const Edition* edition,
                                    const Scene& scene);

/// The same as plain text up to the outlet (schema.org creditText): clauses joined by " · ".
std::string credit_text(const std::vector<Hop>& hops, const Edition* edition, const Scene& scene);

}  // namespace kaynak::publish_detail
