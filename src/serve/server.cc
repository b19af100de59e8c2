#include "serve/server.h"

#include "serve/listener.h"
#include "serve/router.h"

namespace kaynak::serve_detail {
namespace {

class RunningServer final : public Server {
 public:
  RunningServer(std::unique_ptr<Router> router, std::unique_ptr<Listener> listener)
      : router_(std::move(router)), listener_(std::move(listener)) {}
  ~RunningServer() override { listener_->stop(Seconds(1)); }
  unsigned short port() const override { return listener_->port(); }
  void stop(Seconds grace) override { listener_->stop(grace); }

 private:
  std::unique_ptr<Router> router_;  // used by the listener's threads, so it goes after them
  std::unique_ptr<Listener> listener_;
};

}  // namespace

Result<std::unique_ptr<Server>> start_server(const ServeOptions& options, const Path& folder,
                                             LivePages pages, ServeHooks hooks, Clock clock) {
  if (pages.languages.empty())
    return fail(ErrorCode::usage, "serve", "the site has no language: name one in kaynak.toml");
  auto router = std::make_unique<Router>(options, folder, std::move(pages), std::move(hooks),
                                         std::move(clock));
  KAYNAK_ASSIGN(auto listener, Listener::bind(options));
  Router* const routes = router.get();
  routes->set_connections([open = listener.get()] { return open->connections(); });
  listener->run({[routes](const Request& request) { return routes->handle(request); },
                 [routes](int status) { routes->count(status); }});
  return std::unique_ptr<Server>(
      std::make_unique<RunningServer>(std::move(router), std::move(listener)));
}

}  // namespace kaynak::serve_detail
