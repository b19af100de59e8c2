#include "pipeline/try_source.h"

#include <algorithm>
#include <map>

#include "base/strings.h"
#include "extract/extract.h"
#include "gather/robots.h"
#include "pipeline/read_poll.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

constexpr std::size_t kPages = 3, kMostPolls = 20;

class Trying {
 public:
  Trying(const Newsroom& newsroom, Transport& transport, const SourceEntry& entry, Time now)
      : newsroom_(newsroom), transport_(transport), entry_(entry), now_(now) {}

  Trial run() {
    const auto& s = entry_.source;
    for (const auto& url : s.feeds) poll(FetchKind::feed, url);
    for (const auto& url : s.sitemaps) poll(FetchKind::sitemap, url);
    for (const auto& url : s.sections) poll(FetchKind::section, url);
    for (const auto& page : found_)
      if (trial_.pages.size() < kPages) read(page);
    return std::move(trial_);
  }

 private:
  Result<Capture> get(const std::string& url) {
    Request request{url, {}, {}};
    request.insecure_tls = entry_.source.insecure_tls;
    KAYNAK_ASSIGN(auto capture, transport_.get(request));
    if (capture.http_status == 200) return capture;
    return fail(ErrorCode::unavailable, "gather",
                "answers with status " + std::to_string(capture.http_status));
  }

  bool may_fetch(const std::string& url) {
    const auto where = robots_url(url);
    if (!where) return false;
    const auto known = robots_.find(*where);
    if (known != robots_.end()) return known->second.allowed(newsroom_.config.http.user_agent, url);
    const auto answer = transport_.get({*where, {}, {}});
    const auto robots =
        answer ? robots_from_answer(answer->http_status, answer->body) : robots_from_answer(0, {});
    return robots_.emplace(*where, robots)
        .first->second.allowed(newsroom_.config.http.user_agent, url);
  }

  Result<PollReading> reading_of(FetchKind kind, const std::string& url) {
    if (kind != FetchKind::feed && !may_fetch(url))
      return fail(ErrorCode::refused, "gather", "the site's robots.txt asks not to fetch it");
    KAYNAK_ASSIGN(const auto capture, get(url));
    PollContext context;
    context.kind = kind;
    context.options = newsroom_.config.gather;
    context.now = now_;
    context.section_links = entry_.source.section_links;
    return read_poll(capture, context);
  }

  void poll(FetchKind kind, const std::string& url) {
    if (trial_.polls.size() >= kMostPolls) return;
    TriedPoll tried{kind, url, 0, {}, {}};
    auto reading = reading_of(kind, url);
    if (!reading) {
      tried.problems.push_back(reading.error().detail);
      trial_.polls.push_back(std::move(tried));
      return;
    }
    tried.pages = reading->pages.size();
    for (const auto& page : reading->pages)
      if (page.item.published && (!tried.newest || page.item.published->utc > tried.newest->utc))
        tried.newest = page.item.published;
    if (tried.pages == 0 && reading->sitemaps.empty())
      tried.problems.push_back(
          "names no page" + std::string(kind == FetchKind::sitemap ? " of the last two days" : ""));
    for (auto& page : reading->pages) found_.push_back(std::move(page));
    trial_.polls.push_back(std::move(tried));
    if (!reading->sitemaps.empty() && kind == FetchKind::sitemap && !inside_index_) {
      inside_index_ = true;
      poll(kind, reading->sitemaps.front());
      inside_index_ = false;
    }
  }

  Result<Article> article_of(const FoundPage& page) {
    if (!may_fetch(page.url))
      return fail(ErrorCode::refused, "gather", "the site's robots.txt asks not to fetch it");
    KAYNAK_ASSIGN(const auto capture, get(page.url));
    KAYNAK_ASSIGN(const auto document,
                  Document::parse(capture.body, header(capture.headers, "Content-Type")));
    PageContext context;
    context.url = capture.final_url.empty() ? page.url : capture.final_url;
    context.fetched = now_;
    context.source = entry_.source.id;
    context.outlet = entry_.source.name;
    context.language = entry_.source.language;
    context.feed_title = page.item.title;
    context.feed_published = page.item.published;
    KAYNAK_ASSIGN(auto article, extract(document, context, entry_.rules));
    return attribute(std::move(article), newsroom_.attribution());
  }

  void read(const FoundPage& page) {
    TriedPage tried;
    tried.url = page.url;
    const auto article = article_of(page);
    if (!article) {
      tried.headline = page.item.title;
      tried.problem = article.error().detail;
    } else {
      tried.headline = article->headline;
      if (article->published) tried.published = to_rfc3339(*article->published);
      tried.author = article->authors.empty() ? article->byline : join(article->authors, ", ");
      tried.words = words(body_text(*article)).size();
    }
    trial_.pages.push_back(std::move(tried));
  }

  const Newsroom& newsroom_;
  Transport& transport_;
  const SourceEntry& entry_;
  const Time now_;
  Trial trial_;
  std::vector<FoundPage> found_;
  std::map<std::string, Robots> robots_;
  bool inside_index_ = false;
};

}  // namespace

bool Trial::is_readable() const {
  const bool polled = std::any_of(polls.begin(), polls.end(),
                                  [](const TriedPoll& poll) { return poll.problems.empty(); });
  const bool read = std::any_of(pages.begin(), pages.end(),
                                [](const TriedPage& page) { return page.problem.empty(); });
  return polled && (pages.empty() || read);
}

Trial try_source(const Newsroom& newsroom, Transport& transport, const SourceEntry& entry,
                 Time now) {
  return Trying(newsroom, transport, entry, now).run();
}

}  // namespace kaynak
