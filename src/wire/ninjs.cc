// ninjs 1.x to 3.x, and what agencies' interfaces wrap it in: a list, or a member that holds one.
#include <algorithm>

#include "base/strings.h"
#include "model/json.h"
#include "text/url.h"
#include "wire/sound.h"
#include "wire/wire_detail.h"

namespace kaynak::wire_detail {
namespace {

constexpr std::string_view kRecordRole = "kaynak:article";

/// The first member of these names that is there: 3.x and 1.x write one thing in two ways.
const Json& any_of(const Json& j, std::initializer_list<const char*> names) {
  static const Json none;
  for (const char* name : names)
    if (const Json& member = j[name]; !member.is_null()) return member;
  return none;
}

/// A string, a number as one, or the first string of an array: some write arrays where one is
/// meant.
std::string string_of(const Json& j) {
  if (j.is_integer()) return std::to_string(j.as_int());
  if (j.is_array() && !j.items().empty()) return j.items().front().as_string();
  return j.as_string();
}

std::string string_of(const Json& j, std::initializer_list<const char*> names) {
  return string_of(any_of(j, names));
}

std::optional<ZonedTime> date_of(const Json& j, std::initializer_list<const char*> names) {
  return parse_wire_date(string_of(j, names));
}

bool is_markup(std::string_view type) {
  const std::string lowered = ascii_lower(type);
  return lowered.find("html") != lowered.npos || lowered.find("nitf") != lowered.npos;
}

/// One text of an item, whatever its generation: `role` "main", "sub", …; `type` a media type, or
/// the end of a name of 1.x ("text", "xhtml").
struct TextPart {
  std::string role, type, value;
};

void add_parts(const Json& list, std::vector<TextPart>* out) {
  for (const Json& j : list.items())
    if (j["value"].is_string() && out->size() < 100)
      out->push_back({j["role"].as_string(), string_of(j, {"contentType", "contenttype"}),
                      j["value"].as_string()});
}

/// Of 2.x and 3.x the array `list`; of 1.x the members that begin with `prefix`.
std::vector<TextPart> parts_of(const Json& item, const char* list, std::string_view prefix) {
  std::vector<TextPart> out;
  add_parts(item[list], &out);
  for (const auto& [name, value] : item.members())
    if (name.starts_with(prefix) && value.is_string() && out.size() < 100)
      out.push_back({"", name.substr(prefix.size()), value.as_string()});
  return out;
}

std::string plain_line(const TextPart& part) {
  return is_markup(part.type) ? text_of(parse_html_tree(part.value)) : line_of(part.value);
}

std::string name_of(const Json& j) {
  return j.is_string() ? j.as_string() : string_of(j, {"name", "literal", "title"});
}

void add_names(const Json& list, std::vector<std::string>* out) {
  for (const Json& j : list.items()) add_name(out, name_of(j));
}

/// The widest rendition that is a picture on the web.
std::string best_picture(const Json& renditions) {
  std::string best;
  std::int64_t width = -1;
  const auto look = [&](const Json& r) {
    const std::string type = ascii_lower(string_of(r, {"contentType", "contenttype", "mimetype"}));
    const std::string url = resolve_href(r["href"].as_string(), {});
    if (url.empty() || (!type.empty() && !type.starts_with("image/"))) return;
    const auto w = r["width"].is_string() ? number_of(r["width"].as_string()) : r["width"].as_int();
    if (w <= width) return;
    width = w;
    best = url;
  };
  for (const Json& r : renditions.items()) look(r);
  for (const auto& [name, r] : renditions.members()) look(r);
  return best;
}

class ItemReader {
 public:
  explicit ItemReader(const Json& json) : j_(json) {}

  WireItem read() {
    read_identity();
    read_texts();
    read_names();
    read_rights();
    read_body();
    read_associations();
    return std::move(item_);
  }

 private:
  void read_identity() {
    item_.guid = line_of(string_of(j_, {"guid", "uri"}));
    const std::string uri = string_of(j_["uri"]);
    if (const auto web = resolve_href(uri, {}); !web.empty()) item_.article.url = web;
    item_.version = number_of(string_of(j_["version"]));
    item_.type = line_of(string_of(j_["type"]));
    item_.status = status_of(string_of(j_, {"pubStatus", "pubstatus"}));
    item_.urgency = urgency_of(string_of(j_["urgency"]));
    item_.language = line_of(string_of(j_["language"]));
    item_.first_created = date_of(j_, {"firstCreated", "firstcreated"});
    item_.version_created = date_of(j_, {"versionCreated", "versioncreated"});
    item_.embargoed = date_of(j_, {"embargoedUntil", "embargoed"});
    item_.word_count = number_of(string_of(j_["wordcount"]));
  }

  void read_texts() {
    Article& a = item_.article;
    a.headline = line_of(string_of(j_["headline"]));
    for (const TextPart& part : parts_of(j_, "headlines", "headline_")) {
      const std::string role = ascii_lower(local_part(part.role.empty() ? part.type : part.role));
      keep_first(role.starts_with("sub") ? &a.subheadline : &a.headline, plain_line(part));
    }
    keep_first(&a.headline, string_of(j_["title"]));
    a.byline = line_of(string_of(j_, {"by", "byline"}));
    fill_dateline_text(string_of(j_, {"located", "dateline"}), &a.dateline);
    for (const TextPart& part : parts_of(j_, "descriptions", "description_"))
      if (part.type != "creditline") keep_first(&item_.summary, plain_line(part));
    item_.slugline = line_of(string_of(j_["slugline"]));
    add_note(&item_, text_of(parse_html_tree(string_of(j_, {"edNote", "ednote"}))));
    item_.credit_line =
        line_of(string_of(j_, {"creditline", "creditLine", "description_creditline"}));
  }

  void read_names() {
    Article& a = item_.article;
    add_names(any_of(j_, {"subjects", "subject"}), &a.keywords);
    add_names(j_["keywords"], &a.keywords);
    add_names(any_of(j_, {"infoSources", "infosources", "infosource"}), &item_.sources);
    add_name(&item_.sources, string_of(j_["source"]));
    keep_first(&item_.provider, name_of(j_["provider"]));
    if (const Json& services = j_["service"]; !services.items().empty()) {
      item_.service = line_of(name_of(services.items().front()));
      item_.category = line_of(string_of(services.items().front()["code"]));
    }
    if (const Json& genres = any_of(j_, {"genres", "genre"}); !genres.items().empty())
      a.section = line_of(name_of(genres.items().front()));
    for (const Json& author : j_["authors"].items()) add_author(&item_, name_of(author));
    for (const Json& person : any_of(j_, {"people", "person"}).items())
      if (person["rel"].as_string() == "author") add_author(&item_, name_of(person));
    for (const Json& one : any_of(j_, {"organisations", "organisation"}).items())
      if (one["rel"].as_string() == "publisher") keep_first(&a.outlet, name_of(one));
  }

  void read_rights() {
    item_.usage_terms = line_of(string_of(j_, {"usageTerms", "usageterms"}));
    item_.copyright_holder = line_of(string_of(j_, {"copyrightHolder", "copyrightholder"}));
    item_.copyright_notice = line_of(string_of(j_, {"copyrightNotice", "copyrightnotice"}));
  }

  // ---- body

  static int rank(const TextPart& part) {
    const bool main = part.role.empty() || part.role == "main";
    return (main ? 0 : 10) + (is_markup(part.type) ? 0 : 1);
  }

  void read_body() {
    auto parts = parts_of(j_, "bodies", "body_");
    std::erase_if(
        parts, [](const TextPart& p) { return p.role.starts_with("kaynak:") || p.value.empty(); });
    std::stable_sort(parts.begin(), parts.end(),
                     [](const TextPart& a, const TextPart& b) { return rank(a) < rank(b); });
    for (const TextPart& part : parts) {
      item_.article.blocks = blocks_of(part);
      if (!item_.article.blocks.empty()) return;
    }
  }

  std::vector<Block> blocks_of(const TextPart& part) const {
    const BodyContext context{item_.language, item_.article.url};
    if (ascii_lower(part.type).find("nitf") != std::string::npos)
      if (const auto nitf = parse_xml_tree(part.value, "text/xml; charset=utf-8")) {
        const TreeNode* content = find(*nitf, "body.content");
        return blocks_of_tree(content ? *content : *nitf, context);
      }
    return is_markup(part.type) ? blocks_of_tree(parse_html_tree(part.value), context)
                                : blocks_of_text(part.value);
  }

  // ---- pictures

  void read_associations() {
    if (item_.type == "picture" || item_.type == "graphic") add_figure(j_);
    const Json& all = j_["associations"];
    for (const Json& one : all.items()) add_figure(one);
    for (const auto& [name, one] : all.members()) add_figure(one);
  }

  void add_figure(const Json& j) {
    const auto& type = j["type"].as_string();
    if (type != "picture" && type != "graphic") return;
    Figure figure;
    figure.url = best_picture(j["renditions"]);
    if (figure.url.empty() && &j != &j_) figure.url = resolve_href(j["uri"].as_string(), {});
    for (const TextPart& part : parts_of(j, "descriptions", "description_"))
      if (part.type != "creditline") keep_first(&figure.caption, plain_line(part));
    figure.credit = line_of(string_of(j, {"by", "byline", "creditline", "description_creditline"}));
    figure.alt = line_of(string_of(j["headline"]));
    for (const TextPart& part : parts_of(j, "headlines", "headline_"))
      keep_first(&figure.alt, plain_line(part));
    if ((figure.url.empty() && figure.caption.empty()) || item_.article.blocks.size() >= kMaxBlocks)
      return;
    Block b;
    b.kind = BlockKind::figure;
    b.text = figure.caption;
    b.figure = std::move(figure);
    item_.article.blocks.push_back(std::move(b));
  }

  const Json& j_;
  WireItem item_;
};

/// The article that our own ninjs carries whole; nothing where there is none, or it does not hold.
std::optional<Article> record_in(const Json& item, WireDocument* document) {
  for (const Json& body : item["bodies"].items()) {
    if (body["role"].as_string() != kRecordRole) continue;
    const auto json = parse_json(body["value"].as_string());
    auto article = json ? article_from_json(*json) : Result<Article>(fail(json.error()));
    if (article && is_sound(*article)) return std::move(*article);
    add_problem(document,
                "the record in the body of role kaynak:article is not sound: read without");
  }
  return std::nullopt;
}

bool is_item(const Json& j) {
  return j.is_object() && (j["uri"].is_string() || j["guid"].is_string());
}

/// The items of a document: itself, a list, or what "item", "items" and "data" hold.
void collect_items(const Json& j, int depth, std::vector<const Json*>* out) {
  if (out->size() > kMaxItems || depth > 4) return;
  if (is_item(j)) return out->push_back(&j);
  for (const Json& one : j.items()) collect_items(one, depth + 1, out);
  for (const char* name : {"item", "items", "data"})
    if (const Json& inner = j[name]; inner.is_object() || inner.is_array())
      collect_items(inner, depth + 1, out);
}

void read_item(const Json& json, WireDocument* document) {
  WireItem item = ItemReader(json).read();
  auto record = record_in(json, document);
  if (!record) return finish(&item, document);
  item.article = std::move(*record);
  if (document->items.size() < kMaxItems) document->items.push_back(std::move(item));
}

}  // namespace

Result<WireDocument> read_ninjs(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  KAYNAK_ASSIGN(const Json json, parse_json(bytes));
  WireDocument document;
  document.format = WireFormat::ninjs;
  std::vector<const Json*> items;
  collect_items(json, 0, &items);
  if (items.empty())
    return fail(ErrorCode::unsupported, "wire",
                "JSON without an item of ninjs: none has a 'uri' or 'guid'");
  document.version = ninjs_version_of(*items.front());
  if (items.front() != &json)
    document.ninjs_errors = {{"", "must be one item; this wraps it, or holds several"}};
  else if (auto problems = check_ninjs(json, document.version))
    document.ninjs_errors = std::move(*problems);
  for (const Json* one : items) read_item(*one, &document);
  return document;
}

}  // namespace kaynak::wire_detail
