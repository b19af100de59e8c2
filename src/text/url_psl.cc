// The Public Suffix List, by libpsl: the system's copy where it is newer than the library's own.
#include <libpsl.h>

#include "base/strings.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak {
namespace {

const psl_ctx_t* list() {
  static const psl_ctx_t* const loaded = psl_latest(nullptr);  // kept until the process ends
  return loaded;
}

bool is_name(std::string_view host) {
  if (host.empty() || host.size() > 1024 || host.front() == '.' || host.back() == '.') return false;
  if (host.find_first_of(":[]/@ ") != host.npos || host.find("..") != host.npos) return false;
  const auto last = host.substr(host.rfind('.') + 1);  // a number ends IPv4 addresses alone
  return last.find_first_not_of("0123456789") != last.npos;
}

}  // namespace

std::string registrable_domain(std::string_view host) {
  if (!host.empty() && host.back() == '.') host.remove_suffix(1);
  if (!is_name(host) || list() == nullptr) return {};
  const std::string name = lower(host);
  const char* domain = psl_registrable_domain(list(), name.c_str());
  return domain == nullptr ? std::string() : domain;
}

}  // namespace kaynak
