// Request headers that we read ourselves: whatever they hold, answers stay what they may be.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "serve/files.h"
#include "serve/form_token.h"
#include "serve/origin.h"
#include "serve/rate_limit.h"

using namespace kaynak;
using namespace kaynak::serve_detail;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto encodings = accepted_encodings(text);
  if (encodings.size() > 2) abort();
  for (const auto& encoding : encodings)
    if (encoding != "br" && encoding != "gzip") abort();
  (void)etag_matches(text, "\"a\"");

  Request request;
  request.peer = "10.0.0.1";
  request.headers = {
      {"Cookie", text}, {"Origin", text}, {"Host", "kaynak.example"}, {"X-Forwarded-For", text}};
  const bool ours = text.size() >= 7 && text.find("kaynak.example") != std::string::npos;
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  if (!text.empty() && !is_cross_site(request, "https://kaynak.example") && !ours &&
      lower.find("kaynak.example") == std::string::npos)
    abort();
  if (rate_key(client_address(request, {"10.0.0.1"})).size() > 64) abort();
  static const FormTokens tokens("key");
  if (tokens.valid(text, std::string(32, 'a'), ArticleId("1"), LanguageTag("tr"), Time{})) abort();
  (void)cookie(request, "kaynak_form");
  return 0;
}
