#include "attribute/credit_sheet.h"

#include <algorithm>

#include "attribute/byline_persons.h"
#include "attribute/names.h"
#include "base/strings.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_outlet_bytes = 80;  // longer is no name
constexpr double declared_only = 0.8;         // what only the page's data says
constexpr double organisation_only = 0.7;     // and that says only who holds rights
constexpr double contradicted = 0.5;          // the page shows another credit

Hop make_hop(std::string role, std::string name, std::string url, Ground ground) {
  Hop hop{std::move(role), std::move(name), std::move(url), ground.evidence};
  hop.proof = std::move(ground.proof);
  hop.confidence = ground.confidence;
  return hop;
}

bool is_named(const std::vector<Hop>& hops, std::string_view name) {
  return std::any_of(hops.begin(), hops.end(),
                     [&](const Hop& h) { return same_name(h.name, name); });
}

/// Whether two addresses are of one owner.
bool same_owner(std::string_view host, std::string_view other) {
  const std::string a = registrable_domain(host), b = registrable_domain(other);
  return !host.empty() && (host == other || (!a.empty() && a == b));
}

/// "June 2020": when, not who.
bool ends_in_year(std::string_view name) {
  const std::size_t size = name.size();
  if (size < 5 || name[size - 5] != ' ') return false;
  const std::string_view year = name.substr(size - 4);
  return (year.starts_with("19") || year.starts_with("20")) && year[2] >= '0' && year[2] <= '9' &&
         year[3] >= '0' && year[3] <= '9';
}

/// An outlet's home page, where no article is known.
bool is_home(std::string_view address) {
  const auto url = Url::parse(address);
  return url && is_homepage(*url);
}

}  // namespace

bool names_outlet(const Article& article, std::string_view name) {
  const std::string letters = letters_only(name), outlet = letters_only(article.outlet);
  if (letters.empty()) return true;
  if (!outlet.empty() &&
      (outlet.find(letters) != outlet.npos || letters.find(outlet) != letters.npos))
    return true;
  const std::string host = host_of(article.url.empty() ? article.canonical_url : article.url);
  return !host.empty() && (host == fold(name) || host.find(letters + ".") != host.npos);
}

void CreditSheet::add_author(std::string name, Ground ground) {
  if (name.find('@') != std::string::npos) return;  // a handle beside the name
  for (Hop& hop : credits_.authors)
    if (same_name(hop.name, name)) {
      if (hop.evidence.range.empty() && !ground.evidence.range.empty()) {
        hop.evidence = ground.evidence;
        hop.proof.clear();
        hop.confidence = ground.confidence;
      }
      return;
    }
  credits_.authors.push_back(make_hop("author", std::move(name), {}, std::move(ground)));
}

void CreditSheet::add_translator(std::string name, Ground ground) {
  if (is_named(credits_.translators, name)) return;
  credits_.translators.push_back(make_hop("translator", std::move(name), {}, std::move(ground)));
}

void CreditSheet::add_medium(const CreditPart& part, Ground ground) {
  const Medium& medium = data_.media[part.medium_index];
  if (medium.kind == Medium::photo || medium.kind == Medium::network) return;
  const bool agency = medium.kind == Medium::agency;
  auto& list = agency ? credits_.agencies : credits_.outlets;
  if (std::any_of(list.begin(), list.end(), [&](const Hop& h) { return h.name == medium.name; }))
    return;
  if (!agency && is_own(medium.name)) return;
  // The link of an agency's name leads to its home; of an outlet's name to the article.
  std::string url = agency || ground.url.empty() ? medium.url : ground.url;
  Hop hop = make_hop(agency ? "agency" : "publisher", medium.name, std::move(url), ground);
  // "A, citing B": B is nearer to the origin.
  if (part.cited && !list.empty())
    list.insert(list.end() - 1, std::move(hop));
  else
    list.push_back(std::move(hop));
  credits_.names.push_back(medium.name);
}

void CreditSheet::add_outlet(std::string name, Ground ground) {
  if (is_own(name) || name.size() > max_outlet_bytes || count_code_points(name) < 2 ||
      ends_in_year(name) || is_named(credits_.outlets, name))
    return;
  credits_.names.push_back(name);
  credits_.outlets.push_back(make_hop("publisher", std::move(name), ground.url, ground));
}

void CreditSheet::add_url(const std::string& url, Ground ground) {
  const std::string address = istarts_with(url, "http") ? url : "https://" + url;
  const std::string host = host_of(address);
  if (host.empty() || same_owner(host, host_of(article_.url))) return;
  if (!credits_.outlets.empty() && credits_.outlets.back().url.empty()) {
    credits_.outlets.back().url = address;
    return;
  }
  const Medium* medium = data_.medium_at(host);
  credits_.outlets.push_back(
      make_hop("publisher", medium ? medium->name : host, address, std::move(ground)));
}

void CreditSheet::add_passed_on(std::uint32_t medium, Ground ground) {
  const Medium& outlet = data_.media[medium];
  credits_.passed_on = true;
  credits_.outlets.push_back(make_hop("publisher", outlet.name, outlet.url, std::move(ground)));
}

void CreditSheet::add_declared(const Hop& declared) {
  if (declared.proof.empty()) return;  // no claim without what proves it
  if (declared.role == "publisher") declare_origin(declared);
  if (declared.role == "source") declare_source(declared);
  if (declared.role == "translator" && !declared.name.empty() && !is_own(declared.name))
    add_translator(declared.name, {{}, declared.proof, declared_only});
}

/// A work elsewhere that the text is declared to be based on: its address where the page credits
/// that outlet, else an outlet of its own, and a doubtful one where the page credits another.
void CreditSheet::declare_origin(const Hop& declared) {
  const std::string host = host_of(declared.url);
  std::string name = declared.name;
  if (const Medium* medium = data_.medium_at(host)) name = medium->name;
  if (is_own(name)) return;
  for (Hop& outlet : credits_.outlets)
    if (same_name(outlet.name, name) || same_owner(host_of(outlet.url), host)) {
      if (outlet.url.empty() || is_home(outlet.url)) outlet.url = declared.url;
      if (outlet.language.empty()) outlet.language = declared.language;
      return;
    }
  for (Hop& agency : credits_.agencies)
    if (same_name(agency.name, name)) return;
  const bool other = !credits_.outlets.empty();
  Hop hop = make_hop("publisher", name, declared.url,
                     {{}, declared.proof, other ? contradicted : declared_only});
  hop.language = declared.language;
  credits_.outlets.insert(credits_.outlets.begin(), std::move(hop));
}

/// An organisation that holds or gave the text: an agency, where it is one.
void CreditSheet::declare_source(const Hop& declared) {
  const Medium* medium = data_.medium_named(declared.name);
  if (!medium || medium->kind != Medium::agency || is_own(medium->name)) return;
  if (is_named(credits_.agencies, medium->name)) return;
  const bool other = !credits_.agencies.empty();
  credits_.agencies.push_back(
      make_hop("agency", medium->name, medium->url,
               {{}, declared.proof, other ? contradicted : organisation_only}));
  if (!other) credits_.names.push_back(medium->name);
}

void CreditSheet::add_own_agency() {
  const Medium* medium = article_.outlet.empty() ? nullptr : data_.medium_named(article_.outlet);
  const std::string host = host_of(article_.url.empty() ? article_.canonical_url : article_.url);
  if (!medium) medium = data_.medium_at(host);
  if (!medium || medium->kind != Medium::agency || is_named(credits_.agencies, medium->name))
    return;
  credits_.agencies.push_back(
      make_hop("agency", medium->name, medium->url,
               {{}, article_.outlet.empty() ? "address " + host : "outlet " + article_.outlet}));
  credits_.names.push_back(medium->name);
}

void CreditSheet::merge_authors() {
  const std::vector<Hop> all = std::move(credits_.authors);
  credits_.authors.clear();
  std::vector<std::string> names, kept;
  for (const Hop& hop : all) names.push_back(hop.name);
  for (const Hop& hop : all) {
    Hop one = hop;
    one.name = shortest_of(hop.name, names);
    const auto proof = std::find_if(all.begin(), all.end(), [&](const Hop& other) {
      return other.name == one.name && !other.evidence.range.empty();
    });
    if (proof != all.end()) one = *proof;  // where the name that stays is written
    const std::size_t before = kept.size();
    add_name(&kept, one.name);
    if (kept.size() > before) credits_.authors.push_back(std::move(one));
  }
}

Credits CreditSheet::take() {
  // An outlet counts among the carriers where no agency carried the text.
  if (!credits_.agencies.empty())
    std::erase_if(credits_.names,
                  [&](const std::string& name) { return !is_named(credits_.agencies, name); });
  return std::move(credits_);
}

bool CreditSheet::is_author(std::string_view name) const {
  return is_named(credits_.authors, name);
}

bool CreditSheet::is_own(std::string_view name) const { return names_outlet(article_, name); }

bool CreditSheet::knows(const CreditLine& line) const {
  return std::all_of(line.parts.begin(), line.parts.end(), [&](const CreditPart& part) {
    if (part.kind == CreditPart::translator) return is_named(credits_.translators, part.name);
    if (part.kind == CreditPart::other || part.kind == CreditPart::url)
      return !line.source_label || is_named(credits_.outlets, part.name);
    if (part.kind != CreditPart::medium) return true;
    return is_named(credits_.agencies, part.name) || is_named(credits_.outlets, part.name);
  });
}

}  // namespace kaynak::attribute_detail
