#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <map>

#include "text/regions.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

std::string english_name(const char* code) {
  UErrorCode status = U_ZERO_ERROR;
  UChar name[128];
  const auto length =
      uloc_getDisplayCountry((std::string("und_") + code).c_str(), "en", name, 128, &status);
  std::string out;
  if (U_SUCCESS(status)) icu::UnicodeString(name, length).toUTF8String(out);
  return out;
}

std::map<std::string, std::string> codes_by_name() {
  std::map<std::string, std::string> out;
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code)
    if (is_country(*code)) out.emplace(fold(english_name(*code)), *code);
  return out;
}

}  // namespace

std::string country_named(std::string_view name) {
  static const auto codes = codes_by_name();
  const auto found = codes.find(fold(fold_space(name)));
  return found != codes.end() ? found->second : std::string();
}

}  // namespace kaynak
