// XML by pugixml, which reads no DTD, expands no declared entities and touches no network.
#include <pugixml.hpp>

#include "base/strings.h"
#include "text/encoding.h"
#include "wire/tree.h"

namespace kaynak::wire_detail {
namespace {

constexpr int kMaxDepth = 200;
constexpr std::size_t kMaxNodes = 400000;
constexpr std::size_t kMaxAttributes = 64;

class Builder {
 public:
  bool too_large() const { return too_large_; }

  TreeNode element(pugi::xml_node node, int depth) {
    TreeNode out;
    out.name = local_name(node.name());
    for (const auto a : node.attributes())
      if (out.attributes.size() < kMaxAttributes)
        out.attributes.emplace_back(a.name(), references_.resolve(a.value()));
    for (const auto c : node.children()) {
      if (!count(depth)) break;
      if (c.type() == pugi::node_element)
        out.children.push_back(element(c, depth + 1));
      else if (c.type() == pugi::node_pcdata)
        add_text(references_.resolve(c.value()), &out);
      else if (c.type() == pugi::node_cdata)
        add_text(c.value(), &out);
    }
    return out;
  }

 private:
  static std::string local_name(std::string_view name) {
    const auto colon = name.rfind(':');
    std::string local(colon == std::string_view::npos ? name : name.substr(colon + 1));
    return local.empty() ? "_" : local;
  }

  static void add_text(std::string text, TreeNode* to) {
    TreeNode out;
    out.text = std::move(text);
    to->children.push_back(std::move(out));
  }

  bool count(int depth) {
    if (depth >= kMaxDepth || ++nodes_ > kMaxNodes) too_large_ = true;
    return !too_large_;
  }

  References references_;
  std::size_t nodes_ = 0;
  bool too_large_ = false;
};

}  // namespace

Result<TreeNode> parse_xml_tree(std::string_view bytes, std::string_view content_type) {
  const auto decoded = decode_xml(bytes, content_type);
  const auto begin = decoded.text.find('<');
  if (begin == std::string::npos)
    return fail(ErrorCode::malformed, "wire", "there is no element in this XML document");
  pugi::xml_document document;
  const auto parsed =
      document.load_buffer(decoded.text.data() + begin, decoded.text.size() - begin,
                           pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  const auto root = document.document_element();
  if (!parsed || !root)
    return fail(ErrorCode::malformed, "wire",
                std::string("not well-formed XML: ") +
                    (parsed ? "no element" : parsed.description()) + " at byte " +
                    std::to_string(begin + static_cast<std::size_t>(
                                               std::max<std::ptrdiff_t>(parsed.offset, 0))));
  Builder builder;
  TreeNode tree = builder.element(root, 0);
  if (builder.too_large())
    return fail(ErrorCode::too_large, "wire",
                "over 200 levels or 400,000 nodes: split the document into single items");
  return tree;
}

}  // namespace kaynak::wire_detail
