#include "model/json.h"
#include "model/json_parts.h"

namespace kaynak {
namespace {

using namespace model_detail;

Json finding_json(const Finding& f) {
  Json j;
  j.set("check", f.check).set("detail", f.detail).set("block", static_cast<std::int64_t>(f.block));
  j.set("sentence", static_cast<std::int64_t>(f.sentence)).set("holds", f.holds);
  return j;
}

Json edition_block_json(const EditionBlock& b) {
  Json j = Json::object();
  j.set_if("text", b.text)
      .set_if("sentences", list_json(b.sentences, range_json))
      .set_if("spans", spans_json(b.spans));
  return j;
}

Result<EditionBlock> edition_block_from(const Json& j) {
  EditionBlock b;
  b.text = j["text"].as_string();
  for (const auto& range : j["sentences"].items()) b.sentences.push_back(range_from(range));
  KAYNAK_ASSIGN(b.spans, spans_from(j["spans"]));
  return b;
}

Json edge_json(const CopyEdge& e) {
  Json j;
  j.set("from", e.from.value)
      .set("to", e.to.value)
      .set("share", e.share)
      .set_if("evidence", e.evidence);
  return j;
}

template <class T>
Unexpected unknown_word(const char* what, const T& word) {
  return fail(ErrorCode::malformed, "model", std::string("unknown ") + what + " '" + word + "'");
}

}  // namespace

Json to_json(const Edition& e) {
  Json j;
  j.set("id", e.id.value)
      .set("article", e.article.value)
      .set("language", e.language.value)
      .set("from", e.from.value);
  j.set("kind", to_string(e.kind)).set("status", to_string(e.status)).set_if("engine", e.engine);
  j.set_if("translator", e.translator)
      .set("headline", e.headline)
      .set_if("subheadline", e.subheadline);
  j.set("blocks", list_json(e.blocks, edition_block_json))
      .set_if("findings", list_json(e.findings, finding_json));
  j.set_if("source_digest", e.source_digest).set("created", to_rfc3339(e.created));
  return j;
}

Result<Edition> edition_from_json(const Json& j) {
  const auto kind = edition_kind_from(j["kind"].as_string());
  const auto status = edition_status_from(j["status"].as_string());
  if (!kind) return unknown_word("edition kind", j["kind"].as_string());
  if (!status) return unknown_word("edition status", j["status"].as_string());
  Edition e;
  e.id = EditionId(j["id"].as_string());
  e.article = ArticleId(j["article"].as_string());
  e.language = LanguageTag(j["language"].as_string());
  e.from = LanguageTag(j["from"].as_string());
  e.kind = *kind;
  e.status = *status;
  e.engine = j["engine"].as_string();
  e.translator = j["translator"].as_string();
  e.headline = j["headline"].as_string();
  e.subheadline = j["subheadline"].as_string();
  for (const auto& block : j["blocks"].items()) {
    KAYNAK_ASSIGN(auto b, edition_block_from(block));
    e.blocks.push_back(std::move(b));
  }
  for (const auto& f : j["findings"].items())
    e.findings.push_back({f["check"].as_string(), f["detail"].as_string(),
                          static_cast<std::int32_t>(f["block"].as_int(-1)),
                          static_cast<std::int32_t>(f["sentence"].as_int(-1)),
                          f["holds"].as_bool(true)});
  e.source_digest = j["source_digest"].as_string();
  e.created = time_from(j["created"]).value_or(Time{});
  return e;
}

Json to_json(const Story& s) {
  Json j;
  j.set("id", s.id.value).set("first", s.first.value);
  j.set("articles", list_json(s.articles, [](const ArticleId& id) { return Json(id.value); }));
  j.set_if("edges", list_json(s.edges, edge_json));
  return j;
}

Result<Story> story_from_json(const Json& j) {
  if (!j.is_object()) return fail(ErrorCode::malformed, "model", "a story is not a JSON object");
  Story s;
  s.id = StoryId(j["id"].as_string());
  s.first = ArticleId(j["first"].as_string());
  for (const auto& id : j["articles"].items()) s.articles.emplace_back(id.as_string());
  for (const auto& e : j["edges"].items())
    s.edges.push_back({ArticleId(e["from"].as_string()), ArticleId(e["to"].as_string()),
                       e["share"].as_double(), e["evidence"].as_string()});
  return s;
}

Json to_json(const Comment& c) {
  Json j;
  j.set("id", c.id.value)
      .set("article", c.article.value)
      .set("language", c.language.value)
      .set("author", c.author);
  j.set("text", c.text)
      .set("created", to_rfc3339(c.created))
      .set("status", to_string(c.status))
      .set_if("reason", c.reason);
  return j;
}

Result<Comment> comment_from_json(const Json& j) {
  const auto status = comment_status_from(j["status"].as_string());
  if (!status) return unknown_word("comment status", j["status"].as_string());
  return Comment{CommentId(j["id"].as_string()),
                 ArticleId(j["article"].as_string()),
                 LanguageTag(j["language"].as_string()),
                 j["author"].as_string(),
                 j["text"].as_string(),
                 time_from(j["created"]).value_or(Time{}),
                 *status,
                 j["reason"].as_string()};
}

Json to_json(const Source& s) {
  Json j;
  j.set("id", s.id.value)
      .set("name", s.name)
      .set_if("home", s.home)
      .set_if("icon", s.icon)
      .set_if("language", s.language.value);
  j.set_if("country", s.country)
      .set_if("feeds", strings_json(s.feeds))
      .set_if("sitemaps", strings_json(s.sitemaps))
      .set_if("sections", strings_json(s.sections))
      .set_if("hosts", strings_json(s.hosts))
      .set_if("tags", strings_json(s.tags));
  j.set("rights", to_string(s.rights))
      .set("excerpt_words", s.excerpt_words)
      .set_if("usageterms", s.usage_terms);
  if (s.agency) j.set("agency", true);
  if (s.paused) j.set("paused", true);
  return j;
}

}  // namespace kaynak
