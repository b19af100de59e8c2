#include "pipeline/archive_record.h"

#include "base/hash.h"
#include "base/strings.h"
#include "pipeline/gather_session.h"

namespace kaynak::pipeline_detail {
namespace {

// Names of our fields in a metadata record (docs/archive.md).
constexpr const char* kCapture = "kaynak-capture";
constexpr const char* kSource = "kaynak-source";
constexpr const char* kRequested = "kaynak-requested-uri";
constexpr const char* kRole = "kaynak-role";
constexpr const char* kMachineUse = "kaynak-machine-use";
constexpr const char* kItem = "kaynak-item";
constexpr const char* kItemVersion = "kaynak-item-version";
constexpr const char* kFirstFetched = "kaynak-first-fetched";
constexpr const char* kShownBy = "kaynak-shown-by";
constexpr const char* kBodyOf = "kaynak-body-of";
constexpr const char* kWithdrawn = "kaynak-withdrawn";
constexpr const char* kArticle = "article";

bool is_web_page(const Capture& c) {
  const auto type = ascii_lower(header(c.headers, "Content-Type"));
  return c.http_status >= 200 && c.http_status < 300 &&
         (type.empty() || type.find("html") != std::string::npos);
}

Time time_in(std::string_view text) {
  const auto parsed = parse_iso8601(text);
  return parsed ? parsed->utc : Time{};
}

/// The answer of the group, without a body where it is a revisit.
Result<Capture> answer_of(const WarcGroup& group) {
  return group.main.type == "revisit" ? revisit_from(group.main, {}) : capture_from(group.main);
}

}  // namespace

Headers archive_fields(const Arrival& arrival, const CaptureId& body_of) {
  const auto& c = arrival.capture;
  Headers fields = {{kCapture, c.id.value}, {kRequested, c.url}};
  const auto add = [&](const char* name, std::string value) {
    if (!value.empty()) fields.emplace_back(name, std::move(value));
  };
  add(kSource, c.source.value);
  add(kRole, arrival.article ? kArticle : "other");
  add(kMachineUse, arrival.machine_use.empty() ? "" : to_json(arrival.machine_use).dump());
  add(kItem, arrival.item ? feed_item_to_json(*arrival.item).dump() : "");
  add(kItemVersion, arrival.item_version);
  add(kFirstFetched, arrival.first_fetched != Time{} ? to_rfc3339(arrival.first_fetched) : "");
  for (const auto& id : arrival.shown_by) add(kShownBy, id.value);
  add(kBodyOf, body_of.value);
  return fields;
}

Result<std::optional<Archived>> archived_in(const WarcGroup& group) {
  const auto& main = group.main;
  const CaptureId body_of(header(group.metadata, kBodyOf));
  const bool answer = main.type == "response" && carries_http(main);
  if (!answer && main.type != "resource" && !(main.type == "revisit" && body_of))
    return std::optional<Archived>();
  Archived out;
  auto& arrival = out.arrival;
  KAYNAK_ASSIGN(arrival.capture, answer_of(group));
  auto& c = arrival.capture;
  c.request_head = group.request_head;
  arrival.article = is_web_page(c);
  read_archive_fields(group.metadata, &arrival);
  c.id = body_of ? CaptureId(header(group.metadata, kCapture)) : capture_id_for(c.url, c.body);
  out.row = row_of(arrival, body_of ? std::string() : sha256_hex(c.body),
                   std::string(header(main.headers, "WARC-Record-ID")));
  out.row.body_of = body_of;
  out.row.offset = main.offset;
  return std::optional(std::move(out));
}

bool read_archive_fields(const Headers& fields, Arrival* arrival) {
  if (header(fields, kCapture).empty()) return false;
  for (const auto& [name, value] : fields) {
    if (!istarts_with(name, "kaynak-"))
      arrival->capture.metadata.emplace_back(name, value);
    else if (name == kShownBy)
      arrival->shown_by.emplace_back(value);
  }
  arrival->capture.source = SourceId(header(fields, kSource));
  if (const auto asked = header(fields, kRequested); !asked.empty()) arrival->capture.url = asked;
  arrival->article = header(fields, kRole) == kArticle;
  if (const auto use = header(fields, kMachineUse); !use.empty())
    if (const auto j = parse_json(use, 1 << 16)) arrival->machine_use = machine_use_from(*j);
  arrival->item_version = header(fields, kItemVersion);
  arrival->first_fetched = time_in(header(fields, kFirstFetched));
  if (const auto item = header(fields, kItem); !item.empty())
    if (const auto j = parse_json(item, 1 << 20)) arrival->item = feed_item_from(*j);
  return true;
}

bool is_torn(const WarcGroup& group) {
  if (group.main.type != "response" || group.has_metadata) return false;
  const auto capture = capture_from(group.main);
  return capture && header(group.main.headers, "WARC-Record-ID") == warc_record_id(*capture);
}

std::optional<Withdrawal> withdrawal_in(const WarcGroup& group) {
  if (group.main.type != "metadata") return std::nullopt;
  const auto fields = parse_warc_fields(group.main.block);
  const auto why = header(fields, kWithdrawn);
  if (why.empty()) return std::nullopt;
  return Withdrawal{group.main.target_uri, std::string(why), record_time(group.main)};
}

Headers withdrawal_fields(const std::string& why) { return {{kWithdrawn, why}}; }

CaptureRow row_of(const Arrival& arrival, std::string payload, std::string record) {
  const auto& c = arrival.capture;
  CaptureRow row;
  row.id = c.id;
  row.source = c.source;
  row.url = c.url;
  row.final_url = c.final_url;
  row.fetched = c.fetched;
  row.http_status = c.http_status;
  row.content_type = header(c.headers, "Content-Type");
  if (arrival.item) row.item = feed_item_to_json(*arrival.item).dump();
  if (!arrival.machine_use.empty()) row.machine_use = to_json(arrival.machine_use).dump();
  row.payload = std::move(payload);
  row.record = std::move(record);
  return row;
}

Result<void> put_fetched(Store& store, const Arrival& arrival) {
  const auto& c = arrival.capture;
  FetchTask task;
  auto& state = task.state;
  state.url = c.url;
  state.etag = header(c.headers, "ETag");
  state.last_modified = header(c.headers, "Last-Modified");
  state.item_version = task.wanted = arrival.item_version;
  state.capture = c.id;
  state.fetched = c.fetched;
  state.first_fetched = arrival.first_fetched != Time{} ? arrival.first_fetched : c.fetched;
  auto row = fresh_row(c.source, FetchKind::page, c.url, Time{});
  row.lane = 2;
  row.due.reset();
  row.state = to_text(task);
  return store.put_fetch(row);
}

Result<void> put_rows(Store& store, const Arrival& arrival, const CaptureRow& row) {
  KAYNAK_TRY(store.put_capture(row));
  Event event;
  event.at = row.fetched;
  event.kind = "captured";
  event.subject = row.id.value;
  event.detail.set("url", row.url)
      .set("status", row.http_status)
      .set("warc", row.warc)
      .set("offset", row.offset);
  KAYNAK_TRY(store.append_event(event));
  for (const ArticleId& id : arrival.shown_by)
    KAYNAK_TRY(store.enqueue("publish", id.value, Time{}));
  if (!arrival.article) return {};
  return store.enqueue("extract", row.id.value, Time{});
}

}  // namespace kaynak::pipeline_detail
