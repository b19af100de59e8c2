#include "pipeline/inputs_warc.h"

#include "base/strings.h"
#include "pipeline/archive_record.h"
#include "wire/wire.h"

namespace kaynak::pipeline_detail {
namespace {

constexpr std::size_t kMaxNames = 2'000'000;
constexpr std::string_view kLocal = "file:///";  // imported from a file once

bool is_web(std::string_view uri) {
  return istarts_with(uri, "http://") || istarts_with(uri, "https://");
}

bool is_ok(int status) { return status >= 200 && status < 300; }

bool is_html(const Headers& headers) {
  const auto type = ascii_lower(header(headers, "Content-Type"));
  return type.empty() || type.find("html") != std::string::npos || type.starts_with("text/xml") ||
         type.starts_with("application/xml");
}

/// Whether the archive says itself that this is no article: a feed, a picture.
bool is_known_other(const WarcGroup& group) {
  Arrival arrival;
  return read_archive_fields(group.metadata, &arrival) && !arrival.article;
}

/// The page of an answer whose body is in `payload`. `record` tells address and date.
InputPage page_from(const WarcRecord& record, const Headers& metadata, HttpMessage&& message) {
  InputPage page;
  const auto& uri = record.target_uri;
  if (istarts_with(uri, kLocal))
    page.id = uri.substr(kLocal.size());
  else
    page.id = page.url = uri;
  page.content_type = header(message.headers, "Content-Type");
  page.bytes = std::move(message.payload);
  if (const auto at = record_time(record); at != Time{}) page.fetched = at;
  auto& arrival = page.arrival.emplace();
  auto& c = arrival.capture;
  c.url = page.url.empty() ? uri : page.url;
  if (const auto asked = header(record.headers, "Kaynak-Requested-URI"); !asked.empty())
    c.url = asked;
  c.final_url = page.url;
  c.http_status = message.status;
  c.headers = std::move(message.headers);
  c.ip = header(record.headers, "WARC-IP-Address");
  if (!read_archive_fields(metadata, &arrival)) c.metadata = metadata;
  return page;
}

class WarcPages : public PageReader {
 public:
  WarcPages(std::string path, WarcInputs* shared)
      : path_(std::make_shared<const std::string>(std::move(path))), shared_(*shared) {}

  Result<std::optional<InputPage>> next() override {
    if (done_) return std::optional<InputPage>();
    if (!groups_) {
      auto opened = open_warc(*path_);
      if (!opened) return stop(std::move(opened).error());
      groups_.emplace(std::move(*opened));
    }
    for (;;) {
      auto group = groups_->next();
      if (!group) {
        if (auto page = failed(std::move(group).error())) return page;
        continue;
      }
      if (!*group) return end();
      if (auto page = page_of(**group)) return page;
    }
  }

 private:
  /// A record that could not be read; one that is too large is reported as a page.
  std::optional<InputPage> failed(Error error) {
    if (error.code == ErrorCode::too_large) return bad_page({}, std::move(error));
    ++shared_.passed.damaged;
    ++damaged_;
    if (!first_) first_ = std::move(error);
    return std::nullopt;
  }

  std::optional<InputPage> page_of(WarcGroup& group) {
    const auto& main = group.main;
    const bool known = is_web(main.target_uri) || istarts_with(main.target_uri, kLocal);
    if (main.type == "revisit" && known) return revisit(group);
    if (main.type != "response" || !known) return std::nullopt;
    auto message = parse_http_message(main.block, shared_.options.max_page_bytes);
    if (!message) return bad_page(main.target_uri, std::move(message).error());
    if (!is_ok(message->status)) return pass_over(&shared_.passed.not_ok);
    const auto type = header(message->headers, "Content-Type");
    const bool readable = is_html(message->headers) || sniff_wire(message->payload, type);
    if (!readable || is_known_other(group)) return pass_over(&shared_.passed.not_html);
    if (shared_.options.revisits) shared_.originals.add(main, path_);
    auto page = page_from(main, group.metadata, std::move(*message));
    page.arrival->capture.request_head = std::move(group.request_head);
    return page;
  }

  std::optional<InputPage> revisit(const WarcGroup& group) {
    if (!shared_.options.revisits) return std::nullopt;
    if (header(group.main.headers, "WARC-Profile").ends_with("/server-not-modified"))
      return pass_over(&shared_.passed.not_ok);
    if (is_known_other(group)) return pass_over(&shared_.passed.not_html);
    const OriginalPages::Place here{path_, group.main.offset, group.main.index_in_member};
    if (shared_.originals.find(group.main) != nullptr) return late_page(here, &shared_);
    shared_.waiting.push_back(here);
    return std::nullopt;
  }

  std::optional<InputPage> pass_over(std::int64_t* count) {
    ++*count;
    return std::nullopt;
  }

  std::optional<InputPage> bad_page(const std::string& uri, Error error) {
    InputPage page;
    page.id = page.url = uri.empty() ? *path_ : uri;
    page.error = std::move(error);
    return page;
  }
  Unexpected stop(Error error) {
    done_ = true;
    error.detail = "'" + *path_ + "': " + error.detail;
    return fail(std::move(error));
  }
  Result<std::optional<InputPage>> end() {
    done_ = true;
    if (!first_) return std::optional<InputPage>();
    return fail(first_->code, "input",
                "'" + *path_ + "': " + std::to_string(damaged_) +
                    (damaged_ == 1 ? " record" : " records") + " skipped (" + first_->detail +
                    "); the others are good");
  }

  std::shared_ptr<const std::string> path_;
  WarcInputs& shared_;
  std::optional<WarcGroupReader> groups_;
  std::optional<Error> first_;
  std::int64_t damaged_ = 0;
  bool done_ = false;
};

/// The record there, with what is concurrent to it where it begins its gzip member.
Result<WarcGroup> group_at(const OriginalPages::Place& place) {
  if (place.index_in_member == 0) {
    KAYNAK_ASSIGN(auto reader, open_warc(*place.path, {}, place.offset));
    KAYNAK_ASSIGN(auto group, WarcGroupReader(std::move(reader)).next());
    if (group && group->main.offset == place.offset) return std::move(*group);
  }
  WarcGroup alone;
  KAYNAK_ASSIGN(alone.main, read_record_at(*place.path, place.offset, place.index_in_member));
  return alone;
}

std::string date_key(std::string_view uri, std::string_view date) {
  return "at " + std::string(date) + " " + std::string(uri);
}

}  // namespace

void OriginalPages::name(std::string key, const Place& place) {
  if (places_.size() < kMaxNames) places_.insert_or_assign(std::move(key), place);
}

void OriginalPages::add(const WarcRecord& record, const std::shared_ptr<const std::string>& path) {
  const Place place{path, record.offset, record.index_in_member};
  if (const auto id = header(record.headers, "WARC-Record-ID"); !id.empty())
    name("id " + std::string(id), place);
  name(date_key(record.target_uri, record.date), place);
  if (const auto digest = header(record.headers, "WARC-Payload-Digest"); !digest.empty())
    name("of " + std::string(digest), place);
}

const OriginalPages::Place* OriginalPages::find(const WarcRecord& revisit) const {
  const auto of = [&](const char* name) { return std::string(header(revisit.headers, name)); };
  auto uri = of("WARC-Refers-To-Target-URI");
  if (uri.size() > 1 && uri.front() == '<' && uri.back() == '>')
    uri = uri.substr(1, uri.size() - 2);
  for (const auto& key : {"id " + of("WARC-Refers-To"), date_key(uri, of("WARC-Refers-To-Date")),
                          "of " + of("WARC-Payload-Digest")}) {
    const auto found = places_.find(key);
    if (found != places_.end()) return &found->second;
  }
  return nullptr;
}

std::unique_ptr<PageReader> open_warc_pages(const std::string& path, WarcInputs* shared) {
  return std::make_unique<WarcPages>(path, shared);
}

std::optional<InputPage> late_page(const OriginalPages::Place& revisit, WarcInputs* shared) {
  const auto none = [&]() -> std::optional<InputPage> {
    ++shared->passed.without_original;
    return std::nullopt;
  };
  const auto group = group_at(revisit);
  if (!group) return none();
  const auto& record = group->main;
  const auto* place = shared->originals.find(record);
  if (place == nullptr) return none();
  const auto original = read_record_at(*place->path, place->offset, place->index_in_member);
  if (!original) return none();
  auto message = parse_http_message(original->block, shared->options.max_page_bytes);
  if (!message) return none();
  if (carries_http(record)) {
    auto again = parse_http_message(record.block, shared->options.max_page_bytes);
    if (again && is_ok(again->status)) message->headers = std::move(again->headers);
  }
  return page_from(record, group->metadata, std::move(*message));
}

}  // namespace kaynak::pipeline_detail
