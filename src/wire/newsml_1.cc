// NewsML 1.x: NewsItems of nested NewsComponents; the content as NITF, XHTML or text in
// DataContent.
#include <algorithm>

#include "base/strings.h"
#include "text/url.h"
#include "wire/wire_detail.h"

namespace kaynak::wire_detail {
namespace {

constexpr int kMaxComponents = 64;  // levels

std::string_view formal_name(const TreeNode* node) {
  return node ? attribute(*node, "FormalName") : std::string_view{};
}

/// "Body", "HeadLine", "SubHeadLine", "Photo", "Caption", "StyleSheet" … in lower case.
std::string role_of(const TreeNode& component) {
  return ascii_lower(local_part(formal_name(child(component, "Role"))));
}

/// What a component says for itself and all below it.
struct Inherited {
  std::string language;
  const TreeNode* lines = nullptr;  ///< the nearest NewsLines with a headline
};

class ItemReader {
 public:
  explicit ItemReader(const TreeNode& node) : node_(node) {}

  /// One item for each language that the news item has a text in.
  std::vector<WireItem> read() {
    read_identification();
    read_management();
    Inherited from;
    from.language = line_of(attribute(node_, "xml:lang"));
    for (const TreeNode* component : children(node_, "NewsComponent"))
      read_component(*component, from, 0);
    if (items_.empty()) items_.push_back(common_);
    for (WireItem& item : items_) keep_pictures(&item);
    return std::move(items_);
  }

 private:
  void read_identification() {
    const TreeNode* id = descend(node_, "Identification/NewsIdentifier");
    if (id == nullptr) return;
    common_.guid = text_of(child(*id, "PublicIdentifier"));
    if (common_.guid.empty()) common_.guid = text_of(child(*id, "NewsItemId"));
    cut_revision(text_of(child(*id, "RevisionId")));
    common_.provider = text_of(child(*id, "ProviderId"));
    keep_first(&common_.slugline, text_of(descend(node_, "Identification/NameLabel")));
  }

  /// A public identifier ends with the revision, and perhaps a letter that says what was updated:
  /// "urn:newsml:songbao.example:20261125:TX1:2N".
  void cut_revision(const std::string& revision) {
    common_.version = number_of(revision);
    const auto colon = common_.guid.rfind(':');
    if (revision.empty() || colon == std::string::npos) return;
    std::string_view last = std::string_view(common_.guid).substr(colon + 1);
    if (last.ends_with('N') || last.ends_with('U') || last.ends_with('A')) last.remove_suffix(1);
    if (last == revision) common_.guid.resize(colon);
  }

  void read_management() {
    const TreeNode* management = child(node_, "NewsManagement");
    if (management == nullptr) return;
    common_.first_created = parse_wire_date(text_of(child(*management, "FirstCreated")));
    common_.version_created = parse_wire_date(text_of(child(*management, "ThisRevisionCreated")));
    common_.status = status_of(formal_name(child(*management, "Status")));
    common_.urgency = urgency_of(formal_name(child(*management, "Urgency")));
  }

  void read_component(const TreeNode& component, Inherited from, int level) {
    if (level > kMaxComponents) return;
    if (const auto language = formal_name(descend(component, "DescriptiveMetadata/Language"));
        !language.empty())
      from.language = line_of(language);
    const std::string role = role_of(component);
    if (role == "stylesheet") return;
    if (role == "photo" || role == "logo" || role == "picture" || role == "caption")
      return read_picture(component);
    if (const TreeNode* lines = child(component, "NewsLines"))
      if (child(*lines, "HeadLine") != nullptr || from.lines == nullptr) from.lines = lines;
    read_metadata(component);
    for (const TreeNode* content : children(component, "ContentItem"))
      read_content(*content, role, from);
    for (const TreeNode* inner : children(component, "NewsComponent"))
      read_component(*inner, from, level + 1);
  }

  void read_metadata(const TreeNode& component) {
    if (const TreeNode* lines = child(component, "NewsLines")) {
      keep_first(&common_.copyright_notice, text_of(child(*lines, "CopyrightLine")));
      keep_first(&common_.credit_line, text_of(child(*lines, "CreditLine")));
      for (const TreeNode* line : children(*lines, "NewsLine")) read_line(*line);
    }
    if (const TreeNode* rights = child(component, "RightsMetadata")) {
      keep_first(&common_.usage_terms, text_of(find(*rights, "UsageType")));
      keep_first(&common_.copyright_holder, text_of(find(*rights, "CopyrightHolder")));
    }
    if (const TreeNode* party = descend(component, "AdministrativeMetadata/Provider/Party"))
      party_ = party_.empty() ? line_of(formal_name(party)) : party_;
    for (const TreeNode* source : find_all(component, "Source"))
      add_name(&common_.sources, formal_name(child(*source, "Party")));
    if (const TreeNode* meta = child(component, "DescriptiveMetadata")) read_descriptive(*meta);
  }

  /// An advisory says what is new, to editors.
  void read_line(const TreeNode& line) {
    const std::string type = ascii_lower(formal_name(child(line, "NewsLineType")));
    if (type.starts_with("advisory") || type.starts_with("product"))
      add_note(&common_, text_of(child(line, "NewsLineText")));
  }

  void read_descriptive(const TreeNode& meta) {
    for (const TreeNode* property : find_all(meta, "Property")) {
      const auto name = attribute(*property, "FormalName"), value = attribute(*property, "Value");
      if (iequals(name, "Keyword")) add_name(&common_.article.keywords, value);
    }
    for (const TreeNode* location : children(meta, "Location"))
      for (const TreeNode* property : children(*location, "Property"))
        if (iequals(attribute(*property, "FormalName"), "City"))
          city_ = city_.empty() ? line_of(attribute(*property, "Value")) : city_;
  }

  void read_picture(const TreeNode& component) {
    std::string url;
    for (const TreeNode* content : find_all(component, "ContentItem"))
      if (const auto href = resolve_href(attribute(*content, "Href"), {}); !href.empty())
        url = href;
    if (url.empty() || pictures_.size() >= 100) return;
    Block b;
    b.kind = BlockKind::figure;
    b.text = text_of(find(component, "HeadLine"));
    b.figure = Figure{url, b.text, text_of(find(component, "CreditLine")), {}, {}, {}};
    pictures_.push_back(std::move(b));
  }

  // ---- content

  void read_content(const TreeNode& content, const std::string& role, const Inherited& from) {
    const TreeNode* data = child(content, "DataContent");
    const std::string type = ascii_lower(formal_name(child(content, "MimeType")));
    if (data == nullptr || type == "text/css" || find(content, "Encoding") != nullptr) return;
    if (role == "headline" || role == "subheadline" || role == "contact" || role == "abstract")
      return read_part(role, *data, from);
    WireItem& item = item_in(from);
    if (!item.article.blocks.empty()) return;  // the same text in another format
    if (const TreeNode* nitf = find(*data, "nitf")) {
      fill_from_nitf(*nitf, &item);
    } else if (has_elements(*data)) {
      const TreeNode* body = find(*data, "body");
      item.article.blocks = blocks_of_tree(body ? *body : *data, {item.language, {}});
    } else {
      item.article.blocks = blocks_of_text(raw_text(*data));
    }
  }

  /// Parts of a text that a component of their own carries.
  void read_part(const std::string& role, const TreeNode& data, const Inherited& from) {
    WireItem& item = item_in(from);
    const TreeNode* body = find(data, "body");
    const std::string text = text_of(body ? *body : data);
    if (role == "headline")
      keep_first(&item.article.headline, text);
    else if (role == "subheadline")
      keep_first(&item.article.subheadline, text);
    else if (role == "abstract")
      keep_first(&item.summary, text);
    else
      add_note(&item, text);
  }

  static bool has_elements(const TreeNode& node) {
    return std::any_of(node.children.begin(), node.children.end(),
                       [](const TreeNode& c) { return !c.is_text(); });
  }

  /// The item of that language; a further language is a further item.
  WireItem& item_in(const Inherited& from) {
    for (WireItem& item : items_)
      if (item.language == from.language) return item;
    if (items_.size() >= 50) return items_.back();
    WireItem item = common_;
    item.type = "text";
    item.language = from.language;
    if (!items_.empty()) item.guid += "#" + from.language;
    if (from.lines != nullptr) read_lines(*from.lines, &item);
    if (!party_.empty()) item.provider = party_;
    keep_first(&item.article.dateline.place, city_);
    items_.push_back(std::move(item));
    return items_.back();
  }

  static void read_lines(const TreeNode& lines, WireItem* item) {
    Article& a = item->article;
    keep_first(&a.headline, text_of(child(lines, "HeadLine")));
    keep_first(&a.subheadline, text_of(child(lines, "SubHeadLine")));
    keep_first(&a.byline, text_of(child(lines, "ByLine")));
    fill_dateline_text(text_of(child(lines, "DateLine")), &a.dateline);
    if (const std::string slug = text_of(child(lines, "SlugLine")); !slug.empty())
      item->slugline = slug;
  }

  void keep_pictures(WireItem* item) {
    for (const Block& b : pictures_)
      if (item->article.blocks.size() < kMaxBlocks) item->article.blocks.push_back(b);
    if (!has_text(*item) && !pictures_.empty()) item->type = "picture";
  }

  const TreeNode& node_;
  WireItem common_;
  std::string party_, city_;
  std::vector<WireItem> items_;
  std::vector<Block> pictures_;
};

}  // namespace

Result<WireDocument> read_newsml_1(const TreeNode& root) {
  WireDocument document;
  document.format = WireFormat::newsml_1;
  document.version = line_of(attribute(root, "Version"));
  const std::string service = line_of(formal_name(descend(root, "NewsEnvelope/NewsService")));
  for (const TreeNode* node : children(root, "NewsItem"))
    for (WireItem& item : ItemReader(*node).read()) {
      keep_first(&item.service, service);
      finish(&item, &document);
    }
  if (document.items.empty()) add_problem(&document, "a NewsML document without a NewsItem");
  return document;
}

}  // namespace kaynak::wire_detail
