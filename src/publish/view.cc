#include "publish/view.h"

#include "base/strings.h"

namespace kaynak::publish_detail {

std::string safe_link(std::string_view url) {
  constexpr std::size_t max_link_bytes = 4096;
  if (url.size() > max_link_bytes) return {};
  if (!istarts_with(url, "http://") && !istarts_with(url, "https://")) return {};
  for (const unsigned char c : url) {
    if (c <= 0x20 || c == 0x7f) return {};
  }
  return std::string(url);
}

std::string site_link(const Scene& scene, const std::string& path) {
  return path.empty() ? std::string() : scene.root + "/" + path;
}

std::string absolute_link(const Scene& scene, const std::string& path) {
  return scene.base_url + "/" + path;
}

void set_language(Json* view, const std::string& prefix, const LanguageTag& text,
                  const LanguageTag& page) {
  const bool other = !text.empty() && text != page;
  view->set(prefix + "_lang", other ? Json(text.value) : Json(false));
  view->set(prefix + "_dir", other ? Json(is_right_to_left(text) ? "rtl" : "ltr") : Json(false));
}

std::string machine_time(const ZonedTime& at) { return at.has_time ? to_rfc3339(at) : to_day(at); }

void set_time(Json* view, const std::string& prefix, const std::optional<ZonedTime>& at,
              const Locale& locale) {
  view->set(prefix + "_at", at ? Json(machine_time(*at)) : Json(false));
  view->set(prefix + "_text", at ? Json(locale.intl.day_and_time(*at)) : Json(false));
}

void set_head(Json* view, const Head& head, const Scene& scene) {
  view->set("page_title", head.title);
  view->set("page_description", head.description);
  view->set("canonical", head.path.empty() ? Json(false) : Json(absolute_link(scene, head.path)));
  view->set("noindex", !head.index);
  view->set("og_image", safe_link(head.image_url));
}

}  // namespace kaynak::publish_detail
