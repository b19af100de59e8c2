#include "text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

#include "base/strings.h"
#include "text/encoding.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

/// More text does not change the answer; what follows an article's beginning is often another
/// language's menu.
constexpr std::size_t kMaxBytes = 16 << 10;
/// Below this many bytes of letters a page's own claim is weighed.
constexpr int kShortBytes = 200;

/// Languages that even people tell apart by a few words: between them the page's claim decides.
constexpr std::string_view kGroups[] = {" bs hr sr ", " id ms ", " da nb no nn "};

std::string bcp47(CLD2::Language language) {
  std::string code = CLD2::LanguageCode(language);
  if (code == "iw") return "he";
  if (code == "jw") return "jv";
  if (code == "mo") return "ro";
  if (code == "no") return "nb";
  if (code == "tl") return "fil";
  if (code == "un" || code.substr(0, 2) == "xx") return {};
  return code;
}

std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find('-')); }

bool same_group(std::string_view a, std::string_view b) {
  const std::string first = " " + ascii_lower(a) + " ", second = " " + ascii_lower(b) + " ";
  return std::any_of(std::begin(kGroups), std::end(kGroups), [&](std::string_view group) {
    return group.find(first) != group.npos && group.find(second) != group.npos;
  });
}

/// Scripts that the engine has no language for.
bool is_ethiopic(std::string_view text) {
  std::size_t ethiopic = 0, letters = 0;
  for (std::size_t i = 0; i < text.size() && letters < 400;) {
    const char32_t c = next_code_point(text, &i);
    if (c < 0x80) continue;
    ++letters;
    ethiopic += c >= 0x1200 && c < 0x13A0;
  }
  return ethiopic * 2 > letters && ethiopic > 2;
}

}  // namespace

DetectedLanguage detect_language(std::string_view text, std::string_view hint) {
  text = clip_utf8(text, kMaxBytes);
  std::string repaired;
  if (!is_valid_utf8(text)) {
    repaired = decode_as(text, "utf-8");
    text = repaired;
  }
  const std::string claim = ascii_lower(hint.substr(0, 35));
  CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  if (!claim.empty() && text.size() < 4 * kShortBytes) hints.content_language_hint = claim.c_str();
  CLD2::Language top[3];
  int percent[3], bytes = 0;
  double scores[3];
  bool reliable = false;
  const CLD2::Language best =
      CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, &hints, 0,
                                     top, percent, scores, nullptr, &bytes, &reliable);
  DetectedLanguage result{bcp47(best), percent[0] / 100.0 * (reliable ? 1.0 : 0.5)};
  if (result.tag.empty() && top[0] != CLD2::UNKNOWN_LANGUAGE) result.tag = bcp47(top[0]);
  if (result.tag.empty() && is_ethiopic(text)) return {primary(claim) == "ti" ? "ti" : "am", 0.9};
  const std::string claimed(primary(claim));
  // Latin is what placeholders are written in: the page knows better.
  if (result.tag == "la" && !claimed.empty()) return {claimed, 0.5};
  if (!claimed.empty() && claimed != primary(result.tag)) {
    const bool among =
        std::any_of(top, top + 3, [&](CLD2::Language l) { return bcp47(l) == claimed; });
    if ((!reliable && among) || (bytes < 20 * kShortBytes && same_group(result.tag, claimed)))
      return {claimed, 0.5};
    if (result.tag.empty()) return {claimed, 0.1};
  }
  if (result.tag.empty()) result.confidence = 0;
  return result;
}

}  // namespace kaynak
