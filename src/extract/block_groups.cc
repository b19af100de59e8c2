#include "extract/block_groups.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/fnv.h"
#include "base/strings.h"
#include "extract/feature_tools.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::uint32_t shortest_paragraph = 60;
constexpr float lowest = -1.6f;  ///< score of a block that its kind brings back

/// Tag, and classes of the two elements around it: what a template makes of one kind of text.
std::uint64_t kind_of(const ScoredBlocks& in, const TextBlock& b) {
  const NodeIndex parent = ancestor(in.page, b.container, 1);
  const NodeIndex grand = ancestor(in.page, b.container, 2);
  Fnv1a around(class_of(in.page, parent));
  for (const char c : class_of(in.page, grand)) around.add(c);
  Fnv1a own(class_of(in.page, b.container));
  own.add(static_cast<char>(in.page.node(b.container).tag));
  return std::uint64_t{around.value()} << 32 | own.value();
}

bool may_be_text(const TextBlock& b) { return b.link_length * 3 < b.length; }

/// How much of one kind of text is kept.
struct Kind {
  int kept = 0, all = 0;
  /// Of the others, where one is left out.
  double share() const { return all > 1 ? kept / (all - 1.0) : 0; }
};

/// Whether a block asks its reader for something, as boxes between an article's paragraphs do.
bool asks(const BlockFeatures& x) {
  for (const Said what :
       {Said::newsletter, Said::subscribe, Said::donate, Said::app, Said::network, Said::click})
    if (x.says(what)) return true;
  return false;
}

/// Score over which a block that is like kept ones is kept, too. Of -.6, -1 and -1.5 for paragraphs
/// and none, -.6 and -1 for lines those with the best text over all sets; lower between kept texts
/// where hardly one of their kind is left out: on hosts that the weights never saw 31 of 34 such
/// paragraphs are text, and 69 of 88 such lines.
float nearly_in(const ScoredBlocks& in, std::size_t i, const Kind& kind, std::size_t last_text) {
  const TextBlock& b = in.map.blocks[i];
  const bool paragraph = b.length >= shortest_paragraph && b.ends_sentence;
  const bool sure =
      i < last_text && kind.share() > (paragraph ? 0.75 : 0.9) && !asks(in.content.features[i]);
  if (paragraph) return sure ? lowest : -1.0f;
  return sure ? -1.2f : -0.6f;
}

}  // namespace

std::vector<std::size_t> like_their_kind(const ScoredBlocks& in, const std::vector<bool>& kept) {
  constexpr int several = 3;
  std::unordered_map<std::uint64_t, Kind> kinds;
  std::vector<std::size_t> left_out;
  std::size_t last_text = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!may_be_text(in.map.blocks[i])) continue;
    Kind& kind = kinds[kind_of(in, in.map.blocks[i])];
    kind.kept += kept[i], ++kind.all;
    if (kept[i] && in.map.blocks[i].length >= shortest_paragraph) last_text = i;
    if (!kept[i] && in.content.scores[i] > lowest) left_out.push_back(i);
  }
  std::erase_if(left_out, [&](std::size_t i) {
    const Kind& kind = kinds[kind_of(in, in.map.blocks[i])];
    return kind.kept < several || kind.kept * 2 < kind.all ||
           in.content.scores[i] <= nearly_in(in, i, kind, last_text);
  });
  return left_out;
}

namespace {

/// Whether an element lies in a window before the page: not "message", "notice" and the like, which
/// boxes in a text are called too.
bool in_window(const ScoredBlocks& in, NodeIndex i) {
  if (has(in.map.info[i].places, Place::dialog)) return true;
  if (!has(in.map.info[i].all, Meaning::popup)) return false;
  for (; i != no_node; i = in.page.node(i).parent) {
    if (!has(in.map.info[i].own, Meaning::popup)) continue;
    const std::string classes = ascii_lower(class_of(in.page, i));
    for (const std::string_view word : {"modal", "popup", "lightbox", "overlay"})
      if (classes.find(word) != std::string::npos) return true;
  }
  return false;
}

/// Kept texts in windows, where those outside are more, and more surely text.
std::vector<std::size_t> window_texts(const ScoredBlocks& in, const std::vector<bool>& kept) {
  std::vector<std::size_t> found;
  double inside = 0, outside = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    const bool window = in_window(in, in.map.blocks[i].container);
    const double sure = std::max(in.content.scores[i], 0.0f);
    (window ? inside : outside) += sure * in.map.blocks[i].length;
    if (window) found.push_back(i);
  }
  return inside < outside ? found : std::vector<std::size_t>();
}

std::vector<std::size_t> consent_texts(const ScoredBlocks& in, const std::vector<bool>& kept) {
  std::vector<std::size_t> found;
  std::uint64_t consents = 0, others = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    const TextBlock& b = in.map.blocks[i];
    const bool consent = has(in.map.info[b.container].all, Meaning::consent) ||
                         in.content.features[i].begins_as(PhraseKind::consent);
    (consent ? consents : others) += b.length;
    if (consent) found.push_back(i);
  }
  // A dialog may be longer than a short article; a wrapper around all text is none.
  constexpr std::uint64_t article = 400;
  const bool beside = consents < others || (others >= article && consents < 3 * others);
  return beside ? found : std::vector<std::size_t>();
}

/// Forms with a field for long text: those for comments and letters. Each form is gone through
/// once.
class LetterForms {
 public:
  explicit LetterForms(const Document& page) : page_(page) {}

  bool hold(NodeIndex i) {
    while (i != no_node && page_.node(i).tag != Tag::form) i = page_.node(i).parent;
    if (i == no_node) return false;
    const auto [known, fresh] = known_.try_emplace(i, false);
    for (NodeIndex k = i + 1; fresh && !known->second && k < page_.node(i).subtree_end; ++k)
      known->second = page_.node(k).tag == Tag::textarea;
    return known->second;
  }

 private:
  const Document& page_;
  std::unordered_map<NodeIndex, bool> known_;
};

/// Kept texts in such forms, where those outside are more: some pages are a form as a whole.
std::vector<std::size_t> form_texts(const ScoredBlocks& in, const std::vector<bool>& kept) {
  std::vector<std::size_t> found;
  std::uint64_t inside = 0, outside = 0;
  LetterForms forms(in.page);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    const TextBlock& b = in.map.blocks[i];
    const bool form = has(in.map.info[b.container].places, Place::form) && forms.hold(b.container);
    (form ? inside : outside) += b.length;
    if (form) found.push_back(i);
  }
  return inside < outside ? found : std::vector<std::size_t>();
}

}  // namespace

std::vector<std::size_t> dialog_texts(const ScoredBlocks& in, const std::vector<bool>& kept) {
  auto found = consent_texts(in, kept);
  for (const auto& more : {window_texts(in, kept), form_texts(in, kept)})
    found.insert(found.end(), more.begin(), more.end());
  return found;
}

namespace {

/// Whether the innermost article around a node is one around `own`, too.
bool shares_article(const Document& page, NodeIndex i, NodeIndex own) {
  while (i != no_node && page.node(i).tag != Tag::article) i = page.node(i).parent;
  return i == no_node || (i <= own && own < page.node(i).subtree_end);
}

}  // namespace

std::vector<std::size_t> next_articles(const ScoredBlocks& in, const std::vector<bool>& kept,
                                       NodeIndex headline) {
  constexpr std::uint64_t shortest = 300;  // letters of an article that stands by itself
  NodeIndex own = headline;
  while (own != no_node && in.page.node(own).tag != Tag::article) own = in.page.node(own).parent;
  if (own == no_node) return {};
  const NodeIndex end = in.page.node(own).subtree_end;
  std::uint64_t length = 0;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    const TextBlock& b = in.map.blocks[i];
    if (b.container >= own && b.container < end) length += b.length;
    if (b.container >= end && !shares_article(in.page, b.container, own)) found.push_back(i);
  }
  return length >= shortest ? found : std::vector<std::size_t>();
}

}  // namespace kaynak::extract_detail
