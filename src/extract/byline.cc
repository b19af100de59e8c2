#include "extract/byline.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/inline_text.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

// Words before a name, lower case, with the blank or colon that follows.
constexpr std::string_view leads[] = {"by ",
                                      "by: ",
                                      "by:",
                                      "written by ",
                                      "written by: ",
                                      "reported by ",
                                      "posted by ",
                                      "published by ",
                                      "author: ",
                                      "author:",
                                      "authors: ",
                                      "author ",
                                      "from ",
                                      "von ",
                                      "von: ",
                                      "von:",
                                      "autor: ",
                                      "autor:",
                                      "autorin: ",
                                      "autoren: ",
                                      "text: ",
                                      "text:",
                                      "geschrieben von ",
                                      "ein artikel von ",
                                      "ein kommentar von ",
                                      "eine analyse von ",
                                      "ein gastbeitrag von ",
                                      "interview: ",
                                      "protokoll: ",
                                      "par ",
                                      "par: ",
                                      "auteur : ",
                                      "auteur: ",
                                      "propos recueillis par ",
                                      "por ",
                                      "por: ",
                                      "por:",
                                      "escrito por ",
                                      "autor/a: ",
                                      "autora: ",
                                      "texto: ",
                                      "di ",
                                      "a cura di ",
                                      "scritto da ",
                                      "door ",
                                      "door: ",
                                      "tekst: ",
                                      "av ",
                                      "av: ",
                                      "af ",
                                      "skrevet av ",
                                      "skrevet af ",
                                      "autor ",
                                      "napisał ",
                                      "oprac. ",
                                      "opracowanie: ",
                                      "автор: ",
                                      "автор:",
                                      "текст: ",
                                      "yazan: ",
                                      "yazar: ",
                                      "haber: ",
                                      "tác giả: ",
                                      "theo ",
                                      "kirjoittaja: ",
                                      "teksti: ",
                                      "oleh ",
                                      "oleh: ",
                                      "penulis: ",
                                      "reporter: ",
                                      "editor: ",
                                      "作者：",
                                      "作者:",
                                      "文/",
                                      "文：",
                                      "記者",
                                      "记者",
                                      "بقلم ",
                                      "بقلم: ",
                                      "كتب ",
                                      "الكاتب: ",
                                      "κείμενο: "};

// Words that join names, with their blanks.
constexpr std::string_view joins[] = {" and ", " und ",  " et ",  " y ",   " e ",  " en ", " og ",
                                      " och ", " & ",    " i ",   " ve ",  " и ",  " та ", " i ",
                                      " și ",  " with ", " mit ", " con ", " και "};

// A name that holds one of these words is no person's, lower case.
constexpr std::string_view not_persons[] = {"redaktion",
                                            "redaction",
                                            "redacción",
                                            "redação",
                                            "redazione",
                                            "redactie",
                                            "redaksi",
                                            "redakcja",
                                            "redakce",
                                            "redacao",
                                            "redaccion",
                                            "rédaction",
                                            "redaktionen",
                                            "редакция",
                                            "редакція",
                                            "editorial",
                                            "newsroom",
                                            "staff",
                                            "desk",
                                            "team",
                                            "admin",
                                            "administrator",
                                            "webmaster",
                                            "agency",
                                            "agencies",
                                            "agencia",
                                            "agence",
                                            "agentur",
                                            "agenturen",
                                            "nachrichtenagentur",
                                            "reuters",
                                            "associated press",
                                            "agence france",
                                            "news",
                                            "media",
                                            "press",
                                            "online",
                                            "webdesk",
                                            "correspondent",
                                            "contributor",
                                            "contributors",
                                            "guest",
                                            "editor",
                                            "editors",
                                            "newspaper",
                                            "magazine",
                                            "blog",
                                            "haber merkezi",
                                            "www.",
                                            ".com",
                                            ".de",
                                            ".org",
                                            ".net",
                                            "http",
                                            "@",
                                            "facebook",
                                            "twitter",
                                            "read more",
                                            "updated",
                                            "published",
                                            "share",
                                            "comment",
                                            "min read",
                                            "minuten",
                                            "bureau",
                                            "network",
                                            "publisher",
                                            "anonymous",
                                            "unknown",
                                            "gastbeitrag",
                                            "gastautor",
                                            "autor",
                                            "author",
                                            "email",
                                            "e-mail",
                                            "follow",
                                            "subscribe",
                                            "copyright",
                                            "all rights",
                                            "the ",
                                            "uhr",
                                            "editorial board",
                                            "tv",
                                            "pressemitteilung",
                                            "presse",
                                            "zeitung",
                                            "service",
                                            "redaktor"};

bool has_digit(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view strip_marks(std::string_view s) {
  constexpr std::string_view marks = " \t\n,;:|/-–—·•.()[]*\"'";
  s = trim(s);
  while (!s.empty() && std::string_view(" ,;:|/-()[]*\"").find(s.front()) != std::string_view::npos)
    s.remove_prefix(1);
  for (bool again = true; again && !s.empty();) {
    again = false;
    for (const std::string_view mark :
         {" ", ",", ";", ":", "|", "/", "-", "–", "—", "·", "•", "(", ")", "[", "]", "*", "\""})
      if (s.ends_with(mark)) s.remove_suffix(mark.size()), again = true;
  }
  for (const std::string_view mark : {"–", "—", "·", "•"})
    if (s.starts_with(mark)) return strip_marks(s.substr(mark.size()));
  (void)marks;
  return s;
}

std::string_view without_lead(std::string_view s) {
  for (bool again = true; again;) {
    again = false;
    s = strip_marks(s);
    const std::string lowered = lower(clip_utf8(s, 60));
    for (const auto lead : leads) {
      if (!lowered.starts_with(lead) || lead.size() >= s.size()) continue;
      s.remove_prefix(lead.size());
      again = true;
      break;
    }
  }
  return s;
}

std::size_t count_words(std::string_view s) {
  return static_cast<std::size_t>(std::count(s.begin(), s.end(), ' ')) + 1;
}

/// Names are short, begin with a capital (in scripts that have them), and hold no digits or words
/// of organisations.
bool is_person(std::string_view name, std::string_view outlet) {
  if (name.size() < 3 || name.size() > 70 || count_words(name) > 5 || has_digit(name)) return false;
  const std::string folded = " " + fold_case(name) + " ";
  for (const auto word : not_persons) {
    const auto at = folded.find(word);
    if (at == std::string::npos) continue;
    const bool whole = !is_letter(static_cast<unsigned char>(folded[at - (at > 0)])) ||
                       word.find_first_of("@.") != std::string_view::npos;
    const auto after = at + word.size();
    if (whole && (word.back() == ' ' || after >= folded.size() || folded[after] == ' ' ||
                  word.find_first_of("@.") != std::string_view::npos || word == "http"))
      return false;
  }
  if (!outlet.empty()) {
    const std::string own = fold(outlet);
    const std::string bare = fold(name);
    if (own == bare || (bare.size() >= 4 && own.find(bare) != std::string::npos) ||
        (own.size() >= 5 && bare.find(own) != std::string::npos))
      return false;
  }
  std::size_t i = 0;
  const char32_t first = next_code_point(name, &i);
  const bool cased = lower(name.substr(0, i)) != upper(name.substr(0, i));
  return !cased || is_upper(first) || count_words(name) > 1;
}

/// "WEISS" and "ANA WEISS" as "Ana Weiss"; other spellings as they are.
std::string settle_case(std::string_view name) {
  const bool ascii_caps = name == upper(name) && name != lower(name) && name.size() > 5 &&
                          name.find(' ') != std::string_view::npos;
  if (!ascii_caps) return std::string(name);
  std::string out;
  bool start = true;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t before = i;
    next_code_point(name, &i);
    const auto letter = name.substr(before, i - before);
    out += start ? std::string(letter) : lower(letter);
    start = letter == " " || letter == "-" || letter == "." || letter == "'";
  }
  return out;
}

std::vector<std::string> split_names(std::string_view s) {
  std::string text(s);
  for (const std::string_view mark :
       {"|", " / ", "/", ";", "·", "•", "\n", "، ", "、", " – ", " — ", " - "})
    text = replace_all(std::move(text), mark, "\x01");
  for (const auto join : joins) text = replace_all(std::move(text), join, "\x01");
  text = replace_all(std::move(text), ",", "\x01,");
  std::vector<std::string> parts;
  for (const auto part : split(text, '\x01')) parts.emplace_back(part);
  return parts;
}

void add_name(std::vector<std::string>* names, std::string name) {
  const std::string key = fold(name);
  for (const std::string& n : *names)
    if (fold(n) == key) return;
  if (names->size() < 20) names->push_back(std::move(name));
}

std::string node_text(const Document& page, const PageMap& map, NodeIndex i) {
  FoldedText text;
  for (NodeIndex k = i; k < page.node(i).subtree_end; ++k) {
    const Node& n = page.node(k);
    if (n.tag == Tag::text && !map.info[n.parent].skipped)
      text.append(page.text(), n.text_begin, n.text_end);
    else if (is_block(n.tag) || n.tag == Tag::br)
      text.part();
  }
  return text.text();
}

/// Explicit features of an element that may hold the byline.
struct BylineCandidate {
  bool rel_author = false;
  bool itemprop = false;
  bool class_byline = false;  ///< its class says author
  bool near_headline = false;
  bool in_aside = false;  ///< navigation, footer, comments, teasers
  bool after_text = false;
  bool short_text = false;
  std::size_t names = 0;
};

int score(const BylineCandidate& c) {
  return 30 * c.rel_author + 40 * c.itemprop + 25 * c.class_byline + 25 * c.near_headline -
         60 * c.in_aside - 12 * c.after_text + 10 * c.short_text + 10 * (c.names > 0);
}

bool in_noise(const NodeInfo& info) {
  constexpr Meanings noise = bit(Meaning::comment) | bit(Meaning::related) | bit(Meaning::sidebar) |
                             bit(Meaning::nav) | bit(Meaning::footer) | bit(Meaning::teaser) |
                             bit(Meaning::caption) | bit(Meaning::credit);
  constexpr Places places = bit(Place::nav) | bit(Place::footer) | bit(Place::aside) |
                            bit(Place::comment_item) | bit(Place::caption);
  return (info.all & noise) != 0 || (info.places & places) != 0;
}

Byline from_page(const Document& page, const PageMap& map, const Content& content,
                 std::string_view outlet) {
  NodeIndex headline = no_node, first_text = no_node;
  for (NodeIndex i = 0; i < page.nodes().size() && headline == no_node; ++i)
    if (page.node(i).tag == Tag::h1) headline = i;
  for (std::size_t b = 0; b < map.blocks.size(); ++b) {
    if (content.scores[b] <= 0 || map.blocks[b].length < 80) continue;
    if (first_text == no_node) first_text = map.blocks[b].node_begin;
  }
  Byline best;
  int best_score = 40;
  for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
    const Node& n = page.node(i);
    if (n.tag == Tag::text || n.tag == Tag::comment || map.info[i].skipped ||
        n.text_end - n.text_begin > 400 || n.text_begin == n.text_end)
      continue;
    BylineCandidate c;
    c.rel_author =
        n.tag == Tag::a && page.attribute(i, "rel").find("author") != std::string_view::npos;
    const auto itemprop = page.attribute(i, "itemprop");
    c.itemprop = itemprop == "author" || itemprop == "creator";
    c.class_byline = has(map.info[i].own, Meaning::author);
    if (!c.rel_author && !c.itemprop && !c.class_byline) continue;
    const std::string text = node_text(page, map, i);
    if (text.size() < 3 || text.size() > 200) continue;
    c.in_aside = in_noise(map.info[i]);
    c.after_text = first_text != no_node && i > first_text;
    c.near_headline = headline != no_node && (i > headline ? i - headline : headline - i) < 120;
    c.short_text = text.size() < 80;
    auto names = names_in_byline(text, outlet);
    c.names = names.size();
    if (const int s = score(c); c.names > 0 && s > best_score) {
      best_score = s;
      best = {text, std::move(names)};
    }
  }
  return best;
}

Byline from_data(const StructuredData& data, std::string_view outlet) {
  Byline b;
  for (const NamedAgent& agent : data.article.authors) {
    if (!b.written.empty()) b.written += ", ";
    b.written += agent.name;
    if (agent.organisation && names_in_byline(agent.name, outlet).size() > 1) continue;
    for (std::string& name : names_in_byline(agent.name, outlet))
      add_name(&b.names, std::move(name));
  }
  return b;
}

Byline from_metas(const StructuredData& data, std::string_view outlet) {
  for (const std::string_view key :
       {"author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
        "dcterms.creator", "byl", "cxenseparse:author", "citation_author", "article:author_name",
        "twitter:data1", "og:author"}) {
    Byline b;
    for (const auto content : data.all(key)) {
      if (content.find("http") != std::string_view::npos) continue;
      if (key == "twitter:data1" &&
          data.meta({"twitter:label1"}).find("ritten") == std::string_view::npos)
        continue;
      if (!b.written.empty()) b.written += ", ";
      b.written += plain_text(content);
      for (std::string& name : names_in_byline(plain_text(content), outlet))
        add_name(&b.names, std::move(name));
    }
    if (!b.names.empty()) return b;
  }
  return {};
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view byline, std::string_view outlet) {
  std::vector<std::string> names;
  bool after_comma_role = false;
  for (const std::string& part : split_names(without_lead(byline))) {
    const bool comma = part.starts_with(',');
    const auto name =
        without_lead(comma ? std::string_view(part).substr(1) : std::string_view(part));
    // After a comma a single word is a place or a role ("Ana Weiß, Berlin"), unless all names are
    // single words.
    if (comma && count_words(name) == 1 && !names.empty()) {
      after_comma_role = true;
      continue;
    }
    if (!is_person(name, outlet)) continue;
    if (after_comma_role && count_words(name) == 1) continue;
    add_name(&names, settle_case(name));
  }
  return names;
}

Byline find_byline(const Document& page, const PageMap& map, const Content& content,
                   const StructuredData& data, std::string_view outlet) {
  Byline structured = from_data(data, outlet);
  if (structured.names.empty()) structured = from_metas(data, outlet);
  const Byline seen = from_page(page, map, content, outlet);
  if (structured.names.empty()) return seen;
  if (!seen.written.empty()) structured.written = seen.written;
  return structured;
}

}  // namespace kaynak::extract_detail
