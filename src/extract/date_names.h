/// @file What attributes call a date: class names, and names of attributes that hold one.
#pragma once

#include <string_view>

namespace kaynak::extract_detail {

/// What class names and itemprops around an element call the date in it.
struct NamedAs {
  bool published = false;
  bool updated = false;
  bool other = false;
};

/// Adds what one value of a class, id or itemprop says: "post-date", "lastUpdated", "event__time".
void read_date_names(std::string_view value, NamedAs* named);

/// Whether an attribute of that name holds a date for machines: "datetime", "data-utime".
bool is_date_stamp(std::string_view attribute);

}  // namespace kaynak::extract_detail
