#include "publish/site.h"

#include <algorithm>
#include <map>

#include "base/hash.h"
#include "base/strings.h"
#include "publish/pages.h"
#include "publish/rights.h"
#include "publish/statics.h"
#include "publish/template.h"
#include "text/unicode.h"

namespace kaynak {

using publish_detail::Head;
using publish_detail::Locale;
using publish_detail::Scene;
using publish_detail::Templates;

struct Site::Impl {
  SiteOptions options;
  std::string root;
  Templates templates;
  std::vector<OutputFile> statics;
  std::map<LanguageTag, Locale> locales;

  /// The language's own, else the default language's: a page is always made.
  const Locale& locale(const LanguageTag& language) const {
    const auto it = locales.find(language);
    return it != locales.end() ? it->second : locales.at(options.languages.front());
  }
  Scene scene(const LanguageTag& language) const {
    return {locale(language), options.base_url, root, options.title};
  }
  std::string render(const std::string& name, const Json& view, const Scene& scene) const {
    return templates.render(name, view, scene.locale.shared);
  }
};

namespace {

const std::vector<std::string>& template_names() {
  static const std::vector<std::string> names = {
      "article", "withdrawn", "front",  "outlet", "outlets",       "not_found", "search",
      "notice",  "confirm",   "choice", "feed",   "sitemap_index", "sitemap",   "robots"};
  return names;
}

/// Path part of the base URL, without a slash at the end.
std::string root_of(const std::string& base_url) {
  const auto host = base_url.find("//");
  const auto path = host == std::string::npos ? host : base_url.find('/', host + 2);
  return path == std::string::npos ? std::string() : base_url.substr(path);
}

/// Every language of the site by its own name, for the masthead and the choice page.
Json language_menu(const SiteOptions& options, const std::string& root, const LanguageTag& here) {
  Json menu = Json::array();
  for (const auto& language : options.languages) {
    menu.push(Json::Object{{"menu_lang", language.value},
                           {"menu_rtl", is_right_to_left(language)},
                           {"menu_name", publish_detail::own_language_name(language)},
                           {"menu_here", language == here},
                           {"menu_href", root + "/" + language.value + "/"}});
  }
  return menu;
}

/// The menu of an article's page: a language that has an edition of it leads there.
Json story_menu(const ArticlePage& page, const Scene& scene) {
  Json menu = Json::array();
  for (Json entry : scene.locale.menu.items()) {
    for (const auto& [language, path] : page.alternates) {
      if (language.value == entry["menu_lang"].as_string())
        entry.set("menu_href", publish_detail::site_link(scene, path));
    }
    menu.push(std::move(entry));
  }
  return menu;
}

Json shared_view(const SiteOptions& options, const std::string& root, const LanguageTag& language,
                 const std::string& style_version) {
  Json view;
  view.set("lang", language.value);
  view.set("dir", is_right_to_left(language) ? "rtl" : "ltr");
  view.set("og_locale", replace_all(language.value, "-", "_"));
  view.set("site_title", options.title);
  view.set("root", root);
  view.set("home", root + "/" + language.value + "/");
  view.set("style", root + "/static/style.css?v=" + style_version);
  view.set("menu", language_menu(options, root, language));
  view.set("several_languages", options.languages.size() > 1);
  return view;
}

Result<void> check(const SiteOptions& options) {
  if (options.languages.empty())
    return fail(ErrorCode::usage, "publish", "the site has no languages: set site.languages");
  for (const auto& language : options.languages) {
    if (language.empty() || safe_name(language.value) != language.value)
      return fail(ErrorCode::usage, "publish", "not a language tag: \"" + language.value + "\"");
  }
  const auto& url = options.base_url;
  if (publish_detail::safe_link(url).empty() || url.back() == '/' ||
      url.find_first_of("?#") != std::string::npos)
    return fail(ErrorCode::usage, "publish",
                "site.base_url must be http(s)://host[/path] without a slash at the end, not \"" +
                    url + "\"");
  return {};
}

std::string style_version(const std::vector<OutputFile>& statics) {
  for (const auto& file : statics) {
    if (file.path == "static/style.css") return sha256_hex(file.bytes).substr(0, 10);
  }
  return "0";
}

/// Link back to a page below the site, else to the front page: never "//elsewhere" or a scheme.
std::string back_link(const Scene& scene, const LanguageTag& language, const std::string& path) {
  const bool own =
      !path.empty() && path.front() != '/' && path.find_first_of(":\\") == std::string::npos;
  return publish_detail::site_link(scene, own ? path : language.value + "/");
}

}  // namespace

Site::Site(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Site::Site(Site&&) noexcept = default;
Site& Site::operator=(Site&&) noexcept = default;
Site::~Site() = default;

const SiteOptions& Site::options() const { return impl_->options; }

Result<Site> Site::load(const SiteOptions& options, const std::vector<Path>& themes,
                        const Path& locales) {
  return load(options, themes, std::vector<Path>{locales});
}

Result<Site> Site::load(const SiteOptions& options, const std::vector<Path>& themes,
                        const std::vector<Path>& locales) {
  KAYNAK_TRY(check(options));
  KAYNAK_ASSIGN(auto templates, Templates::load(template_names(), themes));
  KAYNAK_ASSIGN(auto statics, publish_detail::load_statics(themes));
  const auto version = style_version(statics);
  const auto root = root_of(options.base_url);
  auto impl =
      std::make_unique<Impl>(Impl{options, root, std::move(templates), std::move(statics), {}});
  for (const auto& language : options.languages) {
    KAYNAK_ASSIGN(auto words, publish_detail::Words::load(language, locales));
    publish_detail::SharedValues shared(shared_view(options, root, language, version),
                                        words.plain());
    impl->locales.emplace(language,
                          Locale{language, std::move(words), publish_detail::Intl(language),
                                 std::move(shared), language_menu(options, root, language)});
  }
  return Site(std::move(impl));
}

std::string Site::path_for(const LanguageTag& folder, const Article& article,
                           const std::string& headline) const {
  std::string day = "undated";
  if (article.published)
    day = to_day(*article.published);
  else if (article.captured)
    day = to_rfc3339(*article.captured).substr(0, 10);
  std::string name = slug(headline, 72);
  if (!name.empty()) name += '-';
  return folder.value + "/" + replace_all(day, "-", "/") + "/" + name +
         std::string(clip_utf8(article.id.value, 8)) + ".html";
}

OutputFile Site::render_article(const ArticlePage& page) const {
  if (page.source.rights == Rights::none) return {page.path, render_not_found(page.language).bytes};
  const auto scene = impl_->scene(page.language);
  auto view = publish_detail::article_view(page, impl_->options, scene);
  view.set("menu", story_menu(page, scene));
  return {page.path, impl_->render("article", view, scene)};
}

OutputFile Site::render_withdrawn(const ArticlePage& page) const {
  const auto scene = impl_->scene(page.language);
  return {page.path,
          impl_->render("withdrawn", publish_detail::withdrawn_view(page, scene), scene)};
}

OutputFile Site::render_front(const Listing& listing, Time now) const {
  const auto scene = impl_->scene(listing.language);
  Listing shown = listing;
  if (shown.items.size() > impl_->options.front_page_stories)
    shown.items.resize(impl_->options.front_page_stories);
  Json view;
  const auto path = listing.language.value + "/";
  publish_detail::set_head(&view, {{}, scene.locale.words.say("site.tagline"), path, true, {}},
                           scene);
  publish_detail::set_listing(&view, shown, true, scene);
  view.set("today", scene.locale.intl.weekday_and_day(now));
  Json links = Json::array();
  for (const auto& language : impl_->options.languages)
    links.push(
        Json::Object{{"alt_lang", language.value},
                     {"alt_href", publish_detail::absolute_link(scene, language.value + "/")}});
  view.set("alternates", std::move(links));
  view.set("x_default", publish_detail::absolute_link(scene, ""));
  return {path + "index.html", impl_->render("front", view, scene)};
}

OutputFile Site::render_outlet(const OutletPage& page, Time) const {
  const auto language = page.listing.language;
  const auto scene = impl_->scene(language);
  const auto path = outlet_path(language, page.source.id);
  Json view;
  publish_detail::set_head(&view, {page.source.name, {}, path, true, {}}, scene);
  publish_detail::set_listing(&view, page.listing, false, scene);
  view.set("outlet", page.source.name);
  view.set("outlet_home", publish_detail::safe_link(page.source.home));
  view.set("outlet_language", scene.locale.intl.language_name_alone(page.source.language));
  view.set("outlet_country", scene.locale.intl.region_name(page.source.country));
  view.set("outlet_agency", page.source.agency);
  view.set("usage_terms", page.source.usage_terms);
  return {path, impl_->render("outlet", view, scene)};
}

OutputFile Site::render_outlets(const LanguageTag& language,
                                const std::vector<Source>& sources) const {
  const auto scene = impl_->scene(language);
  const auto path = language.value + "/outlets.html";
  Json view, outlets = Json::array();
  publish_detail::set_head(&view, {scene.locale.words.say("site.outlets"), {}, path, true, {}},
                           scene);
  for (const auto& source : sources) {
    if (source.rights == Rights::none) continue;
    outlets.push(Json::Object{
        {"ou_name", source.name},
        {"ou_href", publish_detail::site_link(scene, outlet_path(language, source.id))},
        {"ou_lang", source.language.value},
        {"ou_language", scene.locale.intl.language_name_alone(source.language)},
        {"ou_country", scene.locale.intl.region_name(source.country)},
        {"ou_agency", source.agency}});
  }
  view.set("outlets", std::move(outlets));
  return {path, impl_->render("outlets", view, scene)};
}

OutputFile Site::render_feed(const Listing& listing, Time now) const {
  const auto scene = impl_->scene(listing.language);
  return {listing.language.value + "/feed.xml",
          impl_->render("feed", publish_detail::feed_view(listing, now, scene), scene)};
}

OutputFile Site::render_not_found(const LanguageTag& language) const {
  const auto scene = impl_->scene(language);
  Json view;
  publish_detail::set_head(&view, {scene.locale.words.say("not_found.title"), {}, {}, false, {}},
                           scene);
  return {language.value + "/404.html", impl_->render("not_found", view, scene)};
}

OutputFile Site::render_search(const LanguageTag& language, const std::string& query,
                               const Listing& hits) const {
  const auto scene = impl_->scene(language);
  Json view;
  const auto path = language.value + "/search";
  publish_detail::set_head(&view, {scene.locale.words.say("site.search"), {}, path, false, {}},
                           scene);
  publish_detail::set_listing(&view, hits, false, scene);
  const auto count = static_cast<std::int64_t>(hits.items.size());
  view.set("query", query);
  view.set("search_action", publish_detail::site_link(scene, path));
  view.set("result_count", query.empty()
                               ? std::string()
                               : scene.locale.words.say("search.results", {{"n", count}}));
  return {path, impl_->render("search", view, scene)};
}

OutputFile Site::render_notice(const LanguageTag& language, const std::string& key,
                               const std::string& back_path) const {
  const auto scene = impl_->scene(language);
  const auto& words = scene.locale.words;
  Json view;
  publish_detail::set_head(&view, {words.say("notice.title"), {}, {}, false, {}}, scene);
  view.set("notice_text", words.say(words.has(key) ? key : "notice.error"));
  view.set("notice_good", key == "comment.thanks");
  view.set("back_href", back_link(scene, language, back_path));
  return {language.value + "/notice", impl_->render("notice", view, scene)};
}

OutputFile Site::render_comment_form(const CommentFormPage& form) const {
  const auto scene = impl_->scene(form.language);
  Json view;
  publish_detail::set_head(&view, {scene.locale.words.say("comment.write"), {}, {}, false, {}},
                           scene);
  publish_detail::set_comment_form(&view, form, scene);
  view.set("back_href", back_link(scene, form.language, form.back));
  return {form.language.value + "/comment", impl_->render("confirm", view, scene)};
}

std::vector<OutputFile> Site::render_static() const {
  auto files = impl_->statics;
  const auto scene = impl_->scene(impl_->options.languages.front());
  Json view;
  publish_detail::set_head(&view, {{}, scene.locale.words.say("site.tagline"), "", true, {}},
                           scene);
  view.set("canonical", publish_detail::absolute_link(scene, ""));
  files.push_back({"index.html", impl_->render("choice", view, scene)});
  return files;
}

std::vector<OutputFile> Site::render_sitemaps(
    const std::vector<std::pair<LanguageTag, std::vector<std::pair<std::string, Time>>>>& paths)
    const {
  constexpr std::size_t max_urls = 50'000;  // https://www.sitemaps.org/protocol.html
  const auto scene = impl_->scene(impl_->options.languages.front());
  std::vector<OutputFile> files;
  Json index = Json::array();
  for (const auto& [language, pages] : paths) {
    for (std::size_t begin = 0; begin < std::max<std::size_t>(1, pages.size()); begin += max_urls) {
      const auto end = std::min(pages.size(), begin + max_urls);
      Json urls = Json::array();
      std::optional<Time> newest;
      for (std::size_t i = begin; i < end; ++i) {
        newest = std::max(newest.value_or(pages[i].second), pages[i].second);
        urls.push(Json::Object{{"loc", publish_detail::absolute_link(scene, pages[i].first)},
                               {"lastmod", to_rfc3339(pages[i].second)}});
      }
      const auto part = begin == 0 ? std::string() : "-" + std::to_string(begin / max_urls + 1);
      const auto name = "sitemap-" + language.value + part + ".xml";
      files.push_back(
          {name, impl_->render("sitemap", Json::Object{{"urls", std::move(urls)}}, scene)});
      index.push(Json::Object{{"loc", publish_detail::absolute_link(scene, name)},
                              {"lastmod", newest ? Json(to_rfc3339(*newest)) : Json(false)}});
    }
  }
  files.push_back(
      {"sitemap.xml",
       impl_->render("sitemap_index", Json::Object{{"sitemaps", std::move(index)}}, scene)});
  const Json robots =
      Json::Object{{"sitemap_href", publish_detail::absolute_link(scene, "sitemap.xml")}};
  files.push_back({"robots.txt", impl_->render("robots", robots, scene)});
  return files;
}

}  // namespace kaynak
