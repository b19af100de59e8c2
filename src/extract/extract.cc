#include "extract/extract.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/blocks.h"
#include "extract/byline.h"
#include "extract/declared.h"
#include "extract/explain_blocks.h"
#include "extract/headline.h"
#include "extract/lines_beside.h"
#include "extract/outlet.h"
#include "extract/page_dates.h"
#include "extract/page_opt_out.h"
#include "extract/rules.h"
#include "extract/slots.h"
#include "extract/state_text.h"
#include "extract/structured_data.h"
#include "extract/verdict.h"
#include "text/language.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak {
namespace {

using namespace extract_detail;

/// Address of the page that relative links are resolved against. One of many thousand letters would
/// make every link of the page as long.
std::string base_of(const Document& page, std::string_view url) {
  constexpr std::size_t longest = 2048;
  if (url.size() > longest) url = {};
  for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
    if (page.node(i).tag == Tag::body) break;
    if (page.node(i).tag != Tag::base) continue;
    const std::string_view given = page.attribute(i, "href");
    if (given.size() > longest) continue;
    if (auto href = resolve_href(given, url); !href.empty()) return href;
  }
  return std::string(url);
}

std::string canonical_of(const Document& page, const StructuredData& data, std::string_view url) {
  for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
    if (page.node(i).tag != Tag::link || !iequals(page.attribute(i, "rel"), "canonical")) continue;
    if (auto href = resolve_href(page.attribute(i, "href"), url); !href.empty()) return href;
  }
  if (auto href = resolve_href(data.meta({"og:url", "twitter:url"}), url); !href.empty())
    return href;
  return resolve_href(data.article.url, url);
}

std::string claimed_language(const Document& page, const StructuredData& data,
                             const LanguageTag& hint) {
  for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
    if (page.node(i).tag != Tag::html) continue;
    if (const auto lang = trim(page.attribute(i, "lang")); !lang.empty()) return std::string(lang);
    if (const auto lang = trim(page.attribute(i, "xml:lang")); !lang.empty())
      return std::string(lang);
    break;
  }
  if (const auto lang =
          data.meta({"content-language", "og:locale", "language", "dc.language", "inlanguage"});
      !lang.empty())
    return std::string(lang);
  if (!data.article.language.empty()) return data.article.language;
  return hint.value;
}

/// The language of the text itself, weighed with what the page claims: a claim of the same language
/// keeps its region.
LanguageTag language_of(std::string_view text, const LanguageTag& claimed) {
  constexpr std::size_t glance = 500, whole = 4000;
  if (!claimed.empty()) {  // most pages tell the truth, and a glance confirms it
    const DetectedLanguage seen = detect_language(clip_utf8(text, glance), claimed.value);
    if (seen.confidence >= 0.9 && same_language(LanguageTag(seen.tag), claimed)) return claimed;
  }
  const DetectedLanguage detected = detect_language(clip_utf8(text, whole), claimed.value);
  const LanguageTag seen(detected.tag);
  if (seen.empty()) return claimed;
  if (claimed.empty() || !same_language(seen, claimed))
    return detected.confidence >= 0.5 || claimed.empty() ? seen : claimed;
  return claimed;
}

void fill_descriptive(const StructuredData& data, Article* a) {
  a->section = data.article.section.empty()
                   ? plain_text(data.meta({"article:section", "section", "sailthru.section",
                                           "parsely-section", "cxenseparse:section"}))
                   : data.article.section;
  a->keywords = data.article.keywords;
  if (a->keywords.empty())
    for (const auto tag : data.all("article:tag")) a->keywords.push_back(plain_text(tag));
  if (a->keywords.empty())
    for (const auto word : split(data.meta({"news_keywords", "keywords"}), ','))
      if (auto w = plain_text(word); !w.empty() && a->keywords.size() < 50)
        a->keywords.push_back(std::move(w));
  a->paywalled = data.article.free.has_value() && !*data.article.free;
  const auto tier = ascii_lower(data.meta({"article:content_tier"}));
  if (tier == "locked" || tier == "metered") a->paywalled = a->paywalled || tier == "locked";
  a->live = data.article.live;
}

/// A note that the outlet set beside the text, so that it is none of its blocks: within the text's
/// blocks or a few before or after them.
std::string correction_beside(const Document& page, const PageMap& map, const Content& content,
                              const std::vector<bool>& kept) {
  constexpr std::size_t reach = 8, shortest = 40, longest = 800;
  constexpr std::size_t is_correction =
      first_phrase + static_cast<std::size_t>(PhraseKind::correction);
  const auto first = std::find(kept.begin(), kept.end(), true) - kept.begin();
  const auto last = kept.rend() - std::find(kept.rbegin(), kept.rend(), true);
  const std::size_t begin =
      static_cast<std::size_t>(std::max<std::ptrdiff_t>(first, reach)) - reach;
  const std::size_t end = std::min(kept.size(), static_cast<std::size_t>(last) + reach);
  for (std::size_t i = begin; i < end; ++i) {
    const TextBlock& b = map.blocks[i];
    if (content.features[i].values[is_correction] > 0 && b.length >= shortest &&
        b.length <= longest && b.link_length * 2 < b.length)
      return fold_space(raw_text_of(page, b));
  }
  return {};
}

std::string find_correction(const StructuredData& data, const std::vector<Block>& blocks) {
  if (!data.article.correction.empty()) return data.article.correction;
  for (const Block& b : blocks)
    if (b.kind != BlockKind::heading && phrase_of(b.text) == PhraseKind::correction) return b.text;
  return {};
}

/// Blocks of an articleBody from structured data, where the page itself holds no text.
std::vector<Block> blocks_of_data(std::string_view body, std::string_view language) {
  std::vector<Block> blocks;
  for (const auto line : split(body, '\n')) {
    if (trim(line).empty() || blocks.size() >= 5000) continue;
    if (auto slot = slot_from_text(line)) {
      blocks.push_back(std::move(*slot));
      continue;
    }
    Block b;
    b.text = nfc(line);
    for (const TextRange& r : split_sentences(b.text, language))
      b.sentences.push_back({{r.begin, r.end}, {}});
    blocks.push_back(std::move(b));
  }
  return blocks;
}

std::size_t text_size(const std::vector<Block>& blocks) {
  std::size_t n = 0;
  for (const Block& b : blocks)
    if (b.kind != BlockKind::figure) n += b.text.size();
  return n;
}

/// Where the page's elements hold no article, or a fourth of what its data holds at most.
void fall_back_on_data(const Document& page, const StructuredData& data, std::string_view base,
                       std::string_view language, std::vector<Block>* blocks) {
  constexpr std::size_t enough = 400;
  const std::size_t seen = text_size(*blocks);
  if (data.article.body.size() > enough && seen * 4 < data.article.body.size()) {
    *blocks = blocks_of_data(data.article.body, language);
  } else if (seen < enough) {
    auto found = blocks_of_html(html_in_scripts(page), base, language);
    if (text_size(found) > seen * 4) *blocks = std::move(found);
  }
}

void fill_headline(const Headline& headline, Article* a) {
  a->headline = headline.text;
  a->kicker = headline.kicker;
  a->subheadline = headline.subheadline;
}

Hop declared_outlet(const OutletName& outlet) {
  Hop hop{"outlet", outlet.name, {}, {Evidence::none, {}}};
  hop.proof = outlet.proof;
  return hop;
}

/// Headline and beginning of the text: enough to tell the language by.
std::string sample_of(const Article& a) {
  std::string sample = a.headline;
  for (const Block& b : a.blocks) {
    if (b.kind == BlockKind::figure || sample.size() > 1500) continue;
    sample += '\n';
    sample += b.text;
  }
  return sample;
}

/// Beginning of the article's text; of a page on which none was found, of its paragraphs.
std::string text_of_page(const Document& page, const PageMap& map, const Article& a) {
  constexpr std::size_t enough = 4000;
  std::string text;
  const auto add = [&](std::string_view part) {
    if (text.size() < enough) text.append(text.empty() ? "" : "\n").append(clip_utf8(part, enough));
  };
  for (const Block& b : a.blocks)
    if (b.kind != BlockKind::figure && !b.text.empty()) add(b.text);
  if (!text.empty()) return text;
  for (const TextBlock& b : map.blocks)
    if (b.link_length * 2 < b.length) add(fold_space(raw_text_of(page, b)));
  return text;
}

}  // namespace

Result<Article> extract(const Document& page, const PageContext& context, const SiteRules& rules,
                        Explanation* explanation, PageFacts* facts) {
  Article a;
  a.record_id = context.record_id;
  a.source = context.source;
  a.captured = context.fetched;
  a.url = context.url;
  const std::string title = document_title(page);
  const StructuredData data = read_structured_data(page, context.url, title);
  a.canonical_url = canonical_of(page, data, context.url);
  if (a.url.empty()) a.url = a.canonical_url;
  const std::string base = base_of(page, a.url);
  const OutletName outlet =
      find_outlet(data, {title, a.canonical_url.empty() ? a.url : a.canonical_url, &page});
  a.outlet = context.outlet.empty() ? outlet.name : context.outlet;
  const PageMap map = map_page(page);

  KAYNAK_ASSIGN(const RuleMatches matches, match_rules(page, rules, layout_day(context)));
  Headline headline = find_headline(page, map, data, a.outlet, context.feed_title);
  apply_headline(page, matches, &headline);
  const std::string description =
      plain_text(data.meta({"og:description", "description", "twitter:description"}));
  Content content = score_content(page, map, {headline.text, description, data.article.body});
  apply_rules(page, map, matches, &content);

  const LanguageTag claimed(claimed_language(page, data, context.language));
  const BlockContext block_context{
      page,          map,         content,
      headline,      description, base,
      claimed.value, data.images, data.meta({"og:image", "twitter:image"}),
      a.outlet};
  const Choice choice = choose_blocks(block_context);
  a.blocks = build_blocks(block_context, choice.kept);
  if (explanation) explain_blocks(block_context, choice, explanation);
  if (explanation) explanation->rules = explain_rules(rules, matches);
  if (matches.body.empty()) fall_back_on_data(page, data, base, claimed.value, &a.blocks);

  const bool ruled = !matches.body.empty() && text_size(a.blocks) > 0;
  Result<void> verdict;
  if (!ruled)
    verdict = judge_page({page, map, content, data, a.blocks, headline.text, title, a.url,
                          !context.feed_title.empty()},
                         explanation);
  if (!verdict && !facts) return fail(verdict.error());
  fill_headline(headline, &a);
  a.id = article_id_for(a.canonical_url.empty() ? a.url : a.canonical_url);
  a.language = language_of(sample_of(a), claimed);
  const PageDates dates = find_dates_of_page(page, map, content, data, headline.node, a.url,
                                             a.language.value, context.fetched);
  a.published = dates.published ? dates.published : context.feed_published;
  a.modified = dates.modified;
  a.first_published = dates.first_published;
  if (!verdict && !a.published)
    a.published = first_day_listed(page, map, a.language.value, context.fetched);
  if (facts)
    *facts = {a.headline,  a.canonical_url, a.outlet, a.language,
              a.published, a.modified,      title,    text_of_page(page, map, a)};
  if (!verdict) return fail(verdict.error());
  const std::string stated = context.outlet.empty() ? stated_outlet(data) : context.outlet;
  const Byline byline = find_byline(page, map, content, data, headline.node, stated);
  // Somebody's own site bears the author's name.
  if (std::find(byline.names.begin(), byline.names.end(), a.outlet) != byline.names.end())
    a.outlet = stated;
  a.byline = byline.written;
  a.authors = byline.names;
  a.declared = find_declared(page, data, {a.url, a.canonical_url, a.outlet});
  if (!outlet.name.empty() && outlet.name == a.outlet)
    a.declared.push_back(declared_outlet(outlet));
  for (Hop& line : lines_beside_text({page, map, base}, choice.kept, headline.node))
    a.declared.push_back(std::move(line));
  apply_fields(page, matches, a.language.value, a.outlet, &a);
  fill_descriptive(data, &a);
  a.machine_use = page_opt_out(page);
  a.correction = find_correction(data, a.blocks);
  if (a.correction.empty()) a.correction = correction_beside(page, map, content, choice.kept);
  return a;
}

}  // namespace kaynak
