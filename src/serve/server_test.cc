// The whole server over loopback, spoken to byte by byte.
#include "serve/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <future>
#include <thread>

#include "base/file.h"

namespace kaynak::serve_detail {
namespace {

/// A client's socket.
class Client {
 public:
  explicit Client(unsigned short port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0;
  }
  ~Client() { close(socket_); }
  Client(const Client&) = delete;
  bool connected() const { return connected_; }
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }
  /// All bytes until the server closes, or nothing comes for `patience` milliseconds.
  std::string read_to_end(int patience = 5000) {
    std::string all;
    char buffer[65536];
    pollfd wait{socket_, POLLIN, 0};
    while (poll(&wait, 1, patience) > 0) {
      const ssize_t n = recv(socket_, buffer, sizeof buffer, 0);
      closed_ = n <= 0;
      if (closed_) break;
      all.append(buffer, static_cast<std::size_t>(n));
    }
    return all;
  }
  /// Reads until `count` responses with Content-Length are whole.
  std::string read_responses(int count) {
    std::string all;
    char buffer[65536];
    pollfd wait{socket_, POLLIN, 0};
    while (whole_responses(all) < count && poll(&wait, 1, 5000) > 0) {
      const ssize_t n = recv(socket_, buffer, sizeof buffer, 0);
      if (n <= 0) break;
      all.append(buffer, static_cast<std::size_t>(n));
    }
    return all;
  }
  bool closed() const { return closed_; }

  static int whole_responses(std::string_view bytes) {
    int count = 0;
    while (true) {
      const std::size_t head = bytes.find("\r\n\r\n");
      if (head == std::string_view::npos) return count;
      std::size_t length = 0;
      const std::size_t at = bytes.substr(0, head).find("Content-Length: ");
      if (at != std::string_view::npos) length = std::stoul(std::string(bytes.substr(at + 16, 12)));
      if (bytes.size() < head + 4 + length) return count;
      bytes.remove_prefix(head + 4 + length);
      ++count;
    }
  }

 private:
  int socket_;
  bool connected_ = false;
  bool closed_ = false;
};

int status_of(const std::string& response) {
  return response.starts_with("HTTP/1.") && response.size() > 12 ? std::stoi(response.substr(9, 3))
                                                                 : 0;
}

class Loopback : public testing::Test {
 protected:
  void SetUp() override {
    auto made = TemporaryFolder::make("kaynak-serve");
    ASSERT_TRUE(made);
    folder_ = std::make_unique<TemporaryFolder>(std::move(*made));
    ASSERT_TRUE(write_file_atomically(folder_->path() / "site/tr/index.html", "front page"));
    ASSERT_TRUE(write_file_atomically(folder_->path() / "site/tr/404.html", "yok"));
    ASSERT_TRUE(write_file_atomically(folder_->path() / "site/big.txt", std::string(3 << 20, 'x')));
    ASSERT_TRUE(write_file_atomically(folder_->path() / "secret", "secret"));
    options.port = 0;
    options.header_timeout = Seconds(1);
    options.body_timeout = Seconds(1);
    hooks.healthy = [this]() -> Result<void> {
      if (slow_health) std::this_thread::sleep_for(std::chrono::milliseconds(300));
      return {};
    };
    start();
  }
  void start() {
    LivePages pages;
    pages.languages = {LanguageTag("tr")};
    pages.base_url = "http://127.0.0.1";
    pages.notice = [](const LanguageTag&, const std::string& key, const std::string&) {
      return key;
    };
    pages.search = [](const LanguageTag&, const std::string& query, const Listing&) {
      return query;
    };
    auto started = start_server(options, folder_->path() / "site", pages, hooks, system_clock());
    ASSERT_TRUE(started) << started.error().message();
    server = std::move(*started);
    ASSERT_NE(server->port(), 0);
  }
  std::string exchange(const std::string& bytes) {
    Client client(server->port());
    client.send(bytes);
    return client.read_to_end();
  }
  std::string get(const std::string& target, const std::string& more = {}) {
    return exchange("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + more +
                    "\r\n");
  }

  std::unique_ptr<TemporaryFolder> folder_;
  ServeOptions options;
  ServeHooks hooks;
  std::atomic<bool> slow_health{false};
  std::unique_ptr<Server> server;
};

TEST_F(Loopback, ServesAFile) {
  const std::string page = get("/tr/");
  EXPECT_EQ(status_of(page), 200);
  EXPECT_TRUE(page.ends_with("\r\n\r\nfront page"));
  EXPECT_NE(page.find("Content-Length: 10\r\n"), std::string::npos);
  EXPECT_NE(page.find("Content-Security-Policy: default-src 'none'"), std::string::npos);
  EXPECT_NE(page.find("Date: "), std::string::npos);
}

TEST_F(Loopback, HeadHasTheHeadersAndNoBody) {
  const std::string page = exchange("HEAD /tr/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(status_of(page), 200);
  EXPECT_TRUE(page.ends_with("\r\n\r\n"));
  EXPECT_NE(page.find("Content-Length: 10\r\n"), std::string::npos);
  const std::string big =
      exchange("HEAD /big.txt HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_NE(big.find("Content-Length: 3145728\r\n"), std::string::npos);
  EXPECT_TRUE(big.ends_with("\r\n\r\n"));
}

TEST_F(Loopback, NotModifiedHasNoBody) {
  const std::string page = get("/tr/");
  const std::size_t at = page.find("ETag: ") + 6;
  const std::string again =
      get("/tr/", "If-None-Match: " + page.substr(at, page.find('\r', at) - at) + "\r\n");
  EXPECT_EQ(status_of(again), 304);
  EXPECT_TRUE(again.ends_with("\r\n\r\n"));
}

TEST_F(Loopback, LargeFilesArriveWhole) {
  const std::string big = get("/big.txt");
  EXPECT_EQ(status_of(big), 200);
  EXPECT_EQ(big.size() - big.find("\r\n\r\n") - 4, 3u << 20);
}

TEST_F(Loopback, KeepsAConnectionForPipelinedRequests) {
  Client client(server->port());
  std::string many;
  for (int i = 0; i < 20; ++i) many += "GET /tr/ HTTP/1.1\r\nHost: x\r\n\r\n";
  many +=
      "HEAD /none HTTP/1.1\r\nHost: x\r\n\r\nGET /tr/ HTTP/1.1\r\nHost: x\r\nConnection: "
      "close\r\n\r\n";
  client.send(many);
  const std::string all = client.read_to_end();
  std::size_t found = 0, at = 0;
  while ((at = all.find("front page", at)) != std::string::npos) ++found, ++at;
  EXPECT_EQ(found, 21u);
  EXPECT_NE(all.find("404"), std::string::npos);
  EXPECT_TRUE(client.closed());
}

TEST_F(Loopback, GarbageAfterAGoodRequestEndsTheConnection) {
  const std::string all = exchange(
      "GET /tr/ HTTP/1.1\r\nHost: x\r\n\r\n\x16\x03\x01\x02garbage\r\n\r\nGET /tr/ "
      "HTTP/1.1\r\n\r\n");
  EXPECT_EQ(Client::whole_responses(all), 2) << all;
  EXPECT_NE(all.find("HTTP/1.1 400"), std::string::npos);
}

TEST_F(Loopback, MalformedRequestsAreRefused) {
  const std::vector<std::string> requests = {
      "GET /tr/ HTTP/1.1\r\n\r\n",
      "GET /tr/ HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
      "GET  /tr/ HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /tr/ HTTP/9.9\r\nHost: x\r\n\r\n",
      "GET /tr/\r\n\r\n",
      "GET /tr/ HTTP/1.1\r\nHost : x\r\n\r\n",
      "GET /tr/ HTTP/1.1\r\nHost: x\r\nBad Name: y\r\n\r\n",
      "POST /tr/comment HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: "
      "chunked\r\n\r\n0\r\n\r\n",
      "POST /tr/comment HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
      "POST /tr/comment HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
      "POST /tr/comment HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n"};
  for (const std::string& request : requests)
    EXPECT_EQ(status_of(exchange(request)), 400) << request;
  EXPECT_EQ(status_of(get("/tr/")), 200) << "and the server lives";
}

TEST_F(Loopback, OversizeHeadsAndBodiesAreRefused) {
  EXPECT_EQ(status_of(get("/tr/", "X: " + std::string(20000, 'x') + "\r\n")), 431);
  std::string many;
  for (int i = 0; i < 3000; ++i) many += "X" + std::to_string(i) + ": y\r\n";
  EXPECT_EQ(status_of(get("/tr/", many)), 431);
  EXPECT_EQ(status_of(get("/" + std::string(8000, 'x'))), 414);
  EXPECT_EQ(status_of(exchange(
                "POST /tr/comment HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\nabc")),
            413);
  const std::string chunk = "4000\r\n" + std::string(0x4000, 'x') + "\r\n";
  EXPECT_EQ(status_of(exchange(
                "POST /tr/comment HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" +
                chunk + chunk + chunk + chunk + chunk)),
            413);
  EXPECT_EQ(status_of(get("/tr/")), 200);
}

TEST_F(Loopback, TraversalFindsNothing) {
  for (const char* target :
       {"/../secret", "/%2e%2e/secret", "/tr/..%2f..%2f..%2fsecret", "/tr/%2e%2e%5c..%5csecret",
        "/..%c0%afsecret", "//secret", "/tr/../../secret", "/%252e%252e/secret"}) {
    const std::string response = get(target);
    EXPECT_TRUE(status_of(response) == 404 || status_of(response) == 400) << target << "\n"
                                                                          << response;
    EXPECT_FALSE(response.ends_with("secret")) << target;
  }
}

TEST_F(Loopback, ASlowClientIsLetGo) {
  Client slow(server->port()), silent(server->port()), slow_body(server->port());
  slow_body.send("POST /tr/comment HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 30 && slow.send(i == 0 ? "GET /tr/ HTTP/1.1\r\n" : "X: y\r\n"); ++i) {
    slow_body.send("x");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(2900))
      << "bytes now and then kept the connection";
  silent.read_to_end();
  EXPECT_TRUE(silent.closed());
  EXPECT_EQ(status_of(get("/tr/")), 200);
}

TEST_F(Loopback, ManySlowClientsDoNotKeepOthersWaiting) {
  std::vector<std::unique_ptr<Client>> slow;
  for (int i = 0; i < 100; ++i) {
    slow.push_back(std::make_unique<Client>(server->port()));
    slow.back()->send("GET /tr/ HT");
  }
  EXPECT_EQ(status_of(get("/tr/")), 200);
}

TEST_F(Loopback, TakesOnlySoManyConnections) {
  server.reset();
  options.max_connections = 3;
  start();
  std::vector<std::unique_ptr<Client>> held;
  for (int i = 0; i < 3; ++i) {
    held.push_back(std::make_unique<Client>(server->port()));
    held.back()->send("GET /tr/ HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(status_of(held.back()->read_responses(1)), 200);
  }
  EXPECT_EQ(get("/tr/"), "");
  held.clear();
  std::string again;
  for (int i = 0; i < 50 && again.empty(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    again = get("/tr/");
  }
  EXPECT_EQ(status_of(again), 200);
}

TEST_F(Loopback, StopLetsARunningRequestEndAndClosesIdleOnes) {
  slow_health = true;
  Client idle(server->port()), running(server->port());
  idle.send("GET /tr/ HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_EQ(status_of(idle.read_responses(1)), 200);
  running.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  const unsigned short port = server->port();
  const auto begin = std::chrono::steady_clock::now();
  server->stop(Seconds(5));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(4));
  const std::string answer = running.read_to_end();
  EXPECT_EQ(status_of(answer), 200);
  EXPECT_NE(answer.find("Connection: close"), std::string::npos);
  idle.read_to_end();
  EXPECT_TRUE(idle.closed());
  EXPECT_FALSE(Client(port).connected());
  server->stop(Seconds(5));
}

TEST_F(Loopback, ABusyPortSaysSo) {
  ServeOptions second = options;
  second.port = server->port();
  LivePages pages;
  pages.languages = {LanguageTag("tr")};
  const auto started = start_server(second, folder_->path(), pages, {}, system_clock());
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, ErrorCode::unavailable);
  EXPECT_NE(started.error().detail.find(std::to_string(second.port) + " is in use"),
            std::string::npos)
      << started.error().detail;
  second.address = "localhost";
  EXPECT_EQ(start_server(second, folder_->path(), pages, {}, system_clock()).error().code,
            ErrorCode::usage);
}

TEST_F(Loopback, ManyClientsAtOnce) {
  std::atomic<int> good{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t)
    threads.emplace_back([&] {
      Client client(server->port());
      for (int i = 0; i < 50; ++i) {
        client.send("GET /tr/ HTTP/1.1\r\nHost: x\r\n\r\n");
        good += status_of(client.read_responses(1)) == 200;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(good, 400);
}

TEST_F(Loopback, AnOldClientIsAnsweredInItsOwnVersion) {
  const std::string page = exchange("GET /tr/ HTTP/1.0\r\n\r\n");
  EXPECT_TRUE(page.starts_with("HTTP/1.0 200"));
  EXPECT_TRUE(page.ends_with("front page"));
}

}  // namespace
}  // namespace kaynak::serve_detail
