#include "publish/view_body.h"

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "publish/rights.h"
#include "publish/view_text.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak::publish_detail {
namespace {

constexpr int max_list_depth = 6;

/// A sentence as shown, and the original it was made from (equal ranges of the same text where
/// nothing was translated).
struct Unit {
  ByteRange shown, original;
};

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (is_letter(next_code_point(text, &i))) return true;
  }
  return false;
}

/// Where a body's text comes from, block by block.
class BodyBuilder {
 public:
  BodyBuilder(const ArticlePage& page, const Scene& scene)
      : page_(page),
        scene_(scene),
        edition_(shown_edition(page)),
        source_url_(safe_link(article_url(page.article))) {
    for (const auto& finding : page.warnings) doubtful_.insert({finding.block, finding.sentence});
    for (const auto& quote : page.article.quotes) {
      if (quote.evidence.block >= 0 && !quote.evidence.range.empty() && !quote.partial)
        quotes_.push_back(&quote);
    }
  }

  Json build() {
    const auto& blocks = page_.article.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind == BlockKind::list_item)
        add_list_item(i);
      else {
        close_lists(0);
        add_block(i);
      }
    }
    close_lists(0);
    return std::move(tokens_);
  }

 private:
  /// nullptr where the block stands in its own language.
  const EditionBlock* translated(std::size_t index) const {
    if (!edition_ || index >= edition_->blocks.size()) return nullptr;
    const auto& block = edition_->blocks[index];
    return block.text.empty() ? nullptr : &block;
  }

  static ByteRange whole(const std::string& text) {
    return {0, static_cast<std::uint32_t>(text.size())};
  }

  static std::vector<Unit> units_of(const Block& block, const EditionBlock* edition) {
    std::vector<Unit> units;
    const auto& own = block.sentences;
    if (edition && (own.empty() || edition->sentences.size() != own.size()))
      return {{whole(edition->text), whole(block.text)}};  // aligned by block only
    for (std::size_t i = 0; i < own.size(); ++i)
      units.push_back({edition ? edition->sentences[i] : own[i].range, own[i].range});
    if (units.empty() && !block.text.empty())
      units.push_back({whole(block.text), whole(block.text)});
    return units;
  }

  Json token(const char* kind) const { return Json(Json::Object{{kind, true}}); }

  void add_block(std::size_t index) {
    const auto& block = page_.article.blocks[index];
    switch (block.kind) {
      case BlockKind::heading:
        push_text(block.level <= 2 ? "t_h2" : block.level == 3 ? "t_h3" : "t_h4", index);
        break;
      case BlockKind::paragraph:
        push_text("t_p", index);
        break;
      case BlockKind::quote:
        push_quote(index);
        break;
      case BlockKind::figure:
        push_figure(index);
        break;
      case BlockKind::table:
        push_table(index);
        break;
      case BlockKind::embed:
        push_embed(block);
        break;
      case BlockKind::ad_slot:
        push_ad(block);
        break;
      case BlockKind::list_item:
        break;  // add_list_item()
    }
  }

  void push_text(const char* kind, std::size_t index) {
    const auto& block = page_.article.blocks[index];
    if (block.text.empty()) return;
    Json view = token(kind);
    view.set("p_lead", block.lead);
    add_sentences(&view, index);
    tokens_.push(std::move(view));
  }

  void push_quote(std::size_t index) {
    if (page_.article.blocks[index].text.empty()) return;
    Json view = token("t_quote");
    std::string by;
    for (const auto* quote : quotes_) {
      if (by.empty() && quote->evidence.block == static_cast<std::int32_t>(index))
        by = attribution_of(*quote, scene_.locale);
    }
    view.set("quote_by", by);
    add_sentences(&view, index);
    tokens_.push(std::move(view));
  }

  void push_figure(std::size_t index) {
    const auto& block = page_.article.blocks[index];
    const Figure figure = block.figure.value_or(Figure{});
    if (safe_link(figure.url).empty()) return;  // a caption without its picture is no text
    Json view = token("t_figure");
    view.set("f_src", safe_link(figure.url));
    view.set("f_alt", figure.alt.empty() ? block.text : figure.alt);
    view.set("f_credit", figure.credit);
    view.set("f_caption", !block.text.empty() || !figure.credit.empty());
    add_sentences(&view, index);
    if (view["f_src"].as_string().empty() && !view["f_caption"].as_bool()) return;
    tokens_.push(std::move(view));
  }

  void push_embed(const Block& block) {
    Json view = token("t_embed");
    const auto link = safe_link(block.url);
    if (link.empty()) return;
    view.set("e_href", link);
    view.set("e_host", host_of(link));
    view.set("e_label", block.label);
    tokens_.push(std::move(view));
  }

  void push_ad(const Block& block) {
    Json view = token("t_ad");
    view.set("ad_name", block.label);
    tokens_.push(std::move(view));
  }

  static std::string host_of(const std::string& link) {
    const auto begin = link.find("//") + 2;
    return link.substr(begin, link.find_first_of("/?#", begin) - begin);
  }

  void add_list_item(std::size_t index) {
    const auto& block = page_.article.blocks[index];
    if (block.text.empty()) return;
    const auto level = static_cast<std::size_t>(std::clamp(block.level, 1, max_list_depth));
    close_lists(level);
    if (lists_.size() == level && lists_.back() != block.ordered) close_lists(level - 1);
    if (lists_.size() == level) tokens_.push(token("t_li_end"));
    while (lists_.size() < level) {
      tokens_.push(token(block.ordered ? "t_ol" : "t_ul"));
      lists_.push_back(block.ordered);
      // A list that begins deeper than one level below its parent still needs an item at each
      // level.
      if (lists_.size() < level) tokens_.push(Json::Object{{"t_li", true}, {"sentences", false}});
    }
    Json view = token("t_li");
    add_sentences(&view, index);
    tokens_.push(std::move(view));
  }

  /// Closes open lists until `depth` are left; the last item of that depth stays open.
  void close_lists(std::size_t depth) {
    while (lists_.size() > depth) {
      tokens_.push(token("t_li_end"));
      tokens_.push(token(lists_.back() ? "t_ol_end" : "t_ul_end"));
      lists_.pop_back();
    }
  }

  /// Sets sentences, originals, and the language where the block stands in another one than the
  /// page.
  void add_sentences(Json* view, std::size_t index) {
    const auto& block = page_.article.blocks[index];
    const auto* edition = translated(index);
    const auto& text = edition ? edition->text : block.text;
    const auto& spans = edition ? edition->spans : block.spans;
    const auto said = edition ? std::vector<Said>() : said_in(index);
    Json shown = Json::array(), originals = Json::array();
    const auto units = units_of(block, edition);
    for (std::size_t i = 0; i < units.size(); ++i) {
      const bool last = i + 1 == units.size();
      const auto gap_end = last ? units[i].shown.end : units[i + 1].shown.begin;
      Json sentence = sentence_view(text, units[i].shown, spans, said);
      sentence.set("s_gap", slice(text, {units[i].shown.end, gap_end}));
      sentence.set("s_warn", doubtful(index, i));
      sentence.set("s_ext", edition == nullptr);
      if (edition) {
        sentence.set("s_to", "#o" + std::to_string(count_));
        originals.push(original_view(block.text, units[i].original));
      } else {
        sentence.set("s_to", at_source(block.text, units[i].original));
      }
      shown.push(std::move(sentence));
    }
    view->set("sentences", std::move(shown));
    view->set("has_originals", !originals.items().empty());
    view->set("originals", std::move(originals));
    set_language(view, "b", edition ? page_.language : page_.article.language, text_language());
  }

  LanguageTag text_language() const { return edition_ ? page_.language : page_.article.language; }

  Json sentence_view(const std::string& text, ByteRange range, const std::vector<Span>& spans,
                     const std::vector<Said>& said) {
    ++count_;
    Json sentence;
    sentence.set("s_n", static_cast<std::int64_t>(count_));
    sentence.set("runs", runs_of(text, range, spans, said));
    return sentence;
  }

  Json original_view(const std::string& text, ByteRange range) const {
    Json original;
    original.set("o_n", static_cast<std::int64_t>(count_));
    original.set("o_text", slice(text, range));
    original.set("o_href", at_source(text, range));
    return original;
  }

  std::string at_source(const std::string& text, ByteRange range) const {
    return source_url_.empty() ? std::string() : text_fragment_url(source_url_, slice(text, range));
  }

  static std::string slice(const std::string& text, ByteRange range) {
    range = clip_range(range, text);
    return text.substr(range.begin, range.size());
  }

  bool doubtful(std::size_t block, std::size_t sentence) const {
    return doubtful_.count(
               {static_cast<std::int32_t>(block), static_cast<std::int32_t>(sentence)}) != 0;
  }

  std::vector<Said> said_in(std::size_t index) const {
    std::vector<Said> said;
    for (const auto* quote : quotes_) {
      if (quote->evidence.block == static_cast<std::int32_t>(index))
        said.push_back({quote->evidence.range, attribution_of(*quote, scene_.locale)});
    }
    return said;
  }

  /// A cell is one sentence; cells are parted by tabs, rows by newlines.
  void push_table(std::size_t index) {
    const auto& block = page_.article.blocks[index];
    if (block.text.empty()) return;
    const auto* edition = translated(index);
    const auto& text = edition ? edition->text : block.text;
    const auto& spans = edition ? edition->spans : block.spans;
    Json view = token("t_table"), rows = Json::array(), originals = Json::array();
    const auto units = units_of(block, edition);
    std::size_t next = 0;
    std::uint32_t at = 0;
    for (const auto line : split(text, '\n')) {
      Json cells = Json::array();
      for (const auto cell : split(line, '\t')) {
        const ByteRange range{at, at + static_cast<std::uint32_t>(cell.size())};
        at = range.end + 1;
        Json shown = sentence_view(text, range, spans, {});
        shown.set("s_to", false);
        shown.set("s_ext", false);
        shown.set("s_warn", false);
        while (next < units.size() && units[next].shown.begin < range.begin) ++next;
        if (edition && next < units.size() && units[next].shown.end <= range.end &&
            has_letter(cell)) {
          shown.set("s_to", "#o" + std::to_string(count_));
          originals.push(original_view(block.text, units[next++].original));
        }
        cells.push(std::move(shown));
      }
      rows.push(Json::Object{{"cells", std::move(cells)}});
    }
    if (edition &&
        originals.items().empty())  // aligned by block only: the table's text as one original
      originals.push(original_view(block.text, whole(block.text)));
    view.set("rows", std::move(rows));
    view.set("has_originals", !originals.items().empty());
    view.set("originals", std::move(originals));
    set_language(&view, "b", edition ? page_.language : page_.article.language, text_language());
    tokens_.push(std::move(view));
  }

  const ArticlePage& page_;
  const Scene& scene_;
  const Edition* edition_;
  std::string source_url_;
  std::set<std::pair<std::int32_t, std::int32_t>> doubtful_;
  std::vector<const Quote*> quotes_;
  std::vector<bool> lists_;  // open lists, outermost first: whether each is ordered
  Json tokens_ = Json::array();
  std::size_t count_ = 0;
};

}  // namespace

Json body_view(const ArticlePage& page, const Scene& scene) {
  return BodyBuilder(page, scene).build();
}

std::string attribution_of(const Quote& quote, const Locale& locale) {
  auto speaker = quote.speaker.empty() ? quote.speaker_as_written : quote.speaker;
  if (speaker.empty()) return quote.via;
  if (quote.confidence < doubtful_below)
    speaker = locale.words.say("chain.doubtful", {{"name", speaker}});
  if (quote.via.empty()) return speaker;
  return locale.words.say("article.speaker_via", {{"speaker", speaker}, {"medium", quote.via}});
}

}  // namespace kaynak::publish_detail
