#include "extract/figures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <vector>

#include "base/byte_set.h"
#include "base/strings.h"
#include "extract/figure_words.h"
#include "extract/teaser_pictures.h"
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
  static constexpr ByteSet before(" \t\r\n,"), blanks(" \t\r\n");
  Candidate best;
  std::size_t i = 0;
  for (int n = 0; n < 64; ++n) {
    i = before.find_other(srcset, i);
    if (i == std::string_view::npos) break;
    auto end = blanks.find(srcset, i);
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

/// A caption that is only "Photo:" or "©" says nothing.
void drop_bare_label(std::string* caption) {
  constexpr std::size_t longest_label = 24;
  const bool label = caption->size() <= longest_label && caption->ends_with(':') &&
                     caption->find(' ') == std::string::npos;
  static constexpr std::string_view bare[] = {"©",        "|",          "Photo by",
                                              "Image by", "Picture by", "Photograph by",
                                              "Foto von", "Foto de",    "Photo de"};
  if (label || std::find(std::begin(bare), std::end(bare), *caption) != std::end(bare))
    caption->clear();
}

/// A caption without the mark that joins it to its credit: "The quay — Photo: …".
std::string_view without_joint(std::string_view caption) {
  static constexpr ByteSet marks(" ([|/,;-");
  caption = trim(marks.trim_back(caption));
  for (const std::string_view mark : {"—", "–", "©"})
    if (caption.ends_with(mark)) return trim(caption.substr(0, caption.size() - mark.size()));
  return caption;
}

/// "Credit" in an element of its own, its colon and name outside: "… at dusk : Mira Lind".
void take_labelled_apart(FigureWords* words) {
  constexpr std::size_t longest_credit = 80;
  static constexpr std::string_view labels[] = {"Credit", "Credits", "Photo",  "Foto",
                                                "Bild",   "Source",  "Quelle", "Crédit"};
  if (std::find(std::begin(labels), std::end(labels), words->credit) == std::end(labels)) return;
  words->credit.clear();
  const auto at = words->caption.rfind(" : ");
  if (at == std::string::npos || words->caption.size() - at > longest_credit) return;
  words->credit = words->caption.substr(at + 3);
  words->caption.resize(at);
}

/// "A logo is displayed in Norrvik. NBK/Mira Lind": what is called a credit may be both.
void part_sentence_of_credit(FigureWords* words) {
  constexpr std::size_t shortest_sentence = 40, longest_credit = 60;
  const auto stop = words->credit.rfind(". ");
  if (!words->caption.empty() || stop == std::string::npos || stop < shortest_sentence) return;
  const std::string rest = words->credit.substr(stop + 2);
  if (rest.size() > longest_credit || rest.find('/') == std::string::npos) return;
  words->caption = words->credit.substr(0, stop + 1);
  words->credit = rest;
}

/// Caption and credit apart. A credit that stands in the caption, too, leaves it.
void set_words(FigureWords words, Figure* figure) {
  take_labelled_apart(&words);
  part_sentence_of_credit(&words);
  if (words.credit.empty()) {
    std::tie(figure->caption, figure->credit) = split_credit(words.caption);
    drop_bare_label(&figure->caption);
    return;
  }
  if (const auto at = words.caption.rfind(words.credit); at != std::string::npos) {
    const std::size_t end = at + words.credit.size();
    if (at == 0 || words.caption.find_first_not_of(" ).]|/", end) == std::string::npos)
      words.caption.erase(at, words.credit.size());
  }
  figure->caption = std::string(without_joint(without_empty_bracket(words.caption)));
  drop_bare_label(&figure->caption);
  const auto [rest, labelled] = split_credit(words.credit);
  figure->credit = labelled.empty() ? rest : rest.empty() ? labelled : words.credit;
}

/// Teasers' headlines carry no credit.
bool says_credit(const FigureWords& words) {
  if (!words.credit.empty() || !split_credit(words.caption).second.empty()) return true;
  return words.caption.find("（Ｃ）") != std::string::npos ||
         words.caption.find("（C）") != std::string::npos;
}

void add_missing(FigureWords* to, const FigureWords& from) {
  if (to->caption.empty()) to->caption = from.caption;
  if (to->credit.empty()) to->credit = from.credit;
}

/// What structured data says of the picture with that address.
FigureWords words_of_data(const FigureContext& c, std::string_view url) {
  FigureWords words;
  if (c.images.empty()) return words;
  const std::string key = picture_key(url);
  if (key.empty()) return words;
  for (const ImageData& image : c.images)
    if (same_picture(image.key, key)) add_missing(&words, {image.caption, image.credit});
  return words;
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
    for (const std::string_view name : {"srcset", "data-srcset", "data-lazy-srcset", "data-src-set",
                                        "data-flickity-lazyload-srcset", "data-lazyload-srcset"}) {
      const Candidate c = largest_of(page.attribute(i, name));
      offer(c.url, c.size + 1);
    }
  };
  if (const NodeIndex up = page.node(image).parent;
      up != no_node && page.node(up).tag == Tag::picture)
    for (NodeIndex i = up; i < image; ++i)
      if (page.node(i).tag == Tag::source) offer_set(i);
  offer_set(image);
  for (const std::string_view name :
       {"data-original", "data-src", "data-lazy-src", "data-full-src", "data-hi-res-src",
        "data-image", "data-url", "data-lazy", "data-lazyload", "data-flickity-lazyload",
        "data-img-src", "data-large-image", "data-echo"})
    offer(page.attribute(image, name), 2);
  offer(page.attribute(image, "src"), 1);
  return best.url;
}

/// "… 李明 摄": in Chinese the label stands behind the name.
std::pair<std::string, std::string> split_photographed(std::string_view text) {
  constexpr std::size_t longest_name = 24;
  for (const std::string_view label : {"摄", "攝", "摄影", "攝影", "供图", "供圖"}) {
    if (!text.ends_with(label)) continue;
    const std::string_view before = trim(text.substr(0, text.size() - label.size()));
    std::size_t at = 0;
    for (const std::string_view mark : {" ", "。", "　", "）", "（", "，", "："})
      if (const auto found = before.rfind(mark); found != std::string_view::npos)
        at = std::max(at, found + mark.size());
    if (before.size() - at == 0 || before.size() - at > longest_name) continue;
    std::string_view caption = trim(text.substr(0, at));
    if (caption.ends_with("（")) caption.remove_suffix(3);
    return {std::string(caption), std::string(text.substr(at))};
  }
  return {std::string(text), {}};
}

namespace {

// Labels that stand before a credit. Longer ones first.
constexpr std::string_view credit_labels[] = {"Photo credit:",
                                              "Image credit:",
                                              "Photograph by",
                                              "Photograph:",
                                              "Photo by",
                                              "Image by",
                                              "Picture by",
                                              "Credit:",
                                              "Credits:",
                                              "Photos:",
                                              "Photo:",
                                              "Photo :",
                                              "Picture:",
                                              "Image:",
                                              "Crédit photo :",
                                              "Beitragsbild:",
                                              "Titelbild:",
                                              "Crédit photo:",
                                              "Crédits :",
                                              "Crédit :",
                                              "Crédit:",
                                              "Bildquelle:",
                                              "Fotoquelle:",
                                              "Quelle:",
                                              "Fotos:",
                                              "Foto:",
                                              "Bild:",
                                              "Foto :",
                                              "Fotografía:",
                                              "Crédito:",
                                              "Créditos:",
                                              "Fotoğraf:",
                                              "Kaynak:",
                                              "Fot.",
                                              "Фото:",
                                              "Ảnh:",
                                              "Nguồn:",
                                              "صورة:",
                                              "تصوير:",
                                              "الصورة:",
                                              "Source:",
                                              "Fonte:",
                                              "Fuente:",
                                              "写真:",
                                              "图片来源：",
                                              "©",
                                              "(c)"};

/// Bytes that a label begins with.
constexpr std::array<bool, 256> begins_label = [] {
  std::array<bool, 256> begins{};
  for (const std::string_view label : credit_labels)
    begins[static_cast<unsigned char>(label.front())] = true;
  return begins;
}();

/// The label that stands at `at` and nowhere behind it; empty for none.
std::string_view last_label_at(std::string_view text, std::size_t at) {
  constexpr std::string_view before_words = " ([|/";
  const bool starts_word = at == 0 || before_words.find(text[at - 1]) != before_words.npos;
  const std::string_view rest = text.substr(at);
  for (const std::string_view label : credit_labels)
    if (rest.size() > 1 && rest[1] == label[1] && (starts_word || label == "©") &&
        rest.starts_with(label) && rest.find(label, 1) == rest.npos)
      return label;
  return {};
}

/// Where the first label of a credit stands, and its size. A credit is short, so only the end of
/// the text is looked at.
std::pair<std::size_t, std::size_t> find_label(std::string_view text) {
  constexpr std::size_t longest_credit = 160;
  for (std::size_t i = text.size() > longest_credit ? text.size() - longest_credit : 0;
       i < text.size(); ++i) {
    if (!begins_label[static_cast<unsigned char>(text[i])]) continue;
    if (const auto label = last_label_at(text, i); !label.empty()) return {i, label.size()};
  }
  return {std::string_view::npos, 0};
}

/// A credit without the marks and brackets around it.
std::string_view bare_credit(std::string_view s) {
  const auto first = s.find_first_not_of(" ()[]|/,;:");
  if (first == std::string_view::npos) return {};
  s = s.substr(first, s.find_last_not_of(" |/,;") - first + 1);
  for (const auto& [open, close] : {std::pair('(', ')'), std::pair('[', ']')}) {
    const auto end = s.find_last_not_of('.');
    if (end != std::string_view::npos && s[end] == close && s.find(open) == std::string_view::npos)
      s = s.substr(0, end);
  }
  return trim(s);
}

}  // namespace

std::pair<std::string, std::string> split_credit(std::string_view text) {
  const auto [at, size] = find_label(text);
  if (at == std::string_view::npos) return split_photographed(trim(text));
  return {std::string(without_joint(text.substr(0, at))),
          std::string(bare_credit(text.substr(at + size)))};
}

bool is_lead_picture(const FigureContext& c, std::string_view url) {
  return same_picture(picture_key(url), c.lead_key);
}

namespace {

/// The picture of a figure, the picture itself otherwise; no_node where there is none.
NodeIndex picture_of(const Document& page, NodeIndex i) {
  if (page.node(i).tag != Tag::figure) return i;
  for (NodeIndex image = i + 1; image < page.node(i).subtree_end; ++image)
    if (page.node(image).tag == Tag::img) return image;
  return no_node;
}

std::string address_of(const FigureContext& c, NodeIndex image) {
  const auto address = best_image(c.page, image);
  return address.empty() ? std::string() : resolve_href(address, c.base);
}

}  // namespace

bool shows_lead_picture(const FigureContext& c, NodeIndex i) {
  const NodeIndex image = c.lead_key.empty() ? no_node : picture_of(c.page, i);
  return image != no_node && !too_small(c.page, image) && is_lead_picture(c, address_of(c, image));
}

std::optional<Figure> read_figure(const FigureContext& c, NodeIndex i) {
  const Document& page = c.page;
  const NodeIndex image = picture_of(page, i);
  if (image == no_node || too_small(page, image)) return std::nullopt;
  Figure figure;
  figure.url = address_of(c, image);
  figure.alt = fold_space(page.attribute(image, "alt"));
  const NodeIndex box = page.node(i).tag == Tag::figure ? i : box_of(page, c.map, image);
  FigureWords words = words_in(page, c.map, c.kept, box);
  if (words.caption.empty())
    words.caption = unnamed_caption(page, c.map, c.kept, box, figure.alt, words);
  if (words.linked && !says_credit(words) && !is_lead_picture(c, figure.url)) return std::nullopt;
  const bool shown = !words.caption.empty();
  if (words.credit.empty() && split_credit(words.caption).second.empty())
    add_missing(&words, words_behind(page, c.map, c.kept, box, figure.alt));
  add_missing(&words, words_of_attributes(page, image));
  if (words.credit.empty() && !figure.url.empty()) {
    const FigureWords told = words_of_data(c, figure.url);
    words.credit = told.credit;
    if (words.caption.empty() && !told.credit.empty()) words.caption = told.caption;
  }
  if (words.caption.empty() && figure.url.find("/icon") != std::string::npos) return std::nullopt;
  // A picture that a script loads is known by its caption all the same.
  if (figure.url.empty() && !shown) return std::nullopt;
  set_words(std::move(words), &figure);
  if (!is_lead_picture(c, figure.url) && is_teaser_picture(page, c.map, image, figure.caption))
    return std::nullopt;
  return figure;
}

}  // namespace kaynak::extract_detail
