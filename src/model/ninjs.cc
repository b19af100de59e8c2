#include "base/strings.h"
#include "model/json.h"
#include "model/json_parts.h"

namespace kaynak {
namespace {

using namespace model_detail;

constexpr const char* kExtensionType = "application/vnd.kaynak.article+json";

Json text_item(const char* role, const char* content_type, const std::string& value) {
  Json j;
  j.set("role", role).set("contentType", content_type).set("value", value);
  return j;
}

/// ninjs wants URIs of its items; an article without an address is named by its id.
std::string uri_of(const Article& a) {
  if (!a.canonical_url.empty()) return a.canonical_url;
  if (!a.url.empty()) return a.url;
  return "urn:kaynak:article:" + (a.id.empty() ? article_id_for(a.record_id).value : a.id.value);
}

Json people_json(const Article& a) {
  Json::Array out;
  for (const auto& author : a.authors)
    out.push_back(Json().set("name", author).set("rel", "author"));
  return out;
}

Json info_sources_json(const Article& a) {
  Json::Array out;
  for (const auto& hop : a.hops) {
    Json j;
    j.set("name", hop.name).set("role", hop.role);
    if (istarts_with(hop.url, "http")) j.set("uri", hop.url);
    out.push_back(std::move(j));
  }
  return out;
}

Json associations_json(const Article& a) {
  Json::Array out;
  for (const auto& block : a.blocks) {
    if (!block.figure || block.figure->url.empty()) continue;
    const auto& f = *block.figure;
    Json j;
    j.set("name", "figure-" + std::to_string(out.size() + 1))
        .set("uri", f.url)
        .set("type", "picture");
    if (!f.caption.empty())
      j.set("descriptions", Json::Array{text_item("caption", "text/plain", f.caption)});
    j.set_if("by", f.credit);
    out.push_back(std::move(j));
  }
  return out;
}

Json standard_json() {
  Json j;
  j.set("name", "ninjs")
      .set("version", "3.1")
      .set("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#");
  return j;
}

/// What article and edition have in common.
Json item(const Article& a) {
  Json j;
  j.set("uri", uri_of(a))
      .set("type", "text")
      .set("standard", standard_json())
      .set("representationType", "full");
  if (const auto& first = first_publication(a)) j.set("firstCreated", to_rfc3339(*first));
  const auto& version = a.modified ? a.modified : a.published;
  if (version) j.set("versionCreated", to_rfc3339(*version));
  j.set("pubStatus", a.status == PubStatus::usable ? "usable" : "canceled");
  j.set_if("located", a.dateline.place)
      .set_if("people", people_json(a))
      .set_if("infoSources", info_sources_json(a));
  if (!a.outlet.empty())
    j.set("organisations", Json::Array{Json().set("name", a.outlet).set("rel", "publisher")});
  j.set_if("subjects",
           list_json(a.keywords, [](const std::string& k) { return Json().set("name", k); }));
  j.set_if("edNote", a.correction);
  return j;
}

std::string edition_body(const Article& a, const Edition& e) {
  Article shown;
  for (std::size_t i = 0; i < a.blocks.size() && i < e.blocks.size(); ++i) {
    shown.blocks.emplace_back();
    shown.blocks.back().kind = a.blocks[i].kind;
    shown.blocks.back().text = e.blocks[i].text;
  }
  return body_text(shown);
}

}  // namespace

Json to_ninjs(const Article& a) {
  Json j = item(a);
  j.set_if("language", a.language.value).set_if("by", a.byline);
  Json::Array headlines{text_item("main", "text/plain", a.headline)};
  if (!a.subheadline.empty()) headlines.push_back(text_item("sub", "text/plain", a.subheadline));
  j.set("headlines", std::move(headlines));
  j.set("bodies", Json::Array{text_item("main", "text/plain", body_text(a)),
                              text_item("kaynak:article", kExtensionType, to_json(a).dump())});
  return j.set_if("associations", associations_json(a));
}

Json to_ninjs(const Article& a, const Edition& e) {
  Json j = item(a);
  j.set("uri", "urn:kaynak:edition:" + e.id.value).set("language", e.language.value);
  j.set_if("by", e.translator.empty() ? e.engine : e.translator);
  j.set("headlines", Json::Array{text_item("main", "text/plain", e.headline)});
  j.set("bodies", Json::Array{text_item("main", "text/plain", edition_body(a, e)),
                              text_item("kaynak:edition", kExtensionType, to_json(e).dump())});
  Json original;
  original.set("name", "original")
      .set("rel", "translationOf")
      .set("uri", uri_of(a))
      .set("type", "text");
  original.set_if("language", a.language.value);
  auto associations = associations_json(a).items();
  associations.insert(associations.begin(), original);
  return j.set("associations", std::move(associations));
}

}  // namespace kaynak
