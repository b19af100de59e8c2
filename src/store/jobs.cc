// The queue. A job is one row; `ready` is when a worker may take it (schema/0001).
#include "base/hash.h"
#include "store/sqlite_store.h"

namespace kaynak::store_detail {
namespace {

Job job_row(const Query& row) {
  Job job;
  job.id = row.integer(0);
  job.stage = row.text(1);
  job.item = row.text(2);
  job.due = row.time(3);
  job.attempts = static_cast<int>(row.integer(4));
  job.lease = row.text(5);
  return job;
}

/// After a change that named the job's lease: nothing changed, so somebody else has it.
Result<void> held(const Database& database, const Job& job) {
  if (database.changes() > 0) return {};
  return fail(ErrorCode::conflict, "store",
              "the lease on " + job.stage + " " + job.item + " ran out and the job moved on");
}

Result<std::string> stage_list(Database& database, const std::vector<std::string>& stages) {
  if (!stages.empty()) return json_list(stages);
  auto query = database.query("list the stages", "SELECT DISTINCT stage FROM jobs");
  KAYNAK_ASSIGN(const auto known, all(query, [](const Query& row) { return row.text(0); }));
  return json_list(known);
}

/// Ends the job in `state`, or, if it was enqueued meanwhile, lets it wait for its next run.
Result<void> end(Database& database, const Job& job, const char* state, const std::string& why) {
  KAYNAK_TRY(database
                 .query("end the job",
                        "UPDATE jobs SET lease = '', again = NULL, ready = again,"
                        " due = coalesce(again, due), why = iif(again IS NULL, ?4, ''),"
                        " state = iif(again IS NULL, ?3, 'waiting'),"
                        " attempts = iif(again IS NULL, attempts, 0)"
                        " WHERE id = ?1 AND lease = ?2 AND state = 'leased'")
                 .with(job.id, job.lease, state, why)
                 .run());
  return held(database, job);
}

}  // namespace

Result<void> SqliteStore::enqueue(const std::string& stage, const std::string& item, Time due) {
  return database_
      .query("enqueue a job",
             "INSERT INTO jobs (stage, item, state, ready, due) VALUES (?1, ?2, 'waiting', ?3, ?3)"
             " ON CONFLICT (stage, item) DO UPDATE SET"
             " again = iif(state = 'leased', coalesce(min(again, ?3), ?3), NULL),"
             " ready = iif(state = 'leased', ready, ?3), due = iif(state = 'leased', due, ?3),"
             " attempts = iif(state = 'leased', attempts, 0), why = '',"
             " state = iif(state = 'leased', 'leased', 'waiting')"
             " WHERE state != 'waiting'")
      .with(stage, item, due)
      .run();
}

Result<void> SqliteStore::repeat_if_running(const std::string& stage, const std::string& item) {
  return database_
      .query("repeat a running job",
             "UPDATE jobs SET again = coalesce(min(again, ?3), ?3)"
             " WHERE stage = ?1 AND item = ?2 AND state = 'leased'")
      .with(stage, item, Time{})
      .run();
}

Result<std::optional<Job>> SqliteStore::lease(const std::vector<std::string>& stages, Time now,
                                              Seconds lease_for) {
  KAYNAK_ASSIGN(const std::string wanted, stage_list(database_, stages));
  // The head of each stage by the index, then the earliest of these: no stage's queue is walked.
  auto query = database_.query(
      "lease a job",
      "UPDATE jobs SET state = 'leased', lease = ?3, ready = ?4, attempts = attempts + 1"
      " WHERE id = (SELECT j.id FROM json_each(?1) AS s JOIN jobs AS j ON j.id ="
      " (SELECT id FROM jobs WHERE stage = s.value AND ready <= ?2 ORDER BY ready, id LIMIT 1)"
      " ORDER BY j.ready, j.id LIMIT 1)"
      " RETURNING id, stage, item, due, attempts - 1, lease");
  query.with(wanted, now, random_hex(16), Time(now + lease_for));
  KAYNAK_ASSIGN(const bool any, query.next());
  if (!any) return std::optional<Job>();
  std::optional<Job> job = job_row(query);
  KAYNAK_TRY(query.run());  // the change is committed by the step after the row
  return job;
}

Result<void> SqliteStore::complete(const Job& job) { return end(database_, job, "done", ""); }

Result<void> SqliteStore::fail_job(const Job& job, const std::string& why) {
  return end(database_, job, "failed", why);
}

Result<void> SqliteStore::renew(const Job& job, Time now, Seconds lease_for) {
  KAYNAK_TRY(database_
                 .query("renew the lease",
                        "UPDATE jobs SET ready = ?3 WHERE id = ?1 AND lease = ?2"
                        " AND state = 'leased'")
                 .with(job.id, job.lease, Time(now + lease_for))
                 .run());
  return held(database_, job);
}

Result<void> SqliteStore::release_leases() {
  return database_
      .query("end every lease",
             "UPDATE jobs SET state = 'waiting', lease = '', ready = due, again = NULL,"
             " attempts = max(attempts - 1, 0) WHERE state = 'leased'")
      .run();
}

Result<void> SqliteStore::retry(const Job& job, Time due, const std::string& why) {
  KAYNAK_TRY(database_
                 .query("put the job back",
                        "UPDATE jobs SET state = 'waiting', lease = '', again = NULL, ready = ?3,"
                        " due = ?3, why = ?4 WHERE id = ?1 AND lease = ?2 AND state = 'leased'")
                 .with(job.id, job.lease, due, why)
                 .run());
  return held(database_, job);
}

Result<JobCounts> SqliteStore::job_counts(const std::string& stage) {
  auto query = database_.query("count jobs",
                               "SELECT sum(state = 'waiting'), sum(state = 'leased'),"
                               " sum(state = 'done'), sum(state = 'failed') FROM jobs"
                               " WHERE ?1 = '' OR stage = ?1");
  KAYNAK_TRY(query.with(stage).next());
  return JobCounts{query.integer(0), query.integer(1), query.integer(2), query.integer(3)};
}

Result<std::vector<std::pair<Job, std::string>>> SqliteStore::failed_jobs() {
  auto query = database_.query("list failed jobs",
                               "SELECT id, stage, item, due, attempts, lease, why FROM jobs"
                               " WHERE state = 'failed' ORDER BY stage, id");
  return all(query, [](const Query& row) { return std::pair(job_row(row), row.text(6)); });
}

Result<std::vector<Job>> SqliteStore::jobs_waiting(const std::string& stage, std::size_t limit) {
  auto query = database_.query("list waiting jobs",
                               "SELECT id, stage, item, due, attempts, lease FROM jobs"
                               " WHERE state = 'waiting' AND (?1 = '' OR stage = ?1)"
                               " ORDER BY ready, id LIMIT ?2");
  return all(query.with(stage, sql_limit(limit)), job_row);
}

Result<std::optional<Time>> SqliteStore::next_due(const std::vector<std::string>& stages) {
  KAYNAK_ASSIGN(const std::string wanted, stage_list(database_, stages));
  auto query = database_.query("look for the next job",
                               "SELECT min((SELECT min(ready) FROM jobs WHERE stage = s.value))"
                               " FROM json_each(?) AS s");
  KAYNAK_TRY(query.with(wanted).next());
  return query.optional_time(0);
}

Result<std::int64_t> SqliteStore::requeue_failed(const std::string& stage, Time due) {
  KAYNAK_TRY(database_
                 .query("put failed jobs back",
                        "UPDATE jobs SET state = 'waiting', ready = ?2, due = ?2, attempts = 0,"
                        " why = '' WHERE state = 'failed' AND (?1 = '' OR stage = ?1)")
                 .with(stage, due)
                 .run());
  return database_.changes();
}

}  // namespace kaynak::store_detail
