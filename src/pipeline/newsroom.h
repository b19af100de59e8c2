/// @file An opened newsroom: its folder, settings, sources, engines and theme, shared by all
/// workers.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "attribute/attribute.h"
#include "base/file.h"
#include "base/result.h"
#include "base/time.h"
#include "extract/gone_notice.h"
#include "pipeline/config.h"
#include "pipeline/source_book.h"
#include "publish/site.h"
#include "store/store.h"
#include "translate/engine.h"

namespace kaynak {

/// Where things are inside a newsroom's folder.
struct NewsroomPaths {
  Path folder;
  Path config() const { return folder / "kaynak.toml"; }
  Path sources() const { return folder / "sources"; }
  Path editions() const {
    return folder / "editions";
  }  ///< people's translations waiting for their originals
  Path data() const { return folder / "data"; }
  Path database() const { return data() / "kaynak.db"; }
  Path warc() const { return data() / "warc"; }
  Path inbox() const { return data() / "inbox"; }  ///< what was pushed and is not taken in yet
  Path lock() const { return data() / "run.lock"; }
  Path secret() const { return data() / "secret"; }
  Path site() const { return folder / "site"; }
  Path theme() const { return folder / "theme"; }
};

/// Everything a stage needs besides its item. Immutable but for `sources`, which is thread-safe,
/// and the engines, which are too; workers share one Newsroom and open a Store each.
class Newsroom {
 public:
  /// Errors: not_found (no kaynak.toml: the detail says how to make one), usage (settings),
  /// malformed (a source file), unavailable (database).
  static Result<std::unique_ptr<Newsroom>> open(const Path& folder, const Environment& environment);
  /// Writes a new newsroom's files; leaves what is there. Errors: conflict (it is one already),
  /// unavailable (disk).
  static Result<void> create(const Path& folder, const std::string& config_text);

  const NewsroomPaths paths;
  const Config config;
  Result<std::unique_ptr<Store>> open_store() const { return open_sqlite_store(paths.database()); }
  SourceBook& sources() const { return *sources_; }
  const AttributionData& attribution() const { return *attribution_; }
  const GonePhrases& gone_phrases() const { return gone_phrases_; }
  const Site& site() const { return *site_; }
  std::vector<Engine*> engines() const;
  /// Why there is no engine, for `doctor` and the table; empty when there is one.
  const std::string& engine_problem() const { return engine_problem_; }
  /// Languages an article of `from` is to be translated into, by the settings and the engines at
  /// hand.
  std::vector<LanguageTag> edition_targets(const LanguageTag& from) const;
  unsigned jobs() const;

 private:
  Newsroom(NewsroomPaths p, Config c) : paths(std::move(p)), config(std::move(c)) {}
  Result<void> load();
  std::unique_ptr<SourceBook> sources_;
  std::unique_ptr<AttributionData> attribution_;
  GonePhrases gone_phrases_;
  std::unique_ptr<Site> site_;
  std::vector<std::unique_ptr<Engine>> engines_;
  std::string engine_problem_;
};

/// Holds a newsroom for one running process: a second `run` waits for nobody, it is told. Released
/// on destruction, and by the system when the process dies.
class NewsroomLock {
 public:
  /// Errors: conflict (another process works on this newsroom).
  static Result<NewsroomLock> take(const NewsroomPaths& paths);
  NewsroomLock(NewsroomLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  ~NewsroomLock();

 private:
  explicit NewsroomLock(int fd) : fd_(fd) {}
  int fd_;
};

/// The newsroom's secret (for form tokens), made on first use, readable by its owner alone.
Result<std::string> newsroom_secret(const NewsroomPaths& paths);

}  // namespace kaynak
