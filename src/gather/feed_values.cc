#include "gather/feed_values.h"

#include "base/strings.h"
#include "gather/feed_date.h"
#include "gather/feed_detail.h"
#include "gather/feed_text.h"
#include "text/encoding.h"
#include "text/unicode.h"

namespace kaynak::gather_detail {
namespace {

constexpr int kMaxUp = 16;
constexpr std::size_t kMaxMarkup = 8u << 20;

/// Bytes of base64 text; what is no digit of it is passed over.
std::string decode_base64(std::string_view text) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int have = 0;
  for (const char c : text) {
    const auto digit = digits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    have += 6;
    if (have < 8) continue;
    have -= 8;
    out += static_cast<char>(bits >> have & 0xff);
  }
  return out;
}

bool has_elements(XmlNode node) { return node.elements().begin() != node.elements().end(); }

/// Unescaped markup as HTML: the tags' names are kept, as they part paragraphs.
std::string markup_of(XmlNode root) {
  std::string out;
  for (auto node = root.after(root); node && out.size() < kMaxMarkup; node = node.after(root)) {
    if (node.is_element())
      out.append("<").append(node.name()).append("> ");
    else if (node.is_text())
      out += replace_all(replace_all(std::string(node.text()), "&", "&amp;"), "<", "&lt;");
  }
  return out;
}

std::string from_plain(std::string_view text, As as) {
  return as == As::line ? fold_space(text) : std::string(trim(text));
}

/// Atom carries other media types in base64; text among them is read.
std::string base64_text(XmlNode node, std::string_view type, As as) {
  const auto bytes = decode_base64(xml_value(node));
  if (!is_valid_utf8(bytes) || bytes.find('\0') != std::string::npos) return {};
  const bool html = type.find("html") != std::string_view::npos || looks_like_html(bytes);
  return html ? from_html(bytes, as) : from_plain(bytes, as);
}

}  // namespace

std::string FeedContext::url_at(XmlNode node, std::string_view reference) const {
  std::vector<std::string_view> parts;
  for (int up = 0; node && up < kMaxUp; node = node.parent(), ++up)
    if (node.has_attribute("xml:base")) parts.push_back(node.attribute("xml:base"));
  std::string from = base;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part)
    if (auto next = feed_url(*part, from); !next.empty()) from = std::move(next);
  return feed_url(reference, from.empty() ? link : from);
}

std::optional<ZonedTime> FeedContext::date(XmlNode node) {
  const auto text = xml_value(node);
  auto at = parse_feed_date(text);
  if (!at && !trim(text).empty() && problems.size() < 20)
    problems.push_back("a date cannot be read: \"" + std::string(clip_utf8(trim(text), 60)) + "\"");
  return at;
}

std::string from_html(const std::string& html, As as) {
  return as == As::line ? html_to_line(html) : html_to_text(html);
}

std::string html_of(XmlNode node) { return has_elements(node) ? markup_of(node) : xml_value(node); }

std::string atom_text(XmlNode node, As as) {
  const auto type = ascii_lower(trim(node.attribute("type")));
  const auto mode = ascii_lower(trim(node.attribute("mode")));
  if (!node.attribute("src").empty()) return {};
  if (mode == "base64") return base64_text(node, type, as);
  const bool xhtml = type == "xhtml" || type == "application/xhtml+xml";
  if (xhtml || type == "html" || type == "text/html" || has_elements(node))
    return from_html(xhtml ? markup_of(node) : html_of(node), as);
  if (mode == "escaped" && looks_like_html(xml_value(node))) return from_html(xml_value(node), as);
  // A type without "/" is none of Atom 1.0's three: it is read as text.
  const bool text = type.find('/') == std::string::npos || istarts_with(type, "text/");
  auto out = text ? std::string() : base64_text(node, type, as);
  return out.empty() && (text || as == As::line) ? from_plain(xml_value(node), as) : out;
}

std::optional<std::string> language_at(XmlNode node) {
  for (int up = 0; node && up < kMaxUp; node = node.parent(), ++up)
    if (node.has_attribute("xml:lang"))
      return replace_all(std::string(trim(node.attribute("xml:lang"))), "_", "-");
  return std::nullopt;
}

std::string atom_person(XmlNode node) {
  for (const auto child : node.elements())
    if (XmlNames::local(child) == "name") return html_to_line(html_of(child));
  return person_name(xml_value(node));
}

}  // namespace kaynak::gather_detail
