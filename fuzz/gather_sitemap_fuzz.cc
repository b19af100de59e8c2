// No sitemap gives an address that is not the web's, text that is not UTF-8, or more than it may.
#include <cstdint>
#include <cstdlib>

#include "gather/sitemap.h"
#include "text/encoding.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_address(const std::string& url) {
  check(url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto sitemap = kaynak::parse_sitemap(bytes, "https://outlet.example/map.xml");
  if (!sitemap) return 0;
  check(sitemap->entries.size() <= 50'000);
  for (const auto& entry : sitemap->entries) {
    check_address(entry.url);
    for (const auto& image : entry.images) check_address(image);
    for (const auto& other : entry.alternates) check_address(other.url);
    if (!entry.news) continue;
    check(kaynak::is_valid_utf8(entry.news->title));
    check(kaynak::is_valid_utf8(entry.news->publication));
  }
  return 0;
}
