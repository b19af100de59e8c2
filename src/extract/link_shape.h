/// @file What the address of a link says of the page behind it.
#pragma once

#include <string>

#include "text/url.h"

namespace kaynak::extract_detail {

struct LinkShape {
  bool date = false;      ///< "/2026/11/28/", "2026-11-28", "20261128"
  bool number = false;    ///< five digits or more in a row, or a parameter that is a number
  bool slug = false;      ///< a segment of four words or more
  bool is_other = false;  ///< a tag, an author, a page of a list, a file, a front page
  std::string key;        ///< the same for addresses of one kind
  std::string section;    ///< the first of several segments: "sport"
  bool is_telling() const { return date || number || slug; }
};

LinkShape link_shape(const Url& url);

}  // namespace kaynak::extract_detail
