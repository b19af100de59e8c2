// RSS and Atom: where the feed, its items and its head stand in a document.
#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "gather/feed_date.h"
#include "gather/feed_detail.h"
#include "gather/feed_item.h"
#include "text/unicode.h"

namespace kaynak::gather_detail {
namespace {

bool is_root_name(std::string_view local) {
  return local == "feed" || local == "rss" || local == "rdf" || local == "channel" ||
         local == "entry";
}

/// The first element, or what looks like a feed near the top of the document.
XmlNode find_root(const XmlTree& tree) {
  XmlNode first;
  for (const auto node : tree.document().elements()) {
    if (is_root_name(XmlNames::local(node))) return node;
    if (!first) first = node;
  }
  int looked_at = 0;
  for (const auto child : first.elements()) {
    if (is_root_name(XmlNames::local(child))) return child;
    if (++looked_at > 100) break;
  }
  return first;
}

bool is_core(Space space) {
  return space == Space::plain || space == Space::rss || space == Space::atom;
}

std::int64_t number_in(XmlNode node) {
  const auto text = std::string(trim(xml_value(node)));
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class XmlFeed {
 public:
  XmlFeed(XmlTree tree, std::string_view base) : tree_(std::move(tree)) {
    context_.base = base;
    context_.problems = std::move(tree_.problems);
  }

  Result<Feed> read() {
    const auto root = find_root(tree_);
    const auto name = XmlNames::local(root);
    if (!is_root_name(name))
      return fail(ErrorCode::malformed, "gather",
                  "no feed in " + (context_.base.empty() ? "the document" : context_.base) +
                      ": its root is \"" + std::string(clip_utf8(root.name(), 40)) + "\"");
    feed_.version = trim(root.attribute("version"));
    if (name == "feed" || name == "entry")
      read_atom(root, name == "entry");
    else
      read_rss(root, name);
    return finish();
  }

 private:
  Result<Feed> finish() {
    for (auto& item : feed_.items)
      if (item.authors.empty()) item.authors = inherited_authors_;
    if (context_.names.undeclared())
      context_.problems.push_back("a prefix stands for a namespace that is not declared");
    feed_.charset = tree_.charset;
    feed_.well_formed = tree_.well_formed && !context_.names.undeclared();
    feed_.problems = std::move(context_.problems);
    return std::move(feed_);
  }

  // --- what a feed says of itself ---

  void take_head(FeedHead head) {
    static_cast<FeedHead&>(feed_) = std::move(head);
    for (const auto& link : feed_.links) {
      const auto keep = [&](std::string_view rel, std::string* to) {
        if (link.rel == rel && to->empty()) *to = link.url;
      };
      keep("hub", &feed_.hub);
      keep("next", &feed_.next);
      keep("prev-archive", &feed_.archive);
    }
  }

  /// Elements that only a feed has.
  void read_feed_element(XmlNode node, const Name& name) {
    if (name.space == Space::syndication) return read_update_period(node, name.local);
    if (name.space == Space::itunes && name.local == "new-feed-url")
      feed_.moved_to = context_.url_at(node, xml_value(node));
    if (!is_core(name.space)) return;
    if (name.local == "ttl") {
      const auto minutes = number_in(node);
      if (minutes > 0 && minutes <= 60 * 24 * 366) feed_.poll_hint = Seconds(minutes * 60);
    } else if (name.local == "skiphours") {
      read_skip_hours(node);
    } else if (name.local == "icon") {
      icon_ = context_.url_at(node, xml_value(node));
    } else if (name.local == "language") {
      language_ = replace_all(std::string(trim(xml_value(node))), "_", "-");
    }
  }

  void read_skip_hours(XmlNode node) {
    for (const auto hour : node.elements()) {
      const auto n = number_in(hour);  // 0.91 counts from 1 to 24
      if (n >= 0 && n <= 24 && feed_.skip_hours.size() < 24)
        feed_.skip_hours.push_back(static_cast<int>(n % 24));
    }
  }

  /// sy:updatePeriod and sy:updateFrequency: so many times a period; either may come first.
  void read_update_period(XmlNode node, const std::string& local) {
    static constexpr std::pair<std::string_view, int> periods[] = {{"hourly", 3600},
                                                                   {"daily", 24 * 3600},
                                                                   {"weekly", 7 * 24 * 3600},
                                                                   {"monthly", 30 * 24 * 3600},
                                                                   {"yearly", 365 * 24 * 3600}};
    const auto text = xml_value(node);
    if (local == "updatefrequency" && number_in(node) > 0) frequency_ = number_in(node);
    if (local == "updateperiod")
      for (const auto& [name, seconds] : periods)
        if (iequals(trim(text), name)) period_ = seconds;
    if (period_ > 0) feed_.poll_hint = Seconds(std::max<std::int64_t>(60, period_ / frequency_));
  }

  void settle_head(ItemReader* reader, XmlNode element) {
    const auto hint = feed_.poll_hint;
    take_head(reader->finish_head(element));
    feed_.poll_hint = hint;
    feed_.icon = std::move(icon_);
    if (!language_.empty()) feed_.language = language_;
    context_.link = feed_.link;
    context_.language = feed_.language;
  }

  // --- items ---

  bool full() {
    if (feed_.items.size() < kMaxItems) return false;
    if (!told_full_) context_.problems.push_back("more than 10,000 items: the rest is left out");
    return told_full_ = true;
  }

  void add_item(XmlNode element, Dialect dialect) {
    if (full()) return;
    ItemReader reader(&context_, dialect);
    reader.read_children(element);
    feed_.items.push_back(reader.finish(element));
  }

  void add_tombstone(XmlNode node) {
    if (full()) return;
    FeedItem item;
    item.deleted = true;
    item.id = trim(node.attribute("ref"));
    item.updated = parse_feed_date(node.attribute("when"));
    for (const auto child : node.elements()) {
      const auto local = XmlNames::local(child);
      if (local == "link" && item.url.empty())
        item.url = context_.url_at(child, child.attribute("href"));
      if (local == "comment") item.summary = atom_text(child, As::line);
    }
    if (item.url.empty()) item.url = feed_url(item.id, {});
    feed_.items.push_back(std::move(item));
  }

  // --- RSS ---

  void read_rss(XmlNode root, const std::string& root_name) {
    feed_.format = root_name == "rdf" ? "rdf" : "rss";
    feed_.language = context_.language = language_at(root).value_or("");
    if (root_name == "channel") return read_channel(root);
    for (const auto child : root.elements()) {
      const auto local = XmlNames::local(child);
      if (local == "channel") read_channel(child);
      if (local == "redirect") read_redirect(child);
    }
    add_items(root);
  }

  /// An RSS 2.0 feed that moved says nothing else.
  void read_redirect(XmlNode redirect) {
    for (const auto child : redirect.elements())
      if (XmlNames::local(child) == "newlocation")
        feed_.moved_to = context_.url_at(child, xml_value(child));
  }

  static bool stands_apart(const std::string& local) {
    return local == "item" || local == "items" || local == "textinput" || local == "deleted-entry";
  }

  void read_channel(XmlNode channel) {
    ItemReader head(&context_, Dialect::rss);
    for (const auto child : channel.elements()) {
      const auto name = context_.names.of(child);
      if (stands_apart(name.local)) continue;
      read_feed_element(child, name);
      head.read(child);
    }
    settle_head(&head, channel);
    add_items(channel);
  }

  void add_items(XmlNode parent) {
    for (const auto child : parent.elements()) {
      const auto name = context_.names.of(child);
      if (name.space == Space::tombstone && name.local == "deleted-entry")
        add_tombstone(child);
      else if ((name.space == Space::plain || name.space == Space::rss) && name.local == "item")
        add_item(child, Dialect::rss);
    }
  }

  // --- Atom ---

  void read_atom(XmlNode root, bool alone) {
    feed_.format = "atom";
    if (alone) {
      feed_.language = context_.language = language_at(root).value_or("");
      return add_item(root, Dialect::atom);
    }
    ItemReader head(&context_, Dialect::atom);
    std::vector<XmlNode> entries;
    for (const auto child : root.elements()) {
      const auto name = context_.names.of(child);
      if (name.space == Space::tombstone && name.local == "deleted-entry") {
        entries.push_back(child);
      } else if ((name.space == Space::plain || name.space == Space::atom) &&
                 name.local == "entry") {
        entries.push_back(child);
      } else {
        read_feed_element(child, name);
        head.read(child);
      }
    }
    settle_head(&head, root);
    inherited_authors_ = feed_.authors;
    for (const auto entry : entries)
      XmlNames::local(entry) == "entry" ? add_item(entry, Dialect::atom) : add_tombstone(entry);
  }

  XmlTree tree_;
  FeedContext context_;
  Feed feed_;
  std::vector<std::string> inherited_authors_;  ///< Atom: of entries that name none
  std::string icon_, language_;
  std::int64_t period_ = 0, frequency_ = 1;
  bool told_full_ = false;
};

}  // namespace

Result<Feed> parse_xml_feed(XmlTree tree, std::string_view base) {
  return XmlFeed(std::move(tree), base).read();
}

}  // namespace kaynak::gather_detail
