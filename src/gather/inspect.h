/// @file What `kaynak inspect feed|opml|warc|robots|url` prints, as JSON (DESIGN §4).
#pragma once

#include <string_view>

#include "base/json.h"
#include "gather/feed.h"
#include "gather/opml.h"
#include "gather/robots.h"
#include "gather/sitemap.h"
#include "gather/warc.h"

namespace kaynak {

/// `{format, title, language, link, problems, items:[…]}`; dates RFC 3339 or null. What a feed does
/// not say of itself or an item is left out, but for the members of the contract.
Json feed_json(const Feed& feed);
/// The same members, so that both are counted alike: format "sitemap", "sitemapindex" or "text";
/// an item's `updated` is its lastmod, `enclosures` are its images; what a news sitemap and
/// hreflang say are `publication`, `language` and `alternates`.
Json sitemap_json(const Sitemap& sitemap);
/// Whichever of the two `bytes` are. Errors: those of parse_feed, for what is neither.
Result<Json> feed_or_sitemap_json(std::string_view bytes, std::string_view base,
                                  std::string_view content_type);
/// `{title, problems, outlines:[{title, xml_url, html_url, path, language, …}]}`: its feeds, `path`
/// the folders a feed stands in.
Json opml_json(const Opml& opml);
/// `{type, target_uri, date, offset, length, http_status, content_type, payload_len,
/// payload_sha1}`; the payload is after HTTP decoding, `http_status` null where the record holds no
/// response. A record that breaks off has `truncated`.
Json warc_record_json(const WarcRecord& record);
/// `{url, allowed, rule, crawl_delay}`; `rule` is the line that decided, null where none did.
Json robots_json(const Robots& robots, std::string_view agent, std::string_view url);
/// `{url, href, key, clean, domain, homepage, feed}` (text/url.h), or `{url, error}` where it is no
/// URL. `base` may be empty.
Json url_json(std::string_view url, std::string_view base);

}  // namespace kaynak
