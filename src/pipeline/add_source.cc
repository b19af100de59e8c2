#include "pipeline/add_source.h"

#include "gather/feed.h"
#include "html/document.h"
#include "text/url.h"

namespace kaynak {
namespace {

struct FoundFeed {
  std::string url;
  Feed feed;
};

Result<Capture> fetch(Transport& transport, const std::string& url) {
  KAYNAK_ASSIGN(auto capture, transport.get({url, {}, {}}));
  if (capture.http_status != 200)
    return fail(ErrorCode::unavailable, "source",
                "'" + url + "' answered with status " + std::to_string(capture.http_status));
  return capture;
}

std::string address_of(const Capture& capture) {
  return capture.final_url.empty() ? capture.url : capture.final_url;
}

/// Address of the first feed that a page names; empty where it names none.
std::string feed_link(const Capture& page) {
  const auto document = Document::parse(page.body, header(page.headers, "Content-Type"));
  if (!document) return {};
  const auto links = document->select(
      "link[rel~=alternate][type=\"application/rss+xml\"], "
      "link[rel~=alternate][type=\"application/atom+xml\"], "
      "link[rel~=alternate][type=\"application/feed+json\"]");
  if (!links || links->empty()) return {};
  return resolve_href(document->attribute(links->front(), "href"), address_of(page));
}

Result<FoundFeed> find_feed(Transport& transport, const std::string& url) {
  KAYNAK_ASSIGN(auto capture, fetch(transport, url));
  auto feed =
      parse_feed(capture.body, address_of(capture), header(capture.headers, "Content-Type"));
  if (feed) return FoundFeed{address_of(capture), std::move(*feed)};
  const auto link = feed_link(capture);
  if (link.empty())
    return fail(ErrorCode::not_found, "source",
                "'" + url + "' is no feed, and its page names none; give the feed's own address");
  KAYNAK_ASSIGN(capture, fetch(transport, link));
  KAYNAK_ASSIGN(feed, parse_feed(capture.body, link, header(capture.headers, "Content-Type")));
  return FoundFeed{link, std::move(*feed)};
}

}  // namespace

Result<SourceEntry> add_source(const Newsroom& newsroom, Transport& transport,
                               const NewSource& wanted) {
  KAYNAK_ASSIGN(const auto found, find_feed(transport, wanted.url));
  KAYNAK_ASSIGN(const auto url, Url::parse(found.url));
  const auto host = plain_host(url.host());
  const SourceId id(safe_name(host));
  if (newsroom.sources().find(id))
    return fail(ErrorCode::conflict, "source",
                "sources/" + id.value + ".toml is there already; edit it");
  const auto quoted = [](const std::string& s) { return Json(s).dump(); };
  const auto name = !wanted.name.empty()        ? wanted.name
                    : !found.feed.title.empty() ? found.feed.title
                                                : host;
  const auto home = found.feed.link.empty()
                        ? url.scheme() == "http" ? "http://" + host + "/" : "https://" + host + "/"
                        : found.feed.link;
  const std::string text = "name = " + quoted(name) + "\nhome = " + quoted(home) +
                           "\nlanguage = " + quoted(found.feed.language) + "\nfeeds = [" +
                           quoted(found.url) + "]\nhosts = [" + quoted(host) + "]\n" +
                           "rights = " + quoted(wanted.rights.empty() ? "link" : wanted.rights) +
                           "   # full: text and translations; excerpt: headline and lead; link: "
                           "headline; none: keep, never show\n";
  KAYNAK_ASSIGN(auto entry, parse_source(id, text));
  KAYNAK_TRY(write_file_atomically(newsroom.paths.sources() / (id.value + ".toml"), text));
  return entry;
}

}  // namespace kaynak
