#include "pipeline/images.h"

#include <array>
#include <map>

#include "base/hash.h"
#include "base/strings.h"
#include "pipeline/site_files.h"

namespace kaynak {
namespace {

constexpr std::size_t kRecentArticles = 500;
constexpr int kTries = 2;
const SourceId kImages("images");  // fetch states of pictures that could not be had

/// Types that browsers show as pictures, and the ending a file of that type gets. SVG is served
/// with a policy that lets nothing in it run, and shown by <img> alone, where nothing can.
constexpr std::array<std::pair<const char*, const char*>, 6> kTypes = {{{"image/jpeg", ".jpg"},
                                                                        {"image/png", ".png"},
                                                                        {"image/webp", ".webp"},
                                                                        {"image/gif", ".gif"},
                                                                        {"image/avif", ".avif"},
                                                                        {"image/svg+xml", ".svg"}}};

std::string ending_of(std::string_view content_type) {
  for (const auto& [type, ending] : kTypes)
    if (istarts_with(trim(content_type), type)) return ending;
  return {};
}

Result<std::optional<CaptureRow>> captured(Store& store, const std::string& url) {
  KAYNAK_ASSIGN(const auto rows, store.captures_of(url));
  for (const auto& row : rows)
    if (!ending_of(row.content_type).empty()) return std::optional(row);
  return std::optional<CaptureRow>();
}

std::string path_of(const CaptureRow& row) {
  return "media/" + row.id.value.substr(0, 24) + ending_of(row.content_type);
}

/// One picture: kept, or its failure remembered. Gives whether it came.
Result<bool> fetch_image(Transport& transport, Archive& archive, const std::string& url,
                         std::vector<ArticleId> shown_by, FetchState state, const Clock& clock) {
  auto capture = transport.get({url, {}, {}});
  if (capture && capture->http_status == 200 &&
      !ending_of(header(capture->headers, "Content-Type")).empty()) {
    Arrival arrival;
    arrival.capture = std::move(*capture);
    arrival.capture.url = url;
    arrival.capture.source = kImages;
    arrival.capture.id = capture_id_for(url, arrival.capture.body);
    arrival.article = false;
    arrival.shown_by = std::move(shown_by);
    return archive.keep(arrival);
  }
  state.url = url;
  state.failures += 1;
  state.fetched = clock();
  KAYNAK_TRY(archive.remember(kImages, state));
  return false;
}

}  // namespace

namespace {

struct Picture {
  std::string url;
  std::vector<ArticleId> shown_by;
};

/// Pictures of recent articles whose rights allow keeping them, the newest article's first, each
/// once with all that show it.
Result<std::vector<Picture>> wanted_pictures(const Newsroom& newsroom, Store& store) {
  std::vector<Picture> pictures;
  std::map<std::string, std::size_t> places;
  KAYNAK_ASSIGN(const auto heads, store.recent_articles(kRecentArticles));
  for (const auto& head : heads) {
    const auto entry = newsroom.sources().find(head.source);
    if (!entry || entry->source.rights != Rights::full || head.status != PubStatus::usable)
      continue;
    KAYNAK_ASSIGN(const auto article, store.article(head.id));
    for (const auto& block : article.blocks) {
      if (!block.figure || block.figure->url.empty()) continue;
      const auto [place, fresh] = places.try_emplace(block.figure->url, pictures.size());
      if (fresh) pictures.push_back({block.figure->url, {}});
      auto& shown_by = pictures[place->second].shown_by;
      if (shown_by.empty() || shown_by.back() != article.id) shown_by.push_back(article.id);
    }
  }
  return pictures;
}

}  // namespace

Result<int> gather_images(const Newsroom& newsroom, Transport& transport, Archive& archive,
                          const Clock& clock) {
  KAYNAK_ASSIGN(const auto own, newsroom.open_store());  // the archive's is its own, under a lock
  auto& store = *own;
  std::map<std::string, FetchState> failed;
  KAYNAK_ASSIGN(const auto states, store.fetch_states(kImages));
  for (const auto& j : states) failed[j["url"].as_string()] = fetch_state_from(j);
  KAYNAK_ASSIGN(auto pictures, wanted_pictures(newsroom, store));
  int came = 0;
  for (auto& [url, shown_by] : pictures) {
    KAYNAK_ASSIGN(const auto known, captured(store, url));
    if (known || failed[url].failures >= kTries) continue;
    KAYNAK_ASSIGN(const bool kept,
                  fetch_image(transport, archive, url, std::move(shown_by), failed[url], clock));
    came += kept ? 1 : 0;
  }
  return came;
}

Result<void> use_own_images(const Newsroom& newsroom, Store& store, Article* article) {
  for (auto& block : article->blocks) {
    if (!block.figure || block.figure->url.empty()) continue;
    KAYNAK_ASSIGN(const auto row, captured(store, block.figure->url));
    if (!row) continue;
    const auto path = path_of(*row);
    if (!std::filesystem::exists(newsroom.paths.site() / path)) {
      KAYNAK_ASSIGN(auto capture, read_capture(newsroom, store, *row));
      KAYNAK_TRY(write_site_file(newsroom.paths.site(), {path, std::move(capture.body)}));
    }
    block.figure->url = newsroom.config.site.base_url + "/" + path;
  }
  return {};
}

}  // namespace kaynak
