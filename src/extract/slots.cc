#include "extract/slots.h"

#include <algorithm>
#include <array>

#include "base/byte_set.h"
#include "base/strings.h"
#include "extract/furniture.h"
#include "extract/phrases.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::string_view ad_words[] = {
    "ad",         "ads",     "adv",         "advert",     "advertisement", "advertising", "adslot",
    "adunit",     "adbox",   "adzone",      "adspot",     "banner",        "reklam",      "reklama",
    "reklame",    "anzeige", "werbung",     "publicidad", "publicidade",   "publicite",   "pub",
    "pubblicita", "annonce", "annons",      "iklan",      "quangcao",      "googletag",   "gpt",
    "dfp",        "adsense", "adsbygoogle", "mpu",        "sponsor",       "реклама",     "إعلان",
    "اعلان",      "广告",    "廣告",        "広告",       "광고"};
constexpr std::string_view embed_words[] = {
    "embed",        "video",    "audio",       "gallery",     "youtube", "twitter",   "tweet",
    "instagram",    "facebook", "tiktok",      "vimeo",       "iframe",  "playlist",  "caption",
    "poll",         "map",      "infographic", "widget",      "image",   "img",       "photo",
    "photogallery", "galeri",   "foto",        "contactform", "block",   "shortcode", "related",
    "newsletter",   "quiz",     "podcast"};

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool is_name_char(char c) {
  return is_word_char(c) || c == '_' || c == '-' || c == '.' || c == ':' || c == '/';
}
bool is_number(std::string_view w) {
  return std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
}

template <std::size_t n>
bool listed(std::string_view word, const std::string_view (&words)[n]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Lower-case words of a name, parted by '_', '-', '.', ' ' and the like; digits at their ends are
/// left out.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto flush = [&] {
    while (!word.empty() && word.back() >= '0' && word.back() <= '9') word.pop_back();
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (const char c : name.substr(0, 200)) {
    if (is_word_char(c))
      word += ascii_lower(std::string_view(&c, 1));
    else
      flush();
  }
  flush();
  return words;
}

bool names_ad(std::string_view name) {
  for (const std::string& w : words_of(name))
    if (listed(w, ad_words)) return true;
  return false;
}

/// "quảng cáo_1", "annuncio pubblicitario_2": words, an underscore, a number of one or two digits.
/// Nobody writes so for readers.
bool numbered_words(std::string_view inside) {
  const auto mark = inside.rfind('_');
  if (mark == std::string_view::npos || mark == 0 || inside.size() > 60) return false;
  const std::string_view number = inside.substr(mark + 1);
  if (number.empty() || number.size() > 2 || !is_number(number)) return false;
  return std::all_of(inside.begin(), inside.begin() + static_cast<std::ptrdiff_t>(mark),
                     [](char c) { return is_word_char(c) || c == ' ' || c == '\'' || c == '-'; });
}

enum class Bracket { none, shortcode, ad, embed };

/// What the text between brackets names: "reklam_2" an ad, "embed id=4" an embed, "sic" nothing.
Bracket judge(std::string_view inside, bool braces) {
  inside = trim(inside);
  if (inside.starts_with('/')) inside.remove_prefix(1);
  if (inside.empty() || inside.size() > 120) return Bracket::none;
  if (numbered_words(inside)) return names_advertisement(inside) ? Bracket::ad : Bracket::shortcode;
  const auto name_end = std::find_if_not(inside.begin(), inside.end(), is_name_char);
  const std::string_view name =
      inside.substr(0, static_cast<std::size_t>(name_end - inside.begin()));
  const std::string_view rest = trim(inside.substr(name.size()));
  const bool has_attributes = rest.find('=') != std::string_view::npos;
  if (name.empty() || (!rest.empty() && !has_attributes && !is_number(rest) && !braces))
    return Bracket::none;
  if (is_number(name)) return Bracket::none;
  if (names_ad(name) || (rest.empty() || is_number(rest) ? names_advertisement(name) : false))
    return Bracket::ad;
  const auto words = words_of(name);
  const bool machine_name = has_attributes || name.find('_') != std::string_view::npos || braces;
  for (const std::string& w : words)
    if (listed(w, embed_words) &&
        (machine_name || w == "embed" || w == "gallery" || w == "shortcode"))
      return Bracket::embed;
  return machine_name ? Bracket::shortcode : Bracket::none;
}

struct Found {
  std::size_t begin = 0, end = 0;
  Bracket kind = Bracket::none;
};

/// The next bracketed placeholder at or after `from`.
Found next_placeholder(std::string_view s, std::size_t from) {
  struct Pair {
    std::string_view open, close;
    bool braces;
  };
  static constexpr Pair pairs[] = {{"[[", "]]", true}, {"{{", "}}", true}, {"[", "]", false},
                                   {"{%", "%}", true}, {"%%", "%%", true}, {"$$", "$$", true},
                                   {"<%", "%>", true}};
  static constexpr ByteSet openers("[{%<$");
  for (std::size_t i = openers.find(s, from); i != std::string_view::npos;
       i = openers.find(s, i + 1)) {
    for (const Pair& p : pairs) {
      if (s.substr(i, p.open.size()) != p.open) continue;
      const auto end = s.substr(0, i + 160).find(p.close, i + p.open.size());
      if (end == std::string_view::npos) continue;
      const auto kind = judge(s.substr(i + p.open.size(), end - i - p.open.size()), p.braces);
      if (kind != Bracket::none) return {i, end + p.close.size(), kind};
    }
  }
  return {s.size(), s.size(), Bracket::none};
}

Block slot(BlockKind kind, std::string_view label) {
  Block b;
  b.kind = kind;
  b.label = std::string(clip_utf8(trim(label), 100));
  return b;
}

std::string_view without_brackets(std::string_view s) {
  static constexpr ByteSet brackets("[]{}%<>!$ ");
  return brackets.trim(s);
}

}  // namespace

std::optional<Block> slot_from_text(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > 200) return std::nullopt;
  const Found f = next_placeholder(text, 0);
  if (f.kind != Bracket::none && f.begin == 0 && f.end == text.size())
    return slot(f.kind == Bracket::ad ? BlockKind::ad_slot : BlockKind::embed,
                without_brackets(text));
  if (phrase_of(text) == PhraseKind::ad) return slot(BlockKind::ad_slot, text);
  return std::nullopt;
}

std::optional<Block> slot_from_comment(std::string_view comment) {
  comment = trim(comment);
  if (comment.empty() || comment.size() > 32 ||
      comment.find_first_of("<>=/") != std::string_view::npos)
    return std::nullopt;
  const auto words = words_of(comment);
  if (words.empty() || words.size() > 2 || words.front() == "end" ||
      !listed(words.front(), ad_words))
    return std::nullopt;
  return slot(BlockKind::ad_slot, comment);
}

bool is_ad_name(std::string_view class_or_id) {
  for (const auto part : split(class_or_id, ' '))
    if (names_ad(part)) return true;
  return false;
}

std::vector<ByteRange> find_placeholders(std::string_view text) {
  std::vector<ByteRange> found;
  for (Found f = next_placeholder(text, 0); f.kind != Bracket::none && found.size() < 100;
       f = next_placeholder(text, f.end))
    found.push_back({static_cast<std::uint32_t>(f.begin), static_cast<std::uint32_t>(f.end)});
  return found;
}

}  // namespace kaynak::extract_detail
