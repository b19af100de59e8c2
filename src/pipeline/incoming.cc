#include "pipeline/incoming.h"

#include "pipeline/stages.h"

namespace kaynak {

std::string to_text(const FetchTask& task) {
  Json j = Json::object();
  j.set("state", to_json(task.state)).set_if("wanted", task.wanted).set_if("via", task.via);
  if (task.item) j.set("item", feed_item_to_json(*task.item));
  return j.dump();
}

FetchTask fetch_task_from(const std::string& text) {
  FetchTask task;
  const auto j = parse_json(text);
  if (!j) return task;  // our own text; an unreadable one is as if nothing were known
  task.state = fetch_state_from((*j)["state"]);
  task.wanted = (*j)["wanted"].as_string();
  task.via = (*j)["via"].as_string();
  if (j->contains("item")) task.item = feed_item_from((*j)["item"]);
  return task;
}

void Incoming::keep(Arrival arrival) {
  bytes_ += arrival.capture.body.size();
  arrivals_.push_back(std::move(arrival));
}

void Incoming::put(FetchRow row) {
  removed_.erase(row.key);
  auto key = row.key;
  rows_.insert_or_assign(std::move(key), std::move(row));
}

void Incoming::put_host(HostRow row) {
  auto origin = row.origin;
  hosts_.insert_or_assign(std::move(origin), std::move(row));
}

void Incoming::withdraw(const std::string& url, const std::string& why, bool stated) {
  withdrawn_.push_back({url, why, stated});
}

void Incoming::settle(const std::string& key, const std::string& host) {
  settled_.keys.insert(key);
  settled_.hosts.insert(host);
}

Result<std::optional<FetchRow>> Incoming::row(const std::string& key) {
  const auto found = rows_.find(key);
  if (found != rows_.end()) return std::optional(found->second);
  if (removed_.contains(key)) return std::optional<FetchRow>();
  return store_.fetch_row(key);
}

Result<std::optional<HostRow>> Incoming::host(const std::string& origin) {
  const auto found = hosts_.find(origin);
  if (found != hosts_.end()) return std::optional(found->second);
  return store_.host(origin);
}

Result<void> Incoming::write(Store& store) {
  for (const auto& [key, row] : rows_) KAYNAK_TRY(store.put_fetch(row));
  for (const auto& key : removed_) KAYNAK_TRY(store.remove_fetch(key));
  for (const auto& [origin, row] : hosts_) KAYNAK_TRY(store.put_host(row));
  for (const auto& [url, why, stated] : withdrawn_) {
    Json item = Json().set("url", url).set("why", why);
    if (stated) item.set("stated", true);
    KAYNAK_TRY(store.enqueue("withdraw", item.dump(), Time{}));
  }
  for (const auto& [capture, seen] : looks_)
    KAYNAK_TRY(store.enqueue("extract", look_again_item(capture, seen), Time{}));
  for (const auto& [name, by] : counters_) KAYNAK_TRY(store.count(name, by));
  return {};
}

Result<Incoming::Flushed> Incoming::flush() {
  for (const auto& gone : withdrawn_) KAYNAK_TRY(archive_.note_withdrawal(gone.url, gone.why));
  KAYNAK_ASSIGN(const auto fresh,
                archive_.keep_all(arrivals_, [this](Store& store) { return write(store); }));
  for (std::size_t i = 0; i < fresh.size(); ++i)
    if (arrivals_[i].article) ++(fresh[i] ? settled_.fresh : settled_.known);
  for (const auto& [key, row] : rows_) settled_.hosts.insert(row.host);
  auto out = std::exchange(settled_, {});
  arrivals_.clear();
  bytes_ = 0;
  rows_.clear();
  hosts_.clear();
  removed_.clear();
  withdrawn_.clear();
  looks_.clear();
  counters_.clear();
  return out;
}

}  // namespace kaynak
