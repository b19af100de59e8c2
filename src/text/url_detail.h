/// @file What url.cc takes from the URL parser's file.
#pragma once

#include <string>
#include <string_view>

namespace kaynak::text_detail {

/// Serialised URL of `text` (UTF-8, wrong sequences as U+FFFD) per the WHATWG URL Standard against
/// `base` (empty: none). False where it is none. Thread-safe; each thread keeps its parser and the
/// last base it saw.
bool whatwg_href(std::string_view text, std::string_view base, std::string* href);

/// Whether the labels of `host` (as serialised: ASCII) keep to UTS #46's rules for combining marks,
/// joiners and directions. Thread-safe.
bool has_valid_labels(std::string_view host);

}  // namespace kaynak::text_detail
