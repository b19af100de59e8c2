// A Document is consistent whatever the bytes: subtrees nest, texts lie inside their parents', all
// views lie inside the page.
#include <cstdlib>
#include <string>

#include "html/document.h"
#include "text/encoding.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kaynak;
  ParseLimits limits;
  limits.max_depth = 64;
  limits.max_nodes = 20000;
  const auto page = Document::parse({reinterpret_cast<const char*>(data), size}, {}, limits);
  if (!page) return 0;
  require(is_valid_utf8(page->text()));
  for (NodeIndex i = 0; i < page->nodes().size(); ++i) {
    const Node& n = page->node(i);
    require(n.subtree_end > i && n.subtree_end <= page->nodes().size());
    require(is_valid_utf8(page->raw_text(i)));
    require(n.text_begin <= n.text_end && n.text_end <= page->text().size());
    if (n.parent == no_node) continue;
    const Node& up = page->node(n.parent);
    require(n.parent < i && n.subtree_end <= up.subtree_end);
    require(up.text_begin <= n.text_begin && n.text_end <= up.text_end);
    for (int k = 0; k < n.attributes_count; ++k) {
      const auto [name, value] = page->attributes(i)[k];
      require(page->has_attribute(i, name));
    }
  }
  require(page->select("p, div > a[href]").has_value());
  return 0;
}
