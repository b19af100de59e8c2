// The words that stand for enumerators in JSON, TOML and the database: one table each.
#include <array>
#include <optional>
#include <string_view>

#include "model/article.h"
#include "model/comment.h"
#include "model/edition.h"
#include "model/source.h"

namespace kaynak {
namespace {

constexpr std::array kBlockKinds = {"heading", "paragraph", "quote", "list_item",
                                    "figure",  "table",     "embed", "ad_slot"};
constexpr std::array kSpanKinds = {"link", "emphasis", "strong", "code", "language", "opaque"};
constexpr std::array kRights = {"full", "excerpt", "link", "none"};
constexpr std::array kEditionKinds = {"original", "machine", "human"};
constexpr std::array kEditionStatuses = {"ready", "held", "withdrawn"};
constexpr std::array kCommentStatuses = {"held", "approved", "rejected"};

template <class Enum, std::size_t N>
std::optional<Enum> find(const std::array<const char*, N>& words, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i)
    if (word == words[i]) return static_cast<Enum>(i);
  return std::nullopt;
}

template <class Enum, std::size_t N>
const char* word_of(const std::array<const char*, N>& words, Enum value) {
  return words.at(static_cast<std::size_t>(value));
}

}  // namespace

const char* to_string(BlockKind kind) { return word_of(kBlockKinds, kind); }
std::optional<BlockKind> block_kind_from(std::string_view word) {
  return find<BlockKind>(kBlockKinds, word);
}
const char* to_string(SpanKind kind) { return word_of(kSpanKinds, kind); }
std::optional<SpanKind> span_kind_from(std::string_view word) {
  return find<SpanKind>(kSpanKinds, word);
}
const char* to_string(Rights rights) { return word_of(kRights, rights); }
std::optional<Rights> rights_from(std::string_view word) { return find<Rights>(kRights, word); }
const char* to_string(EditionKind kind) { return word_of(kEditionKinds, kind); }
std::optional<EditionKind> edition_kind_from(std::string_view word) {
  return find<EditionKind>(kEditionKinds, word);
}
const char* to_string(EditionStatus status) { return word_of(kEditionStatuses, status); }
std::optional<EditionStatus> edition_status_from(std::string_view word) {
  return find<EditionStatus>(kEditionStatuses, word);
}
const char* to_string(CommentStatus status) { return word_of(kCommentStatuses, status); }
std::optional<CommentStatus> comment_status_from(std::string_view word) {
  return find<CommentStatus>(kCommentStatuses, word);
}

}  // namespace kaynak
