#include "gather/feed_names.h"

#include "base/strings.h"

namespace kaynak::gather_detail {
namespace {

constexpr int kMaxUp = 16;

Space space_of_uri(std::string_view uri) {
  static constexpr std::pair<std::string_view, Space> known[] = {
      {"www.w3.org/2005/atom", Space::atom},
      {"purl.org/atom/ns", Space::atom},
      {"purl.org/dc/", Space::dc},
      {"purl.org/rss/1.0/modules/content", Space::content},
      {"purl.org/rss/1.0/modules/syndication", Space::syndication},
      {"purl.org/rss/1.0/modules/slash", Space::slash},
      {"purl.org/syndication/thread", Space::thread},
      {"search.yahoo.com/mrss", Space::media},
      {"itunes.com/dtds/podcast", Space::itunes},
      {"www.w3.org/1999/xhtml", Space::xhtml},
      {"purl.org/atompub/tombstones", Space::tombstone},
      {"web.resource.org/cc/", Space::licence},
      {"creativecommons", Space::licence},
      {"schemas/sitemap-news", Space::news},
      {"schemas/sitemap-image", Space::image},
      {"purl.org/rss/1.0/modules", Space::other},
      {"purl.org/rss/", Space::rss},
      {"my.netscape.com/", Space::rss},
      {"channel.netscape.com/", Space::rss},
      {"backend.userland.com/", Space::rss},
      {"blogs.law.harvard.edu/tech/rss", Space::rss},
      {"purl.org/net/rss", Space::rss},
  };
  const auto lower = ascii_lower(uri);
  for (const auto& [part, space] : known)
    if (lower.find(part) != std::string::npos) return space;
  return Space::other;
}

/// For prefixes nobody declared.
Space space_of_prefix(std::string_view prefix) {
  static constexpr std::pair<std::string_view, Space> usual[] = {
      {"atom", Space::atom},       {"dc", Space::dc},       {"dcterms", Space::dc},
      {"content", Space::content}, {"media", Space::media}, {"itunes", Space::itunes},
      {"at", Space::tombstone},    {"rss", Space::rss},     {"thr", Space::thread},
      {"sy", Space::syndication},  {"slash", Space::slash}, {"cc", Space::licence},
      {"news", Space::news},       {"image", Space::image}, {"xhtml", Space::xhtml},
  };
  for (const auto& [name, space] : usual)
    if (iequals(name, prefix)) return space;
  return Space::other;
}

}  // namespace

std::string XmlNames::local(XmlNode element) {
  const auto name = element.name();
  return ascii_lower(name.substr(name.find(':') + 1));
}

Name XmlNames::of(XmlNode element) {
  const auto name = element.name();
  const auto colon = name.find(':');
  if (colon != std::string_view::npos)
    return {space_of(name.substr(0, colon), element), local(element)};
  if (!element.has_attribute("xmlns")) return {Space::plain, local(element)};
  const Space space = space_of_uri(element.attribute("xmlns"));
  // A root in a namespace nobody knows is still one.
  const bool unknown_root = space == Space::other && element.parent().is_document();
  return {unknown_root ? Space::plain : space, local(element)};
}

Space XmlNames::space_of(std::string_view prefix, XmlNode element) {
  if (const auto found = prefixes_.find(prefix); found != prefixes_.end()) return found->second;
  const auto attribute = "xmlns:" + std::string(prefix);
  Space space = space_of_prefix(prefix);
  bool declared = prefix == "xml";
  for (int up = 0; element && up < kMaxUp && !declared; element = element.parent(), ++up) {
    declared = element.has_attribute(attribute.c_str());
    if (declared) space = space_of_uri(element.attribute(attribute.c_str()));
  }
  undeclared_ = undeclared_ || !declared;
  if (prefixes_.size() < 1000) prefixes_.emplace(prefix, space);
  return space;
}

}  // namespace kaynak::gather_detail
