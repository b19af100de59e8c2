// No path that is taken can name anything outside the site's folder, or hidden in it.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "serve/live.h"
#include "serve/target.h"

using namespace kaynak;
using namespace kaynak::serve_detail;

namespace {

void check_segment(const std::string& segment, bool first) {
  if (segment.empty() || segment.size() > 255) abort();
  if (segment[0] == '.' && !(first && segment == ".well-known")) abort();
  for (const char c : segment)
    if (c == '/' || static_cast<unsigned char>(c) < 0x20) abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  // A field "back" is shown as a link: it stays on this site.
  const std::string back = safe_back(text);
  if (!back.empty() && (back[0] == '/' || back.find("//") != std::string::npos)) abort();

  const auto target = parse_target(text);
  if (!target) return 0;
  for (std::size_t i = 0; i < target->segments.size(); ++i)
    check_segment(target->segments[i], i == 0);
  // A redirect repeats the path: it must be one of this site, and one line.
  if (target->raw_path.starts_with("//")) abort();
  if (target->raw_path.find_first_of("\r\n ") != std::string::npos) abort();
  std::string encoded;
  for (const auto& segment : target->segments) encoded += "/" + encode_path(segment);
  if (target->folder) encoded += "/";
  const auto again = parse_target(encoded);
  if (encoded.size() <= 4096 && (!again || again->segments != target->segments)) abort();
  return 0;
}
