/// @file Texts on their way through a route of engines.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "translate/mask.h"
#include "translate/translate.h"

namespace kaynak::translate_detail {

/// A text to translate, and then its translation.
struct Unit {
  Unit(std::string_view text, std::vector<ByteRange> hidden)
      : source(text), masked(text, std::move(hidden)) {}
  std::string source;
  MaskedText masked;
  Unmasked result;         ///< parts: where the hidden parts stand now
  bool known = false;      ///< `result` was there before: not to be translated
  bool repaired = false;   ///< an HTML entity was taken out of the engine's answer
  bool in_pieces = false;  ///< a mask was lost, so the text was translated around its hidden parts
};

/// Translates every unit that is not `known` along the route, in as few calls as it takes. A unit
/// without words outside its hidden parts keeps its text; one that the engine has no answer to gets
/// an empty result. Errors: those of Engine::translate.
Result<void> translate_units(const std::vector<RouteStep>& route, std::vector<Unit>* units);

}  // namespace kaynak::translate_detail
