#include "extract/declared.h"

#include <algorithm>

#include "base/strings.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t max_declared = 24;
constexpr std::size_t max_name_bytes = 160;  // longer is no name and no credit

std::string host_of(std::string_view address) {
  const auto url = Url::parse(address);
  if (!url || !url->is_http()) return {};
  const std::string_view host = url->host();
  return std::string(host.starts_with("www.") ? host.substr(4) : host);
}

/// What tells owners apart: "havsbild" for "www.havsbild.example" and "havsbild.co.example".
std::string owner_of(std::string_view address) {
  const std::string host = host_of(address);
  const std::string domain = registrable_domain(host);
  const std::string& best = domain.empty() ? host : domain;
  return best.substr(0, best.find('.'));
}

std::string compact(std::string_view name) {
  std::string out;
  for (const char c : fold(name))
    if (c != ' ' && c != '-' && c != '.') out += c;
  return out;
}

class Finder {
 public:
  Finder(const Document& page, const StructuredData& data, const DeclaringPage& where)
      : page_(page), data_(data), where_(where) {}

  std::vector<Hop> find() {
    for (const OriginClaim& claim : data_.article.origins) add_claim(claim);
    for (const NamedAgent& agent : data_.article.authors)
      add("author", agent.name, agent.url, "author " + agent.name);
    for (const std::string* place : {&data_.article.dateline, &data_.article.place})
      if (!place->empty())
        add("place", *place, {},
            (place == &data_.article.place ? "contentLocation " : "dateline ") + *place);
    add_links();
    add_metas();
    add_canonical();
    return std::move(found_);
  }

 private:
  void add(std::string role, std::string_view name, std::string_view url, std::string proof,
           std::string_view language = {}) {
    if (found_.size() >= max_declared || name.size() > max_name_bytes) return;
    if (name.empty() && url.empty()) return;
    // What data calls an address may be anything: only one of the web is kept.
    Hop hop{std::move(role),
            std::string(name),
            resolve_href(url, page_address()),
            {Evidence::none, {}}};
    hop.proof = std::string(clip_utf8(proof, 2 * max_name_bytes));
    hop.language = LanguageTag(language);
    if (std::find(found_.begin(), found_.end(), hop) == found_.end())
      found_.push_back(std::move(hop));
  }

  void add_claim(const OriginClaim& claim) {
    const std::string& property = claim.property;
    if (property == "creditText" || property == "copyrightNotice")
      return add("credit", claim.name, {}, property + ' ' + claim.name);
    if (property == "translator")
      return add("translator", claim.name, claim.url, property + ' ' + claim.name);
    if (property.starts_with("isBasedOn") || property == "translationOfWork")
      return add_origin(property, claim.name, claim.url, claim.language);
    add("source", claim.name, claim.url, property + ' ' + claim.name);
  }

  /// An address of the page's own host tells nothing of where the text was before.
  void add_origin(std::string_view property, std::string_view name, std::string_view address,
                  std::string_view language = {}) {
    const std::string url = resolve_href(address, page_address());
    if (!address.empty() && (url.empty() || is_own(url))) return;
    add("publisher", name.empty() ? host_of(url) : std::string(name), url,
        std::string(property) + ' ' + std::string(url.empty() ? name : address), language);
  }

  std::string_view page_address() const {
    return where_.url.empty() ? where_.canonical : where_.url;
  }

  bool is_own(std::string_view url) const {
    const std::string owner = owner_of(url);
    if (owner.empty()) return true;
    if (owner == owner_of(where_.url) || owner == owner_of(where_.canonical)) return true;
    return names_outlet(owner);
  }

  bool names_outlet(const std::string& owner) const {
    const std::string outlet = compact(where_.outlet), letters = compact(owner);
    return !outlet.empty() && !letters.empty() &&
           (outlet.find(letters) != outlet.npos || letters.find(outlet) != letters.npos);
  }

  void add_links() {
    for (NodeIndex i = 0; i < page_.nodes().size(); ++i) {
      if (page_.node(i).tag != Tag::link) continue;
      const std::string rel = ascii_lower(page_.attribute(i, "rel"));
      if (rel == "syndication-source" || rel == "original-source")
        add_origin(rel, {}, page_.attribute(i, "href"));
    }
  }

  void add_metas() {
    for (const char* key : {"original-source", "syndication-source", "dc.source", "dcterms.source",
                            "isbasedon", "isbasedonurl"})
      for (const auto content : data_.all(key))
        if (content.find("://") != content.npos)
          add_origin(key, {}, content);
        else
          add("credit", plain_text(content), {}, std::string(key) + ' ' + std::string(content));
    for (const char* key : {"source", "contentprovider", "sourceorganization", "copyrightholder",
                            "translator", "credittext"})
      for (const auto content : data_.all(key))
        if (content.find("://") == content.npos)
          add(std::string_view(key) == "translator" ? "translator" : "credit", plain_text(content),
              {}, std::string(key) + ' ' + std::string(content));
  }

  /// A page whose canonical address is another owner's shows that owner's article. A copy of an
  /// archive or cache bears the name of the outlet it copies.
  void add_canonical() {
    if (where_.url.empty() || where_.canonical.empty()) return;
    const std::string owner = owner_of(where_.canonical);
    if (owner.empty() || owner == owner_of(where_.url) || names_outlet(owner)) return;
    add("publisher", host_of(where_.canonical), where_.canonical,
        "canonical " + std::string(where_.canonical));
  }

  const Document& page_;
  const StructuredData& data_;
  const DeclaringPage& where_;
  std::vector<Hop> found_;
};

}  // namespace

std::vector<Hop> find_declared(const Document& page, const StructuredData& data,
                               const DeclaringPage& where) {
  return Finder(page, data, where).find();
}

}  // namespace kaynak::extract_detail
