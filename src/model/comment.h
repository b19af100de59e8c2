/// @file A reader's comment on one page (article and language).
#pragma once

#include <optional>
#include <string>

#include "base/time.h"
#include "model/ids.h"

namespace kaynak {

enum class CommentStatus { held, approved, rejected };
const char* to_string(CommentStatus status);
std::optional<CommentStatus> comment_status_from(std::string_view word);

struct Comment {
  CommentId id;
  ArticleId article;
  LanguageTag language;  ///< of the page it was written on
  std::string author;    ///< plain text
  std::string text;      ///< plain text, paragraphs parted by blank lines
  Time created{};
  CommentStatus status = CommentStatus::held;
  std::string reason;  ///< why it is held or rejected, for the moderator
  friend bool operator==(const Comment&, const Comment&) = default;
};

}  // namespace kaynak
