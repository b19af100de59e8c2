#include "base/json.h"
#include "base/strings.h"
#include "gather/feed_date.h"
#include "gather/feed_detail.h"
#include "gather/feed_text.h"
#include "text/encoding.h"
#include "text/unicode.h"

namespace kaynak::gather_detail {
namespace {

std::string text_of(const Json& value) {
  if (value.is_integer()) return std::to_string(value.as_int());
  return value.as_string();
}

void add_people(const Json& object, FeedItem* item) {
  for (const auto& author : object["authors"].items())
    add_author(item, fold_space(author["name"].as_string()));
  add_author(item, fold_space(object["author"]["name"].as_string()));
}

FeedItem read_item(const Json& json, std::string_view base) {
  FeedItem item;
  item.id = text_of(json["id"]);
  item.url = feed_url(json["url"].as_string(), base);
  if (item.url.empty()) item.url = feed_url(json["external_url"].as_string(), base);
  if (item.url.empty()) item.url = feed_url(item.id, {});
  item.title = fold_space(json["title"].as_string());
  item.published = parse_feed_date(json["date_published"].as_string());
  item.updated = parse_feed_date(json["date_modified"].as_string());
  item.summary = html_to_line(json["summary"].as_string());
  item.content_text = html_to_text(json["content_html"].as_string());
  if (item.content_text.empty()) item.content_text = json["content_text"].as_string();
  item.language = json["language"].as_string();
  item.image = feed_url(json["image"].as_string(), base);
  if (item.image.empty()) item.image = feed_url(json["banner_image"].as_string(), base);
  add_people(json, &item);
  for (const auto& tag : json["tags"].items())
    add_tag(&item, {fold_space(tag.as_string()), {}, {}});
  for (const auto& a : json["attachments"].items()) {
    Enclosure enclosure{feed_url(a["url"].as_string(), base), a["mime_type"].as_string(),
                        a["size_in_bytes"].as_int()};
    if (!enclosure.url.empty() && item.enclosures.size() < 100)
      item.enclosures.push_back(std::move(enclosure));
  }
  return item;
}

void read_head(const Json& json, std::string_view base, Feed* feed) {
  feed->title = fold_space(json["title"].as_string());
  feed->subtitle = fold_space(json["description"].as_string());
  feed->language = json["language"].as_string();
  feed->link = feed_url(json["home_page_url"].as_string(), base);
  feed->self = feed_url(json["feed_url"].as_string(), base);
  feed->next = feed_url(json["next_url"].as_string(), base);
  feed->image = feed_url(json["icon"].as_string(), base);
  feed->icon = feed_url(json["favicon"].as_string(), base);
  const auto& version = json["version"].as_string();  // "https://jsonfeed.org/version/1.1"
  if (version.find("/version/") != std::string::npos)
    feed->version = version.substr(version.rfind('/') + 1);
  for (const auto& hub : json["hubs"].items())
    if (feed->hub.empty() && iequals(hub["type"].as_string(), "websub"))
      feed->hub = feed_url(hub["url"].as_string(), base);
  FeedItem whole;
  add_people(json, &whole);
  feed->authors = std::move(whole.authors);
}

/// The objects of the array "items" that are whole, where the document is not.
std::vector<Json> whole_items(std::string_view text) {
  std::vector<Json> out;
  auto at = text.find("\"items\"");
  at = at == std::string_view::npos ? at : text.find('[', at);
  std::size_t begin = 0, depth = 0;
  bool in_string = false;
  for (auto i = at; i < text.size() && out.size() < kMaxItems; ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' && depth++ == 0) {
      begin = i;
    } else if (c == '}' && depth > 0 && --depth == 0) {
      if (auto item = parse_json(text.substr(begin, i + 1 - begin))) out.push_back(*item);
    } else if (c == ']' && depth == 0) {
      break;
    }
  }
  return out;
}

}  // namespace

Result<Feed> parse_json_feed(std::string_view bytes, std::string_view base) {
  const auto text = decode_as(bytes, "utf-8");
  Feed feed;
  feed.format = "json";
  feed.charset = "utf-8";
  auto json = parse_json(text);
  std::vector<Json> rescued;
  if (!json) {
    rescued = whole_items(text);
    if (rescued.empty()) return fail(json.error());
    feed.well_formed = false;
    feed.problems.push_back("the JSON is broken (" + json.error().detail +
                            "); items that are whole were read");
    json = Json::object();
  } else if (!json->contains("items") && !json->contains("version")) {
    return fail(ErrorCode::malformed, "gather", "no JSON Feed: it has no \"items\"");
  }
  read_head(*json, base, &feed);
  for (const auto& item : rescued.empty() ? (*json)["items"].items() : rescued) {
    if (feed.items.size() >= kMaxItems) {
      feed.problems.push_back("more than 10,000 items: the rest is left out");
      break;
    }
    feed.items.push_back(read_item(item, base));
    auto& added = feed.items.back();
    if (added.authors.empty()) added.authors = feed.authors;
    if (added.language.empty()) added.language = feed.language;
  }
  return feed;
}

}  // namespace kaynak::gather_detail
