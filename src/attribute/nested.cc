#include "attribute/nested.h"

#include <algorithm>
#include <optional>

namespace kaynak::attribute_detail {
namespace {

constexpr int max_depth = 3;             // quotations inside quotations inside quotations
constexpr std::size_t max_nested = 400;  // an article

/// Words for speaking right beside the marks, with a comma or colon between, that say that speech
/// stands there and no term: "he said, ‘no’", "‘no,’ he said". Empty where there are none.
WordRange cue_beside(const Scan& scan, const QuoteSpan& span, ByteRange bounds) {
  const std::uint32_t first = scan.token_at(span.inner.begin);
  const std::uint32_t next = scan.token_at(span.outer.end);
  if (first >= next) return {};
  constexpr std::uint32_t longest = 4;  // words of a cue
  const bool led =
      (scan.tokens[first].before & (gap_comma | gap_colon)) || scan.tokens[first].dense;
  for (std::uint32_t i = first; led && i > 0 && first - i < longest;) {
    if (scan.tokens[--i].begin < bounds.begin || scan.tokens[i].after & gap_stop) break;
    if (scan.is(i, k_cue) && i + scan.phrases[i].length >= first) return {i, first};
  }
  const std::uint32_t gap = next < scan.size() ? scan.tokens[next].before : std::uint32_t{gap_stop};
  if (!(gap & gap_comma) || gap & gap_stop) return {};
  for (std::uint32_t i = next; i < scan.size() && i < next + longest; ++i) {
    const std::uint32_t last = i + scan.phrases[i].length;
    if (scan.tokens[i].begin >= bounds.end || (i > next && scan.tokens[i].before != gap_space))
      break;
    if (scan.is(i, k_cue) && last <= scan.size()) return {i, last};
  }
  return {};
}

class Nester {
 public:
  Nester(const std::vector<Scan>& scans, const std::vector<std::vector<Relay>>& relays,
         const Language& language, const People& people, std::string_view tag)
      : scans_(scans), relays_(relays), language_(language), people_(people), tag_(tag) {}

  std::vector<Quote> read(std::vector<Quote> outer) {
    for (Quote& quote : outer) {
      const Evidence where = quote.evidence;
      out_.push_back(std::move(quote));
      if (where.block >= 0 && !scans_[where.block].tokens.empty())
        read_inside(where.block, where.range, static_cast<std::int32_t>(out_.size()) - 1, 1);
    }
    return std::move(out_);
  }

 private:
  void read_inside(std::int32_t block, ByteRange range, std::int32_t within, int depth) {
    if (depth > max_depth) return;
    const Scan& scan = scans_[block];
    const std::vector<QuoteSpan> spans = find_inner(scan.text, range);
    for (std::size_t i = 0; i < spans.size() && nested_ < max_nested; ++i) {
      const std::uint32_t from = i ? spans[i - 1].outer.end : range.begin;
      const std::uint32_t to = i + 1 < spans.size() ? spans[i + 1].outer.begin : range.end;
      std::optional<Quote> quote = read_span(block, spans[i], from, to);
      if (!quote) continue;
      quote->within = within;
      out_.push_back(std::move(*quote));
      ++nested_;
      read_inside(block, spans[i].inner, static_cast<std::int32_t>(out_.size()) - 1, depth + 1);
    }
  }

  std::optional<Quote> read_span(std::int32_t block, const QuoteSpan& span, std::uint32_t from,
                                 std::uint32_t to) const {
    const Scan& scan = scans_[block];
    const Attribution found =
        attribute_quote(scan, language_, people_, relays_[block], span, from, to);
    const WordRange beside = cue_beside(scan, span, {from, to});
    if (beside.empty() && (!span.enough || looks_like_title(scan, span))) return std::nullopt;
    Quote quote;
    quote.text = std::string(scan.text.substr(span.inner.begin, span.inner.size()));
    quote.evidence = {block, span.inner};
    quote.confidence = 0.8;
    const WordRange cue = beside.empty() ? found.cue : beside;
    quote.cue = std::string(scan.words(cue.first, cue.last));
    if (cue.first == found.cue.first) name_speaker(block, found, from, to, &quote);
    return quote;
  }

  /// Only words that stand inside the outer quotation, beside a verb, name the speaker: a pronoun
  /// means somebody whom we do not know, since other rules hold inside speech ("I", "he").
  void name_speaker(std::int32_t block, const Attribution& found, std::uint32_t from,
                    std::uint32_t to, Quote* quote) const {
    const Scan& scan = scans_[block];
    const WordRange written = found.subject.written;
    if (written.empty() || found.cue.empty()) return;
    const ByteRange bytes = {scan.tokens[written.first].begin, scan.tokens[written.last - 1].end};
    if (bytes.begin < from || bytes.end > to) return;
    quote->speaker_as_written = std::string(scan.words(written.first, written.last));
    quote->speaker_evidence = {block, bytes};
    if (found.subject.pronoun) return;
    const WordRange name = found.subject.name.empty() ? written : found.subject.name;
    const std::string full =
        found.subject.name.empty() ? std::string() : people_.fullest(scan, name);
    quote->speaker =
        full.empty() && found.subject.name.empty()
            ? quote->speaker_as_written
            : spell_name(full.empty() ? scan.words(name.first, name.last) : full, tag_);
  }

  const std::vector<Scan>& scans_;
  const std::vector<std::vector<Relay>>& relays_;
  const Language& language_;
  const People& people_;
  std::string_view tag_;
  std::vector<Quote> out_;
  std::size_t nested_ = 0;
};

}  // namespace

void add_nested(const std::vector<Scan>& scans, const std::vector<std::vector<Relay>>& relays,
                const Language& language, const People& people, std::string_view tag,
                std::vector<Quote>* quotes) {
  *quotes = Nester(scans, relays, language, people, tag).read(std::move(*quotes));
}

}  // namespace kaynak::attribute_detail
