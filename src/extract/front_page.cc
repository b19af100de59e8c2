#include "extract/front_page.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/strings.h"
#include "extract/structured_data.h"
#include "model/ids.h"
#include "text/regions.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak {
namespace {

using namespace extract_detail;

constexpr std::size_t kMostFeeds = 50, kMostText = 200;
constexpr int kTouchIcon = 180, kIcon = 16, kScalable = 1000;  ///< pixels where none are said
constexpr int kDeepest = 8;

std::string short_text(std::string_view text) {
  return std::string(clip_utf8(fold_space(text), kMostText));
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

PageFeed feed_at(std::string url, std::string title) {
  const auto address = ascii_lower(url), name = ascii_lower(title);
  PageFeed feed{std::move(url), std::move(title), false, false};
  feed.comments = holds_any(address, {"comment", "/replies"}) ||
                  holds_any(name, {"comment", "kommentar", "comentario", "comentário", "yorum",
                                   "commento", "commenti", "комментари", "bình luận"});
  feed.part = holds_any(address, {"/category/", "/tag/", "/tags/", "/author/", "/topic"});
  return feed;
}

std::vector<PageFeed> feeds_of(const Document& page, std::string_view base) {
  std::vector<PageFeed> out;
  const auto links = page.select("link[rel~=alternate][href]");
  if (!links) return out;
  for (const auto link : *links) {
    const auto type = ascii_lower(page.attribute(link, "type"));
    if (!holds_any(type, {"rss+xml", "atom+xml", "feed+json", "rdf+xml"})) continue;
    auto url = resolve_href(page.attribute(link, "href"), base);
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const PageFeed& feed) { return feed.url == url; });
    if (!url.empty() && !known && out.size() < kMostFeeds)
      out.push_back(feed_at(std::move(url), short_text(page.attribute(link, "title"))));
  }
  std::stable_sort(out.begin(), out.end(), [](const PageFeed& a, const PageFeed& b) {
    return a.comments * 2 + a.part < b.comments * 2 + b.part;
  });
  return out;
}

/// Pixels of the largest of "16x16 32x32"; `otherwise` where none is said.
int pixels(std::string_view sizes, int otherwise) {
  int largest = 0;
  for (const auto size : split(sizes, ' ')) {
    if (iequals(size, "any")) return kScalable;
    int n = 0;
    std::from_chars(size.data(), size.data() + size.size(), n);
    largest = std::max(largest, n);
  }
  return largest > 0 ? largest : otherwise;
}

Said icon_of(const Document& page, std::string_view base) {
  Said best;
  int largest = 0;
  const auto links = page.select("link[rel][href]");
  if (!links) return best;
  for (const auto link : *links) {
    const auto rel = ascii_lower(page.attribute(link, "rel"));
    const bool touch = rel.starts_with("apple-touch-icon");
    if (!touch && rel != "icon" && rel != "shortcut icon") continue;
    const int size = pixels(page.attribute(link, "sizes"), touch ? kTouchIcon : kIcon);
    auto url = resolve_href(page.attribute(link, "href"), base);
    if (url.empty() || size <= largest) continue;
    largest = size;
    best = {std::move(url), "link rel=" + rel};
  }
  return best;
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (const auto word : words(text)) out += fold(word);
  return out;
}

/// The parts of a title between " | ", " - " and the like.
std::vector<std::string> title_parts(std::string title) {
  for (const char* mark : {" | ", " – ", " — ", " :: ", " · ", " » ", " • "})
    title = replace_all(std::move(title), mark, " - ");
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= title.size();) {
    const auto end = std::min(title.find(" - ", begin), title.size());
    if (auto part = fold_space(std::string_view(title).substr(begin, end - begin)); !part.empty())
      out.push_back(std::move(part));
    begin = end + 3;
  }
  return out;
}

/// The part that the host is named after; else the last of several.
Said name_in_title(const Document& page, std::string_view url) {
  const auto titles = page.select("head title");
  if (!titles || titles->empty()) return {};
  auto parts = title_parts(short_text(page.text(titles->front())));
  const auto parsed = Url::parse(url);
  const auto domain = parsed ? registrable_domain(parsed->host()) : std::string();
  const auto label = letters_of(domain.substr(0, domain.find('.')));
  for (auto& part : parts) {
    const auto letters = letters_of(part);
    const bool same =
        letters.size() >= 3 && label.size() >= 3 &&
        (label.find(letters) != std::string::npos || letters.find(label) != std::string::npos);
    if (same) return {std::move(part), "title, as its host"};
  }
  if (parts.size() < 2) return {};
  return {std::move(parts.back()), "end of the title"};
}

Said name_of(const StructuredData& data) {
  if (const auto name = data.meta({"og:site_name"}); !name.empty())
    return {short_text(plain_text(name)), "og:site_name"};
  if (!data.site_name.empty()) return {short_text(data.site_name), "JSON-LD"};
  if (const auto name = data.meta({"application-name", "apple-mobile-web-app-title"});
      !name.empty())
    return {short_text(plain_text(name)), "application-name"};
  return {};
}

Said language_of(const Document& page, const StructuredData& data) {
  const auto roots = page.select("html[lang]");
  if (roots && !roots->empty() && !trim(page.attribute(roots->front(), "lang")).empty())
    return {std::string(trim(page.attribute(roots->front(), "lang"))), "html lang"};
  if (const auto tag = trim(data.meta({"content-language", "language"})); !tag.empty())
    return {std::string(tag.substr(0, tag.find(','))), "meta content-language"};
  if (const auto tag = trim(data.meta({"og:locale"})); !tag.empty())
    return {std::string(tag), "og:locale"};
  return {};
}

/// The first addressCountry that is a code.
std::string country_in(const Json& json, int depth) {
  if (depth > kDeepest) return {};
  const auto& at = json["addressCountry"];
  for (const auto* value : {&at, &at["name"], &at["identifier"]})
    if (is_country(value->as_string())) return value->as_string();
  for (const auto& [name, inner] : json.members())
    if (auto found = country_in(inner, depth + 1); !found.empty()) return found;
  for (const auto& inner : json.items())
    if (auto found = country_in(inner, depth + 1); !found.empty()) return found;
  return {};
}

/// "GB" of "en_GB" and "en-Latn-GB".
std::string region_of(std::string_view tag) {
  const auto canonical = LanguageTag(trim(tag)).value;
  for (const auto part : split(canonical, '-'))
    if (is_country(part)) return std::string(part);
  return {};
}

Said country_of(const Document& page, const StructuredData& data, const Said& language) {
  if (const auto scripts = page.select("script[type=\"application/ld+json\"]"))
    for (const auto script : *scripts)
      if (auto code = country_in(parse_lenient_json(page.raw_text(script)), 0); !code.empty())
        return {std::move(code), "JSON-LD address"};
  if (auto code = region_of(language.value); !code.empty() && language.where != "og:locale")
    return {std::move(code), language.where};
  // Facebook's default, which sites of every country leave standing.
  const auto locale = data.meta({"og:locale"});
  if (auto code = region_of(locale); !code.empty() && locale != "en_US")
    return {std::move(code), "og:locale"};
  return {};
}

}  // namespace

FrontPage read_front_page(const Document& page, std::string_view url) {
  const auto data = read_structured_data(page, url, {});
  std::string base(url);
  if (const auto bases = page.select("base[href]"); bases && !bases->empty())
    if (auto href = resolve_href(page.attribute(bases->front(), "href"), url); !href.empty())
      base = std::move(href);
  FrontPage out;
  out.name = name_of(data);
  out.title_name = name_in_title(page, url);
  out.language = language_of(page, data);
  out.country = country_of(page, data, out.language);
  out.icon = icon_of(page, base);
  out.feeds = feeds_of(page, base);
  return out;
}

}  // namespace kaynak
