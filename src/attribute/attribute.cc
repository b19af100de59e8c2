#include "attribute/attribute.h"

#include <algorithm>

#include "attribute/block_edit.h"
#include "attribute/credit_line.h"
#include "attribute/credits.h"
#include "attribute/figures.h"
#include "attribute/names.h"
#include "attribute/relays.h"
#include "attribute/speakers.h"
#include "text/dates.h"

namespace kaynak {
namespace {

using namespace attribute_detail;

constexpr std::size_t max_block_bytes = 64u << 10;   // longer blocks are no prose: not read
constexpr std::size_t max_article_bytes = 2u << 20;  // of text that is read

std::vector<ByteRange> sentence_ranges(const Block& block) {
  std::vector<ByteRange> ranges;
  for (const Sentence& s : block.sentences) ranges.push_back(s.range);
  if (ranges.empty()) ranges.push_back({0, static_cast<std::uint32_t>(block.text.size())});
  return ranges;
}

std::vector<Scan> scan_blocks(const Article& article, const AttributionData::Impl& data,
                              const Language& language) {
  std::vector<Scan> scans(article.blocks.size());
  std::size_t read = 0;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    if (!has_prose(block) || block.text.size() > max_block_bytes) continue;
    if ((read += block.text.size()) > max_article_bytes) break;
    scans[i] = data.scan(block.text, language);
    scans[i].sentences = sentence_ranges(block);
  }
  return scans;
}

std::vector<std::string> cited_sources(const Article& article,
                                       const std::vector<std::vector<Relay>>& relays) {
  std::vector<std::string> cited;
  for (const auto& list : relays)
    for (const Relay& relay : list)
      if (!relay.network && !same_name(relay.name, article.outlet)) add_name(&cited, relay.name);
  return cited;
}

std::vector<DateMention> find_date_mentions(const Article& article) {
  std::vector<DateMention> dates;
  if (!article.published) return dates;
  DateMemory memory;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const Block& block = article.blocks[i];
    if (!has_prose(block) || block.text.size() > max_block_bytes) continue;
    for (const DateInText& d :
         find_dates(block.text, article.language.value, *article.published, &memory))
      dates.push_back({block.text.substr(d.begin, d.end - d.begin),
                       d.resolved,
                       {static_cast<std::int32_t>(i), {d.begin, d.end}}});
  }
  return dates;
}

/// Relay chains of the text, the deepest of each first; a medium counts where it is named first.
/// Who is only named in the text is a source; an agency credited for the text becomes one in
/// make_hops().
void add_chains(const std::vector<std::vector<Relay>>& relays, const std::vector<Scan>& scans,
                const AttributionData::Impl& data, std::vector<Hop>* hops) {
  for (std::size_t b = 0; b < relays.size(); ++b)
    for (std::uint32_t s = 0; s < scans[b].sentences.size(); ++s)
      for (const Relay& relay : chain_of(relays[b], s)) {
        if (std::any_of(hops->begin(), hops->end(),
                        [&](const Hop& h) { return h.name == relay.name; }))
          continue;
        const Medium& medium = data.media[scans[b].mentions[relay.mention].medium];
        hops->push_back(
            {"source", relay.name, medium.url, {static_cast<std::int32_t>(b), relay.range}});
      }
}

std::string own_name(const Article& article) {
  if (!article.outlet.empty()) return article.outlet;
  return host_of(article.canonical_url.empty() ? article.url : article.canonical_url);
}

std::vector<Hop> make_hops(const Article& article, const Credits& credits,
                           const std::vector<std::vector<Relay>>& relays,
                           const std::vector<Scan>& scans, const AttributionData::Impl& data) {
  std::vector<Hop> hops;
  add_chains(relays, scans, data, &hops);
  const auto add = [&](const std::vector<Hop>& list) {
    for (const Hop& hop : list) {
      std::erase_if(hops, [&](const Hop& h) {
        return h.name == hop.name && (h.role == hop.role || h.role == "source");
      });
      hops.push_back(hop);
    }
  };
  // A text from another outlet was written for it; one from an agency was worked on by the page's
  // own authors.
  add(credits.outlets);
  add(credits.agencies);
  add(credits.authors);
  add(credits.translators);
  const bool republished = std::any_of(credits.outlets.begin(), credits.outlets.end(),
                                       [](const Hop& h) { return h.role == "publisher"; });
  if (const std::string own = own_name(article); !own.empty())
    hops.push_back({republished ? "republisher" : "publisher",
                    own,
                    article.canonical_url.empty() ? article.url : article.canonical_url,
                    {Evidence::metadata, {}}});
  return hops;
}

}  // namespace

Article attribute(Article article, const AttributionData& data) {
  const AttributionData::Impl& impl = data.impl();
  const Language& language = impl.language(article.language.primary());
  const std::string tag = article.language.value;
  for (Block& block : article.blocks) attribute_figure(&block, impl, language, tag);
  const Credits credits = read_credits(&article, impl, language);
  const std::vector<Scan> scans = scan_blocks(article, impl, language);
  std::vector<std::vector<Relay>> relays(scans.size());
  People people;
  for (std::size_t i = 0; i < scans.size(); ++i) {
    if (scans[i].tokens.empty()) continue;
    relays[i] = find_relays(scans[i], impl);
    people.collect(scans[i], language);
  }
  people.finish();
  for (Block& block : article.blocks)
    if (block.figure)
      std::erase_if(block.figure->photographers,
                    [&](const std::string& name) { return people.is_company(name); });
  article.quotes = find_quotes(article.blocks, scans, relays, language, &people, tag);
  article.cited_sources = cited_sources(article, relays);
  article.dates = find_date_mentions(article);
  article.hops = make_hops(article, credits, relays, scans, impl);
  return article;
}

}  // namespace kaynak
