#include "cli/serving.h"

#include <chrono>
#include <mutex>
#include <thread>

#include "base/log.h"
#include "cli/args.h"
#include "cli/console.h"
#include "pipeline/pages.h"
#include "pipeline/websub.h"
#include "serve/serve.h"

namespace kaynak {
namespace {

/// One store for all of the server's threads, one at a time: comments and searches are few and
/// short.
class SharedStore {
 public:
  SharedStore(const Newsroom& newsroom, std::unique_ptr<Store> store)
      : newsroom_(newsroom), store_(std::move(store)) {}

  Result<void> post(const Comment& comment) {
    const std::lock_guard lock(mutex_);
    return store_->transaction([&]() -> Result<void> {
      KAYNAK_TRY(store_->put_comment(comment));
      Event event;
      event.at = comment.created;
      event.kind = "commented";
      event.subject = comment.id.value;
      event.detail.set("article", comment.article.value).set("language", comment.language.value);
      return store_->append_event(event);
    });
  }
  Result<Listing> search(const LanguageTag& language, const std::string& query) {
    const std::lock_guard lock(mutex_);
    return search_listing(newsroom_, *store_, language, query);
  }
  std::vector<std::pair<std::string, double>> gauges() {
    const std::lock_guard lock(mutex_);
    std::vector<std::pair<std::string, double>> out;
    if (const auto counts = store_->job_counts()) {
      out.emplace_back("kaynak_jobs_waiting", static_cast<double>(counts->waiting));
      out.emplace_back("kaynak_jobs_leased", static_cast<double>(counts->leased));
      out.emplace_back("kaynak_jobs_failed", static_cast<double>(counts->failed));
    }
    if (const auto tables = store_->table_counts())
      for (const auto& [name, rows] : *tables)
        if (name == "articles" || name == "editions" || name == "comments" || name == "captures")
          out.emplace_back("kaynak_" + name, static_cast<double>(rows));
    if (const auto totals = store_->counters())
      for (const auto& [name, value] : *totals)
        out.emplace_back("kaynak_gather_" + name + "_total", static_cast<double>(value));
    if (const auto due = store_->overdue_fetches(system_now()))
      out.emplace_back("kaynak_gather_overdue", static_cast<double>(*due));
    if (const auto lag = store_->oldest_due(system_now()))
      out.emplace_back("kaynak_gather_lag_seconds", static_cast<double>(lag->count()));
    if (const auto held = store_->comments_with(CommentStatus::held))
      out.emplace_back("kaynak_comments_held", static_cast<double>(held->size()));
    return out;
  }
  Result<void> healthy() {
    const std::lock_guard lock(mutex_);
    const auto counts = store_->job_counts();
    if (!counts) return fail(counts.error());
    return {};
  }
  Result<void> confirm(const std::string& id, const std::string& mode, const std::string& topic,
                       Seconds lease) {
    const std::lock_guard lock(mutex_);
    return websub_confirm(newsroom_, *store_, id, mode, topic, lease, system_now());
  }
  Result<void> deliver(Delivery d) {
    const std::lock_guard lock(mutex_);
    return websub_deliver(newsroom_, *store_, d.to, d.signature, d.content_type, std::move(d.body),
                          system_now());
  }
  bool page_exists(const ArticleId& article, const LanguageTag& language) {
    const std::lock_guard lock(mutex_);
    const auto publications = store_->publications_of(article);
    if (!publications) return false;
    for (const auto& p : *publications)
      if (p.language == language) return true;
    return false;
  }

 private:
  std::mutex mutex_;
  const Newsroom& newsroom_;
  std::unique_ptr<Store> store_;
};

ServeHooks hooks_of(const Newsroom& newsroom, SharedStore& store) {
  ServeHooks hooks;
  hooks.post_comment = [&store](const Comment& c) { return store.post(c); };
  hooks.search = [&store](const LanguageTag& language, const std::string& query) {
    return store.search(language, query);
  };
  hooks.gauges = [&store] { return store.gauges(); };
  hooks.healthy = [&store] { return store.healthy(); };
  hooks.page_exists = [&store](const ArticleId& id, const LanguageTag& language) {
    return store.page_exists(id, language);
  };
  hooks.push = [&newsroom](Delivery d) {
    if (const auto changed = newsroom.sources().reload_if_changed(); !changed)
      log_warning("serve", changed.error().detail);
    return receive_push(newsroom, d.to, d.authorization, d.content_type, d.location,
                        std::move(d.body), system_now());
  };
  hooks.websub_confirm = [&store](const std::string& id, const std::string& mode,
                                  const std::string& topic,
                                  Seconds lease) { return store.confirm(id, mode, topic, lease); };
  hooks.websub_deliver = [&store](Delivery d) { return store.deliver(std::move(d)); };
  hooks.render_form = [&newsroom](const CommentForm& form) {
    return newsroom.site()
        .render_comment_form(
            {form.language, form.article, form.back, form.token, form.author, form.text})
        .bytes;
  };
  return hooks;
}

}  // namespace

Result<int> serve_until_stopped(const Newsroom& newsroom) {
  install_stop_signals();
  KAYNAK_ASSIGN(auto opened, newsroom.open_store());
  SharedStore store(newsroom, std::move(opened));
  ServeOptions options;
  options.address = newsroom.config.serve_address;
  options.port = static_cast<unsigned short>(newsroom.config.serve_port);
  options.proxies = newsroom.config.serve_proxies;
  options.comments_per_minute = newsroom.config.comments_per_minute;
  KAYNAK_ASSIGN(options.csrf_key, newsroom_secret(newsroom.paths));
  KAYNAK_ASSIGN(const auto server, Server::start(options, newsroom.paths.site(), newsroom.site(),
                                                 hooks_of(newsroom, store), system_clock()));
  print_note("serving " + newsroom.paths.site().string() + " on http://" + options.address + ":" +
             std::to_string(server->port()) + "/ (Ctrl-C stops)");
  while (!stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(100));
  server->stop();
  print_note("stopped");
  return exit_ok;
}

}  // namespace kaynak
