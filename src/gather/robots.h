/// @file robots.txt (RFC 9309): parsed and asked.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kaynak {

/// A parsed robots.txt. Plain value; reading is thread-safe.
class Robots {
 public:
  struct Decision {
    bool allowed = true;
    std::string rule;  ///< "Disallow: /private/" as decided it; empty where no rule matched
  };

  Robots() = default;
  /// Never fails: what is no rule is ignored, as is everything beyond 500 KiB. Bytes that are no
  /// UTF-8 are matched as they are.
  static Robots parse(std::string_view text);
  /// The one that forbids everything (RFC 9309 §2.3.1.4: a server that fails).
  static Robots forbid_all();

  /// Whether `agent` (a product token such as "Kaynak", or a whole User-Agent whose first token
  /// counts) may fetch `url`, absolute or path and query alone. The longest matching rule decides,
  /// Allow on a tie; "*" and "$" as in the RFC; percent-encoding is compared in one normal form.
  /// /robots.txt itself is always allowed.
  Decision decide(std::string_view agent, std::string_view url) const;
  bool allowed(std::string_view agent, std::string_view url) const {
    return decide(agent, url).allowed;
  }
  /// Seconds between requests that the agent's group asks for (an extension); at most a day.
  std::optional<double> crawl_delay(std::string_view agent) const;
  /// Addresses of sitemaps, as written.
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  struct Rule {
    bool allow = false;
    std::string pattern;  ///< normalised
    std::string written;
  };
  struct Group {
    std::vector<std::string> agents;  ///< lower case; "*" for all
    std::vector<Rule> rules;
    std::optional<double> crawl_delay;
  };
  std::vector<const Group*> groups_for(std::string_view agent) const;

  std::vector<Group> groups_;
  std::vector<std::string> sitemaps_;
};

/// The part of a URL that rules are matched against: path and query, at least "/".
std::string robots_path(std::string_view url);
/// A rule's pattern in its normal form: what no URI may hold percent-encoded, encoded marks
/// decoded, hexadecimal upper case.
std::string robots_escape(std::string_view pattern);
/// Whether a product token is one by the RFC: letters, "-" and "_" alone.
bool is_valid_agent_token(std::string_view token);
/// Where the robots.txt of a page's host is. Errors: malformed (no http or https URL).
Result<std::string> robots_url(std::string_view url);

/// What a fetch of robots.txt leads to (RFC 9309 §2.3.1): its rules where it came; everything
/// allowed where the server has none (3xx that led nowhere, 4xx but 429); nothing where the server
/// or the network fails (`status` 0: no answer).
Robots robots_from_answer(int status, std::string_view body);

}  // namespace kaynak
