/// @file One language of the site, ready for rendering. Internal to publish. Immutable,
/// thread-safe.
#pragma once

#include <string>

#include "base/json.h"
#include "publish/intl.h"
#include "publish/template.h"
#include "publish/words.h"

namespace kaynak::publish_detail {

struct Locale {
  LanguageTag tag;
  Words words;
  Intl intl;
  SharedValues shared;  ///< words, masthead and footer: what every page of the language has
  Json menu;            ///< the masthead's languages, each leading to its front page
};

/// What a view is made from, beside the values it shows.
struct Scene {
  const Locale& locale;
  const std::string& base_url;  ///< without a slash at the end
  const std::string& root;  ///< path part of base_url, before every link of the site: "" or "/news"
  const std::string& title;  ///< the site's
};

}  // namespace kaynak::publish_detail
