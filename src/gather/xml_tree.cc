// pugixml expands no entities but XML's five and touches neither network nor files.
#include "gather/xml_tree.h"

#include <pugixml.hpp>

#include "gather/feed_repair.h"
#include "text/encoding.h"

namespace kaynak::gather_detail {
namespace {

constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata;

pugi::xml_node node_of(void* node) {
  return pugi::xml_node(static_cast<pugi::xml_node_struct*>(node));
}

}  // namespace

bool XmlNode::is_element() const { return node_of(node_).type() == pugi::node_element; }
bool XmlNode::is_text() const {
  const auto type = node_of(node_).type();
  return type == pugi::node_pcdata || type == pugi::node_cdata;
}
bool XmlNode::is_document() const { return node_of(node_).type() == pugi::node_document; }
std::string_view XmlNode::name() const { return node_of(node_).name(); }
std::string_view XmlNode::text() const { return node_of(node_).value(); }
bool XmlNode::has_attribute(const char* name) const {
  return static_cast<bool>(node_of(node_).attribute(name));
}
std::string_view XmlNode::attribute(const char* name) const {
  return node_of(node_).attribute(name).value();
}
XmlNode XmlNode::parent() const { return XmlNode(node_of(node_).parent().internal_object()); }
XmlNode XmlNode::first_child() const {
  return XmlNode(node_of(node_).first_child().internal_object());
}
XmlNode XmlNode::next() const { return XmlNode(node_of(node_).next_sibling().internal_object()); }

XmlNode XmlNode::after(XmlNode root) const {
  if (const auto child = first_child()) return child;
  for (XmlNode node = *this; node && !(node == root); node = node.parent())
    if (const auto sibling = node.next()) return sibling;
  return {};
}

namespace {
XmlNode element_from(XmlNode node) {
  while (node && !node.is_element()) node = node.next();
  return node;
}
}  // namespace

XmlNode::Elements::Iterator XmlNode::Elements::begin() const {
  return {element_from(parent_.first_child())};
}
XmlNode::Elements::Iterator& XmlNode::Elements::Iterator::operator++() {
  node = element_from(node.next());
  return *this;
}

struct XmlTree::State {
  pugi::xml_document document;
};

XmlTree::XmlTree() : state_(std::make_unique<State>()) {}
XmlTree::XmlTree(XmlTree&&) noexcept = default;
XmlTree& XmlTree::operator=(XmlTree&&) noexcept = default;
XmlTree::~XmlTree() = default;

XmlNode XmlTree::document() const { return XmlNode(state_->document.internal_object()); }

XmlTree XmlTree::read(std::string_view bytes, std::string_view content_type) {
  XmlTree tree;
  const auto decoded = decode_xml(bytes, content_type);
  tree.charset = decoded.charset;
  if (decoded.decided_by == "detected" && decoded.charset.compare(0, 4, "utf-") != 0)
    tree.problems.push_back("no encoding is declared: read as " + decoded.charset);
  if (decoded.charset == "utf-8" && !is_valid_utf8(bytes))
    tree.problems.push_back("it is not all UTF-8: wrong bytes were replaced");
  const auto prepared = prepare_xml(decoded.text, &tree.problems);
  tree.well_formed = tree.problems.empty();
  if (prepared.entities)
    tree.problems.push_back("entities that XML does not know were read as HTML's");
  auto& document = tree.state_->document;
  const auto load = [&](const std::string& text) {
    return document.load_buffer(text.data(), text.size(), kOptions, pugi::encoding_utf8);
  };
  auto result = load(prepared.text);
  if (result) return tree;
  tree.well_formed = false;
  tree.problems.push_back(std::string("not well-formed, repaired: ") + result.description() +
                          " at byte " + std::to_string(result.offset));
  result = load(balance_xml(prepared.text));
  if (!result)
    tree.problems.push_back("what follows byte " + std::to_string(result.offset) + " is lost");
  return tree;
}

std::string xml_value(XmlNode node) {
  std::string out;
  for (auto child = node.first_child(); child; child = child.next())
    if (child.is_text()) out += child.text();
  return out;
}

}  // namespace kaynak::gather_detail
