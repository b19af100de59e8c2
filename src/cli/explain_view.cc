#include "cli/explain_view.h"

#include <cstdio>

#include "base/json.h"
#include "base/strings.h"
#include "cli/console.h"

namespace kaynak {
namespace {

constexpr std::size_t shown_reasons = 4;
constexpr int text_columns = 72, place_columns = 30;

std::string number(float value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%+.1f", static_cast<double>(value));
  return buffer;
}

std::string listed(const Reasons& reasons, std::size_t most) {
  std::string out;
  for (std::size_t i = 0; i < reasons.size() && i < most; ++i)
    out += (i ? ", " : "") + reasons[i].first + ' ' + number(reasons[i].second);
  return out;
}

std::string outcome(const ExplainedPage& page) {
  if (page.refused) return "not an article: " + page.refused->detail;
  std::size_t kept = 0;
  for (const auto& block : page.why.blocks) kept += block.kept;
  return "an article of " + std::to_string(kept) + " out of " +
         std::to_string(page.why.blocks.size()) + " blocks";
}

constexpr std::string_view style = R"(
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c2326;background:#fcfbf7}
h1{font-size:1.4rem}p.facts{color:#5b6569}
details{border-left:4px solid #d6d3ca;padding:.2rem .7rem;margin:.25rem 0;background:#f1efe8;color:#70787b}
details.kept{border-color:#0e6f6f;background:#e2f1ee;color:#12282a}
details.ruled{border-left-style:double;border-left-width:8px}
summary{cursor:pointer;overflow-wrap:anywhere}summary b{font:600 .8rem ui-monospace,monospace;margin-inline-end:.6rem}
dl{font:.85rem/1.5 ui-monospace,monospace;margin:.4rem 0;color:#39464a}dt{float:inline-start;min-width:5rem}dd{margin:0 0 0 5rem;overflow-wrap:anywhere}
@media(prefers-color-scheme:dark){body{background:#14191b;color:#dfe6e7}details{background:#1d2426;color:#8b979b;border-color:#3b464a}
details.kept{background:#12302f;color:#e6f3f1;border-color:#49b3a9}dl{color:#b4c0c3}}
)";

std::string row(std::string_view name, const std::string& value) {
  return value.empty() ? std::string()
                       : "<dt>" + std::string(name) + "</dt><dd>" + escape_html(value) + "</dd>";
}

std::string block_as_html(const ExplainedBlock& block) {
  std::string out = "<details class=\"";
  out += block.kept ? "kept" : "dropped";
  if (!block.why.empty()) out += " ruled";
  out += "\"><summary><b>" + number(block.score) + "</b><bdi>" + escape_html(block.text) +
         "</bdi></summary><dl>";
  out += row("rule", block.why) + row("place", block.place);
  out += row("by itself", number(block.first)) + row("because", listed(block.reasons, 12));
  return out + "</dl></details>\n";
}

Json reasons_as_json(const Reasons& reasons) {
  Json out = Json::object();
  for (const auto& [name, value] : reasons) out.set(name, static_cast<double>(value));
  return out;
}

}  // namespace

std::string explained_as_text(const ExplainedPage& page) {
  std::string out = page.id + ": " + outcome(page) + "\n";
  if (!page.why.headline.empty()) out += "headline: " + page.why.headline + "\n";
  if (!page.why.main_place.empty()) out += "main:     " + page.why.main_place + "\n";
  for (const auto& line : page.why.rules) out += "rules:    " + line + "\n";
  if (!page.why.page_reasons.empty())
    out += "page:     " + number(page.why.page_score) + " (" + listed(page.why.page_reasons, 8) +
           ")\n";
  out += "\n";
  for (const auto& block : page.why.blocks) {
    std::string score = number(block.score);
    score.insert(0, score.size() < 6 ? 6 - score.size() : 0, ' ');
    out +=
        std::string(block.kept ? "+" : "-") + score + "  " + fit(block.text, text_columns) + "\n";
    out += "         " + fit(block.place, place_columns) + "  ";
    if (!block.why.empty()) out += "rule: " + block.why + "; ";
    out += listed(block.reasons, shown_reasons) + "\n";
  }
  return out;
}

std::string explained_as_html(const ExplainedPage& page) {
  std::string out =
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" +
      escape_html(page.id) + "</title><style>" + std::string(style) + "</style></head><body>\n";
  out += "<h1><bdi>" + escape_html(page.why.headline.empty() ? page.id : page.why.headline) +
         "</bdi></h1>\n";
  out += "<p class=\"facts\">" + escape_html(page.id) + ": " + escape_html(outcome(page)) + "<br>" +
         escape_html(page.why.main_place) + "<br>" + number(page.why.page_score) + " " +
         escape_html(listed(page.why.page_reasons, 10));
  for (const auto& line : page.why.rules) out += "<br>rules: " + escape_html(line);
  out += "</p>\n";
  for (const auto& block : page.why.blocks) out += block_as_html(block);
  return out + "</body></html>";
}

std::string explained_as_json(const ExplainedPage& page) {
  Json out;
  out.set("id", page.id).set("outcome", outcome(page)).set("headline", page.why.headline);
  out.set("main", page.why.main_place)
      .set("page_score", static_cast<double>(page.why.page_score))
      .set("page_reasons", reasons_as_json(page.why.page_reasons));
  Json rules = Json::array();
  for (const auto& line : page.why.rules) rules.push(line);
  out.set_if("rules", std::move(rules));
  Json blocks = Json::array();
  for (const auto& block : page.why.blocks) {
    Json one;
    one.set("kept", block.kept).set("score", static_cast<double>(block.score));
    one.set("first", static_cast<double>(block.first)).set_if("rule", block.why);
    one.set("place", block.place).set("text", block.text);
    one.set("reasons", reasons_as_json(block.reasons));
    blocks.push(std::move(one));
  }
  out.set("blocks", std::move(blocks));
  return out.dump();
}

}  // namespace kaynak
