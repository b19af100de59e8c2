#include "extract/figures.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/strings.h"
#include "extract/inline_text.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak::extract_detail {
namespace {

constexpr int min_side = 100;  ///< smaller pictures are icons and avatars

int number_in(std::string_view s) {
  int n = 0;
  std::from_chars(s.data(), s.data() + s.size(), n);
  return n;
}

struct Candidate {
  std::string_view url;
  double size = 0;  ///< pixels wide, or density times 1000
};

/// The largest candidate of a srcset value.
Candidate largest_of(std::string_view srcset) {
  Candidate best;
  std::size_t i = 0;
  for (int n = 0; n < 64; ++n) {
    i = srcset.find_first_not_of(" \t\r\n,", i);
    if (i == std::string_view::npos) break;
    auto end = srcset.find_first_of(" \t\r\n", i);
    std::string_view url = srcset.substr(i, end == std::string_view::npos ? end : end - i);
    std::string_view descriptor;
    if (url.ends_with(',')) {
      url.remove_suffix(1);
      i = end;
    } else if (end != std::string_view::npos) {
      const auto comma = srcset.find(',', end);
      descriptor = trim(srcset.substr(end, comma == std::string_view::npos ? comma : comma - end));
      i = comma;
    } else {
      i = end;
    }
    const double size = descriptor.ends_with('x') ? 1000.0 * number_in(descriptor)
                                                  : std::max(1, number_in(descriptor));
    if (size > best.size && !url.empty() && !url.starts_with("data:")) best = {url, size};
    if (i == std::string_view::npos) break;
  }
  return best;
}

bool usable(std::string_view url) {
  if (url.empty() || url.size() > 2000 || istarts_with(url, "data:") || istarts_with(url, "about:"))
    return false;
  const std::string lowered = ascii_lower(url.substr(0, 500));
  for (const std::string_view bad : {"placeholder", "spacer", "blank.gif", "pixel.gif", "1x1",
                                     "transparent.", "loading.gif", "/lazy"})
    if (lowered.find(bad) != std::string::npos) return false;
  return true;
}

std::string text_in(const Document& page, const PageMap& map, NodeIndex i) {
  FoldedText text;
  for (NodeIndex k = i; k < page.node(i).subtree_end; ++k) {
    const Node& n = page.node(k);
    if (n.tag == Tag::text && !map.info[n.parent].skipped)
      text.append(page.text(), n.text_begin, n.text_end);
    else if (is_block(n.tag) || n.tag == Tag::br)
      text.part();
  }
  return text.text();
}

bool is_figure_box(Tag tag) {
  return tag == Tag::figure || tag == Tag::div || tag == Tag::picture || tag == Tag::a ||
         tag == Tag::span || tag == Tag::unknown || tag == Tag::section || tag == Tag::aside ||
         tag == Tag::li || tag == Tag::p;
}

/// The element around the picture that holds its caption: a figure, or a box with a caption in it
/// and little else.
NodeIndex box_of(const Document& page, const PageMap& map, NodeIndex image) {
  NodeIndex box = image;
  NodeIndex i = page.node(image).parent;
  for (int level = 0; level < 6 && i != no_node && is_figure_box(page.node(i).tag);
       ++level, i = page.node(i).parent) {
    if (page.node(i).tag == Tag::figure) return i;
    if (page.text(i).size() > 1200) break;
    const Meanings own = map.info[i].own;
    if (has(own, Meaning::media) || has(own, Meaning::caption) || level < 3) box = i;
  }
  return box;
}

bool is_credit_element(const Document& page, const PageMap& map, NodeIndex i) {
  const auto itemprop = page.attribute(i, "itemprop");
  if (itemprop == "creditText" || itemprop == "copyrightHolder" || itemprop == "author")
    return true;
  return has(map.info[i].own, Meaning::credit) && !has(map.info[i].own, Meaning::caption);
}

bool is_caption_element(const Document& page, const PageMap& map, NodeIndex i) {
  const Tag tag = page.node(i).tag;
  if (tag == Tag::figcaption || page.attribute(i, "itemprop") == "caption") return true;
  return tag != Tag::img && tag != Tag::figure && has(map.info[i].own, Meaning::caption);
}

/// "… at dusk. (Photo: )" without the label and brackets that a credit's going leaves at the end.
std::string_view without_empty_bracket(std::string_view text) {
  constexpr std::size_t longest_label = 24;
  text = trim(text);
  const auto open = text.rfind('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return text;
  const auto inside = trim(text.substr(open + 1, text.size() - open - 2));
  const bool label = inside.empty() || (inside.size() <= longest_label && inside.ends_with(':'));
  return label ? trim(text.substr(0, open)) : text;
}

void read_caption(const Document& page, const PageMap& map, NodeIndex box, Figure* figure) {
  NodeIndex caption = no_node;
  std::string credit;
  for (NodeIndex i = box; i < page.node(box).subtree_end; ++i) {
    const Tag tag = page.node(i).tag;
    if (tag == Tag::text || tag == Tag::comment) continue;
    if (caption == no_node && is_caption_element(page, map, i)) caption = i;
    if (credit.empty() && i != box && is_credit_element(page, map, i))
      credit = text_in(page, map, i);
  }
  std::string whole = caption == no_node ? std::string{} : text_in(page, map, caption);
  if (!credit.empty() && credit.size() < 200) {
    if (const auto at = whole.rfind(credit); at != std::string::npos)
      whole.erase(at, credit.size());
    figure->caption = std::string(without_empty_bracket(whole));
    const auto [rest, labelled] = split_credit(credit);
    figure->credit = labelled.empty() ? rest : labelled;
    return;
  }
  std::tie(figure->caption, figure->credit) = split_credit(whole);
}

bool too_small(const Document& page, NodeIndex image) {
  const int w = number_in(page.attribute(image, "width")),
            h = number_in(page.attribute(image, "height"));
  return (w > 0 && w < min_side) || (h > 0 && h < min_side / 2);
}

}  // namespace

std::string_view best_image(const Document& page, NodeIndex image) {
  Candidate best;
  const auto offer = [&best](std::string_view url, double size) {
    if (usable(trim(url)) && size > best.size) best = {trim(url), size};
  };
  const auto offer_set = [&](NodeIndex i) {
    for (const std::string_view name :
         {"srcset", "data-srcset", "data-lazy-srcset", "data-src-set"}) {
      const Candidate c = largest_of(page.attribute(i, name));
      offer(c.url, c.size + 1);
    }
  };
  if (const NodeIndex up = page.node(image).parent;
      up != no_node && page.node(up).tag == Tag::picture)
    for (NodeIndex i = up; i < image; ++i)
      if (page.node(i).tag == Tag::source) offer_set(i);
  offer_set(image);
  for (const std::string_view name : {"data-original", "data-src", "data-lazy-src", "data-full-src",
                                      "data-hi-res-src", "data-image", "data-url"})
    offer(page.attribute(image, name), 2);
  offer(page.attribute(image, "src"), 1);
  return best.url;
}

std::pair<std::string, std::string> split_credit(std::string_view text) {
  // Labels that stand before a credit. Longer ones first.
  static constexpr std::string_view labels[] = {
      "Photo credit:", "Image credit:", "Photograph by", "Photograph:", "Photo by",
      "Image by",      "Picture by",    "Credit:",       "Credits:",    "Photos:",
      "Photo:",        "Photo :",       "Picture:",      "Image:",      "Crédit photo :",
      "Crédit photo:", "Crédits :",     "Crédit :",      "Crédit:",     "Bildquelle:",
      "Fotoquelle:",   "Quelle:",       "Fotos:",        "Foto:",       "Bild:",
      "Foto :",        "Fotografía:",   "Crédito:",      "Créditos:",   "Fotoğraf:",
      "Kaynak:",       "Fot.",          "Фото:",         "Ảnh:",        "Nguồn:",
      "صورة:",         "تصوير:",        "الصورة:",       "Source:",     "Fonte:",
      "Fuente:",       "写真:",         "图片来源：",    "©",           "(c)"};
  std::size_t at = std::string_view::npos, size = 0;
  for (const auto label : labels) {
    const auto found = text.rfind(label);
    if (found == std::string_view::npos) continue;
    const bool starts_word = found == 0 || text[found - 1] == ' ' || text[found - 1] == '(' ||
                             text[found - 1] == '[' || text[found - 1] == '|' ||
                             text[found - 1] == '/' || label == "©";
    if (!starts_word || text.size() - found > 160) continue;
    if (at == std::string_view::npos || found < at) at = found, size = label.size();
  }
  if (at == std::string_view::npos) return {std::string(trim(text)), {}};
  const auto strip = [](std::string_view s) {
    const auto first = s.find_first_not_of(" ()[]|/,;:");
    const auto last = s.find_last_not_of(" ()[]|/,;");
    return first == std::string_view::npos ? std::string_view{} : s.substr(first, last - first + 1);
  };
  std::string_view caption = text.substr(0, at);
  const auto end = caption.find_last_not_of(" ([|/,;-");
  caption = end == std::string_view::npos ? std::string_view{} : caption.substr(0, end + 1);
  return {std::string(trim(caption)), std::string(strip(text.substr(at + size)))};
}

std::optional<Figure> read_figure(const Document& page, const PageMap& map, NodeIndex i,
                                  std::string_view base) {
  NodeIndex image = i;
  if (page.node(i).tag == Tag::figure) {
    for (image = i + 1; image < page.node(i).subtree_end && page.node(image).tag != Tag::img;
         ++image) {
    }
    if (image >= page.node(i).subtree_end) return std::nullopt;
  }
  if (too_small(page, image)) return std::nullopt;
  Figure figure;
  figure.url = resolve_href(best_image(page, image), base);
  if (figure.url.empty()) return std::nullopt;
  figure.alt = fold_space(page.attribute(image, "alt"));
  read_caption(page, map, page.node(i).tag == Tag::figure ? i : box_of(page, map, image), &figure);
  return figure;
}

}  // namespace kaynak::extract_detail
