#include "translate/known_sentences.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace kaynak::translate_detail {
namespace {

using Known = std::unordered_map<std::string_view, std::string_view>;

std::string_view part_of(const std::string& text, const ByteRange& range) {
  return std::string_view(text).substr(range.begin, range.size());
}

bool was_doubtful(const Edition& edition, std::int32_t block, std::int32_t sentence) {
  return std::any_of(edition.findings.begin(), edition.findings.end(),
                     [&](const Finding& f) { return f.block == block && f.sentence == sentence; });
}

/// Source sentence → translation; views into `earlier`.
Known known_sentences(const EarlierEdition& earlier) {
  Known known;
  if (!was_doubtful(earlier.edition, -1, -1))
    known.emplace(earlier.article.headline, earlier.edition.headline);
  const auto& blocks = earlier.article.blocks;
  const auto& translated = earlier.edition.blocks;
  for (std::size_t b = 0; b < std::min(blocks.size(), translated.size()); ++b) {
    const auto& from = blocks[b].sentences;
    const auto& to = translated[b].sentences;
    if (from.size() != to.size()) continue;
    for (std::size_t s = 0; s < from.size(); ++s)
      if (!was_doubtful(earlier.edition, static_cast<std::int32_t>(b),
                        static_cast<std::int32_t>(s)))
        known.emplace(part_of(blocks[b].text, from[s].range), part_of(translated[b].text, to[s]));
  }
  return known;
}

/// A known translation as if it had been made of this unit.
std::optional<Unmasked> as_result(const Unit& unit, std::string_view translation) {
  Unmasked result{std::string(translation), {}};
  for (const auto& part : unit.masked.parts()) {
    const auto words = part_of(unit.source, part);
    const auto at = translation.find(words);
    if (at == translation.npos || translation.rfind(words) != at) return std::nullopt;
    result.parts.push_back(
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())});
  }
  return result;
}

}  // namespace

void reuse_sentences(const EarlierEdition& earlier, const std::string& engine,
                     std::vector<Unit>* units) {
  if (earlier.edition.kind != EditionKind::machine || earlier.edition.engine != engine ||
      earlier.edition.source_digest != text_digest(earlier.article))
    return;
  const auto known = known_sentences(earlier);
  for (auto& unit : *units) {
    const auto it = known.find(unit.source);
    if (it == known.end() || it->second.empty()) continue;
    auto result = as_result(unit, it->second);
    if (!result) continue;
    unit.result = std::move(*result);
    unit.known = true;
  }
}

}  // namespace kaynak::translate_detail
