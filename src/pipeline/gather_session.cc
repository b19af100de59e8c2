#include "pipeline/gather_session.h"

#include "base/fnv.h"
#include "text/url.h"

namespace kaynak::pipeline_detail {

double jitter_of(const std::string& url, Time now) {
  return Fnv1a(url + to_rfc3339(now)).value() / 4294967296.0;
}

std::string host_of_url(const std::string& url) {
  const auto parsed = Url::parse(url);
  if (!parsed) return url;
  const auto port = std::string(parsed->port());
  return std::string(parsed->host()) + (port.empty() ? "" : ":" + port);
}

FetchRow fresh_row(const SourceId& source, FetchKind kind, const std::string& url, Time due) {
  FetchTask task;
  task.state.url = url;
  FetchRow row;
  row.key = fetch_key(kind, url);
  row.source = source;
  row.kind = to_string(kind);
  row.url = url;
  row.host = host_of_url(url);
  row.lane = is_polled(kind) ? 0 : 1;
  row.due = due;
  row.state = to_text(task);
  return row;
}

}  // namespace kaynak::pipeline_detail
