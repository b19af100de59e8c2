/// @file Sitemaps: urlset and sitemapindex (sitemaps.org 0.9) with news, images and languages,
/// lists of addresses as text, and feeds in their place. Read leniently.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace kaynak {

enum class SitemapKind {
  urlset,  ///< addresses of pages
  index,   ///< addresses of sitemaps
  text,    ///< addresses of pages, one a line
  feed     ///< RSS, Atom or JSON Feed
};

/// What a news sitemap says of a page. Plain text.
struct SitemapNews {
  std::string publication;
  std::string language;  ///< as written
  std::string title;
  std::optional<ZonedTime> published;
  std::vector<std::string> keywords;
};

/// The same page in another language.
struct SitemapAlternate {
  std::string url;
  std::string language;  ///< hreflang as written
};

struct SitemapEntry {
  std::string url;  ///< absolute http(s) address
  std::optional<ZonedTime> lastmod;
  std::optional<SitemapNews> news;
  std::vector<std::string> images;           ///< addresses, at most 1,000 (as the protocol says)
  std::vector<SitemapAlternate> alternates;  ///< at most 1,000
};

struct Sitemap {
  SitemapKind kind = SitemapKind::urlset;
  std::vector<SitemapEntry> entries;
  std::vector<std::string> problems;  ///< what was wrong and read all the same
};

/// `base` is the sitemap's own address. Gzip is known by its first bytes. No network, no external
/// entities, no entity expansion. Of more than 50,000 entries or 50 MiB the first are kept and a
/// problem says so. Errors: malformed (no sitemap in it).
Result<Sitemap> parse_sitemap(std::string_view bytes, std::string_view base = {},
                              std::string_view content_type = {});

}  // namespace kaynak
