/// @file CDXJ, the sorted index by which replay tools find a record: one line a record, SURT key,
/// timestamp and a JSON object.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "gather/warc.h"

namespace kaynak {

/// The Sort-friendly URI Reordering Transform of an address as replay tools look it up:
/// "http://www.Outlet.example:80/A?b=2&a=1#x" gives "example,outlet)/a?a=1&b=2". What is no http(s)
/// address stays as it is.
std::string surt_key(std::string_view url);

/// The record's line, without its end: "KEY YYYYMMDDhhmmss {"url": …, "mime": …, "status": …,
/// "digest": …, "length": …, "offset": …, "filename": …}". Nothing for a record that holds no
/// answer, or has no place of its own (several in one gzip member).
std::optional<std::string> cdxj_line(const WarcRecord& record, const std::string& filename);

}  // namespace kaynak
