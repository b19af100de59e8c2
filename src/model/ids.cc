#include "model/ids.h"

#include <array>

#include "base/byte_set.h"
#include "base/strings.h"

namespace kaynak {
namespace {

bool all(std::string_view s, bool (*test)(char)) {
  for (const char c : s)
    if (!test(c)) return false;
  return true;
}
bool is_alpha(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

/// Canonical case of one subtag after the first (RFC 5646 §2.1.1): scripts "Hant", regions "BR",
/// the rest lower.
std::string cased(std::string_view subtag) {
  auto out = ascii_lower(subtag);
  if (out.size() == 4 && all(out, is_alpha)) out[0] = static_cast<char>(out[0] - 32);
  if (out.size() == 2 && all(out, is_alpha))
    for (char& c : out) c = static_cast<char>(c - 32);
  return out;
}

}  // namespace

LanguageTag::LanguageTag(std::string_view tag) {
  constexpr std::size_t longest = 64, longest_part = 8;
  static constexpr ByteSet tag_bytes(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
  tag = trim(tag).substr(0, longest);
  tag = tag.substr(0, tag_bytes.find_other(tag));
  const auto text = replace_all(std::string(tag), "_", "-");
  bool extension = false;  // what follows a singleton keeps lower case
  for (const auto part : split(text, '-')) {
    if (part.empty()) continue;
    if (part.size() > longest_part) break;
    if (!value.empty()) value += '-';
    value += value.empty() || extension ? ascii_lower(part) : cased(part);
    extension = extension || part.size() == 1;
  }
}

std::string_view LanguageTag::primary() const {
  return std::string_view(value).substr(0, value.find('-'));
}

bool is_right_to_left(const LanguageTag& tag) {
  static constexpr std::array rtl = {"ar",  "arc", "ckb", "dv",  "fa", "he", "iw", "ks",
                                     "pnb", "ps",  "sd",  "syr", "ug", "ur", "yi"};
  if (tag.value.find("-Latn") != std::string::npos || tag.value.find("-Cyrl") != std::string::npos)
    return false;
  if (tag.value.find("-Arab") != std::string::npos || tag.value.find("-Hebr") != std::string::npos)
    return true;
  for (const auto* language : rtl)
    if (tag.primary() == language) return true;
  return false;
}

}  // namespace kaynak
