/// @file schema.org NewsArticle as JSON-LD (https://schema.org/NewsArticle). Internal to publish.
#pragma once

#include "publish/site.h"
#include "publish/view.h"

namespace kaynak::publish_detail {

/// What the page shows, as data: nothing that the source's rights keep from readers.
Json news_article(const ArticlePage& page, const Scene& scene);

}  // namespace kaynak::publish_detail
