#include "text/numbers.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/decimal.h"
#include "text/numbers_lexicon.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

using text_detail::Decimal;
using text_detail::NumberLexicon;
using text_detail::NumberWord;

constexpr std::int64_t kMaxValue = 1'000'000'000'000'000'000;

/// Chinese, Japanese and Korean numerals: 0 to 9, or -(power of ten), or 100 for none.
int han_value(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
      return 0;
    case U'一':
    case U'壹':
      return 1;
    case U'二':
    case U'两':
    case U'兩':
    case U'贰':
      return 2;
    case U'三':
    case U'叁':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    case U'十':
    case U'拾':
      return -1;
    case U'百':
    case U'佰':
    case U'백':
      return -2;
    case U'千':
    case U'仟':
    case U'천':
      return -3;
    case U'万':
    case U'萬':
    case U'만':
      return -4;
    case U'億':
    case U'亿':
    case U'억':
      return -8;
    case U'兆':
    case U'조':
      return -12;
    default:
      return 100;
  }
}

bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

/// Thai multipliers, longest first.
constexpr struct {
  std::string_view word;
  int power;
} kThaiPowers[] = {{"แสนล้าน", 11}, {"หมื่นล้าน", 10}, {"พันล้าน", 9}, {"ร้อยล้าน", 8}, {"ล้านล้าน", 12},
                   {"ล้าน", 6},     {"แสน", 5},     {"หมื่น", 4},   {"พัน", 3}};

std::int64_t power_of_ten(int n) {
  std::int64_t value = 1;
  while (n-- > 0) value *= 10;
  return value;
}

class Finder {
 public:
  Finder(std::string_view text, std::string_view language)
      : s_(text.substr(0, UINT32_MAX)),
        language_(language),
        lexicon_(NumberLexicon::of(language)) {}

  std::vector<NumberInText> run() {
    std::size_t i = 0;
    while (i < s_.size()) {
      const std::size_t at = i;
      const unsigned char byte = static_cast<unsigned char>(s_[i]);
      if (byte < 0x80 && !is_letter(byte) && !is_digit(byte)) {
        ++i;
        continue;
      }
      const char32_t c = next_code_point(s_, &i);
      if (is_digit(c)) {
        i = numeral(at);
      } else if (han_value(c) != 100 && !is_hangul(c)) {
        i = han(at, nullptr, at);
      } else if (is_letter(c) && (!is_cjk(c) || is_hangul(c))) {
        i = word(at);
      }
    }
    return std::move(out_);
  }

 private:
  struct Numeral {
    Decimal value;
    std::size_t end = 0;
  };
  struct Token {
    std::size_t begin = 0, end = 0;
  };

  char32_t peek(std::size_t i) const { return i < s_.size() ? next_code_point(s_, &i) : 0; }

  void emit(std::size_t begin, std::size_t end, const Decimal& value, bool in_words) {
    out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                    value.canonical(), in_words});
  }

  // --- numerals
  // ---------------------------------------------------------------------------------------------------

  /// ASCII digits of the run of digits at `*i`.
  std::string digits(std::size_t* i) const {
    std::string out;
    while (*i < s_.size()) {
      std::size_t next = *i;
      const char32_t c = next_code_point(s_, &next);
      if (!is_digit(c)) break;
      out.push_back(static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(c))));
      *i = next;
    }
    return out;
  }

  /// What may stand between digits of one number, as '.', ',', ' ' (a grouping blank of any kind),
  /// '\'' or 0.
  char separator(std::size_t* i) const {
    std::size_t next = *i;
    const char32_t c = next_code_point(s_, &next);
    *i = next;
    switch (c) {
      case '.':
      case 0xFF0E:
      case 0x066B:
        return c == 0x066B ? 'd' : '.';
      case ',':
      case 0xFF0C:
        return ',';
      case 0x066C:
      case 0x060C:
        return 'g';
      case ' ':
        return lexicon_.rules().space_groups ? ' ' : 's';
      case 0xA0:
      case 0x2009:
      case 0x202F:
        return ' ';
      case '\'':
      case 0x2019:
        return '\'';
      default:
        return '\0';
    }
  }

  /// The number at `at` with its separators; its first figure alone where they make no sense
  /// together.
  Numeral read_numeral(std::size_t at) {
    std::vector<std::string> groups;
    std::vector<std::size_t> ends;
    std::string marks;
    std::size_t i = at;
    groups.push_back(digits(&i));
    ends.push_back(i);
    constexpr std::size_t kMaxGroups = 12;
    while (i < s_.size() && groups.size() < kMaxGroups) {
      std::size_t next = i;
      const char mark = separator(&next);
      if (mark == '\0' || !is_digit(peek(next))) break;
      marks.push_back(mark);
      groups.push_back(digits(&next));
      ends.push_back(next);
      i = next;
    }
    if (at < apart_until_) return {{groups[0], 0}, ends[0]};
    for (std::size_t count = groups.size(); count > 1; --count)
      if (auto value = combined(groups, marks, count); !value.digits.empty()) {
        // "12.05.2026": the rest would begin with the same mark.
        if (count < groups.size() && marks[count - 1] == marks[count - 2] &&
            marks[count - 1] != ' ')
          break;
        return {value, ends[count - 1]};
      }
    if (marks.size() > 1) apart_until_ = ends.back();
    return {{groups[0], 0}, ends[0]};
  }

  /// The first `count` groups as one number; no digits where that is not how numbers are written.
  Decimal combined(const std::vector<std::string>& groups, const std::string& marks,
                   std::size_t count) const {
    const std::string used = marks.substr(0, count - 1);
    const char last = used.back();
    const char decimal = lexicon_.rules().decimal, other = decimal == '.' ? ',' : '.';
    if (used == "s")
      return {};  // where blanks do not group, one is between two numbers; more are not
    const bool mixed = used.find_first_not_of(last) != used.npos;
    const bool once = used.find(last) == used.size() - 1;
    bool fraction = last == 'd';
    if (last == '.' || last == ',') {
      if (mixed)
        fraction = once;
      else if (used.size() == 1)
        fraction =
            groups[1].size() != 3 || last != other || groups[0].size() > 3 || groups[0] == "0";
    }
    const std::size_t whole = fraction ? count - 1 : count;
    if (whole > 1 && !grouped(groups, used.substr(0, whole - 1), whole)) return {};
    Decimal value;
    for (std::size_t i = 0; i < count; ++i) value.digits += groups[i];
    value.fraction = fraction ? static_cast<int>(groups[count - 1].size()) : 0;
    return value;
  }

  /// Whether groups of digits are those of a whole number: threes, or the Indian twos before a last
  /// three.
  static bool grouped(const std::vector<std::string>& groups, const std::string& marks,
                      std::size_t count) {
    if (marks.find_first_not_of(marks[0]) != marks.npos) return false;
    if (groups[0].size() > 3 || groups[0][0] == '0' || groups[count - 1].size() != 3) return false;
    bool threes = true, twos = groups[0].size() < 3;
    for (std::size_t i = 1; i + 1 < count; ++i) {
      threes &= groups[i].size() == 3;
      twos &= groups[i].size() == 2;
    }
    return threes || (twos && count > 2);
  }

  /// "29¾".
  void add_vulgar_fraction(Numeral* n) const {
    std::size_t next = n->end;
    const char32_t c = next < s_.size() ? next_code_point(s_, &next) : 0;
    if (n->value.fraction > 0 || (c != 0xBC && c != 0xBD && c != 0xBE)) return;
    n->value.digits += c == 0xBC ? "25" : c == 0xBD ? "50" : "75";
    n->value.fraction = 2;
    n->end = next;
  }

  static bool is_big_unit(char32_t c) { return han_value(c) <= -4 && han_value(c) != 100; }

  std::size_t numeral(std::size_t at) {
    Numeral n = read_numeral(at);
    add_vulgar_fraction(&n);
    const std::size_t unit = peek(n.end) == ' ' && is_big_unit(peek(n.end + 1)) ? n.end + 1 : n.end;
    if (han_value(peek(unit)) < 0 && !is_measure(unit)) return han(at, &n.value, unit);
    for (const auto& row : kThaiPowers)
      if (s_.substr(n.end, row.word.size()) == row.word ||
          s_.substr(std::min(n.end + 1, s_.size()), row.word.size()) == row.word) {
        n.end = s_.find(row.word, n.end) + row.word.size();
        n.value.shift(row.power);
        emit(at, n.end, n.value, false);
        return n.end;
      }
    int scale = multiply(&n);
    if (scale > 0) add_lower(&n, scale);
    emit(at, n.end, n.value, false);
    return n.end;
  }

  /// "5M", "10k", "3B" at the end of figures.
  int letter_power(std::size_t i) const {
    if (i >= s_.size() || is_letter(peek(i + 1)) || is_digit(peek(i + 1))) return 0;
    if (s_[i] == 'M') return 6;
    if (s_[i] == 'k' || s_[i] == 'K') return 3;
    return s_[i] == 'B' && lexicon_.rules().language == "en" ? 9 : 0;
  }

  /// Multiplies by the scale words behind `n` ("nghìn tỷ" are two). Gives the power of ten, 0 where
  /// there is none.
  int multiply(Numeral* n) {
    if (const int power = letter_power(n->end); power > 0) {
      n->value.shift(power);
      ++n->end;
      return power;
    }
    int total = 0;
    for (int words = 0; words < 3; ++words) {
      const auto token = next_token(n->end, false);
      if (!token) break;
      const auto found = look_up(*token);
      if (found.size() != 1 || found[0].kind != NumberWord::power || found[0].value < 2 ||
          (found[0].value == 2 && language_.substr(0, 2) == "fr"))
        break;
      const int power = static_cast<int>(found[0].value);
      if (total + power > 18) break;
      n->value.shift(power);
      n->end = token->end;
      total += power;
    }
    return total;
  }

  /// "3 milyon 254 bin 120": adds what follows with a lower scale.
  void add_lower(Numeral* n, int scale) {
    while (scale > 0) {
      std::size_t i = n->end;
      if (i >= s_.size() || s_[i] != ' ' || !is_digit(peek(i + 1))) return;
      Numeral next = read_numeral(i + 1);
      if (next.value.fraction > 0) return;
      const int lower = multiply(&next);
      const bool bare = lower == 0 &&
                        (language_.substr(0, 2) == "tr" || language_.substr(0, 2) == "az") &&
                        scale == 3;
      if ((lower == 0 && !bare) || lower >= scale) return;
      const std::int64_t sum = n->value.whole(), more = next.value.whole();
      if (sum < 0 || more < 0 || more >= power_of_ten(scale)) return;
      n->value = Decimal::of(sum + more);
      n->end = next.end;
      scale = lower;
    }
  }

  // --- Han
  // --------------------------------------------------------------------------------------------------------

  /// "千米", "千克": a unit of measure, not a thousand.
  bool is_measure(std::size_t i) const {
    const char32_t c = next_code_point(s_, &i);
    if (c != U'千') return false;
    const char32_t unit = peek(i);
    return unit == U'米' || unit == U'克' || unit == U'瓦' || unit == U'卡' || unit == U'帕';
  }

  /// A number in Han (or Hangul) units that begins at `at`, perhaps with figures already read up to
  /// `i`. Gives where to go on. Single characters are parts of ordinary words and do not count.
  std::size_t han(std::size_t at, const Decimal* read, std::size_t i) {
    const bool korean = is_hangul(peek(i));
    std::int64_t total = 0, section = 0, digit = read ? read->whole() : -1;
    std::string row;  // figures without units: "二〇二六"
    std::size_t characters = 0, units = 0, end = i;
    int lowest_big = 99;
    Decimal fraction;
    if (read && digit < 0) fraction = *read;
    while (i < s_.size()) {
      std::size_t next = i;
      const char32_t c = next_code_point(s_, &next);
      const int value = han_value(c);
      if (is_digit(c) || (korean && c == ' ' && units > 0 && is_digit(peek(next)))) {
        if (units == 0 || digit >= 0 || !fraction.digits.empty()) break;
        const Numeral figure = read_numeral(is_digit(c) ? i : next);
        if (figure.value.whole() < 0 || (c == ' ' && han_value(peek(figure.end)) >= 0)) break;
        digit = figure.value.whole();
        i = end = figure.end;
        continue;
      }
      if (value == 100 || total > kMaxValue / 2 || section > kMaxValue / 4) break;
      if (value < 0 &&
          section + std::max<std::int64_t>(digit, 0) > kMaxValue / 2 / power_of_ten(-value))
        break;
      if (value >= 0) {
        row.push_back(static_cast<char>('0' + value));
        digit = value;
      } else if (!fraction.digits.empty()) {  // "3.5万"
        fraction.shift(-value);
        emit(at, next, fraction, false);
        return next;
      } else if (-value < 4) {
        if (digit < 0 && units == 0 && c != U'十' && c != U'拾') break;
        section += (digit < 0 ? 1 : digit) * power_of_ten(-value);
        digit = -1;
        ++units;
      } else {
        if (-value >= lowest_big || (section == 0 && digit <= 0)) break;
        total += (section + std::max<std::int64_t>(digit, 0)) * power_of_ten(-value);
        section = 0;
        digit = -1;
        lowest_big = -value;
        ++units;
      }
      ++characters;
      i = end = next;
    }
    if (!read && units == 0) {
      if (row.size() >= 3 && row.size() == characters) emit(at, end, {row, 0}, false);
      return std::max(end, skip_one(at));
    }
    const std::int64_t sum = total + section + std::max<std::int64_t>(digit, 0);
    if (read ? units > 0 : characters > 1) {
      emit(at, end, Decimal::of(sum), !read);
    } else if (read) {
      emit(at, end, *read, false);
    }
    return std::max(end, skip_one(at));
  }

  std::size_t skip_one(std::size_t i) const {
    next_code_point(s_, &i);
    return i;
  }

  // --- words
  // ------------------------------------------------------------------------------------------------------

  std::size_t word_end(std::size_t i) const {
    while (i < s_.size()) {
      std::size_t next = i;
      const char32_t c = next_code_point(s_, &next);
      const bool apostrophe =
          (c == '\'' || c == 0x2019) && language_.substr(0, 2) == "uk" && is_letter(peek(next));
      const bool mark = c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
      if ((!is_letter(c) && !mark && !apostrophe) || (is_cjk(c) && !is_hangul(c))) break;
      i = next;
    }
    return i;
  }

  /// The word behind one blank (or a hyphen, within number words) at `i`.
  std::optional<Token> next_token(std::size_t i, bool hyphen) const {
    if (i < s_.size() && is_letter(peek(i))) return Token{i, word_end(i)};
    if (i >= s_.size()) return std::nullopt;
    std::size_t next = i;
    const char32_t c = next_code_point(s_, &next);
    if (!is_space(c) && !(c == '-' && (hyphen || next < s_.size()))) return std::nullopt;
    if (c == '\n' || next >= s_.size() || !is_letter(peek(next))) return std::nullopt;
    return Token{next, word_end(next)};
  }

  std::vector<NumberWord> look_up(const Token& token) const {
    constexpr std::size_t kMaxWord = 100;
    if (lexicon_.empty() || token.end - token.begin > kMaxWord) return {};
    const std::string word = lower(s_.substr(token.begin, token.end - token.begin), language_);
    auto found = lexicon_.find(word);
    constexpr std::string_view kWaw = "و";  // "and", written together with the next word
    if (found.empty() && language_.substr(0, 2) == "ar" && word.substr(0, kWaw.size()) == kWaw) {
      found = lexicon_.find(std::string_view(word).substr(kWaw.size()));
      if (!found.empty()) found.insert(found.begin(), NumberWord{NumberWord::join, true, 0});
    }
    return found;
  }

  struct Sum {
    std::int64_t total = 0, current = 0;
    int last_power = 99;
    std::size_t words = 0;
    bool strong = false, joined = false, zero = false;
    std::int64_t value() const { return total + current; }
  };

  /// Whether a number below a thousand that has `current` so far goes on with `v`.
  bool can_add(const Sum& sum, std::int64_t v) const {
    const auto& rules = lexicon_.rules();
    if (sum.words == 0) return true;
    if (sum.zero || v == 0) return false;
    if (v >= 1000) return sum.current == 0 && sum.total == 0;
    if (v >= 100) return sum.current == 0;
    const std::int64_t rest = sum.current % 100;
    if (rest == 0) return sum.current > 0 || sum.total > 0;
    if (v < 10) return rest % 10 == 0 && (rest >= 20 || rules.ten_and_unit);
    if (v == 20 && rest == 4 && rules.language == "fr") return true;  // quatre-vingt
    if (v < 20 && rules.language == "fr") return rest == 60 || rest == 80 || (v < 17 && v == 10);
    if (v == 10 && rules.language == "ar") return rest < 10;
    return rules.unit_and_ten && v >= 20 && rest < 10 && sum.joined;
  }

  bool apply(Sum* sum, const NumberWord& word) const {
    if (word.kind == NumberWord::join) {
      if (sum->words == 0) return false;
      sum->joined = true;
      return true;
    }
    if (word.kind == NumberWord::add) {
      if (!can_add(*sum, word.value)) return false;
      const bool eighty =
          word.value == 20 && sum->current % 100 == 4 && lexicon_.rules().language == "fr";
      sum->current += eighty ? 76 : word.value;
      sum->zero = word.value == 0;
    } else if (word.kind == NumberWord::teen) {
      if (sum->current % 100 == 0 || sum->current % 100 > 9) return false;
      sum->current += 10;
    } else if (!multiply_sum(sum, static_cast<int>(word.value))) {
      return false;
    }
    sum->strong |= !word.weak || sum->words > 0;
    sum->joined = false;
    ++sum->words;
    return sum->value() < kMaxValue;
  }

  static bool multiply_sum(Sum* sum, int power) {
    if (power == 1) {  // "hai mươi"
      const std::int64_t unit = sum->current % 10;
      if (unit == 0 || sum->current % 100 > 9) return false;
      sum->current += 9 * unit;
      return true;
    }
    if (power == 2) {
      if (sum->current >= 100) return false;
      sum->current = std::max<std::int64_t>(sum->current, 1) * 100;
      return true;
    }
    if (power > 18 || sum->zero) return false;
    const std::int64_t factor = power_of_ten(power);
    if (power > sum->last_power) {  // "dos mil millones"
      const std::int64_t low = sum->total % factor + sum->current;
      if (low == 0 || low > kMaxValue / factor) return false;
      sum->total += low * factor - sum->total % factor;
    } else {
      if (power == sum->last_power) return false;
      const std::int64_t times = std::max<std::int64_t>(sum->current, 1);
      if (times > kMaxValue / factor) return false;
      sum->total += times * factor;
    }
    sum->current = 0;
    sum->last_power = power;
    return true;
  }

  /// Percent is outside: "por ciento", "per cent", "pour cent".
  bool follows_per(std::size_t at) const {
    for (std::string_view per : {"por ", "per ", "pour "})
      if (at >= per.size() && s_.substr(at - per.size(), per.size()) == per) return true;
    return false;
  }

  /// A number in words that begins at `at`, where there is one. Gives where to go on.
  std::size_t word(std::size_t at) {
    const Token first{at, word_end(at)};
    if (lexicon_.empty()) return first.end;
    Sum sum;
    Token token = first;
    std::size_t end = 0;
    for (;;) {
      const auto parts = look_up(token);
      if (parts.empty()) break;
      Sum tried = sum;
      const bool fits = std::all_of(parts.begin(), parts.end(), [&](const NumberWord& part) {
        return (part.kind == NumberWord::join && tried.words == 0 && parts.size() > 1) ||
               apply(&tried, part);
      });
      if (!fits) break;
      sum = tried;
      if (!sum.joined) end = token.end;
      const auto next = next_token(token.end, true);
      if (!next) break;
      token = *next;
    }
    if (end == 0 || !sum.strong || follows_per(at)) return first.end;
    emit(at, end, Decimal::of(sum.value()), true);
    return end;
  }

  std::string_view s_;
  std::string_view language_;
  const NumberLexicon& lexicon_;
  std::size_t apart_until_ = 0;  ///< figures before this stand one by one (a date, an address)
  std::vector<NumberInText> out_;
};

}  // namespace

std::vector<NumberInText> find_numbers(std::string_view text, std::string_view language) {
  return Finder(text, language).run();
}

}  // namespace kaynak
