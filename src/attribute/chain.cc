#include "attribute/chain.h"

#include <algorithm>

#include "attribute/credit_line.h"
#include "attribute/interview.h"
#include "attribute/names.h"

namespace kaynak::attribute_detail {
namespace {

class Chain {
 public:
  explicit Chain(const ChainParts& parts) : p_(parts) {}

  std::vector<Hop> make() {
    add_relayed();
    if (const auto hop = find_interviewee(p_.article, p_.data, p_.language)) hops_.push_back(*hop);
    const Credits& c = p_.credits;
    // Who wrote a text that was translated wrote it before it was published; an agency passes on
    // what an outlet had published; else an outlet takes what an agency carried, and the page's own
    // authors worked on that.
    if (!c.translators.empty())
      add({&c.authors, &c.agencies, &c.outlets, &c.translators});
    else if (c.passed_on)
      add({&c.outlets, &c.agencies, &c.authors});
    else
      add({&c.agencies, &c.outlets, &c.authors});
    add_own();
    return std::move(hops_);
  }

 private:
  /// Relay chains of the text, the deepest of each first; a medium counts where it is named first.
  /// Who is only named in the text is a source; an agency credited for the text becomes one.
  void add_relayed() {
    for (std::size_t b = 0; b < p_.relays.size(); ++b)
      for (std::uint32_t s = 0; s < p_.scans[b].sentences.size(); ++s)
        for (const Relay& relay : chain_of(p_.relays[b], s)) {
          if (std::any_of(hops_.begin(), hops_.end(),
                          [&](const Hop& h) { return h.name == relay.name; }))
            continue;
          hops_.push_back({"source",
                           relay.name,
                           url_of(relay, b),
                           {static_cast<std::int32_t>(b), relay.range}});
        }
  }

  std::string url_of(const Relay& relay, std::size_t block) const {
    if (relay.mention == Relay::unknown) return {};
    return p_.data.media[p_.scans[block].mentions[relay.mention].medium].url;
  }

  void add(std::initializer_list<const std::vector<Hop>*> lists) {
    for (const std::vector<Hop>* list : lists)
      for (const Hop& hop : *list) {
        std::erase_if(hops_, [&](const Hop& h) {
          return h.name == hop.name && (h.role == hop.role || h.role == "source");
        });
        hops_.push_back(hop);
      }
  }

  /// The page itself, with the words that give its outlet's name.
  void add_own() {
    const Article& a = p_.article;
    const std::string& address = a.canonical_url.empty() ? a.url : a.canonical_url;
    Hop own{"publisher", a.outlet, address, {Evidence::none, {}}};
    if (own.name.empty()) own.name = name_of_host(host_of(address));
    if (own.name.empty()) return;
    const bool republished =
        !p_.credits.passed_on &&
        std::any_of(p_.credits.outlets.begin(), p_.credits.outlets.end(),
                    [](const Hop& h) { return h.confidence >= doubtful_below; });
    if (republished) own.role = "republisher";
    own.proof = a.outlet.empty() ? "address " + address : "outlet " + a.outlet;
    for (const Hop& hop : a.declared)
      if (hop.role == "outlet" && hop.name == own.name) own.proof = hop.proof;
    own.language = a.language;
    if (a.published) own.date = to_rfc3339(*a.published);
    hops_.push_back(std::move(own));
  }

  std::string name_of_host(std::string host) const {
    const Medium* medium = p_.data.medium_at(host);
    return medium ? medium->name : host;
  }

  const ChainParts& p_;
  std::vector<Hop> hops_;
};

}  // namespace

std::vector<Hop> make_hops(const ChainParts& parts) { return Chain(parts).make(); }

}  // namespace kaynak::attribute_detail
