/// @file What is remembered of an address that is fetched again and again.
#pragma once

#include <string>

#include "base/json.h"
#include "base/time.h"
#include "model/ids.h"

namespace kaynak {

/// What an address is to its source.
enum class FetchKind { feed, sitemap, section, page };
const char* to_string(FetchKind kind);
/// The kind of that name; page where there is none.
FetchKind fetch_kind_from(std::string_view name);
/// Feeds, sitemaps and section pages are polled: they are asked for what is new.
inline bool is_polled(FetchKind kind) { return kind != FetchKind::page; }

/// Of an address between two fetches. Times that never were are the epoch.
struct FetchState {
  std::string url;
  std::string etag;
  std::string last_modified;
  std::string item_version;  ///< of the feed item that named it: its updated time, else a digest of
                             ///< title and summary
  CaptureId capture;         ///< last body that came
  Time fetched{};            ///< last asked
  int failures = 0;          ///< in a row
  Time first_fetched{};      ///< when a body came first: what decides whether it is still young

  Time last_success{};     ///< of a poll: an answer that could be read, or "not modified"
  Time last_new{};         ///< of a poll: one that brought something new
  std::string last_error;  ///< in words; empty after a success
  std::string moved_to;    ///< where permanent redirects lead: asked there first
  Time not_before{};       ///< its server asks not to be asked earlier
  double quick_rate = 0, steady_rate = 0;  ///< new items a day, over hours and over days
  Seconds hint{0};         ///< of a feed: how long it asks to be left alone; 0: it does not say
  std::string hub, topic;  ///< WebSub, as the feed names them
  std::string retired;     ///< why it is never asked again; empty: it is
};

Json to_json(const FetchState& state);
FetchState fetch_state_from(const Json& json);

}  // namespace kaynak
