#include "cli/trace_view.h"

#include <algorithm>

#include "base/strings.h"
#include "cli/console.h"

namespace kaynak {
namespace {

constexpr int text_columns = 100;

std::string repeat(std::string_view unit, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += unit;
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const auto& part : parts)
    if (!part.empty()) out += (out.empty() ? "" : " · ") + part;
  return out;
}

std::string percent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5)) + " %";
}

std::string doubt(const Claim& claim) { return claim.confidence < doubtful_below ? "? " : ""; }

std::string certainty(const Claim& claim) {
  return claim.confidence < doubtful_below ? "doubtful, " + percent(claim.confidence) : "";
}

/// The proof with its surroundings: `… (theo [KCNA], Reuters)`.
std::string in_context(const Claim& claim) {
  if (claim.where == "page data") return claim.words;
  return claim.before + "[" + claim.words + "]" + claim.after;
}

std::string chain(const std::vector<Claim>& claims) {
  std::string out;
  std::size_t depth = 0;
  const auto hops = std::count_if(claims.begin(), claims.end(),
                                  [](const Claim& c) { return c.kind == Claim::hop; });
  for (const Claim& claim : claims) {
    if (claim.kind != Claim::hop) break;
    const std::string indent = depth == 0 ? "  " : "  " + repeat("   ", depth - 1) + "└─ ";
    out += indent + doubt(claim) + joined({claim.name, claim.role, claim.url, certainty(claim)}) +
           "\n";
    const bool last = depth + 1 == static_cast<std::size_t>(hops);
    const std::string below = "  " + repeat("   ", depth) + (last ? "   " : "│  ");
    if (!claim.words.empty())
      out += below + fit(claim.where + ": " + in_context(claim), text_columns) + "\n";
    ++depth;
  }
  return out;
}

std::string said_by(const Claim& claim) {
  std::string who = claim.name.empty() ? "nobody named" : claim.name;
  if (!claim.said.empty() && claim.said != claim.name) who += " (" + claim.said + ")";
  if (!claim.via.empty()) who += ", through " + claim.via;
  return who;
}

std::size_t depth_of(const std::vector<Claim>& claims, const Claim& claim) {
  std::size_t depth = 0;
  for (int at = claim.inside; at >= 0 && depth < 8; ++depth)
    at = claims[static_cast<std::size_t>(at)].inside;
  return depth;
}

std::string speech(const std::vector<Claim>& claims, Claim::Kind kind) {
  std::string out;
  for (const Claim& claim : claims) {
    if (claim.kind != kind) continue;
    const std::string indent = "  " + repeat("   ", depth_of(claims, claim));
    const bool marks = kind == Claim::quotation;
    out += indent + fit((marks ? "“" : "") + claim.words + (marks ? "”" : ""), text_columns) + "\n";
    out += indent + "└─ " + doubt(claim) + joined({said_by(claim), claim.where, certainty(claim)}) +
           "\n";
  }
  return out;
}

std::string photos(const std::vector<Claim>& claims) {
  std::string out;
  for (const Claim& claim : claims)
    if (claim.kind == Claim::photo)
      out += "  " +
             joined({claim.name.empty() ? "nobody named" : claim.name, claim.role,
                     claim.where + ": " + claim.words}) +
             "\n";
  return out;
}

std::string cited(const std::vector<Claim>& claims) {
  std::string out;
  for (const Claim& claim : claims) {
    if (claim.kind != Claim::cited) continue;
    out += "  " + claim.name;
    if (!claim.words.empty())
      out += "  " + fit(in_context(claim), text_columns - 30) + "  (" + claim.where + ")";
    out += "\n";
  }
  return out;
}

std::string dates(const std::vector<Claim>& claims) {
  std::string out;
  for (const Claim& claim : claims)
    if (claim.kind == Claim::date)
      out += "  " + claim.name + "  " + fit(in_context(claim), text_columns - 30) + "  (" +
             claim.where + ")\n";
  return out;
}

std::string section(const std::string& title, const std::string& lines) {
  return lines.empty() ? std::string() : "\n" + title + "\n" + lines;
}

}  // namespace

std::string traced_as_text(const Article& article) {
  const auto claims = claims_of(article);
  std::string out = article.headline + "\n" +
                    joined({article.outlet, article.published ? to_rfc3339(*article.published) : "",
                            article.language.value,
                            article.canonical_url.empty() ? article.url : article.canonical_url}) +
                    "\n";
  out += section("How the words came here, origin first", chain(claims));
  out += section("Pictures", photos(claims));
  out += section("Quotations", speech(claims, Claim::quotation));
  out += section("Said without quotation marks", speech(claims, Claim::statement));
  out += section("Names as its sources", cited(claims));
  out += section("Dates", dates(claims));
  return out;
}

}  // namespace kaynak
