/// @file Bodies of items → typed blocks. Internal to wire/.
#pragma once

#include <string_view>
#include <vector>

#include "model/article.h"
#include "wire/tree.h"

namespace kaynak::wire_detail {

inline constexpr std::size_t kMaxBlocks = 5000;

struct BodyContext {
  std::string_view language;  ///< of the item: parts in another get a span
  std::string_view base;  ///< absolute URL that relative links are resolved against; may be empty
};

/// Blocks of XHTML or NITF, without sentences: headings, paragraphs, quotes, lists, tables, figures
/// with caption and credit, embeds. Text that a sender broke into lines by hand inside one element
/// is read as plain text.
std::vector<Block> blocks_of_tree(const TreeNode& body, const BodyContext& context);

/// Blocks of plain text, without sentences: paragraphs parted by blank lines or begun by an indent,
/// lines of a paragraph joined; short lines (a list of teams) stay apart.
std::vector<Block> blocks_of_text(std::string_view text);
/// A table of rows of cells; no block where there are none.
std::vector<Block> table_of_rows(const std::vector<std::vector<std::string>>& rows);

/// Fills the sentences of all blocks; `language` as BCP 47. A table's cells are its sentences.
void fill_sentences(std::vector<Block>* blocks, std::string_view language);

/// One line of text: white space folded, NFC.
std::string line_of(std::string_view text);

}  // namespace kaynak::wire_detail
