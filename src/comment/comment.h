/// @file Rules for readers' comments: what may come in, and what the moderator is told.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "model/comment.h"

namespace kaynak {

struct CommentRules {
  std::size_t max_author_bytes = 80;  ///< after cleaning, as are all sizes here
  std::size_t max_text_bytes = 5000;
  std::size_t max_links = 0;  ///< more are named in `reason`
};

/// What a reader typed, as a held comment with what the moderator should look at as its `reason`:
/// plain text, NFC, controls, bidirectional overrides and invisible characters removed, white space
/// folded, at most one blank line between paragraphs. Markup stays the characters it was typed as:
/// only templates make HTML, and they escape. The id is made of everything given, so the same form
/// sent twice at one instant is one comment.
///
/// Errors: malformed (no name, no text), too_large. The detail is a locale key's suffix for the
/// reader: "no_author", "no_text", "author_too_long", "text_too_long".
Result<Comment> accept_comment(const ArticleId& article, const LanguageTag& language,
                               std::string_view author, std::string_view text, Time now,
                               const CommentRules& rules = {});

/// Plain text of many lines, or (`one_line`) of one, as accept_comment cleans it.
std::string clean_comment_text(std::string_view text, bool one_line);

/// What a moderator should look at, in English, each a few words ("2 links", "mostly capitals",
/// "the same words over and over", "advertises: \"my channel\""). Empty for most comments. `author`
/// and `text` are clean. Says nothing of whether the comment is right or polite.
std::vector<std::string> hold_reasons(std::string_view author, std::string_view text,
                                      const CommentRules& rules = {});

}  // namespace kaynak
