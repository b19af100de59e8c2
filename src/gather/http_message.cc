#include <algorithm>

#include "base/strings.h"
#include "gather/brotli.h"
#include "gather/gzip.h"
#include "gather/warc.h"
#include "gather/zstd_decode.h"

namespace kaynak {
namespace {

using gather_detail::brotli_decode;
using gather_detail::inflate;
using gather_detail::ZForm;
using gather_detail::zstd_decode;

constexpr std::size_t kMaxHeaders = 1000;

std::string_view take_line(std::string_view* rest) {
  const auto end = rest->find('\n');
  auto line = rest->substr(0, end);
  rest->remove_prefix(end == std::string_view::npos ? rest->size() : end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

/// Status of "HTTP/1.1 200 OK", "HTTP/1.0 302", "ICY 200", and of the misspelt "HTTPX/1.1 200"; 0
/// for a request line or anything else.
int status_of(std::string_view line) {
  if (!istarts_with(line, "HTTP") && !istarts_with(line, "ICY ")) return 0;
  const auto blank = line.find(' ');
  if (blank == std::string_view::npos) return 0;
  const auto rest = trim(line.substr(blank));
  int status = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    if (i >= rest.size() || rest[i] < '0' || rest[i] > '9') return 0;
    status = status * 10 + (rest[i] - '0');
  }
  return status;
}

/// Size of a chunk; false where the line is none.
bool chunk_size(std::string_view line, std::size_t* size) {
  line = trim(line.substr(0, line.find(';')));
  if (line.empty() || line.size() > 8) return false;
  *size = 0;
  for (const char c : line) {
    const char l = static_cast<char>(c | 32);
    if (c >= '0' && c <= '9')
      *size = *size * 16 + static_cast<std::size_t>(c - '0');
    else if (l >= 'a' && l <= 'f')
      *size = *size * 16 + static_cast<std::size_t>(l - 'a' + 10);
    else
      return false;
  }
  return true;
}

/// Body without its chunk lines. Archives hold bodies that say "chunked" and are not (the crawler
/// dechunked them): those come back as they are; a wrong size later ends the decoding, and the rest
/// is kept as it stands.
std::string dechunk(std::string_view body) {
  std::string out;
  for (bool first = true; !body.empty(); first = false) {
    const auto before = body;
    std::size_t size = 0;
    auto line = take_line(&body);
    if (line.empty() && !first && !body.empty()) line = take_line(&body);
    if (!chunk_size(line, &size)) {
      out.append(before);
      break;
    }
    if (size == 0) break;
    out.append(body.substr(0, size));
    body.remove_prefix(std::min(size, body.size()));
    if (body.substr(0, 2) == "\r\n")
      body.remove_prefix(2);
    else if (!body.empty() && body.front() == '\n')
      body.remove_prefix(1);
  }
  return out;
}

Result<std::string> decode_one(std::string_view coding, std::string_view bytes,
                               std::size_t max_bytes) {
  if (coding == "gzip" || coding == "x-gzip") return inflate(bytes, ZForm::gzip, max_bytes);
  if (coding == "br") return brotli_decode(bytes, max_bytes);
  if (coding == "zstd") return zstd_decode(bytes, max_bytes);
  if (coding == "deflate") {
    auto wrapped = inflate(bytes, ZForm::zlib, max_bytes);
    if (wrapped || wrapped.error().code != ErrorCode::malformed) return wrapped;
    return inflate(bytes, ZForm::raw, max_bytes);  // what some servers mean by "deflate"
  }
  return std::string(bytes);
}

/// The codings undone, last first. A body that is not what it says (decoded by the crawler already)
/// stays as it is.
Result<std::string> decode_content(std::string_view codings, std::string body,
                                   std::size_t max_bytes) {
  auto list = split(codings, ',');
  if (list.size() > 5) return fail(ErrorCode::malformed, "gather", "too many content codings");
  std::reverse(list.begin(), list.end());
  for (const auto coding : list) {
    auto decoded = decode_one(ascii_lower(trim(coding)), body, max_bytes);
    if (decoded)
      body = std::move(decoded).value();
    else if (decoded.error().code != ErrorCode::malformed)
      return decoded;
  }
  return body;
}

}  // namespace

Result<HttpMessage> parse_http_message(std::string_view block, std::size_t max_bytes) {
  HttpMessage message;
  const auto first = take_line(&block);
  message.status = status_of(first);
  if (message.status == 0 && first.find(" HTTP/") == std::string_view::npos)
    return fail(ErrorCode::malformed, "gather",
                "no HTTP message: \"" + std::string(clip_utf8(first, 60)) + "\"");
  while (!block.empty()) {
    const auto line = take_line(&block);
    if (line.empty()) break;
    if (message.headers.size() >= kMaxHeaders)
      return fail(ErrorCode::too_large, "gather", "an HTTP message has over 1000 headers");
    const auto colon = line.find(':');
    if ((line.front() == ' ' || line.front() == '\t') && !message.headers.empty())
      message.headers.back().second.append(" ").append(trim(line));
    else if (colon != std::string_view::npos)
      message.headers.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  }
  std::string body;
  if (ascii_lower(header(message.headers, "transfer-encoding")).find("chunked") !=
      std::string::npos)
    body = dechunk(block);
  else
    body = std::string(block);
  if (body.size() > max_bytes)
    return fail(ErrorCode::too_large, "gather", "an HTTP body is too large");
  KAYNAK_ASSIGN(message.payload, decode_content(header(message.headers, "content-encoding"),
                                                std::move(body), max_bytes));
  return message;
}

}  // namespace kaynak
