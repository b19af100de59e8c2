/// @file HTML entities that engines leave in their answers.
#pragma once

#include <string>
#include <string_view>

namespace kaynak::translate_detail {

/// Whether one of the entities that repair_entities() knows stands in `text`.
bool has_entity(std::string_view text);

/// `text` with &quot; &apos; &amp; &lt; &gt; &nbsp; and numeric references as characters, also
/// where they are escaped twice (&amp;quot;). References to control characters, surrogates or
/// beyond Unicode stay.
std::string repair_entities(std::string_view text);

}  // namespace kaynak::translate_detail
