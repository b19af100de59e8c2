/// @file What a request asks for: its path, decoded and safe, and the fields of a query or form.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace kaynak::serve_detail {

/// Every segment is one name in a folder: UTF-8 without NUL, control characters or '/', not empty,
/// no leading dot (but for a first ".well-known"), at most 255 bytes.
struct Target {
  std::vector<std::string> segments;
  bool folder = false;   ///< the path ends with '/'
  std::string raw_path;  ///< as sent: visible ASCII
  std::string query;     ///< as sent, without '?'
};

/// Reads the target of a request line, in origin form ("/a/b?c") or absolute form. Errors:
/// malformed (no such form, wrong percent-encoding or UTF-8), too_large (over 4096 bytes),
/// not_found (a well-formed path that can name nothing we serve: "..", hidden, empty segments).
Result<Target> parse_target(std::string_view target);

using Fields = std::vector<std::pair<std::string, std::string>>;

/// application/x-www-form-urlencoded as the URL Standard reads it; wrong UTF-8 becomes U+FFFD.
/// Errors: too_large (over 32 fields).
Result<Fields> parse_form(std::string_view text);

/// The first field of that name, or empty.
const std::string& field(const Fields& fields, std::string_view name);

/// Percent-encodes all but unreserved characters and '/'.
std::string encode_path(std::string_view path);
/// The same, for a value in a query ('/' encoded too).
std::string encode_value(std::string_view value);

}  // namespace kaynak::serve_detail
