#include "extract/outlet.h"

#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "extract/title_parts.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t shortest_label = 4;  // of a host that tells something

bool may_be_name(std::string_view text) {
  return !text.empty() && text.size() <= 2 * longest_name && text.find("://") == text.npos;
}

struct Candidate {
  std::string name;
  std::string letters;
  double weight = 0;
  std::string_view from;  ///< the field that states it
};

/// Explicit features of a name.
struct Features {
  bool in_host = false;       ///< its letters and the host's name hold one another
  bool is_host = false;       ///< it is an address itself
  bool is_section = false;    ///< it is the name of the page's section
  bool other_script = false;  ///< than the title
  bool careless = false;      ///< one word without capitals, or all of them
  bool from_rights = false;   ///< a rights line holds it
  int agreeing = 0;           ///< other places that state the same
};

double score(const Candidate& c, const Features& f) {
  return c.weight + 0.6 * (f.in_host && !f.is_host) + 0.3 * std::min(f.agreeing, 2) +
         0.3 * f.from_rights - 1.2 * f.is_host - 1.5 * f.is_section - 0.6 * f.other_script -
         0.35 * f.careless;
}

/// "havsbild" of "https://www.havsbild.example/ice".
std::string host_label(std::string_view address) {
  const auto url = Url::parse(address);
  if (!url) return {};
  const std::string domain = registrable_domain(url->host());
  const std::string_view host = domain.empty() ? url->host() : std::string_view(domain);
  return letters_only(host.substr(0, host.find('.')));
}

bool reads_like_host(std::string_view name) {
  if (name.find(' ') != name.npos) return false;
  const auto dot = name.rfind('.');
  return dot != name.npos && dot > 0 && name.size() - dot >= 3 && name.size() - dot <= 7;
}

bool has_cjk(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (is_cjk(next_code_point(text, &i))) return true;
  return false;
}

bool is_careless(std::string_view name) {
  if (name.find(' ') != name.npos || has_cjk(name) || name.size() <= 5) return false;
  return (lower(name) == name || upper(name) == name) && lower(name) != upper(name);
}

/// "Havsbild (www.havsbild.example)": the name alone.
std::string without_address(std::string name) {
  const auto open = name.rfind(" (");
  if (open == std::string::npos || !name.ends_with(")")) return name;
  const bool address =
      name.find('.', open) != std::string::npos && name.find(' ', open + 2) == std::string::npos;
  return address ? name.substr(0, open) : name;
}

/// What stands behind the last separator of a title.
std::string_view tail_of(std::string_view title) {
  std::size_t best = title.npos;
  for (const std::string_view mark : {" | ", " - ", " – ", " — ", "｜", "--", "_", " · ", " :: "})
    if (const auto at = title.rfind(mark); at != title.npos)
      if (best == title.npos || at + mark.size() > best) best = at + mark.size();
  return best == title.npos ? std::string_view{} : trim(title.substr(best));
}

class Chooser {
 public:
  Chooser(const StructuredData& data, const OutletHints& hints)
      : data_(data), hints_(hints), label_(host_label(address())) {}

  OutletName choose() {
    collect();
    const Candidate* best = nullptr;
    double best_score = 0;
    for (const Candidate& c : candidates_)
      if (const double s = score(c, features(c)); !best || s > best_score + 1e-9)
        best = &c, best_score = s;
    if (best) best = &best_written(*best);
    if (!best || reads_like_host(best->name))
      if (std::string spelled = spelled_on_page(); !spelled.empty())
        return {spelled, "logo " + spelled};
    if (!best) return {};
    return {best->name, std::string(best->from) + ' ' + best->name};
  }

 private:
  /// The same name as another field writes it: "National Post" for "nationalpost".
  const Candidate& best_written(const Candidate& chosen) const {
    if (!is_careless(chosen.name)) return chosen;
    for (const Candidate& c : candidates_)
      if (c.letters == chosen.letters && c.name.find(' ') != std::string::npos) return c;
    return chosen;
  }

  std::string_view address() const {
    if (!hints_.address.empty()) return hints_.address;
    const std::string_view own = data_.meta({"og:url", "twitter:url"});
    if (!own.empty()) return own;
    return data_.article.url.empty() ? std::string_view(data_.article.publisher_url)
                                     : std::string_view(data_.article.url);
  }

  void add(std::string_view from, std::string_view name, double weight) {
    if (!may_be_name(name)) return;
    Candidate c{without_slogan(without_address(plain_text(name))), {}, weight, from};
    c.letters = letters_only(c.name);
    if (!c.letters.empty()) candidates_.push_back(std::move(c));
  }

  /// "Havsbild - all the news of the coast" of havsbild.example: the part that the host spells.
  /// Before an address stands the name: "Norrvik Post | havsbild.example".
  std::string without_slogan(const std::string& name) const {
    std::string_view rest = name, first;
    while (!rest.empty()) {
      const std::string_view part =
          trim(take_title_part(&rest, {" | ", " - ", " – ", " — ", "｜", " · ", " :: ", " » "}));
      if (part.size() == name.size()) break;
      if (in_host(letters_only(part)))
        return std::string(reads_like_host(part) && !first.empty() ? first : part);
      if (first.empty()) first = part;
    }
    return name;
  }

  void collect() {
    add("og:site_name", data_.meta({"og:site_name"}), 1.0);
    for (const char* key : {"al:ios:app_name", "application-name", "twitter:app:name:iphone"})
      for (const auto content : data_.all(key)) add(key, content, 0.7);
    add("dc.publisher", data_.meta({"dc.publisher"}), 0.8);
    add("publisher", data_.meta({"publisher"}), 0.7);
    add("cre", data_.meta({"cre"}), 0.7);
    add("publisher", data_.article.publisher, 0.95);
    add("WebSite", data_.site_name, 0.7);
    add_tail();
    const auto rights = data_.meta({"copyright", "dc.rights"});
    const bool holds_tail = !candidates_.empty() && candidates_.back().from == "title";
    if (is_bare_name(rights) && !holds_tail) add("copyright", rights, 0.5);
    if (candidates_.empty()) add("source", data_.meta({"source"}), 0.3);
  }

  /// A name and no sentence about rights.
  static bool is_bare_name(std::string_view rights) {
    if (rights.size() > 40 || rights.find("©") != rights.npos) return false;
    return std::none_of(rights.begin(), rights.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  /// The end of a title is as often a section's name or half of a headline: only where something
  /// else says that it is the outlet.
  void add_tail() {
    const std::string_view tail = tail_of(hints_.title);
    if (tail.empty() || tail.size() > longest_name) return;
    Candidate c{plain_text(tail), letters_only(tail), 0.2, "title"};
    const Features f = features(c);
    if (f.in_host || f.agreeing > 0 || f.from_rights) candidates_.push_back(std::move(c));
  }

  bool in_host(std::string_view letters) const {
    if (label_.size() < 2 || letters.empty()) return false;
    if (letters == label_) return true;
    return (letters.size() >= shortest_label && label_.find(letters) != label_.npos) ||
           (label_.size() >= shortest_label && letters.find(label_) != letters.npos);
  }

  Features features(const Candidate& c) const {
    Features f;
    f.in_host = in_host(c.letters);
    f.is_host = reads_like_host(c.name);
    f.is_section = c.letters == letters_only(data_.article.section) ||
                   c.letters == letters_only(data_.meta({"article:section"}));
    f.other_script =
        !hints_.title.empty() && has_cjk(hints_.title) != has_cjk(c.name) && has_cjk(c.name);
    f.careless = is_careless(c.name);
    f.from_rights = c.name.size() >= shortest_label &&
                    data_.meta({"copyright"}).find(c.name) != std::string_view::npos;
    for (const Candidate& other : candidates_)
      f.agreeing += &other != &c && other.letters == c.letters;
    return f;
  }

  /// A logo's text that spells the host's name: "Klippan Nytt" for "klippannytt".
  std::string spelled_on_page() const {
    if (!hints_.page || label_.size() < 2 * shortest_label) return {};
    const Document& page = *hints_.page;
    for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
      const Tag tag = page.node(i).tag;
      if (tag != Tag::img && tag != Tag::a) continue;
      for (const std::string_view text :
           {page.attribute(i, tag == Tag::img ? "alt" : "title"), page.text(i)})
        if (text.size() >= label_.size() && text.size() <= longest_name &&
            trim(text).find(' ') != text.npos && letters_only(text) == label_)
          return fold_space(trim(text));
    }
    return {};
  }

  const StructuredData& data_;
  const OutletHints& hints_;
  std::string label_;
  std::vector<Candidate> candidates_;
};

}  // namespace

OutletName find_outlet(const StructuredData& data, const OutletHints& hints) {
  return Chooser(data, hints).choose();
}

std::string stated_outlet(const StructuredData& data) {
  const auto named =
      data.meta({"og:site_name", "al:ios:app_name", "application-name", "twitter:app:name:iphone",
                 "dc.publisher", "publisher", "cre", "source"});
  if (may_be_name(named)) return plain_text(named);
  for (const std::string* name : {&data.article.publisher, &data.site_name})
    if (may_be_name(*name)) return *name;
  return {};
}

std::string outlet_name(const StructuredData& data, const OutletHints& hints) {
  return find_outlet(data, hints).name;
}

}  // namespace kaynak::extract_detail
