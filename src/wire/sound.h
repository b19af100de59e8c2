/// @file Whether an article that came from outside keeps the promises of model/article.h. Internal
/// to wire/.
#pragma once

#include "model/article.h"

namespace kaynak::wire_detail {

/// Ranges lie inside their texts, in order, and cut no letter; slots and embeds have no text;
/// evidence points to blocks that are there; addresses are of the web, or empty.
bool is_sound(const Article& article);

}  // namespace kaynak::wire_detail
