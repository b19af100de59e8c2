/// @file What the files of the feed reader share. Internal to gather/.
#pragma once

#include <string_view>

#include "gather/feed.h"
#include "gather/xml_tree.h"

namespace kaynak::gather_detail {

constexpr std::size_t kMaxItems = 10000;

Result<Feed> parse_json_feed(std::string_view bytes, std::string_view base);
Result<Feed> parse_xml_feed(XmlTree tree, std::string_view base);

/// Absolute http(s) address of `reference`, trimmed, against `base` (may be empty); else empty.
std::string feed_url(std::string_view reference, std::string_view base);
/// "desk@news.example (Ayşe Kaya)" and "Ayşe Kaya <desk@…>" give the name; an address alone gives
/// nothing; markup is taken out.
std::string person_name(std::string_view text);
/// Each of these adds what is not there yet, up to 100; what is empty is not added.
void add_name(std::vector<std::string>* to, std::string name);
void add_author(FeedItem* item, std::string name);
void add_tag(FeedItem* item, FeedTag tag);  ///< and its label to the categories

}  // namespace kaynak::gather_detail
