/// @file Direct speech: where it begins and ends in a block.
#pragma once

#include <string_view>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

struct QuoteSpan {
  ByteRange inner;          ///< between the marks
  ByteRange outer;          ///< with them
  bool dash = false;        ///< set with a dash
  bool open = false;        ///< not closed in its paragraph: goes on in the next
  bool enough = false;      ///< long enough to count as a quotation
  bool term = false;        ///< set as titles and terms are: speech only where a verb says so
  std::uint32_t words = 0;  ///< between the marks; 0 in scripts without spaces
};

/// Pairs of quotation marks in `text`, outermost only, in order; those too short are kept (they are
/// not speech but part sentences like it).
std::vector<QuoteSpan> find_marked(std::string_view text);

/// Pairs of marks inside bytes [range) of `text`, which stand between the marks of a quotation:
/// outermost only, in order. Apostrophes are no marks. Those too short are kept.
std::vector<QuoteSpan> find_inner(std::string_view text, ByteRange range);

/// "«…, — said X. — …»": one pair of marks around speech and tag, as Russian sets it, becomes the
/// speech before and after the tag.
std::vector<QuoteSpan> split_at_tags(const Scan& scan, const std::vector<QuoteSpan>& quotes);

/// Speech set with a dash at the beginning of a paragraph ("– …, – said X. – …").
std::vector<QuoteSpan> find_dashed(const Scan& scan);

/// `range` without blanks at its ends.
ByteRange trimmed_range(std::string_view text, ByteRange range);

/// Sets `enough` and `words`.
void measure_span(std::string_view text, QuoteSpan* quote);

/// Whether the marks stand around a sentence or a part that a comma ends: single marks around
/// anything else are emphasis.
bool punctuated(std::string_view text, const QuoteSpan& quote);

/// Sets `term`: strings that a sentence lists ("the author of “…”, “…” and “…”"), and Chinese and
/// Japanese ones without a mark inside. `spans` are those of one block in order.
void mark_terms(const Scan& scan, std::vector<QuoteSpan>* spans);

/// Whether it looks like a title or slogan: most of its words begin with capitals and no sentence
/// mark is in it; one at its end does not count where a sentence leads up to it.
bool looks_like_title(const Scan& scan, const QuoteSpan& quote);

}  // namespace kaynak::attribute_detail
