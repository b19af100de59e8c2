/// @file The live parts: comment form and search. They see pages as functions, so tests need no
/// theme.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <unordered_set>
#include <vector>

#include "comment/comment.h"
#include "serve/form_token.h"
#include "serve/http.h"
#include "serve/rate_limit.h"
#include "serve/serve.h"
#include "serve/target.h"

namespace kaynak::serve_detail {

/// What Site gives.
struct LivePages {
  std::vector<LanguageTag> languages;
  std::string base_url;
  std::function<std::string(const LanguageTag&, const std::string& key, const std::string& back)>
      notice;
  std::function<std::string(const LanguageTag&, const std::string& query, const Listing&)> search;
};

/// What became of the comments posted, for the metrics.
enum class CommentOutcome { kept, asked_to_confirm, refused, limited, wrong, trapped, failed };
const char* to_string(CommentOutcome outcome);

class LiveParts {
 public:
  LiveParts(const ServeOptions& options, LivePages pages, const ServeHooks& hooks, Clock clock,
            std::function<void(CommentOutcome)> count);

  /// GET /<language>/comment
  Response show_form(const Request& request, const LanguageTag& language, const Fields& query);
  /// POST /<language>/comment
  Response post_comment(const Request& request, const LanguageTag& language);
  /// GET /<language>/comment/thanks
  Response thanks(const LanguageTag& language, const Fields& query);
  /// GET /<language>/search
  Response search(const Request& request, const LanguageTag& language, const Fields& query);

 private:
  Response notice(int status, const LanguageTag& language, const std::string& key,
                  const std::string& back) const;
  Response form(const Request& request, CommentForm form);
  Response accept(const CommentForm& form);
  Response thank(const CommentForm& form) const;
  bool first_time(const std::string& digest);
  void forget(const std::string& digest);
  bool page_exists(const CommentForm& form) const;

  const ServeOptions& options_;
  LivePages pages_;
  const ServeHooks& hooks_;
  Clock clock_;
  std::function<void(CommentOutcome)> count_;
  FormTokens tokens_;
  RateLimiter comments_;
  RateLimiter forms_;
  RateLimiter searches_;
  std::mutex sent_mutex_;
  std::unordered_set<std::string> sent_, sent_before_;  ///< forms taken, for `first_time`
};

/// A path of a page as a form's field "back" gives it, or empty where it could lead elsewhere.
std::string safe_back(const std::string& back);

/// The form as a fragment of HTML in a page of the theme (before </main>, else </body>).
std::string with_form(std::string page, const CommentForm& form);

}  // namespace kaynak::serve_detail
