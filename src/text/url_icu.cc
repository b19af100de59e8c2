// What UTS #46 asks of a host's labels beyond their characters, by ICU.
#include <unicode/uidna.h>

#include <memory>

#include "text/url_detail.h"

namespace kaynak::text_detail {
namespace {

constexpr std::size_t kMaxHost = 4096;

const UIDNA* rules() {
  static const UIDNA* const opened = [] {
    UErrorCode status = U_ZERO_ERROR;
    return uidna_openUTS46(UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                               UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE,
                           &status);
  }();
  return opened;
}

}  // namespace

bool has_valid_labels(std::string_view host) {
  if (host.size() > kMaxHost || rules() == nullptr) return true;
  std::string out(4 * host.size() + 16, '\0');
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  uidna_nameToUnicodeUTF8(rules(), host.data(), static_cast<std::int32_t>(host.size()), out.data(),
                          static_cast<std::int32_t>(out.size()), &info, &status);
  // Which characters are allowed depends on Unicode's version: the URL parser has decided that.
  constexpr std::uint32_t faults = UIDNA_ERROR_BIDI | UIDNA_ERROR_CONTEXTJ |
                                   UIDNA_ERROR_LEADING_COMBINING_MARK | UIDNA_ERROR_PUNYCODE |
                                   UIDNA_ERROR_INVALID_ACE_LABEL | UIDNA_ERROR_LABEL_HAS_DOT;
  return (info.errors & faults) == 0;
}

}  // namespace kaynak::text_detail
