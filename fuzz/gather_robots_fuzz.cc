// A rule that decides is one of the file's, and what forbids says so.
#include <cstdint>
#include <cstdlib>

#include "gather/robots.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto robots = kaynak::Robots::parse(text);
  const auto end = text.find('\n');
  for (const auto url : {text.substr(0, end), std::string_view("https://outlet.example/a?b=c")}) {
    const auto decision = robots.decide("Kaynak", url);
    if (!decision.allowed && decision.rule.rfind("Disallow: ", 0) != 0) std::abort();
    if (!decision.rule.empty() &&
        text.find(std::string_view(decision.rule).substr(decision.rule.find(' ') + 1)) ==
            std::string_view::npos)
      std::abort();
    const auto normal = kaynak::robots_escape(url);
    if (kaynak::robots_escape(normal) != normal) std::abort();
  }
  return 0;
}
