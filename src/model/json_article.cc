#include <cmath>

#include "base/strings.h"
#include "model/json.h"
#include "model/json_parts.h"

namespace kaynak {
namespace model_detail {

Json range_json(const ByteRange& range) { return Json::Array{range.begin, range.end}; }

ByteRange range_from(const Json& json) {
  const auto& items = json.items();
  if (items.size() != 2) return {};
  return {static_cast<std::uint32_t>(items[0].as_int()),
          static_cast<std::uint32_t>(items[1].as_int())};
}

Json strings_json(const std::vector<std::string>& strings) {
  return list_json(strings, [](const std::string& s) { return Json(s); });
}

std::vector<std::string> strings_from(const Json& json) {
  std::vector<std::string> out;
  for (const auto& item : json.items()) out.push_back(item.as_string());
  return out;
}

Json spans_json(const std::vector<Span>& spans) {
  return list_json(spans, [](const Span& span) {
    Json j;
    j.set("kind", to_string(span.kind))
        .set("range", range_json(span.range))
        .set_if("value", span.value);
    return j;
  });
}

Result<std::vector<Span>> spans_from(const Json& json) {
  std::vector<Span> out;
  for (const auto& item : json.items()) {
    const auto kind = span_kind_from(item["kind"].as_string());
    if (!kind)
      return fail(ErrorCode::malformed, "model",
                  "unknown span kind '" + item["kind"].as_string() + "'");
    out.push_back({*kind, range_from(item["range"]), item["value"].as_string()});
  }
  return out;
}

std::optional<Time> time_from(const Json& json) {
  const auto t = parse_iso8601(json.as_string());
  return t ? std::optional(t->utc) : std::nullopt;
}

}  // namespace model_detail

namespace {

using namespace model_detail;

Json evidence_json(const Evidence& evidence) {
  if (evidence.block == Evidence::none) return {};
  Json j;
  j.set("block", static_cast<std::int64_t>(evidence.block))
      .set("range", range_json(evidence.range));
  return j;
}

Evidence evidence_from(const Json& j) {
  return {static_cast<std::int32_t>(j["block"].as_int(Evidence::none)), range_from(j["range"])};
}

Json zoned_json(const std::optional<ZonedTime>& at) {
  if (!at) return {};
  return at->has_time
             ? to_rfc3339(*at)
             : to_day(*at) + "T00:00:00" + to_rfc3339(ZonedTime{{}, at->offset}).substr(19);
}

Json figure_json(const Figure& f) {
  Json j;
  j.set("caption", f.caption)
      .set("credit", f.credit)
      .set("photographers", strings_json(f.photographers));
  j.set("agencies", strings_json(f.agencies)).set("url", f.url).set_if("alt", f.alt);
  return j;
}

Figure figure_from(const Json& j) {
  return {j["url"].as_string(), j["caption"].as_string(),         j["credit"].as_string(),
          j["alt"].as_string(), strings_from(j["photographers"]), strings_from(j["agencies"])};
}

Json sentence_json(const Sentence& s) {
  Json j;
  j.set("range", range_json(s.range));
  if (!s.source.empty()) j.set("source", range_json(s.source));
  return j;
}

Json block_json(const Block& b) {
  Json j;
  j.set("type", to_string(b.kind)).set_if("text", b.text);
  if (b.level != 0) j.set("level", b.level);
  if (b.ordered) j.set("ordered", true);
  if (b.lead) j.set("lead", true);
  j.set_if("url", b.url).set_if("label", b.label).set_if("spans", spans_json(b.spans));
  j.set_if("sentences", list_json(b.sentences, sentence_json));
  if (!b.source.empty()) j.set("source", range_json(b.source));
  if (b.figure) j.set("figure", figure_json(*b.figure));
  return j;
}

Result<Block> block_from(const Json& j) {
  const auto kind = block_kind_from(j["type"].as_string());
  if (!kind)
    return fail(ErrorCode::malformed, "model",
                "unknown block type '" + j["type"].as_string() + "'");
  Block b;
  b.kind = *kind;
  b.text = j["text"].as_string();
  b.level = static_cast<int>(j["level"].as_int());
  b.ordered = j["ordered"].as_bool();
  b.lead = j["lead"].as_bool();
  b.url = j["url"].as_string();
  b.label = j["label"].as_string();
  KAYNAK_ASSIGN(b.spans, spans_from(j["spans"]));
  for (const auto& s : j["sentences"].items())
    b.sentences.push_back({range_from(s["range"]), range_from(s["source"])});
  b.source = range_from(j["source"]);
  if (j.contains("figure")) b.figure = figure_from(j["figure"]);
  return b;
}

Json or_null(const std::string& s) { return s.empty() ? Json() : Json(s); }

/// Certain claims, which most are, say nothing about it. Two digits: no more is known.
void set_confidence(Json* j, double confidence) {
  if (confidence < 1) j->set("confidence", std::round(confidence * 100) / 100);
}

double confidence_from(const Json& j) { return j["confidence"].as_double(1); }

Json quote_json(const Quote& q) {
  Json j;
  j.set("text", q.text)
      .set("speaker", or_null(q.speaker))
      .set("speaker_as_written", or_null(q.speaker_as_written));
  j.set("via", or_null(q.via)).set_if("cue", q.cue).set_if("evidence", evidence_json(q.evidence));
  j.set_if("speaker_evidence", evidence_json(q.speaker_evidence))
      .set_if("via_evidence", evidence_json(q.via_evidence));
  if (q.within >= 0) j.set("within", static_cast<std::int64_t>(q.within));
  if (q.partial) j.set("partial", true);
  set_confidence(&j, q.confidence);
  return j;
}

Quote quote_from(const Json& j) {
  return {j["text"].as_string(),
          j["speaker"].as_string(),
          j["speaker_as_written"].as_string(),
          j["cue"].as_string(),
          j["via"].as_string(),
          evidence_from(j["evidence"]),
          evidence_from(j["speaker_evidence"]),
          evidence_from(j["via_evidence"]),
          static_cast<std::int32_t>(j["within"].as_int(-1)),
          confidence_from(j),
          j["partial"].as_bool(false)};
}

Json statement_json(const Statement& s) {
  Json j;
  j.set("source", s.source).set_if("source_as_written", s.source_as_written).set_if("cue", s.cue);
  j.set_if("via", s.via).set_if("evidence", evidence_json(s.evidence));
  j.set_if("source_evidence", evidence_json(s.source_evidence));
  set_confidence(&j, s.confidence);
  return j;
}

Statement statement_from(const Json& j) {
  return {j["source"].as_string(),
          j["source_as_written"].as_string(),
          j["cue"].as_string(),
          j["via"].as_string(),
          evidence_from(j["evidence"]),
          evidence_from(j["source_evidence"]),
          confidence_from(j)};
}

Json hop_json(const Hop& h) {
  Json j;
  j.set("role", h.role)
      .set("name", h.name)
      .set_if("url", h.url)
      .set_if("evidence", evidence_json(h.evidence))
      .set_if("proof", h.proof)
      .set_if("language", h.language.value)
      .set_if("date", h.date);
  set_confidence(&j, h.confidence);
  return j;
}

Hop hop_from(const Json& j) {
  return {j["role"].as_string(),  j["name"].as_string(),
          j["url"].as_string(),   evidence_from(j["evidence"]),
          j["proof"].as_string(), LanguageTag(j["language"].as_string()),
          j["date"].as_string(),  confidence_from(j)};
}

Json date_json(const DateMention& d) {
  Json j;
  j.set("text", d.text).set("resolved", d.resolved).set_if("evidence", evidence_json(d.evidence));
  return j;
}

Json dateline_json(const Dateline& d) {
  if (d.empty()) return {};
  Json j;
  j.set_if("place", d.place).set_if("agency", d.agency).set_if("date", d.date);
  return j;
}

Json figures_json(const Article& a) {
  Json::Array out;
  for (const auto& b : a.blocks)
    if (b.figure) out.push_back(figure_json(*b.figure));
  return out;
}

std::optional<ZonedTime> zoned_from(const Json& j, bool day_only) {
  auto t = parse_iso8601(j.as_string());
  if (t && day_only) t->has_time = false;
  return t;
}

}  // namespace

Json to_json(const Article& a) {
  Json j;
  j.set("id", a.record_id.empty() ? a.id.value : a.record_id)
      .set("uri", a.canonical_url.empty() ? a.url : a.canonical_url);
  j.set("language", a.language.value)
      .set("headline", a.headline)
      .set_if("subheadline", a.subheadline);
  j.set_if("kicker", a.kicker);
  j.set_if("versioncreated", zoned_json(a.published))
      .set_if("contentmodified", zoned_json(a.modified));
  j.set_if("firstcreated", zoned_json(a.first_published));
  if (a.published && !a.published->has_time) j.set("versioncreated_day_only", true);
  if (a.modified && !a.modified->has_time) j.set("contentmodified_day_only", true);
  if (a.first_published && !a.first_published->has_time) j.set("firstcreated_day_only", true);
  j.set("body_text", body_text(a)).set("blocks", list_json(a.blocks, block_json));
  j.set("byline", a.byline).set("authors", strings_json(a.authors));
  j.set("text_agencies", strings_json(a.text_agencies)).set_if("text_credit", a.text_credit);
  j.set("dateline", dateline_json(a.dateline)).set("figures", figures_json(a));
  j.set("cited_sources", strings_json(a.cited_sources))
      .set_if("cited_evidence", list_json(a.cited_evidence, evidence_json))
      .set("quotes", list_json(a.quotes, quote_json))
      .set_if("statements", list_json(a.statements, statement_json));
  j.set("hops", list_json(a.hops, hop_json))
      .set_if("declared", list_json(a.declared, hop_json))
      .set("dates", list_json(a.dates, date_json));
  j.set_if("outlet", a.outlet)
      .set_if("section", a.section)
      .set_if("keywords", strings_json(a.keywords));
  if (a.paywalled) j.set("paywalled", true);
  if (a.live) j.set("live", true);
  j.set_if("correction", a.correction);
  if (!a.machine_use.empty()) j.set("machine_use", to_json(a.machine_use));
  if (a.status == PubStatus::canceled) j.set("pubstatus", "canceled");
  j.set_if("article_id", a.id.value).set_if("url", a.url).set_if("canonical_url", a.canonical_url);
  j.set_if("source", a.source.value);
  if (a.captured) j.set("captured", to_rfc3339(*a.captured));
  return j;
}

Result<Article> article_from_json(const Json& j) {
  if (!j.is_object())
    return fail(ErrorCode::malformed, "model", "an article record is not a JSON object");
  Article a;
  a.record_id = j["id"].as_string();
  a.id = ArticleId(j["article_id"].as_string());
  if (a.record_id == a.id.value) a.record_id.clear();
  a.url = j["url"].as_string();
  a.canonical_url = j["canonical_url"].as_string();
  a.source = SourceId(j["source"].as_string());
  a.outlet = j["outlet"].as_string();
  a.language = LanguageTag(j["language"].as_string());
  a.headline = j["headline"].as_string();
  a.subheadline = j["subheadline"].as_string();
  a.kicker = j["kicker"].as_string();
  for (const auto& block : j["blocks"].items()) {
    KAYNAK_ASSIGN(auto b, block_from(block));
    a.blocks.push_back(std::move(b));
  }
  a.published = zoned_from(j["versioncreated"], j["versioncreated_day_only"].as_bool());
  a.modified = zoned_from(j["contentmodified"], j["contentmodified_day_only"].as_bool());
  a.first_published = zoned_from(j["firstcreated"], j["firstcreated_day_only"].as_bool());
  a.captured = time_from(j["captured"]);
  a.byline = j["byline"].as_string();
  a.authors = strings_from(j["authors"]);
  a.dateline = {j["dateline"]["place"].as_string(), j["dateline"]["agency"].as_string(),
                j["dateline"]["date"].as_string()};
  a.text_agencies = strings_from(j["text_agencies"]);
  a.text_credit = j["text_credit"].as_string();
  a.cited_sources = strings_from(j["cited_sources"]);
  for (const auto& e : j["cited_evidence"].items()) a.cited_evidence.push_back(evidence_from(e));
  for (const auto& q : j["quotes"].items()) a.quotes.push_back(quote_from(q));
  for (const auto& s : j["statements"].items()) a.statements.push_back(statement_from(s));
  for (const auto& h : j["hops"].items()) a.hops.push_back(hop_from(h));
  for (const auto& h : j["declared"].items()) a.declared.push_back(hop_from(h));
  for (const auto& d : j["dates"].items())
    a.dates.push_back(
        {d["text"].as_string(), d["resolved"].as_string(), evidence_from(d["evidence"])});
  a.section = j["section"].as_string();
  a.keywords = strings_from(j["keywords"]);
  a.paywalled = j["paywalled"].as_bool();
  a.live = j["live"].as_bool();
  a.correction = j["correction"].as_string();
  a.machine_use = machine_use_from(j["machine_use"]);
  if (j["pubstatus"].as_string() == "canceled") a.status = PubStatus::canceled;
  return a;
}

}  // namespace kaynak
