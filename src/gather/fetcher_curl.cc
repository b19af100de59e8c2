// Many transfers on one thread, by libcurl's multi interface.
#include <arpa/inet.h>
#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <map>
#include <mutex>
#include <vector>

#include "base/strings.h"
#include "gather/fetch_guard.h"
#include "gather/fetcher.h"

namespace kaynak {
namespace {

using gather_detail::check_fetchable;
using gather_detail::is_public_ipv4;
using gather_detail::is_public_ipv6;
using Steady = std::chrono::steady_clock;

constexpr std::size_t kMaxHeaderBytes = 256 << 10;
constexpr std::size_t kMaxIdleHandles = 64;
constexpr long kKeptConnections = 256;
constexpr std::size_t kSmallBody = 1 << 20;  ///< below it neither ratio nor buffer are looked at

struct HandleCloser {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, HandleCloser>;
struct MultiCloser {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct ListCloser {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, ListCloser>;

void add(List* list, const std::string& line) {
  if (auto* longer = curl_slist_append(list->get(), line.c_str())) {
    (void)list->release();
    list->reset(longer);
  }
}

/// One request with its redirects. Its address is libcurl's way back to it, so it never moves.
struct Transfer {
  Transfer(const HttpOptions& how, std::size_t* all_buffered, Request what, Fetcher::Done then,
           Url where)
      : options(how),
        buffered(*all_buffered),
        request(std::move(what)),
        done(std::move(then)),
        url(std::move(where)) {}

  const HttpOptions& options;
  std::size_t& buffered;  ///< of all transfers
  Request request;
  Fetcher::Done done;
  Url url;  ///< of this hop
  Steady::time_point begun = Steady::now();
  Handle handle;
  List headers, resolve, connect_to;
  // Of this hop:
  Headers answer;
  std::size_t header_bytes = 0;
  std::string body, request_head;
  ErrorCode ended_by = ErrorCode::internal;  ///< why we ended it ourselves
  const char* ended_because = nullptr;
  // Of all hops:
  int hops = 0;
  bool moved_for_good = true;  ///< only permanent redirects so far
  std::string moved_to;
  std::uint64_t bytes = 0;

  std::size_t end(ErrorCode code, const char* because) {
    ended_by = code;
    ended_because = because;
    return 0;
  }
  void drop_body() {
    buffered -= body.size();
    body = {};
  }
};

std::size_t on_body(char* data, std::size_t size, std::size_t count, void* to) {
  auto& t = *static_cast<Transfer*>(to);
  const auto bytes = size * count;
  const auto all = t.body.size() + bytes;
  if (all > t.options.max_bytes) return t.end(ErrorCode::too_large, "is larger than the limit");
  if (all > kSmallBody) {
    curl_off_t came = 0;
    curl_easy_getinfo(t.handle.get(), CURLINFO_SIZE_DOWNLOAD_T, &came);
    if (all / std::max<std::size_t>(1, static_cast<std::size_t>(came)) >
        static_cast<std::size_t>(t.options.max_ratio))
      return t.end(ErrorCode::too_large, "unpacks to far more than came (a decompression bomb)");
    if (t.buffered + bytes > t.options.max_buffered)
      return t.end(ErrorCode::unavailable, "is large, and much else is coming in; try again later");
  }
  t.body.append(data, bytes);
  t.buffered += bytes;
  return bytes;
}

std::size_t on_header(char* data, std::size_t size, std::size_t count, void* to) {
  auto& t = *static_cast<Transfer*>(to);
  const std::string_view line(data, size * count);
  t.header_bytes += line.size();
  if (t.header_bytes > kMaxHeaderBytes) return t.end(ErrorCode::too_large, "has too many headers");
  if (istarts_with(line, "HTTP/")) {  // also after an interim answer such as 103
    t.answer.clear();
    return line.size();
  }
  if (const auto colon = line.find(':'); colon != std::string_view::npos)
    t.answer.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  return line.size();
}

int on_debug(CURL*, curl_infotype type, char* data, std::size_t size, void* to) {
  auto& head = static_cast<Transfer*>(to)->request_head;
  if (type == CURLINFO_HEADER_OUT && head.size() + size <= kMaxHeaderBytes) head.append(data, size);
  return 0;
}

bool is_reachable(const sockaddr& address, const AllowedNetworks& allowed) {
  if (address.sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    const auto ip = ntohl(four.sin_addr.s_addr);
    return is_public_ipv4(ip) || allowed.contains(ip);
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 six{};
  std::memcpy(&six, &address, sizeof six);
  Ipv6Bytes bytes{};
  std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
  return is_public_ipv6(bytes) || allowed.contains(bytes);
}

/// Called with the address a name has resolved to, so that no name leads inside.
curl_socket_t on_open(void* to, curlsocktype, curl_sockaddr* address) {
  auto& t = *static_cast<Transfer*>(to);
  if (!is_reachable(address->addr, t.options.allow_networks)) {
    t.end(ErrorCode::refused,
          "is not fetched: its name leads to an address that is not on the public Internet "
          "(gather.allow_networks lifts this)");
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool is_permanent(int status) { return status == 301 || status == 308; }
bool is_redirect(int status) {
  return is_permanent(status) || status == 302 || status == 303 || status == 307;
}

bool is_field_value(std::string_view value) {
  return !value.empty() &&
         value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
}

/// Options that say what a transfer may do.
void set_limits(CURL* h, const Transfer& t, Milliseconds left) {
  curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(h, CURLOPT_FOLLOWLOCATION, 0L);  // each hop is checked by us
  curl_easy_setopt(h, CURLOPT_PROXY, "");           // a proxy would hide the address reached
  curl_easy_setopt(h, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(h, CURLOPT_NOSIGNAL, 1L);
  const auto connect = std::min(left, t.options.connect_timeout);
  curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect.count()));
  curl_easy_setopt(h, CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
  if (t.request.insecure_tls) {
    curl_easy_setopt(h, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(h, CURLOPT_SSL_VERIFYHOST, 0L);
  }
}

void set_callbacks(CURL* h, Transfer* t) {
  curl_easy_setopt(h, CURLOPT_PRIVATE, t);
  curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(h, CURLOPT_WRITEDATA, t);
  curl_easy_setopt(h, CURLOPT_HEADERFUNCTION, on_header);
  curl_easy_setopt(h, CURLOPT_HEADERDATA, t);
  curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, on_open);
  curl_easy_setopt(h, CURLOPT_OPENSOCKETDATA, t);
  curl_easy_setopt(h, CURLOPT_VERBOSE, 1L);  // for the request's head alone
  curl_easy_setopt(h, CURLOPT_DEBUGFUNCTION, on_debug);
  curl_easy_setopt(h, CURLOPT_DEBUGDATA, t);
}

void set_request(CURL* h, Transfer* t) {
  // The fragment is no part of a request.
  const auto address = t->url.href().substr(0, t->url.href().find('#'));
  curl_easy_setopt(h, CURLOPT_URL, address.c_str());
  curl_easy_setopt(h, CURLOPT_USERAGENT, t->options.user_agent.c_str());
  curl_easy_setopt(h, CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br, zstd");
  t->headers.reset();
  add(&t->headers, "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
  if (is_field_value(t->request.etag)) add(&t->headers, "If-None-Match: " + t->request.etag);
  if (is_field_value(t->request.last_modified))
    add(&t->headers, "If-Modified-Since: " + t->request.last_modified);
  curl_easy_setopt(h, CURLOPT_HTTPHEADER, t->headers.get());
  if (!t->request.form.empty()) {
    curl_easy_setopt(h, CURLOPT_POSTFIELDSIZE, static_cast<long>(t->request.form.size()));
    curl_easy_setopt(h, CURLOPT_POSTFIELDS, t->request.form.c_str());  // lives as long as t
  }
  t->resolve.reset();
  for (const auto& entry : t->options.resolve) add(&t->resolve, entry);
  if (t->resolve) curl_easy_setopt(h, CURLOPT_RESOLVE, t->resolve.get());
  t->connect_to.reset();
  if (!t->options.connect_to.empty()) {
    add(&t->connect_to, "::" + t->options.connect_to);
    curl_easy_setopt(h, CURLOPT_CONNECT_TO, t->connect_to.get());
  }
}

Error failure(CURLcode code, const Transfer& t) {
  const auto& href = t.url.href();
  if (t.ended_because) return {t.ended_by, "gather", href + " " + t.ended_because};
  if (code == CURLE_OPERATION_TIMEDOUT)
    return {ErrorCode::timed_out, "gather", href + " took too long"};
  return {ErrorCode::unavailable, "gather", href + ": " + curl_easy_strerror(code)};
}

class HttpFetcher : public Fetcher {
 public:
  explicit HttpFetcher(HttpOptions options) : options_(std::move(options)) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    multi_.reset(curl_multi_init());
    curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, kKeptConnections);
  }
  ~HttpFetcher() override {
    for (const auto& [handle, transfer] : running_)
      curl_multi_remove_handle(multi_.get(), transfer->handle.get());
  }

  void start(const Request& request, Done done) override {
    auto url = check_fetchable(request.url, options_.allow_networks);
    if (!url) {
      failed_.emplace_back(std::move(done), std::move(url).error());
      return;
    }
    begin_hop(std::make_unique<Transfer>(options_, &buffered_, request, std::move(done),
                                         std::move(*url)));
  }

  void run(Milliseconds wait) override {
    if (perform()) return;
    curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(wait.count()), nullptr);
    perform();
  }

  std::size_t in_flight() const override { return running_.size() + failed_.size(); }

 private:
  /// Whether something ended.
  bool perform() {
    int still = 0;
    curl_multi_perform(multi_.get(), &still);
    bool any = !failed_.empty();
    for (auto failed = std::exchange(failed_, {}); auto& [done, error] : failed)
      done(fail(std::move(error)));
    int left = 0;
    while (const auto* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      any = true;
      ended(message->easy_handle, message->data.result);
    }
    return any;
  }

  void begin_hop(std::unique_ptr<Transfer> t) {
    const auto left =
        std::chrono::ceil<Milliseconds>(t->begun + options_.total_timeout - Steady::now());
    if (left <= Milliseconds(0))
      return give_up(std::move(t), ErrorCode::timed_out, "left no time for its redirects");
    if (!t->handle) t->handle = take();
    if (!t->handle)
      return give_up(std::move(t), ErrorCode::unavailable, "could not be asked: no libcurl");
    set_request(t->handle.get(), t.get());
    set_limits(t->handle.get(), *t, left);
    set_callbacks(t->handle.get(), t.get());
    curl_multi_add_handle(multi_.get(), t->handle.get());
    auto* key = t->handle.get();
    running_.emplace(key, std::move(t));
  }

  void ended(CURL* handle, CURLcode code) {
    auto node = running_.extract(handle);
    if (node.empty()) return;
    auto t = std::move(node.mapped());
    curl_multi_remove_handle(multi_.get(), handle);
    long status = 0;
    curl_off_t came = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(handle, CURLINFO_SIZE_DOWNLOAD_T, &came);
    t->bytes += static_cast<std::uint64_t>(came);
    if (code != CURLE_OK) {
      auto error = failure(code, *t);
      return give(std::move(t), fail(std::move(error)));
    }
    const auto location = header(t->answer, "location");
    if (!is_redirect(static_cast<int>(status)) || location.empty() || !t->request.form.empty()) {
      auto fetched = fetched_of(*t, static_cast<int>(status));
      return give(std::move(t), std::move(fetched));
    }
    redirected(std::move(t), static_cast<int>(status));
  }

  void redirected(std::unique_ptr<Transfer> t, int status) {
    if (++t->hops > options_.max_redirects)
      return give_up(std::move(t), ErrorCode::refused, "redirects too often");
    const auto target = Url::parse(header(t->answer, "location"), &t->url);
    auto url = target ? check_fetchable(target->href(), options_.allow_networks)
                      : Result<Url>(fail(target.error()));
    if (!url) return give(std::move(t), fail(std::move(url).error()));
    t->url = std::move(*url);
    t->moved_for_good = t->moved_for_good && is_permanent(status);
    if (t->moved_for_good) t->moved_to = t->url.href();
    t->drop_body();
    t->answer.clear();
    t->request_head.clear();
    t->header_bytes = 0;
    curl_easy_reset(t->handle.get());
    begin_hop(std::move(t));
  }

  Fetched fetched_of(Transfer& t, int status) {
    Fetched out;
    auto& c = out.capture;
    c.url = t.request.url;
    c.final_url = t.url.href();
    c.fetched = system_now();
    c.http_status = status;
    c.headers = std::move(t.answer);
    buffered_ -= t.body.size();
    c.body = std::exchange(t.body, {});
    if (status == 304) c.body.clear();
    c.id = capture_id_for(c.url, c.body);
    c.request_head = std::move(t.request_head);
    const char* ip = nullptr;
    if (curl_easy_getinfo(t.handle.get(), CURLINFO_PRIMARY_IP, &ip) == CURLE_OK && ip) c.ip = ip;
    out.moved_to = std::move(t.moved_to);
    out.bytes = t.bytes;
    out.took = std::chrono::duration_cast<Milliseconds>(Steady::now() - t.begun);
    c.metadata = {{"fetchTimeMs", std::to_string(out.took.count())}};
    return out;
  }

  void give_up(std::unique_ptr<Transfer> t, ErrorCode code, const char* why) {
    auto detail = t->request.url + " " + why;
    give(std::move(t), fail(code, "gather", std::move(detail)));
  }

  void give(std::unique_ptr<Transfer> t, Result<Fetched> result) {
    t->drop_body();
    if (t->handle) give_back(std::move(t->handle));
    auto done = std::move(t->done);
    t.reset();
    done(std::move(result));
  }

  Handle take() {
    if (idle_.empty()) return Handle(curl_easy_init());
    auto handle = std::move(idle_.back());
    idle_.pop_back();
    return handle;
  }
  void give_back(Handle handle) {
    curl_easy_reset(handle.get());
    if (idle_.size() < kMaxIdleHandles) idle_.push_back(std::move(handle));
  }

  const HttpOptions options_;
  std::size_t buffered_ = 0;
  std::unique_ptr<CURLM, MultiCloser> multi_;
  std::map<CURL*, std::unique_ptr<Transfer>> running_;
  std::vector<std::pair<Done, Error>> failed_;  ///< before they began
  std::vector<Handle> idle_;
};

}  // namespace

std::unique_ptr<Fetcher> make_http_fetcher(const HttpOptions& options) {
  return std::make_unique<HttpFetcher>(options);
}

}  // namespace kaynak
