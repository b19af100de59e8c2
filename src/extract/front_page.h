/// @file What an outlet's front or section page says of the outlet: name, feeds, language, country,
/// icon.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/document.h"

namespace kaynak {

/// A value and where it stood ("og:site_name"). Both empty: nothing was said.
struct Said {
  std::string value;
  std::string where;
};

/// A feed that a page names in its head.
struct PageFeed {
  std::string url;  ///< absolute
  std::string title;
  bool comments = false;  ///< by its address or title, one of readers' comments
  bool part = false;      ///< by its address, one of a category, tag or author
};

struct FrontPage {
  Said name;        ///< og:site_name, JSON-LD, application-name
  Said title_name;  ///< a part of the title that is most likely the outlet's name: weaker
  Said language;    ///< a tag as written
  Said country;     ///< ISO 3166-1 alpha-2: of JSON-LD's address, or the language's or og:locale's
                    ///< region
  Said icon;        ///< absolute address of the largest
  std::vector<PageFeed>
      feeds;  ///< whole ones before those of parts, those of comments last; at most 50
};

/// `url` is the page's own address. Never fails: what is not said is empty. Thread-safe.
FrontPage read_front_page(const Document& page, std::string_view url);

}  // namespace kaynak
