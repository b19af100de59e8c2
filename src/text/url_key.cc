#include <algorithm>
#include <array>
#include <vector>

#include "base/strings.h"
#include "text/url.h"

namespace kaynak {
namespace {

bool is_alpha(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_number(char c) { return c >= '0' && c <= '9'; }
bool starts(std::string_view s, std::string_view prefix) {
  return s.substr(0, prefix.size()) == prefix;
}
bool ends(std::string_view s, std::string_view suffix) {
  return s.size() >= suffix.size() && s.substr(s.size() - suffix.size()) == suffix;
}

/// Parameters that say where a reader came from, never which page this is. Sorted; lower case.
constexpr std::string_view kTracking[] = {"__cft__[0]",
                                          "__hsfp",
                                          "__hssc",
                                          "__hstc",
                                          "__s",
                                          "__tn__",
                                          "__twitter_impression",
                                          "__xts__",
                                          "_branch_match_id",
                                          "_ga",
                                          "_gl",
                                          "_guc_consent_skip",
                                          "_hsenc",
                                          "_hsmi",
                                          "_ke",
                                          "_openstat",
                                          "_unique_id",
                                          "adgroupid",
                                          "ao_noptimize",
                                          "campaignid",
                                          "cbrd",
                                          "cfid",
                                          "cftoken",
                                          "cmpid",
                                          "cn-reloaded",
                                          "dclid",
                                          "dm_i",
                                          "ef_id",
                                          "epik",
                                          "fb_action_ids",
                                          "fb_action_types",
                                          "fb_comment_id",
                                          "fb_ref",
                                          "fb_source",
                                          "fbclid",
                                          "gbraid",
                                          "gclid",
                                          "gclsrc",
                                          "guccounter",
                                          "guce_referrer",
                                          "guce_referrer_sig",
                                          "hootpostid",
                                          "hsctatracking",
                                          "icid",
                                          "igsh",
                                          "igshid",
                                          "ito",
                                          "jsessionid",
                                          "li_fat_id",
                                          "mbid",
                                          "mc_cid",
                                          "mc_eid",
                                          "mibextid",
                                          "mkt_tok",
                                          "mkwid",
                                          "ml_subscriber",
                                          "ml_subscriber_hash",
                                          "msclkid",
                                          "ncid",
                                          "ns_campaign",
                                          "ns_fee",
                                          "ns_linkname",
                                          "ns_mchannel",
                                          "ns_source",
                                          "oly_anon_id",
                                          "oly_enc_id",
                                          "pcrid",
                                          "phpsessid",
                                          "rb_clickid",
                                          "refid",
                                          "refsrc",
                                          "s_cid",
                                          "s_kwcid",
                                          "sc_campaign",
                                          "sc_channel",
                                          "sc_content",
                                          "sc_country",
                                          "sc_geo",
                                          "sc_medium",
                                          "sc_outcome",
                                          "share_source",
                                          "smid",
                                          "sr_share",
                                          "srsltid",
                                          "ttclid",
                                          "twclid",
                                          "twsrc",
                                          "ucbcb",
                                          "usqp",
                                          "vero_conv",
                                          "vero_id",
                                          "wbraid",
                                          "wickedid",
                                          "wpamp",
                                          "wt_mc",
                                          "wt_zmc",
                                          "xtcr",
                                          "xtloc",
                                          "xtnp",
                                          "xtor",
                                          "xtref",
                                          "xts",
                                          "yclid",
                                          "ysclid",
                                          "_ft_"};

/// Beginnings of tracking parameters.
constexpr std::string_view kTrackingPrefixes[] = {
    "utm_", "mtm_", "pk_", "piwik_", "hsa_", "amp_", "at_", "matomo_", "oly_", "aspsessionid"};

/// Share parameters whose names are too short to be dropped everywhere.
struct SiteParameter {
  std::string_view host;
  std::string_view name;
};
constexpr SiteParameter kSiteTracking[] = {
    {"twitter.com", "s"},  {"twitter.com", "t"},       {"x.com", "s"},    {"x.com", "t"},
    {"youtube.com", "si"}, {"youtube.com", "feature"}, {"youtu.be", "si"}};

bool is_tracking(std::string_view host, std::string_view name, std::string_view value) {
  const std::string key = ascii_lower(name);
  if (std::find(std::begin(kTracking), std::end(kTracking), key) != std::end(kTracking))
    return true;
  for (std::string_view prefix : kTrackingPrefixes)
    if (starts(key, prefix)) return true;
  for (const auto& site : kSiteTracking)
    if (site.host == host && site.name == key) return true;
  if (key == "amp" && (value.empty() || value == "1" || value == "true")) return true;
  if (value == "amp" && (key == "mode" || key == "output" || key == "outputtype")) return true;
  // A referrer is a word ("fb", "tw_i"); a reference to something has a number or a path in it.
  return key == "ref" && value.size() <= 24 && std::all_of(value.begin(), value.end(), [](char c) {
           return is_alpha(c) || c == '_' || c == '-' || c == '.';
         });
}

int hex_value(char c) {
  if (is_number(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

constexpr char kHex[] = "0123456789ABCDEF";

/// Escapes in one spelling: those of unreserved characters decoded, others in upper case, a lone
/// '%' and what RFC 3986 allows nowhere but in hosts escaped.
std::string one_spelling(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] != '%') {
      const bool allowed = std::string_view("[]{}|\\^`").find(s[i]) == s.npos;
      if (allowed)
        out.push_back(s[i]);
      else
        out.append({'%', kHex[s[i] >> 4], kHex[s[i] & 15]});
      continue;
    }
    const int high = i + 1 < s.size() ? hex_value(s[i + 1]) : -1;
    const int low = i + 2 < s.size() ? hex_value(s[i + 2]) : -1;
    if (high < 0 || low < 0) {
      out += "%25";
      continue;
    }
    const char c = static_cast<char>(high * 16 + low);
    if (is_alpha(c) || is_number(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      out.push_back(c);
    } else {
      out.append({'%', kHex[high], kHex[low]});
    }
    i += 2;
  }
  return out;
}

/// The host without labels that name a front door ("www", "www2", "m", "mobile", "amp"), while two
/// labels stay.
std::string plain_host(std::string_view host) {
  if (!host.empty() && host.back() == '.') host.remove_suffix(1);
  for (;;) {
    const std::size_t dot = host.find('.');
    if (dot == host.npos || host.find('.', dot + 1) == host.npos) break;
    const std::string_view label = host.substr(0, dot);
    const bool www = starts(label, "www") && std::all_of(label.begin() + 3, label.end(), is_number);
    if (!www && label != "m" && label != "mobile" && label != "amp") break;
    host.remove_prefix(dot + 1);
  }
  if (starts(host, "amp-")) host.remove_prefix(4);
  std::string out(host);
  // "en.m.example.org": a mobile label behind the language.
  const std::size_t mobile = out.find(".m.");
  if (mobile != out.npos && mobile <= 3 && out.find('.', mobile + 3) != out.npos)
    out.erase(mobile, 2);
  return out;
}

bool is_index(std::string_view segment) {
  for (std::string_view stem : {"index", "default"}) {
    if (!starts(segment, stem)) continue;
    const std::string_view rest = segment.substr(stem.size());
    if (rest.empty()) return stem == "index";
    for (std::string_view extension : {".html", ".htm", ".php", ".asp", ".aspx", ".jsp", ".shtml"})
      if (rest == extension) return true;
  }
  return false;
}

/// "(S(4hqa0555fwsecu455xqckv45))" and "(4hqa0555fwsecu455xqckv45)": ASP.NET's session in the path.
bool is_session_segment(std::string_view segment) {
  return segment.size() >= 26 && segment.front() == '(' && segment.back() == ')' &&
         std::all_of(segment.begin(), segment.end(),
                     [](char c) { return is_alpha(c) || is_number(c) || c == '(' || c == ')'; });
}

/// A segment without its session parameter and its mark of an AMP page.
std::string_view plain_segment(std::string_view segment, bool last, std::string* held) {
  const std::size_t semicolon = segment.find(';');
  if (semicolon != segment.npos && istarts_with(segment.substr(semicolon + 1), "jsessionid="))
    segment = segment.substr(0, semicolon);
  if (!last) return segment;
  if (ends(segment, ".amp.html")) {
    *held = std::string(segment.substr(0, segment.size() - 9)) + ".html";
    return *held;
  }
  if (ends(segment, ".amp")) segment.remove_suffix(4);
  return segment;
}

std::string plain_path(std::string_view path) {
  std::vector<std::string_view> segments;
  for (std::string_view segment : split(path, '/'))
    if (!segment.empty() && !is_session_segment(segment)) segments.push_back(segment);
  while (!segments.empty() && (segments.back() == "amp" || is_index(segments.back())))
    segments.pop_back();
  std::string out;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    std::string held;
    out.push_back('/');
    out += one_spelling(plain_segment(segments[i], i + 1 == segments.size(), &held));
  }
  return out;
}

std::string plain_query(std::string_view host, std::string_view query) {
  std::vector<std::string> kept;
  for (std::string_view part : split(query, '&')) {
    if (starts(part, "amp;")) part.remove_prefix(4);  // an "&amp;" that was never decoded
    const std::size_t equals = part.find('=');
    const std::string_view name = part.substr(0, equals);
    const std::string_view value =
        equals == part.npos ? std::string_view() : part.substr(equals + 1);
    if (part.empty() || is_tracking(host, name, value)) continue;
    kept.push_back(replace_all(one_spelling(value.empty() ? name : part), "+", "%20"));
  }
  std::sort(kept.begin(), kept.end());
  kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
  return join(kept, "&");
}

/// The page that an AMP cache serves ("…cdn.ampproject.org/c/s/HOST/PATH"), as host and path.
bool unwrap_amp_cache(std::string_view* host, std::string_view* path) {
  std::string_view rest;
  if (ends(*host, ".cdn.ampproject.org"))
    rest = *path;
  else if ((*host == "www.google.com" || *host == "google.com") && starts(*path, "/amp/"))
    rest = path->substr(4);
  else
    return false;
  for (std::string_view kind : {"/c", "/v", "/s"})
    if (starts(rest, std::string(kind) + "/")) rest.remove_prefix(kind.size());
  if (rest.empty() || rest[0] != '/') return false;
  rest.remove_prefix(1);
  const std::size_t slash = rest.find('/');
  const std::string_view inner = rest.substr(0, slash);
  if (inner.find('.') == inner.npos) return false;
  *host = inner;
  *path = slash == rest.npos ? std::string_view() : rest.substr(slash);
  return true;
}

}  // namespace

std::string clean_url(const Url& url) {
  if (!url.is_http()) return url.href();
  std::string_view host = url.host();
  while (host.size() > 1 && host.back() == '.') host.remove_suffix(1);
  std::string out(url.scheme());
  out.append("://").append(host);
  if (!url.port().empty()) out.append(":").append(url.port());
  out += one_spelling(url.path());
  std::vector<std::string> kept;
  for (const std::string_view part : split(url.query(), '&')) {
    const std::size_t equals = part.find('=');
    const auto value = equals == part.npos ? std::string_view() : part.substr(equals + 1);
    if (!part.empty() && !is_tracking(host, part.substr(0, equals), value))
      kept.push_back(one_spelling(part));
  }
  if (!kept.empty()) out += "?" + join(kept, "&");
  if (starts(url.fragment(), "!")) out += "#" + one_spelling(url.fragment());
  return out;
}

bool is_homepage(const Url& url) {
  if (!url.is_http()) return false;
  std::string_view page = url.path().substr(std::min<std::size_t>(1, url.path().size()));
  if (page.find('/') != page.npos) return false;
  const std::string stem = ascii_lower(page.substr(0, page.find('.')));
  if (!stem.empty() && stem != "index" && stem != "home" && stem != "default") return false;
  for (const std::string_view part : split(url.query(), '&')) {
    const std::size_t equals = part.find('=');
    if (equals != part.npos &&
        !is_tracking(url.host(), part.substr(0, equals), part.substr(equals + 1)))
      return false;  // "/?p=12" is a page
  }
  return true;
}

bool looks_like_feed(const Url& url) {
  if (!url.is_http()) return false;
  const std::string path = ascii_lower(url.path()), host(url.host());
  const std::string_view page = std::string_view(path).substr(path.rfind('/') + 1);
  const std::size_t dot = page.rfind('.');
  const std::string_view extension = dot == page.npos ? std::string_view() : page.substr(dot + 1);
  const auto names_feed = [](std::string_view word) {
    for (const std::string_view known : {"feed", "feeds", "feeds2", "rss", "rss2", "atom", "rdf"})
      if (word == known) return true;
    return false;
  };
  if (names_feed(extension)) return true;
  if (extension == "xml") return page.find("sitemap") == page.npos;
  if (extension == "json") return page.find("feed") != page.npos;
  if (!extension.empty()) return false;
  for (const std::string_view segment : split(path, '/'))
    if (names_feed(segment)) return true;
  for (const std::string_view part : split(url.query(), '&')) {
    const std::size_t equals = part.find('=');
    const std::string_view name = part.substr(0, equals);
    if ((name == "feed" || name == "format") && equals != part.npos &&
        (names_feed(part.substr(equals + 1)) || part.substr(equals + 1) == "xml"))
      return true;
  }
  return names_feed(std::string_view(host).substr(0, host.find('.')));
}

std::string identity_key(const Url& url) {
  if (!url.is_http()) return url.href();
  std::string_view host = url.host(), path = url.path();
  const bool cached = unwrap_amp_cache(&host, &path);
  std::string key = plain_host(host);
  const std::string query = plain_query(key, url.query());
  if (!url.port().empty() && !cached) key += ":" + std::string(url.port());
  key += plain_path(path);
  if (!query.empty()) key += "?" + query;
  const std::string_view fragment = url.fragment();
  if (starts(fragment, "!") && fragment != "!" && fragment != "!/")  // a page of a script-made site
    key += "#" + one_spelling(fragment);
  return key;
}

}  // namespace kaynak
