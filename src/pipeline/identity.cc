#include "pipeline/identity.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/strings.h"

namespace kaynak {
namespace {

bool is_number(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool all_numbers(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), is_number);
}
bool ends(std::string_view s, std::string_view suffix) {
  return s.size() >= suffix.size() && s.substr(s.size() - suffix.size()) == suffix;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

/// Names under which strangers have a host each, beside those of the public suffix list; the last
/// label may be any.
constexpr std::string_view kPlatforms[] = {
    "blogspot", "wordpress", "substack", "medium",     "tumblr",      "github",  "gitlab",
    "wixsite",  "weebly",    "ghost",    "typepad",    "livejournal", "netlify", "pages",
    "vercel",   "over-blog", "blogcu",   "hatenablog", "herokuapp",   "web"};

/// Hosts that carry other people's pages, or lead to them.
constexpr std::string_view kCarriers[] = {"apple.news",
                                          "bit.ly",
                                          "buff.ly",
                                          "cdn.ampproject.org",
                                          "dlvr.it",
                                          "feedproxy.google.com",
                                          "feeds.feedburner.com",
                                          "feedsportal.com",
                                          "flip.it",
                                          "ift.tt",
                                          "lnkd.in",
                                          "news.google.com",
                                          "ow.ly",
                                          "t.co",
                                          "trib.al",
                                          "translate.goog",
                                          "web.archive.org",
                                          "webcache.googleusercontent.com"};

/// Last segments of a page's other forms: "/story/print" is "/story".
constexpr std::string_view kForms[] = {"print",        "amp",     "mobile", "full",   "all",
                                       "single",       "page",    "share",  "reader", "comments",
                                       "comment-page", "gallery", "view",   "slide"};

/// Where sites send those who ask for what is not there.
constexpr std::string_view kErrorPages[] = {
    "404",       "404.html", "404.php",   "error",          "error404",     "error.html",
    "not-found", "notfound", "not_found", "page-not-found", "pagenotfound", "gone"};

bool is_carrier(std::string_view host) {
  return std::any_of(std::begin(kCarriers), std::end(kCarriers), [&](std::string_view carrier) {
    return host == carrier || ends(host, "." + std::string(carrier));
  });
}

/// The name that the host's owner registered, and one label more on a platform that the public
/// suffix list does not have; the host itself where it is no such name.
std::string_view owner_of(std::string_view host) {
  const auto domain = registrable_domain(host);
  if (!host.empty() && host.back() == '.') host.remove_suffix(1);
  if (domain.empty()) return host;
  auto begin = host.size() - domain.size();
  if (begin > 0 && is_one_of(domain.substr(0, domain.find('.')), kPlatforms)) {
    const auto dot = host.rfind('.', begin - 2);
    begin = dot == host.npos ? 0 : dot + 1;
  }
  return host.substr(begin);
}

/// The identity key's path segments.
std::vector<std::string_view> segments_of(std::string_view key) {
  auto parts = split(key.substr(0, key.find_first_of("?#")), '/');
  parts.erase(parts.begin());
  return parts;
}

bool is_front(const Url& url) {
  const auto key = identity_key(url);
  if (key.find_first_of("?#") != key.npos) return false;
  const auto segments = segments_of(key);
  if (segments.empty()) return true;
  const auto& word = segments[0];
  const bool language =
      word.size() >= 2 && is_alpha(word[0]) && is_alpha(word[1]) &&
      (word.size() == 2 || (word.size() == 5 && (word[2] == '-' || word[2] == '_')));
  return segments.size() == 1 && (language || iequals(word, "home") || iequals(word, "home.html"));
}

/// Whether an address looks like that of one article: a number that counts articles, or a headline
/// in its last segment. A section's name is a word or two.
bool names_article(const Url& url) {
  const auto key = identity_key(url);
  std::size_t run = 0, longest = 0;
  const auto count = [&](std::string_view text) {
    run = 0;
    for (const char c : text) longest = std::max(longest, run = is_number(c) ? run + 1 : 0);
  };
  if (const auto query = key.find('?'); query != key.npos) count(key.substr(query));
  if (longest >= 3) return true;
  const auto segments = segments_of(key);
  if (segments.empty()) return false;
  const auto last = segments.back();
  count(last);
  if (longest >= 5 || (longest == 4 && last.size() > 4)) return true;
  const auto breaks = std::count_if(last.begin(), last.end(),
                                    [](char c) { return c == '-' || c == '_' || c == '+'; });
  return breaks >= 2 || last.size() >= 24;
}

/// Whether `below` stands under `above`'s path as something else than another form of the same
/// page.
bool is_section_of(const Url& above, const Url& below) {
  const auto a = identity_key(above), b = identity_key(below);
  if (a.find_first_of("?#") != a.npos || !istarts_with(b, a + "/")) return false;
  const auto rest = segments_of(std::string_view(b).substr(a.size()));
  return !std::all_of(rest.begin(), rest.end(), [](std::string_view segment) {
    if (segment.size() <= 2 && all_numbers(segment)) return true;
    const auto name = ascii_lower(segment);
    const auto number = name.find_last_not_of("0123456789-") + 1;  // "comment-page-2"
    return is_one_of(std::string_view(name).substr(0, number), kForms);
  });
}

std::optional<Url> web_url(const std::string& text) {
  if (text.empty()) return std::nullopt;
  auto url = Url::parse(text);
  if (!url || !url->is_http() || url->host().empty()) return std::nullopt;
  return std::move(*url);
}

PageIdentity identity(const Url& url, IdentityReason reason) {
  return {url.href(), identity_key(url), reason, {}};
}

bool believes_canonical(const Url& page, const Url& canonical) {
  if (is_front(canonical) && !is_front(page)) return false;
  if (is_section_of(canonical, page)) return false;
  return names_article(canonical) || !names_article(page);
}

std::string without_query(const Url& url) {
  const auto key = identity_key(url);
  return key.substr(0, key.find('?'));
}

/// The page's own address, or the permalink that its feed gives it.
PageIdentity own_identity(const Url& page, const std::optional<Url>& guid) {
  if (guid && is_carrier(page.host()) && !is_carrier(guid->host()) && !is_front(*guid))
    return identity(*guid, IdentityReason::permalink);
  if (guid && guid->query().empty() && !page.query().empty() && names_article(*guid) &&
      identity_key(*guid) == without_query(page))
    return identity(*guid, IdentityReason::permalink);
  return identity(page, IdentityReason::address);
}

}  // namespace

const char* to_string(IdentityReason reason) {
  switch (reason) {
    case IdentityReason::canonical:
      return "canonical";
    case IdentityReason::permalink:
      return "permalink";
    case IdentityReason::address:
      break;
  }
  return "address";
}

bool same_outlet_host(std::string_view a, std::string_view b) {
  return !a.empty() && iequals(owner_of(a), owner_of(b));
}

PageIdentity identity_of(const AddressClaims& claims) {
  auto page = web_url(claims.final_url);
  if (!page) page = web_url(claims.asked);
  const auto canonical = web_url(claims.canonical);
  const auto guid = web_url(claims.guid);
  if (!page) {  // a file: nothing is known but what it says
    if (canonical) return identity(*canonical, IdentityReason::canonical);
    return {claims.asked, claims.asked, IdentityReason::address, {}};
  }
  if (!canonical) return own_identity(*page, guid);
  if (identity_key(*canonical) == identity_key(*page))
    return identity(*canonical, IdentityReason::address);
  if (is_carrier(page->host()) && !is_carrier(canonical->host()) && !is_front(*canonical))
    return identity(*canonical, IdentityReason::canonical);
  if (same_outlet_host(page->host(), canonical->host()))
    return believes_canonical(*page, *canonical) ? identity(*canonical, IdentityReason::canonical)
                                                 : own_identity(*page, guid);
  auto own = own_identity(*page, guid);
  if (!is_front(*canonical) && !is_carrier(canonical->host())) own.original = canonical->href();
  return own;
}

bool redirected_away(std::string_view asked, std::string_view final_url) {
  const auto from = web_url(std::string(asked)), to = web_url(std::string(final_url));
  if (!from || !to || !same_outlet_host(from->host(), to->host())) return false;
  const auto key = identity_key(*to);
  if (identity_key(*from) == key || is_front(*from)) return false;
  const auto segments = segments_of(key);
  if (!segments.empty() && is_one_of(ascii_lower(segments.back()), kErrorPages)) return true;
  return is_front(*to) || (is_section_of(*to, *from) && !names_article(*to));
}

}  // namespace kaynak
