/// @file WARC/1.0 and 1.1 in and out (ISO 28500), ARC in. Streaming: memory is bounded by the
/// largest record.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"
#include "base/time.h"
#include "model/capture.h"

namespace kaynak {

struct WarcRecord {
  std::string type;        ///< "response", "resource", "request", "revisit", …; "arc_header"
  std::string target_uri;  ///< without angle brackets
  std::string date;        ///< WARC-Date as written
  std::string content_type;
  Headers headers;           ///< the record's own
  std::string block;         ///< as stored
  std::uint64_t offset = 0;  ///< of the record (or its gzip member) in the file
  std::uint64_t length = 0;  ///< of the record (or its gzip member) in the file, bytes; 0 where one
                             ///< member holds many records
  std::uint32_t index_in_member = 0;  ///< several records may share one gzip member
  bool arc = false;                   ///< of an ARC file: `headers` is empty
  bool truncated = false;  ///< the file ends inside; `block` is what there is, an error comes next
};

/// HTTP message in a response record.
struct HttpMessage {
  int status = 0;  ///< 0 for a request
  Headers headers;
  std::string payload;  ///< dechunked and content-decoded (gzip, deflate, br)
};

struct WarcLimits {
  std::size_t max_record_bytes = 64u << 20;  ///< larger records are skipped and reported
};

/// Reads records one after the other. Not thread-safe.
class WarcReader {
 public:
  virtual ~WarcReader() = default;
  /// The next record; no value at the end. Errors: malformed (truncated, no WARC header, bad gzip:
  /// what was read before stays good), too_large (one record; reading may go on), unavailable.
  /// After an error it may be asked again: it goes on where there is something to hold on to, else
  /// gives no value.
  virtual Result<std::optional<WarcRecord>> next() = 0;
};
/// Opens `.warc`, `.warc.gz`, `.arc`, `.arc.gz` by content. Errors: not_found, unavailable,
/// malformed. With `offset`, reading begins there (a record's `offset`). "-" is standard input.
Result<std::unique_ptr<WarcReader>> open_warc(const Path& path, const WarcLimits& limits = {},
                                              std::uint64_t offset = 0);

/// Parses the HTTP message of a response (or request) block. A body that is not chunked or
/// compressed as it says is given as it is. Errors: malformed, too_large.
Result<HttpMessage> parse_http_message(std::string_view block, std::size_t max_bytes = 64u << 20);

/// The record's date as an instant: "2026-11-25T03:04:05.123Z", or ARC's "20140216050221"; the
/// epoch where it is neither.
Time record_time(const WarcRecord& record);

/// Whether the block is an HTTP message by the record's type and content type.
bool carries_http(const WarcRecord& record);

/// The record's HTTP response, or the bytes of a resource record of an http(s) address, as a
/// capture. Errors: malformed, too_large, unsupported (a record of another kind).
Result<Capture> capture_from(const WarcRecord& record);

/// Appends captures to a gzip-per-record WARC/1.1 file, made with a warcinfo record if it is new.
/// Each append is one write and is durable on return; a torn tail of a crash is cut off on opening.
/// Not thread-safe; one writer a file.
class WarcWriter {
 public:
  static Result<std::unique_ptr<WarcWriter>> open(const Path& path, std::string_view software);
  virtual ~WarcWriter() = default;
  /// Gives the offset of the record. Errors: unavailable (disk).
  virtual Result<std::uint64_t> append(const Capture& capture) = 0;
};
/// Reads the one record at `offset` (and `index_in_member`) back as a capture: what append() was
/// given, but for the headers of transfer and content coding, which no longer hold, and
/// Content-Length, which is the body's. Errors: not_found, malformed, unavailable.
Result<Capture> read_capture_at(const Path& path, std::uint64_t offset,
                                std::uint32_t index_in_member = 0);

}  // namespace kaynak
