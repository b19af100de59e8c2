/// @file Article → Edition: sentence by sentence, nothing but sentences, checked.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "model/article.h"
#include "model/edition.h"
#include "translate/engine.h"

namespace kaynak {

/// One step of a route: an engine and the pair it serves.
struct RouteStep {
  Engine* engine = nullptr;  ///< not owned
  LanguagePair pair;
};

/// How to get from one language to another with the engines at hand: one step, or two over a pivot.
/// The earlier engine in the list wins; one step beats two. Nothing where no engine serves.
std::optional<std::vector<RouteStep>> find_route(const std::vector<Engine*>& engines,
                                                 const LanguagePair& pair);

/// A machine's edition, and the version of the article that it was made from.
struct EarlierEdition {
  Article article;
  Edition edition;
};

/// Translates headline, sub-headline and every sentence of every block along `route`, and checks
/// it. Ad slots, embeds, opaque spans, URLs and link targets never reach an engine. Sentences that
/// `earlier`, where given, has from the same engines keep their translation. The edition is `held`
/// when a finding holds it. Errors: those of Engine::translate; unsupported (empty route).
Result<Edition> translate(const Article& article, const LanguageTag& to,
                          const std::vector<RouteStep>& route, Time now,
                          const EarlierEdition* earlier = nullptr);

/// A text and its translation.
struct TextPair {
  std::string_view source;
  LanguageTag from;
  std::string_view target;
  LanguageTag to;
  std::vector<std::string> opaque;  ///< parts of `source` that must stand in `target` as they are
};

/// What one translation lost or left undone: "number", "url", "opaque", "quotation_mark", "empty"
/// (these hold), "copy" (the source, untranslated), "length", "engine" (an HTML entity in the
/// text). Findings carry no place.
std::vector<Finding> check_text(const TextPair& pair);

/// check_text() of the headline and every aligned sentence (block by block, where a human edition
/// is not aligned by sentence). Findings of a human edition never hold it.
std::vector<Finding> check_fidelity(const Article& article, const Edition& edition);

/// A person's translation as an edition. `text` is the translation as plain text: first line the
/// headline, then one paragraph for each block with text, parted by blank lines. Aligned by block,
/// and by sentence where both have the same number. Findings of a person's edition never hold it.
/// Errors: malformed (another number of paragraphs than the article has blocks with text; the
/// detail says both).
Result<Edition> import_human_edition(const Article& article, const LanguageTag& language,
                                     std::string translator, std::string_view text, Time now);

}  // namespace kaynak
