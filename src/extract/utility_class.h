/// @file Classes that say how an element looks and nothing of what it is.
#pragma once

#include <string_view>

namespace kaynak::extract_detail {

/// Whether one class is a utility of a style sheet: "margin-bottom-l", "md:items-center",
/// "overflow-hidden", "text-sm", or what a content system gives every field and block
/// ("field--label-hidden", "has-text-align-center"). Their words mean other things in names:
/// "page-bottom", "items".
bool is_utility_class(std::string_view name);

}  // namespace kaynak::extract_detail
