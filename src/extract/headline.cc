#include "extract/headline.h"

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "extract/inline_text.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

std::string heading_text(const Document& page, const PageMap& map, NodeIndex i) {
  FoldedText text;
  for (NodeIndex k = i; k < page.node(i).subtree_end; ++k) {
    const Node& n = page.node(k);
    if (n.tag == Tag::text && !map.info[n.parent].skipped &&
        !has(map.info[n.parent].own, Meaning::hidden))
      text.append(page.text(), n.text_begin, n.text_end);
    else if (is_block(n.tag) || n.tag == Tag::br)
      text.part();
  }
  return text.text();
}

std::set<std::string> bag(std::string_view s) {
  std::set<std::string> words_set;
  const std::string folded = fold(s);
  for (const auto w : words(folded)) words_set.emplace(w);
  return words_set;
}

/// Share of words two texts have in common (Dice).
double likeness(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t common = 0;
  for (const auto& w : a) common += b.count(w);
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
  bool in_header_logo = false;
  bool is_link = false;
  double like_title = 0;  ///< likeness to the title element
  double like_data = 0;   ///< to og:title or JSON-LD headline, whichever is higher
  std::size_t words = 0;
};

double score(const HeadlineCandidate& c) {
  double s = c.level == 1 ? 2.0 : c.level == 2 ? 0.6 : 0.2;
  s += 0.5 * c.only_h1 + 0.7 * c.class_title + 1.5 * c.itemprop + 0.4 * c.in_article;
  s -= 2.0 * c.in_noise + 1.5 * c.in_header_logo + 0.6 * c.is_link;
  s += 2.2 * c.like_title + 2.5 * c.like_data;
  if (c.words < 2) s -= 1.5;
  return s;
}

std::string data_headline(const StructuredData& data) {
  const std::string og = plain_text(data.meta({"og:title"}));
  if (!data.article.headline.empty() && data.article.headline.size() >= 8)
    return data.article.headline;
  if (!og.empty()) return og;
  return plain_text(data.meta({"twitter:title", "parsely-title", "sailthru.title", "dc.title",
                               "dcterms.title", "title", "headline"}));
}

constexpr std::string_view separators[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " « ",
                                           " · ", " • ", " / ", " ‹ ", " › ",  ": ",  "｜",
                                           " ― ", " ~ ", "|",   "_",   " : "};

bool names_outlet(std::string_view part, std::string_view outlet) {
  if (outlet.empty() || part.empty()) return false;
  const std::string a = fold(replace_all(std::string(part), " ", "")),
                    b = fold(replace_all(std::string(outlet), " ", ""));
  return a == b || (a.size() >= 4 && b.find(a) != std::string::npos) ||
         (b.size() >= 4 && a.find(b) != std::string::npos && part.size() < 60);
}

}  // namespace

std::string document_title(const Document& page) {
  for (NodeIndex i = 0; i < page.nodes().size(); ++i)
    if (page.node(i).tag == Tag::title) return fold_space(page.text(i));
  return {};
}

std::string outlet_name(const StructuredData& data) {
  const auto named =
      data.meta({"og:site_name", "al:ios:app_name", "application-name", "twitter:app:name:iphone",
                 "dc.publisher", "publisher", "cre", "source"});
  if (!named.empty() && named.find("://") == std::string_view::npos) return plain_text(named);
  if (!data.article.publisher.empty()) return data.article.publisher;
  return data.site_name;
}

std::string without_site_name(std::string_view title, std::string_view outlet) {
  std::string_view t = trim(title);
  for (int round = 0; round < 3; ++round) {
    bool cut = false;
    for (const auto separator : separators) {
      const auto at = t.rfind(separator);
      if (at != std::string_view::npos && at > 0 &&
          names_outlet(trim(t.substr(at + separator.size())), outlet)) {
        t = trim(t.substr(0, at));
        cut = true;
        break;
      }
      const auto first = t.find(separator);
      if (first != std::string_view::npos && first > 0 &&
          names_outlet(trim(t.substr(0, first)), outlet) && t.size() - first > 20) {
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

std::string letters_only(std::string_view s) {
  std::string out;
  const std::string folded = fold(s);
  for (const auto w : words(folded)) out += w;
  return out;
}

/// The page's own data may say the same headline with better marks ("Topic: What happened", set in
/// two lines on the page), or without the section or topic set above it.
void settle_on_given(const std::string& given, const std::string& title, Headline* headline) {
  const std::string seen = letters_only(headline->text);
  if (seen.empty()) return;
  for (const std::string* other : {&given, &title}) {
    const std::string letters = letters_only(*other);
    if (letters.size() < 10) continue;
    if (letters == seen) {
      // Only where the page sets it without a mark between the parts.
      if (std::count(other->begin(), other->end(), ':') >
          std::count(headline->text.begin(), headline->text.end(), ':'))
        headline->text = *other;
      return;
    }
  }
  for (const std::string* other : {&given, &title}) {
    const std::string letters = letters_only(*other);
    if (letters.size() >= 16 && seen.size() > letters.size() && seen.ends_with(letters) &&
        seen.size() - letters.size() < 60) {
      headline->text = *other;
      return;
    }
  }
}

bool title_place(const NodeInfo& info) {
  constexpr Meanings noise = bit(Meaning::comment) | bit(Meaning::related) | bit(Meaning::sidebar) |
                             bit(Meaning::nav) | bit(Meaning::footer) | bit(Meaning::newsletter) |
                             bit(Meaning::consent) | bit(Meaning::popup) | bit(Meaning::paywall) |
                             bit(Meaning::login);
  constexpr Places places = bit(Place::nav) | bit(Place::footer) | bit(Place::aside) |
                            bit(Place::comment_item) | bit(Place::dialog) | bit(Place::form);
  return (info.all & noise) == 0 && (info.places & places) == 0;
}

}  // namespace

Headline find_headline(const Document& page, const PageMap& map, const StructuredData& data,
                       std::string_view outlet, std::string_view fallback) {
  const std::string title = without_site_name(document_title(page), outlet);
  const std::string given = without_site_name(data_headline(data), outlet);
  const auto title_bag = bag(title), given_bag = bag(given),
             og_bag = bag(without_site_name(plain_text(data.meta({"og:title"})), outlet));
  int h1s = 0;
  for (const Node& n : page.nodes()) h1s += n.tag == Tag::h1;
  Headline best;
  double best_score = 2.4;
  int seen = 0;
  for (NodeIndex i = 0; i < page.nodes().size() && seen < 60; ++i) {
    const Tag tag = page.node(i).tag;
    const NodeInfo& info = map.info[i];
    const int level = heading_level(tag);
    const auto itemprop = tag == Tag::text || tag == Tag::comment ? std::string_view{}
                                                                  : page.attribute(i, "itemprop");
    const bool marked =
        itemprop == "headline" || (level == 0 && has(info.own, Meaning::headline) &&
                                   (tag == Tag::div || tag == Tag::p || tag == Tag::span));
    if ((level == 0 || level > 3) && !marked) continue;
    if (info.skipped || page.text(i).size() > 600) continue;
    ++seen;
    std::string text = heading_text(page, map, i);
    if (text.size() < 3 || text.size() > 400) continue;
    HeadlineCandidate c;
    c.level = level;
    c.only_h1 = level == 1 && h1s == 1;
    c.class_title = has(info.own, Meaning::headline);
    c.itemprop = itemprop == "headline";
    c.in_article = has(info.places, Place::article) || has(info.all, Meaning::article);
    c.in_noise = !title_place(info);
    c.in_header_logo = has(info.own | info.near, Meaning::header) &&
                       !has(info.all, Meaning::article) && names_outlet(text, outlet);
    c.is_link = page.node(i).parent != no_node && has(info.places, Place::link);
    const auto words_here = bag(text);
    c.words = words_here.size();
    c.like_title = likeness(words_here, title_bag);
    c.like_data = std::max(likeness(words_here, given_bag), likeness(words_here, og_bag));
    if (const double s = score(c); s > best_score) best_score = s, best = {std::move(text), i};
  }
  settle_on_given(given, title, &best);
  if (best.text.empty()) best.text = given;
  if (best.text.empty())
    best.text = outlet.empty() || title == document_title(page) ? cut_last_part(title) : title;
  // A page that calls itself by its outlet's name alone has no headline of its own.
  const bool outlet_alone = !outlet.empty() && fold(best.text) == fold(outlet);
  if ((best.text.empty() || outlet_alone) && !fallback.empty())
    best = {fold_space(fallback), no_node};
  return best;
}

}  // namespace kaynak::extract_detail
