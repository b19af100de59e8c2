#include <map>
#include <set>

#include "gather/fetch_guard.h"
#include "gather/fetcher.h"
#include "gather/gzip.h"
#include "gather/loopback_server.h"
#include "gather/test_data.h"
#include "gather/transport.h"

namespace kaynak {
namespace {

using namespace gather_test;
using gather_detail::check_fetchable;

HttpOptions loopback() {
  HttpOptions options;
  options.allow_networks = AllowedNetworks::all();
  return options;
}

ErrorCode code_of(const HttpOptions& options, const std::string& url) {
  const auto answer = make_http_transport(options)->get({url, {}, {}});
  EXPECT_FALSE(answer) << url;
  return answer ? ErrorCode::internal : answer.error().code;
}

TEST(Http, BringsStatusHeadersAndBody) {
  LoopbackServer server(
      [](const std::string&) { return http_answer("404 Not Found", "X-Desk: night\r\n", "gone"); });
  const auto capture = must(make_http_transport(loopback())->get({server.url("/a"), {}, {}}));
  EXPECT_EQ(capture.http_status, 404);
  EXPECT_EQ(capture.body, "gone");
  EXPECT_EQ(header(capture.headers, "x-desk"), "night");
  EXPECT_EQ(capture.final_url, server.url("/a"));
  EXPECT_EQ(capture.id, capture_id_for(capture.url, "gone"));
  EXPECT_NE(server.requests().at(0).find("User-Agent: Kaynak/"), std::string::npos);
}

TEST(Http, DecodesGzipAndStopsABomb) {
  const auto zeros = gather_detail::gzip_member(std::string(4 << 20, '\0'));
  LoopbackServer server([&](const std::string&) {
    return http_answer("200 OK", "Content-Encoding: gzip\r\n", zeros);
  });
  auto options = loopback();
  EXPECT_EQ(code_of(options, server.url()), ErrorCode::too_large) << "by its ratio";
  options.max_ratio = 2000;
  const auto capture = must(make_http_transport(options)->get({server.url(), {}, {}}));
  EXPECT_EQ(capture.body.size(), 4u << 20);
  options.max_bytes = 1 << 20;
  EXPECT_EQ(code_of(options, server.url()), ErrorCode::too_large) << "by its size";
}

TEST(Http, AsksConditionally) {
  LoopbackServer server([](const std::string& request) {
    return request.find("If-None-Match: \"v1\"") != std::string::npos
               ? http_answer("304 Not Modified", "", "")
               : http_answer("200 OK", "ETag: \"v1\"\r\n", "page");
  });
  auto transport = make_http_transport(loopback());
  EXPECT_EQ(must(transport->get({server.url(), {}, {}})).http_status, 200);
  const auto again =
      must(transport->get({server.url(), "\"v1\"", "Wed, 25 Nov 2026 03:04:05 GMT"}));
  EXPECT_EQ(again.http_status, 304);
  EXPECT_TRUE(again.body.empty());
  EXPECT_NE(server.requests().at(1).find("If-Modified-Since: Wed, 25"), std::string::npos);
  must(transport->get({server.url(), "x\r\nX-Injected: 1", {}}));
  EXPECT_EQ(server.requests().at(2).find("X-Injected"), std::string::npos);
}

TEST(Http, FollowsRedirectsToItsLimitAndNamesTheLastAddress) {
  LoopbackServer server([](const std::string& request) {
    if (request.rfind("GET /loop", 0) == 0)
      return http_answer("302 Found", "Location: /loop\r\n", "");
    if (request.rfind("GET /old", 0) == 0)
      return http_answer("301 Moved", "Location: new?x=1\r\n", "");
    return http_answer("200 OK", "", "new page");
  });
  const auto capture = must(make_http_transport(loopback())->get({server.url("/old"), {}, {}}));
  EXPECT_EQ(capture.url, server.url("/old"));
  EXPECT_EQ(capture.final_url, server.url("/new?x=1"));
  EXPECT_EQ(code_of(loopback(), server.url("/loop")), ErrorCode::refused);
}

TEST(Http, RefusesARedirectOutOfHttp) {
  LoopbackServer server([](const std::string&) {
    return http_answer("302 Found", "Location: file:///etc/passwd\r\n", "");
  });
  EXPECT_EQ(code_of(loopback(), server.url()), ErrorCode::refused);
}

TEST(Http, RefusesANameThatResolvesToAnInnerAddress) {
  LoopbackServer server([](const std::string&) { return http_answer("200 OK", "", "secret"); });
  HttpOptions options;
  const auto port = std::to_string(server.port());
  for (const char* inner :
       {"127.0.0.1", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:7f00:1]"}) {
    options.resolve = {"outlet.example:" + port + ":" + inner};
    EXPECT_EQ(code_of(options, "http://outlet.example:" + port + "/"), ErrorCode::refused) << inner;
  }
  EXPECT_TRUE(server.requests().empty());
}

TEST(Http, SaysWhatWentWrong) {
  LoopbackServer silent([](const std::string&) { return std::string(); });
  auto options = loopback();
  options.total_timeout = Milliseconds(150);
  EXPECT_EQ(code_of(options, silent.url()), ErrorCode::timed_out);
  LoopbackServer torn([](const std::string&) {
    return std::string("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort");
  });
  EXPECT_EQ(code_of(loopback(), torn.url()), ErrorCode::unavailable);
  int closed_port = 0;
  {
    LoopbackServer gone([](const std::string&) { return std::string("x"); });
    closed_port = gone.port();
  }
  EXPECT_EQ(code_of(loopback(), "http://127.0.0.1:" + std::to_string(closed_port)),
            ErrorCode::unavailable);
  EXPECT_EQ(code_of(loopback(), "no address"), ErrorCode::malformed);
}

TEST(Fetcher, OneThatHangsKeepsNobodyWaiting) {
  LoopbackServer silent([](const std::string&) { return std::string(); });
  LoopbackServer news([](const std::string&) { return http_answer("200 OK", "", "news"); });
  auto options = loopback();
  options.total_timeout = Milliseconds(400);
  const auto fetcher = make_http_fetcher(options);
  std::vector<std::string> ended;
  fetcher->start({silent.url(), {}, {}}, [&](Result<Fetched> r) {
    EXPECT_EQ(r.error().code, ErrorCode::timed_out);
    ended.push_back("silent");
  });
  for (int i = 0; i < 5; ++i)
    fetcher->start({news.url("/" + std::to_string(i)), {}, {}}, [&](Result<Fetched> r) {
      EXPECT_EQ(r.value().capture.body, "news");
      ended.push_back("news");
    });
  while (fetcher->in_flight() > 0) fetcher->run(Milliseconds(50));
  ASSERT_EQ(ended.size(), 6u);
  EXPECT_EQ(ended.back(), "silent");
}

TEST(Fetcher, TellsWherePermanentRedirectsLead) {
  LoopbackServer server([](const std::string& request) {
    if (request.rfind("GET /old", 0) == 0) return http_answer("301 X", "Location: /new\r\n", "");
    if (request.rfind("GET /new", 0) == 0) return http_answer("302 X", "Location: /today\r\n", "");
    return http_answer("200 OK", "", "page");
  });
  const auto fetcher = make_http_fetcher(loopback());
  std::vector<Fetched> got;
  for (const char* path : {"/old", "/new", "/today"})
    fetcher->start({server.url(path), {}, {}},
                   [&](Result<Fetched> r) { got.push_back(std::move(r).value()); });
  while (fetcher->in_flight() > 0) fetcher->run(Milliseconds(50));
  std::map<std::string, std::string> moved;
  for (const auto& f : got) moved[f.capture.url] = f.moved_to;
  EXPECT_EQ(moved[server.url("/old")], server.url("/new"));
  EXPECT_EQ(moved[server.url("/new")], "");
  EXPECT_EQ(moved[server.url("/today")], "");
}

TEST(Fetcher, KeepsTheRequestAsSentAndWhereItsAnswerCameFrom) {
  LoopbackServer server([](const std::string&) { return http_answer("200 OK", "", "x"); });
  const auto capture = must(make_http_transport(loopback())->get({server.url("/a"), {}, {}}));
  EXPECT_EQ(capture.ip, "127.0.0.1");
  EXPECT_EQ(capture.request_head.rfind("GET /a HTTP/1.1\r\n", 0), 0u) << capture.request_head;
  EXPECT_EQ(capture.request_head.find("Cookie"), std::string::npos);
}

TEST(Fetcher, SendsAForm) {
  LoopbackServer server([](const std::string&) { return http_answer("202 Accepted", "", ""); });
  Request request{server.url("/hub"), {}, {}};
  request.form = "hub.mode=subscribe";
  EXPECT_EQ(must(make_http_transport(loopback())->get(request)).http_status, 202);
  EXPECT_EQ(server.requests().at(0).rfind("POST /hub", 0), 0u);
}

TEST(FetchGuard, BlocksWhatLeadsInside) {
  const auto rows = read_rows("hostile/ssrf-urls.jsonl");
  KAYNAK_NEED_DATA(rows);
  int decidable = 0;
  for (const auto& row : rows) {
    const auto& by = row["seen_by"].as_string();
    if (by == "dns" || by == "redirect") continue;  // seen when connecting: the tests above
    ++decidable;
    EXPECT_FALSE(check_fetchable(row["url"].as_string(), {})) << row["url"].as_string();
  }
  EXPECT_GE(decidable, 70);
}

/// The cases that only show when connecting: their names resolve inside (a stub's answers), or lead
/// there by a redirect (a stub server).
TEST(FetchGuard, BlocksWhatOnlyConnectingShows) {
  const auto rows = read_rows("hostile/ssrf-urls.jsonl");
  KAYNAK_NEED_DATA(rows);
  const char* target = "http://169.254.169.254:80/latest/meta-data/";
  LoopbackServer stub([&](const std::string&) {
    return http_answer("301 Moved", "Location: " + std::string(target) + "\r\n", "");
  });
  const auto port = std::to_string(stub.port());
  int tried = 0;
  for (const auto& row : rows) {
    if (row["seen_by"].as_string() != "dns" && row["seen_by"].as_string() != "redirect") continue;
    ++tried;
    const auto url = Url::parse(row["url"].as_string()).value();
    const std::string host(url.host());
    HttpOptions by_name;
    by_name.resolve = {host + ":443:169.254.169.254", host + ":80:10.0.0.1"};
    EXPECT_EQ(code_of(by_name, url.href()), ErrorCode::refused) << url.href();
    HttpOptions by_redirect;
    by_redirect.allow_networks = AllowedNetworks::parse({"127.0.0.1"}).value();
    by_redirect.resolve = {host + ":" + port + ":127.0.0.1"};
    EXPECT_EQ(code_of(by_redirect, "http://" + host + ":" + port + std::string(url.path())),
              ErrorCode::refused)
        << url.href();
  }
  EXPECT_GE(tried, 7);
  EXPECT_EQ(stub.requests().size(), static_cast<std::size_t>(tried)) << "the redirect was reached";
}

TEST(FetchGuard, ARedirectToThisMachinesNameIsBlockedToo) {
  LoopbackServer stub([](const std::string&) {
    return http_answer("307 Elsewhere", "Location: http://localhost/\r\n", "");
  });
  HttpOptions options;
  const auto port = std::to_string(stub.port());
  options.allow_networks = AllowedNetworks::parse({"127.0.0.1"}).value();
  options.resolve = {"outlet.example:" + port + ":127.0.0.1", "localhost:80:127.0.0.2"};
  EXPECT_EQ(code_of(options, "http://outlet.example:" + port + "/"), ErrorCode::refused);
}

TEST(AllowedNetworks, AreNamedOneByOne) {
  const auto some = AllowedNetworks::parse({"10.2.0.0/16", "fd00::/8", "192.168.1.7"}).value();
  for (const char* in : {"http://10.2.3.4/", "http://[fd12::1]/", "http://192.168.1.7/",
                         "http://[::ffff:10.2.3.4]/"})
    EXPECT_TRUE(check_fetchable(in, some)) << in;
  for (const char* out : {"http://10.3.0.1/", "http://127.0.0.1/", "http://192.168.1.8/",
                          "http://169.254.169.254/", "http://[fe80::1]/"})
    EXPECT_FALSE(check_fetchable(out, some)) << out;
  EXPECT_TRUE(check_fetchable("http://[::1]/", AllowedNetworks::parse({"loopback"}).value()));
  for (const char* wrong : {"10.0.0.0/33", "10.0.0/8", "intranet", "", "::/129", "10.0.0.0/x"})
    EXPECT_FALSE(AllowedNetworks::parse({wrong})) << wrong;
}

TEST(FetchGuard, LetsThePublicInternetThrough) {
  for (const char* url : {"https://news.example/a", "http://8.8.8.8/", "http://[2606:4700::1111]/",
                          "http://172.15.0.1/", "http://172.32.0.1/", "http://100.63.0.1/",
                          "http://[2002:808:808::1]/", "https://metadatanews.example/"})
    EXPECT_TRUE(check_fetchable(url, {})) << url;
  for (const char* url : {"http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::1]/",
                          "http://[2001:db8::1]/", "http://[fe80::1]/", "http://[ff02::1]/",
                          "http://100.64.0.1/", "http://localhost./", "http://printer/"})
    EXPECT_FALSE(check_fetchable(url, {})) << url;
  EXPECT_TRUE(check_fetchable("http://intranet/", AllowedNetworks::all()));
  EXPECT_FALSE(check_fetchable("http://user:word@news.example/", AllowedNetworks::all()));
}

}  // namespace
}  // namespace kaynak
