/// @file WARC/1.0 and 1.1 in and out (ISO 28500), ARC in. Streaming: memory is bounded by the
/// largest record.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  bool truncated = false;  ///< the file ends inside, or its gzip member is damaged; `block` is what
                           ///< there is and not to be trusted, an error comes next
};

/// HTTP message in a response record.
struct HttpMessage {
  int status = 0;  ///< 0 for a request
  Headers headers;
  std::string payload;  ///< dechunked and content-decoded (gzip, deflate, br, zstd)
};

struct WarcLimits {
  std::size_t max_record_bytes = 64u << 20;  ///< larger records are skipped and reported
};

/// Reads records one after the other. Not thread-safe.
class WarcReader {
 public:
  virtual ~WarcReader() = default;
  /// The next record; no value at the end. Errors: malformed (truncated, no WARC header, bad gzip:
  /// what was read before stays good), too_large (one record; reading may go on), unavailable (the
  /// disk: reading is over).
  /// After an error it may be asked again: it goes on at the next record that can be found (the
  /// next gzip member that begins with one, in a plain file the next line that begins one), else
  /// gives no value. Records come in the order of (offset, index_in_member).
  virtual Result<std::optional<WarcRecord>> next() = 0;
};
/// Opens `.warc`, `.warc.gz`, `.arc`, `.arc.gz` by content. Errors: not_found, unavailable,
/// malformed (no archive by its beginning, and not named like one). With `offset`, reading begins
/// there (a record's `offset`). "-" is standard input.
Result<std::unique_ptr<WarcReader>> open_warc(const Path& path, const WarcLimits& limits = {},
                                              std::uint64_t offset = 0);

/// Parses the HTTP message of a response (or request) block. A body that is not chunked or
/// compressed as it says is given as it is. Errors: malformed, too_large.
Result<HttpMessage> parse_http_message(std::string_view block, std::size_t max_bytes = 64u << 20);

/// The lines "name: value" of an application/warc-fields block. Lines without a colon are left out;
/// at most 1000 are read.
Headers parse_warc_fields(std::string_view block);

/// The record's date as an instant: "2026-11-25T03:04:05.123Z", or ARC's "20140216050221"; the
/// epoch where it is neither.
Time record_time(const WarcRecord& record);

/// Whether the block is an HTTP message by the record's type and content type.
bool carries_http(const WarcRecord& record);

/// The record's HTTP response, or the bytes of a resource record of an http(s) address, as a
/// capture. Errors: malformed, too_large, unsupported (a record of another kind).
Result<Capture> capture_from(const WarcRecord& record);

/// What a revisit record tells of its answer (address, date, headers) with the body of the capture
/// that it repeats. Errors: malformed.
Result<Capture> revisit_from(const WarcRecord& record, Capture original);

/// Records that tell of one answer: the answer, and what is concurrent to it.
struct WarcGroup {
  WarcRecord main;           ///< response, revisit, resource, or any that belongs to none
  std::string request_head;  ///< block of the request record
  Headers metadata;          ///< fields of the metadata record
  bool has_metadata = false;
  std::uint64_t end = 0;  ///< behind the last record of the group; 0 where it is not known
};

/// Reads records in groups; request and metadata records may stand before or behind their answer,
/// next to it. Not thread-safe.
class WarcGroupReader {
 public:
  explicit WarcGroupReader(std::unique_ptr<WarcReader> reader) : reader_(std::move(reader)) {}
  /// The next group; no value at the end. Errors: as WarcReader, after which it may be asked again.
  /// A record that is `truncated` is left out.
  Result<std::optional<WarcGroup>> next();

 private:
  Result<std::optional<WarcRecord>> take();

  std::unique_ptr<WarcReader> reader_;
  std::optional<WarcRecord> ahead_;  ///< read, of the next group
  std::optional<Error> failed_;      ///< met behind a group that was given first
};

/// The earlier record whose answer came again.
struct WarcReference {
  enum class Why { same_payload, not_modified };
  Why why = Why::same_payload;
  std::string record_id;  ///< WARC-Record-ID with its brackets; may be empty
  std::string target_uri;
  Time date{};
};

/// A capture on its way into an archive.
struct WarcEntry {
  const Capture* capture = nullptr;      ///< never null; outlives the entry
  Headers metadata;                      ///< fields beside the capture's own
  std::optional<WarcReference> repeats;  ///< makes it a revisit record, without the body
};

/// The WARC-Record-ID that a capture's response (or revisit) record gets, with its brackets: made
/// of address, date, status and body, so the same capture always gets the same.
std::string warc_record_id(const Capture& capture, bool revisit = false);
/// "sha1:…" of the body, as WARC-Payload-Digest has it.
std::string warc_payload_digest(std::string_view body);

/// A warcinfo record as a gzip member.
std::string warcinfo_bytes(std::string_view software);
/// The entry's records, each a gzip member: the response (or revisit), then, with
/// WARC-Concurrent-To, the request where its head is known and the metadata where there is any.
/// Every record has its block digest.
std::string warc_bytes(const WarcEntry& entry);
/// A metadata record that belongs to an address and to no answer, as a gzip member.
std::string warc_note_bytes(const std::string& uri, Time at, const Headers& fields);

/// Appends captures to a gzip-per-record WARC/1.1 file, made with a warcinfo record if it is new.
/// Each append is one write and is durable on return; a torn tail of a crash is cut off on opening.
/// Not thread-safe; one writer a file.
class WarcWriter {
 public:
  static Result<std::unique_ptr<WarcWriter>> open(const Path& path, std::string_view software);
  virtual ~WarcWriter() = default;
  /// Writes gzip members that hold whole records; gives the offset of the first. Errors:
  /// unavailable (disk), after which nothing of it stands in the file.
  virtual Result<std::uint64_t> append_bytes(std::string_view members) = 0;
  /// Where the next record will begin: the file's size.
  virtual std::uint64_t size() const = 0;
  /// Writes all entries together, with one fdatasync; gives the offset of each one's response or
  /// revisit. Errors: as append_bytes.
  Result<std::vector<std::uint64_t>> append_all(const std::vector<WarcEntry>& entries);
  /// Writes one capture; gives the offset of its record.
  Result<std::uint64_t> append(const Capture& capture);
};

/// Reads the one record at `offset` (and `index_in_member`). Errors: not_found, malformed,
/// unavailable.
Result<WarcRecord> read_record_at(const Path& path, std::uint64_t offset,
                                  std::uint32_t index_in_member = 0);
/// The same, back as a capture: what append() was given, but for the headers of transfer and
/// content coding, which no longer hold, Content-Length, which is the body's, and what stands in
/// the request and metadata records. Errors also: unsupported (a revisit record: its body is
/// elsewhere).
Result<Capture> read_capture_at(const Path& path, std::uint64_t offset,
                                std::uint32_t index_in_member = 0);

}  // namespace kaynak
