#include "publish/rights.h"

#include <algorithm>

#include "text/unicode.h"

namespace kaynak {
namespace publish_detail {

std::string cut_words(std::string_view text, int count) {
  if (count < 1) return {};
  const auto all = words(text);
  if (all.size() <= static_cast<std::size_t>(count)) return std::string(text);
  const auto last = all[static_cast<std::size_t>(count) - 1];
  const auto end = static_cast<std::size_t>(last.data() + last.size() - text.data());
  return std::string(text.substr(0, end)) + "…";
}

const Edition* shown_edition(const ArticlePage& page) {
  if (!page.edition || page.source.rights != Rights::full) return nullptr;
  return page.edition->status == EditionStatus::ready ? &*page.edition : nullptr;
}

namespace {

/// Index of the lead, else of the first paragraph; -1 for a body without text.
int first_text(const Article& article) {
  int first = -1;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    const auto& block = article.blocks[i];
    if (block.text.empty()) continue;
    if (block.lead) return static_cast<int>(i);
    if (first < 0 && block.kind == BlockKind::paragraph) first = static_cast<int>(i);
  }
  return first;
}

}  // namespace

std::string excerpt(const ArticlePage& page) {
  const int first = first_text(page.article);
  return first < 0 ? std::string()
                   : cut_words(page.article.blocks[static_cast<std::size_t>(first)].text,
                               page.source.excerpt_words);
}

std::string permitted_summary(const ArticlePage& page) {
  if (page.source.rights == Rights::excerpt) return excerpt(page);
  const int first = first_text(page.article);
  if (page.source.rights != Rights::full || first < 0) return {};
  const auto index = static_cast<std::size_t>(first);
  const auto* edition = shown_edition(page);
  Article one;  // summary_text() knows where to cut; it gets the block in the language shown
  Block block = page.article.blocks[index];
  if (edition && index < edition->blocks.size()) {
    block.text = edition->blocks[index].text;
    block.sentences.clear();
    for (const auto& range : edition->blocks[index].sentences)
      block.sentences.push_back({range, {}});
  }
  one.blocks.push_back(std::move(block));
  return summary_text(one);
}

bool is_foreign(const ArticlePage& page) {
  return !shown_edition(page) && !page.article.language.empty() &&
         !same_language(page.article.language, page.language);
}

const std::string& article_url(const Article& article) {
  return article.canonical_url.empty() ? article.url : article.canonical_url;
}

}  // namespace publish_detail

ListingItem listing_item(const ArticlePage& page) {
  using namespace publish_detail;
  const auto* edition = shown_edition(page);
  ListingItem item;
  if (page.source.rights == Rights::none) return item;
  item.path = page.path;
  item.headline = edition ? edition->headline : page.article.headline;
  item.summary = permitted_summary(page);
  item.text_language = edition ? edition->language : page.article.language;
  item.outlet = page.source.name.empty() ? page.article.outlet : page.source.name;
  item.outlet_path = outlet_path(page.language, page.source.id);
  item.source_url = page.source.home.empty() ? article_url(page.article) : page.source.home;
  item.published = page.article.published;
  item.text_agencies = page.article.text_agencies;
  item.authors = page.article.authors;
  if (edition && edition->kind == EditionKind::machine) item.engine = edition->engine;
  if (edition && edition->kind == EditionKind::human) item.translator = edition->translator;
  if (page.source.rights == Rights::full) {
    for (const auto& block : page.article.blocks) {
      if (!block.figure || block.figure->url.empty()) continue;
      item.image_url = block.figure->url;
      item.image_alt = block.figure->alt;
      break;
    }
  }
  item.holders = std::max<std::size_t>(1, page.holders.size());
  for (const auto& holder : page.holders) {
    if (holder.first) item.first_outlet = holder.outlet;
  }
  item.comments = page.comments.size();
  return item;
}

std::string outlet_path(const LanguageTag& language, const SourceId& source) {
  return source.empty() ? std::string()
                        : language.value + "/outlet/" + safe_name(source.value) + ".html";
}

}  // namespace kaynak
