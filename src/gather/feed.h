/// @file Feeds: RSS 0.9x/1.0/2.0, Atom 0.3/1.0, JSON Feed → one form, with what the usual modules
/// say (Dublin Core, content, Media RSS, iTunes, threading, syndication). Read leniently.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace kaynak {

struct Enclosure {
  std::string url;
  std::string type;
  std::int64_t length = 0;
};

/// A link as a feed states it. At most 100 are kept of one item or feed.
struct FeedLink {
  std::string url;  ///< absolute
  std::string rel;  ///< "alternate" where nothing is said
  std::string type;
  std::string title;
  std::string language;  ///< hreflang
};

/// A subject with the vocabulary it is from (IPTC's, a site's own).
struct FeedTag {
  std::string term;
  std::string scheme;  ///< as written; empty where none is given
  std::string label;   ///< for people; empty where the term is
};

/// A picture, video or sound with what is said of it (Media RSS).
struct FeedMedia {
  std::string url;     ///< absolute; empty where only a thumbnail is given
  std::string type;    ///< media type
  std::string medium;  ///< "image", "video", …
  std::string title;
  std::string description;
  std::vector<std::string> credits;  ///< names
  std::string thumbnail;             ///< absolute
  std::string license;               ///< absolute address
};

/// What a feed says of itself. All text is plain text on one line; addresses are absolute http(s)
/// ones or empty.
struct FeedHead {
  std::string id;
  std::string title;
  std::string subtitle;
  std::string link;  ///< the page it is the feed of
  std::string self;  ///< its own address, as it says
  std::string language;
  std::string rights;
  std::string license;  ///< address
  std::string publisher;
  std::string generator;
  std::string image;  ///< address of its logo
  std::string icon;
  std::vector<std::string> authors, contributors, categories;
  std::vector<FeedTag> tags;
  std::vector<FeedLink> links;
  std::optional<ZonedTime> published, updated;
};

struct FeedItem {
  std::string id;     ///< guid or atom:id as written
  std::string url;    ///< absolute
  std::string title;  ///< plain text
  std::optional<ZonedTime> published;
  std::optional<ZonedTime> updated;
  std::string summary;       ///< plain text
  std::string content_text;  ///< plain text of content:encoded / atom:content
  std::vector<std::string> authors;
  std::vector<std::string> contributors;
  std::vector<std::string> categories;  ///< labels of the tags
  std::vector<FeedTag> tags;
  std::vector<Enclosure> enclosures;
  std::vector<FeedLink> links;
  std::vector<FeedMedia> media;
  /// BCP 47 as written: of its content, else its summary, else its title; else what holds for the
  /// item or feed. Empty where nothing is said.
  std::string language;
  std::string rights;     ///< plain text
  std::string license;    ///< address of the licence
  std::string publisher;  ///< name
  std::string image;      ///< address of the picture that stands for it
  std::string comments_url;
  std::string in_reply_to;              ///< RFC 4685: id (else address) of what it answers
  std::optional<std::int64_t> replies;  ///< how many answers it says it has
  std::optional<FeedHead> source;       ///< the feed it was taken from (atom:source, RSS source)
  bool deleted = false;  ///< an RFC 6721 tombstone (at:deleted-entry): withdrawn by its publisher
};

struct Feed : FeedHead {
  std::string format;    ///< "rss", "rdf", "atom", "json"
  std::string version;   ///< as stated: "2.0", "0.3"; empty where it is not
  std::string charset;   ///< WHATWG name of the encoding it was read in
  std::string hub;       ///< WebSub hub
  std::string next;      ///< RFC 5005: the page of older items
  std::string archive;   ///< RFC 5005: the document of items before these (prev-archive)
  std::string moved_to;  ///< the address it says it moved to
  std::optional<Seconds> poll_hint;  ///< how long it asks to be left alone (ttl, sy:updatePeriod)
  std::vector<int> skip_hours;       ///< hours of UTC (0–23) in which it does not change
  std::vector<FeedItem> items;
  bool well_formed = true;            ///< false: it had to be mended to be read
  std::vector<std::string> problems;  ///< what was wrong and read all the same
};

/// `base` is the feed's own URL. No network, no external entities, no entity expansion beyond the
/// five of XML and HTML's names; at most 10,000 items. Errors: malformed (no feed in it), too_large
/// (> 32 MiB).
Result<Feed> parse_feed(std::string_view bytes, std::string_view base = {},
                        std::string_view content_type = {});

}  // namespace kaynak
