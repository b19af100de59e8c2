/// @file What IPTC's ninjs allows, version by version, as rows of a table. Internal to wire/.
#pragma once

#include <span>
#include <string_view>

namespace kaynak::wire_detail {

/// A member that objects of a shape may have, in versions `since` to `until` (31 is 3.1).
///
/// `type` is "string", "number", "integer", "0-100" or "1-9" (an integer of that range), "object"
/// (any), "date" (a year, a month, a day or a time), "geojson", "=a|b" (one of these words),
/// "{shape}", "[type]" (an array of it) or "<type>" (an object whose members are of it).
struct Member {
  std::string_view shape;
  std::string_view name;  ///< one that ends with "_" begins names: "body_" allows "body_text"
  std::string_view type;
  int since = 10;
  int until = 31;
};
std::span<const Member> ninjs_members();

enum class Need {
  all,     ///< every one of the names
  one,     ///< exactly one of them
  a_or_b,  ///< exactly one of the first two, or exactly one of the last two
};
/// What objects of a shape must have.
struct Requirement {
  std::string_view shape;
  Need need;
  std::string_view names;  ///< parted by "|"
  int since = 10;
  int until = 31;
};
std::span<const Requirement> ninjs_requirements();

/// Whether members that no row names are allowed.
bool is_open_shape(std::string_view shape, int version);

}  // namespace kaynak::wire_detail
