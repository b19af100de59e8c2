/// @file Direct speech: where it begins and ends in a block.
#pragma once

#include <string_view>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

struct QuoteSpan {
  ByteRange inner;      ///< between the marks
  ByteRange outer;      ///< with them
  bool dash = false;    ///< set with a dash
  bool open = false;    ///< not closed in its paragraph: goes on in the next
  bool enough = false;  ///< long enough to count as a quotation
  bool brief = false;  ///< a word short of that: counts where a verb of speech and a speaker say so
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

/// Sets `enough` and `brief` by the words between the marks.
void measure_span(std::string_view text, QuoteSpan* quote);

/// Whether it looks like a title or slogan: most of its words begin with capitals and no sentence
/// mark is in it.
bool looks_like_title(const Scan& scan, const QuoteSpan& quote);

}  // namespace kaynak::attribute_detail
