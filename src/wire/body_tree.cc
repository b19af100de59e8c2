#include <algorithm>

#include "base/strings.h"
#include "text/folded_text.h"
#include "text/unicode.h"
#include "text/url.h"
#include "wire/body.h"

namespace kaynak::wire_detail {
namespace {

constexpr std::size_t kMaxSpans = 400;  // of one block
constexpr int kMaxDepth = 256;          // the trees are built no deeper

template <std::size_t N>
bool is_one_of(const TreeNode& node, const std::string_view (&names)[N]) {
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view name) { return is_named(node, name); });
}

/// A span that names the story's topic, its source or its writer beside the text.
bool is_label(const TreeNode& node) {
  const auto label = attribute(node, "class");
  return iequals(label, "vignette") || iequals(label, "source") || iequals(label, "byline");
}

/// What holds no text of the article: the header of an XHTML body repeats headline, keywords and
/// date, which the item's metadata say too.
bool is_dropped(const TreeNode& node) {
  static constexpr std::string_view names[] = {
      "head",     "header", "script", "style", "title", "meta",   "link",         "noscript",
      "template", "nav",    "rt",     "rp",    "form",  "button", "media-object", "media-metadata"};
  return is_one_of(node, names) || (is_named(node, "span") && is_label(node));
}

bool begins_block(const TreeNode& node) {
  static constexpr std::string_view names[] = {
      "p",         "div",      "section",    "article",      "body",    "body.content",
      "body.head", "body.end", "block",      "lead",         "note",    "tagline",
      "abstract",  "main",     "aside",      "address",      "center",  "dl",
      "dt",        "dd",       "datasource", "bibliography", "footer",  "hr",
      "caption",   "html",     "fn",         "details",      "summary", "content"};
  return is_one_of(node, names);
}

int heading_level(const TreeNode& node) {
  if (node.name.size() == 2 && (node.name[0] | 0x20) == 'h' && node.name[1] >= '1' &&
      node.name[1] <= '6')
    return std::max(2, node.name[1] - '0');
  if (is_named(node, "hl1") || is_named(node, "hl2")) return 2;
  if (is_named(node, "hl3") || is_named(node, "hl4")) return 3;
  return 0;
}

std::optional<SpanKind> span_kind(const TreeNode& node) {
  if (is_named(node, "a")) return SpanKind::link;
  if (is_named(node, "b") || is_named(node, "strong")) return SpanKind::strong;
  if (is_named(node, "em") || is_named(node, "i") || is_named(node, "cite"))
    return SpanKind::emphasis;
  if (is_named(node, "code") || is_named(node, "kbd") || is_named(node, "samp"))
    return SpanKind::code;
  return std::nullopt;
}

std::string_view language_attribute(const TreeNode& node) {
  const auto lang = attribute(node, "xml:lang");
  return trim(lang.empty() ? attribute(node, "lang") : lang);
}

bool has_class(const TreeNode& node, std::string_view part) {
  return ascii_lower(attribute(node, "class")).find(part) != std::string::npos;
}

/// Whether the element's text is one that a person broke into lines: it has no elements of its own,
/// and its lines tell paragraphs by their indent.
bool is_hand_broken(const TreeNode& node) {
  for (const TreeNode& c : node.children)
    if (!c.is_text()) return false;
  const std::string text = raw_text(node);
  std::size_t lines = 0, margin = 0, indented = 0;
  for (const auto line : split(text, '\n')) {
    if (lines++ == 0 || trim(line).empty()) continue;
    ++(line.front() == ' ' || line.front() == '\t' ? indented : margin);
  }
  return margin >= 2 && indented >= 1;
}

class BodyWriter {
 public:
  explicit BodyWriter(const BodyContext& context) : c_(context) {}

  std::vector<Block> write(const TreeNode& body) {
    walk_children(body, 0);
    flush();
    return std::move(blocks_);
  }

 private:
  struct OpenSpan {
    SpanKind kind;
    std::string value;
    std::uint32_t begin;
  };
  /// What the next block is.
  struct Mode {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;
    bool ordered = false;
    bool lead = false;
  };

  void walk_children(const TreeNode& node, int depth) {
    if (depth > kMaxDepth) return;
    for (const TreeNode& c : node.children) {
      if (blocks_.size() >= kMaxBlocks) return;
      walk(c, depth + 1);
    }
  }

  void walk(const TreeNode& node, int depth) {
    if (node.is_text()) {
      text_.append(node.text, 0, static_cast<std::uint32_t>(node.text.size()));
      if (!trim(node.text).empty()) breaks_ = 0;
      return;
    }
    if (is_dropped(node)) return;
    if (is_named(node, "br")) return add_break();
    if (is_figure(node)) return add_figure(node);
    if (is_named(node, "iframe") || is_named(node, "video") || is_named(node, "audio"))
      return add_embed(node);
    if (is_named(node, "table") || is_named(node, "nitf-table")) return add_table(node);
    if (is_named(node, "pre") || (is_named(node, "p") && is_hand_broken(node)))
      return add_plain(node);
    if (!walk_block(node, depth)) walk_inline(node, depth);
  }

  bool walk_block(const TreeNode& node, int depth) {
    Mode mode = mode_;
    if (const int level = heading_level(node); level > 0) {
      mode = {BlockKind::heading, level, false, false};
    } else if (is_named(node, "blockquote") || is_named(node, "bq")) {
      mode = {BlockKind::quote, 0, false, false};
    } else if (is_named(node, "ul") || is_named(node, "ol")) {
      mode = {BlockKind::paragraph, mode.level + 1, is_named(node, "ol"), false};
    } else if (is_named(node, "li")) {
      mode = {BlockKind::list_item, std::max(1, mode.level), mode.ordered, false};
    } else if (begins_block(node)) {
      mode.lead = mode.lead || is_lead(node);
    } else {
      return false;
    }
    flush();
    std::swap(mode, mode_);
    walk_children(node, depth);
    flush();
    std::swap(mode, mode_);
    return true;
  }

  static bool is_lead(const TreeNode& node) {
    return is_named(node, "lead") || iequals(attribute(node, "lede"), "true") ||
           iequals(attribute(node, "lead"), "true") || iequals(attribute(node, "class"), "lead") ||
           iequals(attribute(node, "class"), "teaser");
  }

  void walk_inline(const TreeNode& node, int depth) {
    const std::size_t opened = open_.size();
    if (open_.size() + spans_.size() < kMaxSpans) open(node);
    walk_children(node, depth);
    while (open_.size() > opened) {
      close(open_.back());
      open_.pop_back();
    }
  }

  void open(const TreeNode& node) {
    const auto at = text_.next_position();
    if (const auto lang = language_attribute(node); !lang.empty() && !c_.language.empty()) {
      const LanguageTag tag(lang);
      if (!same_language(tag, LanguageTag(c_.language)))
        open_.push_back({SpanKind::language, tag.value, at});
    }
    const auto kind = span_kind(node);
    if (!kind) return;
    std::string value;
    if (*kind == SpanKind::link) {
      value = resolve_href(attribute(node, "href"), c_.base);
      if (value.empty()) return;
    }
    open_.push_back({*kind, std::move(value), at});
  }

  void close(const OpenSpan& span) {
    const auto end = static_cast<std::uint32_t>(text_.text().size());
    if (span.begin < end) spans_.push_back({span.kind, {span.begin, end}, span.value});
  }

  /// One break parts words, two a paragraph.
  void add_break() {
    if (++breaks_ >= 2) return flush();
    text_.part();
  }

  void add_plain(const TreeNode& node) {
    flush();
    for (Block& b : blocks_of_text(raw_text(node))) push(std::move(b));
  }

  /// Ends the block; open spans go on in the next.
  void flush() {
    breaks_ = 0;
    for (OpenSpan& span : open_) {
      close(span);
      span.begin = 0;
    }
    Block b;
    b.text = text_.text();
    b.spans = std::move(spans_);
    text_ = FoldedText();
    spans_.clear();
    if (b.text.empty()) return;
    if (std::string composed = nfc(b.text); composed != b.text) {
      b.text = std::move(composed);  // marks that stood in a span of their own
      b.spans.clear();
    }
    std::stable_sort(b.spans.begin(), b.spans.end(), [](const Span& x, const Span& y) {
      return x.range.begin != y.range.begin ? x.range.begin < y.range.begin
                                            : x.range.end > y.range.end;
    });
    b.kind = mode_.kind;
    b.level = mode_.kind == BlockKind::paragraph ? 0 : mode_.level;
    b.ordered = mode_.kind == BlockKind::list_item && mode_.ordered;
    b.lead = mode_.lead && mode_.kind == BlockKind::paragraph;
    push(std::move(b));
  }

  void push(Block b) {
    if (blocks_.size() < kMaxBlocks) blocks_.push_back(std::move(b));
  }

  // ---- tables, figures, embeds

  void add_table(const TreeNode& table) {
    flush();
    std::vector<std::vector<std::string>> rows;
    for (const TreeNode* row : find_all(table, "tr")) {
      rows.emplace_back();
      for (const TreeNode& cell : row->children)
        if (is_named(cell, "td") || is_named(cell, "th")) rows.back().push_back(text_of(cell));
    }
    for (Block& b : table_of_rows(rows)) push(std::move(b));
  }

  static bool is_figure(const TreeNode& node) {
    static constexpr std::string_view names[] = {"figure", "img", "media"};
    return is_one_of(node, names);
  }

  void add_figure(const TreeNode& node) {
    flush();
    Figure figure;
    fill_picture(node, &figure);
    figure.caption = caption_of(node);
    figure.credit = credit_of(node);
    if (figure.url.empty() && figure.caption.empty()) return;
    Block b;
    b.kind = BlockKind::figure;
    b.text = figure.caption;
    b.figure = std::move(figure);
    push(std::move(b));
  }

  void fill_picture(const TreeNode& node, Figure* figure) const {
    const TreeNode* picture = is_named(node, "img") ? &node : find(node, "img");
    if (picture != nullptr) {
      figure->url = resolve_href(attribute(*picture, "src"), c_.base);
      figure->alt = line_of(attribute(*picture, "alt"));
      return;
    }
    for (const TreeNode* reference : find_all(node, "media-reference")) {
      if (figure->url.empty()) figure->url = resolve_href(attribute(*reference, "source"), c_.base);
      if (figure->alt.empty()) figure->alt = line_of(attribute(*reference, "alternate-text"));
    }
  }

  static std::string caption_of(const TreeNode& node) {
    const TreeNode* caption = find(node, "figcaption");
    return text_of(caption != nullptr ? caption : find(node, "media-caption"));
  }

  static std::string credit_of(const TreeNode& node) {
    if (const TreeNode* producer = find(node, "media-producer")) return text_of(producer);
    for (const std::string_view name : {"div", "span", "p", "small", "cite"})
      for (const TreeNode* part : find_all(node, name))
        if (has_class(*part, "credit") || has_class(*part, "byline")) return text_of(part);
    return {};
  }

  void add_embed(const TreeNode& node) {
    flush();
    std::string_view source = attribute(node, "src");
    if (const TreeNode* inner = find(node, "source"); source.empty() && inner != nullptr)
      source = attribute(*inner, "src");
    Block b;
    b.kind = BlockKind::embed;
    b.url = resolve_href(source, c_.base);
    b.label = node.name;
    if (!b.url.empty()) push(std::move(b));
  }

  const BodyContext& c_;
  std::vector<Block> blocks_;
  FoldedText text_;
  std::vector<Span> spans_;
  std::vector<OpenSpan> open_;
  Mode mode_;
  int breaks_ = 0;
};

}  // namespace

std::vector<Block> blocks_of_tree(const TreeNode& body, const BodyContext& context) {
  return BodyWriter(context).write(body);
}

}  // namespace kaynak::wire_detail
