// What is read of an OPML list is written so that it is read again without a fault, and the same.
#include <cstdint>
#include <cstdlib>

#include "gather/opml.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto opml = kaynak::parse_opml(bytes, "https://outlet.example/list.opml");
  if (!opml) return 0;
  for (const auto& feed : opml->feeds) check(feed.xml_url.rfind("http", 0) == 0);
  const auto text = kaynak::write_opml(*opml);
  const auto again = kaynak::parse_opml(text);
  check(again && again->problems.empty());
  check(again->feeds.size() == opml->feeds.size());
  // Letters that look as if encoded twice are decoded once more, whoever wrote them.
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return 0;
  check(kaynak::write_opml(*again) == text);
  return 0;
}
