#include "pipeline/demo.h"

#include <algorithm>

#include "base/strings.h"
#include "base/toml.h"
#include "gather/warc.h"

namespace kaynak {
namespace {

namespace fs = std::filesystem;

constexpr const char* kReplayFolder = "data/demo";
constexpr Seconds kRoundGap{3600};

std::string demo_config() {
  auto text = default_config_text("Kaynak Demo", {"en", "tr", "vi", "es", "ca", "ru", "ar"});
  return replace_all(std::move(text), "[gather]\n",
                     std::string("[gather]\nreplay = \"") + kReplayFolder +
                         "\"   # news from these archives instead of the network\n"
                         "images = true\n"
                         "recheck_hours = 72   # the third round comes 60 hours after the first\n");
}

Result<Capture> capture_from(const Path& samples, const Json& j) {
  Capture c;
  c.url = c.final_url = j["url"].as_string();
  const auto time = parse_iso8601(j["time"].as_string());
  if (c.url.empty() || !time)
    return fail(ErrorCode::malformed, "demo",
                "captures.toml: a capture without url or time: " + j.dump());
  c.fetched = time->utc;
  c.http_status = static_cast<int>(j["status"].as_int(200));
  if (j.contains("content_type"))
    c.headers.emplace_back("Content-Type", j["content_type"].as_string());
  for (const auto& [name, value] : j["headers"].members())
    c.headers.emplace_back(name, value.as_string());
  if (const auto& file = j["file"].as_string(); !file.empty()) {
    KAYNAK_ASSIGN(c.body, read_file(samples / file));
  }
  c.id = capture_id_for(c.url, c.body);
  return c;
}

/// Writes the captures, in order of time, one WARC file a round.
Result<void> pack(const Path& samples, const Path& folder) {
  KAYNAK_ASSIGN(const auto text, read_file(samples / "captures.toml"));
  KAYNAK_ASSIGN(const auto manifest, parse_toml(text, "captures.toml"));
  std::vector<Capture> captures;
  for (const auto& j : manifest["capture"].items()) {
    KAYNAK_ASSIGN(auto capture, capture_from(samples, j));
    captures.push_back(std::move(capture));
  }
  std::stable_sort(captures.begin(), captures.end(),
                   [](const auto& a, const auto& b) { return a.fetched < b.fetched; });
  std::unique_ptr<WarcWriter> writer;
  Time last{};
  for (const auto& capture : captures) {
    if (writer == nullptr || capture.fetched - last > kRoundGap) {
      const auto name = to_rfc3339(capture.fetched).substr(0, 13) + ".warc.gz";
      KAYNAK_ASSIGN(writer, WarcWriter::open(folder / name, "Kaynak/0.1 samples"));
    }
    last = capture.fetched;
    KAYNAK_TRY(writer->append(capture));
  }
  return {};
}

Result<void> copy_folder(const Path& from, const Path& to) {
  std::error_code ec;
  fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::skip_existing, ec);
  if (ec)
    return fail(ErrorCode::unavailable, "demo",
                "can't copy the samples to '" + to.string() + "': " + ec.message());
  return {};
}

}  // namespace

Result<void> make_demo(const Path& samples, const Path& folder) {
  const NewsroomPaths paths{folder};
  if (const auto config = read_file(paths.config())) {
    if (config->find(kReplayFolder) != std::string::npos) return {};
    return fail(ErrorCode::conflict, "demo",
                "'" + folder.string() + "' holds another newsroom; name a new folder");
  }
  // Packed beside and renamed, and kaynak.toml last: a demo that was cut off while it was made is
  // made again.
  const auto replay = folder / kReplayFolder;
  const Path packing(replay.string() + ".new");
  std::error_code ec;
  fs::remove_all(packing, ec);
  fs::create_directories(packing, ec);
  if (ec)
    return fail(ErrorCode::unavailable, "demo",
                "can't make folder '" + packing.string() + "': " + ec.message());
  KAYNAK_TRY(pack(samples, packing));
  fs::remove_all(replay, ec);
  fs::rename(packing, replay, ec);
  if (ec)
    return fail(ErrorCode::unavailable, "demo",
                "can't make '" + replay.string() + "': " + ec.message());
  KAYNAK_TRY(copy_folder(samples / "sources", paths.sources()));
  KAYNAK_TRY(copy_folder(samples / "editions", paths.editions()));
  return Newsroom::create(folder, demo_config());
}

}  // namespace kaynak
