/// @file Editions → files: what the site shows, as values, and the functions that render it.
///
/// Pure: values in, bytes out; writing them is the pipeline's. Only the templates in theme/ make
/// HTML, and every value is escaped by them. Thread-safe once a Site is loaded.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "base/time.h"
#include "model/article.h"
#include "model/comment.h"
#include "model/edition.h"
#include "model/source.h"
#include "model/story.h"

namespace kaynak {

struct SiteOptions {
  std::string title = "Kaynak";
  std::string base_url = "http://127.0.0.1:8080";  ///< without a slash at the end
  std::vector<LanguageTag> languages;  ///< folders of the site, the first is the default
  std::size_t front_page_stories = 40;
  std::vector<std::string> ad_slots;  ///< names of our own ad boxes on article pages; may be empty
  bool comments = true;
};

struct OutputFile {
  std::string path;  ///< relative to the site folder
  std::string bytes;
};

/// One article on one page: the page's folder is `language`; the text shown is `edition`'s if there
/// is one, else the article's own. What is shown never exceeds `source.rights`: a translation is
/// shown only under Rights::full, and an edition whose status is not `ready` is never shown.
struct ArticlePage {
  LanguageTag language;  ///< of the folder and the interface
  std::string path;      ///< relative to the site folder
  Article article;
  Source source;
  std::optional<Edition> edition;  ///< translation into `language`
  /// Real editions (own text or translation) and their paths, this one included if it is one. They
  /// become reciprocal hreflang links; a page that is not among them names the article's
  /// own-language page as its canonical one.
  std::vector<std::pair<LanguageTag, std::string>> alternates;
  /// Others that carry the same story: outlet, URL, path on our site in this language (may be
  /// empty), time.
  struct Holder {
    std::string outlet;
    std::string url;
    std::string path;
    std::optional<ZonedTime> published;
    bool first = false;
    double share = 0;
  };
  std::vector<Holder> holders;    ///< this article included, the first holder first
  std::vector<Comment> comments;  ///< approved
  std::string
      held_reason;  ///< why a translation into `language` is not shown, empty if there is none
  std::vector<Finding> warnings;
  Time first_published{};
  /// When its outlet was last seen to change the text, or to take the article back.
  std::optional<Time> changed;
};

/// One line of a listing.
struct ListingItem {
  std::string path;
  std::string headline;
  std::string summary;
  LanguageTag text_language;  ///< of headline and summary
  std::string outlet;
  std::string outlet_path;
  std::string image_url, image_alt;
  std::optional<ZonedTime> published;
  std::vector<std::string> text_agencies;
  std::vector<std::string> authors;  ///< dc:creator of the feeds
  std::string source_url;            ///< of the outlet's own page, for the feeds' <source>
  std::string engine;                ///< non-empty: machine translation
  std::string translator;            ///< non-empty: a person's
  std::size_t holders = 1;           ///< outlets that have the story
  std::string first_outlet;          ///< who had it first, where holders > 1
  std::size_t comments = 0;
};

/// The line of a listing that stands for a page, within its source's rights (the summary is cut for
/// Rights::excerpt and empty for Rights::link). `comments`, `holders` and who was first are taken
/// from the page.
ListingItem listing_item(const ArticlePage& page);

struct Listing {
  LanguageTag language;
  std::vector<ListingItem> items;
};

/// Where an outlet's page stands: "<language>/outlet/<id as a safe name>.html"; empty for an empty
/// id.
std::string outlet_path(const LanguageTag& language, const SourceId& source);

struct OutletPage {
  Source source;
  Listing listing;
};

/// What a reader is asked to send (once more): the comment form with its token.
struct CommentFormPage {
  LanguageTag language;
  ArticleId article;
  std::string back;          ///< path of the article's page on the site
  std::string token;         ///< proof that the form came from us
  std::string author, text;  ///< as the reader typed them
};

/// Theme (templates and stylesheet), locales and options, loaded once.
class Site {
 public:
  /// `themes`: folders in order of preference (the newsroom's own theme first); a template missing
  /// in one is looked for in the next. `locales`: folder of locale/<language>. Errors: not_found,
  /// malformed (file and line).
  static Result<Site> load(const SiteOptions& options, const std::vector<Path>& themes,
                           const Path& locales);
  /// The same with several locale folders, looked through in order like themes. A word that a
  /// language lacks is English.
  static Result<Site> load(const SiteOptions& options, const std::vector<Path>& themes,
                           const std::vector<Path>& locales);
  Site(Site&&) noexcept;
  Site& operator=(Site&&) noexcept;
  ~Site();

  /// Path for a page that is published for the first time: "tr/2026/11/25/slug-1a2b3c4d.html" (the
  /// day is the publication's at its written offset, else the capture's; "tr/undated/…" without
  /// either).
  std::string path_for(const LanguageTag& folder, const Article& article,
                       const std::string& headline) const;
  /// Under Rights::none the bytes are those of the 404 page: nothing of the article leaves the
  /// house.
  OutputFile render_article(const ArticlePage& page) const;
  OutputFile render_withdrawn(
      const ArticlePage& page) const;  ///< what stands where a withdrawn article was
  OutputFile render_front(const Listing& listing, Time now) const;  ///< "<language>/index.html"
  OutputFile render_outlet(const OutletPage& page,
                           Time now) const;  ///< "<language>/outlet/<id>.html"
  OutputFile render_outlets(const LanguageTag& language, const std::vector<Source>& sources)
      const;  ///< "<language>/outlets.html"
  OutputFile render_feed(const Listing& listing,
                         Time now) const;  ///< RSS 2.0, "<language>/feed.xml"
  OutputFile render_not_found(const LanguageTag& language) const;  ///< "<language>/404.html"
  OutputFile render_search(const LanguageTag& language, const std::string& query,
                           const Listing& hits) const;
  /// Answer to a posted comment: `key` is "comment.thanks" or an error's locale key.
  OutputFile render_notice(const LanguageTag& language, const std::string& key,
                           const std::string& back_path) const;
  /// The comment form on a page of its own, filled with what the reader typed.
  OutputFile render_comment_form(const CommentFormPage& form) const;
  /// sitemap.xml (index), sitemap-<language>.xml, robots.txt, index.html (language choice), style
  /// and other static files.
  std::vector<OutputFile> render_sitemaps(
      const std::vector<std::pair<LanguageTag, std::vector<std::pair<std::string, Time>>>>& paths)
      const;
  std::vector<OutputFile> render_static() const;
  const SiteOptions& options() const;

 private:
  struct Impl;
  explicit Site(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kaynak
