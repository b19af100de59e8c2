#include "extract/byline.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/byline_candidates.h"
#include "extract/byline_names.h"
#include "extract/date_labels.h"
#include "extract/heading_parts.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

/// The byline found on the page, and how well it is founded.
struct SeenByline {
  Byline byline;
  int score = 0;
  std::vector<std::string> others;  ///< named on the page in another role: "Editor: …"
};

/// Other authors are named in elements of the same kind close by.
void add_neighbours(const Document& page, const std::vector<BylineCandidate>& all,
                    const BylineCandidate& best, std::vector<std::string>* names) {
  NodeIndex scope = best.node;
  for (int up = 0; up < 4 && page.node(scope).parent != no_node; ++up) {
    const NodeIndex parent = page.node(scope).parent;
    if (page.node(parent).text_end - page.node(parent).text_begin > 400) break;
    scope = parent;
  }
  for (const BylineCandidate& c : all)
    if (c.node > scope && c.node < page.node(scope).subtree_end && c.names.size() == 1 &&
        (!c.other_role || best.other_role) &&
        (c.author_link || c.rel_author || c.names.front().find(' ') != std::string::npos) &&
        c.rel_author == best.rel_author && c.author_link == best.author_link &&
        c.class_byline == best.class_byline && c.itemprop == best.itemprop)
      add_name(names, c.names.front());
}

/// Whether the page's data name somebody as author and call them no organisation.
bool is_author_in_data(std::string_view name, const StructuredData& data) {
  const auto& authors = data.article.authors;
  return std::any_of(authors.begin(), authors.end(), [&](const NamedAgent& agent) {
    return !agent.organisation && fold(agent.name) == fold(name);
  });
}

/// A person's own site bears the person's name, alone or before what it is ("Ana Weiß Blog", "Ana
/// Weiß's notes"). What calls itself news bears it alone, and its data name the person: newsletters
/// do, and news sites that name themselves as authors are seldom called as persons are.
bool is_own_site(std::string_view name, std::string_view outlet, const StructuredData& data) {
  if (name.empty() || outlet.size() < name.size()) return false;
  if (data.article.type.ends_with("NewsArticle") &&
      (outlet.size() > name.size() || !is_author_in_data(name, data)))
    return false;
  const auto same = outlet.substr(0, name.size());
  const bool full = looks_like_full_name(same) || looks_like_full_name(name);
  if (!full || fold(name) != fold(same)) return false;
  const auto rest = outlet.substr(name.size());
  return rest.empty() || rest[0] == ' ' || rest[0] == '\'' || rest.starts_with("’");
}

/// Whether a text holds a word beside dates, clock times and what is said before them.
bool says_more_than_when(std::string_view text) {
  constexpr std::size_t shortest = 2;
  for (const auto word : split(without_lead(text), ' ')) {
    const auto letters = letters_only(word);
    const bool digits =
        std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (letters.size() >= shortest && !digits && !may_stand_beside_date(word)) return true;
  }
  return false;
}

/// Whether a byline without persons may name an agency or desk.
bool names_somebody(const BylineCandidate& c, std::string_view outlet) {
  constexpr std::size_t longest = 60, longest_after_lead = 30;
  if (c.shown.size() > longest || c.shown.ends_with('?') || c.shown.ends_with('!')) return false;
  if (!says_more_than_when(c.shown) || is_lead(c.shown) || reads_like_button(fold_case(c.shown)))
    return false;
  const bool said = c.class_byline || c.rel_author || c.itemprop ||
                    (c.author_link && c.near_headline) || begins_with_lead(c.shown) ||
                    (c.labelled && c.shown.size() <= longest_after_lead);
  return said && !is_outlet(c.shown, outlet);
}

SeenByline from_page(const Document& page, const PageMap& map, const Content& content,
                     const StructuredData& data, NodeIndex headline, std::string_view outlet) {
  auto candidates = find_byline_candidates(page, map, content, headline, outlet);
  for (BylineCandidate& c : candidates)
    if (c.names.empty() && is_own_site(without_lead(c.shown), outlet, data))
      c.names.emplace_back(without_lead(c.shown));
  const BylineCandidate* best = nullptr;
  int best_score = 40;
  std::string nameless;  // "Von dpa": no person, but whose words they are all the same
  int best_nameless_score = 50;
  for (const BylineCandidate& c : candidates) {
    const int s = score(c);
    if (!c.names.empty() && s > best_score) {
      best_score = s;
      best = &c;
    } else if (c.names.empty() && s > best_nameless_score && names_somebody(c, outlet)) {
      best_nameless_score = s;
      nameless = c.shown;
    }
  }
  // Where the page's byline is clearly an organisation, a name elsewhere is somebody else's.
  constexpr int clearly = 30;
  if (!best || best_nameless_score > best_score + clearly) {
    constexpr std::string_view end_marks = " ,;|/";
    nameless.resize(nameless.find_last_not_of(end_marks) + 1);
    return {{std::move(nameless), {}}, 0, {}};
  }
  SeenByline seen{{std::string(without_address(best->shown)), best->names}, best_score, {}};
  for (const BylineCandidate& c : candidates)
    if (c.other_role)
      for (const std::string& name : c.names) add_name(&seen.others, name);
  if (best->names.size() == 1) add_neighbours(page, candidates, *best, &seen.byline.names);
  return seen;
}

/// In scripts without blanks every short name reads like a person's: what the data calls an
/// organisation or the publisher is none.
bool is_firm(const NamedAgent& agent, const StructuredData& data) {
  if (agent.name.empty() || agent.name.find(' ') != std::string::npos ||
      static_cast<unsigned char>(agent.name[0]) < 0xE0)
    return false;
  return agent.organisation || fold(agent.name) == fold(data.article.publisher);
}

Byline from_data(const StructuredData& data, std::string_view outlet) {
  Byline b;
  for (const NamedAgent& agent : data.article.authors) {
    if (agent.name == data.article.headline || is_firm(agent, data)) continue;
    if (!b.written.empty()) b.written += ", ";
    b.written += without_address(agent.name);
    if (!agent.organisation && is_own_site(agent.name, outlet, data))
      add_name(&b.names, agent.name);
    auto names = parse_names(agent.name, outlet, NameTrust::named);
    if (agent.organisation && names.size() > 1) continue;
    for (std::string& name : names) add_name(&b.names, std::move(name));
  }
  return b;
}

/// The value of the twitter card's field that is labelled as the author.
std::string_view card_author(const StructuredData& data) {
  for (const auto& [label, value] : {std::pair{"twitter:label1", "twitter:data1"},
                                     std::pair{"twitter:label2", "twitter:data2"}}) {
    const std::string text = lower(data.meta({label})) + ' ';
    if (begins_with_lead(text + "x")) return data.meta({value});
  }
  return {};
}

/// "Jon M. Berg" for "Berg, Jon M.", as libraries write a name; other texts as they are.
std::string uninverted(std::string text) {
  constexpr std::size_t longest = 60;
  const auto comma = text.find(", ");
  if (comma == std::string::npos || text.size() > longest || text.find(' ') < comma ||
      text.find_first_of(",;&", comma + 1) != std::string::npos)
    return text;
  return text.substr(comma + 2) + ' ' + text.substr(0, comma);
}

Byline from_metas(const StructuredData& data, std::string_view outlet) {
  Byline b;
  const auto add = [&](std::string_view content, bool inverted) {
    if (content.find("http") != content.npos || content.find("www.") != content.npos) return;
    if (!b.written.empty()) b.written += ", ";
    const std::string text = inverted ? uninverted(plain_text(content)) : plain_text(content);
    b.written += text;
    if (is_own_site(text, outlet, data)) add_name(&b.names, text);
    for (std::string& name : parse_names(text, outlet, NameTrust::named))
      add_name(&b.names, std::move(name));
  };
  for (const std::string_view key :
       {"author", "article:author", "parsely-author", "sailthru.author", "citation_author",
        "citation_authors", "dc.creator", "dcterms.creator", "byl", "cxenseparse:author",
        "article:author_name", "og:author", "og:article:author", "dcsext.author", "bt:author",
        "content_author", "dc.creator.name", "shareaholic:article_author_name"}) {
    const bool library =
        key == "citation_author" || key.starts_with("dc.") || key.starts_with("dcterms.");
    for (const auto content : data.all(key)) add(content, library);
    if (!b.names.empty()) return b;
    b = {};
  }
  add(card_author(data), false);
  return b.names.empty() ? Byline{} : b;
}

bool all_logins(const std::vector<std::string>& names) {
  return std::all_of(names.begin(), names.end(), [](const auto& n) { return looks_like_login(n); });
}

/// Whether `more` has every name of `names`, a first name counting for a full one.
bool has_all(const std::vector<std::string>& more, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const std::string key = fold(name);
    if (std::none_of(more.begin(), more.end(), [&](const std::string& m) {
          return (' ' + fold(m) + ' ').find(' ' + key + ' ') != std::string::npos;
        }))
      return false;
  }
  return true;
}

std::size_t letters_of(const std::vector<std::string>& names) {
  std::size_t letters = 0;
  for (const std::string& name : names) letters += name.size();
  return letters;
}

bool completes(const std::vector<std::string>& more, const std::vector<std::string>& names) {
  return has_all(more, names) && letters_of(more) > letters_of(names);
}

/// Whose names to believe: the data's, the meta elements', then the page's; the page's also where
/// it shows more or the data holds nothing but what somebody logs in with.
std::vector<std::string> choose_names(const Document& page,
                                      const std::vector<std::string>& structured,
                                      const std::vector<std::string>& metas,
                                      const SeenByline& seen) {
  constexpr int well_founded = 70;
  const bool trust_page = seen.score >= well_founded;
  std::vector<std::string> names = structured;
  if (names.empty() || completes(metas, names)) names = metas;
  // A login that the page shows nowhere is nobody's name.
  const bool logins = all_logins(names);
  if (logins)
    std::erase_if(names, [&](const std::string& name) {
      return page.text().find(name) == std::string_view::npos;
    });
  const bool other_role =
      !names.empty() && has_all(seen.others, names) && !has_all(seen.byline.names, {names.front()});
  if (trust_page && (names.empty() || completes(seen.byline.names, names) || other_role ||
                     (logins && !all_logins(seen.byline.names))))
    return seen.byline.names;
  return names.empty() ? seen.byline.names : names;
}

/// An outlet's name beside the date is nobody's, unless the data names a person so too.
void drop_organisations(const std::vector<std::string>& organisations,
                        const std::vector<std::string>& persons, std::vector<std::string>* names) {
  std::erase_if(*names, [&](const std::string& name) {
    const auto same = [key = fold(name)](const std::string& other) { return fold(other) == key; };
    return std::any_of(organisations.begin(), organisations.end(), same) &&
           std::none_of(persons.begin(), persons.end(), same);
  });
}

/// The words that give all of the names: the first that do, else the names themselves.
std::string words_for(const std::vector<std::string>& names,
                      std::initializer_list<const Byline*> sources) {
  for (const Byline* source : sources) {
    const std::string words = fold(source->written);
    // An agency may stand there too, and hide where the last name ends.
    const bool about_them = has_all(source->names, names) || begins_with_lead(source->written);
    if (about_them && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
          return words.find(fold(name)) != std::string::npos;
        }))
      return source->written;
  }
  return join(names, ", ");
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view byline, std::string_view outlet) {
  return parse_names(byline, outlet, NameTrust::words);
}

Byline find_byline(const Document& page, const PageMap& map, const Content& content,
                   const StructuredData& data, NodeIndex headline, std::string_view outlet) {
  const Byline structured = from_data(data, outlet);
  const Byline metas = from_metas(data, outlet);
  SeenByline seen = from_page(page, map, content, data, headline, outlet);
  Byline byline;
  byline.names = choose_names(page, structured.names, metas.names, seen);
  drop_organisations(data.article.organisations, structured.names, &byline.names);
  if (byline.names.empty()) {
    // An organisation that the page's data names as the author.
    if (seen.byline.written.empty() && !is_outlet(structured.written, outlet))
      seen.byline.written = structured.written;
    seen.byline.names.clear();
    return seen.byline;
  }
  byline.written = words_for(byline.names, {&seen.byline, &structured, &metas});
  return byline;
}

}  // namespace kaynak::extract_detail
