#include <lexbor/url/url.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "base/byte_set.h"
#include "base/strings.h"
#include "text/encoding.h"
#include "text/encoding_detail.h"
#include "text/url_detail.h"

namespace kaynak::text_detail {
namespace {

/// A parser with the memory of the URLs it made.
class Parser {
 public:
  Parser() : parser_(lxb_url_parser_create()) {
    if (lxb_url_parser_init(parser_, nullptr) != LXB_STATUS_OK)
      throw std::runtime_error("URL parser: out of memory");
  }
  ~Parser() {
    lxb_url_parser_memory_destroy(parser_);
    lxb_url_parser_destroy(parser_, true);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// The URL lives until the next call.
  lxb_url_t* parse(std::string_view text, const lxb_url_t* base) {
    lxb_url_parser_clean(parser_);
    lexbor_mraw_clean(parser_->mraw);
    return lxb_url_parse(parser_, base, reinterpret_cast<const lxb_char_t*>(text.data()),
                         text.size());
  }

 private:
  lxb_url_parser_t* parser_;
};

lxb_status_t append(const lxb_char_t* data, std::size_t length, void* out) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
  return LXB_STATUS_OK;
}

bool serialise(const lxb_url_t* url, std::string* href) {
  href->clear();
  return url != nullptr && lxb_url_serialize(url, append, href, false) == LXB_STATUS_OK;
}

/// Whether nothing is mapped or decoded on the way.
bool is_plain(std::string_view text) {
  static constexpr ByteSet changed("%[]^`|{}\\");
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80 || changed.contains(c)) return false;
  return true;
}

struct ThreadState {
  Parser parser;
  Parser base_parser;
  std::string base_text;
  lxb_url_t* base = nullptr;  ///< of base_text

  const lxb_url_t* base_for(std::string_view text) {
    if (base == nullptr || base_text != text) {
      base_text = text;
      base = base_parser.parse(base_text, nullptr);
    }
    return base;
  }
};

}  // namespace

namespace {

bool resolve(ThreadState* state, std::string_view text, const lxb_url_t* base, std::string* href) {
  if (!serialise(state->parser.parse(text, base), href)) return false;
  // Version 3.0.1 leaves some decoded characters of hosts in upper case, and drops an empty first
  // segment before a bracket only where it reads it whole. Going on to what parses to itself keeps
  // Url's invariant; plain addresses, nearly all, need no second look.
  std::string again = *href;
  for (int round = 0; round < 3 && !is_plain(text); ++round) {
    if (!serialise(state->parser.parse(*href, nullptr), &again)) return false;
    if (again == *href) return true;
    href->swap(again);
  }
  return is_plain(text);
}

/// Length of the scheme that `text` begins with, its colon too; 0 where it is relative.
std::size_t scheme_length(std::string_view text) {
  std::size_t i = 0;  // blanks and control characters at the beginning are passed over
  while (i < text.size() && static_cast<unsigned char>(text[i]) <= ' ') ++i;
  if (i == text.size() || !std::isalpha(static_cast<unsigned char>(text[i]))) return 0;
  while (i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) || text[i] == '+' ||
                             text[i] == '-' || text[i] == '.'))
    ++i;
  return i < text.size() && text[i] == ':' ? i + 1 : 0;
}

/// Whether hosts of the scheme (with its colon, and what stands before it) are domains.
bool has_domain(std::string_view scheme) {
  while (!scheme.empty() && static_cast<unsigned char>(scheme.front()) <= ' ')
    scheme.remove_prefix(1);
  for (const std::string_view known : {"http:", "https:", "ws:", "wss:", "ftp:"})
    if (iequals(scheme, known)) return true;
  return false;
}

/// Where the host stands in `text`: behind a scheme and slashes, up to the path.
std::string_view authority_of(std::string_view text) {
  const std::size_t scheme = scheme_length(text);
  const bool domain = has_domain(text.substr(0, scheme));
  text.remove_prefix(scheme);
  static constexpr ByteSet slashes("/\\"), ends("/?#\\");
  std::size_t host = std::min(slashes.find_other(text), text.size());
  if (!domain) {
    if (host < 2) return {};
    if (scheme > 0) host = 2;
  }
  return text.substr(host, ends.find(text, host) - host);
}

/// Version 3.0.1 refuses hosts whose "xn--" labels cannot be decoded. By the standard's "domain to
/// ASCII", a host of ASCII characters alone stays as it is: such labels are parsed under a name
/// that means nothing, and have theirs back in what comes out.
bool resolve_undecodable(ThreadState* state, std::string_view text, const lxb_url_t* base,
                         std::string* href) {
  constexpr std::string_view mark = "xn0kept0";
  std::string_view authority = authority_of(text);
  if (text.find(mark) != text.npos || authority.empty()) return false;
  authority.remove_prefix(authority.rfind('@') + 1);  // npos + 1 is 0
  std::string renamed(text.substr(0, static_cast<std::size_t>(authority.data() - text.data())));
  bool any = false;
  for (std::size_t i = 0; i < authority.size(); ++i) {
    if (static_cast<unsigned char>(authority[i]) >= 0x80 || authority[i] == '%') return false;
    const bool label = i == 0 || authority[i - 1] == '.';
    if (label && istarts_with(authority.substr(i), "xn--")) {
      renamed += mark;
      i += 3;
      any = true;
    } else {
      renamed += authority[i];
    }
  }
  if (!any) return false;
  renamed.append(authority.data() + authority.size(),
                 text.data() + text.size() - (authority.data() + authority.size()));
  if (!resolve(state, renamed, base, href)) return false;
  *href = replace_all(*href, mark, "xn--");
  return true;
}

/// Version 3.0.1 maps hosts that are not ASCII, and does not look at what the mapping gives.
bool host_is_valid(std::string_view text, std::string_view href) {
  const std::string_view written = authority_of(text);
  bool mapped = false;
  for (const unsigned char c : written.substr(written.rfind('@') + 1))
    mapped = mapped || c >= 0x80 || c == '%';
  if (!mapped || href.find("xn--") == href.npos) return true;
  if (!has_domain(href.substr(0, scheme_length(href)))) return true;
  const std::string_view authority = authority_of(href);
  const std::string_view host = authority.substr(authority.rfind('@') + 1);
  return has_valid_labels(host.substr(0, host.find(':')));
}

/// An opaque path's last blank before "?" or "#" is escaped, which version 3.0.1 leaves out.
void escape_last_blank(std::string* href) {
  const std::size_t colon = href->find(':');
  static constexpr ByteSet ends("?#");
  const std::size_t end = ends.find(*href);
  if (end == href->npos || end < colon + 2 || (*href)[colon + 1] == '/') return;
  if ((*href)[end - 1] == ' ') href->replace(end - 1, 1, "%20");
}

/// Version 3.0.1 takes the two characters behind a "%" that escapes nothing as they are, be they a
/// "/" or need an escape themselves. Such signs are parsed under a name and have theirs back in
/// what comes out.
constexpr std::string_view kLonePercent = "x0percent0x";

bool is_hex(std::string_view text, std::size_t i) {
  return i < text.size() && std::isxdigit(static_cast<unsigned char>(text[i])) != 0;
}

/// `text` as it is, or with its lone signs renamed, in `*held`. Those of a host stay: it is none.
std::string_view rename_lone_percent(std::string_view text, std::string* held) {
  if (text.find('%') == text.npos) return text;
  for (const char c : text)
    if (c != '\t' && c != '\n' && c != '\r') held->push_back(c);  // as the standard begins
  text = *held;
  const std::string_view authority = authority_of(text);
  std::size_t i = authority.empty()
                      ? 0
                      : static_cast<std::size_t>(authority.data() + authority.size() - text.data());
  std::string renamed(text.substr(0, i));
  for (; i < text.size(); ++i) {
    if (text[i] == '%' && !(is_hex(text, i + 1) && is_hex(text, i + 2)))
      renamed += kLonePercent;
    else
      renamed += text[i];
  }
  held->swap(renamed);
  return *held;
}

}  // namespace

bool whatwg_href(std::string_view text, std::string_view base, std::string* href) {
  thread_local ThreadState state;
  std::string held_text, held_base, repaired;
  if (!is_valid_utf8(text)) {  // version 3.0.1 passes over some wrong bytes
    std::size_t good = 0, bad = 0;
    repaired = repair_utf8(text, &good, &bad);
    text = repaired;
  }
  if (text.find(kLonePercent) == text.npos && base.find(kLonePercent) == base.npos) {
    text = rename_lone_percent(text, &held_text);
    base = rename_lone_percent(base, &held_base);
  }
  const lxb_url_t* base_url = nullptr;
  if (!base.empty()) {
    base_url = state.base_for(base);
    if (base_url == nullptr) return false;
  }
  if (!resolve(&state, text, base_url, href) && !resolve_undecodable(&state, text, base_url, href))
    return false;
  if (!held_text.empty() || !held_base.empty()) *href = replace_all(*href, kLonePercent, "%");
  escape_last_blank(href);
  return host_is_valid(text, *href);
}

}  // namespace kaynak::text_detail
