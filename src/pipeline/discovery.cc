#include "pipeline/discovery.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/strings.h"
#include "extract/front_page.h"
#include "extract/section_links.h"
#include "gather/feed.h"
#include "gather/opml.h"
#include "gather/robots.h"
#include "gather/sitemap.h"
#include "pipeline/source_book.h"
#include "text/language.h"
#include "text/regions.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak {
namespace {

constexpr int kMostRequests = 15;
constexpr std::size_t kMostFeeds = 5, kMostHosts = 4, kMostSitemapsTried = 3, kLeastLinks = 3;
constexpr std::size_t kTextToDetect = 20000;
constexpr const char* kUsualFeeds[] = {"/feed",     "/rss",       "/rss.xml", "/atom.xml",
                                       "/feed.xml", "/index.xml", "/feeds"};

std::string address_of(const Capture& capture) {
  return capture.final_url.empty() ? capture.url : capture.final_url;
}

std::string_view type_of(const Capture& capture) { return header(capture.headers, "Content-Type"); }

std::string with_scheme(const std::string& text) {
  const std::string trimmed(trim(text));
  return trimmed.find("://") == std::string::npos ? "https://" + trimmed : trimmed;
}

/// What stands in a file and on terminals steers neither.
std::string without_controls(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = next_code_point(text, &i);
    if (c >= 0x20 && (c < 0x7f || c >= 0xa0)) append_utf8(&out, c);
  }
  return fold_space(out);
}

/// A tag in its usual form where it is one: "en_GB" is "en-GB".
std::string clean_language(std::string_view tag) {
  const LanguageTag language(trim(tag));
  return language_tag_problem(language.value).empty() ? language.value : std::string();
}

/// Looks around at one outlet.
class Discoverer {
 public:
  Discoverer(Transport& transport, std::string agent)
      : transport_(transport), agent_(std::move(agent)) {}

  Result<Discovery> look(const std::string& url) {
    KAYNAK_ASSIGN(const auto parsed, Url::parse(url));
    if (!parsed.is_http() || parsed.host().empty())
      return fail(ErrorCode::usage, "source", "'" + url + "' is no http or https address");
    KAYNAK_ASSIGN(const auto first, get(parsed.href()));
    if (first.http_status != 200)
      return fail(
          ErrorCode::unavailable, "source",
          "'" + parsed.href() + "' answers with status " + std::to_string(first.http_status));
    KAYNAK_TRY(begin(first));
    find_sitemaps();
    if (out_.source.feeds.empty() && out_.source.sitemaps.empty()) take_section();
    if (!has_polls()) return nothing_found();
    settle();
    return std::move(out_);
  }

 private:
  Result<Capture> get(const std::string& url) {
    if (static_cast<int>(out_.tried.size()) >= kMostRequests)
      return fail(ErrorCode::too_large, "source", "asked often enough");
    auto capture = transport_.get({url, {}, {}});
    out_.tried.push_back(url + (capture ? ": status " + std::to_string(capture->http_status)
                                        : ": " + capture.error().detail));
    return capture;
  }

  void found(const char* what, const std::string& value, const std::string& how) {
    out_.findings.push_back({what, value, how});
  }

  bool has_polls() const {
    const auto& s = out_.source;
    return !s.feeds.empty() || !s.sitemaps.empty() || !s.sections.empty();
  }

  /// What the address given turned out to be.
  Result<void> begin(const Capture& first) {
    const auto address = address_of(first);
    if (auto feed = parse_feed(first.body, address, type_of(first))) {
      origin_ = Url::parse(feed->link.empty() ? address : feed->link)
                    .value_or(*Url::parse(address))
                    .href();
      add_feed(address, std::move(*feed), "the address given");
      return look_at_home(home_of(origin_));
    }
    origin_ = address;
    if (const auto sitemap = parse_sitemap(first.body, address, type_of(first));
        sitemap && sitemap->kind != SitemapKind::text) {
      add_sitemap(address, "the address given");
      return look_at_home(home_of(address));
    }
    if (const auto opml = parse_opml(first.body, address, type_of(first));
        opml && !opml->feeds.empty())
      return fail(ErrorCode::usage, "source",
                  "'" + address + "' is a list of " + std::to_string(opml->feeds.size()) +
                      " feeds; save it and use: kaynak source import FILE");
    read_page(first);
    if (!page_)
      return fail(ErrorCode::not_found, "source",
                  "'" + address +
                      "' is neither feed, sitemap nor page; give another address of the outlet");
    find_feeds();
    return {};
  }

  static std::string home_of(const std::string& address) { return resolve_href("/", address); }

  /// For the outlet's name and icon; it may as well not answer.
  Result<void> look_at_home(const std::string& home) {
    const auto capture = get(home);
    if (capture && capture->http_status == 200) read_page(*capture);
    return {};
  }

  void read_page(const Capture& capture) {
    auto document = Document::parse(capture.body, type_of(capture));
    if (!document) return;
    page_address_ = address_of(capture);
    front_ = read_front_page(*document, page_address_);
    page_ = std::move(*document);
  }

  void find_feeds() {
    for (const auto& feed : front_.feeds)
      if (!feed.comments) try_feed(feed.url, "link on the page");
    if (!out_.source.feeds.empty()) return;
    for (const char* path : kUsualFeeds)
      if (out_.source.feeds.empty()) try_feed(resolve_href(path, page_address_), "a usual address");
  }

  void try_feed(const std::string& url, const char* how) {
    if (out_.source.feeds.size() >= kMostFeeds) return;
    const auto capture = get(url);
    if (!capture || capture->http_status != 200) return;
    const auto address = address_of(*capture);
    auto feed = parse_feed(capture->body, address, type_of(*capture));
    if (feed) add_feed(address, std::move(*feed), how);
  }

  void add_feed(const std::string& url, Feed feed, const std::string& how) {
    bool fresh = out_.source.feeds.empty();
    for (const auto& item : feed.items) {
      const auto parsed = Url::parse(item.url);
      if (!parsed) continue;
      fresh |= seen_.insert(identity_key(*parsed)).second;
      if (const auto host = plain_host(parsed->host()); !host.empty()) ++hosts_[host];
    }
    if (!fresh) return found("left out", url, "repeats another feed");
    found("feed", url, how + ", " + std::to_string(feed.items.size()) + " items");
    out_.source.feeds.push_back(url);
    if (!feed_) feed_ = std::move(feed);
  }

  void add_sitemap(const std::string& url, const std::string& how) {
    found("sitemap", url, how);
    out_.source.sitemaps.push_back(url);
  }

  /// Beside feeds only a news sitemap tells more than they do.
  void find_sitemaps() {
    if (!out_.source.sitemaps.empty()) return;
    const auto where = robots_url(origin_);
    const auto answer = where ? get(*where) : Result<Capture>(fail(where.error()));
    if (!answer || answer->http_status != 200) return;
    const auto robots = Robots::parse(answer->body);
    if (!robots.allowed(agent_, origin_))
      found("note", origin_, "robots.txt asks not to fetch it: its pages may not come either");
    const bool any = out_.source.feeds.empty();
    std::vector<std::string> named;
    for (const auto& written : robots.sitemaps())
      if (auto url = resolve_href(written, *where); !url.empty()) named.push_back(std::move(url));
    for (const auto& url : named)
      if (ascii_lower(url).find("news") != std::string::npos && is_sitemap(url))
        return add_sitemap(url, "robots.txt, by its name of news");
    for (std::size_t i = 0; i < std::min(named.size(), kMostSitemapsTried); ++i)
      if (try_sitemap(named[i], any)) return;
  }

  bool is_sitemap(const std::string& url) {
    const auto capture = get(url);
    return capture && capture->http_status == 200 &&
           parse_sitemap(capture->body, address_of(*capture), type_of(*capture)).has_value();
  }

  /// Takes one that holds news; with `any`, one of any kind.
  bool try_sitemap(const std::string& url, bool any) {
    const auto capture = get(url);
    if (!capture || capture->http_status != 200) return false;
    const auto sitemap = parse_sitemap(capture->body, address_of(*capture), type_of(*capture));
    if (!sitemap) return false;
    for (const auto& entry : sitemap->entries) {
      if (sitemap->kind == SitemapKind::index &&
          ascii_lower(entry.url).find("news") != std::string::npos) {
        add_sitemap(entry.url, "index that robots.txt names");
        return true;
      }
      if (entry.news) any = true;
    }
    if (any) add_sitemap(url, "robots.txt");
    return any;
  }

  void take_section() {
    if (!page_) return;
    const auto links = section_links(*page_, page_address_);
    if (links.size() < kLeastLinks) return;
    out_.source.sections = {page_address_};
    found("section", page_address_,
          "no feed or sitemap; " + std::to_string(links.size()) + " article links on it");
  }

  Unexpected nothing_found() const {
    return fail(ErrorCode::not_found, "source",
                "found no feed or sitemap, and no list of articles on '" + origin_ + "'; tried " +
                    join(out_.tried, "; ") +
                    ". Give the address of a feed or of a page that lists articles");
  }

  // --- what the outlet is

  void settle() {
    settle_home();
    settle_name();
    settle_language();
    settle_country();
    settle_icon();
    const auto host = host_of_home();
    out_.source.hosts = {host};
    for (const auto& [other, times] : hosts_)
      if (other != host && times > 1 && out_.source.hosts.size() < kMostHosts &&
          times * 4 >= static_cast<int>(seen_.size()))
        out_.source.hosts.push_back(other);
  }

  std::string host_of_home() const {
    const auto home = Url::parse(out_.source.home);
    return home ? plain_host(home->host()) : std::string();
  }

  void settle_home() {
    out_.source.home = home_of(page_address_.empty() ? origin_ : page_address_);
    found("home", out_.source.home, "");
  }

  void take(const char* what, std::string* to, const std::string& said, const std::string& how) {
    auto value = without_controls(said);
    if (!to->empty() || value.empty()) return;
    found(what, value, how);
    *to = std::move(value);
  }

  void settle_name() {
    auto* name = &out_.source.name;
    take("name", name, front_.name.value, front_.name.where);
    if (feed_) take("name", name, fold_space(feed_->title), "the feed's title");
    take("name", name, front_.title_name.value, front_.title_name.where);
    take("name", name, host_of_home(), "its host");
  }

  void settle_language() {
    std::string tag;
    if (feed_) take("language", &tag, clean_language(feed_->language), "the feed");
    take("language", &tag, clean_language(front_.language.value), front_.language.where);
    if (page_)
      take("language", &tag,
           clean_language(detect_language(fold_space(page_->text().substr(0, kTextToDetect))).tag),
           "the page's text");
    if (tag.empty() && feed_) {
      std::string text;
      for (const auto& item : feed_->items) text += item.title + ". " + item.summary + " ";
      take("language", &tag, clean_language(detect_language(clip_utf8(text, kTextToDetect)).tag),
           "the feed's text");
    }
    out_.source.language = LanguageTag(tag);
  }

  void settle_country() {
    auto* country = &out_.source.country;
    const auto home = Url::parse(out_.source.home);
    if (front_.country.where == "JSON-LD address")
      take("country", country, front_.country.value, front_.country.where);
    if (home) take("country", country, country_of_host(home->host()), "the end of its host");
    const auto feed_language = feed_ ? clean_language(feed_->language) : std::string();
    for (const auto part : split(feed_language, '-'))
      if (is_country(part)) take("country", country, std::string(part), "the feed's language");
    take("country", country, front_.country.value, front_.country.where);
  }

  void settle_icon() {
    auto* icon = &out_.source.icon;
    take("icon", icon, front_.icon.value, front_.icon.where);
    if (feed_) take("icon", icon, feed_->icon, "the feed");
    if (!icon->empty() || page_address_.empty()) return;
    const auto url = resolve_href("/favicon.ico", page_address_);
    const auto capture = get(url);
    if (capture && capture->http_status == 200 && !type_of(*capture).starts_with("text/"))
      take("icon", icon, url, "the usual address");
  }

  Transport& transport_;
  const std::string agent_;
  Discovery out_;
  std::string origin_;        ///< an address of the outlet itself
  std::string page_address_;  ///< of the page that was read; empty: none was
  std::optional<Document> page_;
  FrontPage front_;
  std::optional<Feed> feed_;    ///< the first
  std::set<std::string> seen_;  ///< items of the feeds taken
  std::map<std::string, int> hosts_;
};

}  // namespace

Result<Discovery> discover(Transport& transport, const std::string& url, const std::string& agent) {
  return Discoverer(transport, agent).look(with_scheme(url));
}

}  // namespace kaynak
