/// @file The site's files over HTTP (RFC 9110): types, validators, compressed forms. Thread-safe.
#pragma once

#include <vector>

#include "base/file.h"
#include "model/ids.h"
#include "serve/http.h"
#include "serve/target.h"

namespace kaynak::serve_detail {

class SiteFiles {
 public:
  /// `languages`: the site's folders that have a 404 page, the default first.
  SiteFiles(Path folder, std::vector<LanguageTag> languages)
      : folder_(std::move(folder)), languages_(std::move(languages)) {}

  /// 200, 304, 301 (a folder without its slash) or the 404 page.
  Response get(const Request& request, const Target& target) const;
  /// The 404 page of the language that the path begins with, else of the default one.
  Response not_found(const Target& target) const;

 private:
  Path folder_;
  std::vector<LanguageTag> languages_;
};

/// By the name's ending; "application/octet-stream" for what is not known.
std::string content_type_for(std::string_view name);

/// What a client can take, best first, of "br", "gzip" (Accept-Encoding, RFC 9110 12.5.3).
std::vector<std::string> accepted_encodings(std::string_view accept_encoding);

/// Whether `etag` is among those of If-None-Match, compared weakly.
bool etag_matches(std::string_view if_none_match, std::string_view etag);

}  // namespace kaynak::serve_detail
