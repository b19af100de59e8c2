/// @file Markup in feeds → plain text. Internal to gather/.
#pragma once

#include <string>
#include <string_view>

namespace kaynak::gather_detail {

/// Text of an HTML fragment: tags, comments, scripts and styles left out, entities decoded once,
/// paragraphs parted by an empty line and line breaks kept. What the result holds is text, also
/// where it reads like markup. Linear time.
std::string html_to_text(std::string_view html);
/// The same on one line.
std::string html_to_line(std::string_view html);
/// Whether the text has a tag or entity in it.
bool looks_like_html(std::string_view text);

/// Code point that HTML's entity `name` ("nbsp", "#8217", "#x2019") stands for; 0 where it is none.
char32_t entity_code_point(std::string_view name);

}  // namespace kaynak::gather_detail
