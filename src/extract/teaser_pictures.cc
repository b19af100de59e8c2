#include "extract/teaser_pictures.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "extract/figure_words.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

constexpr int max_levels = 8;          // from the picture to its link
constexpr int max_box_levels = 5;      // from the link to the box that holds the other one
constexpr std::size_t max_text = 600;  // of a teaser
constexpr NodeIndex max_box_nodes = 400;

NodeIndex link_around(const Document& page, NodeIndex i) {
  for (int level = 0; level < max_levels && i != no_node; ++level, i = page.node(i).parent)
    if (page.node(i).tag == Tag::a) return i;
  return no_node;
}

/// To neither a place in the page nor a larger picture.
bool leads_elsewhere(std::string_view href) {
  href = trim(href);
  if (href.empty() || href[0] == '#' || istarts_with(href, "javascript:")) return false;
  const std::string path = ascii_lower(href.substr(0, href.find_first_of("?#")));
  static constexpr std::string_view pictures[] = {".jpg", ".jpeg", ".png",
                                                  ".gif", ".webp", ".avif"};
  return std::none_of(std::begin(pictures), std::end(pictures),
                      [&](std::string_view end) { return path.ends_with(end); });
}

/// Whether the link says the caption as a headline: in a heading, or in text that nothing calls a
/// caption.
bool says_headline(const Document& page, const PageMap& map, NodeIndex link,
                   std::string_view caption) {
  constexpr std::size_t shortest = 8;
  bool captioned = false;
  for (NodeIndex i = link + 1; i < page.node(link).subtree_end; ++i) {
    captioned |= is_caption_element(page, map, i);
    if (heading_level(page.node(i).tag) == 0) continue;
    const std::string heading = fold_space(page.text(i));
    if (heading.size() >= shortest && caption.find(heading) != caption.npos) return true;
  }
  return !captioned && fold_space(page.text(link)).find(caption) != std::string::npos;
}

bool is_small_box(const Document& page, NodeIndex i) {
  const Node& n = page.node(i);
  return n.tag != Tag::body && n.subtree_end - i <= max_box_nodes &&
         n.text_end - n.text_begin <= max_text;
}

/// The outermost small box around the link.
NodeIndex box_around(const Document& page, NodeIndex link) {
  NodeIndex box = link;
  for (int level = 0; level < max_box_levels; ++level) {
    const NodeIndex up = page.node(box).parent;
    if (up == no_node || !is_small_box(page, up)) break;
    box = up;
  }
  return box;
}

}  // namespace

bool is_teaser_picture(const Document& page, const PageMap& map, NodeIndex image,
                       std::string_view caption) {
  const NodeIndex link = caption.empty() ? no_node : link_around(page, image);
  if (link == no_node || !is_small_box(page, link)) return false;
  const std::string_view href = page.attribute(link, "href");
  if (!leads_elsewhere(href)) return false;
  if (says_headline(page, map, link, caption)) return true;
  const NodeIndex box = box_around(page, link);
  for (NodeIndex i = box + 1; i < page.node(box).subtree_end; ++i)
    if (page.node(i).tag == Tag::a && i != link && page.attribute(i, "href") == href &&
        fold_space(page.text(i)) == caption)
      return true;
  return false;
}

}  // namespace kaynak::extract_detail
