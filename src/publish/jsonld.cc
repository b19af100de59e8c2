#include "publish/jsonld.h"

#include <algorithm>

#include "base/strings.h"
#include "publish/rights.h"
#include "publish/view_chain.h"

namespace kaynak::publish_detail {
namespace {

Json named(const char* type, const std::string& name, const std::string& url = {}) {
  Json thing;
  thing.set("@type", type).set_if("name", name).set_if("url", safe_link(url));
  return thing;
}

Json authors_of(const Article& article) {
  Json authors = Json::array();
  for (const auto& name : article.authors) authors.push(named("Person", name));
  return authors;
}

Json images_of(const Article& article) {
  Json images = Json::array();
  for (const auto& block : article.blocks) {
    if (!block.figure || safe_link(block.figure->url).empty()) continue;
    Json image = named("ImageObject", {}, block.figure->url);
    image.set_if("caption", block.text).set_if("creditText", block.figure->credit);
    images.push(std::move(image));
  }
  return images;
}

Json original_of(const ArticlePage& page, const Scene& scene) {
  Json original = named("NewsArticle", {}, article_url(page.article));
  original.set_if("headline", page.article.headline);
  original.set_if("inLanguage", page.article.language.value);
  for (const auto& [language, path] : page.alternates) {
    if (same_language(language, page.article.language))
      original.set("sameAs", absolute_link(scene, path));
  }
  return original;
}

/// Whoever published it before the outlet we have it from.
const Hop* first_publisher(const Article& article) {
  const auto it = std::find_if(article.hops.begin(), article.hops.end(), [&](const Hop& hop) {
    return hop.role == "publisher" && hop.name != article.outlet && !hop.name.empty();
  });
  return it == article.hops.end() ? nullptr : &*it;
}

/// The page it was made from; where that one gave another outlet's text again, the page behind it.
Json based_on(const Article& article) {
  const auto url = safe_link(article_url(article));
  const Hop* first = first_publisher(article);
  if (first == nullptr) return url.empty() ? Json() : Json(url);
  Json original = named("NewsArticle", {}, first->url);
  original.set("publisher", named("NewsMediaOrganization", first->name));
  Json page = named("NewsArticle", {}, url);
  return page.set("isBasedOn", std::move(original));
}

Json agencies_of(const Article& article) {
  Json agencies = Json::array();
  for (const Hop& hop : article.hops)
    if (hop.role == "agency" && !hop.name.empty())
      agencies.push(named("NewsMediaOrganization", hop.name, hop.url));
  return agencies;
}

Json cited_of(const Article& article) {
  Json cited = Json::array();
  for (const auto& name : article.cited_sources) cited.push(name);
  return cited;
}

/// Direct speech whose speaker is known, in the words of the language it was read in.
Json quotations_of(const Article& article) {
  constexpr std::size_t most = 50;
  Json quotations = Json::array();
  for (const Quote& quote : article.quotes) {
    if (quote.speaker.empty() || quote.partial || quote.confidence < doubtful_below) continue;
    if (quotations.items().size() == most) break;
    Json one = Json::object();
    one.set("@type", "Quotation").set("text", quote.text).set("creditText", quote.speaker);
    one.set_if("inLanguage", article.language.value);
    if (!quote.via.empty()) one.set("provider", named("Organization", quote.via));
    quotations.push(std::move(one));
  }
  return quotations;
}

std::string dateline_of(const Dateline& dateline) {
  std::vector<std::string> parts;
  for (const auto& part : {dateline.place, dateline.agency, dateline.date}) {
    if (!part.empty()) parts.push_back(part);
  }
  return join(parts, ", ");
}

void set_text(Json* json, const ArticlePage& page, const Edition* edition) {
  const auto& article = page.article;
  json->set("headline", edition ? edition->headline : article.headline);
  json->set_if("alternativeHeadline", edition                              ? edition->subheadline
                                      : page.source.rights == Rights::full ? article.subheadline
                                                                           : std::string());
  json->set_if("description", permitted_summary(page));
  json->set_if("inLanguage", edition ? edition->language.value : article.language.value);
}

void set_translation(Json* json, const ArticlePage& page, const Edition* edition,
                     const Scene& scene) {
  if (!edition) return;
  json->set("translationOfWork", original_of(page, scene));
  if (edition->kind == EditionKind::human && !edition->translator.empty())
    json->set("translator", named("Person", edition->translator));
}

}  // namespace

Json news_article(const ArticlePage& page, const Scene& scene) {
  const auto& article = page.article;
  const auto* edition = shown_edition(page);
  const auto url = absolute_link(scene, page.path);
  Json json;
  json.set("@context", "https://schema.org").set("@type", "NewsArticle");
  json.set("url", url).set("mainEntityOfPage", url);
  set_text(&json, page, edition);
  if (article.published) json.set("datePublished", machine_time(*article.published));
  if (article.modified) json.set("dateModified", machine_time(*article.modified));
  json.set_if("author", authors_of(article));
  json.set("publisher", named("NewsMediaOrganization", scene.title, scene.base_url + "/"));
  json.set_if("sourceOrganization",
              named("NewsMediaOrganization", article.outlet, page.source.home));
  json.set_if("provider", agencies_of(article));
  json.set_if("isBasedOn", based_on(article));
  json.set_if("citation", cited_of(article));
  json.set_if("creditText", credit_of(page, scene));
  json.set_if("dateline", dateline_of(article.dateline));
  json.set_if("articleSection", article.section);
  if (page.source.rights == Rights::full) {
    json.set_if("image", images_of(article));
    json.set_if("hasPart", quotations_of(article));
  }
  json.set_if("correction", article.correction);
  Json keywords = Json::array();
  for (const auto& keyword : article.keywords) keywords.push(keyword);
  json.set_if("keywords", std::move(keywords));
  set_translation(&json, page, edition, scene);
  return json;
}

}  // namespace kaynak::publish_detail
