#include "wire/wire.h"

#include <algorithm>

#include "base/strings.h"
#include "text/encoding.h"
#include "text/unicode.h"
#include "text/url.h"
#include "wire/seven_bit.h"
#include "wire/wire_detail.h"

namespace kaynak {
namespace {

using namespace wire_detail;

constexpr std::size_t kMaxBytes = 16u << 20;
constexpr std::size_t kGlance = 8192;

/// SOH within the first bytes, behind synchronisation and line ends only.
bool begins_with_header(std::string_view bytes) {
  const auto at = bytes.find_first_not_of(std::string_view("\0\x16\r\n \t", 6));
  return at != std::string_view::npos && at < 64 && bytes[at] == kSoh;
}

std::optional<WireFormat> sniff_bytes(std::string_view bytes) {
  if (!begins_with_header(bytes)) return std::nullopt;
  const auto stx = bytes.find(kStx);
  if (stx == std::string_view::npos) return std::nullopt;
  // ANPA separates selectors by US and names the format by DC1 to DC4.
  const bool anpa =
      bytes.substr(0, stx).find_first_of("\x11\x12\x13\x14\x1f") != std::string_view::npos;
  return anpa ? WireFormat::anpa : WireFormat::iptc7901;
}

/// Name of the root element in the beginning of an XML document, without prefix, in lower case:
/// what stands before it (declaration, comments, DOCTYPE with its internal subset) is passed over.
std::string root_name(std::string_view text) {
  std::size_t i = 0;
  while ((i = text.find('<', i)) != std::string_view::npos) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("<!--")) {
      i = text.find("-->", i);
    } else if (rest.starts_with("<?")) {
      i = text.find("?>", i);
    } else if (rest.starts_with("<!")) {
      const auto end = text.find_first_of("[>", i);
      i = end != std::string_view::npos && text[end] == '[' ? text.find("]", end) : end;
    } else {
      const auto end = rest.find_first_of(" \t\r\n/>", 1);
      std::string name = ascii_lower(rest.substr(1, end == rest.npos ? end : end - 1));
      return name.substr(name.find(':') + 1);
    }
    if (i == std::string_view::npos) break;
    ++i;
  }
  return {};
}

std::optional<WireFormat> format_of_root(std::string_view name) {
  static constexpr std::pair<std::string_view, WireFormat> roots[] = {
      {"newsmessage", WireFormat::newsml_g2},
      {"newsitem", WireFormat::newsml_g2},
      {"packageitem", WireFormat::newsml_g2},
      {"conceptitem", WireFormat::newsml_g2},
      {"knowledgeitem", WireFormat::newsml_g2},
      {"planningitem", WireFormat::newsml_g2},
      {"catalogitem", WireFormat::newsml_g2},
      {"newsml", WireFormat::newsml_1},
      {"nitf", WireFormat::nitf}};
  for (const auto& [root, format] : roots)
    if (name == root) return format;
  return std::nullopt;
}

/// A member name of ninjs that no other news JSON has at its top: quick, and checked again on
/// reading.
bool looks_like_ninjs(std::string_view text) {
  const auto has = [&](std::string_view name) {
    return text.find("\"" + std::string(name) + "\"") != std::string_view::npos;
  };
  const bool id = has("uri") || has("guid");
  const bool feed = text.find("jsonfeed.org/version") != std::string_view::npos;
  return id && !feed &&
         (has("versioncreated") || has("versionCreated") || has("pubstatus") || has("pubStatus") ||
          has("representationtype") || has("representationType") || has("body_text") ||
          has("body_html") || has("body_xhtml") || has("headlines") || has("bodies") ||
          text.find("/std/ninjs/") != std::string_view::npos);
}

}  // namespace

const char* to_string(WireFormat format) {
  switch (format) {
    case WireFormat::ninjs:
      return "ninjs";
    case WireFormat::newsml_g2:
      return "newsml-g2";
    case WireFormat::newsml_1:
      return "newsml-1";
    case WireFormat::nitf:
      return "nitf";
    case WireFormat::iptc7901:
      return "iptc7901";
    case WireFormat::anpa:
      return "anpa1312";
  }
  return "";
}

const char* to_string(WireStatus status) {
  switch (status) {
    case WireStatus::usable:
      return "usable";
    case WireStatus::withheld:
      return "withheld";
    case WireStatus::canceled:
      return "canceled";
  }
  return "";
}

bool has_text(const WireItem& item) {
  return std::any_of(item.article.blocks.begin(), item.article.blocks.end(), [](const Block& b) {
    return b.kind != BlockKind::figure && b.kind != BlockKind::embed && !b.text.empty();
  });
}

std::string wire_identity(const WireItem& item) {
  const Article& a = item.article;
  const auto url = Url::parse(a.canonical_url.empty() ? a.url : a.canonical_url);
  return url && url->is_http() ? identity_key(*url) : item.guid;
}

namespace {

/// "havsbild.example": letters, digits, dots and hyphens, with a dot between two of the former.
bool is_domain(std::string_view s) {
  const auto is_end = [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  };
  for (const char c : s)
    if (!is_end(c) && c != '.' && c != '-') return false;
  return s.size() > 3 && is_end(s.front()) && is_end(s.back()) && s.find('.') != s.npos &&
         s.find("..") == s.npos;
}

}  // namespace

std::string wire_sender(const WireItem& item) {
  for (const std::string_view scheme : {"urn:newsml:", "tag:"}) {
    if (!istarts_with(item.guid, scheme)) continue;
    const std::string_view rest = std::string_view(item.guid).substr(scheme.size());
    const auto domain = rest.substr(0, rest.find_first_of(":,/"));
    if (is_domain(domain)) return ascii_lower(domain);
  }
  return slug(item.provider);
}

std::optional<WireFormat> sniff_wire(std::string_view bytes, std::string_view content_type) {
  if (const auto format = sniff_bytes(bytes.substr(0, kGlance))) return format;
  std::string head(bytes.substr(0, kGlance));
  const bool wide = head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff");
  if (wide) head = decode_xml(head, content_type).text;
  std::string_view text = head;
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  text = trim(text);
  if (text.starts_with('<')) return format_of_root(root_name(text));
  if (text.starts_with('{') || text.starts_with('['))
    if (looks_like_ninjs(text)) return WireFormat::ninjs;
  return std::nullopt;
}

Result<WireDocument> read_wire(std::string_view bytes, std::string_view content_type) {
  if (bytes.size() > kMaxBytes)
    return fail(ErrorCode::too_large, "wire", "over 16 MiB: split the document into single items");
  const auto format = sniff_wire(bytes, content_type);
  if (!format)
    return fail(ErrorCode::unsupported, "wire",
                "none of ninjs, NewsML-G2, NewsML 1, NITF, IPTC 7901 and ANPA 1312");
  switch (*format) {
    case WireFormat::ninjs:
      return read_ninjs(bytes);
    case WireFormat::iptc7901:
      return read_iptc7901(bytes, content_type);
    case WireFormat::anpa:
      return read_anpa(bytes, content_type);
    default:
      break;
  }
  KAYNAK_ASSIGN(const TreeNode root, parse_xml_tree(bytes, content_type));
  if (*format == WireFormat::newsml_g2) return read_newsml_g2(root);
  return *format == WireFormat::nitf ? read_nitf(root) : read_newsml_1(root);
}

}  // namespace kaynak
