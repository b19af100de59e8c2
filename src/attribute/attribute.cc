#include "attribute/attribute.h"

#include <algorithm>

#include "attribute/block_edit.h"
#include "attribute/chain.h"
#include "attribute/corrections.h"
#include "attribute/credit_sheet.h"
#include "attribute/credits.h"
#include "attribute/figures.h"
#include "attribute/names.h"
#include "attribute/nested.h"
#include "attribute/relays.h"
#include "attribute/speakers.h"
#include "attribute/statements.h"
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

/// Media that the text has information from, each where it is first named.
void set_cited_sources(const std::vector<std::vector<Relay>>& relays, Article* article) {
  article->cited_sources.clear();
  article->cited_evidence.clear();
  for (std::size_t b = 0; b < relays.size(); ++b)
    for (const Relay& relay : relays[b]) {
      if (relay.network || names_outlet(*article, relay.name)) continue;
      add_name(&article->cited_sources, relay.name);
      if (article->cited_evidence.size() < article->cited_sources.size())
        article->cited_evidence.push_back({static_cast<std::int32_t>(b), relay.range});
    }
}

/// An agency in the dateline carries the text; it is not what a sentence has its news from.
void forget_carriers(std::int32_t block, const Credits& credits, std::vector<Relay>* relays) {
  for (const std::vector<Hop>* list : {&credits.agencies, &credits.outlets})
    for (const Hop& hop : *list)
      std::erase_if(*relays, [&](const Relay& relay) {
        return hop.evidence == Evidence{block, relay.range};
      });
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

/// What lines that credits are read from can be moved out of and into.
struct CreditPlaces {
  explicit CreditPlaces(const Article& a)
      : blocks(a.blocks.size()), byline(a.byline), text_credit(a.text_credit) {}
  std::size_t blocks;
  std::string byline, text_credit;

  /// A first text_credit is made of what is read, and moves nothing.
  bool moved(const CreditPlaces& after) const {
    return blocks != after.blocks || byline != after.byline ||
           (!text_credit.empty() && text_credit != after.text_credit);
  }
};

/// Lines that were moved may be read differently where they stand now: read until nothing moves,
/// so that an article read again says the same. Of 1215 real ones none changes by it.
Credits settled_credits(Article* article, const AttributionData::Impl& data,
                        const Language& language) {
  constexpr int most = 5;
  CreditPlaces before(*article);
  for (int reading = 1;; ++reading) {
    Credits credits = read_credits(article, data, language);
    CreditPlaces after(*article);
    if (!before.moved(after) || reading == most) return credits;
    before = std::move(after);
  }
}

}  // namespace

Article attribute(Article article, const AttributionData& data) {
  const AttributionData::Impl& impl = data.impl();
  const Language& language = impl.language(article.language.primary());
  const std::string tag = article.language.value;
  for (Block& block : article.blocks) attribute_figure(&block, impl, language, tag);
  const Credits credits = settled_credits(&article, impl, language);
  const std::vector<Scan> scans = scan_blocks(article, impl, language);
  std::vector<std::vector<Relay>> relays(scans.size());
  People people;
  for (std::size_t i = 0; i < scans.size(); ++i) {
    if (scans[i].tokens.empty()) continue;
    relays[i] = find_relays(scans[i], impl, language, article.outlet);
    forget_carriers(static_cast<std::int32_t>(i), credits, &relays[i]);
    people.collect(scans[i], language);
  }
  people.finish();
  for (Block& block : article.blocks)
    if (block.figure)
      std::erase_if(block.figure->photographers,
                    [&](const std::string& name) { return people.is_company(name); });
  article.quotes = find_quotes(article.blocks, scans, relays, language, &people, tag);
  add_nested(scans, relays, language, people, tag, &article.quotes);
  article.statements = find_statements(article, scans, relays, language, people, impl);
  set_cited_sources(relays, &article);
  if (article.correction.empty()) article.correction = find_correction(article.blocks, scans);
  article.dates = find_date_mentions(article);
  article.hops = make_hops({article, credits, relays, scans, impl, language});
  return article;
}

}  // namespace kaynak
