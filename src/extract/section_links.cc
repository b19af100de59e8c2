#include "extract/section_links.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/strings.h"
#include "extract/link_shape.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak {
namespace {

using extract_detail::LinkShape;

constexpr std::size_t kMostLinks = 5000, kMostFound = 1000, kMostTitle = 300;
constexpr std::size_t kHeadlineWords = 4;
constexpr int kLeastHeadlines = 3;  ///< of a group; fewer are chance
constexpr double kMostlyHeadlines = 0.5;

/// All links of the page to one address.
struct Target {
  std::string url;
  std::string title;  ///< the longest text of a link to it
  std::string group;
  LinkShape shape;
  std::size_t words = 0;  ///< of the title
};

struct Group {
  int headlines = 0, links = 0;
  bool telling = false;  ///< its addresses have what articles' have
};

std::string link_text(const Document& page, NodeIndex link) {
  auto text = fold_space(page.text(link));
  return std::string(clip_utf8(text, kMostTitle));
}

bool is_navigation(const Document& page, NodeIndex i) {
  const auto tag = page.node(i).tag;
  if (tag == Tag::nav || tag == Tag::footer) return true;
  const auto role = page.attribute(i, "role");
  return role == "navigation" || role == "contentinfo" || role == "menu" || role == "menubar";
}

/// Where a link stands: the elements around it with their first classes.
std::string place_of(const Document& page, NodeIndex link) {
  std::string out;
  NodeIndex i = page.node(link).parent;
  for (int up = 0; up < 3 && i != no_node; ++up, i = page.node(i).parent) {
    const auto classes = page.attribute(i, "class");
    out += std::string(to_string(page.node(i).tag)) + "." +
           std::string(classes.substr(0, classes.find(' '))) + "<";
  }
  return out;
}

bool has_rel(const Document& page, NodeIndex link) {
  for (const auto word : split(page.attribute(link, "rel"), ' '))
    for (const char* other : {"author", "tag", "next", "prev", "search", "license", "sponsored"})
      if (iequals(word, other)) return true;
  return false;
}

/// Collects a page's links, address by address.
class Links {
 public:
  Links(const Document& page, std::string_view page_url)
      : page_(page), base_(page_url), home_(Url::parse(page_url)) {
    if (const auto bases = page.select("base[href]"); bases && !bases->empty())
      if (auto href = resolve_href(page.attribute(bases->front(), "href"), base_); !href.empty())
        base_ = std::move(href);
  }

  /// `any`: whatever it leads to, because a person chose it.
  void add(NodeIndex link, bool any) {
    if (targets_.size() >= kMostLinks) return;
    const auto url = Url::parse(resolve_href(page_.attribute(link, "href"), base_));
    if (!url || (home_ && identity_key(*url) == identity_key(*home_))) return;
    const auto shape = extract_detail::link_shape(*url);
    if (!any && (!is_of_site(*url) || shape.is_other || has_rel(page_, link))) return;
    const auto [known, fresh] = index_.emplace(identity_key(*url), targets_.size());
    if (fresh) targets_.push_back({clean_url(*url), {}, {}, shape, 0});
    auto& target = targets_[known->second];
    auto title = link_text(page_, link);
    if (!fresh && title.size() <= target.title.size()) return;
    target.group = shape.key + (shape.is_telling() ? "" : " " + place_of(page_, link));
    target.words = words(title).size();
    target.title = std::move(title);
  }

  std::vector<Target>& targets() { return targets_; }

 private:
  bool is_of_site(const Url& url) const {
    if (!home_ || home_->host().empty()) return true;
    if (url.host() == home_->host()) return true;
    const auto mine = registrable_domain(home_->host());
    return !mine.empty() && mine == registrable_domain(url.host());
  }

  const Document& page_;
  std::string base_;
  const Result<Url> home_;
  std::vector<Target> targets_;
  std::map<std::string, std::size_t> index_;
};

/// Calls `use` for each link, but for those in what `skip` says.
template <class Skip, class Use>
void walk(const Document& page, const Skip& skip, const Use& use) {
  const auto end = static_cast<NodeIndex>(page.nodes().size());
  for (NodeIndex i = 0; i < end;) {
    if (skip(i)) {
      i = std::max(page.node(i).subtree_end, i + 1);
      continue;
    }
    if (page.node(i).tag == Tag::a && page.has_attribute(i, "href")) use(i);
    ++i;
  }
}

std::string whole_group(const Target& target) { return target.group; }
/// Its part in one section of the site, for sections of firms or people beside those of news.
std::string part_of_group(const Target& target) {
  return target.group + " /" + target.shape.section;
}

std::map<std::string, Group> groups_of(const std::vector<Target>& targets,
                                       std::string (*name)(const Target&)) {
  std::map<std::string, Group> out;
  for (const auto& target : targets) {
    auto& group = out[name(target)];
    group.telling = target.shape.is_telling();
    group.links += target.words > 0 ? 1 : 0;
    group.headlines += target.words >= kHeadlineWords ? 1 : 0;
  }
  return out;
}

bool is_half_headlines(const Group& group) {
  return group.headlines >= kMostlyHeadlines * group.links;
}
bool is_mostly_headlines(const Group& group) {
  return group.headlines >= kLeastHeadlines && is_half_headlines(group);
}

/// Telling addresses count twice: a menu of long labels is no news.
int weight(const Group& group) {
  return is_mostly_headlines(group) ? group.headlines * (group.telling ? 2 : 1) : 0;
}

std::set<std::string> article_groups(const std::map<std::string, Group>& groups) {
  const auto best = std::max_element(
      groups.begin(), groups.end(),
      [](const auto& a, const auto& b) { return weight(a.second) < weight(b.second); });
  if (best == groups.end() || weight(best->second) == 0) return {};
  std::set<std::string> out{best->first};
  for (const auto& [key, group] : groups)
    if (best->second.telling && group.telling && is_mostly_headlines(group)) out.insert(key);
  return out;
}

std::vector<SectionLink> learned(const Document& page, std::string_view page_url) {
  Links links(page, page_url);
  walk(
      page, [&](NodeIndex i) { return is_navigation(page, i); },
      [&](NodeIndex i) { links.add(i, false); });
  const auto chosen = article_groups(groups_of(links.targets(), whole_group));
  const auto parts = groups_of(links.targets(), part_of_group);
  std::vector<SectionLink> out;
  for (auto& target : links.targets())
    if (chosen.contains(target.group) && is_half_headlines(parts.at(part_of_group(target))) &&
        out.size() < kMostFound)
      out.push_back({std::move(target.url), std::move(target.title)});
  return out;
}

std::vector<SectionLink> selected(const Document& page, std::string_view page_url,
                                  std::string_view selector) {
  const auto matches = page.select(selector);
  if (!matches) return {};
  Links links(page, page_url);
  for (const auto match : *matches)
    for (NodeIndex i = match; i < std::max(page.node(match).subtree_end, match + 1); ++i)
      if (page.node(i).tag == Tag::a && page.has_attribute(i, "href")) links.add(i, true);
  std::vector<SectionLink> out;
  for (auto& target : links.targets())
    if (out.size() < kMostFound) out.push_back({std::move(target.url), std::move(target.title)});
  return out;
}

}  // namespace

std::vector<SectionLink> section_links(const Document& page, std::string_view page_url,
                                       std::string_view selector) {
  return selector.empty() ? learned(page, page_url) : selected(page, page_url, selector);
}

}  // namespace kaynak
