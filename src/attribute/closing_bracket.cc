#include "attribute/closing_bracket.h"

#include "attribute/block_edit.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_bracket_bytes = 120;
constexpr int last_paragraphs = 3;

/// A sentence ends before the bracket, or the bracket says itself that it is a credit.
bool stands_alone(std::string_view text, std::size_t open, bool wide, const CreditLine& line) {
  if (line.byline_label || line.relay || line.source_label) return true;
  if (open < 2) return false;
  if (text[open - 1] != ' ') return wide;
  const std::string_view before = text.substr(0, open - 1);
  for (const std::string_view stop : {".", "\"", "!", "?", "»", "”", "“", "…", "।", "。", "؟"})
    if (before.ends_with(stop)) return true;
  return false;
}

}  // namespace

std::optional<ClosingBracket> find_closing_bracket(const Article& article,
                                                   const AttributionData::Impl& data,
                                                   const Language& language) {
  int seen = 0;
  for (std::size_t b = article.blocks.size(); b-- > 0 && seen < last_paragraphs;) {
    const std::string_view text = article.blocks[b].text;
    if (!has_prose(article.blocks[b])) continue;
    ++seen;
    const bool wide = text.ends_with("）");
    if (!wide && !text.ends_with(")")) continue;
    const std::size_t open = wide ? text.rfind("（") : text.rfind('(');
    const std::size_t mark = wide ? 3 : 1;
    if (open == text.npos || text.size() - open > max_bracket_bytes) continue;
    CreditLine line = read_credit(text.substr(open + mark, text.size() - open - 2 * mark), data,
                                  language, article.outlet);
    if (!line.pure() || line.parts.empty() || !stands_alone(text, open, wide, line)) continue;
    return ClosingBracket{b, open, open + mark, std::move(line)};
  }
  return std::nullopt;
}

}  // namespace kaynak::attribute_detail
