/// @file Small strong types for names that must not be swapped.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace kaynak {

/// A string that is a `Tag` and nothing else. Empty means "none".
template <class Tag>
struct StrongString {
  std::string value;

  StrongString() = default;
  explicit StrongString(std::string v) : value(std::move(v)) {}
  explicit StrongString(std::string_view v) : value(v) {}
  explicit StrongString(const char* v) : value(v) {}
  bool empty() const { return value.empty(); }
  explicit operator bool() const { return !value.empty(); }
  friend auto operator<=>(const StrongString&, const StrongString&) = default;
};

using SourceId =
    StrongString<struct SourceTag>;  ///< name of its file: "vn/song-bao" or "song-bao"; [a-z0-9/_-]
using CaptureId = StrongString<struct CaptureTag>;  ///< SHA-256 of URL and body, 64 hex digits
using ArticleId = StrongString<struct ArticleTag>;  ///< first 16 hex digits of SHA-256 of the
                                                    ///< article's identity URL
using StoryId = StrongString<struct StoryTag>;      ///< id of the story's first article
using EditionId = StrongString<struct EditionTag>;  ///< ArticleId '.' LanguageTag
using CommentId = StrongString<struct CommentTag>;

/// BCP 47 language tag in canonical case ("tr", "zh-Hant", "pt-BR"). Empty is "und".
struct LanguageTag {
  std::string value;

  LanguageTag() = default;
  /// Canonicalises case and '_' to '-'. Keeps what it does not know, up to the first character that
  /// no tag has and the first subtag of more than 8 letters: "en_US.UTF-8" is "en-US".
  explicit LanguageTag(std::string_view tag);
  /// The primary subtag: "zh-Hant" gives "zh".
  std::string_view primary() const;
  bool empty() const { return value.empty(); }
  friend auto operator<=>(const LanguageTag&, const LanguageTag&) = default;
};

/// Whether two tags name the same language once regions and scripts are set aside ("pt" and
/// "pt-BR").
inline bool same_language(const LanguageTag& a, const LanguageTag& b) {
  return a.primary() == b.primary();
}
/// Whether the language is written from right to left (ar, fa, he, ur, …; "-Latn" overrides).
bool is_right_to_left(const LanguageTag& tag);

}  // namespace kaynak

template <class Tag>
struct std::hash<kaynak::StrongString<Tag>> {
  std::size_t operator()(const kaynak::StrongString<Tag>& s) const noexcept {
    return std::hash<std::string>{}(s.value);
  }
};
template <>
struct std::hash<kaynak::LanguageTag> {
  std::size_t operator()(const kaynak::LanguageTag& t) const noexcept {
    return std::hash<std::string>{}(t.value);
  }
};
