#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>

#include "base/strings.h"
#include "text/dates_data.h"
#include "text/dates_detail.h"
#include "text/dates_months.h"
#include "text/unicode.h"

namespace kaynak::text_detail {
namespace {

constexpr std::size_t kMaxTokens = 200'000;

DateWord parse_code(std::string_view code) {
  DateWord word;
  const auto number = [&](std::size_t* i) {
    int value = 0;
    const auto result = std::from_chars(code.data() + *i, code.data() + code.size(), value);
    *i = static_cast<std::size_t>(result.ptr - code.data());
    return value;
  };
  const auto next_is_number = [&](std::size_t i) {
    return i < code.size() && (code[i] == '-' || (code[i] >= '0' && code[i] <= '9'));
  };
  for (std::size_t i = 0; i < code.size();) {
    const char c = code[i++];
    const bool twice = i < code.size() && code[i] == c;
    if (next_is_number(i)) {
      const int value = number(&i);
      if (c == 'm')
        (value > 100 ? word.foreign : word.month) = value;
      else if (c == 'w')
        word.weekday = value;
      else if (c == 'o')
        word.nth = value;
      else if (c == 's')
        word.season = value;
      else if (c == 'p')
        word.part = value;
      else if (c == 'g')
        word.era = value;
      else if (c == '#')
        word.count = value;
      else if (c == 'v')
        word.coming = value;
      else
        word.offset = value;
      if (c == 'd' || c == 'R') word.flags |= DateWord::relative_day;
      if (c == 'R') word.flags |= DateWord::anchored;
      if (c == 'W' || c == 'M' || c == 'Y' || c == 'E' || c == 'Q') word.relative_unit = c;
      continue;
    }
    if (twice) ++i;
    if (c == 'u' && i < code.size()) word.unit = code[i++];
    constexpr std::string_view kLetters = "<=>aAiIyYjco";
    constexpr std::string_view kMore = "ftnk+~x";
    const std::size_t flag = kLetters.find(c);
    if (c == 'm' && twice)
      word.flags |= DateWord::month_next;
    else if (c == 'M' && twice)
      word.flags |= DateWord::month_mark;
    else if (c == 'D' && twice)
      word.flags |= DateWord::day_mark;
    else if (c == 'Y' && twice)
      word.flags |= DateWord::year_mark;
    else if (flag != kLetters.npos)
      word.flags |= 1u << flag | (twice && (c == '<' || c == '>') ? DateWord::far : 0u);
    else if (const std::size_t more = kMore.find(c); more != kMore.npos)
      word.flags |= DateWord::from << more;
    else if (c == 'l')
      word.flags |= DateWord::later;
    else if (c == '*')
      word.flags |= DateWord::plural;
    else if (c == 'r')
      word.flags |= DateWord::roughly;
    else if (c == 'S')
      word.flags |= DateWord::starts;
  }
  return word;
}

/// Adds what `word` is to what is known of it.
void merge(const DateWord& word, DateWord* known) {
  if (word.month) known->month = word.month;
  if (word.weekday) known->weekday = word.weekday;
  if (word.relative_unit || word.has(DateWord::relative_day)) {
    known->flags &= ~static_cast<std::uint32_t>(DateWord::weak);
    known->offset = word.offset;
    known->relative_unit = word.relative_unit;
  }
  if (word.unit) known->unit = word.unit;
  if (word.nth) known->nth = word.nth;
  if (word.season) known->season = word.season;
  if (word.part) known->part = word.part;
  if (word.era) known->era = word.era;
  if (word.foreign) known->foreign = word.foreign;
  if (word.count) known->count = word.count;
  if (word.coming) known->coming = word.coming;
  known->flags |= word.flags;
}

int figure_of(char32_t c) {
  constexpr std::u32string_view kFigures = U"〇一二三四五六七八九";
  if (c == U'零') return 0;
  const std::size_t at = kFigures.find(c);
  return at == kFigures.npos ? -1 : static_cast<int>(at);
}

/// "二十一", "十五", "二〇二六" at `at`; its end, or `at` where none is there.
std::size_t read_han_number(std::string_view s, std::size_t at, int* value) {
  int tens = -1, row = 0, figures = 0;
  std::size_t i = at;
  while (i < s.size()) {
    std::size_t next = i;
    const char32_t c = next_code_point(s, &next);
    if (c == U'廿' && tens < 0 && figures == 0) {
      tens = 2;
    } else if ((c == U'两' || c == U'兩') && figures == 0 && tens < 0) {
      row = 2;
      ++figures;
    } else if (c == U'十' && tens < 0 && figures < 2) {
      tens = figures == 0 ? 1 : row;
      row = 0;
      figures = 0;
    } else if (const int figure = figure_of(c); figure >= 0 && figures < 4) {
      row = row * 10 + figure;
      ++figures;
    } else {
      break;
    }
    i = next;
  }
  *value = std::max(tens, 0) * 10 + row;
  return i;
}

/// "이천십오" before a unit of dates ("년", "월", "일", "분기", "개월", "주"); its end, or `at`.
std::size_t read_hangul_number(std::string_view s, std::size_t at, int* value) {
  constexpr std::u32string_view kFigures = U"영일이삼사오육칠팔구", kTens = U"십백천";
  static constexpr std::string_view units[] = {"년", "월", "일", "분기", "개월", "주"};
  int sum = 0, row = 0;
  std::size_t i = at, first_end = 0;
  while (i < s.size()) {
    std::size_t next = i;
    const char32_t c = next_code_point(s, &next);
    const bool before_unit =
        i > at && std::any_of(std::begin(units), std::end(units), [&](std::string_view unit) {
          return s.substr(i, unit.size()) == unit;
        });
    if (const std::size_t ten = kTens.find(c); ten != kTens.npos) {
      const int tens = ten == 0 ? 10 : ten == 1 ? 100 : 1000;
      sum += std::max(row, 1) * tens;
      row = 0;
    } else if (const std::size_t figure = kFigures.find(c);
               figure != kFigures.npos && row == 0 && !(before_unit && c == U'일')) {
      row = static_cast<int>(figure);
    } else {
      if (before_unit) first_end = i;
      break;
    }
    i = next;
  }
  *value = sum + row;
  return first_end > at && *value > 0 ? first_end : at;
}

}  // namespace

DateLexicon::DateLexicon(std::string_view language)
    : language_(language), numbers_(NumberLexicon::of(language)) {
  static constexpr std::string_view kGluing[] = {"de", "nl", "it", "da", "nb", "sv", "fi", "hu"};
  glues_numbers_ =
      std::find(std::begin(kGluing), std::end(kGluing), language_) != std::end(kGluing);
  cjk_ = language_ == "zh" || language_ == "ja" || language_ == "ko";
  numbers_.for_each_word([this](std::string_view word) { note_beginning(word); });
  const DateWords* data = date_words(language);
  const DateWords* more = more_date_words(language);
  if (data != nullptr) add_all(data->words);
  if (more != nullptr) add_all(more->words);
  if (data == nullptr && more != nullptr)
    for_each_calendar_name(language_, [this](const std::string& name, int month, int weekday) {
      DateWord word;
      word.month = month;
      word.weekday = weekday;
      add(name, word);
    });
  for (const auto& [key, word] : words_)
    if (const auto first = firsts_.find(key); first != firsts_.end()) first->second.word = &word;
  if (!cjk_)
    numbers_.for_each_word([this](std::string_view word) {
      if (const int number = small_number(word); number >= 0)
        firsts_[std::string(word)].number = number;
    });
}

void DateLexicon::add_all(std::string_view words) {
  for (std::string_view item : split(words, ' ')) {
    const std::size_t equals = item.rfind('=', item.size() >= 2 ? item.size() - 2 : 0);
    std::size_t sign = item.find('=');
    if (item.empty() || sign == item.npos || equals == item.npos) continue;
    std::string key = replace_all(std::string(item.substr(0, sign)), "_", " ");
    if (item[sign + 1] == 'N') {
      int& number = firsts_[key].number;
      std::from_chars(item.data() + sign + 2, item.data() + item.size(), number);
      note_beginning(key);
      continue;
    }
    DateWord word = parse_code(item.substr(sign + 1));
    if (key[0] == '?') {
      key.erase(0, 1);
      word.flags |= DateWord::weak;
    }
    add(key, word);
    if (language_ == "vi") continue;
    if (const std::string folded = fold(key); folded != key) add(folded, word);  // without marks
  }
}

namespace {

/// The first three letters as a number below 1 << 15; -1 where they are not ASCII, or the language
/// may write them small in another way (the Turkish I).
int beginning_of(std::string_view word) {
  int key = 0;
  for (std::size_t k = 0; k < 3; ++k) {
    const auto c = static_cast<unsigned char>(k < word.size() ? word[k] : '`');
    if (c >= 0x80 || c == 'I' || c == 'J') return -1;
    key = key * 32 + (c & 0x1f);
  }
  return key;
}

}  // namespace

/// Whether a name of a month or day is so short that it means other things too; "May" is not.
bool DateLexicon::is_brief(std::string_view key) const {
  if (cjk_ || language_ == "ar" || language_ == "he" || language_ == "hi" || language_ == "fa")
    return false;
  static constexpr std::string_view full[] = {"may", "mai", "mei", "maj",
                                              "май", "мая", "мае", "juin"};
  if (language_ == "fr" && key == "sept") return true;  // seven
  const bool exempt = std::find(std::begin(full), std::end(full), key) != std::end(full);
  return !(exempt && language_ != "tr") && count_code_points(key) <= 3;
}

void DateLexicon::note_beginning(std::string_view word) {
  if (const int key = beginning_of(word); key >= 0) beginnings_.set(static_cast<std::size_t>(key));
}

bool DateLexicon::may_know(std::string_view word) const {
  const int key = beginning_of(word);
  return key < 0 || beginnings_.test(static_cast<std::size_t>(key));
}

void DateLexicon::add(const std::string& key, DateWord word) {
  if ((word.month || word.weekday) && is_brief(key)) word.flags |= DateWord::brief;
  const std::size_t end = key.find_first_of(" -'");
  const std::size_t curly = key.find("\xE2\x80\x99");
  const std::string first_word = key.substr(0, std::min({end, curly, key.size()}));
  note_beginning(first_word);
  int& longest = firsts_[first_word].longest;
  longest =
      std::max(longest, 1 + static_cast<int>(std::count_if(key.begin(), key.end(), [](char c) {
                          return c == ' ' || c == '-' || c == '\'' || c == '\x99';
                        })));
  if (cjk_) {
    std::size_t first = 0;
    next_code_point(key, &first);
    int& characters = firsts_[key.substr(0, first)].longest;
    characters = std::max(characters, static_cast<int>(count_code_points(key)));
  }
  const auto [known, added] = words_.emplace(key, word);
  if (!added) merge(word, &known->second);
}

const DateLexicon& DateLexicon::of(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<const DateLexicon>, std::less<>> made;
  std::string_view primary = language.substr(0, language.find('-'));
  if (primary == "ms") primary = "id";
  if (primary == "no" || primary == "nn") primary = "nb";
  if (date_words(primary) == nullptr && more_date_words(primary) == nullptr) primary = {};
  const std::lock_guard lock(mutex);
  auto found = made.find(primary);
  if (found == made.end())
    found = made.emplace(std::string(primary),
                         std::unique_ptr<const DateLexicon>(new DateLexicon(primary)))
                .first;
  return *found->second;
}

int DateLexicon::small_number(std::string_view word) const {
  const NumberWord* number = numbers_.find_single(word);
  return number != nullptr && number->kind == NumberWord::add && number->value <= 90
             ? static_cast<int>(number->value)
             : -1;
}

/// "neunundzwanzig", "ventinove": a day's number written as one word; -1 where it is none.
int DateLexicon::glued_number(std::string_view word) const {
  constexpr std::size_t kShortest = 8;
  if (word.size() < kShortest) return -1;
  int sum = 0;
  for (const NumberWord& part : numbers_.find(word)) {
    if (part.kind == NumberWord::join) continue;
    if (part.kind != NumberWord::add || part.value > 30) return -1;
    sum += static_cast<int>(part.value);
  }
  return sum > 20 && sum < 40 ? sum : -1;
}

/// Behind the letters (and, inside a phrase, figures) at `i`.
std::size_t DateLexicon::behind_letters(std::string_view s, std::size_t i, bool figures) {
  while (i < s.size()) {
    const char byte = static_cast<char>(s[i] | 0x20);
    if (byte >= 'a' && byte <= 'z') {
      ++i;
      continue;
    }
    std::size_t next = i;
    const char32_t c = next_code_point(s, &next);
    const bool mark = c >= 0x300 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
    if (!is_letter(c) && !mark && c != 0x200C && !(figures && is_digit(c))) break;
    i = next;
  }
  return i;
}

void DateLexicon::take(const First& known, DateToken* token) {
  token->entry = known.word;
  if (known.word != nullptr || known.number < 0) return;
  token->kind = DateToken::number;
  token->value = known.number;
}

std::size_t DateLexicon::read_word(std::string_view s, std::size_t at, DateToken* token) const {
  token->kind = DateToken::word;
  const std::size_t first_end = behind_letters(s, at, false);
  const std::string_view written = s.substr(at, first_end - at);
  if (!may_know(written)) return first_end;
  std::string first = lower(written, language_);
  auto known = firsts_.find(first);
  if (known == firsts_.end() && language_ == "ar")
    known = firsts_.find(fold(first));  // أ, إ and آ for ا
  if (known == firsts_.end())
    if (const std::size_t end = read_behind_proclitic(s, at, written, token); end > 0) return end;
  if (known == firsts_.end()) {
    if (glues_numbers_) take({1, nullptr, glued_number(first)}, token);
    return first_end;
  }
  if (known->second.longest > 1)
    if (const std::size_t end = read_phrase(s, at, first_end, known->second.longest, token);
        end > 0)
      return end;
  take(known->second, token);
  return first_end;
}

/// "والثلاثاء", "לינואר": what stands behind "and", "in" or "for" that are written together with
/// it; 0 where that is nothing known.
std::size_t DateLexicon::read_behind_proclitic(std::string_view s, std::size_t at,
                                               std::string_view written, DateToken* token) const {
  constexpr std::size_t kLetter = 2, kShortest = 6;  // bytes
  static constexpr std::string_view arabic[] = {"و", "ف", "ب", "ل"};
  static constexpr std::string_view hebrew[] = {"ו", "ב", "ל", "מ", "ה", "ש"};
  const bool is_arabic = language_ == "ar";
  if ((!is_arabic && language_ != "he") || written.size() < kLetter + kShortest) return 0;
  const std::string_view letter = written.substr(0, kLetter);
  const bool proclitic =
      is_arabic ? std::find(std::begin(arabic), std::end(arabic), letter) != std::end(arabic)
                : std::find(std::begin(hebrew), std::end(hebrew), letter) != std::end(hebrew);
  if (!proclitic) return 0;
  const std::string_view rest = written.substr(kLetter);
  auto known = firsts_.find(rest);
  if (known == firsts_.end() && is_arabic) known = firsts_.find(fold(rest));
  if (known == firsts_.end()) return 0;
  token->begin = at + kLetter;
  token->behind_proclitic = true;
  const std::size_t end = at + written.size();
  if (known->second.longest > 1)
    if (const std::size_t behind = read_phrase(s, at + kLetter, end, known->second.longest, token);
        behind > 0)
      return behind;
  take(known->second, token);
  return end;
}

/// The longest phrase of several words at `at`; 0 where there is none.
std::size_t DateLexicon::read_phrase(std::string_view s, std::size_t at, std::size_t first_end,
                                     int longest, DateToken* token) const {
  constexpr int kMaxParts = 4;
  std::size_t ends[kMaxParts] = {first_end};
  int parts = 1;
  for (std::size_t i = first_end; parts < std::min(longest, kMaxParts) && i < s.size(); ++parts) {
    const char32_t c = next_code_point(s, &i);
    if ((c != ' ' && c != '-' && c != '\'' && c != 0x2019) || i >= s.size()) break;
    ends[parts] = i = behind_letters(s, i, true);
  }
  for (int k = parts; k-- > 1;) {
    const auto found = words_.find(lower(s.substr(at, ends[k] - at), language_));
    if (found == words_.end()) continue;
    token->entry = &found->second;
    return ends[k];
  }
  return 0;
}

std::size_t DateLexicon::read_cjk(std::string_view s, std::size_t at, bool behind_number,
                                  DateToken* token) const {
  constexpr int kMaxCharacters = 7;
  if (language_ == "ko")
    if (const std::size_t end = read_hangul_number(s, at, &token->value); end > at) {
      token->kind = DateToken::number;
      return end;
    }
  std::size_t ends[kMaxCharacters];
  int count = 0;
  int wanted = 1;
  for (std::size_t i = at; i < s.size() && count < wanted;) {
    next_code_point(s, &i);
    ends[count++] = i;
    if (count > 1) continue;
    const auto known = firsts_.find(s.substr(at, i - at));
    wanted = known == firsts_.end() ? 1 : std::min(known->second.longest, kMaxCharacters);
  }
  token->kind = DateToken::word;
  for (int k = count; k-- > 0;) {
    const auto found = words_.find(s.substr(at, ends[k] - at));
    if (found == words_.end()) continue;
    if (behind_number && k > 0 && found->second.part > 0) continue;  // "7月末" is not "月末"
    token->entry = &found->second;
    return ends[k];
  }
  int value = 0;
  if (const std::size_t end = read_han_number(s, at, &value); end > at) {
    token->kind = DateToken::number;
    token->value = value;
    return end;
  }
  return ends[0];
}

namespace {

/// "تسعة وعشرين", "التاسع والعشرين": one number, the tens behind "and".
bool join_conjoined(const DateToken& tens, std::vector<DateToken>* tokens) {
  const auto plain = [](const DateToken& t) {
    if (t.digits > 0) return 0;
    return t.entry != nullptr ? t.entry->nth : t.kind == DateToken::number ? t.value : 0;
  };
  const int ten = plain(tens);
  if (!tens.behind_proclitic || tokens->empty() || (ten != 20 && ten != 30)) return false;
  DateToken& ones = tokens->back();
  const int one = plain(ones);
  if (one < 1 || one > 9) return false;
  ones.ordinal = ones.entry != nullptr;
  ones.kind = DateToken::number;
  ones.entry = nullptr;
  ones.value = one + ten;
  ones.end = tens.end;
  return true;
}

/// "twenty-nine", "thirty first": one number.
bool join_tens(const DateToken& ones, std::vector<DateToken>* tokens) {
  if (join_conjoined(ones, tokens)) return true;
  const bool ordinal = ones.entry != nullptr && ones.entry->nth > 0;
  const int value = ordinal ? ones.entry->nth : ones.value;
  if (tokens->empty() || ones.digits > 0 || value < 1 || value > 9) return false;
  if (!ordinal && ones.kind != DateToken::number) return false;
  std::size_t k = tokens->size() - 1;
  if (k > 0 && (*tokens)[k].kind == DateToken::mark && (*tokens)[k].c == '-' && ones.glued) --k;
  DateToken& tens = (*tokens)[k];
  if (tens.kind != DateToken::number || tens.digits > 0 || tens.ordinal ||
      (tens.value != 20 && tens.value != 30))
    return false;
  tens.value += value;
  tens.ordinal = ordinal;
  tens.end = ones.end;
  tokens->resize(k + 1);
  return true;
}

}  // namespace

std::vector<DateToken> DateLexicon::read(std::string_view s) const {
  std::vector<DateToken> tokens;
  tokens.reserve(s.size() / 5 + 4);
  std::size_t i = 0, last_end = 0;
  while (i < s.size() && tokens.size() < kMaxTokens) {
    const std::size_t at = i;
    const char32_t c = next_code_point(s, &i);
    if (is_space(c) && c != '\n') continue;
    DateToken token;
    token.begin = at;
    token.glued = at == last_end && at > 0;
    if (is_digit(c)) {
      token.kind = DateToken::number;
      token.value = 0;
      i = at;
      while (i < s.size()) {
        std::size_t next = i;
        const char32_t figure = next_code_point(s, &next);
        if (!is_digit(figure)) break;
        if (++token.digits < 9)
          token.value = token.value * 10 + u_charDigitValue(static_cast<UChar32>(figure));
        i = next;
      }
      if (token.digits >= 9) token.value = -1;
    } else if (cjk_ && kaynak::is_cjk(c)) {
      const bool number = token.glued && !tokens.empty() && tokens.back().kind == DateToken::number;
      i = read_cjk(s, at, number, &token);
    } else if (is_letter(c)) {
      i = read_word(s, at, &token);
    } else {
      token.c = c;
    }
    token.end = last_end = i;
    if (!cjk_ && join_tens(token, &tokens)) continue;
    tokens.push_back(token);
  }
  return tokens;
}

bool is_day(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
         std::chrono::year_month_day{std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day))}
             .ok();
}

sys_days day_of(int year, int month, int day) {
  return std::chrono::year_month_day{std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day))};
}

std::string print_day(sys_days day) {
  const std::chrono::year_month_day date(day);
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out;
}

std::string print_month(int year, int month) {
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02d", year, month);
  return out;
}

sys_days monday_of(sys_days day) {
  return day - std::chrono::days(std::chrono::weekday(day).iso_encoding() - 1);
}

bool month_first(std::string_view language) {
  return language == "en" || language == "en-US" || language == "en-us" || language == "en-PH" ||
         language.empty();
}

}  // namespace kaynak::text_detail
