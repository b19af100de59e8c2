/// @file Apertium's mode files and stream format. Spec: Apertium's documentation, "Modes" and
/// "Stream format".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "translate/engine.h"
#include "translate/process.h"

namespace kaynak::translate_detail {

/// The commands of a mode file (`lt-proc … | apertium-tagger -g $2 …`) for null flush: each with
/// `-z`, `$1` as `-n` (no marks on unknown words), `$2` as nothing. Errors: malformed (not a plain
/// pipeline of words: a shell would do more than start programs), unsupported (a program of which
/// we do not know that it takes -z), too_large (over 64 KiB or 64 programs).
Result<std::vector<Command>> parse_mode(std::string_view text);

/// The same pipeline without its statistical tagger: the constraint grammar before it takes the
/// first analysis that it leaves. Nothing where the tagger is not right behind a constraint
/// grammar.
std::optional<std::vector<Command>> without_tagger(const std::vector<Command>& commands);

/// The pair that a mode file's name stands for: "eng-spa" en → es, "spa-eng_US" es → en-US,
/// "eng-cat_valencia" en → ca-valencia. Nothing for names that are no pair, or variants that have
/// no language tag.
std::optional<LanguagePair> pair_of_mode(std::string_view name);

/// A separator (U+2063) that to_stream() writes as a blank of the stream: it travels like one and
/// can be told from one.
inline constexpr const char* glue = "\u2063";
/// `source` with what Apertium's pairs from that language get wrong in other words: "2.4 billion"
/// as "2,400 million" (a billion is 10¹² in Spanish and Catalan), "68-year-old" as "68 year old",
/// glue at hyphens whose words it would join.
std::string prepare(std::string_view source, const LanguageTag& from);
/// Takes glue out again: at a hyphen it is nothing, between words a blank.
std::string unglue(std::string text);

/// Text as one block of the stream: specials escaped, control characters as blanks, and an empty
/// blank at the end (without it lt-proc drops a full stop that stands right before the zero byte).
/// Has no zero byte.
std::string to_stream(std::string_view text);
/// A block of the stream as text: escapes resolved, the brackets of blanks dropped.
std::string from_stream(std::string_view block);

/// Mends what Apertium leaves in `output`, its translation of `source`: blanks of dropped words (at
/// the ends, doubled, inside quotation marks, before a comma), capitals moved from the first word
/// to the second, marks of unknown words.
std::string tidy(std::string_view source, std::string output);

}  // namespace kaynak::translate_detail
