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
#include "pipeline/archive.h"

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
  std::optional<Arrival> arrival;  ///< what its archive tells of it besides: all but the body, the
                                   ///< date and the capture's id
};

struct InputOptions {
  std::size_t max_page_bytes = 32u << 20;
  Transport* transport = nullptr;  ///< for URLs; not owned; nullptr: URLs are refused
  /// Give archives' revisit records too, with the body of the original where that is among the
  /// inputs.
  bool revisits = false;
};

/// Records of archives that gave no page, by reason.
struct PassedOver {
  std::int64_t not_ok = 0;            ///< status other than 2xx, or "not modified"
  std::int64_t not_html = 0;          ///< pictures, feeds and the like
  std::int64_t without_original = 0;  ///< revisits of what is in no input
  std::int64_t damaged = 0;           ///< could not be read
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
  /// The next page, or nothing at the end. An input that can't be read gives one error here, an
  /// archive of which some records can't be read one at its end; reading goes on after it.
  virtual Result<std::optional<InputPage>> next() = 0;
  /// What was passed over so far.
  virtual PassedOver passed_over() const { return {}; }
};
std::unique_ptr<PageReader> open_pages(std::vector<std::string> inputs,
                                       const InputOptions& options);

/// Members of a tar archive (libarchive behind one file). Errors: not_found, malformed (truncated:
/// what came before is good), unavailable.
std::unique_ptr<PageReader> open_tar(const std::string& path, const InputOptions& options);

}  // namespace kaynak
