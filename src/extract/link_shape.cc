#include "extract/link_shape.h"

#include <algorithm>
#include <array>

#include "base/strings.h"

namespace kaynak::extract_detail {
namespace {

constexpr int kLongNumber = 5, kSlugWords = 4;

/// Segments that lead to lists, people and forms in any site's addresses.
constexpr std::array<std::string_view, 42> kOther = {
    "tag",       "tags",     "topic",     "topics",  "category",   "categories",  "author",
    "authors",   "autor",    "autoren",   "auteur",  "auteurs",    "page",        "search",
    "login",     "register", "subscribe", "account", "newsletter", "newsletters", "about",
    "contact",   "privacy",  "terms",     "help",    "feed",       "rss",         "user",
    "users",     "profile",  "people",    "by",      "archive",    "archives",    "etiket",
    "etiketler", "yazar",    "yazarlar",  "tema",    "temas",      "signin",      "shop"};

constexpr std::array<std::string_view, 16> kFiles = {
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".pdf", ".mp3",
    ".mp4", ".zip",  ".xml", ".rss", ".css",  ".js",  ".ics", ".json"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_number(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), is_digit);
}

int longest_number(std::string_view s) {
  int longest = 0, now = 0;
  for (const char c : s) {
    now = is_digit(c) ? now + 1 : 0;
    longest = std::max(longest, now);
  }
  return longest;
}

int value(std::string_view digits) {
  int out = 0;
  for (const char c : digits.substr(0, 4)) out = out * 10 + (c - '0');
  return out;
}

bool is_year(std::string_view s) {
  return s.size() == 4 && is_number(s) && value(s) >= 1990 && value(s) < 2100;
}
bool is_month(std::string_view s) {
  return s.size() <= 2 && is_number(s) && value(s) >= 1 && value(s) <= 12;
}

/// "20261128" or "2026-11-28" somewhere in it.
bool holds_date(std::string_view s) {
  for (std::size_t i = 0; i + 8 <= s.size(); ++i) {
    if (i > 0 && is_digit(s[i - 1])) continue;
    if (!is_year(s.substr(i, 4))) continue;
    const bool marked = s[i + 4] == '-' || s[i + 4] == '_' || s[i + 4] == '.';
    if (marked && is_month(s.substr(i + 5, 2))) return true;
    if (is_month(s.substr(i + 4, 2)) && is_number(s.substr(i + 6, 2)) &&
        (i + 8 == s.size() || !is_digit(s[i + 8])))
      return true;
  }
  return false;
}

int slug_words(std::string_view s) {
  int words = 0;
  bool inside = false;
  for (const char c : s) {
    const bool mark = c == '-' || c == '_' || c == '+' || c == '.';
    words += !mark && !inside ? 1 : 0;
    inside = !mark;
  }
  return words;
}

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& all, std::string_view word) {
  return std::find(all.begin(), all.end(), word) != all.end();
}

void read_segment(std::string_view segment, std::string_view next, LinkShape* shape) {
  shape->date |= holds_date(segment) || (is_year(segment) && is_month(next));
  shape->number |= longest_number(segment) >= kLongNumber;
  shape->slug |= slug_words(segment) >= kSlugWords;
  shape->is_other |= holds(kOther, segment);
}

void read_query(std::string_view query, LinkShape* shape) {
  for (const auto part : split(query, '&')) {
    const auto equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    const auto name = part.substr(0, equals), text = part.substr(equals + 1);
    if (name == "page" || name == "paged" || name == "s" || name == "q") shape->is_other = true;
    shape->number |= is_number(text) && text.size() >= 2;
  }
}

/// One letter a segment: year, number, slug, word.
std::string kinds_of(const std::vector<std::string_view>& segments) {
  std::string out;
  for (const auto s : segments)
    out += is_year(s) ? 'y' : is_number(s) ? 'n' : slug_words(s) >= 3 ? 's' : 'w';
  return out;
}

}  // namespace

LinkShape link_shape(const Url& url) {
  LinkShape shape;
  const auto path = ascii_lower(url.path());
  std::vector<std::string_view> segments;
  for (const auto s : split(path, '/'))
    if (!s.empty()) segments.push_back(s);
  for (std::size_t i = 0; i < segments.size(); ++i)
    read_segment(segments[i], i + 1 < segments.size() ? segments[i + 1] : "", &shape);
  if (segments.size() > 1) shape.section = segments.front();
  read_query(url.query(), &shape);
  shape.is_other |= segments.empty() && !shape.number;
  for (const auto ending : kFiles) shape.is_other |= path.ends_with(ending);
  shape.key = std::string(url.host()) + " " + (shape.date ? "d" : "") + (shape.number ? "n" : "") +
              (shape.slug ? "s" : "");
  if (!shape.is_telling()) shape.key += kinds_of(segments);
  return shape;
}

}  // namespace kaynak::extract_detail
