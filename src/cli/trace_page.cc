// The HTML page of `kaynak trace --html`.
#include <algorithm>

#include "base/strings.h"
#include "cli/trace_view.h"

namespace kaynak {
namespace {

constexpr std::string_view style = R"(
body{font:17px/1.6 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1c2326;background:#fcfbf7}
h1{font-size:1.7rem;line-height:1.25}h2{font-size:1.15rem;margin-block-start:2rem}.quiet{color:#5b6569;font-size:.92rem}
ol.chain{list-style:none;padding:0}ol.chain li{border-inline-start:3px solid #0e6f6f;padding:.1rem .9rem .7rem}
ol.chain b{font-size:1.05rem}q{quotes:none;color:#39464a}
a.claim{color:inherit;text-decoration:none;border-radius:3px;padding:0 .1em;position:relative}
.hop{background:#bfe3dc}.photo{background:#d9d2f0}.quotation{background:#fdeab5}.statement{background:#fbdcc4}.date{background:#d5e6f7}.cited{background:#e3e8cf}
.who{background:#f6cf63}.doubtful{outline:1px dashed #a4502a}
a.claim:hover::after,a.claim:focus::after{content:attr(data-tip);position:absolute;inset-inline-start:0;inset-block-start:1.6em;z-index:2;
width:max-content;max-width:24rem;white-space:pre-line;background:#1c2326;color:#fcfbf7;font-size:.85rem;line-height:1.4;padding:.5rem .7rem;border-radius:6px}
.legend span{padding:.1rem .5rem;border-radius:3px;margin-inline-end:.4rem;white-space:nowrap}
figure{margin:1rem 0;border-inline-start:3px solid #d6d3ca;padding-inline-start:.9rem}
ul.claims{padding-inline-start:1.1rem;font-size:.92rem}li:target{background:#f6cf63}
@media(prefers-color-scheme:dark){body{background:#14191b;color:#dfe6e7}.quiet,q{color:#9fb0b3}
.hop{background:#12504a}.photo{background:#3e3564}.quotation{background:#574810}.statement{background:#5b3418}.date{background:#1d3d5c}.cited{background:#3c4420}
.who{background:#7b6412}a.claim:hover::after,a.claim:focus::after{background:#f1efe8;color:#1c2326}li:target{background:#7b6412}}
)";

/// A part of a text that belongs to a claim.
struct Mark {
  ByteRange range;
  std::size_t claim = 0;
  const char* kind = "";
};

std::string percent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5)) + " %";
}

std::string tip_of(const Claim& claim) {
  std::string tip = claim.role + (claim.name.empty() ? "" : ": " + claim.name);
  if (!claim.via.empty()) tip += "\nthrough " + claim.via;
  if (!claim.said.empty()) tip += "\n“" + claim.said + "”";
  if (!claim.url.empty()) tip += "\n" + claim.url;
  tip += (claim.confidence < doubtful_below ? "\ndoubtful, " : "\nsure by ") +
         percent(claim.confidence);
  return tip;
}

class Page {
 public:
  explicit Page(const Article& article) : article_(article), claims_(claims_of(article)) {}

  std::string write() {
    std::string out =
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width\"><title>" +
        escape_html(article_.headline) + "</title><style>" + std::string(style) +
        "</style></head><body>\n";
    out += "<p class=\"quiet\">" + escape_html(article_.outlet) + " " +
           (article_.published ? to_rfc3339(*article_.published) : "") + "</p>\n";
    out += "<main" + language() + "><h1>" + escape_html(article_.headline) + "</h1>\n";
    if (!article_.byline.empty())
      out += "<p>" + marked(article_.byline, Evidence::byline) + "</p>\n";
    out += "</main>\n<h2>How the words came here</h2>\n" + chain();
    out += legend() + "<main" + language() + ">\n" + text();
    if (!article_.text_credit.empty())
      out += "<p class=\"quiet\">" + marked(article_.text_credit, Evidence::metadata) + "</p>\n";
    return out + "</main>\n<h2>Every claim and its proof</h2>\n" + list() + "</body></html>\n";
  }

 private:
  std::string language() const {
    if (article_.language.empty()) return " dir=\"auto\"";
    return " lang=\"" + escape_html(article_.language.value) + "\" dir=\"auto\"";
  }

  static std::string link(const std::string& url, const std::string& name) {
    if (!istarts_with(url, "http://") && !istarts_with(url, "https://"))
      return "<bdi>" + escape_html(name) + "</bdi>";
    return "<a href=\"" + escape_html(url) + "\" rel=\"noopener noreferrer\"><bdi>" +
           escape_html(name) + "</bdi></a>";
  }

  std::string chain() const {
    std::string out = "<ol class=\"chain\">\n";
    for (const Claim& claim : claims_) {
      if (claim.kind != Claim::hop) break;
      out += "<li><b>" + link(claim.url, claim.name) + "</b> " + escape_html(claim.role);
      if (claim.confidence < doubtful_below)
        out += " <span class=\"doubtful\">doubtful, " + percent(claim.confidence) + "</span>";
      if (!claim.words.empty())
        out += "<br><q class=\"quiet\">" + escape_html(claim.where) + ": <bdi>" +
               escape_html(claim.before) + "<mark>" + escape_html(claim.words) + "</mark>" +
               escape_html(claim.after) + "</bdi></q>";
      out += "</li>\n";
    }
    return out + "</ol>\n";
  }

  static std::string legend() {
    return "<p class=\"legend quiet\"><span class=\"hop\">station of the way</span>"
           "<span class=\"quotation\">quotation</span><span class=\"who\">who says it</span>"
           "<span class=\"statement\">reported speech</span><span class=\"photo\">photo credit"
           "</span><span class=\"cited\">source named</span><span class=\"date\">date</span></p>\n";
  }

  std::string text() {
    std::string out;
    for (std::size_t i = 0; i < article_.blocks.size(); ++i) out += block(i);
    return out;
  }

  std::string block(std::size_t at) {
    const Block& block = article_.blocks[at];
    const auto index = static_cast<std::int32_t>(at);
    switch (block.kind) {
      case BlockKind::heading:
        return "<h2>" + marked(block.text, index) + "</h2>\n";
      case BlockKind::quote:
        return "<blockquote>" + marked(block.text, index) + "</blockquote>\n";
      case BlockKind::list_item:
        return "<ul><li>" + marked(block.text, index) + "</li></ul>\n";
      case BlockKind::figure:
        return "<figure>" + marked(block.text, index) + credit(at) + "</figure>\n";
      case BlockKind::table:
        return "<pre>" + escape_html(block.text) + "</pre>\n";
      case BlockKind::paragraph:
        return "<p>" + marked(block.text, index) + "</p>\n";
      case BlockKind::embed:
      case BlockKind::ad_slot:
        break;
    }
    return {};
  }

  std::string credit(std::size_t at) const {
    std::string out;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const Claim& claim = claims_[i];
      if (claim.kind != Claim::photo || claim.evidence.block != static_cast<std::int32_t>(at))
        continue;
      if (out.empty()) out += "<br>" + open(i, "photo") + escape_html(claim.words) + "</a>";
    }
    return out;
  }

  std::string open(std::size_t claim, const std::string& kind) const {
    return "<a class=\"claim " + kind +
           (claims_[claim].confidence < doubtful_below ? " doubtful" : "") + "\" href=\"#c" +
           std::to_string(claim) + "\" data-tip=\"" + escape_html(tip_of(claims_[claim])) + "\">";
  }

  std::vector<Mark> marks_in(std::int32_t place, std::size_t bytes) const {
    std::vector<Mark> marks;
    const auto add = [&](const Evidence& e, std::size_t claim, const char* kind) {
      if (e.block == place && !e.range.empty() && e.range.begin < e.range.end &&
          e.range.end <= bytes)
        marks.push_back({e.range, claim, kind});
    };
    std::size_t quote = 0, statement = 0;
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const Claim& claim = claims_[i];
      if (claim.kind != Claim::photo) add(claim.evidence, i, to_string(claim.kind));
      if (claim.kind == Claim::quotation) add(article_.quotes[quote++].speaker_evidence, i, "who");
      if (claim.kind == Claim::statement)
        add(article_.statements[statement++].source_evidence, i, "who");
    }
    return marks;
  }

  /// Links do not nest: where claims overlap, a piece belongs to the shortest of them.
  std::string marked(std::string_view text, std::int32_t place) const {
    const auto marks = marks_in(place, text.size());
    std::vector<std::uint32_t> cuts{0, static_cast<std::uint32_t>(text.size())};
    for (const Mark& mark : marks) cuts.insert(cuts.end(), {mark.range.begin, mark.range.end});
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    std::string out;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const auto piece = escape_html(text.substr(cuts[i], cuts[i + 1] - cuts[i]));
      const Mark* best = nullptr;
      for (const Mark& mark : marks)
        if (mark.range.begin <= cuts[i] && mark.range.end >= cuts[i + 1] &&
            (best == nullptr || mark.range.size() < best->range.size()))
          best = &mark;
      out += best == nullptr ? piece : open(best->claim, best->kind) + piece + "</a>";
    }
    return out;
  }

  std::string list() const {
    std::string out = "<ul class=\"claims\">\n";
    for (std::size_t i = 0; i < claims_.size(); ++i) {
      const Claim& claim = claims_[i];
      out += "<li id=\"c" + std::to_string(i) + "\"><b>" + escape_html(claim.role) + "</b> " +
             link(claim.url, claim.name) + (claim.words.empty() ? "" : ": ") + "<bdi>" +
             escape_html(claim.words) + "</bdi> <span class=\"quiet\">" + escape_html(claim.where);
      if (!claim.said.empty()) out += " · <bdi>" + escape_html(claim.said) + "</bdi>";
      if (!claim.via.empty()) out += " · through <bdi>" + escape_html(claim.via) + "</bdi>";
      out += " · " + percent(claim.confidence) + "</span></li>\n";
    }
    return out + "</ul>\n";
  }

  const Article& article_;
  const std::vector<Claim> claims_;
};

}  // namespace

std::string traced_as_html(const Article& article) { return Page(article).write(); }

}  // namespace kaynak
