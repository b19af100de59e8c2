#include "wire/tree.h"

#include "base/strings.h"
#include "text/folded_text.h"
#include "text/unicode.h"

namespace kaynak::wire_detail {
namespace {

/// Elements that no sender sets within a word.
bool parts_words(const TreeNode& node) {
  static constexpr std::string_view names[] = {
      "p",  "br",    "li",    "tr", "td", "th",    "div",   "hl",      "h1",    "h2",
      "h3", "byttl", "title", "ul", "ol", "block", "state", "country", "person"};
  for (const auto name : names)
    if (is_named(node, name)) return true;
  return false;
}

void append_raw(const TreeNode& node, std::string* out) {
  *out += node.text;
  for (const TreeNode& c : node.children) append_raw(c, out);
}

void append_folded(const TreeNode& node, FoldedText* out) {
  if (node.is_text()) {
    out->append(node.text, 0, static_cast<std::uint32_t>(node.text.size()));
    return;
  }
  const bool part = parts_words(node);
  if (part) out->part();
  for (const TreeNode& c : node.children) append_folded(c, out);
  if (part) out->part();
}

void collect(const TreeNode& node, std::string_view name, std::size_t most,
             std::vector<const TreeNode*>* out) {
  for (const TreeNode& c : node.children) {
    if (out->size() >= most) return;
    if (is_named(c, name))
      out->push_back(&c);
    else
      collect(c, name, most, out);
  }
}

}  // namespace

bool is_named(const TreeNode& node, std::string_view name) { return iequals(node.name, name); }

std::string_view attribute(const TreeNode& node, std::string_view name) {
  for (const auto& [key, value] : node.attributes)
    if (iequals(key, name)) return value;
  return {};
}

const TreeNode* child(const TreeNode& node, std::string_view name) {
  for (const TreeNode& c : node.children)
    if (is_named(c, name)) return &c;
  return nullptr;
}

const TreeNode* descend(const TreeNode& node, std::string_view path) {
  const TreeNode* at = &node;
  for (const auto name : split(path, '/'))
    if (at != nullptr) at = child(*at, name);
  return at;
}

std::vector<const TreeNode*> children(const TreeNode& node, std::string_view name) {
  std::vector<const TreeNode*> out;
  for (const TreeNode& c : node.children)
    if (is_named(c, name)) out.push_back(&c);
  return out;
}

const TreeNode* find(const TreeNode& node, std::string_view name) {
  std::vector<const TreeNode*> out;
  collect(node, name, 1, &out);
  return out.empty() ? nullptr : out.front();
}

std::vector<const TreeNode*> find_all(const TreeNode& node, std::string_view name) {
  std::vector<const TreeNode*> out;
  collect(node, name, 100000, &out);
  return out;
}

std::string raw_text(const TreeNode& node) {
  std::string out;
  append_raw(node, &out);
  return out;
}

std::string text_of(const TreeNode& node) {
  FoldedText out;
  append_folded(node, &out);
  return nfc(out.text());
}

std::string text_of(const TreeNode* node) { return node ? text_of(*node) : std::string(); }

}  // namespace kaynak::wire_detail
