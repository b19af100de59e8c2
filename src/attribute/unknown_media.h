/// @file Media that no list knows: told by the words beside them.
#pragma once

#include <string>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

/// Words [first, last) that name a medium.
struct NamedMedium {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t mention = 0;  ///< index into Scan::mentions; `not_known` for a name in no list
  static constexpr std::uint32_t not_known = 0xffffffff;
  bool introduced = false;  ///< a media noun leads to it: "the newspaper NAME"
};

/// Mentions of a text in order, with the names among them that only sound like media: behind a
/// media noun ("the broadcaster Channel 13"), with one inside ("Nine News"), the page's own outlet,
/// an address ("finobzor.ru"). Names in no list count in sentences that say or report something.
std::vector<NamedMedium> named_media(const Scan& scan, const Characters& characters,
                                     std::string_view outlet, bool capital_nouns);

}  // namespace kaynak::attribute_detail
