/// @file Pairs of marks of all kinds, single ones among them, inside a part of a text.
#include "attribute/quotes.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_marks = 200;  // looked at inside one quotation

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
  Pairs(std::string_view text, ByteRange range)
      : text_(text), range_(range), marks_(marks_in(text, range)) {}

  std::vector<QuoteSpan> find() {
    std::vector<QuoteSpan> spans;
    for (std::size_t i = 0; i < marks_.size();) {
      const std::size_t end = may_open(marks_[i]) ? closing(i) : marks_.size();
      if (end == marks_.size() && shares_end(marks_[i])) {
        spans.push_back(span(marks_[i], {0, range_.end, range_.end}));
        break;
      }
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

  /// "«A «b»": one mark ends both the inner quotation and the outer one.
  bool shares_end(const Mark& open) const {
    if (!may_open(open) || !pointed(open.c) || open.begin == range_.begin) return false;
    std::size_t i = range_.end;
    while (i < text_.size() && text_[i] == ' ') ++i;
    return i < text_.size() &&
           closers(open.c).find(next_code_point(text_, &i)) != std::u32string_view::npos;
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
  ByteRange range_;
  std::vector<Mark> marks_;
};

}  // namespace

std::vector<QuoteSpan> find_inner(std::string_view text, ByteRange range) {
  return Pairs(text, range).find();
}

}  // namespace kaynak::attribute_detail
