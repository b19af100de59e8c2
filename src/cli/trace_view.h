/// @file An article's claims to look at: as a tree for the terminal, as an HTML page.
#pragma once

#include <string>
#include <vector>

#include "cli/trace_claims.h"
#include "model/article.h"

namespace kaynak {

/// Lines for a terminal: the chain as a tree with the words that prove each hop, then pictures,
/// quotations with speaker and relay, statements, sources named, dates. Doubtful claims begin
/// with "?".
std::string traced_as_text(const Article& article);

/// A whole HTML document without scripts: the article's text with every claim marked, a tooltip of
/// its evidence on each (shown on hover and on focus), and the claims as a list.
std::string traced_as_html(const Article& article);

}  // namespace kaynak
