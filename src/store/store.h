/// @file What the newsroom keeps: articles, editions, stories, comments, jobs, the log, the search
/// index.
///
/// One interface; SQLite behind it today (sqlite_store.h). Bodies of captures are not here but in
/// WARC files; the store holds where. A Store is one connection: not thread-safe, each worker opens
/// its own. Writers wait for each other.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/json.h"
#include "base/result.h"
#include "base/time.h"
#include "model/article.h"
#include "model/capture.h"
#include "model/comment.h"
#include "model/edition.h"
#include "model/event.h"
#include "model/story.h"

namespace kaynak {

/// A piece of work. (stage, item) is unique among open jobs: enqueueing it again does nothing (or,
/// when it is running, marks it to run once more after).
struct Job {
  std::int64_t id = 0;
  std::string stage;  ///< "extract", "trace", "translate", "publish", …
  std::string item;   ///< what it is about
  Time due{};
  int attempts = 0;   ///< how often it was leased before this time
  std::string lease;  ///< token of the worker that has it
};

struct JobCounts {
  std::int64_t waiting = 0, leased = 0, done = 0, failed = 0;
};

struct CaptureRow {
  CaptureId id;
  SourceId source;
  std::string url;
  std::string final_url;
  Time fetched{};
  int http_status = 0;
  std::string content_type;
  std::string warc;          ///< file name inside data/warc
  std::uint64_t offset = 0;  ///< of the record there
  std::string item;          ///< JSON of the feed item that named it, or empty
  std::string machine_use;   ///< JSON of what its publisher reserves, or empty
  std::string payload;       ///< SHA-256 of the body, hexadecimal; empty where not known
  std::string record;        ///< WARC-Record-ID, with its brackets; empty where not known
  CaptureId body_of;         ///< capture that holds the body, where the record here is a revisit
};

/// Something that is fetched again and again, and when next.
struct FetchRow {
  std::string key;
  SourceId source;
  std::string kind;  ///< "feed", "sitemap", "section", "page"
  std::string url;
  std::string host;         ///< whose turns it counts against
  int lane = 0;             ///< 0 polls, 1 pages not had yet, 2 pages looked at again
  std::optional<Time> due;  ///< nothing: never
  std::string state;        ///< JSON
};

/// What a web server asks of robots and of text and data miners, as its files say.
struct HostRow {
  std::string origin;     ///< "https://news.example:8443"
  std::string robots;     ///< the file
  int robots_status = 0;  ///< of the answer; 0: it did not come
  Time robots_until{};    ///< asked again then
  std::string tdmrep;     ///< the file; empty where there is none
  Time tdmrep_until{};
};

/// What a WebSub hub was asked to send, and has confirmed to.
struct Subscription {
  std::string key;  ///< of the poll it is for
  std::string topic, hub;
  Time asked{};
  Time until{};  ///< end of the lease; the epoch: not confirmed
};

/// A page that stands on the site.
struct Publication {
  ArticleId article;
  LanguageTag language;  ///< of the site's folder
  std::string path;      ///< relative to the site, fixed at first publication
  Time first_published{};
  Time updated{};
  std::string digest;  ///< of the bytes on disk
};

/// What a listing shows of an article without reading it whole.
struct ArticleHead {
  ArticleId id;
  SourceId source;
  StoryId story;
  LanguageTag language;
  std::string url;
  std::string headline;
  std::optional<Time> published;
  PubStatus status = PubStatus::usable;
};

/// A version of an article, and the capture it was read from.
struct ArticleVersion {
  int version = 0;
  CaptureId capture;  ///< empty: none
};

struct SearchHit {
  ArticleId article;
  LanguageTag language;  ///< of the text that matched
  std::string headline;
  std::string snippet;  ///< plain text around the match
  double rank = 0;      ///< smaller is better (bm25)
};

struct LogVerdict {
  std::int64_t entries = 0;
  std::string
      head;  ///< hash of the last entry; keep it elsewhere to prove that none was cut off after it
  std::int64_t first_bad =
      0;  ///< sequence of the first entry that does not fit; 0 when the log is whole
  std::string problem;
};

class Store {
 public:
  virtual ~Store() = default;

  /// Runs `work` in one write transaction: all of it is kept, or (error, exception, crash) nothing.
  /// Not nested. Everything else below is all-or-nothing by itself. Commits reach the disk before
  /// this returns.
  virtual Result<void> transaction(const std::function<Result<void>()>& work) = 0;

  // --- captures and fetch states
  virtual Result<void> put_capture(
      const CaptureRow& row) = 0;  ///< the same id again changes nothing
  virtual Result<CaptureRow> capture(const CaptureId& id) = 0;  ///< errors: not_found
  /// Where the record of a known capture is now, and what is known of its body; nothing else of the
  /// row changes.
  virtual Result<void> move_capture(const CaptureRow& row) = 0;
  /// A capture whose record holds the body with this digest itself; nothing where there is none.
  virtual Result<std::optional<CaptureRow>> capture_with_body(const std::string& payload) = 0;
  virtual Result<std::vector<CaptureRow>> captures_of(
      const std::string& url) = 0;  ///< newest first
  /// Offset of the newest record that a row names in a WARC file; nothing where no row does. What
  /// stands behind it was written by a process that died before its row was kept.
  virtual Result<std::optional<std::uint64_t>> last_offset(const std::string& warc) = 0;
  virtual Result<void> put_fetch_state(const SourceId& source, const Json& state,
                                       const std::string& url) = 0;
  virtual Result<std::vector<Json>> fetch_states(const SourceId& source) = 0;

  // --- what is fetched next
  virtual Result<void> put_fetch(const FetchRow& row) = 0;  ///< new, or in its key's place
  virtual Result<std::optional<FetchRow>> fetch_row(const std::string& key) = 0;
  virtual Result<void> remove_fetch(const std::string& key) = 0;
  /// What is polled (lane 0) of one source, or of all where it is empty; by source and address.
  virtual Result<std::vector<FetchRow>> polls(const SourceId& source = {}) = 0;
  /// Of one host, due until then: lane by lane, what has waited longest first.
  virtual Result<std::vector<FetchRow>> due_fetches(const std::string& host, Time until,
                                                    std::size_t limit) = 0;
  virtual Result<std::optional<Time>> host_due(const std::string& host) = 0;  ///< the earliest
  virtual Result<std::vector<std::string>> fetch_hosts() = 0;  ///< that have anything due, ever
  /// Makes all that is due some day due at `at`, one outlet's or (empty) everybody's.
  virtual Result<void> hasten_fetches(Time at, const SourceId& source = {}) = 0;
  virtual Result<std::int64_t> overdue_fetches(Time now) = 0;  ///< how many
  virtual Result<Seconds> oldest_due(Time now) = 0;            ///< how late what is due longest is
  virtual Result<std::optional<HostRow>> host(const std::string& origin) = 0;
  virtual Result<void> put_host(const HostRow& row) = 0;
  virtual Result<void> put_subscription(const Subscription& subscription) = 0;
  virtual Result<std::optional<Subscription>> subscription(const std::string& key) = 0;
  virtual Result<void> count(const std::string& name, std::int64_t by) = 0;
  virtual Result<std::vector<std::pair<std::string, std::int64_t>>> counters() = 0;  ///< by name
  /// Articles of a source first kept since then.
  virtual Result<std::int64_t> articles_since(const SourceId& source, Time since) = 0;

  // --- articles
  /// New, or a new version; nothing where the latest version differs in nothing but its time of
  /// capture. Earlier versions are kept. Errors: not_found (a `capture` that was not put; an empty
  /// one is none).
  virtual Result<void> put_article(const Article& article, const CaptureId& capture) = 0;
  virtual Result<Article> article(const ArticleId& id) = 0;  ///< latest version; errors: not_found
  virtual Result<Article> article_by_url(
      const std::string& url) = 0;  ///< of the newest capture asked for there; errors: not_found
  virtual Result<Article> article_at(const ArticleId& id, int version) = 0;  ///< errors: not_found
  virtual Result<ArticleHead> article_head(const ArticleId& id) = 0;         ///< errors: not_found
  virtual Result<std::vector<ArticleHead>> articles_of_source(
      const SourceId& source, std::size_t limit) = 0;  ///< newest first
  virtual Result<std::vector<ArticleHead>> recent_articles(
      std::size_t limit, std::size_t offset = 0) = 0;  ///< newest first
  virtual Result<std::vector<ArticleId>> all_articles() = 0;
  virtual Result<int> article_version(
      const ArticleId& id) = 0;  ///< 1 for the first; 0 where there is none
  virtual Result<CaptureId> article_capture(const ArticleId& id) = 0;
  /// The newest `limit` versions, oldest first; none where there is no such article.
  virtual Result<std::vector<ArticleVersion>> versions_of(const ArticleId& id,
                                                          std::size_t limit) = 0;

  // --- tracing
  virtual Result<void> put_signature(const ArticleId& id, const std::vector<std::uint64_t>& bands,
                                     const Json& signature) = 0;
  virtual Result<std::vector<Json>> signatures_sharing(const std::vector<std::uint64_t>& bands) = 0;
  virtual Result<void> put_story(
      const Story& story) = 0;  ///< members move here from whatever story they were in
  virtual Result<Story> story_of(const ArticleId& id) = 0;  ///< errors: not_found
  virtual Result<std::vector<Story>> recent_stories(
      std::size_t limit) = 0;  ///< by latest publication of a member

  // --- editions
  virtual Result<void> put_edition(const Edition& edition) = 0;
  virtual Result<Edition> edition(const EditionId& id) = 0;
  virtual Result<std::vector<Edition>> editions_of(const ArticleId& id) = 0;
  virtual Result<std::vector<Edition>> held_editions() = 0;

  // --- publications
  virtual Result<void> put_publication(const Publication& publication) = 0;
  virtual Result<void> remove_publication(const ArticleId& id, const LanguageTag& language) = 0;
  virtual Result<std::vector<Publication>> publications_of(const ArticleId& id) = 0;
  virtual Result<std::vector<Publication>> publications_in(
      const LanguageTag& language) = 0;  ///< newest first
  /// The pages of one outlet in one language's folder, newest first.
  virtual Result<std::vector<Publication>> publications_of_source(const SourceId& source,
                                                                  const LanguageTag& language,
                                                                  std::size_t limit) = 0;

  // --- comments
  virtual Result<void> put_comment(const Comment& comment) = 0;
  virtual Result<Comment> comment(const CommentId& id) = 0;
  virtual Result<std::vector<Comment>> comments_of(
      const ArticleId& id, const LanguageTag& language) = 0;  ///< approved, oldest first
  virtual Result<std::vector<Comment>> comments_with(CommentStatus status) = 0;  ///< oldest first
  /// How many approved comments the pages of a language have; pages without one are left out.
  virtual Result<std::map<ArticleId, std::int64_t>> comment_counts(const LanguageTag& language) = 0;

  // --- search
  virtual Result<void> index_text(
      const ArticleId& id, const LanguageTag& language, const std::string& headline,
      const std::string& body) = 0;  ///< replaces what was indexed for the pair
  virtual Result<void> unindex(const ArticleId& id) = 0;
  /// Texts of any language in which all words of `query` occur, best first; where there is none,
  /// those with words that begin so. Case, marks and punctuation do not count; there is no query
  /// syntax. At most 16 words of a query are read.
  virtual Result<std::vector<SearchHit>> search(const std::string& query, std::size_t limit) = 0;

  // --- jobs
  // A (stage, item) has one job for ever: enqueued while it waits, it stays as it is; while leased,
  // it runs once more after; when done or failed, it waits again with no attempts counted.
  virtual Result<void> enqueue(const std::string& stage, const std::string& item, Time due) = 0;
  /// Has a job that is leased now run once more after; does nothing to any other.
  virtual Result<void> repeat_if_running(const std::string& stage, const std::string& item) = 0;
  /// The job of these stages (of any, where none is named) that has been due longest, or whose
  /// lease ran out.
  virtual Result<std::optional<Job>> lease(const std::vector<std::string>& stages, Time now,
                                           Seconds lease_for) = 0;
  virtual Result<void> complete(
      const Job& job) = 0;  ///< errors: conflict (the lease ran out and another has it)
  virtual Result<void> renew(const Job& job, Time now,
                             Seconds lease_for) = 0;  ///< errors: conflict, as for all below
  /// Ends every lease: for a process that knows that no other works here.
  virtual Result<void> release_leases() = 0;
  virtual Result<void> retry(const Job& job, Time due, const std::string& why) = 0;
  virtual Result<void> fail_job(const Job& job, const std::string& why) = 0;
  virtual Result<JobCounts> job_counts(const std::string& stage = {}) = 0;
  virtual Result<std::vector<std::pair<Job, std::string>>> failed_jobs() = 0;  ///< with the reason
  virtual Result<std::vector<Job>> jobs_waiting(
      const std::string& stage, std::size_t limit) = 0;  ///< soonest first; empty: all
  /// When the next job can be leased: due, or the end of a lease. Nothing where no job is open.
  virtual Result<std::optional<Time>> next_due(const std::vector<std::string>& stages) = 0;
  virtual Result<std::int64_t> requeue_failed(const std::string& stage,
                                              Time due) = 0;  ///< how many; empty: all stages

  // --- log
  /// Sequence, previous and hash are filled in (docs/formats-log.md). Errors: usage (a line break
  /// in kind or subject).
  virtual Result<void> append_event(const Event& event) = 0;
  virtual Result<std::vector<Event>> events(
      const std::string& subject, std::size_t limit) = 0;  ///< empty subject: all; newest first
  virtual Result<LogVerdict> verify_log() = 0;  ///< walks it entry by entry, in constant memory

  /// Problems an operator should know of (integrity check, foreign keys, schema newer than this
  /// program).
  virtual Result<std::vector<std::string>> check() = 0;
  virtual Result<std::vector<std::pair<std::string, std::int64_t>>>
  table_counts() = 0;  ///< rows a table, by name
};

struct StoreOptions {
  std::int64_t max_bytes =
      0;  ///< the database file's limit (rounded to its pages); 0: only the disk's
  Milliseconds busy_timeout{10000};  ///< how long to wait while another connection writes
};

/// Opens (and makes, or migrates) the database file. Errors: unavailable (disk, rights, lock),
/// unsupported (a newer Kaynak's, or another program's), malformed (damaged, or no database).
Result<std::unique_ptr<Store>> open_sqlite_store(const Path& path,
                                                 const StoreOptions& options = {});

}  // namespace kaynak
