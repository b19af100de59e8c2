#include "serve/form_token.h"

#include <algorithm>
#include <charconv>

#include "base/hash.h"

namespace kaynak::serve_detail {

FormTokens::FormTokens(std::string key) : key_(key.empty() ? random_hex(32) : std::move(key)) {}

std::string FormTokens::new_cookie() { return random_hex(16); }

bool FormTokens::is_cookie(std::string_view value) {
  return value.size() == 32 && std::all_of(value.begin(), value.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

std::string FormTokens::code(std::string_view cookie, const ArticleId& article,
                             const LanguageTag& language, std::string_view issued) const {
  std::string message = "kaynak-comment-form-1";
  for (const std::string_view part :
       {cookie, std::string_view(article.value), std::string_view(language.value), issued}) {
    message += '\n';
    message += part;
  }
  return hmac_sha256_hex(key_, message);
}

std::string FormTokens::issue(std::string_view cookie, const ArticleId& article,
                              const LanguageTag& language, Time now) const {
  const std::string issued = std::to_string(now.time_since_epoch().count());
  return issued + "." + code(cookie, article, language, issued);
}

bool FormTokens::valid(std::string_view token, std::string_view cookie, const ArticleId& article,
                       const LanguageTag& language, Time now) const {
  const std::size_t dot = token.find('.');
  if (dot == std::string_view::npos || !is_cookie(cookie)) return false;
  const std::string_view issued = token.substr(0, dot);
  std::int64_t at = 0;
  const auto [end, error] = std::from_chars(issued.data(), issued.data() + issued.size(), at);
  if (error != std::errc() || end != issued.data() + issued.size()) return false;
  if (!equal_in_constant_time(token.substr(dot + 1), code(cookie, article, language, issued)))
    return false;
  const Time shown{Milliseconds(at)};
  return shown <= now && now - shown <= kLifetime;
}

}  // namespace kaynak::serve_detail
