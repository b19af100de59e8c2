#include "gather/robots.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "base/strings.h"
#include "text/url.h"

namespace kaynak {
namespace {

constexpr std::size_t kMaxBytes = 500 << 10;  // RFC 9309 §2.5: at least this much
constexpr std::size_t kMaxRules = 50000;
constexpr std::size_t kMaxLine = 2083 * 8;

bool is_hex(char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'f'); }

/// The product token at the head of an agent's name: "Foobot/2.1 (+…)" gives "foobot". A group may
/// be for "*" alone.
std::string agent_token(std::string_view name) {
  name = trim(name);
  if (!name.empty() && name.front() == '*' &&
      (name.size() == 1 || name[1] == ' ' || name[1] == '\t'))
    return "*";
  std::size_t n = 0;
  // The RFC has letters, "-" and "_"; crawlers with figures in their names exist all the same.
  while (n < name.size() &&
         (std::isalnum(static_cast<unsigned char>(name[n])) || name[n] == '-' || name[n] == '_'))
    ++n;
  return ascii_lower(name.substr(0, n));
}

enum class Key { other, agent, allow, disallow, delay, sitemap };

/// Keys, with the misspellings that crawlers put up with.
Key key_of(std::string_view key) {
  const auto is_one_of = [&](std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return istarts_with(key, name); });
  };
  if (is_one_of({"user-agent", "useragent", "user agent"})) return Key::agent;
  if (is_one_of({"allow"})) return Key::allow;
  if (is_one_of({"disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"}))
    return Key::disallow;
  if (is_one_of({"crawl-delay", "crawldelay", "crawl delay"})) return Key::delay;
  if (is_one_of({"sitemap", "site-map"})) return Key::sitemap;
  return Key::other;
}

/// "key: value", or "key value" where there are just the two. False where it is neither.
bool key_and_value(std::string_view line, std::string_view* key, std::string_view* value) {
  line = trim(line.substr(0, line.find('#')));
  auto separator = line.find(':');
  if (separator == std::string_view::npos) {
    separator = line.find_first_of(" \t");
    if (separator == std::string_view::npos) return false;
    const auto rest = trim(line.substr(separator));
    if (rest.find_first_of(" \t") != std::string_view::npos) return false;
  }
  *key = trim(line.substr(0, separator));
  *value = trim(line.substr(separator + 1));
  return !key->empty();
}

/// Whether `pattern` matches a prefix of `path`: "*" stands for anything, "$" at the end for the
/// path's end. Time is their product at most: each state is kept once.
bool matches(std::string_view pattern, std::string_view path) {
  std::size_t p = 0, s = 0;
  std::size_t star = std::string_view::npos, star_s = 0;
  const bool anchored = !pattern.empty() && pattern.back() == '$';
  if (anchored) pattern.remove_suffix(1);
  for (;;) {
    if (p == pattern.size() && (!anchored || s == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      star_s = s;
      continue;
    }
    if (p < pattern.size() && s < path.size() && pattern[p] == path[s]) {
      ++p;
      ++s;
      continue;
    }
    if (star == std::string_view::npos || star_s >= path.size()) return false;
    p = star;
    s = ++star_s;
  }
}

constexpr char kHexDigits[] = "0123456789ABCDEF";

void append_encoded(std::string* out, unsigned char byte) {
  *out += {'%', kHexDigits[byte >> 4], kHexDigits[byte & 15]};
}

int hex_value(char c) { return c <= '9' ? c - '0' : (c | 32) - 'a' + 10; }

/// The normal form in which pattern and path are compared: what no URI may hold is encoded, encoded
/// marks ("%7E") are decoded, hexadecimal is upper case. A "$" or "*" that stands for itself is
/// encoded, so those of a pattern keep their meaning.
std::string normal_form(std::string_view text, bool is_pattern) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2])) {
      byte = static_cast<unsigned char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
      const bool mark = byte == '-' || byte == '.' || byte == '_' || byte == '~';
      mark ? out.push_back(static_cast<char>(byte)) : append_encoded(&out, byte);
      continue;
    }
    const bool last = i + 1 == text.size();
    const bool special = byte == '*' || (byte == '$' && last);
    if (special ? !is_pattern
                : byte == '$' ||
                      std::string_view(" \"<>\\^`{|}").find(text[i]) != std::string_view::npos)
      append_encoded(&out, byte);
    else if (byte >= 0x80 && is_pattern)
      append_encoded(&out, byte);
    else
      out += static_cast<char>(byte);
  }
  return out;
}

std::optional<double> delay_from(std::string_view text) {
  const std::string copy(text.substr(0, 32));
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  if (end == copy.c_str() || *end != '\0' || !(value >= 0)) return std::nullopt;
  return std::min(value, 86400.0);
}

}  // namespace

std::string robots_escape(std::string_view pattern) { return normal_form(pattern, true); }

bool is_valid_agent_token(std::string_view token) {
  return !token.empty() && std::all_of(token.begin(), token.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) || c == '-' || c == '_';
  });
}

std::string robots_path(std::string_view url) {
  const auto limit = url.find_first_of("/?;#");
  const auto scheme = url.find("://");
  std::size_t from = 0;
  if (url.substr(0, 2) == "//")
    from = 2;
  else if (scheme != std::string_view::npos && scheme < limit)
    from = scheme + 3;
  const auto begin = url.find_first_of("/?;", from);
  const auto end = url.find('#', from);
  if (begin == std::string_view::npos || end < begin) return "/";
  const auto path = url.substr(begin, end == std::string_view::npos ? end : end - begin);
  return path.front() == '/' ? std::string(path) : "/" + std::string(path);
}

Result<std::string> robots_url(std::string_view url) {
  KAYNAK_ASSIGN(const auto parsed, Url::parse(url));
  if (!parsed.is_http())
    return fail(ErrorCode::malformed, "gather", std::string(url) + " has no robots.txt");
  std::string out = std::string(parsed.scheme()) + "://" + std::string(parsed.host());
  if (!parsed.port().empty()) out += ":" + std::string(parsed.port());
  return out + "/robots.txt";
}

Robots Robots::forbid_all() { return parse("User-agent: *\nDisallow: /\n"); }

Robots Robots::parse(std::string_view text) {
  Robots out;
  text = text.substr(0, kMaxBytes);
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  bool naming = false;  // inside the run of user-agent lines that opens a group
  std::size_t rules = 0;
  while (!text.empty()) {
    const auto end = text.find_first_of("\r\n");
    const auto line = text.substr(0, std::min(end, kMaxLine - 1));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    std::string_view key, value;
    if (!key_and_value(line, &key, &value)) continue;
    const auto kind = key_of(key);
    if (kind == Key::agent) {
      if (!naming) out.groups_.emplace_back();
      naming = true;
      if (auto token = agent_token(value); !token.empty())
        out.groups_.back().agents.push_back(std::move(token));
    } else if (kind == Key::allow || kind == Key::disallow) {
      naming = false;
      if (out.groups_.empty() || value.empty() || ++rules > kMaxRules) continue;
      out.groups_.back().rules.push_back(
          {kind == Key::allow, normal_form(value, true),
           (kind == Key::allow ? "Allow: " : "Disallow: ") + std::string(value)});
    } else if (kind == Key::delay) {
      if (!out.groups_.empty()) out.groups_.back().crawl_delay = delay_from(value);
    } else if (kind == Key::sitemap && out.sitemaps_.size() < kMaxRules && !value.empty()) {
      out.sitemaps_.emplace_back(value);
    }
  }
  return out;
}

std::vector<const Robots::Group*> Robots::groups_for(std::string_view agent) const {
  const auto token = agent_token(agent);
  std::vector<const Group*> own, all;
  for (const auto& group : groups_)
    for (const auto& name : group.agents) {
      if (name == token && !token.empty() && token != "*") {
        own.push_back(&group);
        break;
      }
      if (name == "*") all.push_back(&group);
    }
  return own.empty() ? all : own;
}

Robots::Decision Robots::decide(std::string_view agent, std::string_view url) const {
  const auto path = normal_form(robots_path(url), false);
  Decision best;
  if (path == "/robots.txt") return best;
  std::size_t longest = 0;
  bool found = false;
  for (const auto* group : groups_for(agent))
    for (const auto& rule : group->rules) {
      const auto length = rule.pattern.size();
      if (found && (length < longest || (length == longest && (best.allowed || !rule.allow))))
        continue;
      if (!matches(rule.pattern, path)) continue;
      found = true;
      longest = length;
      best = {rule.allow, rule.written};
    }
  return best;
}

std::optional<double> Robots::crawl_delay(std::string_view agent) const {
  std::optional<double> most;
  for (const auto* group : groups_for(agent))
    if (group->crawl_delay && (!most || *group->crawl_delay > *most)) most = group->crawl_delay;
  return most;
}

Robots robots_from_answer(int status, std::string_view body) {
  if (status >= 200 && status < 300) return Robots::parse(body);
  const bool absent = status >= 300 && status < 500 && status != 429;
  return absent ? Robots() : Robots::forbid_all();
}

}  // namespace kaynak
