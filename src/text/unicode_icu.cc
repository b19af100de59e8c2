#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

void check(UErrorCode status, const char* what) {
  // ICU's data is linked in, so this is a broken installation or no memory: not an expected
  // failure.
  if (U_FAILURE(status)) throw std::runtime_error(std::string(what) + ": " + u_errorName(status));
}

icu::StringPiece piece(std::string_view s) {
  return {s.data(), static_cast<int32_t>(std::min<std::size_t>(s.size(), INT32_MAX))};
}

using GetNormalizer = const icu::Normalizer2* (*)(UErrorCode&);

/// `get` gives an immutable singleton that all threads share.
std::string normalized(std::string_view text, GetNormalizer get) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  out.reserve(text.size() + 8);
  icu::StringByteSink<std::string> sink(&out);
  const icu::Normalizer2* normalizer = get(status);
  check(status, "Unicode normalisation data");
  normalizer->normalizeUTF8(0, piece(text), sink, nullptr, status);
  check(status, "Unicode normalisation");
  return out;
}

/// Marks that tell spellings of one name apart. Vowel signs of Indic scripts and voicing marks of
/// kana stay: without them different words would fall together.
bool is_foldable_mark(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE20 && c <= 0xFE2F) || (c >= 0x591 && c <= 0x5BD) || c == 0x5BF || c == 0x5C1 ||
         c == 0x5C2 || c == 0x5C4 || c == 0x5C5 || c == 0x5C7 || (c >= 0x610 && c <= 0x61A) ||
         c == 0x640 || (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x6D6 && c <= 0x6DC);
}

/// Letters with a stroke, and the dotless i, which Unicode does not decompose.
char32_t without_stroke(char32_t c) {
  switch (c) {
    case 0x111:
      return 'd';
    case 0x127:
      return 'h';
    case 0x131:
      return 'i';
    case 0x142:
      return 'l';
    case 0xF8:
      return 'o';
    case 0x167:
      return 't';
    default:
      return c;
  }
}

std::string ascii_mapped(std::string_view s, char from, char to) {
  std::string out(s);
  for (char& c : out)
    if (c >= from && c <= to) c = static_cast<char>(c ^ 0x20);
  return out;
}

/// Whether the language changes the case of one of these ASCII letters its own way.
bool has_own_case(std::string_view text, std::string_view language, std::string_view letters) {
  const std::string_view primary = language.substr(0, 2);
  return (primary == "tr" || primary == "az" || primary == "lt") &&
         text.find_first_of(letters) != text.npos;
}

/// Whether nothing in `text` changes in lower case; most words of a text are so.
bool is_lower_already(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, &i));
    if (u_tolower(c) != c) return false;
  }
  return true;
}

/// One a thread: break iterators carry state and cost a millisecond to make.
icu::BreakIterator& word_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    check(status, "word boundaries");
    return made;
  }();
  return *iterator;
}

void icu_words(std::string_view text, std::vector<std::string_view>* out) {
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, text.data(), static_cast<int64_t>(text.size()), &status);
  icu::BreakIterator& iterator = word_iterator();
  iterator.setText(&view, status);
  if (U_SUCCESS(status)) {
    int32_t begin = iterator.first();
    for (int32_t end = iterator.next(); end != icu::BreakIterator::DONE;
         begin = end, end = iterator.next()) {
      if (iterator.getRuleStatus() == UBRK_WORD_NONE) continue;
      out->push_back(
          text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin)));
    }
  }
  utext_close(&view);
}

enum WordClass : unsigned char {
  kOther,
  kLetter,
  kDigit,
  kJoiner,
  kMidLetter,
  kMidNumber,
  kMidBoth
};

WordClass ascii_class(unsigned char c) {
  if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return kLetter;
  if (c >= '0' && c <= '9') return kDigit;
  if (c == '_') return kJoiner;
  if (c == ':') return kMidLetter;
  if (c == ',' || c == ';') return kMidNumber;
  if (c == '.' || c == '\'') return kMidBoth;
  return kOther;
}

/// The word rules of UAX #29 for ASCII text: what the iterator finds, twenty times faster. ICU
/// tailors ':' away from the letters that a word may hold in its middle.
void ascii_words(std::string_view s, std::vector<std::string_view>* out) {
  const auto at = [&](std::size_t i) {
    return i < s.size() ? ascii_class(static_cast<unsigned char>(s[i])) : kOther;
  };
  for (std::size_t i = 0; i < s.size();) {
    WordClass c = at(i);
    if (c != kLetter && c != kDigit && c != kJoiner) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    bool counts = false;
    for (;;) {
      counts |= c != kJoiner;
      const WordClass next = at(i + 1);
      if (next == kLetter || next == kDigit || next == kJoiner) {
        ++i;
      } else if (c == kLetter && next == kMidBoth && at(i + 2) == kLetter) {
        i += 2;
      } else if (c == kDigit && (next == kMidBoth || next == kMidNumber) && at(i + 2) == kDigit) {
        i += 2;
      } else {
        break;
      }
      c = at(i);
    }
    ++i;
    if (counts) out->push_back(s.substr(begin, i - begin));
  }
}

std::string transliterated(std::string_view text) {
  // Loading the rules takes some ten milliseconds, so only threads that meet a foreign script do
  // it.
  thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
        "Any-Latin; Latin-ASCII; Lower()", UTRANS_FORWARD, status));
    check(status, "transliteration");
    return made;
  }();
  icu::UnicodeString buffer = icu::UnicodeString::fromUTF8(piece(text));
  transliterator->transliterate(buffer);
  std::string out;
  buffer.toUTF8String(out);
  return out;
}

/// Blanks for everything that is no letter, mark or digit; apostrophes go ("Newton's" is one word).
std::string words_only(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = next_code_point(text, &i);
    if (c == '\'' || c == 0x2019 || c == 0x2BC) continue;
    const bool kept = c < 0x80 ? is_letter(c) || is_digit(c)
                               : (U_GET_GC_MASK(static_cast<UChar32>(c)) &
                                  (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0;
    if (kept)
      out.append(text, at, i - at);
    else
      out.push_back(' ');
  }
  return out;
}

std::string fold_whole(std::string_view text) {
  const std::string apart = normalized(fold_case(text), icu::Normalizer2::getNFDInstance);
  std::string kept;
  kept.reserve(apart.size());
  for (std::size_t i = 0; i < apart.size();) {
    const char32_t c = next_code_point(apart, &i);
    if (!is_foldable_mark(c)) append_utf8(&kept, without_stroke(c));
  }
  return nfc(kept);
}

/// What fold_whole makes of one code point, for the scripts and marks where that does not depend on
/// its neighbours: Latin, Greek, Cyrillic, the marks above them (which go) and general punctuation.
/// Ten times faster than normalising three times.
class SimpleFolds {
 public:
  static const SimpleFolds& all() {
    static const SimpleFolds folds;
    return folds;
  }

  /// Nothing where a code point is of no such script.
  std::optional<std::string> fold(std::string_view text) const {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
      const char32_t c = next_code_point(text, &i);
      const Fold& f = folds_[slot_of(c)];
      if (f.size > sizeof f.bytes) return std::nullopt;
      out.append(f.bytes, f.size);
    }
    return out;
  }

 private:
  struct Fold {
    char bytes[7] = {};
    unsigned char size = 0xFF;  // none
  };
  static constexpr std::size_t letters = 0x530, vietnamese = 0x100, punctuation = 0x50;

  SimpleFolds() : folds_(letters + vietnamese + punctuation + 1) {
    for (char32_t c = 0; c < 0x2060; ++c) {
      const std::size_t slot = slot_of(c);
      if (slot + 1 == folds_.size() || c == 0x345) continue;  // becomes a letter, and may move
      std::string one;
      append_utf8(&one, c);
      const std::string folded = fold_whole(one);
      if (folded.size() > sizeof Fold::bytes) continue;
      std::copy(folded.begin(), folded.end(), folds_[slot].bytes);
      folds_[slot].size = static_cast<unsigned char>(folded.size());
    }
  }

  /// The last slot is for all others and stays empty.
  static std::size_t slot_of(char32_t c) {
    if (c < letters) return c;
    if (c >= 0x1E00 && c < 0x1E00 + vietnamese) return letters + (c - 0x1E00);
    if (c >= 0x2010 && c < 0x2010 + punctuation) return letters + vietnamese + (c - 0x2010);
    return letters + vietnamese + punctuation;
  }

  std::vector<Fold> folds_;
};

}  // namespace

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return normalized(text, icu::Normalizer2::getNFCInstance);
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  return normalized(text, icu::Normalizer2::getNFKCCasefoldInstance);
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  if (auto folded = SimpleFolds::all().fold(text)) return std::move(*folded);
  return fold_whole(text);
}

std::string lower(std::string_view text, std::string_view language) {
  if (is_ascii(text) && !has_own_case(text, language, "IJ")) return ascii_lower(text);
  if (is_lower_already(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToLower(std::string(language).c_str(), 0, piece(text), sink, nullptr, status);
  check(status, "lower case");
  return out;
}

std::string upper(std::string_view text, std::string_view language) {
  if (is_ascii(text) && !has_own_case(text, language, "ij")) return ascii_mapped(text, 'a', 'z');
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::CaseMap::utf8ToUpper(std::string(language).c_str(), 0, piece(text), sink, nullptr, status);
  check(status, "upper case");
  return out;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  out.reserve(text.size() / 6 + 1);
  // What ICU does with "@" depends on its release, so it decides.
  if (is_ascii(text) && text.find('@') == text.npos)
    ascii_words(text, &out);
  else
    icu_words(text, &out);
  return out;
}

std::string search_tokens(std::string_view text) {
  const std::string folded = fold(text);
  std::string out;
  out.reserve(folded.size());
  for (std::string_view word : words(folded)) {
    if (!out.empty()) out.push_back(' ');
    out.append(word);
  }
  return out;
}

std::string slug(std::string_view text, std::size_t max_bytes) {
  // Transliteration of scripts may shrink or grow; eight times the wish is always enough to fill
  // it.
  std::string latin = fold(clip_utf8(text, std::min<std::size_t>(max_bytes, 4096) * 8));
  latin = words_only(latin);
  if (!is_ascii(latin)) latin = transliterated(latin);
  std::string out;
  for (std::size_t i = 0; i < latin.size();) {
    const char32_t c = next_code_point(latin, &i);
    if (c < 0x80 && (is_letter(c) || is_digit(c))) {
      out.push_back(static_cast<char>(c | 0x20));
    } else if (c != '\'' && c != 0x2019 && c != 0x2BC && (c < 0x300 || c > 0x36F)) {
      if (!out.empty() && out.back() != '-') out.push_back('-');
    }
  }
  if (out.size() > max_bytes) {
    const std::size_t dash = out.rfind('-', max_bytes);
    out.resize(dash == std::string::npos || dash == 0 ? max_bytes : dash);
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace kaynak
