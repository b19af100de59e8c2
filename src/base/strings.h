/// @file Byte-string helpers. ASCII only; what knows Unicode is in text/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kaynak {

std::string_view trim(
    std::string_view s);  ///< without ASCII white space at the ends; a view into `s`
std::string ascii_lower(std::string_view s);
bool is_ascii(std::string_view s);                     ///< whether no byte is over 0x7F
bool iequals(std::string_view a, std::string_view b);  ///< equal but for ASCII case
bool istarts_with(std::string_view s, std::string_view prefix);
bool contains(std::string_view s,
              std::string_view part);  ///< in linear time, fast for long parts
std::vector<std::string_view> split(std::string_view s,
                                    char separator);  ///< views into `s`; keeps empty parts
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string s, std::string_view from, std::string_view to);
/// `text` for HTML text and quoted attributes.
std::string escape_html(std::string_view text);
/// `s` cut to at most `max_bytes`, never inside a UTF-8 sequence.
std::string_view clip_utf8(std::string_view s, std::size_t max_bytes);

}  // namespace kaynak
