/// @file The values as JSON: our own record (lossless; DESIGN's command-line contract) and IPTC
/// ninjs 3.1.
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "model/article.h"
#include "model/comment.h"
#include "model/edition.h"
#include "model/source.h"
#include "model/story.h"

namespace kaynak {

/// The record that `kaynak extract` prints: every field of the command-line contract, and all else
/// that from_json needs to give the same value back. Absent fields are left out, but for the
/// contract's own keys.
Json to_json(const Article& article);
Json to_json(const Edition& edition);
Json to_json(const Story& story);
Json to_json(const Comment& comment);
Json to_json(const Source& source);

/// Reads what to_json wrote. Unknown members are ignored. Errors: malformed (a member has the wrong
/// form).
Result<Article> article_from_json(const Json& json);
Result<Edition> edition_from_json(const Json& json);
Result<Story> story_from_json(const Json& json);
Result<Comment> comment_from_json(const Json& json);

/// A document that validates against ninjs 3.1 as it stands. The schema allows no members of our
/// own, so everything it has no place for (blocks, quotes, hops with evidence, dates) rides in one
/// more item of `bodies`: role "kaynak:article", contentType "application/vnd.kaynak.article+json",
/// value the text of to_json(article).
Json to_ninjs(const Article& article);
/// The same for a translation: the edition's text in `bodies`, its original in `associations`.
Json to_ninjs(const Article& article, const Edition& edition);

}  // namespace kaynak
