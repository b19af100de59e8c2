#include "attribute/figures.h"

#include <algorithm>

#include "attribute/block_edit.h"
#include "attribute/credit_line.h"
#include "attribute/figure_names.h"
#include "attribute/names.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_credit_words = 24;
constexpr std::size_t max_credit_bytes = 220;

bool names_somebody(const CreditLine& line) {
  return line.has(CreditPart::medium) || line.has(CreditPart::person) ||
         std::any_of(line.parts.begin(), line.parts.end(), [](const CreditPart& p) {
           return p.kind == CreditPart::other && sounds_like_agency(p.name);
         });
}

bool names_agency(const CreditLine& line) {
  return line.has(CreditPart::medium) ||
         std::any_of(line.parts.begin(), line.parts.end(), [](const CreditPart& p) {
           return p.kind == CreditPart::other && sounds_like_agency(p.name);
         });
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> marks,
                     std::size_t* size) {
  for (const std::string_view mark : marks)
    if (text.substr(0, mark.size()) == mark) return *size = mark.size(), true;
  return false;
}

/// "Photo" in tongues that have no phrases of their own here, before a colon.
bool common_label(std::string_view word) {
  static constexpr std::string_view labels[] = {
      "foto",       "photo",     "kuva",       "kuvat",  "bild",        "image",
      "isithombe",  "izithombe", "fotografie", "fotó",   "fotky",       "slika",
      "snimka",     "nuotrauka", "фото",       "снимка", "фотографија", "φωτό",
      "φωτογραφία", "사진",      "ფოტო",       "תמונה",  "צילום",       "عکس",
      "ภาพ",        "picha",     "beeld",      "bildo",  "mynd",        "poza"};
  return std::find(std::begin(labels), std::end(labels), word) != std::end(labels);
}

/// `range` without blanks, signs, brackets and a lone full stop around a credit.
ByteRange without_marks(std::string_view text, ByteRange range) {
  std::size_t n = 0;
  const auto rest = [&] { return text.substr(range.begin, range.size()); };
  while (!range.empty() && starts_with_any(rest(),
                                           {" ", "©", "(c)", "(C)", ":", "：", "|", "/", "—", "–",
                                            "-", "＝", "=", "•", ",", "．"},
                                           &n))
    range.begin += static_cast<std::uint32_t>(n);
  if (!range.empty() && (text[range.begin] == '(' || text[range.begin] == '[') &&
      (rest().find_first_of(")]") == std::string_view::npos ||
       rest().find_first_of(")]") + 1 >= rest().size()))
    ++range.begin;
  while (!range.empty() && (text[range.end - 1] == ' ' || text[range.end - 1] == '|')) --range.end;
  const auto drop_close = [&](std::string_view open, std::string_view close) {
    if (rest().ends_with(close) && rest().find(open) == std::string_view::npos)
      range.end -= static_cast<std::uint32_t>(close.size());
  };
  drop_close("(", ")");
  drop_close("[", "]");
  drop_close("（", "）");
  while (!range.empty() && text[range.end - 1] == ' ') --range.end;
  return range;
}

/// A credit inside one text.
class Finder {
 public:
  Finder(std::string_view text, const AttributionData::Impl& data, const Language& language)
      : text_(text), data_(data), language_(language), scan_(data.scan(text, language, true)) {}

  FoundCredit find() const {
    if (scan_.tokens.empty()) return {};
    if (const FoundCredit f = before_rights(); f.found()) return f;
    if (const FoundCredit f = in_last_brackets(); f.found()) return f;
    if (const FoundCredit f = after_label(); f.found()) return f;
    if (const FoundCredit f = before_label(); f.found()) return f;
    return at_the_end();
  }

  /// Bytes [begin, end) after a leading label and its colon.
  ByteRange without_label(ByteRange range) const {
    range = without_marks(text_, range);
    for (int labels = 0; labels < 3; ++labels) {
      const std::uint32_t i = scan_.token_at(range.begin);
      if (i >= scan_.size() || scan_.tokens[i].begin >= range.end) break;
      const std::uint32_t n = label_length(i);
      if (!n) break;
      const std::uint32_t next = i + n;
      const std::uint32_t begin = next < scan_.size() ? scan_.tokens[next].begin : range.end;
      ByteRange rest =
          without_marks(text_, {std::max(range.begin, scan_.tokens[next - 1].end), range.end});
      if (next < scan_.size() && rest.empty()) rest = {begin, range.end};
      if (rest.empty()) break;
      range = rest;
    }
    return range;
  }

 private:
  ByteRange to_end(std::uint32_t begin) const {
    return {begin, static_cast<std::uint32_t>(text_.size())};
  }

  CreditLine read(ByteRange r) const {
    return read_credit(text_.substr(r.begin, r.size()), data_, language_, {});
  }

  /// Words of the photo label that begins at `i` and is followed by a colon or is a phrase ("photo
  /// by"); 0 for none.
  std::uint32_t label_length(std::uint32_t i) const {
    if (i >= scan_.size()) return 0;  // nothing but signs
    if ((scan_.tokens[i].after & gap_colon) && common_label(scan_.fold_at(i))) return 1;
    if (!scan_.is(i, k_photo_label | k_source_label)) return 0;
    std::uint32_t n = scan_.phrases[i].length;
    if (in_medium(i)) return 0;
    for (std::uint32_t j = i + n;
         j < scan_.size() && scan_.is(j, k_photo_label | k_supplied) && j < i + 3; ++j)
      n = j + 1 - i;  // "Photo / Image:"
    const Token& last = scan_.tokens[i + n - 1];
    const bool photo = scan_.is(i, k_photo_label);
    if (last.after & gap_colon) return n;
    return photo && (n > 1 || (i == 0 && last.after & (gap_bar | gap_sign))) ? n : 0;
  }

  bool in_medium(std::uint32_t i) const {
    return std::any_of(scan_.mentions.begin(), scan_.mentions.end(),
                       [&](const Mention& m) { return m.first <= i && i < m.last; });
  }

  FoundCredit in_last_brackets() const {
    std::size_t close = text_.size();
    while (close > 0 && (text_[close - 1] == ' ' || text_[close - 1] == '.')) --close;
    const std::string_view until = text_.substr(0, close);
    std::size_t open = until.npos, mark = 1;
    if (until.ends_with(")"))
      open = until.rfind('(');
    else if (until.ends_with("]"))
      open = until.rfind('[');
    else if (until.ends_with("）"))
      open = until.rfind("（"), mark = 3;
    if (open == until.npos || close - open > max_credit_bytes) return {};
    const ByteRange inner{static_cast<std::uint32_t>(open + mark),
                          static_cast<std::uint32_t>(close - mark)};
    if (inner.begin >= inner.end) return {};
    const CreditLine line = read(inner);
    const bool labelled = label_length(scan_.token_at(inner.begin)) > 0;
    const bool credit = labelled || (names_agency(line) && line.unknown <= 3) ||
                        (line.photo_label && names_somebody(line));
    if (!credit) return {};
    // "© Name (KNA)": the bracket is the end of a longer credit.
    if (!labelled && line.pure() && !line.has(CreditPart::person))
      if (const FoundCredit longer = longer_than(static_cast<std::uint32_t>(open)); longer.found())
        return longer;
    return {to_end(static_cast<std::uint32_t>(open)), without_label(inner)};
  }

  /// "… @name/via REUTERS THIS IMAGE HAS BEEN SUPPLIED BY A THIRD PARTY. NO RESALES.": conditions
  /// in capitals belong to the credit before them and name nobody.
  FoundCredit before_rights() const {
    constexpr std::uint32_t shortest = 6;
    std::uint32_t first = scan_.size();
    while (first > 0 && (scan_.tokens[first - 1].upper || scan_.at(first - 1) == "A")) --first;
    if (scan_.size() - first < shortest || first == 0) return {};
    for (const Mention& m : scan_.mentions)
      if (m.first == first) first = m.last;
    if (scan_.size() - first < shortest) return {};
    const std::string_view before = text_.substr(0, scan_.tokens[first].begin);
    FoundCredit f = Finder(before, data_, language_).find();
    if (!f.found()) return {};
    f.cut.end = f.credit.end = static_cast<std::uint32_t>(text_.size());
    return f;
  }

  FoundCredit longer_than(std::uint32_t open) const {
    FoundCredit f = after_label();
    if (f.found() && f.cut.begin < open) return f;
    f = at_the_end();
    return f.found() && f.cut.begin < open ? f : FoundCredit{};
  }

  /// "… Photo: Name/Agency", "… © Agency".
  FoundCredit after_label() const {
    for (std::uint32_t i = 0; i < scan_.size(); ++i) {
      const bool sign = sign_before(i);
      const std::uint32_t n = sign ? 0 : label_length(i);
      if (!sign && n == 0) continue;
      const bool boundary = i == 0 ||
                            (scan_.tokens[i].before & ~(gap_space | gap_apostrophe | gap_hyphen)) ||
                            scan_.tokens[i].capital || language_.no_case;
      const std::uint32_t last = scan_.size();
      if (!boundary || last - i > max_credit_words + n || last == i + n) continue;
      const std::uint32_t begin = sign ? sign_position(i) : scan_.tokens[i].begin;
      const ByteRange credit = without_label(to_end(begin));
      const ByteRange cut = to_end(open_bracket_before(begin));
      if (!credit.empty() && credit.size() <= max_credit_bytes && !runs_on(credit))
        return {cut, credit};
    }
    return {};
  }

  /// A sentence after the credit's own end: then this is no credit at the end.
  bool runs_on(ByteRange credit) const {
    const CreditLine line = read(credit);
    return line.unknown > 8 && !line.has(CreditPart::medium);
  }

  bool sign_before(std::uint32_t i) const { return sign_position(i) != scan_.tokens[i].begin; }

  /// Where the © (or "(c)") before word `i` stands; the word's own begin where there is none.
  std::uint32_t sign_position(std::uint32_t i) const {
    const std::uint32_t from = i ? scan_.tokens[i - 1].end : 0;
    const std::string_view gap = text_.substr(from, scan_.tokens[i].begin - from);
    for (const std::string_view mark : {"©", "℗"})
      if (const std::size_t at = gap.find(mark); at != gap.npos)
        return from + static_cast<std::uint32_t>(at);
    if (i == 0 || scan_.fold_at(i - 1) != "c" || !(scan_.tokens[i - 1].after & gap_close))
      return scan_.tokens[i].begin;
    const std::uint32_t letter = scan_.tokens[i - 1].begin;
    for (const std::string_view bracket : {"(", "（"})
      if (text_.substr(0, letter).ends_with(bracket))
        return letter - static_cast<std::uint32_t>(bracket.size());
    return scan_.tokens[i].begin;
  }

  std::uint32_t open_bracket_before(std::uint32_t begin) const {
    return begin > 0 && (text_[begin - 1] == '(' || text_[begin - 1] == '[') ? begin - 1 : begin;
  }

  /// "… . 고영권 기자": after the caption's last sentence a name and what its bearer is.
  FoundCredit before_role() const {
    constexpr std::uint32_t longest_name = 3;
    const std::uint32_t last = scan_.size();
    for (std::uint32_t label = last > 2 ? last - 2 : 0; label < last; ++label) {
      if (!scan_.is(label, k_role) || label + scan_.phrases[label].length != last) continue;
      for (std::uint32_t begin = label; begin-- > 0 && label - begin <= longest_name;)
        if (scan_.tokens[begin].before & gap_stop)
          return {to_end(scan_.tokens[begin].begin),
                  {scan_.tokens[begin].begin, scan_.tokens[last - 1].end}};
    }
    return {};
  }

  /// "Name 摄", "고영권 기자": the label is the last word.
  FoundCredit before_label() const {
    if (const FoundCredit f = before_role(); f.found()) return f;
    std::uint32_t last = scan_.size();
    if (last < 3 || !scan_.tokens[last - 1].dense) return {};
    std::uint32_t label = last - 1;
    while (label > 0 && last - label < 3 && !scan_.is(label, k_photo_label | k_role)) --label;
    if (!scan_.is(label, k_photo_label | k_role) || label + scan_.phrases[label].length != last)
      return {};
    std::uint32_t begin = label;
    while (begin > 0 && label - begin < 4 && scan_.tokens[begin - 1].dense &&
           !(begin < label && scan_.tokens[begin - 1].after))
      --begin;
    const bool boundary = begin == 0 || scan_.tokens[begin].before;
    if (!boundary || label - begin < 2) return {};
    const bool role = scan_.is(label, k_role);
    return {to_end(scan_.tokens[begin].begin),
            {scan_.tokens[begin].begin, scan_.tokens[role ? last - 1 : label - 1].end}};
  }

  /// "… . KCNA", "… | Name/Agency", "… / AFP", "…＝ＡＰ", "… . EFE/ Name".
  FoundCredit at_the_end() const {
    FoundCredit best;
    bool best_strong = false;
    const std::uint32_t n = scan_.size();
    const std::uint32_t from = n > max_credit_words ? n - max_credit_words : 0;
    for (std::uint32_t i = n; i-- > from;) {
      const std::uint16_t before = scan_.tokens[i].before;
      const bool strong = i == 0 || (before & (gap_stop | gap_bar | gap_dash | gap_close)) ||
                          equals_before(i) || ((before & gap_hyphen) && (before & gap_space));
      const bool weak = (before & (gap_slash | gap_comma | gap_mark)) != 0 ||
                        (before & gap_dot && scan_.tokens[i].capital);
      if (!strong && !weak) continue;
      if (i == 0 && best_strong) break;  // a caption stands before the mark
      const ByteRange tail{scan_.tokens[i].begin, static_cast<std::uint32_t>(text_.size())};
      const CreditLine line = read(tail);
      if (!names_agency(line)) {
        if (line.unknown > 2) break;
        continue;
      }
      const bool good =
          line.prose == 0 && (strong ? line.unknown <= 1 : line.pure() && mention_at(i));
      if (!good) {
        if (line.unknown > 4) break;
        continue;
      }
      best_strong = strong;
      best = {{i ? scan_.tokens[i - 1].end : 0, tail.end}, without_label(tail)};
      if (best.credit.begin > 0 && text_[best.credit.begin - 1] == '@') --best.credit.begin;
      if (i == 0)
        best.cut.begin = 0;
      else
        best.cut.begin = keep_stop(best.cut.begin);
    }
    return best;
  }

  bool mention_at(std::uint32_t i) const {
    return std::any_of(scan_.mentions.begin(), scan_.mentions.end(),
                       [&](const Mention& m) { return m.first == i; });
  }

  bool equals_before(std::uint32_t i) const {
    const std::uint32_t from = i ? scan_.tokens[i - 1].end : 0;
    const std::string_view gap = text_.substr(from, scan_.tokens[i].begin - from);
    return gap.find("＝") != gap.npos || gap.find('=') != gap.npos;
  }

  /// The sentence's own end stays in the caption.
  std::uint32_t keep_stop(std::uint32_t at) const {
    static constexpr std::string_view stops[] = {".",  "!", "?", "…",  "。", "”",
                                                 "\"", "»", ")", "）", "’"};
    for (bool again = true; again;) {
      again = false;
      for (const std::string_view stop : stops)
        if (text_.substr(at, stop.size()) == stop) {
          at += static_cast<std::uint32_t>(stop.size());
          again = true;
        }
    }
    return at;
  }

  std::string_view text_;
  const AttributionData::Impl& data_;
  const Language& language_;
  Scan scan_;
};

bool runs_into_word(std::string_view text, std::size_t at) {
  const char32_t next = at < text.size() ? next_code_point(text, &at) : U' ';
  return is_letter(next) || is_digit(next);
}

/// Whether a letter or digit stands before byte `at`.
bool ends_in_word(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0) == 0x80) {
  }
  return at > 0 && runs_into_word(text.substr(begin, at - begin), 0);
}

/// Takes a credit out of the end of a caption, or out of all of it; false where it does not stand
/// there.
bool cut_credit(std::string_view credit, Block* block) {
  if (credit.empty() || block->text == credit) return false;
  const std::size_t at = block->text.rfind(credit);
  if (at == std::string::npos) return false;
  const std::size_t end = at + credit.size();
  if (end != block->text.size() && (at != 0 || runs_into_word(block->text, end))) return false;
  if (at > 0 && runs_into_word(credit, 0) && ends_in_word(block->text, at)) return false;
  cut_text(block, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
  return true;
}

/// A credit the page gives on its own: without label, and out of the caption where it stands there
/// too, however often.
void use_given_credit(Block* block, const AttributionData::Impl& data, const Language& language) {
  Figure& figure = *block->figure;
  const std::string given = figure.credit;
  const auto size = static_cast<std::uint32_t>(given.size());
  const ByteRange core = Finder(given, data, language).without_label({0, size});
  if (!core.empty()) figure.credit = given.substr(core.begin, core.size());
  for (const std::string& form : {given, figure.credit}) {
    bool cut = false;
    while (cut_credit(form, block)) cut = true;
    if (cut) return;
  }
}

/// Whether a credit found in the caption says what the given one says.
bool same_credit(std::string_view a, std::string_view b) {
  const std::string x = fold(a), y = fold(b);
  return x.find(y) != x.npos || y.find(x) != y.npos;
}

/// "(AP Photo/Name)" in the caption beside "Copyright AP": the same agency, with who took it.
bool says_more(std::string_view found, std::string_view given, const AttributionData::Impl& data,
               const Language& language) {
  const CreditLine more = read_credit(found, data, language, {});
  const CreditLine less = read_credit(given, data, language, {});
  if (!more.has(CreditPart::person) || less.has(CreditPart::person)) return false;
  return std::all_of(less.parts.begin(), less.parts.end(), [&](const CreditPart& part) {
    return std::any_of(more.parts.begin(), more.parts.end(),
                       [&](const CreditPart& p) { return p.name == part.name; });
  });
}

/// "Constitutional Court / Shutterstock" where the alternative text is "Constitutional Court": a
/// caption stands before the credit.
void part_alt_from_credit(Block* block) {
  Figure& figure = *block->figure;
  const std::string alt = figure.alt;
  if (alt.empty() || !block->text.empty() || figure.credit.size() <= alt.size() ||
      fold(figure.credit.substr(0, alt.size())) != fold(alt))
    return;
  const std::string rest = figure.credit.substr(alt.size());
  const std::size_t from = rest.find_first_not_of(" /|-–—,.");
  if (from == 0 || from == std::string::npos) return;
  set_text(block, figure.credit.substr(0, alt.size()));
  figure.credit = rest.substr(from);
}

/// The alternative text may hold the caption and credit that the page does not show.
void use_alt(Block* block, const AttributionData::Impl& data, const Language& language) {
  Figure& figure = *block->figure;
  const FoundCredit found = find_credit(figure.alt, data, language);
  if (!found.found() || found.cut.begin == 0) return;
  figure.credit = figure.alt.substr(found.credit.begin, found.credit.size());
  if (!block->text.empty()) return;
  set_text(block, figure.alt);
  cut_text(block, found.cut);
}

}  // namespace

FoundCredit find_credit(std::string_view caption, const AttributionData::Impl& data,
                        const Language& language) {
  return Finder(caption, data, language).find();
}

namespace {

/// A caption that is nothing but "Private" or "Handout" says where the picture is from.
void use_bare_supplier(Block* block, const AttributionData::Impl& data, const Language& language) {
  constexpr std::size_t longest = 60;
  if (!block->figure->credit.empty() || block->text.empty() || block->text.size() > longest) return;
  const Scan scan = data.scan(block->text, language, true);
  for (std::uint32_t i = 0; i < scan.size();
       i += std::max<std::uint32_t>(1, scan.phrases[i].length))
    if (!scan.is(i, k_supplied)) return;
  block->figure->credit = block->text;
  cut_text(block, {0, static_cast<std::uint32_t>(block->text.size())});
}

bool has_word(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (const char32_t c = next_code_point(text, &i); is_letter(c) || is_digit(c)) return true;
  return false;
}

/// "((((AP" → "(AP": a mark at an end, however often, is one; brackets that have a partner stay.
void drop_repeated_marks(std::string* credit) {
  std::ptrdiff_t open = std::count(credit->begin(), credit->end(), '(') -
                        std::count(credit->begin(), credit->end(), ')');
  const auto drops = [&](char mark, char next, char partnered, std::ptrdiff_t step) {
    if (mark != next || mark <= ' ' || mark >= '0' || (mark == partnered && open * step <= 0))
      return false;
    if (mark == partnered) open -= step;
    return true;
  };
  std::size_t first = 0, last = credit->size();
  while (first + 1 < last && drops((*credit)[first], (*credit)[first + 1], '(', 1)) ++first;
  while (last > first + 1 && drops((*credit)[last - 1], (*credit)[last - 2], ')', -1)) --last;
  *credit = credit->substr(first, last - first);
}

/// Without labels and marks at its ends, however often they are written; marks alone are none.
void settle_credit(Figure* figure, const AttributionData::Impl& data, const Language& language) {
  if (!has_word(figure->credit)) figure->credit.clear();
  drop_repeated_marks(&figure->credit);
  for (int again = 0; again < 4; ++again) {
    const auto size = static_cast<std::uint32_t>(figure->credit.size());
    if (size == 0) return;
    const ByteRange core = Finder(figure->credit, data, language).without_label({0, size});
    if (core.size() == size) return;
    figure->credit = core.empty() ? std::string() : figure->credit.substr(core.begin, core.size());
  }
}

/// One reading: what it moves may let the next one see more ("© © Foto: Foto: …").
void read_once(Block* block, const AttributionData::Impl& data, const Language& language) {
  Figure& figure = *block->figure;
  part_alt_from_credit(block);
  if (!figure.credit.empty()) use_given_credit(block, data, language);
  // A credit may be printed twice.
  for (int printed = 0; printed < 4 && !block->text.empty(); ++printed) {
    const FoundCredit found = find_credit(block->text, data, language);
    if (!found.found()) break;
    const std::string credit = block->text.substr(found.credit.begin, found.credit.size());
    if (figure.credit.empty()) figure.credit = credit;
    if (says_more(credit, figure.credit, data, language)) figure.credit = credit;
    if (!same_credit(figure.credit, credit)) {
      // "Photo by NAME" and then " /AGENCY": two halves of one credit.
      const CreditLine given = read_credit(figure.credit, data, language, {});
      if (given.has(CreditPart::medium) ||
          !read_credit(credit, data, language, {}).has(CreditPart::medium))
        break;
      figure.credit += " / " + credit;
    }
    cut_text(block, found.cut);
  }
  if (figure.credit.empty() && !figure.alt.empty()) use_alt(block, data, language);
  part_alt_from_credit(block);
  use_bare_supplier(block, data, language);
  settle_credit(&figure, data, language);
}

}  // namespace

void attribute_figure(Block* block, const AttributionData::Impl& data, const Language& language,
                      std::string_view tag) {
  if (!block->figure) return;
  constexpr int most_readings = 8;
  for (int again = 0; again < most_readings; ++again) {
    const std::string caption = block->text, credit = block->figure->credit;
    read_once(block, data, language);
    if (block->text == caption && block->figure->credit == credit) break;
  }
  fill_figure_names(&*block->figure, data, language, tag);
  block->figure->caption = block->text;
}

}  // namespace kaynak::attribute_detail
