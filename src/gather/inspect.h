/// @file What `kaynak inspect feed|warc|robots|url` prints, as JSON (DESIGN §4).
#pragma once

#include <string_view>

#include "base/json.h"
#include "gather/feed.h"
#include "gather/robots.h"
#include "gather/warc.h"

namespace kaynak {

/// `{format, title, language, link, problems, items:[…]}`; dates RFC 3339 or null.
Json feed_json(const Feed& feed);
/// `{type, target_uri, date, offset, length, http_status, content_type, payload_len,
/// payload_sha1}`; the payload is after HTTP decoding, `http_status` null where the record holds no
/// response. A record that breaks off has `truncated`.
Json warc_record_json(const WarcRecord& record);
/// `{url, allowed, rule, crawl_delay}`; `rule` is the line that decided, null where none did.
Json robots_json(const Robots& robots, std::string_view agent, std::string_view url);
/// `{url, href, key}`, or `{url, error}` where it is no URL. `base` may be empty.
Json url_json(std::string_view url, std::string_view base);

}  // namespace kaynak
