#include "trace/unwind.h"

#include <algorithm>

namespace kaynak {
namespace {

constexpr std::size_t max_pages = 8;

const std::string& address_of(const Article& article) {
  return article.canonical_url.empty() ? article.url : article.canonical_url;
}

bool is_own(const Article& article, const std::string& url) {
  return url == article.url || url == article.canonical_url;
}

/// Where the page says it has its text from.
const std::string* republished_from(const Article& article) {
  const bool republisher = std::any_of(article.hops.begin(), article.hops.end(),
                                       [](const Hop& h) { return h.role == "republisher"; });
  if (!republisher) return nullptr;
  for (const Hop& hop : article.hops)
    if (hop.role == "publisher" && !hop.url.empty() && !is_own(article, hop.url)) return &hop.url;
  return nullptr;
}

/// A hop that leaves its page behind: what proves it is said in words. The page republished no
/// more: it is the station between.
Hop seen_on(const Article& page, Hop hop) {
  const std::string words(evidence_words(page, hop.evidence));
  const std::string& what = words.empty() ? hop.proof : words;
  hop.proof = address_of(page) + (what.empty() ? "" : ": " + what);
  hop.evidence = {};
  if (hop.language.empty()) hop.language = page.language;
  if (hop.date.empty() && page.published && is_own(page, hop.url))
    hop.date = to_rfc3339(*page.published);
  return hop;
}

void add_missing(const std::vector<Hop>& hops, std::vector<Hop>* chain) {
  for (const Hop& hop : hops)
    if (std::none_of(chain->begin(), chain->end(), [&](const Hop& h) {
          return h.name == hop.name || (!hop.url.empty() && h.url == hop.url);
        }))
      chain->push_back(hop);
}

}  // namespace

std::vector<Hop> unwound(const Article& article, const FindArticle& find) {
  std::vector<Article> pages{article};
  while (pages.size() < max_pages) {
    const std::string* from = republished_from(pages.back());
    if (from == nullptr) break;
    auto original = find(*from);
    if (!original || std::any_of(pages.begin(), pages.end(), [&](const Article& known) {
          return is_own(known, address_of(*original)) || known.id == original->id;
        }))
      break;
    pages.push_back(std::move(*original));
  }
  std::vector<Hop> chain;
  for (std::size_t i = pages.size(); i-- > 1;) {
    std::vector<Hop> hops;
    for (const Hop& hop : pages[i].hops) hops.push_back(seen_on(pages[i], hop));
    add_missing(hops, &chain);
  }
  add_missing(article.hops, &chain);
  return chain;
}

}  // namespace kaynak
