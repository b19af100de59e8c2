// Captures as the bytes of WARC/1.1 records, each a gzip member.
#include <algorithm>
#include <cstdio>

#include "base/hash.h"
#include "base/strings.h"
#include "gather/gzip.h"
#include "gather/warc.h"

namespace kaynak {
namespace {

using gather_detail::gzip_member;

/// A value that cannot end its header line.
std::string one_line(std::string_view value) {
  std::string out(value);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
  return out;
}

std::string record_date(Time at) {
  auto text = to_rfc3339(at);
  const auto ms = (at - std::chrono::floor<Seconds>(at)).count();
  if (ms == 0) return text;
  char fraction[16];
  std::snprintf(fraction, sizeof fraction, ".%03dZ", static_cast<int>(ms));
  text.replace(text.size() - 1, 1, fraction);
  return text;
}

/// A name-based identifier: the same record gets the same one.
std::string record_id(std::string_view of) {
  auto hex = sha256_hex(of).substr(0, 32);
  hex[12] = '8';  // RFC 9562: version 8, variant 10
  hex[16] = "89ab"[hex[16] & 3];
  return "<urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
         hex.substr(16, 4) + "-" + hex.substr(20) + ">";
}

const char* reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 304:
      return "Not Modified";
    case 404:
      return "Not Found";
    case 410:
      return "Gone";
    default:
      return "Status";
  }
}

/// The answer as if it had come plain: coding headers are left out, since `body` is decoded.
std::string http_head(const Capture& capture) {
  std::string out = "HTTP/1.1 " + std::to_string(capture.http_status) + " " +
                    reason(capture.http_status) + "\r\n";
  for (const auto& [name, value] : capture.headers) {
    if (iequals(name, "content-encoding") || iequals(name, "transfer-encoding") ||
        iequals(name, "content-length"))
      continue;
    const auto clean = replace_all(one_line(name), ":", "");
    if (!trim(clean).empty()) out += clean + ": " + one_line(value) + "\r\n";
  }
  return out + "Content-Length: " + std::to_string(capture.body.size()) + "\r\n\r\n";
}

const std::string& target_of(const Capture& capture) {
  return capture.final_url.empty() ? capture.url : capture.final_url;
}

std::string id_of(const char* type, const Capture& capture) {
  return record_id(std::string(type) + "\n" + capture.url + "\n" + target_of(capture) + "\n" +
                   record_date(capture.fetched) + "\n" + std::to_string(capture.http_status) +
                   "\n" + sha1_hex(capture.body));
}

std::string field(const char* name, std::string_view value) {
  return std::string(name) + ": " + one_line(value) + "\r\n";
}

/// A record's beginning that all of ours share, from its type to its id.
std::string head_of(const char* type, const std::string& id, std::string_view uri, Time at) {
  return field("WARC-Type", type) + (uri.empty() ? "" : field("WARC-Target-URI", uri)) +
         field("WARC-Date", record_date(at)) + field("WARC-Record-ID", id);
}

std::string member(const std::string& head, const char* content_type, const std::string& block) {
  return gzip_member(
      "WARC/1.1\r\n" + head + field("WARC-Block-Digest", warc_payload_digest(block)) +
      field("Content-Type", content_type) + field("Content-Length", std::to_string(block.size())) +
      "\r\n" + block + "\r\n\r\n");
}

const char* profile(WarcReference::Why why) {
  return why == WarcReference::Why::same_payload
             ? "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
             : "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
}

std::string reference_fields(const WarcReference& to) {
  std::string out = field("WARC-Profile", profile(to.why));
  if (!to.record_id.empty()) out += field("WARC-Refers-To", to.record_id);
  if (!to.target_uri.empty()) out += field("WARC-Refers-To-Target-URI", to.target_uri);
  if (to.date != Time{}) out += field("WARC-Refers-To-Date", record_date(to.date));
  return out;
}

std::string main_member(const WarcEntry& entry, const std::string& id) {
  const auto& c = *entry.capture;
  auto head = head_of(entry.repeats ? "revisit" : "response", id, target_of(c), c.fetched);
  if (!entry.repeats || entry.repeats->why == WarcReference::Why::same_payload)
    head += field("WARC-Payload-Digest", warc_payload_digest(c.body));
  if (entry.repeats) head += reference_fields(*entry.repeats);
  if (!c.ip.empty()) head += field("WARC-IP-Address", c.ip);
  if (c.url != target_of(c)) head += field("Kaynak-Requested-URI", c.url);
  if (c.source) head += field("Kaynak-Source", c.source.value);
  auto block = http_head(c);
  if (!entry.repeats) block += c.body;
  return member(head, "application/http; msgtype=response", block);
}

std::string request_member(const Capture& c, const std::string& answer) {
  auto head = head_of("request", id_of("request", c), target_of(c), c.fetched) +
              field("WARC-Concurrent-To", answer);
  auto block = c.request_head;
  if (!block.ends_with("\r\n\r\n")) block += block.ends_with("\r\n") ? "\r\n" : "\r\n\r\n";
  return member(head, "application/http; msgtype=request", block);
}

std::string fields_block(const Headers& fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    const auto clean = replace_all(one_line(name), ":", "");
    if (!trim(clean).empty()) out += clean + ": " + one_line(value) + "\r\n";
  }
  return out;
}

}  // namespace

std::string warc_payload_digest(std::string_view body) { return "sha1:" + sha1_base32(body); }

std::string warc_record_id(const Capture& capture, bool revisit) {
  return id_of(revisit ? "revisit" : "response", capture);
}

std::string warcinfo_bytes(std::string_view software) {
  return member(head_of("warcinfo", record_id(random_hex(16)), {}, system_now()),
                "application/warc-fields",
                fields_block({{"software", std::string(software)},
                              {"format", "WARC File Format 1.1"},
                              {"conformsTo",
                               "http://iipc.github.io/warc-specifications/specifications/"
                               "warc-format/warc-1.1/"}}));
}

std::string warc_bytes(const WarcEntry& entry) {
  const auto& c = *entry.capture;
  const auto id = warc_record_id(c, entry.repeats.has_value());
  auto out = main_member(entry, id);
  if (!c.request_head.empty()) out += request_member(c, id);
  const auto block = fields_block(c.metadata) + fields_block(entry.metadata);
  if (block.empty()) return out;
  const auto head = head_of("metadata", id_of("metadata", c), target_of(c), c.fetched) +
                    field("WARC-Concurrent-To", id);
  return out + member(head, "application/warc-fields", block);
}

std::string warc_note_bytes(const std::string& uri, Time at, const Headers& fields) {
  const auto block = fields_block(fields);
  const auto id = record_id("note\n" + uri + "\n" + record_date(at) + "\n" + block);
  return member(head_of("metadata", id, uri, at), "application/warc-fields", block);
}

}  // namespace kaynak
