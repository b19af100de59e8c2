#include <algorithm>

#include "base/strings.h"
#include "extract/date_claims.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t most_bytes = 4u << 20;
constexpr int most_keys = 400;

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '$';
}

/// Keys whose value is when the page's subject was published, lower case and without separators.
bool is_published_key(std::string_view name) {
  std::string plain;
  for (const char c : name.substr(0, 40))
    if (c != '_' && c != '-' && c != '$')
      plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  for (const std::string_view prefix :
       {"article", "page", "content", "post", "first", "original", "story", "news"})
    if (plain.size() > prefix.size() + 6 && plain.starts_with(prefix))
      plain.erase(0, prefix.size());
  for (const std::string_view known :
       {"datepublished", "publishedat", "publishdate", "publicationdate", "publisheddate",
        "publishedtime", "publishedon", "publishtime", "publishat", "datepublish", "pubdate",
        "publishedtimestamp", "publisheddatetime", "publishdatetime", "publishedattime",
        "publicationdatetime", "publicationtime", "firstpublishedat", "publishdateiso"})
    if (plain == known) return true;
  return false;
}

/// The quoted or numeric value behind a key that ends at `i`; empty where none is.
std::string_view value_behind(std::string_view s, std::size_t i) {
  const auto skip = [&](std::string_view marks) {
    while (i < s.size() && marks.find(s[i]) != marks.npos) ++i;
  };
  skip("\\\"' \t");
  if (i >= s.size() || (s[i] != ':' && s[i] != '=')) return {};
  ++i;
  skip("\\\"' \t");
  const auto begin = i;
  while (i < s.size() && i - begin < 60 &&
         std::string_view("\\\"'<>{}[];\n").find(s[i]) == std::string_view::npos)
    ++i;
  std::string_view value = s.substr(begin, i - begin);
  if (value.size() > 10 && value.find(',') == 10) value = value.substr(0, 10);  // 1573041600,"x":
  return trim(value);
}

/// "ublish" and "ublicat" and "ubdate" are in every key looked for: cheap to find.
MaybeTime date_in_script(std::string_view s, const DateReader& reader, int* keys) {
  for (auto at = s.find("ub"); at != s.npos && *keys < most_keys; at = s.find("ub", at + 2)) {
    const std::string_view rest = s.substr(at + 2, 5);
    if (!rest.starts_with("lish") && !rest.starts_with("licat") && !rest.starts_with("date") &&
        !rest.starts_with("Date"))
      continue;
    std::size_t begin = at, end = at;
    while (begin > 0 && at - begin < 30 && is_name(s[begin - 1])) --begin;
    while (end < s.size() && end - at < 30 && is_name(s[end])) ++end;
    if (!is_published_key(s.substr(begin, end - begin))) continue;
    ++*keys;
    const auto value = value_behind(s, end);
    if (value.size() < 8 || value[0] < '0' || !has_figure(value)) continue;
    if (const auto t = reader.read(value)) return t;
  }
  return std::nullopt;
}

}  // namespace

MaybeTime date_in_scripts(const Document& page, const DateReader& reader) {
  std::size_t bytes = 0;
  int keys = 0;
  for (NodeIndex i = 0; i < page.nodes().size() && bytes < most_bytes; ++i) {
    if (page.node(i).tag != Tag::script) continue;
    const std::string_view script = page.raw_text(i).substr(0, most_bytes - bytes);
    bytes += script.size();
    if (const auto t = date_in_script(script, reader, &keys)) return t;
  }
  return std::nullopt;
}

}  // namespace kaynak::extract_detail
