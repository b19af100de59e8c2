#include <algorithm>

#include "publish/pages.h"

namespace kaynak::publish_detail {
namespace {

constexpr std::size_t max_feed_items = 50;

/// "KCNA → Reuters → Song Báo" as nodes.
Json mini_chain(const ListingItem& item) {
  Json nodes = Json::array();
  for (const auto& agency : item.text_agencies) {
    if (agency != item.outlet) nodes.push(Json::Object{{"n_name", agency}});
  }
  return nodes;
}

Json item_view(const ListingItem& item, const LanguageTag& page, const Scene& scene) {
  const auto& words = scene.locale.words;
  Json view;
  view.set("i_href", site_link(scene, item.path));
  view.set("i_headline", item.headline);
  view.set("i_summary", item.summary);
  set_language(&view, "i", item.text_language, page);
  view.set("i_language", same_language(item.text_language, page)
                             ? std::string()
                             : scene.locale.intl.language_name_alone(item.text_language));
  view.set("i_outlet", item.outlet);
  view.set("i_outlet_href", site_link(scene, item.outlet_path));
  view.set("i_nodes", mini_chain(item));
  view.set("i_image", safe_link(item.image_url));
  view.set("i_alt", item.image_alt);
  view.set("i_machine", item.engine);
  view.set("i_human", item.translator.empty()
                          ? std::string()
                          : words.say("label.human_short", {{"name", item.translator}}));
  const bool several = item.holders > 1;
  view.set("i_holders",
           several ? words.say("list.holders", {{"n", static_cast<std::int64_t>(item.holders)},
                                                {"first", item.first_outlet}})
                   : std::string());
  view.set("i_comments",
           item.comments == 0
               ? std::string()
               : words.say("comment.count", {{"n", static_cast<std::int64_t>(item.comments)}}));
  set_time(&view, "i", item.published, scene.locale);
  return view;
}

Json feed_item(const ListingItem& item, const Scene& scene) {
  Json view;
  view.set("f_title", item.headline);
  view.set("f_link", absolute_link(scene, item.path));
  view.set("f_summary", item.summary);
  view.set("f_date", item.published ? to_http_date(item.published->utc) : std::string());
  view.set("f_source", item.outlet);
  view.set("f_source_url", safe_link(item.source_url));
  Json creators = Json::array();
  for (const auto& author : item.authors) creators.push(Json::Object{{"creator", author}});
  if (item.authors.empty() && !item.outlet.empty())
    creators.push(Json::Object{{"creator", item.outlet}});
  view.set("creators", std::move(creators));
  Json categories = Json::array();
  for (const auto& agency : item.text_agencies) categories.push(Json::Object{{"category", agency}});
  view.set("categories", std::move(categories));
  return view;
}

}  // namespace

void set_listing(Json* view, const Listing& listing, bool lead, const Scene& scene) {
  Json hero = Json::array(), items = Json::array();
  for (const auto& item : listing.items) {
    auto line = item_view(item, listing.language, scene);
    if (lead && hero.items().empty())
      hero.push(std::move(line));
    else
      items.push(std::move(line));
  }
  view->set("nothing", listing.items.empty());
  view->set("hero", std::move(hero));
  view->set("items", std::move(items));
}

Json feed_view(const Listing& listing, Time now, const Scene& scene) {
  Json view, items = Json::array();
  std::optional<Time> newest;
  for (const auto& item : listing.items) {
    if (items.items().size() >= max_feed_items) break;
    if (item.published)
      newest = std::max(newest.value_or(item.published->utc), item.published->utc);
    items.push(feed_item(item, scene));
  }
  view.set("feed_title", scene.title);
  view.set("feed_description", scene.locale.words.say("site.tagline"));
  view.set("feed_link", absolute_link(scene, listing.language.value + "/"));
  view.set("feed_self", absolute_link(scene, listing.language.value + "/feed.xml"));
  // Of the newest item, not of this run: an unchanged feed keeps its bytes.
  view.set("feed_date", to_http_date(newest.value_or(now)));
  view.set("feed_items", std::move(items));
  return view;
}

}  // namespace kaynak::publish_detail
