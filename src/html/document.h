/// @file An HTML page as a flat tree: nodes in document order, all text in one buffer.
///
/// The parser (lexbor) is known to document_lexbor.cc alone. A subtree is the index range [i,
/// node(i).subtree_end) and its text is the byte range [text_begin, text_end) of text(), so
/// lengths, densities and quotations cost O(1).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "html/tag.h"

namespace kaynak {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex no_node = 0xffffffff;

/// Equality with a name known when compiling, to which the comparison is cut.
inline bool is_name(std::string_view name, std::string_view known) {
  return name.size() == known.size() &&
         __builtin_memcmp(name.data(), known.data(), known.size()) == 0;
}

struct Attribute {
  std::string_view name;   ///< lower case
  std::string_view value;  ///< as parsed, entities resolved
};

struct Node {
  Tag tag = Tag::text;  ///< Tag::text for text nodes, Tag::comment for comments, Tag::unknown for
                        ///< elements we do not name
  NodeIndex parent = no_node;
  NodeIndex subtree_end = 0;     ///< one past the last node of the subtree
  std::uint32_t text_begin = 0;  ///< into Document::text()
  std::uint32_t text_end = 0;
  std::uint32_t attributes_begin = 0;
  std::uint16_t attributes_count = 0;
};

/// Bounds that keep time and memory linear in the page's size, whatever the page, and what of it is
/// read.
struct ParseLimits {
  std::size_t max_bytes = 32u << 20;
  std::size_t max_depth = 512;  ///< tags of elements nested deeper are dropped, their text stays
  std::size_t max_nodes = 2000000;   ///< over it: too_large
  std::size_t max_attributes = 256;  ///< further attributes of one element are dropped
  std::size_t max_names =
      10000;  ///< distinct unknown names of attributes and tags; over it: too_large
  std::size_t max_formatting =
      64;  ///< unclosed formatting elements that the parser may repeat in later blocks
  /// Times the page's bytes, and a megabyte, that the parser may take for texts and attributes;
  /// over it: too_large. No page of the extraction sets takes more than 1.7 times its bytes.
  std::size_t max_copies = 16;
  /// Whether the shapes of an <svg> that holds nothing but shapes become nodes. They have no text,
  /// and are a tenth of the bytes of a page.
  bool shapes = false;
};

/// Immutable once parsed; safe to read from several threads. All views live as long as the
/// Document.
class Document {
 public:
  /// Parses a page of any encoding (see decode_html). Errors: too_large, malformed (no text at all:
  /// binary data).
  static Result<Document> parse(std::string_view bytes, std::string_view content_type = {},
                                const ParseLimits& limits = {});
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& node(NodeIndex i) const { return nodes_[i]; }
  /// Text of all text nodes in document order, UTF-8, nothing added: what ranges called "source"
  /// point into. Script and style contents are not part of it; see raw_text().
  std::string_view text() const { return text_; }
  std::string_view text(NodeIndex i) const {
    const Node& n = nodes_[i];
    return {text_.data() + n.text_begin, n.text_end - n.text_begin};
  }
  /// Contents of a script, style, noscript or comment node as written. Empty for others. (A
  /// template's contents are no part of the page and left out.)
  std::string_view raw_text(NodeIndex i) const;
  /// Value of an attribute, empty where absent.
  std::string_view attribute(NodeIndex i, std::string_view name) const {
    const Attribute* a = find_attribute(i, name);
    return a ? a->value : std::string_view{};
  }
  bool has_attribute(NodeIndex i, std::string_view name) const {
    return find_attribute(i, name) != nullptr;
  }
  /// All attributes of a node: pointer to the first and their number is node(i).attributes_count.
  const Attribute* attributes(NodeIndex i) const {
    return attributes_.data() + nodes_[i].attributes_begin;
  }
  /// Elements that match a CSS selector, in document order. Errors: malformed (the selector).
  Result<std::vector<NodeIndex>> select(std::string_view css) const;
  const std::string& charset() const;

 private:
  struct Impl;
  explicit Document(std::unique_ptr<Impl> impl);
  const Attribute* find_attribute(NodeIndex i, std::string_view name) const {
    const Attribute* a = attributes(i);
    for (const Attribute* end = a + nodes_[i].attributes_count; a != end; ++a)
      if (is_name(a->name, name)) return a;
    return nullptr;
  }

  std::unique_ptr<Impl> impl_;
  // Here, not behind impl_, so that looking at a node costs no call.
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::string_view text_;
};

}  // namespace kaynak
