/// @file URLs: WHATWG parsing (lexbor's url module behind one file) and the identity key.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kaynak {

/// A parsed, serialised absolute URL. Invariant: `href()` parses to itself.
class Url {
 public:
  /// Parses per the WHATWG URL Standard, against `base` where given. Errors: malformed.
  static Result<Url> parse(std::string_view text, const Url* base = nullptr);

  const std::string& href() const { return href_; }
  std::string_view scheme()
      const;  ///< "https", without the colon; all views live as long as this Url
  std::string_view host() const;  ///< lower case, punycode; empty where there is none
  std::string_view port() const;
  std::string_view path() const;
  std::string_view query() const;     ///< without "?"
  std::string_view fragment() const;  ///< without "#"
  bool is_http() const { return scheme() == "http" || scheme() == "https"; }
  friend auto operator<=>(const Url& a, const Url& b) { return a.href_ <=> b.href_; }
  friend bool operator==(const Url& a, const Url& b) { return a.href_ == b.href_; }

 private:
  Url() = default;
  std::string href_;
  std::uint32_t scheme_end_ = 0, host_begin_ = 0, host_end_ = 0, port_begin_ = 0, port_end_ = 0,
                path_begin_ = 0, path_end_ = 0, query_end_ = 0;
};

/// Absolute href of `reference` found on a page at `base`; empty where it is no URL or no http(s)
/// one.
std::string resolve_href(std::string_view reference, std::string_view base);

/// Key under which two addresses of one page are equal: no scheme, "www.", "m.", "amp." or user; no
/// default index page, tracking parameters or fragment; remaining parameters sorted.
std::string identity_key(const Url& url);

/// The address to store and show: the same page without user info, tracking parameters, default
/// port, an empty query or fragment (but "#!…"); escapes in one spelling. Parameters keep their
/// order. `clean_url` of what it gives is that again. Other schemes' addresses are left as they
/// are.
std::string clean_url(const Url& url);

/// The part of `host` that somebody registered ("news.example.co.uk": "example.co.uk"), by the
/// Public Suffix List of the system; in the spelling of `host` (Unicode or punycode), lower case.
/// Empty where the host is a public suffix itself, an IP address or no host's name. Thread-safe.
std::string registrable_domain(std::string_view host);

/// Whether an address reads like a feed's: "/feed", "/rss/…", "posts.rss", "?format=atom". A guess
/// that saves fetching what is none.
bool looks_like_feed(const Url& url);

/// Whether an address is a site's front page: no path, or an index page, and no parameter that
/// picks something.
bool is_homepage(const Url& url);

/// `href` with a text fragment that selects `sentence` on its page
/// (https://wicg.github.io/scroll-to-text-fragment/): whole when short, else first and last words.
std::string text_fragment_url(std::string_view href, std::string_view sentence);

}  // namespace kaynak
