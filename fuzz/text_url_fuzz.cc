/// Property: a parsed URL parses to itself, has its parts in order, and has the same key as itself;
/// what is clean is clean.
#include <cstdint>
#include <cstdlib>

#include "text/url.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t half = text.find('\n');
  const auto base = kaynak::Url::parse(text.substr(0, half));
  const auto url = half == text.npos || !base ? kaynak::Url::parse(text)
                                              : kaynak::Url::parse(text.substr(half + 1), &*base);
  if (!url) return 0;
  const auto again = kaynak::Url::parse(url->href());
  if (!again || again->href() != url->href()) abort();
  if (kaynak::identity_key(*again) != kaynak::identity_key(*url)) abort();
  if (url->scheme().size() + url->host().size() + url->path().size() > url->href().size()) abort();
  const auto clean = kaynak::Url::parse(kaynak::clean_url(*url));
  if (!clean || kaynak::clean_url(*clean) != kaynak::clean_url(*url)) abort();
  kaynak::registrable_domain(url->host());
  // The address itself may hold such characters (a host a quotation mark, an opaque path blanks);
  // what is added not.
  const std::string link = kaynak::text_fragment_url(url->href(), text);
  const std::size_t added = link.find(":~:");
  if (added != link.npos && link.find_first_of("\n\" <>", added) != link.npos) abort();
  return 0;
}
