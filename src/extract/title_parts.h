/// @file Titles in parts: "Ice melts early | Harbour | Havsbild Post".
#pragma once

#include <initializer_list>
#include <string_view>

namespace kaynak::extract_detail {

/// Takes the part before the first of the marks off a title, and the mark with it; all of it where
/// none is left. A view of the title.
inline std::string_view take_title_part(std::string_view* title,
                                        std::initializer_list<std::string_view> marks) {
  std::size_t end = title->size(), next = end;
  for (const std::string_view mark : marks)
    if (const auto at = title->find(mark); at < end) end = at, next = at + mark.size();
  const std::string_view part = title->substr(0, end);
  title->remove_prefix(next);
  return part;
}

}  // namespace kaynak::extract_detail
