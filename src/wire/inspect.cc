#include "base/strings.h"
#include "wire/wire.h"

namespace kaynak {
namespace {

Json date_json(const std::optional<ZonedTime>& date) {
  return date ? Json(to_rfc3339(*date)) : Json();
}

Json names_json(const std::vector<std::string>& names) {
  Json::Array out(names.begin(), names.end());
  return out;
}

Json dateline_json(const Dateline& d) {
  Json j;
  return j.set_if("place", d.place).set_if("agency", d.agency).set_if("date", d.date);
}

Json figures_json(const Article& a) {
  Json::Array out;
  for (const Block& b : a.blocks) {
    if (!b.figure) continue;
    Json j;
    j.set_if("url", b.figure->url).set_if("caption", b.figure->caption);
    j.set_if("credit", b.figure->credit).set_if("alt", b.figure->alt);
    out.push_back(std::move(j));
  }
  return out;
}

Json item_json(const WireItem& item) {
  const Article& a = item.article;
  Json j;
  j.set("guid", item.guid).set_if("type", item.type);
  if (item.version > 0) j.set("version", item.version);
  j.set("pubstatus", to_string(item.status)).set("headline", a.headline);
  j.set_if("subheadline", a.subheadline).set_if("byline", a.byline);
  j.set_if("dateline", dateline_json(a.dateline)).set_if("language", item.language);
  if (a.language.value != item.language) j.set_if("text_language", a.language.value);
  if (item.urgency > 0) j.set("urgency", item.urgency);
  j.set("versioncreated", date_json(item.version_created));
  j.set_if("firstcreated", date_json(item.first_created))
      .set_if("embargoed", date_json(item.embargoed));
  j.set_if("slugline", item.slugline).set_if("takekey", item.take_key);
  j.set_if("category", item.category).set_if("sequence", item.sequence);
  if (item.word_count > 0) j.set("wordcount", item.word_count);
  j.set_if("ednote", item.ednote).set_if("usageterms", item.usage_terms);
  j.set_if("copyrightholder", item.copyright_holder)
      .set_if("copyrightnotice", item.copyright_notice);
  j.set_if("creditline", item.credit_line).set_if("provider", item.provider);
  j.set_if("service", item.service).set_if("infosources", names_json(item.sources));
  j.set_if("hophistory", names_json(item.hop_history)).set_if("authors", names_json(a.authors));
  j.set_if("keywords", names_json(a.keywords)).set_if("section", a.section);
  j.set_if("uri", a.url).set_if("summary", item.summary).set_if("figures", figures_json(a));
  return j.set("text", body_text(a));
}

}  // namespace

Json wire_json(const WireDocument& document) {
  Json::Array items, errors;
  for (const WireItem& item : document.items) items.push_back(item_json(item));
  for (const NinjsProblem& p : document.ninjs_errors)
    errors.push_back(Json().set("where", p.where).set("what", p.what));
  Json j;
  j.set("format", to_string(document.format)).set("version", document.version);
  if (document.format == WireFormat::ninjs)
    j.set("valid", errors.empty()).set("errors", std::move(errors));
  return j.set("items", std::move(items)).set("problems", names_json(document.problems));
}

}  // namespace kaynak
