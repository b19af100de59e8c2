#include "gather/sitemap.h"

#include "base/strings.h"
#include "gather/feed.h"
#include "gather/feed_date.h"
#include "gather/feed_detail.h"
#include "gather/feed_text.h"
#include "gather/feed_values.h"
#include "gather/gzip.h"
#include "text/encoding.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

using namespace gather_detail;

constexpr std::size_t kMaxBytes = 50u << 20;
constexpr std::size_t kMaxEntries = 50'000;
constexpr std::size_t kMaxParts = 1000;

Unexpected no_sitemap(std::string_view base, const std::string& why) {
  return fail(ErrorCode::malformed, "gather",
              "no sitemap in " + (base.empty() ? "the document" : std::string(base)) + ": " + why);
}

bool is_gzip(std::string_view bytes) { return bytes.substr(0, 2) == "\x1f\x8b"; }

/// The beginning of what `bytes` inflate to.
std::string inflated(std::string_view bytes) {
  std::string out;
  char buffer[1 << 15];
  Inflater inflater(ZForm::gzip);
  while (out.size() <= kMaxBytes) {
    const auto step = inflater.step(bytes, buffer, sizeof buffer);
    out.append(buffer, step.produced);
    bytes.remove_prefix(step.consumed);
    if (step.failed || (step.consumed == 0 && step.produced == 0)) break;
    if (!step.ended) continue;
    if (!is_gzip(bytes)) break;
    inflater.reset();
  }
  return out;
}

/// Plain text, in which HTML's entities are decoded: many write them twice.
std::string line_in(XmlNode node) {
  return html_to_line(replace_all(xml_value(node), "<", "&lt;"));
}

class Reader {
 public:
  Reader(XmlTree* tree, std::string_view base) : tree_(*tree) { context_.base = base; }

  Result<Sitemap> read() {
    const auto root = find_root();
    if (!root) return no_sitemap(context_.base, "it has no urlset or sitemapindex");
    sitemap_.problems = std::move(tree_.problems);
    sitemap_.kind =
        XmlNames::local(root) == "sitemapindex" ? SitemapKind::index : SitemapKind::urlset;
    const std::string_view wanted = sitemap_.kind == SitemapKind::index ? "sitemap" : "url";
    for (const auto child : root.elements()) {
      if (XmlNames::local(child) != wanted) continue;
      if (!add(child)) break;
    }
    if (without_address_ > 0)
      sitemap_.problems.push_back("entries without an address of the web: " +
                                  std::to_string(without_address_));
    for (auto& problem : context_.problems) sitemap_.problems.push_back(std::move(problem));
    return std::move(sitemap_);
  }

 private:
  /// The root, wherever near the top of a broken document it stands.
  XmlNode find_root() const {
    int looked_at = 0;
    const auto document = tree_.document();
    for (auto node = document.first_child(); node && looked_at < 100;
         node = node.after(document), ++looked_at) {
      const auto local = node.is_element() ? XmlNames::local(node) : "";
      if (local == "urlset" || local == "sitemapindex") return node;
    }
    return {};
  }

  bool add(XmlNode node) {
    if (sitemap_.entries.size() >= kMaxEntries) {
      sitemap_.problems.push_back("more than 50,000 entries: the rest is left out");
      return false;
    }
    SitemapEntry entry;
    for (const auto child : node.elements()) read(child, &entry);
    if (entry.url.empty()) entry.url = context_.url_at(node, xml_value(node));  // without a loc
    if (entry.url.empty())
      ++without_address_;
    else
      sitemap_.entries.push_back(std::move(entry));
    return true;
  }

  void read(XmlNode node, SitemapEntry* entry) {
    const auto name = context_.names.of(node);
    if (name.local == "loc" && name.space != Space::image) {
      if (entry->url.empty()) entry->url = context_.url_at(node, xml_value(node));
    } else if (name.local == "lastmod") {
      if (!entry->lastmod) entry->lastmod = context_.date(node);
    } else if (name.local == "news") {
      if (!entry->news) entry->news = read_news(node);
    } else if (name.space == Space::image) {
      for (const auto child : node.elements())
        if (XmlNames::local(child) == "loc") add_image(child, entry);
    } else if (name.local == "link" && iequals(trim(node.attribute("rel")), "alternate")) {
      SitemapAlternate other{context_.url_at(node, node.attribute("href")),
                             std::string(trim(node.attribute("hreflang")))};
      if (!other.url.empty() && entry->alternates.size() < kMaxParts)
        entry->alternates.push_back(std::move(other));
    }
  }

  void add_image(XmlNode node, SitemapEntry* entry) {
    auto url = context_.url_at(node, xml_value(node));
    if (!url.empty() && entry->images.size() < kMaxParts) entry->images.push_back(std::move(url));
  }

  SitemapNews read_news(XmlNode node) {
    SitemapNews news;
    for (const auto child : node.elements()) {
      const auto local = XmlNames::local(child);
      if (local == "title") {
        news.title = line_in(child);
      } else if (local == "publication_date") {
        news.published = context_.date(child);
      } else if (local == "keywords") {
        const auto list = line_in(child);
        for (const auto word : split(list, ',')) add_name(&news.keywords, std::string(trim(word)));
      } else if (local == "publication") {
        for (const auto part : child.elements()) {
          if (XmlNames::local(part) == "name") news.publication = line_in(part);
          if (XmlNames::local(part) == "language") news.language = line_in(part);
        }
      }
    }
    return news;
  }

  XmlTree& tree_;
  FeedContext context_;
  Sitemap sitemap_;
  std::size_t without_address_ = 0;
};

/// One address a line; other lines are passed over.
Result<Sitemap> read_text(std::string_view bytes, std::string_view base,
                          std::string_view content_type) {
  Sitemap sitemap;
  sitemap.kind = SitemapKind::text;
  const auto text = decode_xml(bytes, content_type).text;
  std::size_t other_lines = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    const auto line = trim(std::string_view(text).substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    if (sitemap.entries.size() >= kMaxEntries) {
      sitemap.problems.push_back("more than 50,000 entries: the rest is left out");
      break;
    }
    auto url = feed_url(line, {});
    if (url.empty())
      ++other_lines;
    else
      sitemap.entries.push_back({std::move(url), {}, {}, {}, {}});
  }
  if (sitemap.entries.empty()) return no_sitemap(base, "no line of it is an address");
  if (other_lines > 0)
    sitemap.problems.push_back("lines that are no addresses: " + std::to_string(other_lines));
  return sitemap;
}

Result<Sitemap> from_feed(const Result<Feed>& feed, std::string_view base) {
  if (!feed) return no_sitemap(base, "it has no urlset, sitemapindex or feed");
  Sitemap sitemap;
  sitemap.kind = SitemapKind::feed;
  sitemap.problems = feed->problems;
  for (const auto& item : feed->items)
    if (!item.url.empty() && !item.deleted)
      sitemap.entries.push_back(
          {item.url, item.updated ? item.updated : item.published, {}, {}, {}});
  return sitemap;
}

Result<Sitemap> read_any(std::string_view bytes, std::string_view base,
                         std::string_view content_type) {
  const auto head = bytes.substr(0, 4096);
  const auto start = trim(head.substr(0, 3) == "\xef\xbb\xbf" ? head.substr(3) : head);
  if (start.substr(0, 1) == "{")
    return from_feed(parse_json_feed(bytes.substr(bytes.find('{')), base), base);
  const bool markup = bytes.find('<') != std::string_view::npos;
  if (!markup || istarts_with(start, "http")) return read_text(bytes, base, content_type);
  auto tree = XmlTree::read(bytes, content_type);
  if (auto sitemap = Reader(&tree, base).read()) return sitemap;
  return from_feed(parse_xml_feed(std::move(tree), base), base);
}

}  // namespace

Result<Sitemap> parse_sitemap(std::string_view bytes, std::string_view base,
                              std::string_view content_type) {
  std::string plain;
  for (int layer = 0; layer < 2 && is_gzip(bytes); ++layer) {  // some servers compress twice
    plain = inflated(bytes);
    bytes = plain;
  }
  const bool too_large = bytes.size() > kMaxBytes;
  auto sitemap = read_any(bytes.substr(0, kMaxBytes), base, content_type);
  if (sitemap && too_large)
    sitemap->problems.push_back("larger than 50 MiB: what comes after is left out");
  return sitemap;
}

}  // namespace kaynak
