#include "wire/sound.h"

#include <algorithm>

#include "text/url.h"
#include "wire/body.h"

namespace kaynak::wire_detail {
namespace {

bool begins_letter(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
}

bool is_range_of(const ByteRange& r, std::string_view text) {
  return r.begin <= r.end && r.end <= text.size() && begins_letter(text, r.begin) &&
         begins_letter(text, r.end);
}

bool is_web_or_empty(std::string_view url) { return url.empty() || !resolve_href(url, {}).empty(); }

bool is_sound(const Block& b) {
  const bool wordless = b.kind == BlockKind::embed || b.kind == BlockKind::ad_slot;
  if (wordless && (!b.text.empty() || !b.sentences.empty())) return false;
  if (!is_web_or_empty(b.url) || (b.figure && !is_web_or_empty(b.figure->url))) return false;
  if ((b.kind == BlockKind::figure) != b.figure.has_value()) return false;
  for (const Span& s : b.spans)
    if (!is_range_of(s.range, b.text) || (s.kind == SpanKind::link && !is_web_or_empty(s.value)))
      return false;
  std::uint32_t last = 0;
  for (const Sentence& s : b.sentences) {
    if (!is_range_of(s.range, b.text) || s.range.begin < last || s.range.empty()) return false;
    last = s.range.end;
  }
  return true;
}

bool is_sound(const Evidence& e, const Article& a) {
  if (e.block >= static_cast<std::int32_t>(a.blocks.size())) return false;
  if (e.block >= 0) return is_range_of(e.range, a.blocks[static_cast<std::size_t>(e.block)].text);
  switch (e.block) {
    case Evidence::headline:
      return is_range_of(e.range, a.headline);
    case Evidence::byline:
      return is_range_of(e.range, a.byline);
    case Evidence::metadata:
      return is_range_of(e.range, a.text_credit);
    default:
      return e.block == Evidence::none;
  }
}

}  // namespace

bool is_sound(const Article& a) {
  if (a.blocks.size() > kMaxBlocks || !is_web_or_empty(a.url) || !is_web_or_empty(a.canonical_url))
    return false;
  const auto hold = [](const auto& list, const auto& of) {
    return std::all_of(list.begin(), list.end(), of);
  };
  return hold(a.blocks, [](const Block& b) { return is_sound(b); }) &&
         hold(a.hops,
              [&](const Hop& h) { return is_web_or_empty(h.url) && is_sound(h.evidence, a); }) &&
         hold(a.declared, [](const Hop& h) { return is_web_or_empty(h.url); }) &&
         hold(a.quotes,
              [&](const Quote& q) {
                return is_sound(q.evidence, a) && is_sound(q.speaker_evidence, a);
              }) &&
         hold(a.dates, [&](const DateMention& d) { return is_sound(d.evidence, a); });
}

}  // namespace kaynak::wire_detail
