// NewsML-G2: newsMessage, newsItem, packageItem; the content of an item as XHTML, NITF or plain
// text.
#include <algorithm>

#include "base/strings.h"
#include "text/url.h"
#include "wire/wire_detail.h"

namespace kaynak::wire_detail {
namespace {

/// A concept's name in the item's language where it has one in it, else its first name, its literal
/// or the last part of its code.
std::string concept_name(const TreeNode& node, std::string_view language) {
  const auto names = children(node, "name");
  const TreeNode* best = names.empty() ? nullptr : names.front();
  for (const TreeNode* name : names) {
    const LanguageTag tag(attribute(*name, "xml:lang"));
    if (tag.empty() || !same_language(tag, LanguageTag(language))) continue;
    best = name;
    break;
  }
  if (best != nullptr) return text_of(*best);
  for (const std::string_view key : {"literal", "qcode", "uri"})
    if (const auto value = attribute(node, key); !value.empty())
      return line_of(key == "literal" ? value : local_part(value));
  return text_of(node);
}

std::string_view code_of(const TreeNode* node) {
  if (node == nullptr) return {};
  const auto code = attribute(*node, "qcode");
  if (!code.empty()) return local_part(code);
  const auto uri = attribute(*node, "uri");
  return local_part(uri.empty() ? attribute(*node, "literal") : uri);
}

/// Text of the child in the item's language, else of the first of that name.
std::string text_in_language(const TreeNode& node, std::string_view name,
                             std::string_view language) {
  const auto all = children(node, name);
  for (const TreeNode* one : all) {
    const LanguageTag tag(attribute(*one, "xml:lang"));
    if (!tag.empty() && same_language(tag, LanguageTag(language))) return text_of(*one);
  }
  return all.empty() ? std::string() : text_of(*all.front());
}

class ItemReader {
 public:
  explicit ItemReader(const TreeNode& node) : node_(node) {}

  WireItem read() {
    item_.guid = trim(attribute(node_, "guid"));
    item_.version = number_of(attribute(node_, "version"));
    settle_language();
    if (const TreeNode* meta = child(node_, "itemMeta")) read_item_meta(*meta);
    if (const TreeNode* meta = child(node_, "contentMeta")) read_content_meta(*meta);
    for (const TreeNode* rights : children(node_, "rightsInfo")) read_rights(*rights);
    if (const TreeNode* history = child(node_, "hopHistory")) read_history(*history);
    if (const TreeNode* set = child(node_, "contentSet")) read_content(*set);
    return std::move(item_);
  }

 private:
  void settle_language() {
    if (const TreeNode* tag = descend(node_, "contentMeta/language"))
      item_.language = line_of(attribute(*tag, "tag"));
    keep_first(&item_.language, attribute(node_, "xml:lang"));
  }

  void read_item_meta(const TreeNode& meta) {
    item_.type = code_of(child(meta, "itemClass"));
    item_.status = status_of(code_of(child(meta, "pubStatus")));
    item_.version_created = date_of(meta, "versionCreated");
    item_.first_created = date_of(meta, "firstCreated");
    item_.embargoed = date_of(meta, "embargoed");
    if (const TreeNode* provider = child(meta, "provider"))
      keep_first(&item_.provider, concept_name(*provider, item_.language));
    if (const TreeNode* service = child(meta, "service"))
      keep_first(&item_.service, concept_name(*service, item_.language));
    for (const TreeNode* note : children(meta, "edNote")) add_note(&item_, text_of(*note));
    title_ = text_of(child(meta, "title"));
  }

  static std::optional<ZonedTime> date_of(const TreeNode& meta, std::string_view name) {
    return parse_wire_date(text_of(child(meta, name)));
  }

  void read_content_meta(const TreeNode& meta) {
    Article& a = item_.article;
    item_.urgency = urgency_of(text_of(child(meta, "urgency")));
    if (!item_.first_created && !item_.version_created)
      item_.version_created = date_of(meta, "contentModified");
    read_headlines(meta);
    keep_first(&item_.slugline, text_in_language(meta, "slugline", item_.language));
    keep_first(&item_.credit_line, text_in_language(meta, "creditline", item_.language));
    keep_first(&a.byline, text_in_language(meta, "by", item_.language));
    fill_dateline_text(text_in_language(meta, "dateline", item_.language), &a.dateline);
    if (const TreeNode* located = child(meta, "located"))
      keep_first(&a.dateline.place, place_name(*located));
    read_description(meta);
    read_names(meta);
  }

  /// The place where it has a name: a code alone is no word to print.
  std::string place_name(const TreeNode& located) const {
    if (child(located, "name") != nullptr) return concept_name(located, item_.language);
    return line_of(attribute(located, "literal"));
  }

  void read_headlines(const TreeNode& meta) {
    for (const TreeNode* headline : children(meta, "headline")) {
      const std::string role = ascii_lower(local_part(attribute(*headline, "role")));
      const std::string text = text_of(*headline);
      if (role.starts_with("sub"))
        keep_first(&item_.article.subheadline, text);
      else if (role.find("kicker") != std::string::npos ||
               role.find("overline") != std::string::npos)
        keep_first(&item_.article.kicker, text);
      else
        keep_first(&item_.article.headline, text);
    }
  }

  /// A caption describes a picture: of a text it only repeats the headline.
  void read_description(const TreeNode& meta) {
    for (const TreeNode* description : children(meta, "description")) {
      const bool caption =
          iequals(local_part(attribute(*description, "role")), "caption") && is_text_item();
      if (!caption) keep_first(&item_.summary, text_of(*description));
    }
  }

  bool is_text_item() const { return item_.type.empty() || item_.type == "text"; }

  void read_names(const TreeNode& meta) {
    Article& a = item_.article;
    for (const TreeNode* keyword : children(meta, "keyword"))
      add_name(&a.keywords, text_of(*keyword));
    for (const TreeNode* subject : children(meta, "subject"))
      if (child(*subject, "name") != nullptr)
        add_name(&a.keywords, concept_name(*subject, item_.language));
    for (const TreeNode* genre : children(meta, "genre"))
      keep_first(&a.section, child(*genre, "name") ? concept_name(*genre, item_.language) : "");
    for (const TreeNode* source : children(meta, "infoSource"))
      add_name(&item_.sources, concept_name(*source, item_.language));
    for (const TreeNode* creator : children(meta, "creator"))
      add_author(&item_, text_of(child(*creator, "name")));
  }

  void read_rights(const TreeNode& rights) {
    keep_first(&item_.usage_terms, text_in_language(rights, "usageTerms", item_.language));
    keep_first(&item_.copyright_notice,
               text_in_language(rights, "copyrightNotice", item_.language));
    if (const TreeNode* holder = child(rights, "copyrightHolder"))
      keep_first(&item_.copyright_holder, concept_name(*holder, item_.language));
  }

  void read_history(const TreeNode& history) {
    for (const TreeNode* hop : children(history, "hop"))
      for (const TreeNode* party : children(*hop, "party"))
        add_name(&item_.hop_history, concept_name(*party, item_.language));
  }

  // ---- content

  void read_content(const TreeNode& set) {
    for (const TreeNode& part : set.children) {
      if (is_named(part, "inlineXML"))
        read_xml(part);
      else if (is_named(part, "inlineData"))
        read_data(part);
      else if (is_named(part, "remoteContent"))
        read_remote(part);
    }
    add_picture();
    keep_first(&item_.article.headline, title_);
  }

  void count_words(const TreeNode& part) {
    if (item_.word_count == 0) item_.word_count = number_of(attribute(part, "wordcount"));
  }

  /// Renditions of one text: the first that can be read counts.
  void read_xml(const TreeNode& part) {
    count_words(part);
    if (!item_.article.blocks.empty()) return;
    if (const TreeNode* nitf = find(part, "nitf")) {
      fill_from_nitf_content(*nitf);
      return;
    }
    const TreeNode* html = find(part, "html");
    const TreeNode* body = find(html ? *html : part, "body");
    const TreeNode& content = body ? *body : html ? *html : part;
    item_.article.blocks = blocks_of_tree(content, {item_.language, {}});
    title_ = title_.empty() && html ? text_of(descend(*html, "head/title")) : title_;
    add_header(content);
    add_labels(content);
  }

  /// Labels that some senders set as spans beside the text; blocks_of_tree leaves them out.
  void add_labels(const TreeNode& content) {
    for (const TreeNode* span : find_all(content, "span")) {
      const auto label = attribute(*span, "class");
      if (iequals(label, "vignette")) keep_first(&item_.article.kicker, text_of(*span));
      if (iequals(label, "source")) keep_first(&item_.credit_line, text_of(*span));
      if (iequals(label, "byline")) keep_first(&item_.article.byline, text_of(*span));
    }
  }

  /// What the header of an XHTML body says and the metadata do not.
  void add_header(const TreeNode& body) {
    const TreeNode* header = child(body, "header");
    if (header == nullptr) return;
    keep_first(&item_.article.headline, text_of(find(*header, "h1")));
    for (const std::string_view level : {"h2", "h3"})
      keep_first(&item_.article.subheadline, text_of(find(*header, level)));
    for (const TreeNode* part : find_all(*header, "p"))
      if (ascii_lower(attribute(*part, "class")).find("byline") != std::string::npos)
        keep_first(&item_.article.byline, text_of(*part));
  }

  /// The item's own metadata are of this item; the document inside may say less, or older things.
  void fill_from_nitf_content(const TreeNode& nitf) {
    WireItem inner;
    inner.language = item_.language;
    fill_from_nitf(nitf, &inner);
    Article &a = item_.article, &b = inner.article;
    a.blocks = std::move(b.blocks);
    keep_first(&a.headline, b.headline);
    keep_first(&a.subheadline, b.subheadline);
    keep_first(&a.byline, b.byline);
    keep_first(&a.text_credit, b.text_credit);
    keep_first(&a.dateline.place, b.dateline.place);
    keep_first(&a.dateline.agency, b.dateline.agency);
    keep_first(&item_.slugline, inner.slugline);
    keep_first(&item_.summary, inner.summary);
    keep_first(&item_.usage_terms, inner.usage_terms);
    for (const std::string& keyword : b.keywords) add_name(&a.keywords, keyword);
    if (!inner.ednote.empty()) add_note(&item_, inner.ednote);
  }

  void read_data(const TreeNode& part) {
    count_words(part);
    const auto type = ascii_lower(attribute(part, "contenttype"));
    const bool text = type.empty() || type.starts_with("text/") || type.find("html") != type.npos;
    if (!text || !attribute(part, "encoding").empty() || !item_.article.blocks.empty()) return;
    const std::string data = raw_text(part);
    // Some senders write markup into plain text.
    const auto markup = ascii_lower(trim(data).substr(0, 200));
    if (type.find("html") != type.npos || markup.starts_with("<p") || markup.starts_with("<html"))
      item_.article.blocks = blocks_of_tree(parse_html_tree(data), {item_.language, {}});
    else
      item_.article.blocks = blocks_of_text(data);
  }

  void read_remote(const TreeNode& part) {
    const auto type = ascii_lower(attribute(part, "contenttype"));
    const auto url = resolve_href(attribute(part, "href"), {});
    if (!type.starts_with("image/") || url.empty()) return;
    const int width = number_of(attribute(part, "width"));
    if (!picture_.empty() && width <= picture_width_) return;
    picture_ = url;
    picture_width_ = width;
  }

  void add_picture() {
    if (picture_.empty() || is_text_item()) return;
    Block b;
    b.kind = BlockKind::figure;
    b.text = item_.summary;
    b.figure = Figure{picture_, item_.summary, item_.credit_line, {}, {}, {}};
    if (b.figure->credit.empty()) b.figure->credit = item_.article.byline;
    item_.article.blocks.push_back(std::move(b));
  }

  const TreeNode& node_;
  WireItem item_;
  std::string title_;
  std::string picture_;
  int picture_width_ = 0;
};

bool is_item(const TreeNode& node) {
  return is_named(node, "newsItem") || is_named(node, "packageItem");
}

void collect_items(const TreeNode& node, std::vector<const TreeNode*>* out) {
  if (is_item(node)) {
    if (out->size() <= kMaxItems) out->push_back(&node);
    return;
  }
  for (const TreeNode& c : node.children) collect_items(c, out);
}

WireItem read_item(const TreeNode& node) {
  WireItem item = ItemReader(node).read();
  if (is_named(node, "packageItem")) item.type = "composite";
  return item;
}

bool is_text(const WireItem& item) { return item.type == "text" && has_text(item); }

/// Pictures sent with the one text of a message belong to it; it may show them itself.
void lend_pictures(std::vector<WireItem>* items) {
  if (std::count_if(items->begin(), items->end(), is_text) != 1) return;
  Article& text = std::find_if(items->begin(), items->end(), is_text)->article;
  const auto shows_pictures = [](const Block& b) { return b.figure.has_value(); };
  if (std::any_of(text.blocks.begin(), text.blocks.end(), shows_pictures)) return;
  for (const WireItem& item : *items)
    if (item.type == "picture" && item.status == WireStatus::usable)
      for (const Block& b : item.article.blocks)
        if (b.figure && text.blocks.size() < kMaxBlocks) text.blocks.push_back(b);
}

}  // namespace

Result<WireDocument> read_newsml_g2(const TreeNode& root) {
  WireDocument document;
  document.format = WireFormat::newsml_g2;
  std::vector<const TreeNode*> nodes;
  collect_items(root, &nodes);
  if (is_item(root) && attribute(root, "guid").empty() && !child(root, "itemMeta"))
    return fail(ErrorCode::unsupported, "wire",
                "a '" + root.name + "' with neither guid nor itemMeta is not NewsML-G2");
  keep_first(&document.version, attribute(root, "standardversion"));
  for (const TreeNode* node : nodes)
    keep_first(&document.version, attribute(*node, "standardversion"));
  if (nodes.empty())
    add_problem(&document, "a '" + root.name + "' without a newsItem: it carries no article");
  // A package only names the items that it holds: it comes behind them.
  std::stable_partition(nodes.begin(), nodes.end(),
                        [](const TreeNode* node) { return is_named(*node, "newsItem"); });
  std::vector<WireItem> items;
  for (const TreeNode* node : nodes) items.push_back(read_item(*node));
  lend_pictures(&items);
  for (WireItem& item : items) finish(&item, &document);
  return document;
}

}  // namespace kaynak::wire_detail
