/// @file Whether a sentence speaks of what was or of what will be, where a date stands in it.
#pragma once

#include <string_view>
#include <vector>

#include "text/dates_detail.h"

namespace kaynak::text_detail {

enum class Tense : unsigned char { unknown, past, future };

/// The tense of the verb or cue word that belongs to the date at token `i`: the nearest one of its
/// sentence, where commas and words like "that" keep verbs away. `tokens` are those of `text`.
Tense tense_at(std::string_view text, const std::vector<DateToken>& tokens, std::size_t i,
               std::string_view language);

/// Whether the language writes months with a small letter, so that "Julio" inside a sentence is a
/// person.
bool writes_months_small(std::string_view language);

}  // namespace kaynak::text_detail
