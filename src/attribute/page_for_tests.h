/// @file Pages made of paragraphs and figures, for the tests of this room.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "attribute/attribute.h"

namespace kaynak {

inline const AttributionData& data() {
  static const AttributionData loaded = [] {
    auto result = AttributionData::load(KAYNAK_ROOT);
    if (!result) throw std::runtime_error(result.error().message());
    AttributionData d = std::move(result).value();
    d.add_agency("Kuzey Haber Ajansı", {"KHA"}, "https://kha.example/");
    return d;
  }();
  return loaded;
}

inline Block paragraph(std::string text) {
  Block block;
  const auto size = static_cast<std::uint32_t>(text.size());
  block.text = std::move(text);
  block.sentences.push_back({{0, size}, {100, 100 + size}});
  block.source = {100, 100 + size};
  return block;
}

inline Block figure(std::string caption, std::string credit = {}, std::string alt = {}) {
  Block block = paragraph(caption);
  if (caption.empty()) block.sentences.clear();
  block.kind = BlockKind::figure;
  block.figure = Figure{"https://pictures.example/1.jpg",
                        std::move(caption),
                        std::move(credit),
                        std::move(alt),
                        {},
                        {}};
  return block;
}

inline Article page(std::string language, std::vector<std::string> paragraphs,
                    std::string byline = {}) {
  Article article;
  article.language = LanguageTag(language);
  article.outlet = "Deniz Postası";
  article.url = "https://deniz-postasi.example/haber/1";
  article.byline = std::move(byline);
  for (std::string& text : paragraphs) article.blocks.push_back(paragraph(std::move(text)));
  return article;
}

inline Article read(Article article) { return attribute(std::move(article), data()); }

/// The chain as "role:name", origin first.
inline std::vector<std::string> chain(const Article& article) {
  std::vector<std::string> hops;
  for (const Hop& hop : article.hops) hops.push_back(hop.role + ":" + hop.name);
  return hops;
}

}  // namespace kaynak
