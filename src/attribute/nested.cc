#include "attribute/nested.h"

#include <algorithm>
#include <optional>

#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_marks = 200;   // looked at inside one quotation
constexpr int max_depth = 3;             // quotations inside quotations inside quotations
constexpr std::size_t max_nested = 400;  // an article

struct Mark {
  char32_t c = 0;
  std::uint32_t begin = 0, end = 0;
  char32_t before = U' ', after = U' ';
};

bool is_quote_mark(char32_t c) {
  return c == U'"' || c == U'\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB ||
         c == 0x2039 || c == 0x203A || (c >= 0x300C && c <= 0x300F) || c == 0xFF02;
}

bool wordish(char32_t c) { return (is_letter(c) || is_digit(c)) && !is_cjk(c); }

std::vector<Mark> marks_in(std::string_view text, ByteRange range) {
  std::vector<Mark> marks;
  char32_t before = U' ';
  for (std::size_t i = range.begin; i < range.end && marks.size() < max_marks;) {
    const auto begin = static_cast<std::uint32_t>(i);
    const char32_t c = next_code_point(text, &i);
    if (is_quote_mark(c)) {
      std::size_t j = i;
      const char32_t after = i < range.end ? next_code_point(text, &j) : U' ';
      marks.push_back({c, begin, static_cast<std::uint32_t>(i), before, after});
    }
    before = c;
  }
  return marks;
}

/// The marks that may close what `open` opens; empty where it opens nothing.
std::u32string_view closers(char32_t open) {
  switch (open) {
    case U'"':
    case 0xFF02:
      return U"\"\uFF02\u201D";
    case U'\'':
      return U"'";
    case 0x2018:
      return U"\u2019";
    case 0x2019:
      return U"\u2019";
    case 0x201A:
      return U"\u2018\u2019";
    case 0x201C:
      return U"\u201D";
    case 0x201D:
      return U"\u201D";
    case 0x201E:
      return U"\u201C\u201D\"";
    case 0xAB:
      return U"\u00BB";
    case 0xBB:
      return U"\u00AB";
    case 0x2039:
      return U"\u203A";
    case 0x203A:
      return U"\u2039";
    case 0x300C:
      return U"\u300D";
    case 0x300E:
      return U"\u300F";
    default:
      return {};
  }
}

/// Marks whose shape says which way they point; others are told by what stands around them.
bool pointed(char32_t c) {
  return c == 0x201A || c == 0x201E || c == 0xAB || c == 0x2039 || c == 0x300C || c == 0x300E ||
         c == 0x2018 || c == 0x201C;
}

bool is_single(char32_t c) { return c == U'\'' || c == 0x2019; }

bool may_open(const Mark& m) {
  if (is_single(m.c) && !is_letter(m.after)) return false;  // "’90s"
  if (closers(m.c).empty() || is_space(m.after)) {
    return m.c == 0xAB || m.c == 0x2039;  // French sets them off with blanks
  }
  if (wordish(m.before)) return false;
  return pointed(m.c) || !is_letter(m.before);
}

bool may_close(const Mark& m) {
  return !wordish(m.after) && (!is_space(m.before) || m.c == 0xBB || m.c == 0x203A);
}

/// "the workers’ rights": an apostrophe behind an s, with the clause going on after it.
bool possessive(const Mark& m, std::string_view text) {
  if (!is_single(m.c) || m.begin == 0 || (text[m.begin - 1] != 's' && text[m.begin - 1] != 'S'))
    return false;
  return is_space(m.after);
}

class Pairs {
 public:
  Pairs(std::string_view text, ByteRange range) : text_(text), marks_(marks_in(text, range)) {}

  std::vector<QuoteSpan> find() {
    std::vector<QuoteSpan> spans;
    for (std::size_t i = 0; i < marks_.size();) {
      const std::size_t end = may_open(marks_[i]) ? closing(i) : marks_.size();
      if (end == marks_.size()) {
        ++i;
        continue;
      }
      spans.push_back(span(marks_[i], marks_[end]));
      i = end + 1;
    }
    return spans;
  }

 private:
  QuoteSpan span(const Mark& open, const Mark& close) const {
    QuoteSpan s;
    s.outer = {open.begin, close.end};
    s.inner = trimmed_range(text_, {open.end, close.begin});
    measure_span(text_, &s);
    return s;
  }

  /// Index of the mark that closes marks_[i]; their number for none. The same mark may nest.
  std::size_t closing(std::size_t i) const {
    const Mark& open = marks_[i];
    const std::u32string_view wanted = closers(open.c);
    const bool nests = pointed(open.c);
    std::size_t depth = 1, doubtful = marks_.size();
    for (std::size_t j = i + 1; j < marks_.size(); ++j) {
      const Mark& m = marks_[j];
      if (nests && m.c == open.c && may_open(m)) {
        ++depth;
      } else if (wanted.find(m.c) != wanted.npos && may_close(m)) {
        if (possessive(m, text_)) {
          if (doubtful == marks_.size()) doubtful = j;
        } else if (--depth == 0) {
          return j;
        }
      }
    }
    return is_single(open.c) ? marks_.size() : doubtful;
  }

  std::string_view text_;
  std::vector<Mark> marks_;
};

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
    const WordRange cue = found.subject.found() && !found.cue.empty() ? found.cue : beside;
    quote.cue = std::string(scan.words(cue.first, cue.last));
    name_speaker(block, found, from, to, &quote);
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

std::vector<QuoteSpan> find_inner(std::string_view text, ByteRange range) {
  return Pairs(text, range).find();
}

void add_nested(const std::vector<Scan>& scans, const std::vector<std::vector<Relay>>& relays,
                const Language& language, const People& people, std::string_view tag,
                std::vector<Quote>* quotes) {
  *quotes = Nester(scans, relays, language, people, tag).read(std::move(*quotes));
}

}  // namespace kaynak::attribute_detail
