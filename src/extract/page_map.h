/// @file A page cut into blocks of running text, with what stands around each. The ground for
/// scoring.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/class_words.h"
#include "html/document.h"

namespace kaynak::extract_detail {

/// What an element and its ancestors are, by tag, role, itemprop and style.
enum class Place : unsigned {
  nav,
  aside,
  footer,
  header,
  form,
  figure,
  article,
  main,
  section,
  blockquote,
  list,
  table,
  link,
  button,
  hidden,
  article_body,
  comment_item,
  address,
  definition,
  pre,
  details,
  heading,
  caption,
  dialog,
  label,
  author_item,
  no_script_data,
  teaser_article,
  count_
};
using Places = std::uint32_t;
constexpr Places bit(Place p) { return Places{1} << static_cast<unsigned>(p); }
inline bool has(Places set, Place p) { return (set & bit(p)) != 0; }

struct NodeInfo {
  NodeIndex block = no_node;  ///< nearest block-level element, itself included
  Places places = 0;          ///< of itself and all ancestors
  Meanings own = 0;           ///< of its class, id and the like
  Meanings near = 0;          ///< own and those of its parent and grandparent
  Meanings all = 0;           ///< own and those of all ancestors below body
  std::uint16_t depth = 0;
  bool skipped = false;  ///< svg, select and the like: nothing in it is text for a reader
};

/// A run of text that a reader sees as one block: between two block-level tags, or two line breaks
/// in a row.
struct TextBlock {
  NodeIndex node_begin = 0;  ///< nodes [node_begin, node_end) hold its text
  NodeIndex node_end = 0;
  NodeIndex container = no_node;  ///< nearest block-level element
  std::uint32_t text_begin = 0;   ///< into Document::text(), white space at the ends left out
  std::uint32_t text_end = 0;
  std::uint32_t length =
      0;  ///< width: letters of most scripts 1, Han and kana 2.5, runs of blanks 1
  std::uint32_t link_length = 0;  ///< the same, inside links
  std::uint32_t strong_length = 0;
  std::uint32_t italic_length = 0;
  std::uint16_t words = 0;  ///< blanks + 1, or length / 5 in scripts without blanks
  std::uint16_t commas = 0;
  std::uint16_t stops = 0;  ///< sentence-ending marks
  std::uint16_t digits = 0;
  std::uint16_t capitals = 0;
  bool ends_sentence = false;
};

/// A value that class or id attributes of the page have, and how many elements have it as class.
struct ElementName {
  std::string_view value;  ///< into the page
  Meanings meanings = 0;
  std::uint32_t classes = 0;
};

struct PageMap {
  std::vector<NodeInfo> info;  ///< one per node
  std::vector<TextBlock> blocks;
  std::vector<ElementName> names;  ///< each value once
  NodeIndex body = no_node;
};

PageMap map_page(const Document& page);

/// The block's text as it stands in the page, white space not folded.
inline std::string_view raw_text_of(const Document& page, const TextBlock& b) {
  return page.text().substr(b.text_begin, b.text_end - b.text_begin);
}

}  // namespace kaynak::extract_detail
