/// @file Small pieces that every page's view is made of. A view is a Json object: exactly what a
/// template may show. Internal to publish.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/time.h"
#include "model/ids.h"
#include "publish/locale.h"

namespace kaynak::publish_detail {

/// `url` if it is an http(s) one without white space or controls, else empty: nothing else becomes
/// a link or an image.
std::string safe_link(std::string_view url);
/// Link to a page of the site; empty for an empty path.
std::string site_link(const Scene& scene, const std::string& path);
std::string absolute_link(const Scene& scene, const std::string& path);

/// Sets `PREFIX_lang` and `PREFIX_dir`: of a text's language where it is not the page's, else
/// false.
void set_language(Json* view, const std::string& prefix, const LanguageTag& text,
                  const LanguageTag& page);
/// Sets `PREFIX_at` (machine) and `PREFIX_text` (the reader's language); false where there is no
/// time.
void set_time(Json* view, const std::string& prefix, const std::optional<ZonedTime>& at,
              const Locale& locale);
/// The machine-readable form: a day alone stays a day.
std::string machine_time(const ZonedTime& at);

/// What goes into <head>.
struct Head {
  std::string title;
  std::string description;
  std::string path;       ///< canonical, relative to the site folder
  bool index = true;      ///< whether search engines may list the page
  std::string image_url;  ///< checked by head_view
};
void set_head(Json* view, const Head& head, const Scene& scene);

}  // namespace kaynak::publish_detail
