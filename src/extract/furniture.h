/// @file What a site puts around its texts in any language: names of advertisements, counters.
/// Data: furniture.cc.
#pragma once

#include <string_view>

namespace kaynak::extract_detail {

/// Whether a placeholder's inside names an advertisement, with or without a number: "reklam_2",
/// "quảng cáo_1", "Anzeige 3", "ad-300x250". Case, accents and what parts the words do not matter.
bool names_advertisement(std::string_view inside);

/// Whether a whole line is a counter: "Comments (0)", "0 Bình luận", "Yorumlar: 3", "12 shares".
bool is_counter(std::string_view line);

}  // namespace kaynak::extract_detail
