/// @file Making XML of what feeds hold instead. Internal to gather/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kaynak::gather_detail {

/// Tags and attributes of one document beyond this are cut off: each takes a hundred times its
/// bytes in memory.
constexpr std::size_t kMaxXmlMarks = 3'000'000;

struct PreparedXml {
  std::string text;
  bool entities = false;  ///< HTML's entities were read
};

/// `text` (UTF-8) without characters XML forbids, with HTML's entities as characters and every
/// other bare "&" escaped, so that a parser without entity declarations reads all of it. What was
/// mended is named in `problems`; HTML's entities are not counted a fault. Linear time.
PreparedXml prepare_xml(std::string_view text, std::vector<std::string>* problems);

/// `text` with its tags balanced: what is left open is closed, stray end tags and "<" are taken as
/// text or dropped, attributes quoted; an item never stands in another. Linear time.
std::string balance_xml(std::string_view text);

}  // namespace kaynak::gather_detail
