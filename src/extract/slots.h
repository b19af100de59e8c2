/// @file Places in an article that hold something else than its text: ad slots, embeds, shortcodes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"

namespace kaynak::extract_detail {

/// What a whole text block stands for when it is a placeholder: "[reklam_2]", "{{ad}}", "[embed
/// id=4]", "ADVERTISEMENT". An ad_slot or embed Block with its label; nothing for text.
std::optional<Block> slot_from_text(std::string_view text);
/// The same for an HTML comment ("ad", "reklam-2").
std::optional<Block> slot_from_comment(std::string_view comment);
/// Whether a class or id value is a name sites give to ad slots ("div-gpt-ad-123", "ad_slot",
/// "reklam-alani").
bool is_ad_name(std::string_view class_or_id);

/// Shortcodes and placeholders inside a text: they must reach the reader untouched, or not at all.
std::vector<ByteRange> find_placeholders(std::string_view text);

}  // namespace kaynak::extract_detail
