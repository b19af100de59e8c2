#include "gather/warc_cdxj.h"

#include <algorithm>

#include "base/json.h"
#include "base/strings.h"
#include "text/url.h"

namespace kaynak {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "www.", "www2." and the like are one host with what follows.
std::string_view without_www(std::string_view host) {
  if (!host.starts_with("www")) return host;
  std::size_t at = 3;
  while (at < host.size() && is_digit(host[at])) ++at;
  return at < host.size() && host[at] == '.' ? host.substr(at + 1) : host;
}

bool is_address(std::string_view host) {
  return host.starts_with("[") ||
         std::all_of(host.begin(), host.end(), [](char c) { return is_digit(c) || c == '.'; });
}

std::string reversed(std::string_view host) {
  if (is_address(host)) return std::string(host);
  auto labels = split(host, '.');
  std::string out;
  for (auto label = labels.rbegin(); label != labels.rend(); ++label)
    out += (out.empty() ? "" : ",") + std::string(*label);
  return out;
}

std::string sorted_query(std::string_view query) {
  auto parts = split(query, '&');
  std::stable_sort(parts.begin(), parts.end());
  std::string out;
  for (const auto part : parts) out += (out.empty() ? "" : "&") + std::string(part);
  return out;
}

/// "text/html; charset=utf-8" as "text/html".
std::string bare_type(std::string_view type) {
  const auto bare = ascii_lower(trim(type.substr(0, type.find(';'))));
  return bare.empty() ? "unk" : bare;
}

std::string timestamp(Time at) {
  std::string out;
  for (const char c : to_rfc3339(at))
    if (is_digit(c)) out += c;
  return out.substr(0, 14);
}

}  // namespace

std::string surt_key(std::string_view text) {
  const auto url = Url::parse(text);
  if (!url || !url->is_http()) return std::string(text);
  std::string out = reversed(without_www(url->host()));
  if (!url->port().empty()) out += ":" + std::string(url->port());
  auto path = ascii_lower(url->path());
  if (path.size() > 1 && path.back() == '/') path.pop_back();
  out += ")" + path;
  const auto query = ascii_lower(url->query());
  return query.empty() ? out : out + "?" + sorted_query(query);
}

std::optional<std::string> cdxj_line(const WarcRecord& record, const std::string& filename) {
  const bool revisit = record.type == "revisit";
  if (record.type != "response" && record.type != "resource" && !revisit) return std::nullopt;
  if (record.length == 0 || record.truncated) return std::nullopt;
  Json j;
  j.set("url", record.target_uri);
  std::string mime = bare_type(record.content_type), status;
  if (carries_http(record)) {
    const auto message = parse_http_message(record.block);
    if (message) mime = bare_type(header(message->headers, "Content-Type"));
    if (message && message->status > 0) status = std::to_string(message->status);
  }
  j.set("mime", revisit ? "warc/revisit" : mime).set_if("status", revisit ? "" : status);
  const auto digest = header(record.headers, "WARC-Payload-Digest");
  j.set_if("digest", istarts_with(digest, "sha1:") ? digest.substr(5) : digest);
  j.set("length", std::to_string(record.length)).set("offset", std::to_string(record.offset));
  j.set("filename", filename);
  return surt_key(record.target_uri) + " " + timestamp(record_time(record)) + " " + j.dump();
}

}  // namespace kaynak
