/// @file XML as a tree of elements and text, read leniently (pugixml behind one file). Internal to
/// gather/.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kaynak::gather_detail {

/// A node of an XmlTree: a view, valid as long as the tree. All nodes of a tree's end, and what is
/// asked of them, are the absent node, whose text is empty.
class XmlNode {
 public:
  XmlNode() = default;
  explicit operator bool() const { return node_ != nullptr; }
  bool is_element() const;
  bool is_text() const;  ///< character data, CDATA sections too
  bool is_document() const;
  std::string_view name() const;  ///< of an element, as written: "media:content"
  std::string_view text() const;  ///< of a text node
  bool has_attribute(const char* name) const;
  /// Value of the attribute; empty where there is none.
  std::string_view attribute(const char* name) const;
  XmlNode parent() const;
  XmlNode first_child() const;
  XmlNode next() const;  ///< the next sibling
  /// The node that follows in document order and stands within `root`; the absent node at its end.
  XmlNode after(XmlNode root) const;

  /// Child elements: `for (const auto child : node.elements())`.
  class Elements;
  Elements elements() const;
  friend bool operator==(XmlNode a, XmlNode b) { return a.node_ == b.node_; }

 private:
  friend class XmlTree;
  explicit XmlNode(void* node) : node_(node) {}
  void* node_ = nullptr;
};

class XmlNode::Elements {
 public:
  struct Iterator {
    XmlNode node;
    XmlNode operator*() const { return node; }
    Iterator& operator++();
    friend bool operator!=(Iterator a, Iterator b) { return !(a.node == b.node); }
  };
  explicit Elements(XmlNode parent) : parent_(parent) {}
  Iterator begin() const;
  Iterator end() const { return {}; }

 private:
  XmlNode parent_;
};

inline XmlNode::Elements XmlNode::elements() const { return Elements(*this); }

/// An XML document and what was wrong with it. Movable.
class XmlTree {
 public:
  /// Reads any bytes: charset by byte-order mark, `content_type`, XML declaration or detection;
  /// HTML's entities as characters; what is not well-formed is repaired (feed_repair.h). No
  /// network, no files, no entity expansion. Elements and attributes beyond 3 million are cut off.
  static XmlTree read(std::string_view bytes, std::string_view content_type);
  XmlTree(XmlTree&&) noexcept;
  XmlTree& operator=(XmlTree&&) noexcept;
  ~XmlTree();

  XmlNode document() const;  ///< its children are what stands on the top level

  std::string charset;                ///< WHATWG name
  bool well_formed = true;            ///< false: something had to be mended to read it
  std::vector<std::string> problems;  ///< one sentence each

 private:
  struct State;
  XmlTree();
  std::unique_ptr<State> state_;
};

/// Character data of the node itself, without that of elements in it.
std::string xml_value(XmlNode node);

}  // namespace kaynak::gather_detail
