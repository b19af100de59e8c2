/// @file Strings between quotation marks that are titles and terms.
#include "attribute/quotes.h"
#include "base/strings.h"

namespace kaynak::attribute_detail {
namespace {

/// Whether only a comma or a joining word stands between two strings.
bool listed_with(const Scan& scan, const QuoteSpan& a, const QuoteSpan& b) {
  const std::uint32_t first = scan.token_at(a.outer.end), last = scan.token_at(b.outer.begin);
  if (last - first > 1 || (last > first && !scan.is(first, k_joiner))) return false;
  const std::string_view between = scan.text.substr(a.outer.end, b.outer.begin - a.outer.end);
  return last > first || trim(between) == "," || trim(between) == "、" || between.empty();
}

bool has_stop(std::string_view said) {
  for (const std::string_view mark : {".", "!", "?", "…", "。", "，", "！", "？"})
    if (said.find(mark) != said.npos) return true;
  return false;
}

bool has_space(std::string_view said) {
  return said.find_first_of(" \t") != said.npos || said.find("\u00A0") != said.npos;
}

std::string_view said_in(const Scan& scan, const QuoteSpan& span) {
  return scan.text.substr(span.inner.begin, span.inner.size());
}

}  // namespace

void mark_terms(const Scan& scan, std::vector<QuoteSpan>* spans) {
  for (std::size_t i = 0; i < spans->size();) {
    std::size_t end = i + 1;
    bool stops = has_stop(said_in(scan, (*spans)[i]));
    for (; end < spans->size() && listed_with(scan, (*spans)[end - 1], (*spans)[end]); ++end)
      stops = stops || has_stop(said_in(scan, (*spans)[end]));
    const bool dense = !has_space(said_in(scan, (*spans)[i]));
    const bool list = end - i > 1 && !punctuated(scan.text, (*spans)[end - 1]);
    for (; i < end; ++i) (*spans)[i].term = !stops && (list || (dense && !(*spans)[i].words));
  }
}

bool looks_like_title(const Scan& scan, const QuoteSpan& quote) {
  std::uint32_t words = 0, capitals = 0;
  bool sentence = false;
  const std::uint32_t first = scan.token_at(quote.inner.begin);
  const bool inside =
      first > 0 && !(scan.tokens[first].before & (gap_stop | gap_comma | gap_colon));
  for (std::uint32_t i = first; i < scan.size() && scan.tokens[i].begin < quote.inner.end; ++i) {
    const Token& t = scan.tokens[i];
    if (t.dense) return false;
    ++words;
    capitals += t.capital || t.digits;
    const bool last = i + 1 == scan.size() || scan.tokens[i + 1].begin >= quote.inner.end;
    if (t.end < quote.inner.end && !(last && inside))
      sentence |= (t.after & (gap_stop | gap_comma)) != 0;
  }
  return !sentence && words > 0 && capitals * 10 >= words * 6;
}

}  // namespace kaynak::attribute_detail
