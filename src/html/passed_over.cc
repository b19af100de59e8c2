#include "html/passed_over.h"

#include <algorithm>
#include <iterator>

#include "base/strings.h"

namespace kaynak {
namespace {

bool ends_tag_name(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == '/' || c == '>';
}

/// Whether a part of a drawing is a shape, or a group of shapes. None of them ends the drawing or
/// takes HTML into it (HTML, "the rules for parsing tokens in foreign content").
bool is_shape(std::string_view name) {
  static constexpr std::string_view shapes[] = {
      "path",           "g",        "circle", "rect",    "use",  "line",
      "polygon",        "polyline", "defs",   "ellipse", "mask", "linearGradient",
      "radialGradient", "stop",     "symbol", "clipPath"};
  return std::any_of(std::begin(shapes), std::end(shapes),
                     [&](std::string_view shape) { return iequals(name, shape); });
}

/// Behind the tag whose name ends at `at`; npos where it isn't plain: with a '<' or a stray quote
/// in it.
std::size_t behind_plain_tag(std::string_view text, std::size_t at) {
  char before = 0;  // the byte before, blanks passed over
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '>') return at + 1;
    if (c == '<') return text.npos;
    if (c == '"' || c == '\'') {
      if (before != '=') return text.npos;
      at = text.find(c, at + 1);
      if (at == text.npos) return at;
    }
    if (c != ' ' && c != '\t' && c != '\n' && c != '\f' && c != '\r') before = c;
  }
  return text.npos;
}

}  // namespace

std::size_t raw_text_size(std::string_view text, std::string_view name) {
  bool escaped = false;
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    escaped = escaped || rest.starts_with("!--");
    if (escaped && istarts_with(rest, "script")) return text.npos;
    if (rest.size() <= name.size() + 1 || rest[0] != '/' || !ends_tag_name(rest[name.size() + 1]))
      continue;
    if (!iequals(rest.substr(1, name.size()), name)) continue;
    return text.substr(0, at).find('\0') == text.npos ? at : text.npos;
  }
  return text.npos;
}

std::size_t shapes_size(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\f\r";
  for (std::size_t at = 0; (at = text.find_first_not_of(blanks, at)) != text.npos;) {
    if (text[at] != '<') return 0;
    const bool close = at + 1 < text.size() && text[at + 1] == '/';
    const std::size_t begin = at + 1 + close;
    std::size_t end = begin;
    while (end < text.size() && !ends_tag_name(text[end])) ++end;
    const std::string_view name = text.substr(begin, end - begin);
    if (close && iequals(name, "svg")) return at;
    if (!is_shape(name)) return 0;
    at = behind_plain_tag(text, end);
    if (at == text.npos) return 0;
  }
  return 0;
}

}  // namespace kaynak
