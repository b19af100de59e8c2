// Links of any page are absolute http(s) addresses, each once, with titles on one line; what a page
// says of its outlet is such an address or text too.
#include <cstdlib>
#include <set>

#include "extract/front_page.h"
#include "extract/section_links.h"
#include "text/url.h"

namespace {

using namespace kaynak;

void require(bool holds) {
  if (!holds) std::abort();
}

bool is_address(const std::string& text) {
  const auto url = Url::parse(text);
  return url && url->is_http() && url->href() == text;
}

void check_links(const std::vector<SectionLink>& links) {
  std::set<std::string> keys;
  require(links.size() <= 1000);
  for (const auto& link : links) {
    require(is_address(link.url));
    require(keys.insert(identity_key(*Url::parse(link.url))).second);
    require(link.title.find('\n') == std::string::npos && link.title.size() <= 300);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto page = Document::parse(bytes);
  if (!page) return 0;
  const std::string address = "https://www.alder.example/news";
  check_links(section_links(*page, address));
  check_links(section_links(*page, address, "div, h2 > a"));
  const auto front = read_front_page(*page, address);
  require(front.icon.value.empty() || is_address(front.icon.value));
  for (const auto& feed : front.feeds) require(is_address(feed.url));
  return 0;
}
