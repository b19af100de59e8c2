#include <algorithm>

#include "translate/translate.h"

namespace kaynak {
namespace {

/// Whether an engine's `has` serves `wanted`: the same tag, or the same without its region or
/// variant ("pt-BR" by "pt"). Another script is another text: "zh" does not serve "zh-Hant".
bool serves(const LanguageTag& has, const LanguageTag& wanted) {
  if (has == wanted) return true;
  if (has.value.size() >= wanted.value.size() ||
      wanted.value.compare(0, has.value.size(), has.value) != 0)
    return false;
  const auto rest = std::string_view(wanted.value).substr(has.value.size());
  const auto subtag = rest.substr(1, rest.find('-', 1) - 1);
  return rest[0] == '-' && subtag.size() != 4;
}

bool serves(const LanguagePair& has, const LanguagePair& wanted) {
  return serves(has.from, wanted.from) && serves(has.to, wanted.to);
}

std::optional<RouteStep> one_step(const std::vector<Engine*>& engines, const LanguagePair& pair) {
  for (auto* engine : engines) {
    const auto pairs = engine->pairs();
    const auto exact = std::find(pairs.begin(), pairs.end(), pair);
    if (exact != pairs.end()) return RouteStep{engine, *exact};
    for (const auto& has : pairs)
      if (serves(has, pair)) return RouteStep{engine, has};
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<RouteStep>> find_route(const std::vector<Engine*>& engines,
                                                 const LanguagePair& pair) {
  if (pair.from.empty() || pair.to.empty() || pair.from == pair.to) return std::nullopt;
  if (const auto step = one_step(engines, pair)) return std::vector{*step};
  for (auto* engine : engines)
    for (const auto& first : engine->pairs()) {
      if (!serves(first.from, pair.from) || same_language(first.to, pair.from) ||
          same_language(first.to, pair.to))
        continue;
      if (const auto second = one_step(engines, {first.to, pair.to}))
        return std::vector{RouteStep{engine, first}, *second};
    }
  return std::nullopt;
}

}  // namespace kaynak
