#include "serve/listener.h"

// Files go through a window of this size.
#define BOOST_BEAST_FILE_BUFFER_SIZE 65536

#include <atomic>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_set>

#include "base/log.h"
#include "base/time.h"
#include "serve/deliveries.h"
#include "serve/security.h"

namespace kaynak::serve_detail {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using boost::system::error_code;
using tcp = asio::ip::tcp;

constexpr std::uint32_t kMaxHeaderBytes = 16u << 10;
constexpr int kMaxRequestsPerConnection = 1000;
/// How many times the write timeout one answer may take, for a client that takes a little each
/// time.
constexpr int kMaxWriteTimeouts = 20;
/// After a last answer, what the client still sends is read and dropped for so long, so that
/// closing does not reset the connection before the client has read the answer.
constexpr std::size_t kLingerBytes = 256u << 10;
constexpr std::chrono::milliseconds kLinger{2000};
constexpr std::chrono::milliseconds kLingerAtStop{200};

class Session;

/// What all sessions share.
struct Shared {
  ServeOptions options;
  ListenerCallbacks callbacks;
  std::atomic<bool> stopping{false};
  std::mutex mutex;
  std::condition_variable all_gone;
  std::unordered_set<Session*>
      sessions;  // guarded by mutex; each is alive as long as it is in here
};

/// One connection. Its handlers run one at a time (the stream's strand).
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(tcp::socket socket, std::shared_ptr<Shared> shared)
      : stream_(std::move(socket)), shared_(std::move(shared)) {
    error_code ignored;
    peer_ = stream_.socket().remote_endpoint(ignored).address().to_string();
    const std::lock_guard lock(shared_->mutex);
    shared_->sessions.insert(this);
  }
  ~Session() {
    const std::lock_guard lock(shared_->mutex);
    shared_->sessions.erase(this);
    if (shared_->sessions.empty()) shared_->all_gone.notify_all();
  }

  void start() {
    asio::dispatch(stream_.get_executor(), [self = shared_from_this()] { self->read_header(); });
  }
  /// Ends a connection that waits for its next request; a running request ends first.
  void finish() {
    asio::dispatch(stream_.get_executor(), [self = shared_from_this()] {
      if (self->idle_) self->close();
    });
  }

 private:
  void read_header();
  void on_header(error_code error);
  void on_body(error_code error);
  void answer();
  void refuse(int status, const char* text);
  void respond(Response response, bool head, bool keep);
  template <class Body>
  void write(http::response<Body> message, bool head);
  void on_written(error_code error, bool keep);
  bool wrote_too_long() const {
    return std::chrono::steady_clock::now() - write_begin_ >
           kMaxWriteTimeouts * shared_->options.write_timeout;
  }
  void linger();
  void close();

  beast::tcp_stream stream_;
  std::shared_ptr<Shared> shared_;
  std::string peer_;
  beast::flat_buffer buffer_{kMaxHeaderBytes + (64u << 10)};
  std::optional<http::request_parser<http::string_body>> parser_;
  int requests_ = 0;
  unsigned version_ = 11;
  std::chrono::steady_clock::time_point write_begin_;
  std::size_t dropped_ = 0;
  bool idle_ = true;
};

void Session::close() {
  error_code ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
  stream_.socket().close(ignored);
}

/// The timer runs for the whole head: a client that sends a byte now and then gains nothing.
void Session::read_header() {
  parser_.emplace();
  parser_->header_limit(kMaxHeaderBytes);
  // Of the larger kind, until the head has told which kind it is.
  parser_->body_limit(
      std::max(shared_->options.max_request_bytes, shared_->options.max_delivery_bytes));
  idle_ = buffer_.size() == 0;
  if (idle_ && shared_->stopping) return close();
  stream_.expires_after(shared_->options.header_timeout);
  http::async_read_header(
      stream_, buffer_, *parser_,
      [self = shared_from_this()](error_code error, std::size_t) { self->on_header(error); });
}

std::string text_of(beast::string_view view) { return std::string(view.data(), view.size()); }

const char* refusal_text(int status) {
  switch (status) {
    case 413:
      return "The request is too large.\n";
    case 431:
      return "The request's head is too large.\n";
    default:
      return "The request is not well-formed.\n";
  }
}

/// The status for what reading ended with; 0 where there is nobody to tell (after a timeout the
/// stream has closed itself).
int status_for(error_code error) {
  if (error == http::error::end_of_stream || error == asio::error::operation_aborted ||
      error == asio::error::connection_reset || error == asio::error::eof ||
      error == http::error::partial_message)
    return 0;
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return 431;
  if (error == http::error::body_limit) return 413;
  return error.category() == make_error_code(http::error::bad_method).category() ? 400 : 0;
}

void Session::on_header(error_code error) {
  idle_ = false;
  if (error) {
    const int status = status_for(error);
    return status ? refuse(status, refusal_text(status)) : close();
  }
  const auto& head = parser_->get();
  if (head.version() == 11 && head.count(http::field::host) != 1)
    return refuse(400, refusal_text(400));
  if (!is_delivery(text_of(head.target()))) {
    const auto most = shared_->options.max_request_bytes;
    if (parser_->content_length().value_or(0) > most) return refuse(413, refusal_text(413));
    parser_->body_limit(most);
  }
  stream_.expires_after(shared_->options.body_timeout);
  http::async_read(stream_, buffer_, *parser_,
                   [self = shared_from_this()](error_code ec, std::size_t) { self->on_body(ec); });
}

void Session::on_body(error_code error) {
  if (error) {
    const int status = status_for(error);
    return status ? refuse(status, refusal_text(status)) : close();
  }
  answer();
}

void Session::answer() {
  auto message = parser_->release();
  version_ = message.version();
  Request request;
  request.method = text_of(message.method_string());
  request.target = text_of(message.target());
  request.body = std::move(message.body());
  request.peer = peer_;
  for (const auto& line : message)
    request.headers.emplace_back(text_of(line.name_string()), text_of(line.value()));
  Response response = shared_->callbacks.handle(request);
  const bool keep =
      message.keep_alive() && ++requests_ < kMaxRequestsPerConnection && !shared_->stopping;
  respond(std::move(response), request.method == "HEAD", keep);
}

void Session::refuse(int status, const char* text) {
  if (shared_->callbacks.refused) shared_->callbacks.refused(status);
  Response response = text_response(status, text);
  add_security_headers(&response);
  stream_.expires_after(shared_->options.write_timeout);
  respond(std::move(response), false, false);
}

/// Nothing that came from outside may end a header line.
std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
  return text;
}

template <class Body>
http::response<Body> head_of(const Response& response, unsigned version, bool keep) {
  http::response<Body> message(static_cast<http::status>(response.status), version);
  message.set(http::field::server, "Kaynak");
  message.set(http::field::date, to_http_date(system_now()));
  for (const auto& [name, value] : response.headers) message.insert(name, one_line(value));
  message.keep_alive(keep);
  return message;
}

void Session::respond(Response response, bool head, bool keep) {
  const std::uint64_t size = response.file ? response.file.size() : response.body.size();
  const bool bodiless = head || response.status == 304 || response.status == 204;
  if (bodiless) {
    auto message = head_of<http::empty_body>(response, version_, keep);
    if (response.status != 304) message.content_length(size);
    return write(std::move(message), true);
  }
  if (!response.file) {
    auto message = head_of<http::string_body>(response, version_, keep);
    message.body() = std::move(response.body);
    message.content_length(size);
    return write(std::move(message), false);
  }
  auto message = head_of<http::file_body>(response, version_, keep);
  beast::file_posix file;
  file.native_handle(response.file.release());
  error_code error;
  message.body().reset(std::move(file), error);
  if (error) return close();
  message.content_length(size);
  write(std::move(message), false);
}

/// Keeps the message and its serializer alive until all is written. The timer begins anew with
/// every piece the client takes, so a large file may take its time but a dead client may not.
template <class Body>
void Session::write(http::response<Body> message, bool head) {
  struct Writing {
    http::response<Body> message;
    http::response_serializer<Body> serializer{message};
    explicit Writing(http::response<Body> m) : message(std::move(m)) {}
  };
  auto writing = std::make_shared<Writing>(std::move(message));
  const bool keep = writing->message.keep_alive();
  write_begin_ = std::chrono::steady_clock::now();
  auto step = std::make_shared<std::function<void()>>();
  const std::weak_ptr<std::function<void()>> again = step;
  *step = [self = shared_from_this(), writing, again, head, keep] {
    self->stream_.expires_after(self->shared_->options.write_timeout);
    const auto done = [self, writing, step = again.lock(), head, keep](error_code error,
                                                                       std::size_t) {
      const bool all = head ? writing->serializer.is_header_done() : writing->serializer.is_done();
      if (error || all) return self->on_written(error, keep);
      if (self->wrote_too_long()) return self->close();
      (*step)();
    };
    if (head)
      http::async_write_header(self->stream_, writing->serializer, done);
    else
      http::async_write_some(self->stream_, writing->serializer, done);
  };
  (*step)();
}

void Session::on_written(error_code error, bool keep) {
  if (error) return close();
  if (keep && !shared_->stopping) return read_header();
  error_code ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  stream_.expires_after(shared_->stopping ? kLingerAtStop : kLinger);
  linger();
}

void Session::linger() {
  buffer_.clear();
  stream_.async_read_some(buffer_.prepare(8192),
                          [self = shared_from_this()](error_code error, std::size_t n) {
                            self->dropped_ += n;
                            if (error || self->dropped_ > kLingerBytes || self->shared_->stopping)
                              return self->close();
                            self->linger();
                          });
}

class BeastListener final : public Listener {
 public:
  explicit BeastListener(const ServeOptions& options)
      : shared_(std::make_shared<Shared>()),
        context_(std::max(1, options.threads)),
        acceptor_(asio::make_strand(context_)),
        pause_(acceptor_.get_executor()) {
    shared_->options = options;
  }
  ~BeastListener() override { stop(Seconds(0)); }

  Result<void> listen() {
    const ServeOptions& options = shared_->options;
    error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (error)
      return fail(ErrorCode::usage, "serve",
                  "'" + options.address + "' is no IP address: name one such as 127.0.0.1 or ::");
    const tcp::endpoint endpoint(address, options.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (!error) port_ = acceptor_.local_endpoint(error).port();
    if (error) return fail(ErrorCode::unavailable, "serve", reason(endpoint, error));
    return {};
  }

  void run(ListenerCallbacks callbacks) override {
    shared_->callbacks = std::move(callbacks);
    accept();
    for (int i = 0; i < std::max(1, shared_->options.threads); ++i)
      threads_.emplace_back([this] { work(); });
  }

  unsigned short port() const override { return port_; }

  std::size_t connections() const override {
    const std::lock_guard lock(shared_->mutex);
    return shared_->sessions.size();
  }

  void stop(Seconds grace) override {
    if (threads_.empty()) return;
    shared_->stopping = true;
    asio::dispatch(acceptor_.get_executor(), [this] {
      error_code ignored;
      pause_.cancel(ignored);
      acceptor_.close(ignored);
    });
    finish_sessions();
    {
      std::unique_lock lock(shared_->mutex);
      shared_->all_gone.wait_for(lock, grace, [this] { return shared_->sessions.empty(); });
    }
    context_.stop();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  static std::string reason(const tcp::endpoint& endpoint, const error_code& error) {
    const std::string port = std::to_string(endpoint.port());
    const std::string place = endpoint.address().to_string() + " port " + port;
    if (error == asio::error::address_in_use)
      return place + " is in use by another program: stop that one, or choose another port";
    if (error == asio::error::access_denied)
      return place + " needs rights that this program does not have: choose a port from 1024 on";
    return "cannot listen on " + place + ": " + error.message();
  }

  void work() {
    while (true) {
      try {
        context_.run();
        return;
      } catch (const std::exception& e) {  // out of memory: this connection is lost, not the server
        log_error("serve", std::string("a connection failed: ") + e.what());
      }
    }
  }

  /// A session in the set is alive, but its last owner may be letting go: then lock() gives
  /// nothing.
  void finish_sessions() {
    std::vector<std::shared_ptr<Session>> open;
    {
      const std::lock_guard lock(shared_->mutex);
      for (Session* session : shared_->sessions)
        if (auto alive = session->weak_from_this().lock()) open.push_back(std::move(alive));
    }
    for (const auto& session : open) session->finish();
  }

  void accept() {
    acceptor_.async_accept(
        asio::make_strand(context_),
        [this](error_code error, tcp::socket socket) { on_accept(error, std::move(socket)); });
  }

  void on_accept(error_code error, tcp::socket socket) {
    if (shared_->stopping || error == asio::error::operation_aborted) return;
    if (error) {  // out of descriptors, mostly: a breath lets some be closed
      log_warning("serve", "a connection could not be taken: " + error.message());
      pause_.expires_after(std::chrono::milliseconds(100));
      pause_.async_wait([this](error_code cancelled) {
        if (!cancelled) accept();
      });
      return;
    }
    if (connections() < shared_->options.max_connections) {
      error_code ignored;
      socket.set_option(tcp::no_delay(true), ignored);
      std::make_shared<Session>(std::move(socket), shared_)->start();
    }
    accept();
  }

  std::shared_ptr<Shared> shared_;
  asio::io_context context_;
  tcp::acceptor acceptor_;
  asio::steady_timer pause_;
  std::vector<std::thread> threads_;
  unsigned short port_ = 0;
};

}  // namespace

Result<std::unique_ptr<Listener>> Listener::bind(const ServeOptions& options) {
  auto listener = std::make_unique<BeastListener>(options);
  KAYNAK_TRY(listener->listen());
  return std::unique_ptr<Listener>(std::move(listener));
}

}  // namespace kaynak::serve_detail
