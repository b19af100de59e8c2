/// @file What a source's rights leave of an article. Internal to publish.
#pragma once

#include <string>
#include <string_view>

#include "publish/site.h"

namespace kaynak::publish_detail {

/// The first `words` words of `text` (by UAX #29), with "…" where something was cut; a word is
/// never cut. Empty for `words` below 1.
std::string cut_words(std::string_view text, int words);
/// The edition that may be shown: rights are full and it is ready; else nullptr.
const Edition* shown_edition(const ArticlePage& page);
/// The article's lead, else its first paragraph, as far as an excerpt may show it.
std::string excerpt(const ArticlePage& page);
/// Text for listings, feeds and descriptions, in the language shown: all of a summary, an excerpt,
/// or nothing.
std::string permitted_summary(const ArticlePage& page);
/// Whether the text shown is in another language than the page.
bool is_foreign(const ArticlePage& page);
/// The article's address at its outlet.
const std::string& article_url(const Article& article);

}  // namespace kaynak::publish_detail
