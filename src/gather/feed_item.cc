#include "gather/feed_item.h"

#include <charconv>

#include "base/strings.h"
#include "gather/feed_detail.h"
#include "gather/feed_text.h"
#include "text/unicode.h"

namespace kaynak::gather_detail {
namespace {

constexpr std::size_t kMaxParts = 100;

void keep_first(std::string* to, std::string value) {
  if (to->empty()) *to = std::move(value);
}
void keep_first(std::optional<ZonedTime>* to, std::optional<ZonedTime> value) {
  if (!*to) *to = value;
}
std::string line_of(XmlNode node) { return from_html(html_of(node), As::line); }

/// Link relations are also written as addresses of IANA's registry.
std::string relation(std::string_view written) {
  auto rel = ascii_lower(trim(written));
  for (const std::string_view registry :
       {"http://www.iana.org/assignments/relation/", "https://www.iana.org/assignments/relation/"})
    if (rel.compare(0, registry.size(), registry) == 0) rel.erase(0, registry.size());
  return rel.empty() ? "alternate" : rel;
}

}  // namespace

void ItemReader::read_children(XmlNode parent) {
  for (const auto child : parent.elements()) read(child);
}

void ItemReader::read(XmlNode element) {
  const auto name = context_.names.of(element);
  switch (name.space) {
    case Space::plain:
      return dialect_ == Dialect::rss ? read_rss(element, name.local)
                                      : read_atom(element, name.local);
    case Space::rss:
      return read_rss(element, name.local);
    case Space::atom:
      return read_atom(element, name.local);
    case Space::dc:
      return read_dublin_core(element, name.local);
    case Space::media:
      return read_media(element, name.local, &common_);
    case Space::itunes:
      return read_itunes(element, name.local);
    default:
      return read_other(element, name);
  }
}

void ItemReader::title(XmlNode node, std::string text) {
  if (!item_.title.empty() || text.empty()) return;
  item_.title = std::move(text);
  languages_[2] = language_at(node);
}

void ItemReader::module_title(XmlNode node) {
  if (!module_title_.empty()) return;
  module_title_ = line_of(node);
  if (!languages_[2]) languages_[2] = language_at(node);
}

void ItemReader::summary(XmlNode node, std::string text) {
  if (!item_.summary.empty() || text.empty()) return;
  item_.summary = std::move(text);
  languages_[1] = language_at(node);
}

void ItemReader::content(XmlNode node, std::string text) {
  if (!item_.content_text.empty() || text.empty()) return;
  item_.content_text = std::move(text);
  languages_[0] = language_at(node);
}

void ItemReader::add_enclosure(XmlNode node, std::string_view url, std::string_view type,
                               std::string_view length) {
  Enclosure enclosure{context_.url_at(node, url), std::string(type), 0};
  length = trim(length);
  std::from_chars(length.data(), length.data() + length.size(), enclosure.length);
  enclosure.length = std::max<std::int64_t>(enclosure.length, 0);
  if (enclosure.url.empty() || item_.enclosures.size() >= kMaxParts) return;
  for (const auto& other : item_.enclosures)
    if (other.url == enclosure.url) return;
  item_.enclosures.push_back(std::move(enclosure));
}

void ItemReader::add_link(FeedLink link) {
  if (link.url.empty() || item_.links.size() >= kMaxParts) return;
  item_.links.push_back(std::move(link));
}

// --- RSS ---

void ItemReader::read_rss(XmlNode node, const std::string& local) {
  if (local == "title") {
    title(node, line_of(node));
  } else if (local == "link") {
    const auto text = xml_value(node);
    auto url = context_.url_at(node, trim(text).empty() ? node.attribute("href") : text);
    add_link({url, "alternate", std::string(node.attribute("type")), {}, {}});
    keep_first(&item_.url, std::move(url));
  } else if (local == "guid" || local == "id") {
    keep_first(&item_.id, std::string(trim(xml_value(node))));
    if (!iequals(trim(node.attribute("isPermaLink")), "false")) permalink_ = feed_url(item_.id, {});
  } else if (local == "description" || local == "summary" || local == "abstract") {
    summary(node, line_of(node));
  } else if (local == "body" || local == "fullitem" || local == "content") {
    content(node, from_html(html_of(node), As::text));
  } else if (local == "pubdate" || local == "date" || local == "published") {
    keep_first(&item_.published, context_.date(node));
  } else if (local == "updated" || local == "modified" || local == "lastbuilddate" ||
             local == "lastmod") {
    keep_first(&item_.updated, context_.date(node));
  } else if (local == "author" || local == "managingeditor") {
    add_author(&item_, person_name(html_of(node)));
  } else if (local == "webmaster") {
    keep_first(&item_.publisher, person_name(html_of(node)));
  } else if (local == "copyright" || local == "rights") {
    keep_first(&item_.rights, line_of(node));
  } else if (local == "category") {
    add_tag(&item_, {html_to_line(xml_value(node)), std::string(node.attribute("domain")), {}});
  } else if (local == "enclosure") {
    add_enclosure(node, node.attribute("url"), node.attribute("type"), node.attribute("length"));
  } else if (local == "comments") {
    keep_first(&item_.comments_url, context_.url_at(node, xml_value(node)));
  } else if (local == "source" && !item_.source) {
    FeedHead source;
    source.title = line_of(node);
    source.self = context_.url_at(node, node.attribute("url"));
    item_.source = std::move(source);
  } else if (local == "tags" || local == "keywords") {
    const auto list = html_to_line(xml_value(node));
    for (const auto word : split(list, ',')) add_tag(&item_, {std::string(trim(word)), {}, {}});
  } else if (local == "generator") {
    keep_first(&generator_, line_of(node));
  } else if (local == "image") {
    auto url = xml_value(node);
    for (const auto child : node.elements())
      if (XmlNames::local(child) == "url") url = xml_value(child);
    keep_first(&item_.image, context_.url_at(node, url));
  }
}

// --- Atom ---

void ItemReader::read_atom(XmlNode node, const std::string& local) {
  if (local == "title") {
    title(node, atom_text(node, As::line));
  } else if (local == "link") {
    read_atom_link(node);
  } else if (local == "id") {
    const auto id = xml_value(node);  // an IRI; a path alone is of this host
    const bool path = trim(id).substr(0, 1) == "/";
    keep_first(&item_.id, path ? context_.url_at(node, id) : std::string(trim(id)));
  } else if (local == "summary" || local == "subtitle" || local == "tagline") {
    summary(node, atom_text(node, As::line));
  } else if (local == "content") {
    content(node, atom_text(node, As::text));
  } else if (local == "issued" || local == "created") {
    keep_first(&item_.published, context_.date(node));
  } else if (local == "published") {  // 1.0's name goes before 0.3's, as with other readers
    if (const auto at = context_.date(node)) item_.published = at;
  } else if (local == "modified") {
    keep_first(&item_.updated, context_.date(node));
  } else if (local == "updated") {
    if (const auto at = context_.date(node)) item_.updated = at;
  } else if (local == "author") {
    add_author(&item_, atom_person(node));
  } else if (local == "contributor") {
    add_name(&item_.contributors, atom_person(node));
  } else if (local == "category") {
    read_atom_category(node);
  } else if (local == "rights" || local == "copyright") {
    keep_first(&item_.rights, atom_text(node, As::line));
  } else if (local == "logo") {
    keep_first(&item_.image, context_.url_at(node, xml_value(node)));
  } else if (local == "source" && !item_.source) {
    ItemReader source(&context_, Dialect::atom);
    source.read_children(node);
    item_.source = source.finish_head(node);
  } else if (local == "generator") {
    keep_first(&generator_, line_of(node));
  }
}

void ItemReader::read_atom_category(XmlNode node) {
  FeedTag tag{fold_space(node.attribute("term")), std::string(trim(node.attribute("scheme"))),
              fold_space(node.attribute("label"))};
  if (tag.term.empty() && tag.label.empty()) tag.term = html_to_line(xml_value(node));
  if (tag.term.empty()) std::swap(tag.term, tag.label);
  add_tag(&item_, std::move(tag));
}

void ItemReader::read_atom_link(XmlNode node) {
  const auto rel = relation(node.attribute("rel"));
  const auto type = ascii_lower(trim(node.attribute("type")));
  const std::string written(trim(node.attribute("href")));
  const auto text = written.empty() ? xml_value(node) : written;
  auto url = context_.url_at(node, text);
  add_link({url, rel, type, fold_space(node.attribute("title")),
            std::string(trim(node.attribute("hreflang")))});
  if (rel == "enclosure")
    add_enclosure(node, text, node.attribute("type"), node.attribute("length"));
  if (rel == "license") keep_first(&item_.license, url);
  if (rel != "alternate" || url.empty()) return;
  const bool page = type.empty() || type == "text/html" || type == "application/xhtml+xml";
  if (!item_.url.empty() && (!page || url_is_page_)) return;
  item_.url = std::move(url);
  url_is_page_ = page;
}

// --- what follows from the parts ---

FeedItem ItemReader::finish(XmlNode element) {
  const auto about = trim(element.attribute("rdf:about"));
  if (item_.id.empty()) item_.id = about;
  if (item_.url.empty()) item_.url = std::move(permalink_);
  if (item_.url.empty()) item_.url = feed_url(dialect_ == Dialect::atom ? item_.id : about, {});
  if (item_.source && item_.authors.empty()) item_.authors = item_.source->authors;
  keep_first(&item_.title, std::move(module_title_));
  keep_first(&item_.summary, common_.description);
  finish_media();
  if (item_.language.empty()) item_.language = language_of_parts(element);
  return std::move(item_);
}

/// What is said of all media is said of each, where it says nothing itself.
void ItemReader::finish_media() {
  const bool said =
      !common_.thumbnail.empty() || !common_.credits.empty() || !common_.license.empty();
  if (item_.media.empty() && said) item_.media.push_back(common_);
  for (auto& media : item_.media) {
    if (media.credits.empty()) media.credits = common_.credits;
    keep_first(&media.description, common_.description);
    keep_first(&media.license, common_.license);
    keep_first(&media.thumbnail, common_.thumbnail);
    keep_first(&item_.image, media.thumbnail);
  }
}

std::string ItemReader::language_of_parts(XmlNode element) const {
  for (const auto& language : languages_)
    if (language) return *language;
  return language_at(element).value_or(context_.language);
}

FeedHead ItemReader::finish_head(XmlNode element) {
  auto item = finish(element);
  FeedHead head;
  head.id = std::move(item.id);
  head.title = std::move(item.title);
  head.subtitle = std::move(item.summary);
  head.link = std::move(item.url);
  head.language = language_at(element).value_or(std::move(item.language));
  head.generator = std::move(generator_);
  head.rights = std::move(item.rights);
  head.license = std::move(item.license);
  head.publisher = std::move(item.publisher);
  head.image = std::move(item.image);
  head.authors = std::move(item.authors);
  head.contributors = std::move(item.contributors);
  head.categories = std::move(item.categories);
  head.tags = std::move(item.tags);
  head.links = std::move(item.links);
  head.published = item.published;
  head.updated = item.updated;
  for (const auto& link : head.links)
    if (link.rel == "self") keep_first(&head.self, link.url);
  return head;
}

}  // namespace kaynak::gather_detail
