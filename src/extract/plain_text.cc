#include "base/byte_set.h"
#include "base/strings.h"
#include "extract/structured_data.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

struct Reference {
  std::string_view name;
  std::string_view text;
};

// The references met in structured data and feeds. The HTML parser resolves all others in pages.
constexpr Reference references[] = {
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},   {"ndash", "–"},  {"mdash", "—"},  {"lsquo", "‘"},  {"rsquo", "’"},
    {"sbquo", "‚"},  {"ldquo", "“"},  {"rdquo", "”"},  {"bdquo", "„"},  {"laquo", "«"},
    {"raquo", "»"},  {"hellip", "…"}, {"auml", "ä"},   {"ouml", "ö"},   {"uuml", "ü"},
    {"Auml", "Ä"},   {"Ouml", "Ö"},   {"Uuml", "Ü"},   {"szlig", "ß"},  {"eacute", "é"},
    {"egrave", "è"}, {"agrave", "à"}, {"aacute", "á"}, {"iacute", "í"}, {"oacute", "ó"},
    {"uacute", "ú"}, {"ntilde", "ñ"}, {"ccedil", "ç"}, {"ecirc", "ê"},  {"acirc", "â"},
    {"ocirc", "ô"},  {"icirc", "î"},  {"aring", "å"},  {"oslash", "ø"}, {"aelig", "æ"},
    {"atilde", "ã"}, {"otilde", "õ"}, {"shy", ""},     {"euro", "€"},   {"copy", "©"},
    {"deg", "°"},
};

/// Appends what the reference at `s` ("&…;") stands for and gives its length; 0 where it is none.
std::size_t resolve_reference(std::string_view s, std::string* out) {
  const auto end = s.substr(0, 12).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = s.substr(1, end - 1);
  if (name[0] == '#') {
    const bool hex = name.size() > 1 && (name[1] | 0x20) == 'x';
    char32_t code = 0;
    for (const char c : name.substr(hex ? 2 : 1)) {
      const int digit = c >= '0' && c <= '9'                     ? c - '0'
                        : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                                 : 99;
      if (digit >= (hex ? 16 : 10)) return 0;
      code = code * (hex ? 16 : 10) + static_cast<char32_t>(digit);
      if (code > 0x10ffff) return 0;
    }
    const bool valid =
        code >= 0x20 && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000);
    if (valid)
      append_utf8(out, code);
    else
      out->push_back(' ');
    return end + 1;
  }
  for (const Reference& r : references) {
    if (r.name != name) continue;
    *out += r.text;
    return end + 1;
  }
  return 0;
}

/// Length of the tag at `s` ("<…>"); 0 where it is none ("a < b").
std::size_t tag_length(std::string_view s) {
  if (s.size() < 3) return 0;
  const char c = s[1];
  const bool starts = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!';
  if (!starts) return 0;
  const auto end = s.find('>');
  return end == std::string_view::npos ? 0 : end + 1;
}

bool ends_block(std::string_view tag) {
  for (const std::string_view name :
       {"</p", "<p", "<br", "</li", "</h", "</div", "<div", "</tr", "<h", "</blockquote"})
    if (istarts_with(tag, name)) return true;
  return false;
}

std::string resolve_all(std::string_view s, char block_separator) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size();) {
    if (s[i] == '&') {
      if (const auto n = resolve_reference(s.substr(i), &out)) {
        i += n;
        continue;
      }
    } else if (s[i] == '<') {
      if (const auto n = tag_length(s.substr(i))) {
        if (ends_block(s.substr(i, n))) out += block_separator;
        i += n;
        continue;
      }
    }
    out += s[i++];
  }
  return out;
}

/// fold_space on each line, empty lines left out.
std::string fold_lines(std::string_view text) {
  std::string out;
  for (const auto line : split(text, '\n')) {
    std::string folded = fold_space(line);
    if (folded.empty()) continue;
    if (!out.empty()) out += '\n';
    out += folded;
  }
  return out;
}

}  // namespace

std::string plain_text(std::string_view s, char block_separator) {
  static constexpr ByteSet marks("&<");
  std::string once;
  if (marks.find(s) != std::string_view::npos) {
    once = resolve_all(s, block_separator);
    // Escaped twice by careless templates: "&amp;quot;", "&lt;p&gt;".
    if (marks.find(once) != std::string_view::npos) once = resolve_all(once, block_separator);
    s = once;
  }
  return block_separator == '\n' ? fold_lines(s) : fold_space(s);
}

}  // namespace kaynak::extract_detail
