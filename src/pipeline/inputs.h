/// @file Pages out of whatever a person names: files, folders, archives, addresses, standard input.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "gather/transport.h"

namespace kaynak {

/// One page of an input.
struct InputPage {
  std::string id;   ///< stem of the file, or the URL
  std::string url;  ///< empty for a file
  std::string content_type;
  std::string bytes;
  std::optional<Time> fetched;
  std::optional<Error>
      error;  ///< the page could not be had (too large, bad record); `bytes` is empty then
};

struct InputOptions {
  std::size_t max_page_bytes = 32u << 20;
  Transport* transport = nullptr;  ///< for URLs; not owned; nullptr: URLs are refused
};

/// Media type of an exchange format by the bytes ("application/xml", "application/json",
/// "application/octet-stream"); empty for anything else.
std::string wire_media_type(std::string_view bytes);

/// The pages of a list of inputs, one after the other, holding one page (of a WARC: one record) in
/// memory. An input is an HTML file or
/// one of an exchange format (wire/wire.h), a folder (read in order of names, archives in it too),
/// `.tar`,
/// `.tar.gz`, `.tgz`, `.warc`,
/// `.warc.gz`, an http(s) URL, or "-" for one page on standard input.
class PageReader {
 public:
  virtual ~PageReader() = default;
  /// The next page, or nothing at the end. An input that can't be read gives one error here;
  /// reading goes on after it.
  virtual Result<std::optional<InputPage>> next() = 0;
};
std::unique_ptr<PageReader> open_pages(std::vector<std::string> inputs,
                                       const InputOptions& options);

/// Members of a tar archive (libarchive behind one file). Errors: not_found, malformed (truncated:
/// what came before is good), unavailable.
std::unique_ptr<PageReader> open_tar(const std::string& path, const InputOptions& options);

}  // namespace kaynak
