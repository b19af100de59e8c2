#include <algorithm>

#include "base/strings.h"
#include "publish/jsonld.h"
#include "publish/pages.h"
#include "publish/rights.h"
#include "publish/view_body.h"
#include "publish/view_chain.h"
#include "text/url.h"

namespace kaynak::publish_detail {
namespace {

constexpr std::size_t max_comments_shown = 500;
constexpr std::size_t max_quoted = 30;

std::string outlet_of(const ArticlePage& page) {
  return page.article.outlet.empty() ? page.source.name : page.article.outlet;
}

std::string byline_of(const Article& article, const Locale& locale) {
  if (article.authors.empty()) return article.byline;
  return locale.words.say("article.by", {{"names", locale.intl.list(article.authors)}});
}

void set_headline(Json* view, const ArticlePage& page, const Edition* edition) {
  const auto& article = page.article;
  const bool full = page.source.rights == Rights::full;
  view->set("headline", edition ? edition->headline : article.headline);
  view->set("subheadline", edition ? edition->subheadline
                           : full  ? article.subheadline
                                   : std::string());
  view->set("kicker", full && !edition ? article.kicker : std::string());
  const auto url = safe_link(article_url(article));
  const bool translated = edition && !article.headline.empty();
  view->set("original_headline", translated ? article.headline : std::string());
  view->set("original_headline_href",
            translated && !url.empty() ? text_fragment_url(url, article.headline) : std::string());
}

/// Whether the text itself opens with its place, so that a line above would only repeat it.
bool text_has_dateline(const Article& article) {
  const auto& place = article.dateline.place;
  return !place.empty() &&
         std::any_of(article.blocks.begin(), article.blocks.end(), [&](const Block& block) {
           return block.text.compare(0, place.size(), place) == 0;
         });
}

/// When the text was last changed: as the page says, else as it was seen.
std::optional<ZonedTime> updated_at(const ArticlePage& page) {
  const auto& article = page.article;
  if (article.modified && (!article.published || article.modified->utc > article.published->utc))
    return article.modified;
  if (page.changed) return ZonedTime{*page.changed};
  return std::nullopt;
}

void set_meta(Json* view, const ArticlePage& page, const Scene& scene) {
  const auto& article = page.article;
  std::vector<std::string> dateline;
  for (const auto& part :
       {article.dateline.place, article.dateline.agency, article.dateline.date}) {
    if (!part.empty()) dateline.push_back(part);
  }
  view->set("section", article.section);
  view->set("byline", byline_of(article, scene.locale));
  view->set("dateline", text_has_dateline(article) ? std::string() : join(dateline, " · "));
  view->set("outlet", outlet_of(page));
  view->set("outlet_href", site_link(scene, outlet_path(page.language, page.source.id)));
  set_time(view, "published", article.published, scene.locale);
  set_time(view, "updated", updated_at(page), scene.locale);
}

/// How the text came into the reader's language, or why it did not.
void set_label(Json* view, const ArticlePage& page, const Edition* edition, const Scene& scene) {
  const auto& words = scene.locale.words;
  const auto from =
      scene.locale.intl.language_name(edition ? edition->from : page.article.language);
  std::string machine, human, notice;
  if (edition && edition->kind == EditionKind::machine)
    machine = words.say("label.machine", {{"language", from}, {"engine", edition->engine}});
  else if (edition && edition->kind == EditionKind::human)
    human = words.say("label.human", {{"language", from}, {"name", edition->translator}});
  else if (is_foreign(page))
    notice = words.say(page.held_reason.empty() && !page.edition ? "label.not_translated"
                       : page.source.rights == Rights::full      ? "label.held"
                                                                 : "label.not_translated",
                       {{"language", from}});
  view->set("label_machine", machine);
  view->set("label_human", human);
  view->set("label_notice", notice);
  view->set("translated", edition != nullptr);
  view->set("original_language", scene.locale.intl.language_name_alone(page.article.language));
  const auto doubts = static_cast<std::int64_t>(edition ? page.warnings.size() : 0);
  view->set("doubts", doubts == 0 ? std::string() : words.say("label.doubts", {{"n", doubts}}));
}

void set_alternates(Json* view, const ArticlePage& page, const Scene& scene) {
  const auto& all = page.alternates;
  const auto path_of = [&](const LanguageTag& language) {
    const auto it = std::find_if(all.begin(), all.end(), [&](const auto& alternate) {
      return same_language(alternate.first, language);
    });
    return it == all.end() ? std::string() : it->second;
  };
  const bool real = std::any_of(
      all.begin(), all.end(), [&](const auto& alternate) { return alternate.second == page.path; });
  const auto original = path_of(page.article.language);
  Json links = Json::array(), others = Json::array();
  for (const auto& [language, path] : all) {
    const auto name = own_language_name(language);
    if (real)
      links.push(
          Json::Object{{"alt_lang", language.value}, {"alt_href", absolute_link(scene, path)}});
    if (path != page.path)
      others.push(Json::Object{{"alt_lang", language.value},
                               {"alt_rtl", is_right_to_left(language)},
                               {"alt_name", name},
                               {"alt_here", false},
                               {"alt_href", site_link(scene, path)}});
  }
  view->set("has_editions", !others.items().empty());
  view->set("alternates", std::move(links));
  view->set("editions", std::move(others));
  view->set("x_default",
            real ? Json(absolute_link(scene, original.empty() ? all.front().second : original))
                 : Json(false));
  if (!real && !original.empty()) view->set("canonical", absolute_link(scene, original));
}

/// Who is quoted, each once, in order; of whom both sure and doubtful words stand, the sure ones
/// count.
Json quoted_people(const Article& article, const Locale& locale) {
  const auto sure_elsewhere = [&](const Quote& quote) {
    return std::any_of(article.quotes.begin(), article.quotes.end(), [&](const Quote& other) {
      return other.speaker == quote.speaker && other.confidence >= doubtful_below;
    });
  };
  std::vector<std::string> seen;
  Json people = Json::array();
  for (const auto& quote : article.quotes) {
    if (quote.confidence < doubtful_below && sure_elsewhere(quote)) continue;
    const auto by = attribution_of(quote, locale);
    if (by.empty() || seen.size() >= max_quoted) continue;
    if (std::find(seen.begin(), seen.end(), by) != seen.end()) continue;
    seen.push_back(by);
    people.push(Json::Object{{"who", by}});
  }
  return people;
}

void set_holders(Json* view, const ArticlePage& page, const Scene& scene) {
  Json holders = Json::array();
  if (page.holders.size() > 1) {
    for (const auto& holder : page.holders) {
      Json line;
      line.set("h_outlet", holder.outlet);
      line.set("h_href", holder.path.empty()        ? safe_link(holder.url)
                         : holder.path == page.path ? std::string()
                                                    : site_link(scene, holder.path));
      line.set("h_first", holder.first);
      line.set("h_here", holder.path.empty() ? holder.url == article_url(page.article)
                                             : holder.path == page.path);
      line.set("h_share",
               holder.share > 0 && !holder.first
                   ? scene.locale.words.say(
                         "article.share",
                         {{"share", scene.locale.intl.percent(std::min(1.0, holder.share))}})
                   : std::string());
      set_time(&line, "h", holder.published, scene.locale);
      holders.push(std::move(line));
    }
  }
  const auto count = static_cast<std::int64_t>(page.holders.size());
  view->set("holders_title", scene.locale.words.say("article.holders", {{"n", count}}));
  view->set("has_holders", !holders.items().empty());
  view->set("holders", std::move(holders));
}

Json paragraphs_of(const std::string& text) {
  Json paragraphs = Json::array();
  std::string current;
  const auto flush = [&] {
    if (!current.empty()) paragraphs.push(Json::Object{{"cp", std::exchange(current, {})}});
  };
  for (const auto line : split(text, '\n')) {
    const auto words = trim(line);
    if (words.empty())
      flush();
    else
      current += (current.empty() ? "" : " ") + std::string(words);
  }
  flush();
  return paragraphs;
}

void set_comments(Json* view, const ArticlePage& page, const SiteOptions& options,
                  const Scene& scene) {
  view->set("has_comments", options.comments);
  if (!options.comments) return;
  Json comments = Json::array();
  for (const auto& comment : page.comments) {
    if (comment.status != CommentStatus::approved || comments.items().size() >= max_comments_shown)
      continue;
    Json line;
    line.set("c_author", comment.author);
    line.set("paragraphs", paragraphs_of(comment.text));
    set_time(&line, "c", ZonedTime{comment.created, std::chrono::minutes(0), true}, scene.locale);
    comments.push(std::move(line));
  }
  const auto count = static_cast<std::int64_t>(comments.items().size());
  view->set("comments_title", scene.locale.words.say("comment.count", {{"n", count}}));
  view->set("comments", std::move(comments));
  set_comment_form(view, {page.language, page.article.id, page.path, {}, {}, {}}, scene);
}

void set_ads(Json* view, const SiteOptions& options) {
  Json slots = Json::array();
  for (const auto& name : options.ad_slots) slots.push(Json::Object{{"ad_name", name}});
  view->set("ad_slots", std::move(slots));
}

/// The text, or what the source's rights leave of it.
void set_body(Json* view, const ArticlePage& page, const Scene& scene) {
  const bool full = page.source.rights == Rights::full;
  view->set("full", full);
  view->set("body", full ? body_view(page, scene) : Json::array());
  view->set("excerpt", page.source.rights == Rights::excerpt ? excerpt(page) : std::string());
  view->set("article_href", safe_link(article_url(page.article)));
  view->set("read_whole",
            scene.locale.words.say("article.read_whole", {{"outlet", outlet_of(page)}}));
}

void set_source_box(Json* view, const ArticlePage& page, const Scene& scene) {
  set_chain(view, page, scene);
  view->set("usage_terms", page.source.usage_terms);
  view->set("terms", !page.source.usage_terms.empty());
  Json quoted = quoted_people(page.article, scene.locale);
  view->set("has_quoted", page.source.rights == Rights::full && !quoted.items().empty());
  view->set("quoted", std::move(quoted));
  std::vector<std::string> cited = page.article.cited_sources;
  view->set("cited", scene.locale.intl.list(cited));
}

std::string first_image(const Article& article) {
  for (const auto& block : article.blocks) {
    if (block.figure && !safe_link(block.figure->url).empty()) return block.figure->url;
  }
  return {};
}

}  // namespace

void set_comment_form(Json* view, const CommentFormPage& form, const Scene& scene) {
  view->set("comment_action", site_link(scene, form.language.value + "/comment"));
  view->set("article_id", form.article.value);
  view->set("page_path", form.back);
  view->set("form_token", form.token);
  view->set("form_author", form.author);
  view->set("form_text", form.text);
}

Json article_view(const ArticlePage& page, const SiteOptions& options, const Scene& scene) {
  const auto* edition = shown_edition(page);
  const bool full = page.source.rights == Rights::full;
  Json view;
  set_headline(&view, page, edition);
  set_head(&view,
           {view["headline"].as_string(), permitted_summary(page), page.path, true,
            full ? first_image(page.article) : std::string()},
           scene);
  set_language(&view, "text", edition ? page.language : page.article.language, page.language);
  set_language(&view, "original", page.article.language, LanguageTag());
  set_meta(&view, page, scene);
  set_label(&view, page, edition, scene);
  set_alternates(&view, page, scene);
  set_body(&view, page, scene);
  set_source_box(&view, page, scene);
  view.set("correction", page.article.correction);
  set_holders(&view, page, scene);
  set_comments(&view, page, options, scene);
  set_ads(&view, options);
  view.set("is_article", true);
  view.set("jsonld", news_article(page, scene).dump());
  return view;
}

/// Neither headline nor text: what its publisher took back is not repeated.
Json withdrawn_view(const ArticlePage& page, const Scene& scene) {
  Json view;
  const auto& words = scene.locale.words;
  set_head(&view, {words.say("withdrawn.title"), {}, page.path, false, {}}, scene);
  view.set("gone_message", words.say("withdrawn.text", {{"outlet", outlet_of(page)}}));
  const auto gone = page.changed ? std::optional(ZonedTime{*page.changed}) : page.article.modified;
  set_time(&view, "gone", gone, scene.locale);
  set_meta(&view, page, scene);
  set_chain(&view, page, scene);
  // The stations stay, but not the link text with the headline.
  Json stations = Json::array();
  for (Json station : view["stations"].items()) stations.push(station.set("st_article", false));
  view.set("stations", std::move(stations));
  view.set("correction", page.article.correction);
  return view;
}

}  // namespace kaynak::publish_detail
