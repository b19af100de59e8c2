// NITF 3.x: a document of its own, or the content of a NewsML item.
#include "base/strings.h"
#include "wire/wire_detail.h"

namespace kaynak::wire_detail {
namespace {

std::string_view meta(const TreeNode& head, std::string_view name) {
  for (const TreeNode* m : children(head, "meta"))
    if (iequals(attribute(*m, "name"), name)) return attribute(*m, "content");
  return {};
}

std::string_view attribute_of(const TreeNode& node, std::string_view element,
                              std::string_view name) {
  const TreeNode* e = find(node, element);
  return e ? attribute(*e, name) : std::string_view{};
}

void fill_dates(const TreeNode& head, WireItem* item) {
  const auto issue = parse_wire_date(attribute_of(head, "date.issue", "norm"));
  if (!item->version_created) item->version_created = issue;
  if (!item->version_created)
    item->version_created = parse_wire_date(attribute_of(head, "pubdata", "date.publication"));
}

/// An embargo is a status with a date: afterwards the item may be used.
void fill_status(const TreeNode& head, WireItem* item) {
  const auto word = attribute_of(head, "docdata", "management-status");
  item->status = status_of(word);
  if (!iequals(trim(word), "embargoed")) return;
  item->embargoed = parse_wire_date(attribute_of(head, "date.release", "norm"));
  if (item->embargoed) item->status = WireStatus::usable;
}

void fill_keywords(const TreeNode& head, WireItem* item) {
  for (const TreeNode* keyword : find_all(head, "keyword")) {
    const auto key = attribute(*keyword, "key");
    add_name(&item->article.keywords, key.empty() ? text_of(*keyword) : key);
  }
  for (const TreeNode* subject : find_all(head, "tobject.subject"))
    for (const std::string_view name :
         {"tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type"})
      add_name(&item->article.keywords, attribute(*subject, name));
  keep_first(&item->slugline, meta(head, "anpa-keyword"));
  if (const TreeNode* keyword = find(head, "keyword"))
    keep_first(&item->slugline, attribute(*keyword, "key"));
  keep_first(&item->slugline, attribute_of(head, "du-key", "key"));
}

void fill_rights(const TreeNode& head, WireItem* item) {
  keep_first(&item->copyright_holder, attribute_of(head, "doc.copyright", "holder"));
  if (const TreeNode* rights = find(head, "doc.rights")) {
    keep_first(&item->usage_terms, attribute(*rights, "limitations"));
    keep_first(&item->usage_terms, attribute(*rights, "type"));
  }
}

void fill_head(const TreeNode& head, WireItem* item) {
  keep_first(&item->guid, attribute_of(head, "doc-id", "id-string"));
  keep_first(&item->provider, attribute_of(head, "doc-id", "regsrc"));
  keep_first(&item->provider, attribute_of(head, "from-src", "src-name"));
  keep_first(&item->service, meta(head, "service"));
  keep_first(&item->category, meta(head, "anpa-category"));
  keep_first(&item->category, meta(head, "category"));
  keep_first(&item->sequence, meta(head, "anpa-sequence"));
  keep_first(&item->take_key, meta(head, "anpa-takekey"));
  if (item->version == 0) item->version = number_of(attribute_of(head, "du-key", "version"));
  if (item->word_count == 0) item->word_count = number_of(meta(head, "anpa-wordcount"));
  if (item->urgency == 0) item->urgency = urgency_of(attribute_of(head, "urgency", "ed-urg"));
  for (const TreeNode* message : find_all(head, "ed-msg"))
    add_note(item, attribute(*message, "info"));
  if (const TreeNode* tobject = find(head, "tobject"))
    keep_first(&item->article.section, attribute(*tobject, "tobject.type"));
  fill_status(head, item);
  fill_dates(head, item);
  fill_keywords(head, item);
  fill_rights(head, item);
}

/// The names without the writer's title, which is a credit.
void fill_byline(const TreeNode& head, WireItem* item) {
  std::vector<std::string> lines;
  for (const TreeNode* byline : find_all(head, "byline")) {
    TreeNode names = *byline;
    std::erase_if(names.children, [](const TreeNode& c) { return is_named(c, "byttl"); });
    std::string line = text_of(names);
    while (line.ends_with(',') || line.ends_with(' ')) line.pop_back();
    if (!line.empty()) lines.push_back(std::move(line));
    keep_first(&item->article.text_credit, text_of(find(*byline, "byttl")));
  }
  if (item->article.byline.empty()) item->article.byline = join(lines, "; ");
}

void fill_dateline(const TreeNode& head, WireItem* item) {
  const TreeNode* dateline = find(head, "dateline");
  if (dateline == nullptr) return;
  Dateline& to = item->article.dateline;
  if (const TreeNode* date = find(*dateline, "story.date")) {
    if (!item->version_created) item->version_created = parse_wire_date(attribute(*date, "norm"));
  }
  const TreeNode* location = find(*dateline, "location");
  if (const TreeNode* city = find(*dateline, "city"))
    keep_first(&to.place, text_of(*city));
  else if (location != nullptr)
    keep_first(&to.place, text_of(*location));
  else if (find(*dateline, "story.date") == nullptr)
    fill_dateline_text(text_of(*dateline), &to);
}

void fill_headlines(const TreeNode& head, WireItem* item) {
  Article& a = item->article;
  if (const TreeNode* lines = child(head, "hedline")) {
    keep_first(&a.headline, text_of(child(*lines, "hl1")));
    keep_first(&a.subheadline, text_of(child(*lines, "hl2")));
  }
  if (const TreeNode* lines = child(head, "headline"))  // so written by one large agency
    keep_first(&a.headline, text_of(child(*lines, "hl1")));
}

void fill_body_head(const TreeNode& head, WireItem* item) {
  fill_headlines(head, item);
  fill_byline(head, item);
  fill_dateline(head, item);
  keep_first(&item->summary, text_of(find(head, "abstract")));
  keep_first(&item->provider, text_of(find(head, "distributor")));
  for (const TreeNode* note : children(head, "note")) add_note(item, text_of(*note));
  keep_first(&item->copyright_holder, text_of(find(head, "rights.owner")));
}

/// Where the event was, where the dateline does not name a place.
void fill_place_of_event(const TreeNode& head, WireItem* item) {
  keep_first(&item->article.dateline.place, attribute_of(head, "evloc", "city"));
}

}  // namespace

void fill_from_nitf(const TreeNode& nitf, WireItem* item) {
  Article& a = item->article;
  if (item->type.empty()) item->type = "text";
  keep_first(&item->language, attribute(nitf, "xml:lang"));
  keep_first(&item->language, attribute(nitf, "baselang"));
  const TreeNode* head = child(nitf, "head");
  const TreeNode* body = child(nitf, "body");
  if (head != nullptr) fill_head(*head, item);
  if (body == nullptr) return;
  keep_first(&item->language, attribute(*body, "xml:lang"));
  if (const TreeNode* body_head = child(*body, "body.head")) fill_body_head(*body_head, item);
  if (head != nullptr) {
    keep_first(&a.headline, text_of(child(*head, "title")));
    fill_place_of_event(*head, item);
  }
  const BodyContext context{item->language, a.url};
  if (const TreeNode* content = child(*body, "body.content"))
    a.blocks = blocks_of_tree(*content, context);
  if (const TreeNode* end = child(*body, "body.end"))
    for (Block& b : blocks_of_tree(*end, context)) a.blocks.push_back(std::move(b));
}

Result<WireDocument> read_nitf(const TreeNode& root) {
  WireDocument document;
  document.format = WireFormat::nitf;
  const auto version = attribute(root, "version");  // "-//IPTC//DTD NITF 3.4//EN"
  if (const auto at = version.find("NITF "); at != std::string_view::npos)
    document.version = version.substr(at + 5, version.find('/', at) - at - 5);
  WireItem item;
  fill_from_nitf(root, &item);
  finish(&item, &document);
  return document;
}

}  // namespace kaynak::wire_detail
