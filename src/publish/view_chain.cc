#include "publish/view_chain.h"

#include <algorithm>
#include <utility>

#include "publish/rights.h"
#include "publish/source_line.h"

namespace kaynak::publish_detail {
namespace {

bool is_publisher(const Hop& hop) { return hop.role == "publisher" || hop.role == "republisher"; }

/// Whether the hop is about the text as a whole, not about a picture or a person quoted in it.
bool carries_text(const Hop& hop) { return hop.role != "photographer" && hop.role != "speaker"; }

std::string outlet_name(const ArticlePage& page) {
  return page.article.outlet.empty() ? page.source.name : page.article.outlet;
}

/// The article's hops, with its outlet as the last one where they do not name it.
std::vector<Hop> hops_to_outlet(const ArticlePage& page) {
  auto hops = page.article.hops;
  const auto outlet = outlet_name(page);
  // An agency that publishes its own report is one station, not two.
  hops.erase(std::remove_if(hops.begin(), hops.end(),
                            [&](const Hop& hop) {
                              return hop.role == "agency" && !hop.name.empty() &&
                                     (hop.name == outlet || hop.name == page.source.name);
                            }),
             hops.end());
  const bool named = std::any_of(hops.begin(), hops.end(), [&](const Hop& hop) {
    return is_publisher(hop) && (hop.name == outlet || hop.name == page.source.name);
  });
  if (!named && !outlet.empty())
    hops.push_back({"publisher", outlet, article_url(page.article), {}});
  for (auto& hop : hops) {
    // The outlet's station leads to the article itself, not to the outlet's front page.
    if (is_publisher(hop) && (hop.name == outlet || hop.name == page.source.name))
      hop.url = article_url(page.article);
  }
  return hops;
}

std::string role_name(const std::string& role, const Locale& locale) {
  const auto key = "role." + role;
  return locale.words.has(key) ? locale.words.say(key) : role;
}

Json part_view(const LinePart& part) {
  Json view;
  view.set("p_words", part.name ? Json(false) : Json(part.text));
  view.set("p_name", part.name ? Json(part.text) : Json(false));
  view.set("p_href", part.href.empty() ? Json(false) : Json(part.href));
  return view;
}

Json line_view(const std::vector<LineClause>& line) {
  Json clauses = Json::array();
  for (const LineClause& clause : line) {
    Json parts = Json::array();
    for (const LinePart& part : clause.parts) parts.push(part_view(part));
    clauses.push(Json::Object{{"parts", std::move(parts)}, {"c_here", clause.here}});
  }
  return clauses;
}

Json station(const std::string& role, const std::string& name, const std::string& url,
             const Locale& locale) {
  Json view;
  view.set("st_role", role_name(role, locale));
  view.set("st_name", name);
  view.set("st_href", safe_link(url));
  view.set("st_at", false);
  view.set("st_text", false);
  view.set("st_article", false);
  view.set("st_here", false);
  return view;
}

Json outlet_station(const Hop& hop, const ArticlePage& page, const Scene& scene) {
  Json view = station(hop.role, hop.name, hop.url, scene.locale);
  set_time(&view, "st", page.article.published, scene.locale);
  view.set("st_article", page.article.headline);
  set_language(&view, "sta", page.article.language, page.language);
  return view;
}

Json stations_of(const std::vector<Hop>& hops, const ArticlePage& page, const Scene& scene) {
  Json stations = Json::array();
  const auto outlet = article_url(page.article);
  for (const auto& hop : hops) {
    if (hop.name.empty()) continue;
    const bool here = is_publisher(hop) && hop.url == outlet;
    Json view = here ? outlet_station(hop, page, scene)
                     : station(hop.role, hop.name, hop.url, scene.locale);
    view.set("st_side", !carries_text(hop));
    stations.push(std::move(view));
  }
  if (const auto* edition = shown_edition(page)) {
    const bool machine = edition->kind == EditionKind::machine;
    stations.push(station(machine ? "engine" : "translator",
                          machine ? edition->engine : edition->translator, {}, scene.locale));
  }
  Json us = station("republisher", scene.title, {}, scene.locale);
  us.set("st_here", true);
  if (page.first_published != Time{})
    set_time(&us, "st", ZonedTime{page.first_published, std::chrono::minutes(0), true},
             scene.locale);
  stations.push(std::move(us));
  return stations;
}

}  // namespace

void set_chain(Json* view, const ArticlePage& page, const Scene& scene) {
  const auto hops = hops_to_outlet(page);
  view->set("chain", line_view(source_line(hops, shown_edition(page), scene)));
  view->set("stations", stations_of(hops, page, scene));
}

std::string credit_of(const ArticlePage& page, const Scene& scene) {
  return credit_text(hops_to_outlet(page), shown_edition(page), scene);
}

}  // namespace kaynak::publish_detail
