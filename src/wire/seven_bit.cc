#include "wire/seven_bit.h"

#include "base/strings.h"
#include "text/encoding.h"
#include "text/language.h"
#include "text/unicode.h"

namespace kaynak::wire_detail {
namespace {

/// Bytes to UTF-8: itself where it is ASCII or UTF-8, else as labelled or detected. Control
/// characters are of one byte in all encodings met.
std::string decoded(std::string_view bytes, std::string_view content_type) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  return decode_html(bytes, content_type).text;
}

std::string with_plain_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\0' || (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')) continue;
    out += c == '\r' ? '\n' : c;
  }
  return out;
}

constexpr std::string_view kVariantSigns = "[\\]{|}~";

struct Variant {
  std::string_view languages;   ///< primary subtags, blank-separated
  std::string_view letters[7];  ///< for kVariantSigns
};
constexpr Variant kVariants[] = {
    {"de", {"Ä", "Ö", "Ü", "ä", "ö", "ü", "ß"}},
    {"sv fi", {"Ä", "Ö", "Å", "ä", "ö", "å", "~"}},
    {"da no nb nn", {"Æ", "Ø", "Å", "æ", "ø", "å", "~"}},
};

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// Signs that stand where a letter would: beside a letter, and on the other side a letter, a blank
/// or another such sign.
bool is_letter_sign(std::string_view text, std::size_t i) {
  if (kVariantSigns.find(text[i]) == std::string_view::npos) return false;
  const auto near = [&](std::size_t k) { return k < text.size() && is_ascii_letter(text[k]); };
  return near(i + 1) || (i > 0 && near(i - 1));
}

/// Signs within a word, with letters on both sides: prose has none of them.
int count_letter_signs(std::string_view text) {
  int n = 0;
  for (std::size_t i = 1; i + 1 < text.size(); ++i)
    if (kVariantSigns.find(text[i]) != std::string_view::npos && is_ascii_letter(text[i - 1]) &&
        is_ascii_letter(text[i + 1]))
      ++n;
  return n;
}

const Variant* variant_of(std::string_view text) {
  std::string plain(text);
  for (char& c : plain)
    if (kVariantSigns.find(c) != std::string_view::npos) c = ' ';
  const std::string tag = detect_language(clip_utf8(plain, 4000)).tag;
  for (const Variant& v : kVariants)
    for (const auto language : split(v.languages, ' '))
      if (tag == language) return &v;
  return nullptr;
}

}  // namespace

std::vector<ByteMessage> split_messages(std::string_view bytes, std::string_view content_type,
                                        std::size_t most) {
  const std::string all = with_plain_line_ends(decoded(bytes, content_type));
  std::vector<ByteMessage> out;
  for (auto soh = all.find(kSoh); soh != std::string::npos && out.size() < most;) {
    const auto next = all.find(kSoh, soh + 1);
    const std::string_view whole =
        std::string_view(all).substr(soh + 1, next == std::string::npos ? next : next - soh - 1);
    soh = next;
    const auto stx = whole.find(kStx);
    if (stx == std::string_view::npos) continue;
    const auto etx = whole.find(kEtx, stx);
    ByteMessage m;
    m.header = whole.substr(0, stx);
    m.text = whole.substr(stx + 1, etx == std::string_view::npos ? etx : etx - stx - 1);
    if (etx != std::string_view::npos) m.trailer = whole.substr(etx + 1, 200);
    out.push_back(std::move(m));
  }
  return out;
}

std::string undo_iso646(std::string_view text) {
  constexpr int enough = 3;
  if (count_letter_signs(text) < enough) return std::string(text);
  const Variant* variant = variant_of(text);
  if (variant == nullptr) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_letter_sign(text, i))
      out += variant->letters[kVariantSigns.find(text[i])];
    else
      out += text[i];
  }
  return out;
}

int month_number(std::string_view name) {
  static constexpr std::pair<std::string_view, int> names[] = {
      {"jan", 1},  {"ene", 1},  {"feb", 2},  {"fev", 2},  {"mar", 3},  {"maa", 3},  {"mrz", 3},
      {"apr", 4},  {"abr", 4},  {"avr", 4},  {"may", 5},  {"mai", 5},  {"maj", 5},  {"mei", 5},
      {"jun", 6},  {"jul", 7},  {"aug", 8},  {"ago", 8},  {"sep", 9},  {"set", 9},  {"oct", 10},
      {"okt", 10}, {"out", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"des", 12}, {"dic", 12}};
  const std::string begin = ascii_lower(fold(trim(name)).substr(0, 3));
  for (const auto& [known, number] : names)
    if (begin == known) return number;
  return 0;
}

}  // namespace kaynak::wire_detail
