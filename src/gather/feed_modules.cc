// Elements of the vocabularies that RSS and Atom are extended by.
#include <charconv>

#include "base/strings.h"
#include "gather/feed_detail.h"
#include "gather/feed_item.h"
#include "gather/feed_text.h"
#include "text/unicode.h"

namespace kaynak::gather_detail {
namespace {

constexpr std::size_t kMaxMedia = 100;

void keep_first(std::string* to, std::string value) {
  if (to->empty()) *to = std::move(value);
}

std::string line_of(XmlNode node) { return from_html(html_of(node), As::line); }

std::optional<std::int64_t> count_of(std::string_view text) {
  text = trim(text);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

void ItemReader::read_dublin_core(XmlNode node, const std::string& local) {
  const auto date = [&](std::optional<ZonedTime>* to) {
    if (!*to) *to = context_.date(node);
  };
  if (local == "creator" || local == "author") {
    add_author(&item_, person_name(html_of(node)));
  } else if (local == "contributor") {
    add_name(&item_.contributors, person_name(html_of(node)));
  } else if (local == "publisher") {
    keep_first(&item_.publisher, person_name(html_of(node)));
  } else if (local == "date" || local == "issued" || local == "created") {
    date(&item_.published);
  } else if (local == "modified") {
    date(&item_.updated);
  } else if (local == "subject") {
    add_tag(&item_, {html_to_line(xml_value(node)), {}, {}});
  } else if (local == "title") {
    module_title(node);
  } else if (local == "description" || local == "abstract") {
    summary(node, line_of(node));
  } else if (local == "rights") {
    keep_first(&item_.rights, line_of(node));
  } else if (local == "license") {
    keep_first(&item_.license, context_.url_at(node, xml_value(node)));
  } else if (local == "language") {
    keep_first(&item_.language, std::string(trim(xml_value(node))));
  }
}

// --- Media RSS ---

void ItemReader::read_media(XmlNode node, const std::string& local, FeedMedia* common) {
  if (local == "content") {
    read_media_content(node, {});
  } else if (local == "group") {
    read_media_group(node);
  } else if (local == "thumbnail") {
    keep_first(&common->thumbnail, context_.url_at(node, node.attribute("url")));
  } else if (local == "credit") {
    add_name(&common->credits, line_of(node));
  } else if (local == "description") {
    keep_first(&common->description, line_of(node));
  } else if (local == "license") {
    keep_first(&common->license, context_.url_at(node, node.attribute("href")));
  } else if (local == "title" && common != &common_) {
    keep_first(&common->title, line_of(node));
  } else if (local == "title") {
    module_title(node);
  } else if (local == "category") {
    std::string scheme(node.attribute("scheme"));
    if (scheme.empty()) scheme = "http://search.yahoo.com/mrss/category_schema";  // its default
    add_tag(&item_, {html_to_line(xml_value(node)), std::move(scheme),
                     fold_space(node.attribute("label"))});
  }
}

/// One media:content; `common` is what its group says of it.
void ItemReader::read_media_content(XmlNode node, const FeedMedia& common) {
  add_enclosure(node, node.attribute("url"), node.attribute("type"), node.attribute("fileSize"));
  FeedMedia media;
  media.url = context_.url_at(node, node.attribute("url"));
  media.type = trim(node.attribute("type"));
  media.medium = ascii_lower(trim(node.attribute("medium")));
  for (const auto child : node.elements())
    if (const auto name = context_.names.of(child);
        name.space == Space::media && name.local != "content" && name.local != "group")
      read_media(child, name.local, &media);
  if (media.credits.empty()) media.credits = common.credits;
  keep_first(&media.title, common.title);
  keep_first(&media.description, common.description);
  keep_first(&media.thumbnail, common.thumbnail);
  keep_first(&media.license, common.license);
  if (media.url.empty() && media.thumbnail.empty()) return;
  if (item_.media.size() < kMaxMedia) item_.media.push_back(std::move(media));
}

void ItemReader::read_media_group(XmlNode group) {
  FeedMedia common;
  for (const auto child : group.elements())
    if (const auto name = context_.names.of(child);
        name.space == Space::media && name.local != "content" && name.local != "group")
      read_media(child, name.local, &common);
  bool any = false;
  for (const auto child : group.elements()) {
    const auto name = context_.names.of(child);
    if (name.space != Space::media || name.local != "content") continue;
    read_media_content(child, common);
    any = true;
  }
  if (!any || common_.description.empty()) keep_first(&common_.description, common.description);
  if (any) return;
  for (auto& name : common.credits) add_name(&common_.credits, std::move(name));
  keep_first(&common_.thumbnail, common.thumbnail);
  keep_first(&common_.license, common.license);
}

// --- podcasts ---

void ItemReader::read_itunes(XmlNode node, const std::string& local) {
  if (local == "author") {
    add_author(&item_, person_name(xml_value(node)));
  } else if (local == "owner") {
    keep_first(&item_.publisher, atom_person(node));
  } else if (local == "summary" || local == "subtitle") {
    if (local == "summary" || item_.summary.empty()) summary(node, line_of(node));
  } else if (local == "title") {
    module_title(node);
  } else if (local == "image" || (local == "link" && node.attribute("rel") == "image")) {
    auto url = node.attribute("href");
    if (url.empty()) url = node.attribute("url");
    const auto text = url.empty() ? xml_value(node) : std::string(url);
    keep_first(&item_.image, context_.url_at(node, text));
  } else if (local == "category") {
    read_itunes_category(node);
  } else if (local == "keywords") {
    const auto text = html_to_line(xml_value(node));
    for (const auto word : split(text, ','))
      add_tag(&item_, {std::string(trim(word)), "http://www.itunes.com/", {}});
  }
}

/// Categories hold their own divisions, one level deep.
void ItemReader::read_itunes_category(XmlNode node) {
  const auto add = [&](XmlNode n) {
    add_tag(&item_, {html_to_line(n.attribute("text")), "http://www.itunes.com/", {}});
  };
  add(node);
  for (const auto child : node.elements())
    if (XmlNames::local(child) == "category") add(child);
}

void ItemReader::read_other(XmlNode node, const Name& name) {
  const auto& local = name.local;
  if (name.space == Space::content && local == "encoded") {
    content(node, from_html(html_of(node), As::text));
  } else if (name.space == Space::xhtml && local == "body") {
    content(node, from_html(html_of(node), As::text));
  } else if (name.space == Space::thread && local == "in-reply-to") {
    keep_first(&item_.in_reply_to, std::string(trim(node.attribute("ref"))));
    keep_first(&item_.in_reply_to, context_.url_at(node, node.attribute("href")));
  } else if ((name.space == Space::thread && local == "total") ||
             (name.space == Space::slash && local == "comments")) {
    if (!item_.replies) item_.replies = count_of(xml_value(node));
  } else if (name.space == Space::licence && local == "license") {
    const auto resource = node.attribute("rdf:resource");
    keep_first(&item_.license,
               context_.url_at(node, resource.empty() ? xml_value(node) : std::string(resource)));
  }
}

}  // namespace kaynak::gather_detail
