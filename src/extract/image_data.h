/// @file Pictures as a page's structured data describe them (schema.org ImageObject).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"

namespace kaynak::extract_detail {

struct ImageData {
  std::string url;  ///< as written
  std::string caption;
  std::string key;     ///< picture_key(url)
  std::string credit;  ///< creditText, copyrightHolder, author, copyrightNotice: the first there is
};

/// Every ImageObject with an address in the JSON-LD, the article's own first. At most 100, looked
/// for 12 levels deep.
std::vector<ImageData> read_images(const std::vector<Json>& roots);

/// What tells a picture's file from others in whatever size and format it is served: the most
/// telling part of the path of its address, without sizes and extension. Empty where nothing does.
std::string picture_key(std::string_view url);

/// Whether two keys are of one picture: alike, or alike up to the name of a size at the end.
bool same_picture(std::string_view key, std::string_view other);

/// Whether two keys differ in little at their ends that names a size or quality ("…-s2600-c85",
/// "…-s1200"), not just in a number, which tells pictures of a series apart.
bool same_but_for_format(std::string_view key, std::string_view other);

/// Whether an address is that of a logo, or asks for a picture of less than 100 pixels.
bool is_icon_address(std::string_view url);

}  // namespace kaynak::extract_detail
