#include "gather/fetcher.h"

#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace kaynak {
namespace {

class SerialFetcher : public Fetcher {
 public:
  explicit SerialFetcher(Transport& transport) : transport_(transport) {}
  void start(const Request& request, Done done) override {
    waiting_.emplace_back(request, std::move(done));
  }
  void run(Milliseconds) override {
    if (waiting_.empty()) return;
    auto [request, done] = std::move(waiting_.front());
    waiting_.pop_front();
    auto capture = transport_.get(request);
    if (!capture) return done(fail(std::move(capture).error()));
    Fetched fetched;
    fetched.bytes = capture->body.size();
    fetched.capture = std::move(*capture);
    done(std::move(fetched));
  }
  std::size_t in_flight() const override { return waiting_.size(); }

 private:
  Transport& transport_;
  std::deque<std::pair<Request, Done>> waiting_;
};

/// Each call has a fetcher to itself; fetchers are kept, and their connections with them.
class HttpTransport : public Transport {
 public:
  explicit HttpTransport(HttpOptions options) : options_(std::move(options)) {}

  Result<Capture> get(const Request& request) override {
    auto fetcher = take();
    std::optional<Result<Fetched>> answer;
    fetcher->start(request, [&](Result<Fetched> r) { answer = std::move(r); });
    while (!answer) fetcher->run(Milliseconds(1000));
    give_back(std::move(fetcher));
    if (!*answer) return fail(std::move(*answer).error());
    return std::move((**answer).capture);
  }

 private:
  std::unique_ptr<Fetcher> take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) return make_http_fetcher(options_);
    auto fetcher = std::move(idle_.back());
    idle_.pop_back();
    return fetcher;
  }
  void give_back(std::unique_ptr<Fetcher> fetcher) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(fetcher));  // no more than calls ran at a time
  }

  const HttpOptions options_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Fetcher>> idle_;
};

}  // namespace

std::unique_ptr<Fetcher> make_serial_fetcher(Transport& transport) {
  return std::make_unique<SerialFetcher>(transport);
}

std::unique_ptr<Transport> make_http_transport(const HttpOptions& options) {
  return std::make_unique<HttpTransport>(options);
}

}  // namespace kaynak
