// RSS and Atom by pugixml, which expands no entities and touches no network.
#include <charconv>
#include <map>
#include <pugixml.hpp>

#include "base/strings.h"
#include "gather/feed_date.h"
#include "gather/feed_detail.h"
#include "gather/feed_repair.h"
#include "gather/feed_text.h"
#include "text/encoding.h"
#include "text/unicode.h"

namespace kaynak::gather_detail {
namespace {

/// Bytes of base64 text; what is no digit of it is passed over.
std::string decode_base64(std::string_view text) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int have = 0;
  for (const char c : text) {
    const auto digit = digits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    have += 6;
    if (have < 8) continue;
    have -= 8;
    out += static_cast<char>(bits >> have & 0xff);
  }
  return out;
}

enum class Space { plain, atom, rss, dc, content, media, itunes, tombstone, xhtml, other };

Space space_of_uri(std::string_view uri) {
  static constexpr std::pair<std::string_view, Space> known[] = {
      {"www.w3.org/2005/atom", Space::atom},
      {"purl.org/atom/ns", Space::atom},
      {"purl.org/dc/", Space::dc},
      {"purl.org/rss/1.0/modules/content", Space::content},
      {"search.yahoo.com/mrss", Space::media},
      {"itunes.com/dtds/podcast", Space::itunes},
      {"www.w3.org/1999/xhtml", Space::xhtml},
      {"purl.org/atompub/tombstones", Space::tombstone},
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
      {"at", Space::tombstone},    {"rss", Space::rss},
  };
  for (const auto& [name, space] : usual)
    if (iequals(name, prefix)) return space;
  return Space::other;
}

struct Name {
  Space space = Space::plain;
  std::string local;  ///< lower case
};

std::int64_t to_length(std::string_view text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value > 0 ? value : 0;
}

class XmlFeed {
 public:
  XmlFeed(pugi::xml_document* document, std::string_view base)
      : document_(*document), base_(base) {}

  Result<Feed> read(Feed feed) {
    feed_ = std::move(feed);
    const auto root = find_root();
    const auto name = name_of(root).local;
    if (name == "feed" || name == "entry")
      read_atom(root);
    else if (name == "rss" || name == "rdf" || name == "channel")
      read_rss(root, name);
    else
      return fail(ErrorCode::malformed, "gather",
                  "no feed in " + (base_.empty() ? "the document" : base_) + ": its root is \"" +
                      std::string(clip_utf8(root.name(), 40)) + "\"");
    return std::move(feed_);
  }

 private:
  using Node = pugi::xml_node;

  // --- names and addresses ---

  Name name_of(Node node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) {
      const auto own = node.attribute("xmlns");
      Space space = own ? space_of_uri(own.value()) : Space::plain;
      if (own && space == Space::other && node.parent().type() == pugi::node_document)
        space = Space::plain;  // a root in a namespace nobody knows is still one
      return {space, ascii_lower(name)};
    }
    return {space_of(name.substr(0, colon), node), ascii_lower(name.substr(colon + 1))};
  }

  Space space_of(std::string_view prefix, Node node) {
    const std::string key(prefix);
    if (const auto found = prefixes_.find(key); found != prefixes_.end()) return found->second;
    const auto attribute = "xmlns:" + key;
    Space space = space_of_prefix(prefix);
    for (int up = 0; node && up < 16; node = node.parent(), ++up)
      if (const auto declared = node.attribute(attribute.c_str())) {
        space = space_of_uri(declared.value());
        break;
      }
    if (prefixes_.size() < 1000) prefixes_[key] = space;
    return space;
  }

  /// Where relative addresses at `node` start from (xml:base of it and what it stands in).
  std::string base_of(Node node) const {
    std::vector<std::string> parts;
    for (int up = 0; node && up < 16; node = node.parent(), ++up)
      if (const auto base = node.attribute("xml:base")) parts.emplace_back(base.value());
    std::string out = base_;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
      if (auto next = feed_url(*part, out); !next.empty()) out = std::move(next);
    return out.empty() ? feed_.link : out;
  }

  std::string url_at(Node node, std::string_view reference) const {
    return feed_url(reference, base_of(node));
  }

  static std::string attribute(Node node, const char* name) { return node.attribute(name).value(); }

  // --- text ---

  static bool has_elements(Node node) {
    for (const auto child : node.children())
      if (child.type() == pugi::node_element) return true;
    return false;
  }

  /// Character data of the node itself.
  static std::string value(Node node) {
    std::string out;
    for (const auto child : node.children())
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
        out += child.value();
    return out;
  }

  /// The content as HTML, whether it stands escaped or not.
  static std::string html(Node node) { return has_elements(node) ? markup_of(node) : value(node); }

  /// Unescaped markup as HTML: the tags' names are kept, as they part paragraphs.
  static std::string markup_of(Node node) {
    struct Walker : pugi::xml_tree_walker {
      std::string out;
      bool for_each(Node& n) override {
        if (n.type() == pugi::node_element) out += std::string("<") + n.name() + "> ";
        if (n.type() == pugi::node_pcdata || n.type() == pugi::node_cdata)
          out += replace_all(replace_all(n.value(), "&", "&amp;"), "<", "&lt;");
        return out.size() < 8u << 20;
      }
    } walker;
    node.traverse(walker);
    return std::move(walker.out);
  }

  enum class As { line, text };

  static std::string from_html(const std::string& source, As as) {
    return as == As::line ? html_to_line(source) : html_to_text(source);
  }

  static bool is_xhtml(std::string_view type) {
    return type == "xhtml" || type == "application/xhtml+xml";
  }

  /// Atom carries other media types in base64; text among them is read.
  static std::string base64_text(Node node, std::string_view type, As as) {
    const auto bytes = decode_base64(value(node));
    if (!is_valid_utf8(bytes) || bytes.find('\0') != std::string::npos) return {};
    if (type.find("html") != std::string_view::npos) return from_html(bytes, as);
    return as == As::line ? fold_space(bytes) : std::string(trim(bytes));
  }

  /// An Atom text construct or content (1.0's type, 0.3's type and mode).
  static std::string atom_text(Node node, As as) {
    const auto type = ascii_lower(trim(attribute(node, "type")));
    const auto mode = ascii_lower(trim(attribute(node, "mode")));
    if (!attribute(node, "src").empty()) return {};
    if (mode == "base64") return base64_text(node, type, as);
    const bool markup =
        type == "html" || type == "xhtml" || type == "text/html" || type == "application/xhtml+xml";
    if (markup || has_elements(node))
      return from_html(is_xhtml(type) ? markup_of(node) : html(node), as);
    const bool text = type.empty() || type == "text" || istarts_with(type, "text/");
    if (!text) return base64_text(node, type, as);
    const auto plain = value(node);
    return as == As::line ? fold_space(plain) : std::string(trim(plain));
  }

  static void keep_first(std::string* to, std::string value) {
    if (to->empty()) *to = std::move(value);
  }
  static void keep_first(std::optional<ZonedTime>* to, std::optional<ZonedTime> value) {
    if (!*to) *to = value;
  }
  std::optional<ZonedTime> date(Node node) {
    const auto text = value(node);
    auto at = parse_feed_date(text);
    if (!at && !trim(text).empty() && feed_.problems.size() < 20)
      feed_.problems.push_back("a date cannot be read: \"" +
                               std::string(clip_utf8(trim(text), 60)) + "\"");
    return at;
  }

  static bool full(const std::vector<FeedItem>& items) { return items.size() >= kMaxItems; }

  void add_enclosure(FeedItem* item, Node node, std::string_view address, const std::string& type,
                     const std::string& length) {
    Enclosure enclosure{url_at(node, address), type, to_length(length)};
    if (enclosure.url.empty() || item->enclosures.size() >= 100) return;
    for (const auto& other : item->enclosures)
      if (other.url == enclosure.url) return;
    item->enclosures.push_back(std::move(enclosure));
  }

  // --- finding the feed ---

  static bool is_root_name(std::string_view local) {
    return local == "feed" || local == "rss" || local == "rdf" || local == "channel" ||
           local == "entry";
  }

  /// The first element, or what looks like a feed near the top of the document.
  Node find_root() {
    Node first;
    for (const auto node : document_.children()) {
      if (node.type() != pugi::node_element) continue;
      if (is_root_name(name_of(node).local)) return node;
      if (!first) first = node;
    }
    int looked_at = 0;
    for (const auto child : first.children()) {
      if (child.type() == pugi::node_element && is_root_name(name_of(child).local)) return child;
      if (++looked_at > 100) break;
    }
    return first;
  }

  // --- what both have: elements of other vocabularies ---

  void read_extension(Node node, const Name& name, FeedItem* item) {
    switch (name.space) {
      case Space::dc:
        read_dublin_core(node, name.local, item);
        break;
      case Space::content:
        if (name.local == "encoded")
          keep_first(&item->content_text, from_html(html(node), As::text));
        break;
      case Space::media:
        read_media(node, name.local, item);
        break;
      case Space::xhtml:
        if (name.local == "body") keep_first(&item->content_text, from_html(html(node), As::text));
        break;
      case Space::itunes:
        if (name.local == "author") add_author(item, person_name(value(node)));
        if (name.local == "summary") keep_first(&item->summary, from_html(html(node), As::line));
        if (name.local == "keywords" || name.local == "category")
          add_category(item, html_to_line(attribute(node, "text")));
        break;
      default:
        break;
    }
  }

  void read_dublin_core(Node node, const std::string& local, FeedItem* item) {
    if (local == "creator" || local == "author" || local == "contributor") {
      if (local != "contributor") add_author(item, person_name(html(node)));
    } else if (local == "date" || local == "issued" || local == "created") {
      keep_first(&item->published, date(node));
    } else if (local == "modified") {
      keep_first(&item->updated, date(node));
    } else if (local == "subject") {
      add_category(item, html_to_line(value(node)));
    } else if (local == "title") {
      keep_first(&item->title, from_html(html(node), As::line));
    } else if (local == "description" || local == "abstract") {
      keep_first(&item->summary, from_html(html(node), As::line));
    }
  }

  void read_media(Node node, const std::string& local, FeedItem* item) {
    if (local == "content") {
      add_enclosure(item, node, attribute(node, "url"), attribute(node, "type"),
                    attribute(node, "fileSize"));
    } else if (local == "title") {
      keep_first(&item->title, from_html(html(node), As::line));
    } else if (local == "category") {
      add_category(item, html_to_line(value(node)));
    } else if (local == "group") {
      for (const auto child : node.children())
        if (name_of(child).space == Space::media && name_of(child).local == "content")
          read_media(child, "content", item);
    }
  }

  // --- RSS ---

  void read_rss(Node root, const std::string& root_name) {
    feed_.format = root_name == "rdf" ? "rdf" : "rss";
    feed_.language = replace_all(attribute(root, "xml:lang"), "_", "-");
    if (root_name == "channel") {
      read_channel(root);
      return;
    }
    for (const auto child : root.children())
      if (child.type() == pugi::node_element && name_of(child).local == "channel")
        read_channel(child);
    add_items(root);
  }

  void read_channel(Node channel) {
    for (const auto child : channel.children()) {
      if (child.type() != pugi::node_element) continue;
      const auto name = name_of(child);
      const bool core = name.space == Space::plain || name.space == Space::rss;
      if (core && name.local == "title") keep_first(&feed_.title, from_html(html(child), As::line));
      if (core && name.local == "link") keep_first(&feed_.link, url_at(child, value(child)));
      if (core && name.local == "language") feed_.language = trim(value(child));
      if (name.space == Space::dc && name.local == "title")
        keep_first(&feed_.title, from_html(html(child), As::line));
      if (name.space == Space::dc && name.local == "language")
        keep_first(&feed_.language, std::string(trim(value(child))));
      if (name.space == Space::atom && name.local == "link" &&
          attribute(child, "rel") == "alternate")
        keep_first(&feed_.link, url_at(child, attribute(child, "href")));
    }
    add_items(channel);
  }

  void add_items(Node parent) {
    for (const auto child : parent.children()) {
      if (child.type() != pugi::node_element) continue;
      const auto name = name_of(child);
      if (name.space == Space::tombstone && name.local == "deleted-entry") {
        add_tombstone(child);
        continue;
      }
      if ((name.space != Space::plain && name.space != Space::rss) || name.local != "item")
        continue;
      if (full(feed_.items)) return note_limit();
      feed_.items.push_back(read_rss_item(child));
    }
  }

  void note_limit() { feed_.problems.push_back("more than 10,000 items: the rest is left out"); }

  FeedItem read_rss_item(Node node) {
    FeedItem item;
    std::string permalink;
    for (const auto child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      const auto name = name_of(child);
      if (name.space == Space::plain || name.space == Space::rss)
        read_rss_element(child, name.local, &item, &permalink);
      else if (name.space == Space::atom)
        read_atom_in_rss(child, name.local, &item);
      else
        read_extension(child, name, &item);
    }
    if (item.id.empty()) item.id = trim(attribute(node, "rdf:about"));
    if (item.url.empty()) item.url = std::move(permalink);
    if (item.url.empty()) item.url = feed_url(attribute(node, "rdf:about"), {});
    return item;
  }

  void read_rss_element(Node node, const std::string& local, FeedItem* item,
                        std::string* permalink) {
    if (local == "title") {
      keep_first(&item->title, from_html(html(node), As::line));
    } else if (local == "link") {
      auto target = value(node);
      if (trim(target).empty()) target = attribute(node, "href");
      keep_first(&item->url, url_at(node, target));
    } else if (local == "guid" || local == "id") {
      keep_first(&item->id, std::string(trim(value(node))));
      if (!iequals(trim(attribute(node, "isPermaLink")), "false"))
        *permalink = feed_url(item->id, {});
    } else if (local == "description" || local == "summary" || local == "abstract") {
      keep_first(&item->summary, from_html(html(node), As::line));
    } else if (local == "body" || local == "fullitem" || local == "content") {
      keep_first(&item->content_text, from_html(html(node), As::text));
    } else if (local == "pubdate" || local == "date" || local == "published") {
      keep_first(&item->published, date(node));
    } else if (local == "updated" || local == "modified" || local == "lastbuilddate") {
      keep_first(&item->updated, date(node));
    } else if (local == "author") {
      add_author(item, person_name(html(node)));
    } else if (local == "category") {
      add_category(item, html_to_line(value(node)));
    } else if (local == "enclosure") {
      add_enclosure(item, node, attribute(node, "url"), attribute(node, "type"),
                    attribute(node, "length"));
    }
  }

  void read_atom_in_rss(Node node, const std::string& local, FeedItem* item) {
    if (local == "link" &&
        (attribute(node, "rel").empty() || attribute(node, "rel") == "alternate"))
      keep_first(&item->url, url_at(node, attribute(node, "href")));
    if (local == "updated") keep_first(&item->updated, date(node));
    if (local == "published") keep_first(&item->published, date(node));
    if (local == "author") add_author(item, atom_person(node));
    if (local == "content") keep_first(&item->content_text, atom_text(node, As::text));
  }

  // --- Atom ---

  static bool is_atom(const Name& name) {
    return name.space == Space::plain || name.space == Space::atom;
  }

  std::string atom_person(Node node) {
    for (const auto child : node.children())
      if (name_of(child).local == "name") return html_to_line(html(child));
    return person_name(value(node));
  }

  void read_atom(Node root) {
    feed_.format = "atom";
    feed_.language = replace_all(attribute(root, "xml:lang"), "_", "-");
    if (name_of(root).local == "entry") {
      feed_.items.push_back(read_entry(root));
      return;
    }
    FeedItem whole;  // what the feed says of itself
    std::vector<Node> entries;
    for (const auto child : root.children()) {
      if (child.type() != pugi::node_element) continue;
      const auto name = name_of(child);
      if (name.space == Space::tombstone && name.local == "deleted-entry")
        add_tombstone(child);
      else if (is_atom(name) && name.local == "entry")
        entries.push_back(child);
      else if (is_atom(name))
        read_atom_element(child, name.local, &whole);
      else if (name.space == Space::dc && name.local == "language")
        keep_first(&feed_.language, std::string(trim(value(child))));
    }
    feed_.title = whole.title;
    feed_.link = whole.url;
    for (const auto entry : entries) {
      if (full(feed_.items)) return note_limit();
      feed_.items.push_back(read_entry(entry));
      if (feed_.items.back().authors.empty()) feed_.items.back().authors = whole.authors;
    }
  }

  FeedItem read_entry(Node node) {
    FeedItem item;
    for (const auto child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      const auto name = name_of(child);
      if (is_atom(name))
        read_atom_element(child, name.local, &item);
      else
        read_extension(child, name, &item);
    }
    if (item.url.empty()) item.url = feed_url(item.id, {});
    return item;
  }

  void read_atom_element(Node node, const std::string& local, FeedItem* item) {
    if (local == "title") {
      keep_first(&item->title, atom_text(node, As::line));
    } else if (local == "link") {
      read_atom_link(node, item);
    } else if (local == "id") {
      keep_first(&item->id, std::string(trim(value(node))));
    } else if (local == "summary" || local == "subtitle" || local == "tagline") {
      keep_first(&item->summary, atom_text(node, As::line));
    } else if (local == "content") {
      keep_first(&item->content_text, atom_text(node, As::text));
    } else if (local == "published" || local == "issued") {
      keep_first(&item->published, date(node));
    } else if (local == "created") {
      if (!item->published) item->published = date(node);
    } else if (local == "updated" || local == "modified") {
      keep_first(&item->updated, date(node));
    } else if (local == "author") {
      add_author(item, atom_person(node));
    } else if (local == "category") {
      const auto label = attribute(node, "label");
      add_category(item, fold_space(label.empty() ? attribute(node, "term") : label));
    } else if (local == "source" && item->authors.empty()) {
      for (const auto child : node.children())
        if (name_of(child).local == "author") add_author(item, atom_person(child));
    }
  }

  void read_atom_link(Node node, FeedItem* item) {
    const auto rel = ascii_lower(trim(attribute(node, "rel")));
    const auto type = ascii_lower(trim(attribute(node, "type")));
    if (rel == "enclosure")
      add_enclosure(item, node, attribute(node, "href"), attribute(node, "type"),
                    attribute(node, "length"));
    const bool alternate = rel.empty() || rel == "alternate" ||
                           rel == "http://www.iana.org/assignments/relation/alternate";
    if (!alternate) return;
    const bool page = type.empty() || type == "text/html" || type == "application/xhtml+xml";
    auto url = url_at(node, attribute(node, "href"));
    if (url.empty() || (!item->url.empty() && !(page && !url_is_page_))) return;
    if (item->url.empty() || page) item->url = std::move(url);
    url_is_page_ = page;
  }

  void add_tombstone(Node node) {
    if (full(feed_.items)) return;
    FeedItem item;
    item.deleted = true;
    item.id = trim(attribute(node, "ref"));
    item.updated = parse_feed_date(attribute(node, "when"));
    for (const auto child : node.children()) {
      const auto name = name_of(child);
      if (name.local == "link") keep_first(&item.url, url_at(child, attribute(child, "href")));
      if (name.local == "comment") item.summary = atom_text(child, As::line);
    }
    if (item.url.empty()) item.url = feed_url(item.id, {});
    feed_.items.push_back(std::move(item));
  }

  pugi::xml_document& document_;
  std::string base_;
  Feed feed_;
  std::map<std::string, Space> prefixes_;
  bool url_is_page_ = false;  ///< of the alternate link taken last
};

constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata;

}  // namespace

Result<Feed> parse_xml_feed(std::string_view bytes, std::string_view base,
                            std::string_view content_type) {
  auto decoded = decode_xml(bytes, content_type);
  Feed feed;
  const auto text = prepare_xml(decoded.text, &feed.problems);
  pugi::xml_document document;
  auto result = document.load_buffer(text.data(), text.size(), kOptions, pugi::encoding_utf8);
  if (!result) {
    feed.problems.push_back(std::string("not well-formed, repaired: ") + result.description() +
                            " at byte " + std::to_string(result.offset));
    const auto balanced = balance_xml(text);
    result = document.load_buffer(balanced.data(), balanced.size(), kOptions, pugi::encoding_utf8);
    if (!result)
      feed.problems.push_back("what follows byte " + std::to_string(result.offset) + " is lost");
  }
  return XmlFeed(&document, base).read(std::move(feed));
}

}  // namespace kaynak::gather_detail
