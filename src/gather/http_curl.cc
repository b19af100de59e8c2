#include <arpa/inet.h>
#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <vector>

#include "base/strings.h"
#include "gather/fetch_guard.h"
#include "gather/transport.h"

namespace kaynak {
namespace {

using gather_detail::check_fetchable;
using gather_detail::is_public_ipv4;
using gather_detail::is_public_ipv6;

constexpr std::size_t kMaxHeaderBytes = 256 << 10;
constexpr std::size_t kMaxIdle = 32;

struct HandleCloser {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, HandleCloser>;
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

/// One hop as it comes in.
struct Answer {
  const HttpOptions* options = nullptr;
  int status = 0;
  Headers headers;
  std::size_t header_bytes = 0;
  std::string body;
  bool too_large = false;
  bool inner_address = false;
};

std::size_t on_body(char* data, std::size_t size, std::size_t count, void* to) {
  auto& answer = *static_cast<Answer*>(to);
  const auto bytes = size * count;
  if (answer.body.size() + bytes > answer.options->max_bytes) {
    answer.too_large = true;
    return 0;  // libcurl ends the transfer
  }
  answer.body.append(data, bytes);
  return bytes;
}

std::size_t on_header(char* data, std::size_t size, std::size_t count, void* to) {
  auto& answer = *static_cast<Answer*>(to);
  const std::string_view line(data, size * count);
  answer.header_bytes += line.size();
  if (answer.header_bytes > kMaxHeaderBytes) {
    answer.too_large = true;
    return 0;
  }
  if (istarts_with(line, "HTTP/")) {  // also after an interim answer such as 103
    answer.headers.clear();
    return line.size();
  }
  if (const auto colon = line.find(':'); colon != std::string_view::npos)
    answer.headers.emplace_back(trim(line.substr(0, colon)), trim(line.substr(colon + 1)));
  return line.size();
}

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    return is_public_ipv4(ntohl(four.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 six{};
  std::memcpy(&six, &address, sizeof six);
  std::array<std::uint8_t, 16> bytes{};
  std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
  return is_public_ipv6(bytes);
}

/// Called with the address a name has resolved to, so that no name leads inside.
curl_socket_t on_open(void* to, curlsocktype, curl_sockaddr* address) {
  auto& answer = *static_cast<Answer*>(to);
  if (!answer.options->allow_private_addresses && !is_public(address->addr)) {
    answer.inner_address = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

class HttpTransport : public Transport {
 public:
  explicit HttpTransport(HttpOptions options) : options_(std::move(options)) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  }

  Result<Capture> get(const Request& request) override {
    using Steady = std::chrono::steady_clock;
    const auto deadline = Steady::now() + options_.total_timeout;
    KAYNAK_ASSIGN(auto url, check_fetchable(request.url, options_.allow_private_addresses));
    for (int hops = 0;; ++hops) {
      const auto left = std::chrono::ceil<Milliseconds>(deadline - Steady::now());
      if (left <= Milliseconds(0))
        return fail(ErrorCode::timed_out, "gather", request.url + ": no time left for redirects");
      KAYNAK_ASSIGN(auto answer, one_hop(url, request, left));
      const auto location = header(answer.headers, "location");
      if (!is_redirect(answer.status) || location.empty())
        return capture(request, url, std::move(answer));
      if (hops >= options_.max_redirects)
        return fail(ErrorCode::refused, "gather",
                    request.url + " redirects more than " + std::to_string(options_.max_redirects) +
                        " times");
      KAYNAK_ASSIGN(const auto target, Url::parse(location, &url));
      KAYNAK_ASSIGN(url, check_fetchable(target.href(), options_.allow_private_addresses));
    }
  }

 private:
  Result<Answer> one_hop(const Url& url, const Request& request, Milliseconds left) {
    auto handle = take();
    if (!handle) return fail(ErrorCode::unavailable, "gather", "libcurl cannot be started");
    Answer answer;
    answer.options = &options_;
    List headers, resolve;
    add(&headers, "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
    if (is_field_value(request.etag)) add(&headers, "If-None-Match: " + request.etag);
    if (is_field_value(request.last_modified))
      add(&headers, "If-Modified-Since: " + request.last_modified);
    for (const auto& entry : options_.resolve) add(&resolve, entry);
    set_up(handle.get(), url, left, &answer, headers.get(), resolve.get());
    const auto code = curl_easy_perform(handle.get());
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    curl_easy_reset(handle.get());
    give_back(std::move(handle));
    if (code != CURLE_OK) return failure(code, answer, url);
    return answer;
  }

  void set_up(CURL* h, const Url& url, Milliseconds left, Answer* answer, curl_slist* headers,
              curl_slist* resolve) {
    // The fragment is no part of a request.
    const auto address = url.href().substr(0, url.href().find('#'));
    curl_easy_setopt(h, CURLOPT_URL, address.c_str());
    curl_easy_setopt(h, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(h, CURLOPT_FOLLOWLOCATION, 0L);  // each hop is checked by us
    curl_easy_setopt(h, CURLOPT_PROXY, "");           // a proxy would hide the address reached
    curl_easy_setopt(h, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(h, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(h, CURLOPT_USERAGENT, options_.user_agent.c_str());
    curl_easy_setopt(h, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(h, CURLOPT_ACCEPT_ENCODING, "gzip, deflate, br");
    const auto connect = std::min(left, options_.connect_timeout);
    curl_easy_setopt(h, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect.count()));
    curl_easy_setopt(h, CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
    curl_easy_setopt(h, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(h, CURLOPT_WRITEDATA, answer);
    curl_easy_setopt(h, CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(h, CURLOPT_HEADERDATA, answer);
    curl_easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, on_open);
    curl_easy_setopt(h, CURLOPT_OPENSOCKETDATA, answer);
    if (resolve) curl_easy_setopt(h, CURLOPT_RESOLVE, resolve);
  }

  static bool is_field_value(std::string_view value) {
    return !value.empty() &&
           value.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos;
  }

  Unexpected failure(CURLcode code, const Answer& answer, const Url& url) const {
    if (answer.inner_address)
      return fail(ErrorCode::refused, "gather",
                  url.href() +
                      " is not fetched: its name leads to an address that is not on the "
                      "public Internet (allow_private_addresses lifts this)");
    if (answer.too_large)
      return fail(ErrorCode::too_large, "gather",
                  url.href() + " is larger than " + std::to_string(options_.max_bytes) + " bytes");
    if (code == CURLE_OPERATION_TIMEDOUT)
      return fail(ErrorCode::timed_out, "gather", url.href() + " took too long");
    return fail(ErrorCode::unavailable, "gather", url.href() + ": " + curl_easy_strerror(code));
  }

  static Capture capture(const Request& request, const Url& url, Answer answer) {
    Capture out;
    out.url = request.url;
    out.final_url = url.href();
    out.fetched = system_now();
    out.http_status = answer.status;
    out.headers = std::move(answer.headers);
    if (answer.status != 304) out.body = std::move(answer.body);
    out.id = capture_id_for(out.url, out.body);
    return out;
  }

  Handle take() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto handle = std::move(idle_.back());
        idle_.pop_back();
        return handle;
      }
    }
    return Handle(curl_easy_init());
  }
  /// Handles keep their connections, so the next page of a host comes without a handshake.
  void give_back(Handle handle) {
    const std::lock_guard lock(mutex_);
    if (idle_.size() < kMaxIdle) idle_.push_back(std::move(handle));
  }

  const HttpOptions options_;
  std::mutex mutex_;
  std::vector<Handle> idle_;
};

}  // namespace

std::unique_ptr<Transport> make_http_transport(const HttpOptions& options) {
  return std::make_unique<HttpTransport>(options);
}

}  // namespace kaynak
