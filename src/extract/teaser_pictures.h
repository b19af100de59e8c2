/// @file Pictures of other articles, which links to those articles hold or stand beside.
#pragma once

#include <string_view>

#include "extract/page_map.h"

namespace kaynak::extract_detail {

/// Whether the picture at node `image` is that of a teaser: a link to another page holds it, and
/// `caption` (white space folded) is what the link, or one to the same page in the same box, says
/// as that page's headline. Links to larger pictures and captions of galleries are none. Looks at
/// the picture's nearest boxes only.
bool is_teaser_picture(const Document& page, const PageMap& map, NodeIndex image,
                       std::string_view caption);

}  // namespace kaynak::extract_detail
