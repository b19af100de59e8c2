// No feed, however broken, gives text with markup controls, an address that is not the web's, or
// more than it holds.
#include <cstdint>
#include <cstdlib>

#include "gather/feed.h"
#include "text/encoding.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_address(const std::string& url) {
  check(url.empty() || url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto feed = kaynak::parse_feed(bytes, "https://outlet.example/feed");
  if (!feed) return 0;
  check_address(feed->link);
  for (const auto& item : feed->items) {
    check_address(item.url);
    for (const auto& enclosure : item.enclosures) check_address(enclosure.url);
    for (const auto* text : {&item.title, &item.summary, &item.content_text}) {
      check(kaynak::is_valid_utf8(*text));
      // One byte of input (in UTF-16 or as an entity) never becomes more than four of text.
      check(text->size() <= 4 * size + 4);
    }
  }
  return 0;
}
