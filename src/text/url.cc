#include "text/url.h"

#include <algorithm>

#include "base/strings.h"
#include "text/unicode.h"
#include "text/url_detail.h"

namespace kaynak {
namespace {

constexpr std::size_t kMaxUrlBytes = 64 << 10;

std::uint32_t at(std::size_t i) { return static_cast<std::uint32_t>(i); }

/// End of the authority's host part that begins at `begin`: the port's colon or `end`.
std::size_t host_end(std::string_view href, std::size_t begin, std::size_t end) {
  if (begin < end && href[begin] == '[') {
    const std::size_t bracket = href.find(']', begin);
    return bracket < end ? bracket + 1 : end;
  }
  return std::min(href.find(':', begin), end);
}

}  // namespace

Result<Url> Url::parse(std::string_view text, const Url* base) {
  Url url;
  if (text.size() > kMaxUrlBytes)
    return fail(ErrorCode::malformed, "text",
                "a URL of " + std::to_string(text.size()) + " bytes is too long");
  if (!text_detail::whatwg_href(text, base ? std::string_view(base->href_) : std::string_view(),
                                &url.href_) ||
      url.href_.size() > 4 * kMaxUrlBytes)
    return fail(ErrorCode::malformed, "text",
                "not a URL: \"" + std::string(clip_utf8(text, 200)) + "\"");
  const std::string_view href = url.href_;
  const std::size_t colon = href.find(':');
  const std::size_t hash = std::min(href.find('#'), href.size());
  const std::size_t question = std::min(href.find('?'), hash);
  url.scheme_end_ = at(colon);
  url.query_end_ = at(hash);
  url.path_end_ = at(question);
  std::size_t path = colon + 1;
  url.host_begin_ = url.host_end_ = url.port_begin_ = url.port_end_ = at(path);
  if (href.substr(path, 2) == "//") {
    const std::size_t end = std::min(href.find('/', path + 2), question);
    const std::size_t user = href.substr(0, end).rfind('@');
    const std::size_t host = user != href.npos && user >= path + 2 ? user + 1 : path + 2;
    url.host_begin_ = at(host);
    url.host_end_ = at(host_end(href, host, end));
    url.port_begin_ = at(std::min<std::size_t>(url.host_end_ + 1, end));
    url.port_end_ = at(end);
    path = end;
  } else if (href.substr(path, 4) == "/.//") {
    path += 2;  // the serialiser's guard against a path that looks like a host
  }
  url.path_begin_ = at(path);
  return url;
}

std::string_view Url::scheme() const { return std::string_view(href_).substr(0, scheme_end_); }
std::string_view Url::host() const {
  return std::string_view(href_).substr(host_begin_, host_end_ - host_begin_);
}
std::string_view Url::port() const {
  return std::string_view(href_).substr(port_begin_, port_end_ - port_begin_);
}
std::string_view Url::path() const {
  return std::string_view(href_).substr(path_begin_, path_end_ - path_begin_);
}
std::string_view Url::query() const {
  return query_end_ > path_end_
             ? std::string_view(href_).substr(path_end_ + 1, query_end_ - path_end_ - 1)
             : std::string_view();
}
std::string_view Url::fragment() const {
  return query_end_ < href_.size() ? std::string_view(href_).substr(query_end_ + 1)
                                   : std::string_view();
}

std::string resolve_href(std::string_view reference, std::string_view base) {
  std::string href;
  if (reference.size() > kMaxUrlBytes || base.size() > kMaxUrlBytes ||
      !text_detail::whatwg_href(reference, base, &href))
    return {};
  if (href.compare(0, 7, "http://") != 0 && href.compare(0, 8, "https://") != 0) return {};
  return href;
}

namespace {

/// Sentences up to this many characters are matched whole; longer ones by this many words at either
/// end. The specification's own guidance is 300 characters and 3 to 5 words; a shorter whole keeps
/// links readable.
constexpr std::size_t kWholeFragment = 100;
constexpr std::size_t kFragmentWords = 5;

/// Percent-encodes all but letters, digits and a few marks; '-', ',' and '&' mean something in a
/// text directive.
std::string directive_text(std::string_view text) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (unsigned char c : text) {
    if ((c < 0x80 && (is_letter(c) || is_digit(c))) || c == '.' || c == '_' || c == '~' ||
        c == '!' || c == '*' || c == '\'' || c == '(' || c == ')') {
      out.push_back(static_cast<char>(c));
    } else {
      out.push_back('%');
      out.push_back(kHex[c >> 4]);
      out.push_back(kHex[c & 15]);
    }
  }
  return out;
}

}  // namespace

std::string text_fragment_url(std::string_view href, std::string_view sentence) {
  const std::string text = fold_space(sentence);
  std::string out(href.substr(0, href.find(":~:")));
  if (text.empty()) return out;
  if (out.find('#') == std::string::npos) out.push_back('#');
  out += ":~:text=";
  if (count_code_points(text) > kWholeFragment) {
    const auto all = words(text);
    if (all.size() > 2 * kFragmentWords) {
      const std::string_view last_first = all[kFragmentWords - 1];
      const auto begin_length =
          static_cast<std::size_t>(last_first.data() + last_first.size() - text.data());
      const auto end_begin =
          static_cast<std::size_t>(all[all.size() - kFragmentWords].data() - text.data());
      return out + directive_text(std::string_view(text).substr(0, begin_length)) + "," +
             directive_text(std::string_view(text).substr(end_begin));
    }
  }
  return out + directive_text(text);
}

}  // namespace kaynak
