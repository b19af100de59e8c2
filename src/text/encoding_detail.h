/// @file Parts of decoding, each in its own file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kaynak::text_detail {

/// An encoding of the WHATWG standard, or one of a few legacy ones that detection finds.
struct EncodingName {
  std::string_view name;  ///< lower case, as the standard prints it
  const char* converter;  ///< ICU's name; null: decoded by our own code
};

/// Encoding of a label (any case, white space around it); null where the standard knows none.
const EncodingName* find_encoding(std::string_view label);

/// The charset parameter of an HTTP Content-Type; empty where there is none.
std::string_view charset_parameter(std::string_view content_type);
/// The encoding an HTML page's beginning declares (HTML Standard, "prescan a byte stream");
/// null: none.
const EncodingName* prescan_html(std::string_view bytes);
/// The encoding an XML declaration names; null: none.
const EncodingName* prescan_xml(std::string_view bytes);

/// What uchardet makes of bytes that are not UTF-8; null where it has no idea.
const EncodingName* detect_encoding(std::string_view bytes);

/// `bytes` in UTF-8, wrong sequences as U+FFFD. Not for UTF-8 input.
std::string convert(std::string_view bytes, const EncodingName& encoding);

/// UTF-8 with every wrong sequence (maximal subpart) as U+FFFD. `good` and `bad` count the
/// multi-byte sequences.
std::string repair_utf8(std::string_view bytes, std::size_t* good, std::size_t* bad);

/// `s` (UTF-8) with characters that were encoded twice ("Ã©", "â€™") as they were; empty where it
/// holds none or also letters that were encoded once, so that it is no text of that kind.
std::string decode_twice(std::string_view s);

}  // namespace kaynak::text_detail
