#include "attribute/quotes.h"

#include <algorithm>

#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t min_words = 4;        // fewer are part of the writer's own sentence
constexpr std::uint32_t min_dense_words = 9;  // characters
constexpr std::size_t max_quotes = 400;       // a block: beyond it the text is no prose

struct Mark {
  char32_t c = 0;
  std::uint32_t begin = 0, end = 0;
  bool may_open = false, may_close = false;
};

bool is_double(char32_t c) {
  return c == U'"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x300C ||
         c == 0x300D || c == 0x300E || c == 0x300F || c == 0xFF02;
}

bool wordish(char32_t c) { return is_letter(c) || is_digit(c); }

/// An ASCII character that is no mark and no half of one: most of most texts.
bool is_plain(unsigned char c) { return c < 0x80 && c != '"' && c != '\'' && c != '`'; }

/// Marks with what the characters around them allow.
std::vector<Mark> marks_of(std::string_view text, bool single) {
  std::vector<Mark> marks;
  char32_t before = U' ';
  for (std::size_t i = 0; i < text.size();) {
    if (const auto byte = static_cast<unsigned char>(text[i]); is_plain(byte)) {
      before = byte;
      ++i;
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(i);
    char32_t c = next_code_point(text, &i);
    if (!single && (c == U'\'' || c == U'`') && i < text.size() &&
        static_cast<char32_t>(text[i]) == c) {
      c = U'"';  // ''…'' and ``…'' of plain text
      ++i;
    }
    if (c < 0x80 && c != U'"') {
      before = c;
      continue;
    }
    const bool wanted = single ? (c == 0x2018 || c == 0x2019 || c == 0x201A) : is_double(c);
    if (wanted) {
      std::size_t j = i;
      const char32_t next = j < text.size() ? next_code_point(text, &j) : U' ';
      Mark mark{c, begin, static_cast<std::uint32_t>(i), false, false};
      mark.may_open = !wordish(before) || is_cjk(before) || is_cjk(next);
      mark.may_close = !wordish(next) || is_cjk(next) || is_cjk(before);
      if (is_space(before) && !is_space(next)) mark.may_close = false;
      if (is_space(next) && !is_space(before)) mark.may_open = false;
      if (begin > 0 && is_space(before) && is_space(next)) mark.may_open = mark.may_close = true;
      if (begin == 0) mark.may_open = true, mark.may_close = false;
      marks.push_back(mark);
    }
    before = c;
  }
  return marks;
}

/// Which way the guillemets of this text point: "»…«" in some books and papers.
bool guillemets_inward(const std::vector<Mark>& marks) {
  for (const Mark& m : marks)
    if (m.c == 0xAB || m.c == 0xBB) return m.c == 0xBB && m.may_open;
  return false;
}

bool opens(const Mark& m, bool inward) {
  switch (m.c) {
    case 0xAB:
      return !inward;
    case 0xBB:
      return inward || (m.may_open && !m.may_close);
    case 0x300C:
    case 0x300E:
      return true;
    case 0x300D:
    case 0x300F:
      return false;
    case 0x201E:
      return true;
    case 0x201C:
    case 0x201F:
      return m.may_open;
    case 0x201D:
      return m.may_open && !m.may_close;
    case 0x2018:
    case 0x201A:
      return m.may_open && !m.may_close;
    case 0x2019:
      return false;
    default:
      return m.may_open;
  }
}

/// Whether `m` can close what `open` began.
bool closes(const Mark& open, const Mark& m, bool inward) {
  switch (open.c) {
    case 0xAB:
      return m.c == 0xBB && !inward;
    case 0xBB:
      return m.c == 0xAB || (!inward && m.c == 0xBB && m.may_close);
    case 0x300C:
      return m.c == 0x300D;
    case 0x300E:
      return m.c == 0x300F;
    case 0x2018:
    case 0x201A:
      return m.c == 0x2019 && m.may_close;
    case 0x201E:
      return (m.c == 0x201C || m.c == 0x201D || m.c == U'"') && m.may_close;
    case 0x201D:
      return (m.c == 0x201C || m.c == 0x201D || m.c == U'"') && m.may_close;
    default:
      return (m.c == 0x201D || m.c == U'"' || m.c == 0xFF02 || (m.c == 0x201C && !m.may_open)) &&
             m.may_close;
  }
}

/// Whether `m` opens a quotation inside the one that `open` opened: marks of the same kind nest,
/// curly ones stand inside straight ones.
bool opens_inside(const Mark& open, const Mark& m) {
  if (open.c == 0x201C || open.c == U'"') return m.c == 0x201C && m.may_open && !m.may_close;
  const bool nests = open.c == 0xAB || open.c == 0x300C || open.c == 0x300E || open.c == 0x201E;
  return nests && m.c == open.c;
}

/// Whether a mark that closes ends speech: a sentence or a part of one ends there, or the text
/// does.
bool ends_speech(std::string_view text, const Mark& m) {
  const std::string_view before = text.substr(0, m.begin), after = text.substr(m.end);
  return before.find_last_of(".,!?") == m.begin - 1 || before.ends_with("…") ||
         after.starts_with(",") || after.size() < 3;
}

/// Index of the mark that closes marks[i], marks.size() for none.
std::size_t closing(std::string_view text, const std::vector<Mark>& marks, std::size_t i,
                    bool inward) {
  const Mark& open = marks[i];
  std::size_t depth = 1, first = marks.size();
  for (std::size_t j = i + 1; j < marks.size(); ++j) {
    if (opens_inside(open, marks[j])) {
      ++depth;
    } else if (closes(open, marks[j], inward)) {
      if (--depth == 0) return j;
      first = std::min(first, j);
    }
  }
  // One without its end: the first that closes, save where the outer one goes on in the next block.
  const bool goes_on = open.begin <= 3 && first < marks.size() && !ends_speech(text, marks[first]);
  return goes_on ? marks.size() : first;
}

}  // namespace

ByteRange trimmed_range(std::string_view text, ByteRange r) {
  while (r.begin < r.end && text[r.begin] == ' ') ++r.begin;
  while (r.end > r.begin && text[r.end - 1] == ' ') --r.end;
  return r;
}

void measure_span(std::string_view text, QuoteSpan* quote) {
  text = text.substr(quote->inner.begin, quote->inner.size());
  std::uint32_t words = 0, dense = 0;
  bool in_word = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, &i);
    const bool word = wordish(c);
    dense += is_cjk(c);
    words += word && !in_word;
    in_word = word || (in_word && (c == U'\'' || c == 0x2019 || c == U'-'));
  }
  quote->enough = dense ? dense >= min_dense_words : words >= min_words;
  quote->words = dense ? 0 : words;
}

namespace {

bool after_colon(std::string_view text, std::uint32_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  return at > 0 && text[at - 1] == ':';
}

std::vector<QuoteSpan> pair_up(std::string_view text, const std::vector<Mark>& marks) {
  std::vector<QuoteSpan> quotes;
  const bool inward = guillemets_inward(marks);
  for (std::size_t i = 0; i < marks.size() && quotes.size() < max_quotes;) {
    const bool doubled =
        i + 1 < marks.size() && marks[i + 1].c == marks[i].c && marks[i + 1].begin == marks[i].end;
    if (!opens(marks[i], inward) || (doubled && !closes(marks[i], marks[i + 1], inward))) {
      ++i;
      continue;
    }
    const std::size_t end = closing(text, marks, i, inward);
    QuoteSpan quote;
    if (end < marks.size()) {
      quote.outer = {marks[i].begin, marks[end].end};
      quote.inner = trimmed_range(text, {marks[i].end, marks[end].begin});
    } else if (marks[i].begin <= 3 || after_colon(text, marks[i].begin)) {
      quote.open = true;
      quote.outer = {marks[i].begin, static_cast<std::uint32_t>(text.size())};
      quote.inner = trimmed_range(text, {marks[i].end, quote.outer.end});
    }
    if (!quote.inner.empty()) {
      measure_span(text, &quote);
      quotes.push_back(quote);
    }
    i = end < marks.size() ? end + 1 : i + 1;
    if (quote.open) break;
  }
  return quotes;
}

bool is_dash(char32_t c) { return c == U'-' || (c >= 0x2012 && c <= 0x2015) || c == 0x2212; }

/// Bytes of a leading dash with the blank after it; 0 for none.
std::uint32_t leading_dash(std::string_view text) {
  std::size_t i = 0;
  if (text.empty() || !is_dash(next_code_point(text, &i))) return 0;
  if (i < text.size() && text[i] == ' ') return static_cast<std::uint32_t>(i + 1);
  std::size_t j = i;
  return i < text.size() && is_letter(next_code_point(text, &j)) && text[0] != '-'
             ? static_cast<std::uint32_t>(i)
             : 0;
}

/// "— Name (@name) 16 March": the signature of a post that is shown in the text.
bool signs_post(std::string_view text) {
  constexpr std::size_t longest_name = 80;
  const std::size_t at = text.find("(@");
  return at < longest_name && text.substr(0, at).find_first_of(".,!?") == text.npos;
}

bool holds(const QuoteSpan& outer, const QuoteSpan& inner) {
  return outer.outer.begin < inner.outer.begin && inner.outer.end < outer.outer.end;
}

bool apart(const QuoteSpan& a, const QuoteSpan& b) {
  return a.outer.end <= b.outer.begin || b.outer.end <= a.outer.begin;
}

}  // namespace

bool punctuated(std::string_view text, const QuoteSpan& span) {
  const std::string_view said = text.substr(span.inner.begin, span.inner.size());
  return said.find_last_of(".,!?") == said.size() - 1 || said.ends_with("…") ||
         text.substr(span.outer.end).starts_with(",");
}

namespace {

/// Speech in single marks with double ones inside ("‘She said “…” to me,’"): the single ones are
/// the outer ones there. Other speech in single marks stands beside that in double ones. `doubles`
/// and the result are in order.
std::vector<QuoteSpan> with_singles(std::string_view text, std::vector<QuoteSpan> singles,
                                    const std::vector<QuoteSpan>& doubles) {
  std::erase_if(singles, [&](const QuoteSpan& s) {
    return !s.enough || s.open || !punctuated(text, s) ||
           std::any_of(doubles.begin(), doubles.end(),
                       [&](const QuoteSpan& d) { return !apart(d, s) && !holds(s, d); });
  });
  std::vector<QuoteSpan> spans = doubles;
  std::erase_if(spans, [&](const QuoteSpan& d) {
    return std::any_of(singles.begin(), singles.end(),
                       [&](const QuoteSpan& s) { return holds(s, d); });
  });
  spans.insert(spans.end(), singles.begin(), singles.end());
  std::sort(spans.begin(), spans.end(),
            [](const QuoteSpan& a, const QuoteSpan& b) { return a.outer.begin < b.outer.begin; });
  return spans;
}

/// Speech between straight single marks, where a paper has no others: "'…,' said X".
std::vector<QuoteSpan> straight_singles(std::string_view text) {
  std::vector<QuoteSpan> spans;
  for (const QuoteSpan& span : find_inner(text, {0, static_cast<std::uint32_t>(text.size())}))
    if (span.enough && text[span.outer.begin] == '\'' && punctuated(text, span))
      spans.push_back(span);
  return spans;
}

}  // namespace

std::vector<QuoteSpan> find_marked(std::string_view text) {
  std::vector<QuoteSpan> quotes = pair_up(text, marks_of(text, false));
  if (text.find("‘") != text.npos) {
    std::vector<QuoteSpan> singles = pair_up(text, marks_of(text, true));
    quotes = quotes.empty() ? std::move(singles) : with_singles(text, std::move(singles), quotes);
  }
  if (quotes.empty() && text.find('\'') != text.npos) quotes = straight_singles(text);
  return quotes;
}

namespace {

/// First word in [i, end) that a dash stands before and that `wanted` takes; `end` for none.
template <typename Wanted>
std::uint32_t after_next_dash(const Scan& scan, std::uint32_t i, std::uint32_t end, Wanted wanted) {
  while (i < end && !((scan.tokens[i].before & gap_dash) && wanted(i))) ++i;
  return i;
}

void push_part(const Scan& scan, ByteRange inner, ByteRange outer, std::vector<QuoteSpan>* parts) {
  QuoteSpan part;
  part.inner = trimmed_range(scan.text, inner);
  part.outer = outer;
  if (part.inner.empty()) return;
  measure_span(scan.text, &part);
  parts->push_back(part);
}

}  // namespace

std::vector<QuoteSpan> split_at_tags(const Scan& scan, const std::vector<QuoteSpan>& quotes) {
  std::vector<QuoteSpan> parts;
  for (const QuoteSpan& quote : quotes) {
    const std::uint32_t end = scan.token_at(quote.inner.end);
    const std::uint32_t first = scan.token_at(quote.inner.begin);
    const std::uint32_t tag = after_next_dash(scan, first + 1, end, [&](std::uint32_t i) {
      return (scan.tokens[i].before & (gap_comma | gap_stop)) && !scan.tokens[i].capital &&
             scan.is(i, k_cue);
    });
    if (tag >= end) {
      parts.push_back(quote);
      continue;
    }
    const std::uint32_t speech = scan.tokens[tag - 1].end;
    push_part(scan, {quote.inner.begin, speech}, {quote.outer.begin, speech}, &parts);
    const std::uint32_t next =
        after_next_dash(scan, tag + 1, end, [](std::uint32_t) { return true; });
    if (next < end)
      push_part(scan, {scan.tokens[next].begin, quote.inner.end},
                {scan.tokens[next].begin, quote.outer.end}, &parts);
  }
  return parts;
}

std::vector<QuoteSpan> find_dashed(const Scan& scan) {
  std::vector<QuoteSpan> quotes;
  const std::string_view text = scan.text;
  const std::uint32_t begin = leading_dash(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  if (!begin || scan.tokens.empty() || signs_post(text)) return quotes;
  std::uint32_t from = begin;
  bool speech = true;  // the text between dashes is speech and tag in turn
  bool tagged = false;
  for (std::uint32_t i = 1; i < scan.size(); ++i) {
    const Token& t = scan.tokens[i];
    const bool dash = (t.before & gap_dash) ||
                      ((t.before & gap_hyphen) && (t.before & gap_space) && text[0] == '-');
    if (!dash) continue;
    if (speech) {
      const bool tag = !t.capital && (scan.is(i, k_cue | k_report | k_pronoun) ||
                                      scan.is(i + 1, k_cue) || scan.is(i + 2, k_cue));
      if (!tag) continue;
      const std::uint32_t end = scan.tokens[i - 1].end;
      quotes.push_back({{from, end}, {from, end}, true, false, false});
      speech = false;
      tagged = true;
    } else if (t.before & gap_stop || t.capital) {
      from = t.begin;
      speech = true;
    }
  }
  if (speech && (!tagged || from > begin)) {
    std::uint32_t end = size;
    if (!tagged) {
      // "– …, says X." with no second dash: a comma, a small word and then a name or a cue to the
      // end.
      for (std::uint32_t i = scan.size(); i-- > 1;) {
        const Token& t = scan.tokens[i];
        if (t.before & (gap_stop | gap_colon)) break;
        const bool name_next =
            i + 1 < scan.size() &&
            (scan.tokens[i + 1].capital || scan.is(i + 1, k_pronoun) || scan.size() - i <= 3);
        const bool after_speech = (t.before & (gap_comma | gap_mark)) != 0;
        if (after_speech && !t.capital &&
            (scan.is(i, k_cue) || (name_next && scan.size() - i <= 14))) {
          end = scan.tokens[i - 1].end;
          break;
        }
      }
    }
    quotes.push_back({{from, end}, {from, end}, true, false, false});
  }
  for (QuoteSpan& q : quotes) {
    q.inner = trimmed_range(text, q.inner);
    measure_span(text, &q);
  }
  return quotes;
}

}  // namespace kaynak::attribute_detail
