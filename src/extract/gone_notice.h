/// @file Pages that answer, but say that their article is gone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace kaynak {

/// The words with which outlets say so, of all languages: locale/<language>/gone.toml. A page of
/// three words has no language to tell, so they are not kept apart. Immutable; share among threads.
class GonePhrases {
 public:
  /// Reads every `locale/<language>/gone.toml` of the share folder; keys `withdrawn` (the article
  /// was taken back), `label` (headlines that are nothing else) and `missing` (there is no such
  /// page). Errors: not_found (no language has one), malformed (file and key).
  static Result<GonePhrases> load(const Path& folder);

  std::vector<std::string> withdrawn, label, missing;  ///< case-folded
};

/// A page as far as it was understood. Views.
struct PageWords {
  std::string_view title, headline;
  std::string_view text;  ///< its main text; paragraphs parted by line breaks
  std::string_view language;
};

/// The page's own words that its article is gone: a headline or title that is such a label, or one
/// of the first sentences that begins with such a phrase, on a page of at most 800 characters of
/// text. Nothing where it says no such thing: a report about a withdrawn article says more, and
/// says it of another. Thread-safe.
std::optional<std::string> gone_notice(const PageWords& page, const GonePhrases& phrases);

}  // namespace kaynak
