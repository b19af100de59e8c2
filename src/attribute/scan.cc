#include "attribute/scan.h"

#include <algorithm>
#include <array>

#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

bool is_mark(char32_t c) {
  return c == U'"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 ||
         c == 0x203A || (c >= 0x300C && c <= 0x300F) || c == 0xFF02;
}

std::uint16_t gap_of(char32_t c) {
  if (c == U' ') return gap_space;
  if (is_space(c) || c == 0x200B) return gap_space;
  if (is_mark(c)) return gap_mark;
  switch (c) {
    case U',':
    case 0x060C:
    case 0x3001:
    case 0xFF0C:
      return gap_comma;
    case U'!':
    case U'?':
    case 0x2026:
    case 0x0589:  // Armenian
    case 0x061F:
    case 0x06D4:  // Urdu
    case 0x0964:  // danda
    case 0x0965:
      return gap_stop;
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
      return gap_stop;
    case U':':
    case 0xFF1A:
      return gap_colon;
    case U';':
    case 0x061B:
    case 0xFF1B:
      return gap_semicolon;
    case U'(':
    case U'[':
    case 0xFF08:
    case 0x3010:
      return gap_open;
    case U')':
    case U']':
    case 0xFF09:
    case 0x3011:
      return gap_close;
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return gap_dash;
    case U'-':
    case 0x2010:
    case 0x2011:
      return gap_hyphen;
    case U'/':
    case 0xFF0F:
      return gap_slash;
    case U'|':
    case 0x2022:
    case 0xB7:
    case 0xFF5C:
    case 0x30FB:
      return gap_bar;
    case U'\'':
    case 0x2019:
    case 0x2018:
    case 0x02BC:
      return gap_apostrophe;
    default:
      return gap_sign;
  }
}

/// A full stop ends something only before a blank, a mark, a bracket or the end.
std::uint16_t stop_or_dot(std::string_view text, std::size_t next) {
  if (next >= text.size()) return gap_stop;
  const char32_t c = next_code_point(text, &next);
  return is_letter(c) || is_digit(c) ? gap_dot : gap_stop;
}

/// Vowel signs and the like of the Indic scripts, whose blocks are laid out alike: they are parts
/// of words, and no letters.
bool is_indic_sign(char32_t c) {
  if (c < 0x900 || c >= 0xD80) return false;
  const char32_t at = c & 0x7F;
  return at <= 0x4F || (at >= 0x51 && at <= 0x57) || at == 0x62 || at == 0x63;
}

/// Thai parts phrases by blanks: they are words here, not their characters.
bool is_thai(char32_t c) { return c >= 0xE01 && c < 0xE80; }

/// Vowels and tones that Thai sets above and below letters.
bool is_thai_sign(char32_t c) {
  return c == 0xE31 || (c >= 0xE34 && c <= 0xE3A) || (c >= 0xE47 && c <= 0xE4E);
}

}  // namespace

const Characters::Block& Characters::made(std::size_t index) const {
  const std::lock_guard lock(making_);
  if (!owned_[index]) {
    auto block = std::make_unique<Block>();
    for (char32_t k = 0; k < block_size; ++k)
      (*block)[k] = compute(static_cast<char32_t>(index) * block_size + k);
    owned_[index] = std::move(block);
    blocks_[index].store(owned_[index].get(), std::memory_order_release);
  }
  return *owned_[index];
}

Characters::Entry Characters::compute(char32_t c) {
  Entry e;
  const bool mark = (c >= 0x300 && c <= 0x36F) || (c >= 0x64B && c <= 0x65F) || c == 0x640;
  e.word = is_letter(c) || is_digit(c) || mark || is_indic_sign(c) || is_thai_sign(c);
  if (!e.word) return e;
  if (is_thai_sign(c)) {
    e.fold[0] = c;
    return e;
  }
  std::string one;
  append_utf8(&one, c);
  // Marks tell words apart in Latin script (Vietnamese "anh" and "ảnh"); in others they come and
  // go.
  const bool latin = c < 0x370 || (c >= 0x1E00 && c < 0x1F00);
  const std::string folded = latin ? fold_case(one) : fold(one);
  e.capital = is_upper(c);
  e.digit = is_digit(c);
  e.small = is_letter(c) && !e.capital && lower(one) == one && upper(one) != one;
  e.dense = is_cjk(c) && !is_thai(c);
  int n = 0;
  if (!mark)
    for (std::size_t i = 0; i < folded.size() && n < 2;) {
      const char32_t f = next_code_point(folded, &i);
      if (f != 0x307) e.fold[n++] = f;  // of the Turkish capital İ
    }
  return e;
}

Characters::Entry Characters::of_rare(char32_t c) const {
  if (Entry rare; c >= 0xFF01 && c <= 0xFF5E)
    return of(c - 0xFF01 + 0x21, &rare);  // full-width ASCII
  if (is_cjk(c)) {
    Entry e;
    e.word = e.dense = true;
    e.fold[0] = c;
    return e;
  }
  if (c == 0x30FC) return Entry{{c, 0}, true, false, false, true, false};
  if (c < 0x3100) {  // punctuation and symbols
    Entry e;
    e.word = is_letter(c);
    e.fold[0] = c;
    return e;
  }
  return compute(c);
}

std::uint32_t Scan::token_at(std::uint32_t byte) const {
  const auto it = std::partition_point(tokens.begin(), tokens.end(),
                                       [&](const Token& t) { return t.begin < byte; });
  return static_cast<std::uint32_t>(it - tokens.begin());
}

namespace {

/// The folded form of ASCII letters and figures; 0 for all other bytes.
constexpr std::array<char, 256> folded_bytes = [] {
  std::array<char, 256> table{};
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
  for (unsigned c = 'a'; c <= 'z'; ++c) {
    table[c] = static_cast<char>(c);
    table[c - 0x20] = static_cast<char>(c);
  }
  return table;
}();
char folded_byte(char c) { return folded_bytes[static_cast<unsigned char>(c)]; }

/// Cuts a text into words as it goes through its characters once.
class Tokeniser {
 public:
  Tokeniser(std::string_view text, const Characters& characters)
      : text_(text), characters_(characters) {
    scan_.text = text;
    scan_.folded.reserve(text.size());
    scan_.tokens.reserve(text.size() / 6 + 4);
  }

  Scan run() {
    for (std::size_t i = 0; i < text_.size();) {
      if (folded_byte(text_[i]) != 0)
        i = read_ascii(i);
      else
        i = read_character(i);
    }
    close();
    if (!scan_.tokens.empty()) scan_.tokens.back().after = gap_;
    return std::move(scan_);
  }

 private:
  /// The letters and figures from a byte on, most of most texts, in one go; gives the end.
  std::size_t read_ascii(std::size_t begin) {
    constexpr std::size_t most = 64;  // bytes at a time
    std::array<char, most> folded;
    std::size_t size = 0;
    int capitals = 0, figures = 0;
    for (; size < most && begin + size < text_.size(); ++size) {
      const char c = text_[begin + size];
      if ((folded[size] = folded_byte(c)) == 0) break;
      capitals += c < 'a' && c > '9';
      figures += c <= '9';
    }
    const char head = text_[begin];
    if (!open_ || scan_.tokens.back().dense)
      begin_word(begin, head != folded[0], head <= '9', false);
    capitals_ += capitals;
    smalls_ += static_cast<int>(size) - capitals - figures;
    scan_.folded.append(folded.data(), size);
    scan_.tokens.back().end = static_cast<std::uint32_t>(begin + size);
    return begin + size;
  }

  std::size_t read_character(std::size_t begin) {
    std::size_t i = begin;
    const char32_t c = next_code_point(text_, &i);
    const Characters::Entry& e = characters_.of(c, &rare_);
    if (!e.word) {
      close();
      gap_ |= c == U'.' ? stop_or_dot(text_, i) : gap_of(c);
      return i;
    }
    if (!open_ || e.dense || scan_.tokens.back().dense)
      begin_word(begin, e.capital, e.digit, e.dense);
    capitals_ += e.capital;
    smalls_ += e.small;
    for (const char32_t f : e.fold)
      if (f) append_utf8(&scan_.folded, f);
    scan_.tokens.back().end = static_cast<std::uint32_t>(i);
    return i;
  }

  void begin_word(std::size_t begin, bool capital, bool digit, bool dense) {
    close();
    if (!scan_.tokens.empty()) scan_.tokens.back().after = gap_;
    Token t;
    t.begin = static_cast<std::uint32_t>(begin);
    t.fold_begin = static_cast<std::uint32_t>(scan_.folded.size());
    t.before = gap_;
    t.capital = capital;
    t.digits = digit;
    t.dense = dense;
    scan_.tokens.push_back(t);
    gap_ = 0;
    capitals_ = smalls_ = 0;
    open_ = true;
  }

  void close() {
    if (!open_) return;
    Token& t = scan_.tokens.back();
    t.fold_end = static_cast<std::uint32_t>(scan_.folded.size());
    t.upper = capitals_ > 1 && smalls_ == 0;
    open_ = false;
  }

  std::string_view text_;
  const Characters& characters_;
  Scan scan_;
  Characters::Entry rare_;
  std::uint16_t gap_ = 0;
  bool open_ = false;  ///< a word is being read
  int capitals_ = 0, smalls_ = 0;
};

}  // namespace

Scan tokenise(std::string_view text, const Characters& characters) {
  return Tokeniser(text, characters).run();
}

}  // namespace kaynak::attribute_detail
