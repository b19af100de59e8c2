#include "extract/inline_text.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/slots.h"
#include "text/sentences.h"
#include "text/url.h"

namespace kaynak::extract_detail {
namespace {

SpanKind kind_of(Tag tag) {
  switch (tag) {
    case Tag::a:
      return SpanKind::link;
    case Tag::b:
    case Tag::strong:
      return SpanKind::strong;
    case Tag::code:
    case Tag::kbd:
    case Tag::samp:
    case Tag::tt:
      return SpanKind::code;
    default:
      return SpanKind::emphasis;
  }
}

bool marks_span(Tag tag) {
  switch (tag) {
    case Tag::a:
    case Tag::b:
    case Tag::strong:
    case Tag::code:
    case Tag::kbd:
    case Tag::samp:
    case Tag::tt:
    case Tag::em:
    case Tag::i:
    case Tag::cite:
      return true;
    default:
      return false;
  }
}

constexpr std::size_t max_spans = 400;

struct OpenSpan {
  Span span;
  NodeIndex subtree_end;
};

class InlineWriter {
 public:
  InlineWriter(const InlineContext& context, const TextBlock& b) : c_(context), b_(b) {}

  void write(Block* to) {
    open_ancestors();
    for (NodeIndex i = b_.node_begin; i < b_.node_end; ++i) {
      close_before(i);
      const Node& n = c_.page.node(i);
      if (n.tag == Tag::text)
        add_text(n);
      else if (n.tag == Tag::br)
        out_.part();
      else if (n.tag != Tag::comment)
        open(i, n);
    }
    close_before(no_node);
    to->text = out_.text();
    std::stable_sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                            : a.range.end > b.range.end;
    });
    to->spans = std::move(spans_);
    for (const TextRange& r : split_sentences(to->text, c_.language))
      to->sentences.push_back(
          {{r.begin, r.end}, {out_.source_begin(r.begin), out_.source_end(r.end)}});
    to->source = {b_.text_begin, b_.text_end};
  }

 private:
  void add_text(const Node& n) {
    if (c_.map.info[n.parent].skipped) return;
    const auto begin = std::max(n.text_begin, b_.text_begin);
    const auto end = std::min(n.text_end, b_.text_end);
    if (begin < end) out_.append(c_.page.text(), begin, end);
  }
  /// Inline elements that were open before the block's first text.
  void open_ancestors() {
    std::vector<NodeIndex> chain;
    for (NodeIndex i = c_.page.node(b_.node_begin).parent; i != no_node && i != b_.container;
         i = c_.page.node(i).parent)
      chain.push_back(i);
    for (auto it = chain.rbegin(); it != chain.rend(); ++it) open(*it, c_.page.node(*it));
    // A link around the whole block ("<a><p>…</p></a>").
    if (chain.empty() && has(c_.map.info[b_.container].places, Place::link)) {
      NodeIndex i = b_.container;
      while (i != no_node && c_.page.node(i).tag != Tag::a) i = c_.page.node(i).parent;
      if (i != no_node) open(i, c_.page.node(i));
    }
  }
  void open(NodeIndex i, const Node& n) {
    if (open_.size() + spans_.size() >= max_spans) return;
    const auto at = out_.next_position();
    if (const auto lang = c_.page.attribute(i, "lang"); !lang.empty()) {
      const LanguageTag tag(lang);
      if (!same_language(tag, LanguageTag(c_.language)))
        open_.push_back({{SpanKind::language, {at, at}, tag.value}, n.subtree_end});
    }
    if (!marks_span(n.tag)) return;
    Span span{kind_of(n.tag), {at, at}, {}};
    if (span.kind == SpanKind::link) {
      span.value = resolve_href(c_.page.attribute(i, "href"), c_.base);
      if (span.value.empty()) return;
    }
    open_.push_back({std::move(span), n.subtree_end});
  }
  void close_before(NodeIndex i) {
    while (!open_.empty() && (i == no_node || open_.back().subtree_end <= i)) {
      Span span = std::move(open_.back().span);
      open_.pop_back();
      span.range.end = static_cast<std::uint32_t>(out_.text().size());
      if (span.range.begin < span.range.end) spans_.push_back(std::move(span));
    }
  }

  const InlineContext& c_;
  const TextBlock& b_;
  FoldedText out_;
  std::vector<OpenSpan> open_;
  std::vector<Span> spans_;
};

}  // namespace

void write_text(const InlineContext& context, const TextBlock& b, Block* to) {
  InlineWriter(context, b).write(to);
  for (const ByteRange& r : find_placeholders(to->text))
    to->spans.push_back({SpanKind::opaque, r, {}});
}

}  // namespace kaynak::extract_detail
