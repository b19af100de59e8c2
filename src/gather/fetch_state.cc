#include "gather/fetch_state.h"

namespace kaynak {
namespace {

constexpr const char* kKinds[] = {"feed", "sitemap", "section", "page"};

void set_time(Json* j, const char* name, Time at) {
  if (at != Time{}) j->set(name, to_rfc3339(at));
}

Time time_of(const Json& j, const char* name) {
  const auto at = parse_iso8601(j[name].as_string());
  return at ? at->utc : Time{};
}

}  // namespace

const char* to_string(FetchKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

FetchKind fetch_kind_from(std::string_view name) {
  for (const auto kind : {FetchKind::feed, FetchKind::sitemap, FetchKind::section})
    if (name == to_string(kind)) return kind;
  return FetchKind::page;
}

Json to_json(const FetchState& s) {
  Json j;
  j.set("url", s.url)
      .set_if("etag", s.etag)
      .set_if("last_modified", s.last_modified)
      .set_if("item_version", s.item_version)
      .set_if("capture", s.capture.value);
  j.set("fetched", to_rfc3339(s.fetched)).set("failures", s.failures);
  set_time(&j, "first_fetched", s.first_fetched);
  set_time(&j, "last_success", s.last_success);
  set_time(&j, "last_new", s.last_new);
  set_time(&j, "not_before", s.not_before);
  j.set_if("last_error", s.last_error).set_if("moved_to", s.moved_to);
  j.set_if("hub", s.hub).set_if("topic", s.topic).set_if("retired", s.retired);
  if (s.hint > Seconds(0)) j.set("hint", static_cast<std::int64_t>(s.hint.count()));
  if (s.quick_rate > 0) j.set("quick_rate", s.quick_rate);
  if (s.steady_rate > 0) j.set("steady_rate", s.steady_rate);
  return j;
}

FetchState fetch_state_from(const Json& j) {
  FetchState s;
  s.url = j["url"].as_string();
  s.etag = j["etag"].as_string();
  s.last_modified = j["last_modified"].as_string();
  s.item_version = j["item_version"].as_string();
  s.capture = CaptureId(j["capture"].as_string());
  s.fetched = time_of(j, "fetched");
  s.failures = static_cast<int>(j["failures"].as_int());
  s.first_fetched = time_of(j, "first_fetched");
  s.last_success = time_of(j, "last_success");
  s.last_new = time_of(j, "last_new");
  s.not_before = time_of(j, "not_before");
  s.last_error = j["last_error"].as_string();
  s.moved_to = j["moved_to"].as_string();
  s.hub = j["hub"].as_string();
  s.topic = j["topic"].as_string();
  s.retired = j["retired"].as_string();
  s.hint = Seconds(j["hint"].as_int());
  s.quick_rate = j["quick_rate"].as_double();
  s.steady_rate = j["steady_rate"].as_double();
  return s;
}

}  // namespace kaynak
