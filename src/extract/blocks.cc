#include "extract/blocks.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/strings.h"
#include "extract/empty_lines.h"
#include "extract/figure_words.h"
#include "extract/figures.h"
#include "extract/inline_text.h"
#include "extract/loose_credits.h"
#include "extract/slots.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t max_blocks = 20000;
constexpr std::size_t max_figures = 200;

/// How a table element is used.
enum class TableUse { layout, data, unjudged };

class BlockBuilder {
 public:
  BlockBuilder(const BlockContext& c, const std::vector<bool>& kept)
      : c_(c), kept_(kept), figure_context_{c.page, c.map, kept, c.images, picture_key(c.lead_url),
                                            c.base} {}

  std::vector<Block> run() {
    find_region();
    if (begin_ == no_node) return {};
    add_lead_above();
    std::size_t b = 0;
    while (b < kept_.size() && c_.map.blocks[b].node_begin < begin_) ++b;
    for (NodeIndex i = begin_; i < end_ && out_.size() < max_blocks; ++i) {
      while (b < kept_.size() && c_.map.blocks[b].node_begin < i) ++b;
      if (b < kept_.size() && c_.map.blocks[b].node_begin == i) {
        if (kept_[b])
          add_text_block(b);
        else
          add_slot_of_text(b);
      }
      if (c_.page.node(i).tag != Tag::text) add_object(i);
    }
    add_lead_of_data();
    give_loose_credit({c_.page, c_.map, c_.content}, kept_, &out_);
    mark_lead();
    return std::move(out_);
  }

 private:
  /// Where objects are looked for: from the headline (or a little before the first kept text) to
  /// the last kept text.
  void find_region() {
    for (std::size_t b = 0; b < kept_.size(); ++b) {
      if (!kept_[b]) continue;
      if (begin_ == no_node) first_text_ = begin_ = c_.map.blocks[b].node_begin;
      last_text_ = end_ = c_.map.blocks[b].node_end;
    }
    if (begin_ == no_node) return;
    if (c_.headline.node != no_node && c_.headline.node < begin_) begin_ = c_.headline.node;
    // A picture that closes the article stands in the same box, a few nodes on.
    if (const NodeIndex main = c_.content.main; main != no_node)
      end_ = std::max(end_, std::min(c_.page.node(main).subtree_end, end_ + 40));
  }

  NodeIndex nearest(NodeIndex i, Tag a, Tag b) const {
    for (; i != no_node; i = c_.page.node(i).parent)
      if (c_.page.node(i).tag == a || c_.page.node(i).tag == b) return i;
    return no_node;
  }

  TableUse table_use(NodeIndex table) {
    auto [it, fresh] = tables_.try_emplace(table, TableUse::unjudged);
    if (!fresh) return it->second;
    int cells = 0, rows = 0, texts = 0, long_texts = 0, kept_texts = 0;
    for (NodeIndex i = table; i < c_.page.node(table).subtree_end; ++i) {
      const Tag t = c_.page.node(i).tag;
      cells += t == Tag::td || t == Tag::th;
      rows += t == Tag::tr;
      if (t == Tag::table && i != table) rows = -1000;
    }
    for (std::size_t b = first_block_in(table);
         b < kept_.size() && c_.map.blocks[b].node_begin < c_.page.node(table).subtree_end; ++b) {
      ++texts;
      kept_texts += kept_[b];
      long_texts += c_.map.blocks[b].length > 200;
    }
    const bool data = rows >= 2 && cells >= 4 && texts <= cells * 2 && long_texts * 4 <= texts;
    it->second = data && kept_texts * 2 >= texts ? TableUse::data : TableUse::layout;
    return it->second;
  }

  std::size_t first_block_in(NodeIndex node) const {
    const auto it =
        std::lower_bound(c_.map.blocks.begin(), c_.map.blocks.end(), node,
                         [](const TextBlock& b, NodeIndex n) { return b.node_begin < n; });
    return static_cast<std::size_t>(it - c_.map.blocks.begin());
  }

  void add_text_block(std::size_t index) {
    const TextBlock& b = c_.map.blocks[index];
    const NodeInfo& info = c_.map.info[b.container];
    if (has(info.places, Place::table)) {
      const NodeIndex table = nearest(b.container, Tag::table, Tag::table);
      if (table != no_node && table_use(table) == TableUse::data) {
        if (written_tables_.insert(table).second) write_table(table);
        return;
      }
    }
    Block block;
    set_kind(b, info, &block);
    write_text({c_.page, c_.map, c_.base, c_.language}, b, &block);
    if (is_speck(block.text)) return;
    if (add_caption_shortcode(b, block)) return;
    if (auto slot = slot_from_text(block.text)) {
      slot->source = block.source;
      add_slot(std::move(*slot));
      return;
    }
    out_.push_back(std::move(block));
  }

  /// "[caption id=…]<img> Words. (Credit)[/caption]", which a CMS left as text: a figure with its
  /// caption.
  bool add_caption_shortcode(const TextBlock& b, const Block& block) {
    constexpr std::string_view open = "[caption", close = "[/caption]";
    const std::string_view text = block.text;
    const auto begin = text.find(']');
    if (!text.starts_with(open) || !text.ends_with(close) || begin == std::string_view::npos)
      return false;
    for (NodeIndex i = b.node_begin; i < b.node_end; ++i) {
      if (c_.page.node(i).tag != Tag::img) continue;
      auto figure = read_figure(figure_context_, i);
      if (!figure) return false;
      const auto words = trim(text.substr(begin + 1, text.size() - close.size() - begin - 1));
      std::tie(figure->caption, figure->credit) = split_credit(words);
      if (!figure_urls_.insert(figure->url).second) return true;
      Block out;
      out.kind = BlockKind::figure;
      out.text = figure->caption;
      out.source = block.source;
      out.figure = std::move(*figure);
      if (!out.text.empty())
        out.sentences.push_back({{0, static_cast<std::uint32_t>(out.text.size())}, out.source});
      out_.push_back(std::move(out));
      return true;
    }
    return false;
  }

  void set_kind(const TextBlock& b, const NodeInfo& info, Block* block) const {
    const Tag tag = c_.page.node(b.container).tag;
    if (const int level = heading_level(tag); level > 0) {
      block->kind = BlockKind::heading;
      block->level = std::max(level, 2);
    } else if (has(info.places, Place::heading)) {
      block->kind = BlockKind::heading;
      block->level = 2;
    } else if (has(info.places, Place::blockquote)) {
      block->kind = BlockKind::quote;
    } else if (tag == Tag::li || (has(info.places, Place::list) && within_item(b.container))) {
      block->kind = BlockKind::list_item;
      const NodeIndex list = nearest(b.container, Tag::ol, Tag::ul);
      block->ordered = list != no_node && c_.page.node(list).tag == Tag::ol;
      block->level = 0;
      for (NodeIndex i = b.container; i != no_node && i >= region_top(); i = c_.page.node(i).parent)
        block->level += c_.page.node(i).tag == Tag::ol || c_.page.node(i).tag == Tag::ul;
      block->level = std::clamp(block->level, 1, 6);
    }
  }
  NodeIndex region_top() const { return c_.content.main == no_node ? 0 : c_.content.main; }
  /// Whether the element's nearest list item is a short one: pages that lay whole articles out in
  /// lists are no lists.
  bool within_item(NodeIndex i) const {
    const NodeIndex item = nearest(i, Tag::li, Tag::li);
    return item != no_node && c_.page.text(item).size() < 1500;
  }

  void write_table(NodeIndex table) {
    Block block;
    block.kind = BlockKind::table;
    block.source = {c_.page.node(table).text_begin, c_.page.node(table).text_end};
    bool row_start = true;
    for (NodeIndex i = table; i < c_.page.node(table).subtree_end; ++i) {
      const Tag t = c_.page.node(i).tag;
      if (t == Tag::tr) {
        if (!block.text.empty() && block.text.back() != '\n') block.text += '\n';
        row_start = true;
      }
      if (t != Tag::td && t != Tag::th) continue;
      if (!row_start) block.text += '\t';
      row_start = false;
      FoldedText cell;
      for (NodeIndex k = i; k < c_.page.node(i).subtree_end; ++k) {
        const Node& n = c_.page.node(k);
        if (n.tag == Tag::text && !c_.map.info[n.parent].skipped)
          cell.append(c_.page.text(), n.text_begin, n.text_end);
        else if (is_block(n.tag) || n.tag == Tag::br)
          cell.part();
      }
      const auto begin = static_cast<std::uint32_t>(block.text.size());
      block.text += cell.text();
      const auto end = static_cast<std::uint32_t>(block.text.size());
      if (end > begin)
        block.sentences.push_back(
            {{begin, end}, {c_.page.node(i).text_begin, c_.page.node(i).text_end}});
    }
    while (!block.text.empty() && (block.text.back() == '\n' || block.text.back() == '\t'))
      block.text.pop_back();
    if (!block.sentences.empty()) out_.push_back(std::move(block));
  }

  void add_slot(Block slot) {
    if (!out_.empty() && out_.back().kind == slot.kind && slot.kind == BlockKind::ad_slot) return;
    out_.push_back(std::move(slot));
  }
  bool between_texts(NodeIndex i) const { return i >= first_text_ && i < last_text_; }

  void add_slot_of_text(std::size_t index) {
    const TextBlock& b = c_.map.blocks[index];
    if (!between_texts(b.node_begin) || b.length > 120) return;
    if (auto slot = slot_from_text(fold_space(raw_text_of(c_.page, b)))) {
      slot->source = {b.text_begin, b.text_end};
      add_slot(std::move(*slot));
    }
  }

  static bool in_noise(const NodeInfo& info) {
    constexpr Meanings noise =
        bit(Meaning::comment) | bit(Meaning::related) | bit(Meaning::sidebar) | bit(Meaning::nav) |
        bit(Meaning::footer) | bit(Meaning::newsletter) | bit(Meaning::author) |
        bit(Meaning::share) | bit(Meaning::teaser) | bit(Meaning::popup) | bit(Meaning::consent);
    constexpr Places places = bit(Place::nav) | bit(Place::footer) | bit(Place::comment_item) |
                              bit(Place::form) | bit(Place::dialog);
    return (info.near & noise) != 0 || (info.places & places) != 0;
  }

  void add_object(NodeIndex i) {
    const Node& n = c_.page.node(i);
    switch (n.tag) {
      case Tag::comment:
        if (between_texts(i))
          if (auto slot = slot_from_comment(c_.page.raw_text(i))) add_slot(std::move(*slot));
        return;
      case Tag::figure:
      case Tag::img:
        add_figure(i);
        return;
      case Tag::iframe:
      case Tag::video:
      case Tag::audio:
      case Tag::embed:
      case Tag::object:
        add_embed(i);
        return;
      case Tag::div:
      case Tag::aside:
      case Tag::section:
      case Tag::ins:
      case Tag::unknown:
        if (is_caption_element(c_.page, c_.map, i)) add_orphan_caption(i);
        add_ad_element(i, n);
        return;
      case Tag::blockquote:
        add_post(i, n);
        return;
      default:
        return;
    }
  }

  /// Noise by name. A picture with a caption of its own in the midst of the text, or with caption
  /// and credit before it, is none for the names that such boxes have, too: "thumb", "slide",
  /// "editor".
  bool is_stray(NodeIndex i, const Figure& figure) const {
    constexpr Meanings firm = bit(Meaning::comment) | bit(Meaning::related) |
                              bit(Meaning::newsletter) | bit(Meaning::consent);
    constexpr Places places = bit(Place::comment_item) | bit(Place::form) | bit(Place::dialog);
    constexpr std::size_t longer_than_a_name = 40;
    const NodeInfo& info = c_.map.info[i];
    if (!in_noise(info)) return false;
    if ((info.near & firm) != 0 || (info.places & places) != 0) return true;
    if (figure.caption.empty() && figure.credit.empty()) return true;
    if (has(info.near, Meaning::author) && figure.caption.size() <= longer_than_a_name) return true;
    if (between_texts(i)) return false;
    if (i < first_text_)
      return !is_lead_picture(figure_context_, figure.url) && !is_credited(figure);
    return c_.page.node(i).tag != Tag::figure || figure.caption.empty();
  }

  /// A figure that links to its writer's page, or whose picture stands in a part called author.
  bool is_portrait_of_author(NodeIndex i) const {
    if (c_.page.node(i).tag != Tag::figure) return false;
    NodeIndex part_end = i;  // of the last part called author
    for (NodeIndex k = i + 1; k < c_.page.node(i).subtree_end; ++k) {
      const Node& n = c_.page.node(k);
      if (n.tag == Tag::img && k < part_end) return true;
      if (n.tag == Tag::a && c_.page.attribute(k, "rel").find("author") != std::string_view::npos)
        return true;
      if (has(c_.map.info[k].own, Meaning::author)) part_end = std::max(part_end, n.subtree_end);
    }
    return false;
  }

  static bool is_credited(const Figure& figure) {
    return !figure.caption.empty() && (!figure.credit.empty() || figure.caption.ends_with(')'));
  }

  /// Before and behind the text stand pictures of other articles, of authors and of advertisers.
  bool belongs(NodeIndex i, const Figure& figure) const {
    if (between_texts(i) || !figure.caption.empty()) return true;
    if (i > first_text_) return false;
    return is_lead_picture(figure_context_, figure.url) ||
           (c_.page.node(i).tag == Tag::figure &&
            (c_.lead_url.empty() || (!figure.credit.empty() && !figure.alt.empty())));
  }

  /// The lead picture may stand above the headline.
  void add_lead_above() {
    for (NodeIndex i = c_.map.body; i != no_node && i < begin_; ++i) {
      const Tag tag = c_.page.node(i).tag;
      if (tag != Tag::figure && tag != Tag::img) continue;
      if (!shows_lead_picture(figure_context_, i)) continue;
      auto figure = read_figure(figure_context_, i);
      if (!figure) continue;
      push_figure(i, std::move(*figure));
      return;
    }
  }

  /// A lead picture that only scripts show: structured data have it with caption or credit.
  void add_lead_of_data() {
    for (const ImageData& image : c_.images) {
      if (!same_picture(image.key, figure_context_.lead_key)) continue;
      for (const Block& block : out_)
        if (block.figure && same_picture(picture_key(block.figure->url), image.key)) return;
      Figure figure;
      figure.url = resolve_href(image.url, c_.base);
      std::tie(figure.caption, figure.credit) = split_credit(image.caption);
      if (!image.credit.empty()) figure.credit = image.credit;
      if (figure.url.empty() || !is_credited(figure)) continue;
      Block block;
      block.kind = BlockKind::figure;
      block.text = figure.caption;
      block.sentences.push_back({{0, static_cast<std::uint32_t>(block.text.size())}, {}});
      block.figure = std::move(figure);
      out_.insert(out_.begin(), std::move(block));
      return;
    }
  }

  /// A caption with a credit whose picture only scripts bring. Above the text it is that of the
  /// lead picture.
  void add_orphan_caption(NodeIndex i) {
    constexpr NodeIndex near = 40;
    constexpr std::size_t longest = 800;
    const Node& n = c_.page.node(i);
    if (i < captions_done_ || n.text_end - n.text_begin > longest || i > last_text_ ||
        in_noise(c_.map.info[i]))
      return;
    for (NodeIndex k = i > near ? i - near : 0; k < n.subtree_end; ++k)
      if (c_.page.node(k).tag == Tag::img || c_.page.node(k).tag == Tag::figure) return;
    captions_done_ = n.subtree_end;
    for (std::size_t b = first_block_in(i);
         b < kept_.size() && c_.map.blocks[b].node_begin < n.subtree_end; ++b)
      if (kept_[b]) return;
    const std::string text = fold_space(c_.page.text(i));
    Figure figure;
    std::tie(figure.caption, figure.credit) = split_credit(text);
    if (!is_credited(figure)) return;
    if (i < first_text_ && figure_count_ == 0) figure.url = resolve_href(c_.lead_url, c_.base);
    push_figure(i, std::move(figure));
  }

  void add_figure(NodeIndex i) {
    if (i < figures_done_ || figure_count_ >= max_figures) return;
    if (is_portrait_of_author(i)) {
      figures_done_ = c_.page.node(i).subtree_end;
      return;
    }
    auto figure = read_figure(figure_context_, i);
    if (!figure || is_stray(i, *figure) || !belongs(i, *figure)) return;
    push_figure(i, std::move(*figure));
  }

  void push_figure(NodeIndex i, Figure figure) {
    const std::string key = picture_key(figure.url);
    const std::string& known_by = figure.url.empty() ? figure.caption
                                  : key.empty()      ? figure.url
                                                     : key;
    if (!figure_urls_.insert(known_by).second || repeats_last(figure, key)) return;
    if (completes_last(figure)) {
      out_.back().figure->url = std::move(figure.url);
      return;
    }
    if (c_.page.node(i).tag == Tag::figure) figures_done_ = c_.page.node(i).subtree_end;
    ++figure_count_;
    Block block;
    block.kind = BlockKind::figure;
    block.text = figure.caption;
    block.source = {c_.page.node(i).text_begin, c_.page.node(i).text_end};
    block.figure = std::move(figure);
    if (!block.text.empty())
      block.sentences.push_back({{0, static_cast<std::uint32_t>(block.text.size())}, block.source});
    out_.push_back(std::move(block));
  }

  /// A second picture right behind one with the same caption is the same in another format, or a
  /// logo or portrait beside it. Others are further views.
  bool repeats_last(const Figure& figure, std::string_view key) const {
    constexpr std::size_t shortest = 12;  // of a caption that tells one picture from another
    if (out_.empty() || !out_.back().figure || figure.caption.size() < shortest) return false;
    const Figure& last = *out_.back().figure;
    return last.caption == figure.caption &&
           (is_icon_address(figure.url) || same_but_for_format(key, picture_key(last.url)));
  }

  /// A blurred stand-in that only scripts fill comes before the picture of the same caption.
  bool completes_last(const Figure& figure) const {
    if (out_.empty() || !out_.back().figure || figure.caption.empty()) return false;
    const Figure& last = *out_.back().figure;
    return last.url.empty() && last.caption == figure.caption && last.credit == figure.credit;
  }

  void add_embed(NodeIndex i) {
    if (!between_texts(i) || in_noise(c_.map.info[i])) return;
    std::string url;
    for (const std::string_view name : {"src", "data-src", "data-lazy-src", "data"})
      if (url = resolve_href(c_.page.attribute(i, name), c_.base); !url.empty()) break;
    if (url.empty() || !embeds_.insert(url).second) return;
    if (is_ad_name(c_.page.attribute(i, "id")) || url.find("doubleclick") != std::string::npos) {
      add_slot(make(BlockKind::ad_slot, c_.page.attribute(i, "id")));
      return;
    }
    Block block = make(BlockKind::embed, c_.page.attribute(i, "title"));
    block.url = std::move(url);
    out_.push_back(std::move(block));
  }

  /// An embedded post whose own text was not kept: its last link is its address.
  void add_post(NodeIndex i, const Node& n) {
    if (!between_texts(i) || !has(c_.map.info[i].own, Meaning::embed)) return;
    std::string url = resolve_href(c_.page.attribute(i, "cite"), c_.base);
    for (NodeIndex k = i; k < n.subtree_end; ++k)
      if (c_.page.node(k).tag == Tag::a)
        if (auto href = resolve_href(c_.page.attribute(k, "href"), c_.base); !href.empty())
          url = std::move(href);
    if (url.empty() || !embeds_.insert(url).second) return;
    Block block = make(BlockKind::embed, {});
    block.url = std::move(url);
    out_.push_back(std::move(block));
  }

  void add_ad_element(NodeIndex i, const Node& n) {
    if (!between_texts(i) || i < ads_done_ || !has(c_.map.info[i].own, Meaning::ad)) return;
    const std::size_t b = first_block_in(i);
    for (std::size_t k = b; k < kept_.size() && c_.map.blocks[k].node_begin < n.subtree_end; ++k)
      if (kept_[k]) return;
    const auto id = c_.page.attribute(i, "id"), name = c_.page.attribute(i, "class");
    if (is_ad_name(id))
      add_slot(make(BlockKind::ad_slot, id));
    else if (is_ad_name(name))
      add_slot(make(BlockKind::ad_slot, name));
    else
      return;
    ads_done_ = n.subtree_end;
  }

  static Block make(BlockKind kind, std::string_view label) {
    Block b;
    b.kind = kind;
    b.label = std::string(clip_utf8(fold_space(label), 100));
    return b;
  }

  /// The standfirst: a first text block that its class, or the page's description, says is one.
  void mark_lead() {
    for (Block& block : out_) {
      if (block.text.empty() || block.kind == BlockKind::figure || block.kind == BlockKind::table)
        continue;
      if (block.kind == BlockKind::list_item) return;
      const std::size_t index = block_at(block.source.begin);
      if (index >= kept_.size()) return;
      const NodeInfo& info = c_.map.info[c_.map.blocks[index].container];
      const bool named = has(info.own, Meaning::lead) ||
                         (has(info.near, Meaning::lead) && !has(info.near, Meaning::body));
      const bool described = block.text.size() >= 30 && !c_.description.empty() &&
                             fold(c_.description).starts_with(fold(clip_utf8(block.text, 60)));
      const bool apart = c_.content.features[index][F::parent_text] < 0.5f;
      if (named || (described && apart)) {
        block.lead = true;
        if (block.kind == BlockKind::heading) block.kind = BlockKind::paragraph, block.level = 0;
      }
      return;
    }
  }
  std::size_t block_at(std::uint32_t text_begin) const {
    const auto it =
        std::lower_bound(c_.map.blocks.begin(), c_.map.blocks.end(), text_begin,
                         [](const TextBlock& b, std::uint32_t at) { return b.text_begin < at; });
    return static_cast<std::size_t>(it - c_.map.blocks.begin());
  }

  const BlockContext& c_;
  const std::vector<bool>& kept_;
  const FigureContext figure_context_;
  std::vector<Block> out_;
  NodeIndex begin_ = no_node, end_ = 0, first_text_ = no_node, last_text_ = 0;
  NodeIndex captions_done_ = 0;  // end of the last caption that was looked at alone
  NodeIndex figures_done_ = 0, ads_done_ = 0;
  std::size_t figure_count_ = 0;
  std::unordered_map<NodeIndex, TableUse> tables_;
  std::unordered_set<NodeIndex> written_tables_;
  std::unordered_set<std::string> figure_urls_, embeds_;
};

}  // namespace

std::vector<Block> build_blocks(const BlockContext& context, const std::vector<bool>& kept) {
  return BlockBuilder(context, kept).run();
}

}  // namespace kaynak::extract_detail
