/// @file Whether markup is strict: what the tests of pages ask first.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace kaynak::samples {

/// Elements that are never closed.
inline bool is_void(const std::string& name) {
  static const std::set<std::string> names = {"meta", "link", "img", "input", "br"};
  return names.count(name) != 0;
}

/// Whether every element is closed in order and every attribute quoted: a strict reading that
/// escaped text passes and markup from a value would not.
inline testing::AssertionResult well_formed(const std::string& markup) {
  const bool html = markup.compare(0, 5, "<?xml") != 0;
  std::vector<std::string> open;
  for (auto at = markup.find('<'); at != std::string::npos; at = markup.find('<', at + 1)) {
    if (markup[at + 1] == '!' || markup[at + 1] == '?') continue;
    auto end = at + 1;
    for (bool quoted = false; end < markup.size() && (quoted || markup[end] != '>'); ++end)
      if (markup[end] == '"') quoted = !quoted;
    const bool closing = markup[at + 1] == '/';
    const auto name =
        markup.substr(at + 1 + closing, markup.find_first_of(" />", at + 2) - at - 1 - closing);
    if (closing) {
      if (open.empty() || open.back() != name)
        return testing::AssertionFailure()
               << "</" << name << "> closes <" << (open.empty() ? "" : open.back())
               << ">: " << markup.substr(at > 80 ? at - 80 : 0, 120);
      open.pop_back();
    } else if (markup[end - 1] != '/' && !(html && is_void(name))) {
      open.push_back(name);
      if (name == "script") at = markup.find("</script>", at) - 1;
    }
  }
  if (!open.empty()) return testing::AssertionFailure() << "<" << open.back() << "> is not closed";
  return testing::AssertionSuccess();
}

}  // namespace kaynak::samples
