#include "extract/headline.h"

#include <algorithm>

#include "base/byte_set.h"
#include "base/strings.h"
#include "extract/heading_parts.h"
#include "extract/title_parts.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

using WordSet = std::vector<std::uint32_t>;  ///< hashes, sorted, each once

/// Words of letters and digits, folded; in scripts without blanks each character is one.
WordSet word_set(std::string_view text) {
  constexpr std::uint32_t seed = 2166136261u;
  WordSet set;
  const std::string folded = fold(text);
  std::uint32_t hash = seed;
  const auto close = [&] {
    if (hash != seed) set.push_back(hash);
    hash = seed;
  };
  for (std::size_t i = 0; i < folded.size();) {
    const char32_t c = next_code_point(folded, &i);
    const bool in_word = is_letter(c) || is_digit(c);
    const bool alone = c >= 0x80 && is_cjk(c);
    if (!in_word || alone) close();
    if (in_word) hash = (hash ^ static_cast<std::uint32_t>(c)) * 16777619u;
    if (alone) close();
  }
  close();
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

/// Share of words two texts have in common (Dice).
double likeness(const WordSet& a, const WordSet& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t common = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k])
      ++common, ++i, ++k;
    else if (a[i] < b[k])
      ++i;
    else
      ++k;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

/// Explicit features of a heading that may be the headline.
struct HeadlineCandidate {
  int level = 0;         ///< 1 for h1
  bool only_h1 = false;  ///< the page has no other h1
  bool class_title = false;
  bool itemprop = false;
  bool in_article = false;
  bool in_noise = false;  ///< navigation, sidebar, footer, comments, related
  bool in_trail = false;  ///< last crumb of a breadcrumb trail, often the title for search engines
  bool hidden = false;
  bool in_header_logo = false;
  bool is_link = false;
  bool links_home = false;  ///< to the first page of the site: its name
  double like_title = 0;    ///< likeness to the title element
  double like_data = 0;     ///< to og:title or JSON-LD headline, whichever is higher
  bool same = false;        ///< letter for letter what one of these says
  std::size_t words = 0;
};

double score(const HeadlineCandidate& c) {
  double s = c.level == 1 ? 2.0 : c.level == 2 ? 0.6 : 0.2;
  s += 0.5 * c.only_h1 + 0.7 * c.class_title + 1.5 * c.itemprop + 0.4 * c.in_article;
  s -= 2.0 * c.in_noise + 4.0 * c.in_trail + 1.5 * c.in_header_logo + 0.6 * c.is_link +
       1.0 * c.hidden + 2.5 * c.links_home;
  s += 2.2 * c.like_title + 2.5 * c.like_data + 0.6 * c.same;  // swept: .3, .6, 1.0
  if (c.words < 2) s -= 1.5;
  return s;
}

constexpr std::string_view separators[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " « ",
                                           " · ", " • ", " / ", " ‹ ", " › ",  ": ",  "｜",
                                           " ― ", " ~ ", "|",   "_",   " : "};

std::string without_blanks(std::string_view s) {
  std::string out;
  for (const char c : fold(s))
    if (c != ' ' && c != '-') out += c;
  return out;
}

/// Whether a part of a title is the outlet's name, a part of it, or little more than it. `own` is
/// the name without blanks.
bool names_outlet(std::string_view part, std::string_view own) {
  if (own.empty() || part.empty() || part.size() >= 60) return false;
  const std::string bare = without_blanks(part);
  return bare == own || (bare.size() >= 4 && own.find(bare) != own.npos) ||
         (own.size() >= 4 && bare.size() <= 2 * own.size() && bare.find(own) != bare.npos);
}

/// At the start of a title the name must stand alone: "Sea news from the north: …" is no outlet.
bool is_outlet_name(std::string_view part, std::string_view own) {
  return names_outlet(part, own) && 4 * without_blanks(part).size() <= 5 * own.size();
}

}  // namespace

std::string document_title(const Document& page) {
  for (NodeIndex i = 0; i < page.nodes().size(); ++i)
    if (page.node(i).tag == Tag::title) return fold_space(page.text(i));
  return {};
}

std::string without_site_name(std::string_view title, std::string_view outlet) {
  std::string_view t = trim(title);
  const std::string own = without_blanks(outlet);
  if (own.empty()) return std::string(t);
  const ByteSet bytes(t);
  for (int round = 0; round < 3; ++round) {
    bool cut = false;
    for (const auto separator : separators) {
      if (!bytes.contains(separator[separator[0] == ' ' ? 1 : 0])) continue;
      const auto first = t.find(separator);
      if (first == t.npos) continue;
      const auto last = t.rfind(separator);
      if (last > 0 && names_outlet(trim(t.substr(last + separator.size())), own)) {
        t = trim(t.substr(0, last));
        cut = true;
        break;
      }
      if (first > 0 && t.size() - first > 20 && is_outlet_name(trim(t.substr(0, first)), own)) {
        t = trim(t.substr(first + separator.size()));
        cut = true;
        break;
      }
    }
    if (!cut) break;
  }
  return std::string(t);
}

namespace {

/// A title whose site name we do not know: cut a short last part off where a strong separator
/// stands.
std::string cut_last_part(std::string title) {
  for (const std::string_view separator : {" | ", " :: ", " » ", "｜", " - ", " – ", " — "}) {
    const auto at = title.rfind(separator);
    if (at == std::string::npos) continue;
    const auto head =
        std::count(title.begin(), title.begin() + static_cast<std::ptrdiff_t>(at), ' ');
    const auto tail = std::count(title.begin() + static_cast<std::ptrdiff_t>(at + separator.size()),
                                 title.end(), ' ');
    if (head >= 2 && tail <= 4 && tail < head) title.resize(at);
    break;
  }
  return title;
}

bool title_place(const NodeInfo& info) {
  constexpr Meanings noise = bit(Meaning::comment) | bit(Meaning::related) | bit(Meaning::sidebar) |
                             bit(Meaning::nav) | bit(Meaning::footer) | bit(Meaning::newsletter) |
                             bit(Meaning::consent) | bit(Meaning::popup) | bit(Meaning::paywall) |
                             bit(Meaning::login);
  constexpr Places places = bit(Place::nav) | bit(Place::footer) | bit(Place::aside) |
                            bit(Place::comment_item) | bit(Place::dialog) | bit(Place::form) |
                            bit(Place::caption);
  return (info.all & noise) == 0 && (info.places & places) == 0 && !has(info.own, Meaning::caption);
}

/// The name in the page's address: "havsbild" of "https://www.havsbild.example/ice".
std::string_view host_name(const StructuredData& data) {
  std::string_view host = data.meta({"og:url", "twitter:url"});
  if (host.empty()) host = data.article.url;
  const auto begin = host.find("://");
  if (begin == std::string_view::npos) return {};
  host.remove_prefix(begin + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  std::string_view longest;
  for (const auto label : split(host.substr(0, host.rfind('.')), '.'))
    if (label.size() > longest.size()) longest = label;
  return longest;
}

/// What the page's own data calls its headline, without the site's name.
struct GivenTitles {
  std::string title;  ///< of the title element
  std::string whole_title;
  std::string shared;   ///< for readers elsewhere: og:title
  std::string article;  ///< of the JSON-LD
  std::string other;
  WordSet title_words, whole_title_words, shared_words, article_words;
  std::vector<std::string>
      title_parts;  ///< see parts_of_title; where nothing else names a headline

  bool says(std::string_view text) const {
    constexpr std::size_t fewest_letters = 8;  // shorter texts are alike by chance
    const std::string letters = letters_only(text);
    return letters.size() >= fewest_letters &&
           (letters == letters_only(title) || letters == letters_only(shared) ||
            letters == letters_only(article));
  }
};

/// Letters of the parts of a title: "Harbour notes » Archive » Ice melts early" has two. Parts of
/// one word name sections.
std::vector<std::string> parts_of_title(std::string_view title) {
  constexpr std::size_t most = 6;
  std::vector<std::string> parts;
  for (std::string_view rest = title; !rest.empty() && parts.size() < most;) {
    const std::string_view part =
        trim(take_title_part(&rest, {" | ", " » ", " :: ", " – ", " — ", " - ", " « ", " › "}));
    if (part.find(' ') != part.npos) parts.push_back(letters_only(part));
  }
  if (parts.size() == 1) parts.clear();
  return parts;
}

GivenTitles read_given(const Document& page, const StructuredData& data, std::string_view outlet) {
  const std::string_view host = host_name(data);
  const auto bare = [&](std::string_view title) {
    return without_site_name(without_site_name(title, outlet), host);
  };
  GivenTitles given;
  const std::string& title = given.whole_title = document_title(page);
  given.title = bare(title);
  if (given.title == title) given.title = cut_last_part(title);
  given.shared = bare(plain_text(data.meta({"og:title"})));
  if (data.article.headline.size() >= 8) given.article = bare(data.article.headline);
  given.other =
      bare(plain_text(data.meta({"headline", "twitter:title", "parsely-title", "sailthru.title",
                                 "dc.title", "dcterms.title", "title"})));
  given.title_words = word_set(given.title);
  given.whole_title_words = word_set(title);
  if (given.shared.empty() && given.article.empty()) given.title_parts = parts_of_title(title);
  given.shared_words = word_set(given.shared);
  given.article_words = word_set(given.article);
  return given;
}

/// "havsbild.example": the site, not what the page is about.
bool is_host(std::string_view title) {
  const auto of_host = [](char c) {
    return c == '.' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  };
  const auto dot = title.rfind('.');
  return dot != title.npos && dot > 0 && dot + 2 < title.size() &&
         std::all_of(title.begin(), title.end(), of_host);
}

/// Whether `whole` is `title` and something set off from it by a mark: a section, a site.
bool extends(std::string_view whole, std::string_view title) {
  if (title.size() < 12 || !whole.starts_with(title)) return false;
  const auto rest = trim(whole.substr(title.size()));
  for (const std::string_view mark :
       {"-", "|", "–", "—", "·", "•", "»", "«", "›", "‹", "<", "_", "｜", "ㅣ"})
    if (rest.starts_with(mark)) return true;
  return false;
}

/// The headline by the page's data alone.
std::string headline_of_data(const GivenTitles& given) {
  for (const std::string* first : {&given.article, &given.shared, &given.other}) {
    if (first->empty() || is_host(*first)) continue;
    for (const std::string* shorter : {&given.shared, &given.other, &given.title})
      if (extends(*first, *shorter)) return *shorter;
    return *first;
  }
  return given.title;
}

bool may_be_headline(const Document& page, const PageMap& map, NodeIndex i) {
  const Tag tag = page.node(i).tag;
  if (tag == Tag::text || tag == Tag::comment || map.info[i].skipped) return false;
  const auto size = page.node(i).text_end - page.node(i).text_begin;
  if (size < 3 || size > 600) return false;
  const int level = heading_level(tag);
  return (level >= 1 && level <= 3) ||
         (level == 0 && has(map.info[i].own, Meaning::headline) &&
          (tag == Tag::div || tag == Tag::p || tag == Tag::span)) ||
         (page.node(i).attributes_count > 0 && page.attribute(i, "itemprop") == "headline");
}

/// Whether an address has no path: "/", "https://havsbild.example/", also behind an archive's own.
bool is_home(std::string_view href) {
  href = trim(href);
  if (const auto host = href.rfind("://"); host != std::string_view::npos) {
    const auto path = href.find('/', host + 3);
    return path == std::string_view::npos || path + 1 == href.size();
  }
  return href == "/";
}

bool links_home(const Document& page, NodeIndex heading) {
  for (NodeIndex k = heading + 1; k < page.node(heading).subtree_end; ++k)
    if (page.node(k).tag == Tag::a) return is_home(page.attribute(k, "href"));
  const NodeIndex parent = page.node(heading).parent;
  return parent != no_node && page.node(parent).tag == Tag::a &&
         is_home(page.attribute(parent, "href"));
}

bool is_one_of(std::string_view text, const std::vector<std::string>& title_parts) {
  if (title_parts.empty()) return false;
  const std::string letters = letters_only(text);
  return std::find(title_parts.begin(), title_parts.end(), letters) != title_parts.end();
}

HeadlineCandidate candidate_at(const Document& page, const PageMap& map, NodeIndex i,
                               std::string_view text, const GivenTitles& given,
                               std::string_view outlet) {
  const NodeInfo& info = map.info[i];
  HeadlineCandidate c;
  c.level = heading_level(page.node(i).tag);
  c.class_title = has(info.own, Meaning::headline);
  c.itemprop = page.attribute(i, "itemprop") == "headline";
  c.in_article = has(info.places, Place::article) || has(info.all, Meaning::article);
  c.in_noise = !title_place(info);
  c.in_trail = has(info.places, Place::nav) || has(info.own, Meaning::nav) ||
               (c.level == 1 && page.node(page.node(i).parent).tag == Tag::li);
  c.in_header_logo = has(info.own | info.near, Meaning::header) &&
                     !has(info.all, Meaning::article) && names_outlet(text, without_blanks(outlet));
  c.is_link = has(info.places, Place::link);
  c.links_home = links_home(page, i);
  c.hidden = has(info.own, Meaning::hidden);
  const WordSet seen = word_set(text);
  c.words = seen.size();
  c.like_title =
      std::max(likeness(seen, given.title_words), likeness(seen, given.whole_title_words));
  if (is_one_of(text, given.title_parts)) c.like_title = 1;
  const double like_article = likeness(seen, given.article_words);
  const double like_shared = likeness(seen, given.shared_words);
  c.like_data = std::max(like_article, like_shared);
  c.same = c.level > 0 && std::max(c.like_title, c.like_data) > 0.95 && given.says(text);
  // What all of the page's data calls its headline may stand in the trail.
  if (c.in_trail && c.level == 1 && std::min({c.like_title, like_article, like_shared}) > 0.95)
    c.in_trail = c.in_noise = false;
  // "top-bar__title" is no menu where it says what the data calls the headline.
  if (c.level == 1 && c.class_title && c.like_data > 0.95 && !has(info.places, Place::nav) &&
      page.node(page.node(i).parent).tag != Tag::li)
    c.in_trail = c.in_noise = false;
  return c;
}

/// What the headings of a page tell about its headline.
struct Headings {
  NodeIndex best = no_node;  ///< most likely the headline
  std::string in_title;      ///< the longest that the title element begins with; a link, in a list
};

Headings look_at_headings(const Document& page, const PageMap& map, const GivenTitles& given,
                          std::string_view outlet) {
  constexpr int most = 60, most_headings = 400;
  int h1s = 0;
  for (const Node& n : page.nodes()) h1s += n.tag == Tag::h1;
  Headings found;
  double best_score = 2.4;
  int seen = 0;
  for (NodeIndex i = 0; i < page.nodes().size() && seen < most_headings; ++i) {
    if (!may_be_headline(page, map, i)) continue;
    // Long menus come first: headings of the first level are looked at all the same.
    if (++seen > most && page.node(i).tag != Tag::h1) continue;
    const std::string text = read_heading(page, map, i).whole;
    if (text.size() < 3 || text.size() > 400) continue;
    HeadlineCandidate c = candidate_at(page, map, i, text, given, outlet);
    c.only_h1 = c.level == 1 && h1s == 1;
    if (const double s = score(c); s > best_score) best_score = s, found.best = i;
    if (text.size() > found.in_title.size() && extends(given.whole_title, text))
      found.in_title = text;
  }
  return found;
}

/// Some headings bear the site's name; the page's data then shows what the headline is without it.
void drop_site_name(const GivenTitles& given, std::string_view outlet, std::string* headline) {
  std::string bare = without_site_name(*headline, outlet);
  if (bare.size() == headline->size()) return;
  const std::string letters = letters_only(bare);
  for (const std::string* text : {&given.shared, &given.article, &given.title})
    if (letters_only(*text) == letters) {
      *headline = std::move(bare);
      return;
    }
}

/// A kicker that stands before the heading, where all of the page's data joins the two ("Topic:
/// What happened"): then they are the headline together. A section, mostly one word, is no part of
/// it.
void join_kicker(const Document& page, const StructuredData& data, const GivenTitles& given,
                 Headline* headline) {
  if (given.article.empty() || given.article != given.shared) return;
  const auto colon = given.article.find(": ");
  if (colon == std::string::npos || given.article.find(' ') > colon) return;
  const std::string kicker = letters_only(std::string_view(given.article).substr(0, colon));
  if (letters_only(std::string_view(given.article).substr(colon)) != letters_only(headline->text) ||
      kicker == letters_only(data.article.section))
    return;
  constexpr std::size_t reach = 200;
  const std::size_t end = page.node(headline->node).text_begin;
  const std::size_t begin = end - std::min(end, reach);
  if (letters_only(page.text().substr(begin, end - begin)).ends_with(kicker))
    headline->text = given.article;
}

}  // namespace

Headline find_headline(const Document& page, const PageMap& map, const StructuredData& data,
                       std::string_view outlet, std::string_view fallback) {
  const GivenTitles given = read_given(page, data, outlet);
  Headline best;
  const Headings headings = look_at_headings(page, map, given, outlet);
  best.node = headings.best;
  if (best.node != no_node) {
    HeadlineParts parts =
        headline_in(read_heading(page, map, best.node), {given.article, given.shared, given.title});
    best.text = std::move(parts.headline);
    best.kicker = std::move(parts.kicker);
    best.subheadline = std::move(parts.subheadline);
    drop_site_name(given, outlet, &best.text);
    join_kicker(page, data, given, &best);
  }
  if (best.text.empty()) best.text = headline_of_data(given);
  if (best.node == no_node && best.text == given.title && !headings.in_title.empty())
    best.text = headings.in_title;
  // A page that calls itself by its outlet's name alone has no headline of its own.
  const bool outlet_alone = !outlet.empty() && fold(best.text) == fold(outlet);
  if ((best.text.empty() || outlet_alone) && !fallback.empty())
    best = {fold_space(fallback), no_node, {}, {}};
  return best;
}

}  // namespace kaynak::extract_detail
