#include "extract/structured_data.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t max_ld_nodes = 2000;
constexpr std::size_t max_metas = 1000;

std::string_view short_type(std::string_view type) {
  const auto slash = type.find_last_of("/#:");
  return slash == std::string_view::npos ? type : type.substr(slash + 1);
}

/// How well a schema.org type fits "the article of the page"; 0 for what is none.
int type_rank(std::string_view type) {
  type = short_type(type);
  if (type == "LiveBlogPosting") return 5;
  if (type.ends_with("NewsArticle")) return 5;
  if (type == "Article" || type == "BlogPosting" || type == "Report") return 4;
  if (type.ends_with("Article")) return 3;
  if (type == "SocialMediaPosting" || type == "Review" || type == "CreativeWork") return 2;
  if (type == "WebPage" || type == "ItemPage") return 1;
  return 0;
}

std::vector<std::string_view> types_of(const Json& node) {
  std::vector<std::string_view> types;
  const Json& type = node["@type"];
  if (type.is_string()) types.push_back(type.as_string());
  for (const Json& t : type.items()) types.push_back(t.as_string());
  return types;
}

std::string text_of(const Json& value) {
  if (value.is_string()) return plain_text(value.as_string());
  if (value.is_array() && !value.items().empty()) return text_of(value.items().front());
  if (value.is_object()) {
    for (const char* key : {"@value", "name", "text", "headline"})
      if (value[key].is_string()) return plain_text(value[key].as_string());
  }
  return {};
}

/// The objects of a page's JSON-LD, flat, with a way to follow {"@id": …}.
class LdGraph {
 public:
  void add(const Json& root) {
    std::vector<std::pair<const Json*, int>> open{{&root, 0}};
    while (!open.empty() && nodes_.size() < max_ld_nodes) {
      const auto [json, depth] = open.back();
      open.pop_back();
      if (json->is_array()) {
        for (auto it = json->items().rbegin(); it != json->items().rend(); ++it)
          open.push_back({&*it, depth});
        continue;
      }
      if (!json->is_object()) continue;
      nodes_.push_back({json, depth});
      if (depth >= 4) continue;
      for (const char* key :
           {"hasPart", "itemReviewed", "mainEntityOfPage", "mainEntity", "@graph"}) {
        const Json& inner = (*json)[key];
        if (inner.is_object() || inner.is_array())
          open.push_back({&inner, depth + (std::string_view(key) == "@graph" ? 0 : 1)});
      }
    }
  }
  struct Entry {
    const Json* json;
    int depth;
  };
  const std::vector<Entry>& nodes() const { return nodes_; }
  /// The node itself, or the one its lone @id points at.
  const Json& resolve(const Json& reference) const {
    if (!reference.is_object() || reference.members().size() > 2 || !reference.contains("@id"))
      return reference;
    const std::string& id = reference["@id"].as_string();
    for (const Entry& e : nodes_)
      if (e.json->members().size() > 2 && (*e.json)["@id"].as_string() == id) return *e.json;
    return reference;
  }

 private:
  std::vector<Entry> nodes_;
};

void add_agents(const Json& value, const LdGraph& graph, std::vector<NamedAgent>* to,
                int depth = 0) {
  if (to->size() >= 30 || depth > 3) return;
  for (const Json& item : value.items()) add_agents(item, graph, to, depth + 1);
  if (value.is_string()) {
    to->push_back({plain_text(value.as_string()), {}, false});
  } else if (value.is_object()) {
    const Json& agent = graph.resolve(value);
    NamedAgent named;
    if (agent["name"].is_array()) {
      for (const Json& item : agent["name"].items()) add_agents(item, graph, to, depth + 1);
      return;
    }
    named.name = text_of(agent["name"]);
    named.url = text_of(agent["url"]);
    for (const auto type : types_of(agent))
      named.organisation |= short_type(type).ends_with("Organization");
    if (!named.name.empty()) to->push_back(std::move(named));
  }
}

constexpr std::size_t max_origins = 12;

/// A work that the text was made of: its outlet and address. Texts that it only cites are none.
void add_work(const char* property, const Json& value, const LdGraph& graph,
              std::vector<OriginClaim>* to, int depth = 0) {
  if (to->size() >= max_origins || depth > 2) return;
  for (const Json& item : value.items()) add_work(property, item, graph, to, depth + 1);
  OriginClaim claim{property, {}, {}, {}};
  if (value.is_string()) {
    claim.url = std::string(trim(value.as_string()));
  } else if (value.is_object()) {
    const Json& work = graph.resolve(value);
    claim.url = text_of(work["url"]);
    if (claim.url.empty()) claim.url = work["@id"].as_string();
    claim.language = text_of(work["inLanguage"]);
    std::vector<NamedAgent> outlet;
    add_agents(work["publisher"], graph, &outlet);
    if (!outlet.empty()) claim.name = outlet.front().name;
  }
  if (!claim.name.empty() || claim.url.find("://") != std::string::npos)
    to->push_back(std::move(claim));
}

/// Everything of the article object that tells where its text comes from.
std::vector<OriginClaim> origins_of(const Json& node, const LdGraph& graph) {
  std::vector<OriginClaim> origins;
  for (const char* key : {"isBasedOn", "isBasedOnUrl", "translationOfWork"})
    add_work(key, node[key], graph, &origins);
  for (const char* key : {"sourceOrganization", "provider", "copyrightHolder", "translator"}) {
    std::vector<NamedAgent> agents;
    add_agents(node[key], graph, &agents);
    for (NamedAgent& agent : agents)
      if (origins.size() < max_origins)
        origins.push_back({key, std::move(agent.name), std::move(agent.url), {}});
  }
  for (const char* key : {"creditText", "copyrightNotice"})
    if (const std::string credit = text_of(node[key]); !credit.empty())
      origins.push_back({key, credit, {}, {}});
  return origins;
}

void add_keywords(const Json& value, std::vector<std::string>* to) {
  for (const Json& item : value.items())
    if (auto word = text_of(item); !word.empty() && to->size() < 50) to->push_back(std::move(word));
  if (!value.is_string()) return;
  const std::string& all = value.as_string();
  for (const auto part : split(all, all.find(';') != std::string::npos ? ';' : ','))
    if (auto word = plain_text(part); !word.empty() && to->size() < 50)
      to->push_back(std::move(word));
}

std::optional<bool> truth_of(const Json& value) {
  if (value.is_bool()) return value.as_bool();
  if (!value.is_string()) return std::nullopt;
  const std::string word = ascii_lower(short_type(value.as_string()));
  if (word == "true" || word == "yes") return true;
  if (word == "false" || word == "no") return false;
  return std::nullopt;
}

ArticleData article_from(const Json& node, const LdGraph& graph) {
  ArticleData a;
  a.found = true;
  for (const auto type : types_of(node)) {
    if (a.type.empty() || type_rank(type) > type_rank(a.type)) a.type = short_type(type);
    a.live |= short_type(type) == "LiveBlogPosting";
  }
  a.headline = text_of(node["headline"]);
  if (a.headline.empty()) a.headline = text_of(node["name"]);
  a.alternative_headline = text_of(node["alternativeHeadline"]);
  a.description = text_of(node["description"]);
  if (node["articleBody"].is_string()) a.body = plain_text(node["articleBody"].as_string(), '\n');
  a.published = text_of(node["datePublished"]);
  if (a.published.empty()) a.published = text_of(node["dateCreated"]);
  a.modified = text_of(node["dateModified"]);
  a.section = text_of(node["articleSection"]);
  a.url = text_of(node["url"]);
  if (a.url.empty()) {
    const Json& main = node["mainEntityOfPage"];
    a.url = main.is_string() ? main.as_string() : main["@id"].as_string();
  }
  a.language = text_of(node["inLanguage"]);
  a.correction = text_of(node["correction"]);
  std::vector<NamedAgent> publishers;
  add_agents(node["publisher"], graph, &publishers);
  if (!publishers.empty()) {
    a.publisher = publishers.front().name;
    a.publisher_url = publishers.front().url;
  }
  for (const char* key : {"sourceOrganization", "provider", "copyrightHolder"})
    add_agents(node[key], graph, &publishers);
  for (const NamedAgent& agent : publishers)
    if (agent.organisation) a.organisations.push_back(agent.name);
  add_agents(node["author"], graph, &a.authors);
  if (a.authors.empty()) add_agents(node["creator"], graph, &a.authors);
  a.origins = origins_of(node, graph);
  a.dateline = text_of(node["dateline"]);
  a.place = text_of(node["contentLocation"]);
  if (a.place.empty()) a.place = text_of(node["locationCreated"]);
  add_keywords(node["keywords"], &a.keywords);
  a.free = truth_of(node["isAccessibleForFree"]);
  return a;
}

/// Explicit features that choose the page's own article among all in its JSON-LD.
struct ArticleCandidate {
  int type_rank = 0;
  int depth = 0;
  bool same_url = false;
  bool same_title = false;
  bool has_body = false;
  bool has_date = false;
  bool has_author = false;
};

int score(const ArticleCandidate& c) {
  return 10 * c.type_rank + 25 * c.same_url + 25 * c.same_title + 6 * c.has_body + 8 * c.has_date +
         5 * c.has_author - 2 * c.depth;
}

std::string url_key(std::string_view url, std::string_view base) {
  const auto parsed = Url::parse(resolve_href(url, base));
  return parsed ? identity_key(*parsed) : std::string{};
}

bool title_matches(std::string_view title, std::string_view headline) {
  return headline.size() >= 8 && fold(title).find(fold(headline)) != std::string::npos;
}

ArticleData choose_article(const LdGraph& graph, std::string_view page_url,
                           std::string_view title) {
  const std::string own = page_url.empty() ? std::string{} : url_key(page_url, page_url);
  const Json* best = nullptr;
  int best_score = 0;
  for (const auto& [node, depth] : graph.nodes()) {
    ArticleCandidate c;
    for (const auto type : types_of(*node)) c.type_rank = std::max(c.type_rank, type_rank(type));
    if (c.type_rank == 0) continue;
    c.depth = depth;
    c.has_body = (*node)["articleBody"].is_string();
    c.has_date = node->contains("datePublished");
    c.has_author = node->contains("author");
    c.same_title = title_matches(title, text_of((*node)["headline"]));
    const std::string url = text_of((*node)["url"]);
    c.same_url = !own.empty() && !url.empty() && url_key(url, page_url) == own;
    if (const int s = score(c); s > best_score) best_score = s, best = node;
  }
  return best ? article_from(*best, graph) : ArticleData{};
}

/// Fills what a thin article object lacks from the WebPage object beside it.
void complete_from_pages(const LdGraph& graph, ArticleData* article) {
  for (const auto& [node, depth] : graph.nodes()) {
    int rank = 0;
    for (const auto type : types_of(*node)) rank = std::max(rank, type_rank(type));
    if (rank != 1 || depth > 1) continue;
    const ArticleData page = article_from(*node, graph);
    if (article->published.empty()) article->published = page.published;
    if (article->modified.empty()) article->modified = page.modified;
    if (article->language.empty()) article->language = page.language;
    if (article->authors.empty()) article->authors = page.authors;
    if (!article->free) article->free = page.free;
  }
}

/// Whether an itemprop tells of something that the article only mentions: a work it cites, its
/// publisher, a comment.
bool of_other_item(const Document& page, NodeIndex i) {
  for (int up = 0; up < 6 && page.node(i).parent != no_node; ++up) {
    i = page.node(i).parent;
    if (!page.has_attribute(i, "itemscope")) continue;
    const std::string_view prop = page.attribute(i, "itemprop");
    return prop == "citation" || prop == "publisher" || prop == "comment" || prop == "review";
  }
  return false;
}

void read_metas(const Document& page, StructuredData* data) {
  for (NodeIndex i = 0; i < page.nodes().size() && data->metas.size() < max_metas; ++i) {
    if (page.node(i).tag != Tag::meta) continue;
    std::string_view name, content;
    const Attribute* a = page.attributes(i);
    for (int k = 0; k < page.node(i).attributes_count; ++k) {
      if (a[k].name == "content") content = a[k].value;
      if (a[k].name == "property" ||
          ((a[k].name == "name" || a[k].name == "itemprop") && name.empty()))
        name = a[k].value;
    }
    content = trim(content);
    const bool plain = page.has_attribute(i, "name") || page.has_attribute(i, "property");
    if (!plain && of_other_item(page, i)) continue;
    if (!name.empty() && !content.empty())
      data->metas.emplace_back(ascii_lower(trim(name)), content);
  }
}

/// The string value of the first `"key"` in broken JSON; empty where there is none.
std::string loose_value(std::string_view json, std::string_view key) {
  const std::string quoted = '"' + std::string(key) + '"';
  const auto at = json.find(quoted);
  if (at == std::string_view::npos) return {};
  std::string_view rest = trim(json.substr(at + quoted.size(), 2000));
  if (!rest.starts_with(':')) return {};
  rest = trim(rest.substr(1));
  if (!rest.starts_with('"')) return {};
  std::size_t end = 1;
  while (end < rest.size() && rest[end] != '"') end += rest[end] == '\\' ? 2 : 1;
  if (end >= rest.size()) return {};
  const auto parsed = parse_json(rest.substr(0, end + 1));
  return parsed ? plain_text(parsed->as_string()) : std::string{};
}

bool is_json_ld(const Document& page, NodeIndex i);

/// Single values out of an article object that is no valid JSON.
void salvage_article(const Document& page, const std::vector<Json>& roots, ArticleData* article) {
  std::size_t seen = 0;
  for (NodeIndex i = 0; i < page.nodes().size() && seen < roots.size(); ++i) {
    if (!is_json_ld(page, i)) continue;
    if (!roots[seen++].is_null()) continue;
    const std::string_view json = page.raw_text(i);
    const std::string type = loose_value(json, "@type");
    if (type_rank(type) < 3) continue;
    article->found = true;
    article->type = type;
    article->headline = loose_value(json, "headline");
    article->published = loose_value(json, "datePublished");
    article->modified = loose_value(json, "dateModified");
    if (const auto author = json.find("\"author\""); author != std::string_view::npos)
      if (auto name = loose_value(json.substr(author, 400), "name"); !name.empty())
        article->authors.push_back({std::move(name), {}, false});
    return;
  }
}

bool is_json_ld(const Document& page, NodeIndex i) {
  return page.node(i).tag == Tag::script &&
         istarts_with(trim(page.attribute(i, "type")), "application/ld+json");
}

}  // namespace

std::string_view StructuredData::meta(std::initializer_list<std::string_view> names) const {
  for (const auto name : names)
    for (const auto& [key, content] : metas)
      if (key == name) return content;
  return {};
}

std::vector<std::string_view> StructuredData::all(std::string_view name) const {
  std::vector<std::string_view> found;
  for (const auto& [key, content] : metas)
    if (key == name) found.push_back(content);
  return found;
}

StructuredData read_structured_data(const Document& page, std::string_view page_url,
                                    std::string_view title) {
  StructuredData data;
  read_metas(page, &data);
  std::vector<Json> roots;
  for (NodeIndex i = 0; i < page.nodes().size() && roots.size() < 50; ++i)
    if (is_json_ld(page, i)) roots.push_back(parse_lenient_json(page.raw_text(i)));
  LdGraph graph;
  for (const Json& root : roots) graph.add(root);
  data.images = read_images(roots);
  for (const auto& [node, depth] : graph.nodes()) {
    for (const auto type : types_of(*node)) {
      if (depth == 0) data.page_types.emplace_back(short_type(type));
      if (short_type(type) == "WebSite" && data.site_name.empty())
        data.site_name = text_of((*node)["name"]);
    }
  }
  data.article = choose_article(graph, page_url, title);
  if (!data.article.found) salvage_article(page, roots, &data.article);
  complete_from_pages(graph, &data.article);
  if (type_rank(data.article.type) <= 1) data.article.found = false;
  return data;
}

}  // namespace kaynak::extract_detail
