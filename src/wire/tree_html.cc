// HTML by the room html: bodies of ninjs and of CDATA sections, and references that XML has not.
#include "base/strings.h"
#include "html/document.h"
#include "wire/tree.h"

namespace kaynak::wire_detail {
namespace {

ParseLimits limits() {
  ParseLimits limits;
  limits.max_depth = 150;  // tags nested deeper are dropped, their text stays
  limits.max_nodes = 400000;
  return limits;
}

bool is_read(const Document& page, NodeIndex i) {
  const Tag tag = page.node(i).tag;
  return tag != Tag::comment && tag != Tag::script && tag != Tag::style && tag != Tag::template_;
}

TreeNode build(const Document& page, NodeIndex i) {
  TreeNode out;
  const Node& n = page.node(i);
  if (n.tag == Tag::text) {
    out.text = page.text(i);
    return out;
  }
  out.name = to_string(n.tag);
  for (std::uint16_t a = 0; a < n.attributes_count; ++a)
    out.attributes.emplace_back(page.attributes(i)[a].name, page.attributes(i)[a].value);
  for (NodeIndex c = i + 1; c < n.subtree_end; c = page.node(c).subtree_end)
    if (is_read(page, c)) out.children.push_back(build(page, c));
  return out;
}

/// Length of the reference at the beginning of `s` ("&nbsp;", "&#39;"); 0 where there is none.
std::size_t reference_length(std::string_view s) {
  std::size_t end = 1;
  if (end < s.size() && s[end] == '#') ++end;
  const std::size_t first = end;
  while (end < s.size() && end < 34 && ((s[end] | 0x20) >= 'a' && (s[end] | 0x20) <= 'z')) ++end;
  while (end < s.size() && end < 34 &&
         ((s[end] >= '0' && s[end] <= '9') || ((s[end] | 0x20) >= 'a' && (s[end] | 0x20) <= 'z')))
    ++end;
  return end > first && end < s.size() && s[end] == ';' ? end + 1 : 0;
}

}  // namespace

TreeNode parse_html_tree(std::string_view html) {
  TreeNode out;
  out.name = "html";
  const auto page = Document::parse(html, "text/html; charset=utf-8", limits());
  if (!page) return out;
  for (NodeIndex i = 0; i < page->nodes().size(); i = page->node(i).subtree_end)
    if (is_read(*page, i)) out.children.push_back(build(*page, i));
  return out;
}

std::string References::resolve(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto n = text[i] == '&' ? reference_length(text.substr(i)) : 0;
    out += n > 0 ? meaning(text.substr(i, n)) : text.substr(i, 1);
    i += n > 0 ? n : 1;
  }
  return out;
}

std::string_view References::meaning(std::string_view reference) {
  constexpr std::size_t most = 500;  // a document with more different ones is no news
  if (const auto known = known_.find(reference); known != known_.end()) return known->second;
  if (known_.size() >= most) return reference;
  const auto page = Document::parse("<body>" + std::string(reference), "text/html; charset=utf-8");
  const bool means = page && !page->text().empty();
  return known_.emplace(reference, means ? page->text() : reference).first->second;
}

}  // namespace kaynak::wire_detail
