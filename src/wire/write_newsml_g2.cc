// NewsML-G2 out: an article or an edition as a newsItem, its chain as hopHistory.
#include <algorithm>

#include "base/strings.h"
#include "model/edition.h"
#include "wire/write.h"

namespace kaynak {
namespace {

constexpr std::string_view name_space = "http://iptc.org/std/nar/2006-10-01/";
constexpr std::string_view catalog =
    "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml";

/// Escaped; what XML 1.0 cannot hold (controls) is left out.
std::string xml(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  std::copy_if(text.begin(), text.end(), std::back_inserter(clean), [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r';
  });
  return escape_html(clean);
}

std::string element(std::string_view name, std::string_view text,
                    std::string_view attributes = {}) {
  if (text.empty()) return {};
  std::string out = "<" + std::string(name);
  if (!attributes.empty()) out.append(1, ' ').append(attributes);
  return out + ">" + xml(text) + "</" + std::string(name) + ">\n";
}

/// Somebody without a code of a vocabulary: by address where there is one, else by name.
std::string concept_of(std::string_view name, const std::string& called, const std::string& url,
                       std::string_view attributes = {}) {
  if (called.empty()) return {};
  const bool web = istarts_with(url, "http://") || istarts_with(url, "https://");
  std::string out =
      "<" + std::string(name) + (web ? " uri=\"" + xml(url) : " literal=\"" + xml(called)) + "\"";
  if (!attributes.empty()) out.append(1, ' ').append(attributes);
  return out + "><name>" + xml(called) + "</name></" + std::string(name) + ">\n";
}

std::string guid_of(const Article& a) {
  if (!a.canonical_url.empty()) return a.canonical_url;
  if (!a.url.empty()) return a.url;
  return "urn:kaynak:article:" + (a.id.empty() ? article_id_for(a.record_id).value : a.id.value);
}

/// What a station did, in IPTC's hop action vocabulary; a speaker or a medium that is only named
/// did nothing to the item.
std::string action_of(const Hop& hop) {
  std::string_view code;
  if (hop.role == "agency" || hop.role == "author") code = "created";
  if (hop.role == "translator" || hop.role == "engine") code = "transformed";
  if (hop.role == "publisher" || hop.role == "republisher") code = "enhanced";
  if (code.empty()) return {};
  return "<action qcode=\"hopaction:" + std::string(code) + "\" target=\"hatarget:content\"/>\n";
}

std::string history_of(const std::vector<Hop>& hops) {
  std::string out;
  int seq = 0;
  for (const Hop& hop : hops) {
    if (hop.name.empty()) continue;
    out += "<hop seq=\"" + std::to_string(++seq) + "\"" +
           (hop.date.empty() ? "" : " timestamp=\"" + xml(hop.date) + "\"") + ">\n" +
           concept_of("party", hop.name, hop.url) + action_of(hop) + "</hop>\n";
  }
  return out.empty() ? out : "<hopHistory>\n" + out + "</hopHistory>\n";
}

/// One item as it is to be written: the article's facts with the words of it or of an edition.
struct Item {
  const Article& article;
  const Edition* edition = nullptr;

  std::string guid() const {
    return edition == nullptr ? guid_of(article) : "urn:kaynak:edition:" + edition->id.value;
  }
  const LanguageTag& language() const {
    return edition == nullptr ? article.language : edition->language;
  }
  const std::string& headline() const {
    return edition == nullptr ? article.headline : edition->headline;
  }
  const std::string& subheadline() const {
    return edition == nullptr ? article.subheadline : edition->subheadline;
  }
  const std::string& text(std::size_t block) const {
    return edition == nullptr || block >= edition->blocks.size() ? article.blocks[block].text
                                                                 : edition->blocks[block].text;
  }
  std::vector<Hop> hops() const {
    std::vector<Hop> out = article.hops;
    if (edition == nullptr || edition->kind == EditionKind::original) return out;
    const bool machine = edition->kind == EditionKind::machine;
    Hop hop;
    hop.role = machine ? "engine" : "translator";
    hop.name = machine ? edition->engine : edition->translator;
    hop.language = edition->language;
    hop.date = to_rfc3339(edition->created);
    out.push_back(std::move(hop));
    return out;
  }
};

std::string tag_of(const Item& item) {
  return item.language().empty() ? "und" : item.language().value;
}

std::string item_meta(const Item& item) {
  const Article& a = item.article;
  const auto& version = a.modified ? a.modified : a.published;
  std::string out = "<itemMeta>\n<itemClass qcode=\"ninat:text\"/>\n";
  out += concept_of("provider", a.outlet.empty() ? "Kaynak" : a.outlet, {});
  out += "<versionCreated>" + (version ? to_rfc3339(*version) : "1970-01-01T00:00:00Z") +
         "</versionCreated>\n";
  if (const auto& first = first_publication(a))
    out += "<firstCreated>" + to_rfc3339(*first) + "</firstCreated>\n";
  out += std::string("<pubStatus qcode=\"stat:") +
         (a.status == PubStatus::usable ? "usable" : "canceled") + "\"/>\n";
  out += element("edNote", a.correction);
  if (item.edition != nullptr)
    out += "<link rel=\"irel:translatedFrom\" residref=\"" + xml(guid_of(a)) + "\"/>\n";
  return out + "</itemMeta>\n";
}

std::string content_meta(const Item& item) {
  const Article& a = item.article;
  std::string out = "<contentMeta>\n";
  if (const auto& first = first_publication(a))
    out += "<contentCreated>" + to_rfc3339(*first) + "</contentCreated>\n";
  if (a.modified) out += "<contentModified>" + to_rfc3339(*a.modified) + "</contentModified>\n";
  out += concept_of("located", a.dateline.place, {});
  for (const Hop& hop : a.hops)
    if (hop.role == "agency" || hop.role == "source")
      out += concept_of("infoSource", hop.name, hop.url);
  for (const std::string& name : a.cited_sources)
    if (std::none_of(a.hops.begin(), a.hops.end(), [&](const Hop& h) { return h.name == name; }))
      out += concept_of("infoSource", name, {});
  for (const std::string& name : a.authors) out += concept_of("creator", name, {});
  out += "<language tag=\"" + xml(tag_of(item)) + "\"/>\n";
  for (const std::string& keyword : a.keywords) out += element("keyword", keyword);
  out += element("headline", item.headline());
  out += element("headline", item.subheadline(), "role=\"hld:subHeadline\"");
  std::string dateline = a.dateline.place;
  for (const std::string* part : {&a.dateline.date, &a.dateline.agency})
    if (!part->empty()) dateline += (dateline.empty() ? "" : ", ") + *part;
  out += element("dateline", dateline) + element("by", a.byline) +
         element("creditline", a.text_credit);
  return out + "</contentMeta>\n";
}

std::string figure_of(const Block& block, const std::string& caption) {
  std::string out = "<figure>";
  if (!block.figure->url.empty())
    out += "<img src=\"" + xml(block.figure->url) + "\" alt=\"" + xml(block.figure->alt) + "\"/>";
  out += "<figcaption>" + xml(caption);
  if (!block.figure->credit.empty())
    out += " <span class=\"credit\">" + xml(block.figure->credit) + "</span>";
  return out + "</figcaption></figure>\n";
}

std::string table_of(const std::string& text) {
  std::string out = "<table>\n";
  for (const std::string_view row : split(text, '\n')) {
    out += "<tr>";
    for (const std::string_view cell : split(row, '\t')) out += "<td>" + xml(cell) + "</td>";
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

std::string block_of(const Item& item, std::size_t at) {
  const Block& block = item.article.blocks[at];
  const std::string& text = item.text(at);
  switch (block.kind) {
    case BlockKind::heading:
      return "<h2>" + xml(text) + "</h2>\n";
    case BlockKind::quote:
      return "<blockquote><p>" + xml(text) + "</p></blockquote>\n";
    case BlockKind::list_item:
      return "<li>" + xml(text) + "</li>\n";
    case BlockKind::figure:
      return block.figure ? figure_of(block, text) : std::string();
    case BlockKind::table:
      return table_of(text);
    case BlockKind::paragraph:
      return text.empty() ? std::string() : "<p>" + xml(text) + "</p>\n";
    case BlockKind::embed:
    case BlockKind::ad_slot:
      break;
  }
  return {};
}

/// Neighbouring items of one kind of list make one list.
std::string body_of(const Item& item) {
  std::string out;
  const char* list = nullptr;
  const auto close = [&] {
    if (list != nullptr) out += "</" + std::string(list) + ">\n";
    list = nullptr;
  };
  for (std::size_t i = 0; i < item.article.blocks.size(); ++i) {
    const Block& block = item.article.blocks[i];
    const char* wanted = block.kind != BlockKind::list_item ? nullptr : block.ordered ? "ol" : "ul";
    if (wanted == nullptr || list == nullptr || std::string_view(wanted) != list) {
      close();
      if (wanted != nullptr) out += "<" + std::string(wanted) + ">\n";
      list = wanted;
    }
    out += block_of(item, i);
  }
  close();
  return out;
}

std::string write(const Item& item) {
  const std::string tag = xml(tag_of(item));
  std::string out = "<newsItem xmlns=\"" + std::string(name_space) + "\" guid=\"" +
                    xml(item.guid()) +
                    "\" version=\"1\" standard=\"NewsML-G2\" standardversion=\"2.34\" "
                    "conformance=\"power\" xml:lang=\"" +
                    tag + "\">\n<catalogRef href=\"" + std::string(catalog) + "\"/>\n";
  out += history_of(item.hops()) + item_meta(item) + content_meta(item);
  out +=
      "<contentSet>\n<inlineXML contenttype=\"application/xhtml+xml\">\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"" +
      tag + "\">\n<head><title>" + xml(item.headline()) + "</title></head>\n<body>\n";
  return out + body_of(item) + "</body>\n</html>\n</inlineXML>\n</contentSet>\n</newsItem>\n";
}

}  // namespace

std::string newsml_g2_begin(Time sent) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<newsMessage xmlns=\"" +
         std::string(name_space) + "\">\n<header><sent>" + to_rfc3339(sent) +
         "</sent></header>\n<itemSet>\n";
}

std::string newsml_g2_end() { return "</itemSet>\n</newsMessage>\n"; }

std::string to_newsml_g2(const Article& article) { return write({article}); }

std::string to_newsml_g2(const Article& article, const Edition& edition) {
  return write({article, &edition});
}

}  // namespace kaynak
