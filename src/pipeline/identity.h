/// @file Which article a page is: what to believe of the addresses it has and the one it claims.
///
/// The rules, and why:
/// - The address after redirects counts, never the redirector's: that one serves everybody's pages.
/// - `rel=canonical` on the same outlet's hosts joins the AMP, mobile, print and tracking twins of
/// a
///   page. It is not believed where it names the front page, a section above the page, or a page
///   that looks like no article while this one does: templates that say so of all their pages would
///   make one article of them.
/// - `rel=canonical` on another outlet's host says where a text was first, not which page this is:
///   the partner's copy is an article of its own, with the original as a hop.
/// - Where a host only carries other people's pages (feed redirectors, AMP and search caches), the
///   page it names is the article.
/// - A feed's guid that is an address of the same page without its query is the permalink.
#pragma once

#include <string>
#include <string_view>

#include "text/url.h"

namespace kaynak {

/// What is said of a page's address, by whom. Anything may be empty or no URL at all.
struct AddressClaims {
  std::string asked;      ///< the address asked for
  std::string final_url;  ///< after redirects
  std::string canonical;  ///< what the page calls itself
  std::string guid;       ///< of the feed's item
};

enum class IdentityReason {
  address,    ///< the page's own address, after redirects
  canonical,  ///< the address it calls itself, believed
  permalink,  ///< the guid of its feed's item
};
const char* to_string(IdentityReason reason);

struct PageIdentity {
  std::string address;  ///< absolute; what the article is linked by
  std::string key;      ///< identity_key() of it: what the article's id is made of
  IdentityReason reason = IdentityReason::address;
  std::string
      original;  ///< another outlet's page that this one calls the original; provenance only
};

/// Applies the rules above. Never fails: with no web address at all, `asked` is both address and
/// key. Thread-safe.
PageIdentity identity_of(const AddressClaims& claims);

/// Whether two hosts are of one outlet: equal, or under one registered name by the public suffix
/// list ("amp.a.co.uk" and "www.a.co.uk"; not "a.co.uk" and "b.co.uk", nor two blogs on one
/// platform).
bool same_outlet_host(std::string_view a, std::string_view b);

/// Whether a page that was asked for led somewhere that stands for "it is not here any more": the
/// front page, a section above it, or an error page, on the outlet's own hosts.
bool redirected_away(std::string_view asked, std::string_view final_url);

}  // namespace kaynak
