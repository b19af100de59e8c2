#include "serve/target.h"

#include <algorithm>

#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::serve_detail {
namespace {

constexpr std::size_t kMaxTarget = 4096;
constexpr std::size_t kMaxSegment = 255;
constexpr std::size_t kMaxSegments = 32;
constexpr std::size_t kMaxFields = 32;

Unexpected malformed(const char* what) { return fail(ErrorCode::malformed, "serve", what); }
Unexpected nothing(const char* what) { return fail(ErrorCode::not_found, "serve", what); }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The byte that "%XX" at `i` names, or -1.
int escaped_byte(std::string_view text, std::size_t i) {
  if (i + 2 >= text.size()) return -1;
  const int high = hex_value(text[i + 1]), low = hex_value(text[i + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool is_utf8(std::string_view text) {
  std::string again;
  for (std::size_t i = 0; i < text.size();) append_utf8(&again, next_code_point(text, &i));
  return again == text;
}

std::string as_utf8(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) append_utf8(&out, next_code_point(text, &i));
  return out;
}

Result<std::string> decode_segment(std::string_view raw) {
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '%') {
      out += raw[i];
      continue;
    }
    const int byte = escaped_byte(raw, i);
    if (byte < 0) return malformed("wrong percent-encoding in the path");
    out += static_cast<char>(byte);
    i += 2;
  }
  const auto control = [](unsigned char c) { return c < 0x20 || c == 0x7F; };
  if (std::any_of(out.begin(), out.end(), control)) return malformed("a control in the path");
  if (!is_utf8(out)) return malformed("a path that is not UTF-8");
  return out;
}

Result<void> check_segment(const std::string& segment, bool first) {
  if (segment.empty()) return nothing("an empty segment");
  if (segment.size() > kMaxSegment) return nothing("a long segment");
  if (segment.find('/') != std::string::npos) return nothing("an escaped slash");
  if (segment[0] == '.' && !(first && segment == ".well-known")) return nothing("a hidden file");
  return {};
}

/// "http://host/path" as a proxy may send it: from the path on.
std::string_view origin_form(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!istarts_with(target, scheme)) continue;
    const std::size_t path = target.find('/', scheme.size());
    return path == std::string_view::npos ? std::string_view("/") : target.substr(path);
  }
  return target;
}

}  // namespace

Result<Target> parse_target(std::string_view sent) {
  if (sent.size() > kMaxTarget) return fail(ErrorCode::too_large, "serve", "a long target");
  const auto visible = [](unsigned char c) { return c > 0x20 && c < 0x7F; };
  if (!std::all_of(sent.begin(), sent.end(), visible)) return malformed("wrong characters");
  std::string_view text = origin_form(sent);
  if (text.empty() || text[0] != '/') return malformed("no path");
  text = text.substr(0, text.find('#'));
  Target target;
  const std::size_t mark = text.find('?');
  if (mark != std::string_view::npos) target.query = text.substr(mark + 1);
  const std::string_view path = text.substr(0, mark);
  target.raw_path = path;
  target.folder = path.ends_with('/');
  if (path == "/") return target;
  for (const std::string_view raw :
       split(path.substr(1, path.size() - 1 - (target.folder ? 1 : 0)), '/')) {
    KAYNAK_ASSIGN(std::string segment, decode_segment(raw));
    KAYNAK_TRY(check_segment(segment, target.segments.empty()));
    if (target.segments.size() == kMaxSegments) return nothing("a deep path");
    target.segments.push_back(std::move(segment));
  }
  return target;
}

namespace {

std::string decode_form_part(std::string_view raw) {
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const int byte = raw[i] == '%' ? escaped_byte(raw, i) : -1;
    if (byte >= 0) i += 2;
    out += byte >= 0 ? static_cast<char>(byte) : raw[i] == '+' ? ' ' : raw[i];
  }
  return as_utf8(out);
}

}  // namespace

Result<Fields> parse_form(std::string_view text) {
  Fields fields;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty()) continue;
    if (fields.size() == kMaxFields) return fail(ErrorCode::too_large, "serve", "too many fields");
    const std::size_t equals = std::min(part.find('='), part.size());
    fields.emplace_back(decode_form_part(part.substr(0, equals)),
                        decode_form_part(part.substr(std::min(equals + 1, part.size()))));
  }
  return fields;
}

const std::string& field(const Fields& fields, std::string_view name) {
  static const std::string none;
  for (const auto& [key, value] : fields)
    if (key == name) return value;
  return none;
}

namespace {

std::string encode(std::string_view text, std::string_view kept) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kept.find(c) != std::string_view::npos;
    if (plain)
      out += c;
    else
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
  }
  return out;
}

}  // namespace

std::string encode_path(std::string_view path) { return encode(path, "-._~/"); }
std::string encode_value(std::string_view value) { return encode(value, "-._~"); }

}  // namespace kaynak::serve_detail
