#include "extract/byline.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/inline_text.h"
#include "extract/phrases.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

// Words before a name, lower case, with the blank or colon that follows.
constexpr std::string_view leads =
    "by |by: |by:|written by |written by: |reported by |posted by |published by |"
    "author: |author:|authors: |author |from |von |von: |von:|autor: |autor:|autorin: |"
    "autoren: |text: |text:|geschrieben von |ein artikel von |ein kommentar von |"
    "eine analyse von |ein gastbeitrag von |interview: |protokoll: |par |par: |auteur : |"
    "auteur: |propos recueillis par |por |por: |por:|escrito por |autor/a: |autora: |"
    "texto: |di |a cura di |scritto da |door |door: |tekst: |av |av: |af |skrevet av |"
    "skrevet af |autor |napisał |oprac. |opracowanie: |автор: |автор:|текст: |yazan: |"
    "yazar: |haber: |tác giả: |theo |kirjoittaja: |teksti: |oleh |oleh: |penulis: |"
    "reporter: |editor: |作者：|作者:|文/|文：|記者|记者|بقلم |بقلم: |كتب |كتب: |كتبت |كتبت: |text "
    "de |الكاتب: |κείμενο: ";

// Words that join names, with their blanks.
constexpr std::string_view joins =
    " and | und | et | y | e | en | og | och | & | i | ve | и | та | și | with | mit |"
    " con | και ";

// A name that holds one of these words is no person's, lower case.
constexpr std::string_view not_persons =
    "redaktion|redaction|redacción|redação|redazione|redactie|redaksi|redakcja|redakce|"
    "redacao|redaccion|rédaction|redaktionen|редакция|редакція|editorial|newsroom|staff|"
    "desk|team|admin|administrator|webmaster|agency|agencies|agencia|agence|agentur|"
    "agenturen|nachrichtenagentur|reuters|associated press|agence france|news|media|"
    "press|online|webdesk|correspondent|contributor|contributors|guest|editor|editors|"
    "newspaper|magazine|blog|haber merkezi|www.|.com|.de|.org|.net|http|@|facebook|"
    "twitter|read more|updated|published|share|comment|min read|minuten|bureau|network|"
    "publisher|anonymous|unknown|gastbeitrag|gastautor|autor|author|email|e-mail|follow|"
    "subscribe|copyright|all rights|the|uhr|editorial board|tv|pressemitteilung|presse|"
    "zeitung|service|redaktor|ajansı|sitesinde|afp|"
    "dpa|efe|ansa|sda|pti|ani|ians|xinhua|tass|upi|belga|ritzau|ntb|getty|istockphoto|image|photo|"
    "foto";

bool has_digit(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view strip_marks(std::string_view s) {
  static constexpr std::string_view marks[] = {" ", ",", ";",  ":",  "|",  "/", "-",
                                               "–", "—", "·",  "•",  "(",  ")", "[",
                                               "]", "*", "\"", "\t", "\n", "\r"};
  for (bool again = true; again && !s.empty();) {
    again = false;
    for (const std::string_view mark : marks) {
      if (s.ends_with(mark)) s.remove_suffix(mark.size()), again = true;
      if (s.starts_with(mark)) s.remove_prefix(mark.size()), again = true;
    }
  }
  return s;
}

std::string_view without_lead(std::string_view s) {
  static const auto lead_list = split(leads, '|');
  for (bool again = true; again;) {
    again = false;
    s = strip_marks(s);
    const std::string lowered = lower(clip_utf8(s, 60));
    for (const auto lead : lead_list) {
      if (!lowered.starts_with(lead) || lead.size() >= s.size()) continue;
      s.remove_prefix(lead.size());
      again = true;
      break;
    }
  }
  return s;
}

/// Titles that follow a name in Korean and Chinese.
std::string_view without_title(std::string_view s) {
  for (const std::string_view title : {" 기자", "기자", " 특파원", "記者", "记者", " 記者"})
    if (s.size() > title.size() && s.ends_with(title))
      return trim(s.substr(0, s.size() - title.size()));
  return s;
}

std::size_t count_words(std::string_view s) {
  return static_cast<std::size_t>(std::count(s.begin(), s.end(), ' ')) + 1;
}

/// Names are short, begin with a capital (in scripts that have them), and hold no digits or words
/// of organisations.
bool holds_word(std::string_view text, std::string_view word) {
  const bool anywhere = word.find_first_of("@.") != std::string_view::npos || word == "http";
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const auto after = at + word.size();
    const bool starts =
        at == 0 || text[at - 1] == ' ' || text[at - 1] == '-' || text[at - 1] == '/';
    const bool ends =
        after >= text.size() || text[after] == ' ' || text[after] == '-' || text[after] == '/';
    if (anywhere || (starts && ends)) return true;
  }
  return false;
}

std::string ascii_upper(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c & ~0x20);
  return out;
}

bool is_outlet(std::string_view name, std::string_view outlet) {
  if (outlet.empty()) return false;
  const std::string own = fold(outlet), bare = fold(name);
  return own == bare ||
         (bare.size() >= 4 && own.find(bare) != std::string::npos &&
          bare.find(' ') == std::string::npos) ||
         (own.size() >= 5 && bare.find(own) != std::string::npos);
}

/// Names are short, begin with a capital (in scripts that have them), and hold no digits or words
/// of organisations.
bool is_person(std::string_view name, std::string_view outlet) {
  if (name.size() < 3 || name.size() > 70 || count_words(name) > 5 || has_digit(name)) return false;
  static const auto words_of_none = split(not_persons, '|');
  const std::string folded = fold_case(name);
  for (const auto word : words_of_none)
    if (holds_word(folded, word)) return false;
  if (is_outlet(name, outlet) || name.find(':') != std::string_view::npos) return false;
  if (name.size() <= 5 && count_words(name) == 1 && name == ascii_upper(name))
    return false;  // "LTO"
  // At least one word begins with a capital, unless the script has none or it is a single pen name.
  bool any_cased = false, any_upper = false, start = true;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t before = i;
    const char32_t c = next_code_point(name, &i);
    if (start && is_letter(c)) {
      const auto letter = name.substr(before, i - before);
      any_upper |= is_upper(c);
      any_cased |= is_upper(c) || upper(letter) != letter;
    }
    start = c == ' ' || c == '-';
  }
  return any_upper || !any_cased || count_words(name) == 1;
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
  for (const auto join : split(joins, '|')) text = replace_all(std::move(text), join, "\x01");
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

/// The element's text; parts in different elements are parted by a blank ("von<a>Ana</a>").
std::string node_text(const Document& page, const PageMap& map, NodeIndex i) {
  FoldedText text;
  for (NodeIndex k = i; k < page.node(i).subtree_end; ++k) {
    const Node& n = page.node(k);
    if (n.tag == Tag::text && !map.info[n.parent].skipped)
      text.append(page.text(), n.text_begin, n.text_end);
    else if (n.tag != Tag::text)
      text.part();
  }
  return text.text();
}

/// Explicit features of an element that may hold the byline.
struct BylineCandidate {
  bool rel_author = false;
  bool itemprop = false;
  bool class_byline = false;  ///< its class says author
  bool author_link = false;   ///< a link to an author's page
  bool labelled = false;      ///< begins with "By", "Von" and the like
  bool beside_time = false;   ///< the element just before or after the page's time, above the text
  bool near_headline = false;
  bool in_aside = false;  ///< navigation, footer, comments, teasers
  bool after_text = false;
  bool short_text = false;
  std::size_t names = 0;
};

int score(const BylineCandidate& c) {
  return 30 * c.rel_author + 40 * c.itemprop + 25 * c.class_byline + 20 * c.author_link +
         25 * c.labelled + 12 * c.beside_time + 25 * c.near_headline - 60 * c.in_aside -
         12 * c.after_text + 10 * c.short_text + 10 * (c.names > 0);
}

bool in_noise(const NodeInfo& info) {
  constexpr Meanings far_noise =
      bit(Meaning::comment) | bit(Meaning::related) | bit(Meaning::nav) | bit(Meaning::footer);
  constexpr Meanings near_noise =
      bit(Meaning::sidebar) | bit(Meaning::teaser) | bit(Meaning::caption) | bit(Meaning::credit);
  constexpr Places places = bit(Place::nav) | bit(Place::footer) | bit(Place::aside) |
                            bit(Place::comment_item) | bit(Place::caption);
  return (info.all & far_noise) != 0 || (info.near & near_noise) != 0 ||
         (info.places & places) != 0;
}

/// Whether an address looks like the page of an author ("/author/ana-weiss", "/autoren/weiss").
bool is_author_address(std::string_view href) {
  const std::string lowered = ascii_lower(href.substr(0, 300));
  for (const std::string_view part :
       {"/author/", "/authors/", "/autor/", "/autoren/", "/autores/", "/auteur/", "/auteurs/",
        "/autore/", "/autori/", "/people/", "/profile/", "/journalist", "/reporter", "/writers/",
        "/contributor", "/staff/", "/by/", "/yazar"})
    if (lowered.find(part) != std::string::npos) return true;
  return false;
}

/// What stands before a bracket, slash or bar: "Ana Weiß / EFE".
std::string_view first_part(std::string_view text) {
  for (const std::string_view mark : {" (", " / ", " | "}) text = text.substr(0, text.find(mark));
  return text;
}

/// Whether every word begins with a capital, or the script has none: what stands beside a time may
/// also be a section.
bool looks_like_full_name(std::string_view text) {
  if (text.size() > 60 || count_words(text) < 2 || count_words(text) > 4) return false;
  for (const auto word : split(text, ' '))
    if (word.size() <= 4 && word == ascii_upper(word) && word != lower(word))
      return false;  // "Politics EU"
  bool start = true;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t before = i;
    const char32_t c = next_code_point(text, &i);
    const auto letter = text.substr(before, i - before);
    if (start && is_letter(c) && !is_upper(c) && upper(letter) != letter) return false;
    start = c == ' ';
  }
  return true;
}

/// Elements that a time element follows, or that follow one, within a few nodes and under one close
/// ancestor.
std::vector<bool> beside_times(const Document& page) {
  constexpr NodeIndex reach = 10;
  const auto& nodes = page.nodes();
  std::vector<bool> out(nodes.size());
  for (NodeIndex t = 0; t < nodes.size(); ++t) {
    if (nodes[t].tag != Tag::time) continue;
    NodeIndex scope = nodes[t].parent;
    if (scope != no_node && nodes[scope].parent != no_node) scope = nodes[scope].parent;
    if (scope == no_node || nodes[scope].text_end - nodes[scope].text_begin > 400)
      scope = nodes[t].parent;
    if (scope == no_node) continue;
    const auto begin = std::max(scope + 1, t > reach ? t - reach : 0);
    const auto end = std::min(nodes[scope].subtree_end, nodes[t].subtree_end + reach);
    for (NodeIndex i = begin; i < end; ++i)
      out[i] = nodes[i].tag != Tag::text && nodes[i].tag != Tag::time;
  }
  return out;
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
  const std::vector<bool> beside = beside_times(page);
  constexpr std::size_t longest_nameless = 60;
  Byline best;
  int best_score = 40;
  std::string nameless;  // "Von dpa": no person, but whose words they are all the same
  int best_nameless_score = 50;
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
    c.class_byline = has(map.info[i].own, Meaning::author) ||
                     (n.tag == Tag::a && has(map.info[i].near, Meaning::author));
    c.author_link = n.tag == Tag::a && is_author_address(page.attribute(i, "href"));
    c.labelled = (n.tag == Tag::p || n.tag == Tag::div || n.tag == Tag::span || n.tag == Tag::em ||
                  n.tag == Tag::i || n.tag == Tag::strong) &&
                 n.text_end - n.text_begin < 120 &&
                 phrase_of(trim(page.text(i))) == PhraseKind::byline;
    const bool above_text =
        headline != no_node && i > headline && (first_text == no_node || i < first_text + 60);
    c.beside_time = beside[i] && above_text;
    if (!c.rel_author && !c.itemprop && !c.class_byline && !c.author_link && !c.labelled &&
        !c.beside_time)
      continue;
    const std::string text = node_text(page, map, i);
    if (text.size() < 3 || text.size() > 200) continue;
    if (c.beside_time)
      c.beside_time =
          looks_like_full_name(without_lead(first_part(text))) &&
          fold(page.text(headline)).find(fold(text)) == std::string::npos;  // its kicker
    if (!c.rel_author && !c.itemprop && !c.class_byline && !c.author_link && !c.labelled &&
        !c.beside_time)
      continue;
    c.in_aside = in_noise(map.info[i]);
    c.after_text = first_text != no_node && i > first_text;
    c.near_headline = headline != no_node && (i > headline ? i - headline : headline - i) < 120;
    c.short_text = text.size() < 80;
    auto names = names_in_byline(text, outlet);
    c.names = names.size();
    const int s = score(c);
    if (c.names > 0 && s > best_score) {
      best_score = s;
      best = {text, std::move(names)};
    } else if (c.names == 0 && s > best_nameless_score && text.size() <= longest_nameless &&
               !is_outlet(text, outlet)) {
      best_nameless_score = s;
      nameless = text;
    }
  }
  if (best.names.empty()) best.written = std::move(nameless);
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
  bool after_other =
      false;  // a place, role or organisation was seen: single words are no names then
  byline = clip_utf8(byline, 400);
  if (const auto address = byline.find("://"); address != std::string_view::npos) {
    const auto blank = byline.rfind(' ', address);
    byline = blank == std::string_view::npos ? std::string_view{} : byline.substr(0, blank);
  }
  for (const std::string& part : split_names(without_lead(byline))) {
    const bool comma = part.starts_with(',');
    const auto name = without_title(
        without_lead(comma ? std::string_view(part).substr(1) : std::string_view(part)));
    // After a comma a single word is a place or a role ("Ana Weiß, Berlin"), unless all names are
    // single words.
    if (comma && count_words(name) == 1 && !names.empty()) {
      after_other = true;
      continue;
    }
    if (!is_person(name, outlet)) {
      after_other |= !name.empty();
      continue;
    }
    if (after_other && count_words(name) == 1) continue;
    add_name(&names, settle_case(name));
  }
  return names;
}

Byline find_byline(const Document& page, const PageMap& map, const Content& content,
                   const StructuredData& data, std::string_view outlet) {
  Byline structured = from_data(data, outlet);
  const std::string structured_written = structured.written;
  if (structured.names.empty()) structured = from_metas(data, outlet);
  Byline seen = from_page(page, map, content, outlet);
  if (structured.names.empty()) {
    // An organisation that the page's data names as the author.
    if (seen.written.empty() && !is_outlet(structured_written, outlet))
      seen.written = structured_written;
    return seen;
  }
  if (!seen.written.empty()) structured.written = seen.written;
  return structured;
}

}  // namespace kaynak::extract_detail
