/// @file The Store over SQLite. Its methods stand by theme in articles.cc, fetches.cc, stories.cc,
/// editions.cc, search.cc, jobs.cc and event_log.cc.
#pragma once

#include <algorithm>

#include "store/sqlite.h"
#include "store/store.h"

namespace kaynak::store_detail {

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(Database database) : database_(std::move(database)) {}

  Result<void> transaction(const std::function<Result<void>()>& work) override;
  Result<void> put_capture(const CaptureRow& row) override;
  Result<CaptureRow> capture(const CaptureId& id) override;
  Result<void> move_capture(const CaptureRow& row) override;
  Result<std::vector<CaptureRow>> captures_of(const std::string& url) override;
  Result<std::optional<CaptureRow>> capture_with_body(const std::string& payload) override;
  Result<std::optional<std::uint64_t>> last_offset(const std::string& warc) override;
  Result<void> put_fetch_state(const SourceId& source, const Json& state,
                               const std::string& url) override;
  Result<std::vector<Json>> fetch_states(const SourceId& source) override;
  Result<void> put_fetch(const FetchRow& row) override;
  Result<std::optional<FetchRow>> fetch_row(const std::string& key) override;
  Result<void> remove_fetch(const std::string& key) override;
  Result<std::vector<FetchRow>> polls(const SourceId& source) override;
  Result<std::vector<FetchRow>> due_fetches(const std::string& host, Time until,
                                            std::size_t limit) override;
  Result<std::optional<Time>> host_due(const std::string& host) override;
  Result<std::vector<std::string>> fetch_hosts() override;
  Result<void> hasten_fetches(Time at, const SourceId& source) override;
  Result<std::int64_t> overdue_fetches(Time now) override;
  Result<Seconds> oldest_due(Time now) override;
  Result<std::optional<HostRow>> host(const std::string& origin) override;
  Result<void> put_host(const HostRow& row) override;
  Result<void> put_subscription(const Subscription& subscription) override;
  Result<std::optional<Subscription>> subscription(const std::string& key) override;
  Result<void> count(const std::string& name, std::int64_t by) override;
  Result<std::vector<std::pair<std::string, std::int64_t>>> counters() override;
  Result<std::int64_t> articles_since(const SourceId& source, Time since) override;
  Result<void> put_article(const Article& article, const CaptureId& capture) override;
  Result<Article> article(const ArticleId& id) override;
  Result<Article> article_by_url(const std::string& url) override;
  Result<Article> article_at(const ArticleId& id, int version) override;
  Result<ArticleHead> article_head(const ArticleId& id) override;
  Result<std::vector<ArticleHead>> articles_of_source(const SourceId& source,
                                                      std::size_t limit) override;
  Result<std::vector<ArticleHead>> recent_articles(std::size_t limit, std::size_t offset) override;
  Result<std::vector<ArticleId>> all_articles() override;
  Result<int> article_version(const ArticleId& id) override;
  Result<CaptureId> article_capture(const ArticleId& id) override;
  Result<std::vector<ArticleVersion>> versions_of(const ArticleId& id, std::size_t limit) override;
  Result<void> put_signature(const ArticleId& id, const std::vector<std::uint64_t>& bands,
                             const Json& signature) override;
  Result<std::vector<Json>> signatures_sharing(const std::vector<std::uint64_t>& bands) override;
  Result<void> put_story(const Story& story) override;
  Result<Story> story_of(const ArticleId& id) override;
  Result<std::vector<Story>> recent_stories(std::size_t limit) override;
  Result<void> put_edition(const Edition& edition) override;
  Result<Edition> edition(const EditionId& id) override;
  Result<std::vector<Edition>> editions_of(const ArticleId& id) override;
  Result<std::vector<Edition>> held_editions() override;
  Result<void> put_publication(const Publication& publication) override;
  Result<void> remove_publication(const ArticleId& id, const LanguageTag& language) override;
  Result<std::vector<Publication>> publications_of(const ArticleId& id) override;
  Result<std::vector<Publication>> publications_in(const LanguageTag& language) override;
  Result<std::vector<Publication>> publications_of_source(const SourceId& source,
                                                          const LanguageTag& language,
                                                          std::size_t limit) override;
  Result<void> put_comment(const Comment& comment) override;
  Result<Comment> comment(const CommentId& id) override;
  Result<std::vector<Comment>> comments_of(const ArticleId& id,
                                           const LanguageTag& language) override;
  Result<std::vector<Comment>> comments_with(CommentStatus status) override;
  Result<std::map<ArticleId, std::int64_t>> comment_counts(const LanguageTag& language) override;
  Result<void> index_text(const ArticleId& id, const LanguageTag& language,
                          const std::string& headline, const std::string& body) override;
  Result<void> unindex(const ArticleId& id) override;
  Result<std::vector<SearchHit>> search(const std::string& query, std::size_t limit) override;
  Result<void> repeat_if_running(const std::string& stage, const std::string& item) override;
  Result<void> enqueue(const std::string& stage, const std::string& item, Time due) override;
  Result<std::optional<Job>> lease(const std::vector<std::string>& stages, Time now,
                                   Seconds lease_for) override;
  Result<void> complete(const Job& job) override;
  Result<void> renew(const Job& job, Time now, Seconds lease_for) override;
  Result<void> release_leases() override;
  Result<void> retry(const Job& job, Time due, const std::string& why) override;
  Result<void> fail_job(const Job& job, const std::string& why) override;
  Result<JobCounts> job_counts(const std::string& stage) override;
  Result<std::vector<std::pair<Job, std::string>>> failed_jobs() override;
  Result<std::vector<Job>> jobs_waiting(const std::string& stage, std::size_t limit) override;
  Result<std::optional<Time>> next_due(const std::vector<std::string>& stages) override;
  Result<std::int64_t> requeue_failed(const std::string& stage, Time due) override;
  Result<void> append_event(const Event& event) override;
  Result<std::vector<Event>> events(const std::string& subject, std::size_t limit) override;
  Result<LogVerdict> verify_log() override;
  Result<std::vector<std::string>> check() override;
  Result<std::vector<std::pair<std::string, std::int64_t>>> table_counts() override;

 private:
  Result<Story> story_with(const StoryId& id);

  Database database_;
};

/// The JSON text of a column, which only we have written. Errors: malformed.
Result<Json> stored_json(const std::string& text);

/// An array of the values as JSON text, for SQL's json_each.
std::string json_list(const std::vector<std::string>& values);

/// LIMIT's number: SQLite's is signed, and negative means none.
inline std::int64_t sql_limit(std::size_t limit) {
  return static_cast<std::int64_t>(std::min<std::size_t>(limit, 1u << 30));
}

}  // namespace kaynak::store_detail
