#include "base/strings.h"
#include "extract/structured_data.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t max_json_bytes = 8u << 20;

std::string_view strip_marks(std::string_view s) {
  for (bool again = true; again;) {
    again = false;
    s = trim(s);
    for (const std::string_view lead :
         {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "\xef\xbb\xbf"}) {
      if (s.starts_with(lead)) s.remove_prefix(lead.size()), again = true;
    }
    for (const std::string_view tail : {"-->", "//]]>", "/*]]>*/", "]]>", ";"}) {
      if (s.ends_with(tail)) s.remove_suffix(tail.size()), again = true;
    }
  }
  return s;
}

/// Repairs what JavaScript or a careless template leaves in JSON.
std::string repair(std::string_view s) {
  std::string out;
  out.reserve(s.size() + 64);
  bool in_string = false;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char c = s[i];
    if (in_string) {
      if (c == '\\' && i + 1 < s.size()) {
        const bool known = std::string_view("\"\\/bfnrtu").find(s[i + 1]) != std::string_view::npos;
        if (known) out += c;
        out += s[++i];
        continue;
      }
      if (c == '"') in_string = false;
      if (static_cast<unsigned char>(c) < 0x20) {
        out += c == '\n' ? "\\n" : " ";
        continue;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == ']' || c == '}') {
      const auto last = out.find_last_not_of(" \t\r\n");
      if (last != std::string::npos && out[last] == ',') out.erase(last, 1);
    }
    out += c;
  }
  return out;
}

}  // namespace

Json parse_lenient_json(std::string_view text) {
  text = strip_marks(text);
  if (text.empty() || text.size() > max_json_bytes || (text[0] != '{' && text[0] != '[')) return {};
  if (auto json = parse_json(text, max_json_bytes)) return std::move(json).value();
  if (auto json = parse_json(repair(text), max_json_bytes)) return std::move(json).value();
  return {};
}

}  // namespace kaynak::extract_detail
