/// @file XML and HTML as one plain tree, so that what reads them knows no parser. Internal to
/// wire/.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace kaynak::wire_detail {

struct TreeNode {
  std::string name;  ///< without prefix, as written; empty: a text node
  std::string text;  ///< of a text node: UTF-8, references resolved
  std::vector<std::pair<std::string, std::string>> attributes;  ///< names with prefix ("xml:lang")
  std::vector<TreeNode> children;
  bool is_text() const { return name.empty(); }
};

/// Resolves HTML's character references where they are left in text: of a DTD that is not read
/// ("&nbsp;"), or escaped twice ("&amp;#39;"). Each is looked up once.
class References {
 public:
  std::string resolve(std::string_view text);

 private:
  std::string_view meaning(std::string_view reference);
  std::map<std::string, std::string, std::less<>> known_;
};

/// The root element of an XML document of any encoding. No DTD is read and no entity declared in
/// one expanded. Errors: malformed (not well-formed; says where), too_large (200 levels, 400,000
/// nodes).
Result<TreeNode> parse_xml_tree(std::string_view bytes, std::string_view content_type);
/// A fragment or page of HTML (UTF-8) as one node "html". Empty where it holds nothing.
TreeNode parse_html_tree(std::string_view html);

/// Names are compared without regard to ASCII case: senders mix "EdNote" and "ednote".
bool is_named(const TreeNode& node, std::string_view name);
std::string_view attribute(const TreeNode& node, std::string_view name);
/// First child of that name; nullptr where there is none.
const TreeNode* child(const TreeNode& node, std::string_view name);
/// First child by a path of names ("body/body.head/byline").
const TreeNode* descend(const TreeNode& node, std::string_view path);
std::vector<const TreeNode*> children(const TreeNode& node, std::string_view name);
/// First element of that name below, in document order; nullptr where there is none.
const TreeNode* find(const TreeNode& node, std::string_view name);
/// All elements of that name below, in document order; what stands inside of one is not looked at.
std::vector<const TreeNode*> find_all(const TreeNode& node, std::string_view name);
/// Text of all nodes below as written.
std::string raw_text(const TreeNode& node);
/// The same with white space folded, in NFC; elements that begin a block are parted by a blank.
std::string text_of(const TreeNode& node);
std::string text_of(const TreeNode* node);

}  // namespace kaynak::wire_detail
