#include "pipeline/newsroom.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

#include "base/hash.h"
#include "base/strings.h"
#include "translate/translate.h"

namespace kaynak {
namespace {

namespace fs = std::filesystem;

Unexpected no_newsroom(const Path& folder) {
  return fail(ErrorCode::not_found, "newsroom",
              "'" + folder.string() +
                  "' is no newsroom (it holds no kaynak.toml); make one with: kaynak init " +
                  folder.string());
}

/// The newsroom's own sources, known to attribution beside the world's agencies.
void teach_sources(AttributionData* data, const SourceBook& sources) {
  for (const auto& entry : sources.all()) {
    const auto& s = entry.source;
    if (s.agency) data->add_agency(s.name, entry.aliases, s.home);
    // One that was only met on import has neither: its name is what its pages call themselves.
    else if (!s.feeds.empty() || !entry.aliases.empty())
      data->add_outlet(s.name, entry.aliases, s.home);
  }
}

}  // namespace

Result<std::unique_ptr<Newsroom>> Newsroom::open(const Path& folder,
                                                 const Environment& environment) {
  NewsroomPaths paths{fs::absolute(folder).lexically_normal()};
  const auto text = read_file(paths.config(), 1 << 20);
  if (!text && text.error().code == ErrorCode::not_found) return no_newsroom(folder);
  if (!text) return fail(text.error());
  KAYNAK_ASSIGN(auto config, parse_config(*text, environment));
  std::unique_ptr<Newsroom> room(new Newsroom(std::move(paths), std::move(config)));
  KAYNAK_TRY(room->load());
  return room;
}

Result<void> Newsroom::load() {
  KAYNAK_ASSIGN(const auto share, share_folder());
  KAYNAK_ASSIGN(sources_, SourceBook::load({paths.sources(), share / "sources"}));
  KAYNAK_ASSIGN(auto attribution, AttributionData::load(share));
  teach_sources(&attribution, *sources_);
  attribution_ = std::make_unique<AttributionData>(std::move(attribution));
  KAYNAK_ASSIGN(gone_phrases_, GonePhrases::load(share));
  KAYNAK_ASSIGN(auto site, Site::load(config.site, {paths.theme(), share / "theme"},
                                      {paths.folder / "locale", share / "locale"}));
  site_ = std::make_unique<Site>(std::move(site));
  ApertiumOptions apertium;
  apertium.modes_folder = config.apertium_modes;
  apertium.timeout = config.engine_timeout;
  apertium.processes_per_pair = static_cast<int>(std::min(2u, jobs()));
  auto engine = make_apertium_engine(apertium);
  if (engine)
    engines_.push_back(std::move(*engine));
  else
    engine_problem_ = engine.error().detail;
  return {};
}

Result<void> Newsroom::create(const Path& folder, const std::string& config_text) {
  const NewsroomPaths paths{folder};
  if (fs::exists(paths.config()))
    return fail(ErrorCode::conflict, "newsroom",
                "'" + folder.string() + "' is a newsroom already; nothing was changed");
  for (const auto& made : {paths.sources(), paths.warc(), paths.site()}) {
    std::error_code ec;
    fs::create_directories(made, ec);
    if (ec)
      return fail(ErrorCode::unavailable, "newsroom",
                  "can't make folder '" + made.string() + "': " + ec.message());
  }
  return write_file_atomically(paths.config(), config_text);
}

std::vector<Engine*> Newsroom::engines() const {
  std::vector<Engine*> out;
  for (const auto& engine : engines_) out.push_back(engine.get());
  return out;
}

std::vector<LanguageTag> Newsroom::edition_targets(const LanguageTag& from) const {
  const auto wanted = [&](const LanguageTag& to) {
    return std::any_of(
        config.editions.begin(), config.editions.end(), [&](const std::string& pair) {
          const auto arrow = pair.find('>');
          return pair == "all" || (LanguageTag(std::string_view(pair).substr(0, arrow)).primary() ==
                                       from.primary() &&
                                   LanguageTag(std::string_view(pair).substr(arrow + 1)) == to);
        });
  };
  std::vector<LanguageTag> out;
  for (const auto& to : config.site.languages)
    if (!same_language(from, to) && wanted(to) &&
        find_route(engines(), {LanguageTag(from.primary()), to}))
      out.push_back(to);
  return out;
}

unsigned Newsroom::jobs() const {
  return config.jobs > 0 ? static_cast<unsigned>(config.jobs)
                         : std::max(1u, std::thread::hardware_concurrency());
}

Result<NewsroomLock> NewsroomLock::take(const NewsroomPaths& paths) {
  std::error_code ec;
  fs::create_directories(paths.data(), ec);
  const int fd = ::open(paths.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0)
    return fail(ErrorCode::unavailable, "newsroom",
                "can't open '" + paths.lock().string() + "'; is the folder writable?");
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return NewsroomLock(fd);
  ::close(fd);
  return fail(ErrorCode::conflict, "newsroom",
              "another kaynak process works on '" + paths.folder.string() +
                  "'; wait until it ends, or stop it");
}

NewsroomLock::~NewsroomLock() {
  if (fd_ >= 0) ::close(fd_);
}

Result<std::string> newsroom_secret(const NewsroomPaths& paths) {
  const auto known = read_file(paths.secret(), 4096);
  if (known && !trim(*known).empty()) return std::string(trim(*known));
  const auto made = random_hex(32);
  KAYNAK_TRY(write_file_atomically(paths.secret(), made + "\n", true));
  std::error_code ignored;  // a secret that others may read is reported by doctor
  fs::permissions(paths.secret(), fs::perms::owner_read | fs::perms::owner_write, ignored);
  return made;
}

}  // namespace kaynak
