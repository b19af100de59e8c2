/// @file Rules for readers' comments: what may come in, and what the moderator is told.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"
#include "model/comment.h"

namespace kaynak {

struct CommentRules {
  std::size_t max_author_bytes = 80;
  std::size_t max_text_bytes = 5000;
  std::size_t max_links = 2;  ///< more are named in `reason`
};

/// What a reader typed, as a held comment: plain text, NFC, controls and bidirectional overrides removed, runs of blank
/// lines folded. Errors: malformed (no name, no text), too_large. The detail is a locale key's suffix for the reader:
/// "no_author", "no_text", "author_too_long", "text_too_long".
Result<Comment> accept_comment(const ArticleId& article, const LanguageTag& language, std::string_view author,
                               std::string_view text, Time now, const CommentRules& rules = {});

}  // namespace kaynak
