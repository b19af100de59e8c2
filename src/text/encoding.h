/// @file Bytes → UTF-8 (ICU converters, uchardet).
#pragma once

#include <string>
#include <string_view>

namespace kaynak {

struct Decoded {
  std::string text;        ///< valid UTF-8, no BOM, no NUL
  std::string charset;     ///< WHATWG name, lower case: "utf-8", "windows-1254"
  std::string decided_by;  ///< "bom", "http", "meta", "detected", "default"
};

/// Decodes an HTML page: BOM, then `content_type`'s charset, then the meta of its beginning (HTML
/// Standard §13.2.3.2), then detection. Labels mean what the WHATWG Encoding Standard says
/// (iso-8859-1 is windows-1252). Wrong sequences become U+FFFD. UTF-8 is believed over a label that
/// decodes to more U+FFFD. UTF-8 whose letters were all encoded twice ("Letâ€™s") is decoded twice.
Decoded decode_html(std::string_view bytes, std::string_view content_type = {});
/// Decodes an XML document the same way, with the XML declaration in the place of meta.
Decoded decode_xml(std::string_view bytes, std::string_view content_type = {});
/// Decodes bytes of one named encoding. An unknown label is taken as UTF-8.
std::string decode_as(std::string_view bytes, std::string_view label);
/// Whether bytes are well-formed UTF-8.
bool is_valid_utf8(std::string_view bytes);

}  // namespace kaynak
