/// @file Tokens that prove a comment form was shown by us to the browser that sends it.
///
/// The pages are static, so no token can stand in them. Instead: a random cookie (SameSite=Strict,
/// so no other site's request carries it) and, in the live form, a message authentication code over
/// that cookie, the page and the time. Who can neither read the cookie nor our form can make no
/// token.
#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "model/ids.h"

namespace kaynak::serve_detail {

class FormTokens {
 public:
  /// An empty key is replaced by a random one.
  explicit FormTokens(std::string key);

  static constexpr std::string_view kCookie = "kaynak_form";
  static constexpr Seconds kLifetime{2 * 3600};

  static std::string new_cookie();
  /// Whether a cookie's value can be one of ours.
  static bool is_cookie(std::string_view value);
  std::string issue(std::string_view cookie, const ArticleId& article, const LanguageTag& language,
                    Time now) const;
  bool valid(std::string_view token, std::string_view cookie, const ArticleId& article,
             const LanguageTag& language, Time now) const;

 private:
  std::string code(std::string_view cookie, const ArticleId& article, const LanguageTag& language,
                   std::string_view issued) const;
  std::string key_;
};

}  // namespace kaynak::serve_detail
