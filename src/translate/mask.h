/// @file What no engine may see: found, taken out of a sentence, and put back.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"

namespace kaynak::translate_detail {

/// Parts of `text` that must reach the reader untouched: URLs, host names, e-mail addresses,
/// @handles, #hashtags, shortcodes, placeholders, markup, identifiers. In order, not overlapping,
/// never empty.
std::vector<ByteRange> find_opaque(std::string_view text);

/// URLs alone ("https://…", "www.…").
std::vector<ByteRange> find_urls(std::string_view text);

/// Names that an engine is not to translate.
struct Names {
  std::vector<std::string> persons;
  std::vector<std::string> media;  ///< outlets and agencies
};

/// Names in `text`, as whole words. Not before an apostrophe, because a masked word would cost the
/// engine the possessive; a person's last name alone counts where it does not begin the text.
std::vector<ByteRange> find_names(std::string_view text, const Names& names);

/// Whether no letter or digit stands right before or behind [begin, end).
bool is_whole_word(std::string_view text, std::size_t begin, std::size_t end);

/// Union of two lists in order; of parts that overlap, the hull.
std::vector<ByteRange> merge_parts(std::vector<ByteRange> a, const std::vector<ByteRange>& b);

/// A text and where its masked parts stand in it.
struct Unmasked {
  std::string text;
  std::vector<ByteRange> parts;  ///< as many as were masked, in the order of the source
};

/// A sentence with made-up words in the place of its masked parts. A word keeps its place in the
/// sentence as a name would (engines treat it as one), which blanks or brackets do not; and whether
/// it came back is proved by counting.
class MaskedText {
 public:
  /// `parts`: in order, not overlapping.
  MaskedText(std::string_view text, std::vector<ByteRange> parts);

  /// What an engine sees.
  const std::string& masked() const { return masked_; }
  /// Whether there is anything to translate: a letter outside the masked parts.
  bool has_words() const;
  const std::vector<ByteRange>& parts() const { return parts_; }

  /// The translation with the parts back in. Nothing unless each word came back exactly once,
  /// whole.
  std::optional<Unmasked> restore(std::string_view translation) const;

  /// The text between the parts, one more than there are parts: what to translate when restore()
  /// fails.
  std::vector<std::string> pieces() const;
  /// The parts between translated pieces, with the blanks around each piece as they were.
  Unmasked join(const std::vector<std::string>& translated) const;

 private:
  std::string word(std::size_t part) const;

  std::string text_;
  std::vector<ByteRange> parts_;
  std::string stem_;
  std::string masked_;
};

}  // namespace kaynak::translate_detail
