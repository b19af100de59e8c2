#include "gather/opml.h"

#include <algorithm>

#include "base/strings.h"
#include "gather/feed_detail.h"
#include "gather/feed_names.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

using gather_detail::XmlNames;
using gather_detail::XmlNode;
using gather_detail::XmlTree;

constexpr std::size_t kMaxBytes = 16u << 20;
constexpr std::size_t kMaxFeeds = 10'000;
constexpr std::size_t kMaxFolders = 16;
constexpr std::size_t kMaxNodesUp = 256;

/// One line without the control characters that XML forbids.
std::string line_of(std::string_view text) {
  auto line = fold_space(text);
  line.erase(std::remove_if(line.begin(), line.end(),
                            [](char c) { return static_cast<unsigned char>(c) < 0x20; }),
             line.end());
  return fold_space(line);
}

/// The first of the spellings the outline has.
std::string attribute_of(XmlNode outline, std::initializer_list<const char*> names) {
  for (const char* name : names)
    if (auto value = line_of(outline.attribute(name)); !value.empty()) return value;
  return {};
}

std::string name_of(XmlNode outline) {
  return attribute_of(outline, {"title", "text", "TITLE", "TEXT", "Title", "Text"});
}

/// "feed://host/path" and "feed:https://host/path" are how browsers once handed feeds on.
std::string address_of(std::string_view written, std::string_view base) {
  written = trim(written);
  if (istarts_with(written, "feed://"))
    return gather_detail::feed_url("http:" + std::string(written.substr(5)), base);
  if (istarts_with(written, "feed:")) written.remove_prefix(5);
  return gather_detail::feed_url(written, base);
}

std::vector<std::string> folders_of(XmlNode outline) {
  std::vector<std::string> folders;
  auto node = outline.parent();
  for (std::size_t up = 0; node && up < kMaxNodesUp; node = node.parent(), ++up) {
    if (XmlNames::local(node) != "outline") continue;
    if (auto name = name_of(node); !name.empty()) folders.push_back(std::move(name));
  }
  std::reverse(folders.begin(), folders.end());
  if (folders.size() > kMaxFolders) folders.resize(kMaxFolders);
  return folders;
}

OpmlFeed read_outline(XmlNode outline, std::string_view base) {
  OpmlFeed feed;
  feed.xml_url =
      address_of(attribute_of(outline, {"xmlUrl", "xmlurl", "xmlURL", "XMLURL", "XmlUrl"}), base);
  if (feed.xml_url.empty()) return feed;
  feed.html_url = address_of(
      attribute_of(outline, {"htmlUrl", "htmlurl", "htmlURL", "HTMLURL", "HtmlUrl"}), base);
  feed.title = name_of(outline);
  if (feed.title.empty()) feed.title = feed.xml_url;
  feed.description = attribute_of(outline, {"description"});
  feed.language = attribute_of(outline, {"language"});
  const auto categories = attribute_of(outline, {"category"});
  for (const auto category : split(categories, ','))
    gather_detail::add_name(&feed.categories, std::string(trim(category)));
  feed.folders = folders_of(outline);
  return feed;
}

bool read_title(XmlNode node, Opml* opml) {
  if (XmlNames::local(node) != "title" || XmlNames::local(node.parent()) != "head") return false;
  opml->title = line_of(gather_detail::xml_value(node));
  return true;
}

}  // namespace

Result<Opml> parse_opml(std::string_view bytes, std::string_view base,
                        std::string_view content_type) {
  if (bytes.size() > kMaxBytes)
    return fail(ErrorCode::too_large, "gather", "the OPML document is larger than 16 MiB");
  const auto tree = XmlTree::read(bytes, content_type);
  Opml opml;
  opml.problems = tree.problems;
  bool any = false;
  std::size_t without_address = 0;
  const auto document = tree.document();
  for (auto node = document.first_child(); node; node = node.after(document)) {
    if (!node.is_element()) continue;
    const auto local = XmlNames::local(node);
    any = any || local == "outline" || local == "opml";
    if (opml.title.empty() && read_title(node, &opml)) continue;
    if (local != "outline") continue;
    if (opml.feeds.size() >= kMaxFeeds) {
      opml.problems.push_back("more than 10,000 feeds: the rest is left out");
      break;
    }
    auto feed = read_outline(node, base);
    if (!feed.xml_url.empty())
      opml.feeds.push_back(std::move(feed));
    else
      without_address += !attribute_of(node, {"xmlUrl", "xmlurl"}).empty();
  }
  if (!any)
    return fail(ErrorCode::malformed, "gather",
                "no OPML in " + (base.empty() ? "the document" : std::string(base)) +
                    ": it has no outline");
  if (without_address > 0)
    opml.problems.push_back("outlines whose xmlUrl is no address of the web: " +
                            std::to_string(without_address));
  return opml;
}

namespace {

struct Folder {
  std::string name;
  std::vector<const OpmlFeed*> feeds;
  std::vector<Folder> folders;
};

Folder* folder_in(Folder* parent, const std::string& name) {
  for (auto& folder : parent->folders)
    if (folder.name == name) return &folder;
  parent->folders.push_back({name, {}, {}});
  return &parent->folders.back();
}

Folder grouped(const Opml& opml) {
  Folder root;
  for (const auto& feed : opml.feeds) {
    auto* at = &root;
    for (std::size_t i = 0; i < feed.folders.size() && i < kMaxFolders; ++i)
      if (auto name = line_of(feed.folders[i]); !name.empty()) at = folder_in(at, name);
    at->feeds.push_back(&feed);
  }
  return root;
}

void add_attribute(std::string* out, std::string_view name, std::string_view value) {
  const auto line = line_of(value);
  if (!line.empty()) out->append(" ").append(name).append("=\"" + escape_html(line) + "\"");
}

void write_feed(const OpmlFeed& feed, const std::string& indent, std::string* out) {
  *out += indent + "<outline type=\"rss\"";
  add_attribute(out, "text", feed.title.empty() ? feed.xml_url : feed.title);
  add_attribute(out, "description", feed.description);
  add_attribute(out, "language", feed.language);
  add_attribute(out, "category", join(feed.categories, ","));
  add_attribute(out, "htmlUrl", feed.html_url);
  add_attribute(out, "xmlUrl", feed.xml_url);
  *out += "/>\n";
}

/// At most kMaxFolders deep.
void write_folder(const Folder& folder, const std::string& indent, std::string* out) {
  for (const auto* feed : folder.feeds) write_feed(*feed, indent, out);
  for (const auto& inner : folder.folders) {
    *out += indent + "<outline";
    add_attribute(out, "text", inner.name);
    *out += ">\n";
    write_folder(inner, indent + "  ", out);
    *out += indent + "</outline>\n";
  }
}

}  // namespace

std::string write_opml(const Opml& opml) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>";
  out += "<title>" + escape_html(line_of(opml.title)) + "</title></head>\n  <body>\n";
  write_folder(grouped(opml), "    ", &out);
  return out + "  </body>\n</opml>\n";
}

}  // namespace kaynak
