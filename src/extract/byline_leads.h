/// @file What stands before a name in a byline, and marks around it.
#pragma once

#include <cstddef>
#include <string_view>

namespace kaynak::extract_detail {

/// Length of the lead that `s` begins with ("By ", "Tác giả: "); 0 where there is none.
std::size_t lead_size(std::string_view s);
/// Without blanks, brackets, dashes and the like at both ends.
std::string_view strip_marks(std::string_view s);

/// "By …", "Von …", "Tác giả: …".
bool begins_with_lead(std::string_view text);
/// "Mira Lind" of "By Mira Lind".
std::string_view without_lead(std::string_view text);
/// False where a text, white space before it left out, surely begins with no lead: a cheap question
/// for many texts.
bool may_begin_with_lead(std::string_view text);
/// "By", "Tác giả:": nothing else.
bool is_lead(std::string_view text);

}  // namespace kaynak::extract_detail
