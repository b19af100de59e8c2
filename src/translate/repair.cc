#include "translate/repair.h"

#include <array>
#include <optional>
#include <utility>

#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::translate_detail {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> named = {{{"&quot;", "\""},
                                                                                 {"&apos;", "'"},
                                                                                 {"&lt;", "<"},
                                                                                 {"&gt;", ">"},
                                                                                 {"&nbsp;", " "},
                                                                                 {"&amp;", "&"}}};

struct Entity {
  std::size_t size;
  std::string character;
};

std::optional<Entity> numeric(std::string_view text) {
  const bool hexadecimal = text.size() > 3 && (text[2] == 'x' || text[2] == 'X');
  std::size_t i = hexadecimal ? 3 : 2;
  char32_t value = 0;
  const auto begin = i;
  for (; i < text.size() && i < begin + 7; ++i) {
    const char c = static_cast<char>(text[i] | 0x20);
    const int digit = c >= '0' && c <= '9' && text[i] == c  ? c - '0'
                      : hexadecimal && c >= 'a' && c <= 'f' ? c - 'a' + 10
                                                            : -1;
    if (digit < 0) break;
    value = value * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit);
  }
  if (i == begin || i >= text.size() || text[i] != ';') return std::nullopt;
  if (value < 0x20 || (value >= 0x7f && value < 0xa0) || (value >= 0xd800 && value < 0xe000) ||
      value > 0x10ffff)
    return std::nullopt;
  Entity out{i + 1, {}};
  append_utf8(&out.character, value);
  return out;
}

/// The entity at the beginning of `text`, which begins with '&'.
std::optional<Entity> entity_at(std::string_view text) {
  for (const auto& [name, character] : named)
    if (istarts_with(text, name)) return Entity{name.size(), std::string(character)};
  return text.substr(0, 2) == "&#" ? numeric(text) : std::nullopt;
}

std::string repair_once(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto entity = text[i] == '&' ? entity_at(text.substr(i)) : std::nullopt;
    if (entity) {
      out += entity->character;
      i += entity->size;
    } else {
      out += text[i++];
    }
  }
  return out;
}

}  // namespace

bool has_entity(std::string_view text) {
  for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1))
    if (entity_at(text.substr(at))) return true;
  return false;
}

std::string repair_entities(std::string_view text) { return repair_once(repair_once(text)); }

}  // namespace kaynak::translate_detail
