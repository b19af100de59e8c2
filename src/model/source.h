/// @file Where news comes from, and what we may do with it.
#pragma once

#include <string>
#include <vector>

#include "model/ids.h"

namespace kaynak {

/// What a source permits on our pages. Each level includes the ones after it.
enum class Rights {
  full,     ///< whole text, and translations of it
  excerpt,  ///< headline, lead of at most Source::excerpt_words words, link
  link,     ///< headline and link
  none,     ///< kept for monitoring, never published
};
const char* to_string(Rights rights);
std::optional<Rights> rights_from(std::string_view word);

/// One outlet: `sources/<cc>/<name>.toml` in the newsroom or in Kaynak's own folder.
struct Source {
  SourceId id;
  std::string name;  ///< as readers know it
  std::string home;  ///< URL
  std::string icon;  ///< URL of its mark, for pages and readers; empty: none
  LanguageTag language;
  std::string country;                ///< ISO 3166-1 alpha-2, upper case
  std::vector<std::string> feeds;     ///< URLs
  std::vector<std::string> sitemaps;  ///< URLs: news sitemaps, sitemaps, indexes of them
  std::vector<std::string> sections;  ///< URLs of pages that list articles
  std::string section_links;  ///< CSS selector of the articles' links there; empty: found out
  std::string folder;         ///< watched: every file in it is a page or a wire item; absolute path
  std::string push_token;     ///< SHA-256 of the token that lets the outlet push; empty: it may not
  bool paused = false;        ///< not asked for anything
  bool insecure_tls = false;  ///< its certificate is not verified; said in logs and health views
  std::vector<std::string> hosts;  ///< pages of these hosts belong to this source
  Rights rights = Rights::link;    ///< the careful default: what is not granted is not taken
  int excerpt_words = 40;
  std::vector<std::string> tags;  ///< the newsroom's own groups; folders of OPML
  std::string usage_terms;        ///< ninjs usageTerms: the licence in words
  bool agency = false;            ///< a news agency: first in any chain it stands in
  friend bool operator==(const Source&, const Source&) = default;
};

}  // namespace kaynak
