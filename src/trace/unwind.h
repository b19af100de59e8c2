/// @file A republished page's chain led back through the pages it was taken from.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/article.h"

namespace kaynak {

/// The article at an address, where it is known.
using FindArticle = std::function<std::optional<Article>(const std::string& url)>;

/// The article's hops, with those of the page it republishes before them, of the page that one
/// republishes before these, and so on: at most 8 pages, none twice. Stations that both name stand
/// once, as the older page has them. A hop of another page points into none of this article's
/// blocks: its `proof` is that page's address and the words that stand there.
std::vector<Hop> unwound(const Article& article, const FindArticle& find);

}  // namespace kaynak
