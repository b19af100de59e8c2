// Routes, comments and search without a socket.
#include <gtest/gtest.h>

#include "base/strings.h"
#include "serve/origin.h"
#include "serve/router.h"

namespace kaynak::serve_detail {
namespace {

const std::string kId = "0123456789abcdef";

class Live : public testing::Test {
 protected:
  void SetUp() override {
    auto made = TemporaryFolder::make("kaynak-serve");
    ASSERT_TRUE(made);
    folder_ = std::make_unique<TemporaryFolder>(std::move(*made));
    ASSERT_TRUE(write_file_atomically(folder_->path() / "tr/a.html", "page"));
    options.csrf_key = "key";
    pages.languages = {LanguageTag("tr"), LanguageTag("en")};
    pages.base_url = "https://kaynak.example";
    pages.notice = [](const LanguageTag& language, const std::string& key,
                      const std::string& back) {
      return "<main>" + language.value + ":" + key + ":" + escape_html(back) + "</main>";
    };
    pages.search = [](const LanguageTag& language, const std::string& query, const Listing& hits) {
      return "search:" + language.value + ":" + escape_html(query) + ":" +
             std::to_string(hits.items.size());
    };
    hooks.post_comment = [this](const Comment& comment) {
      comments.push_back(comment);
      return Result<void>();
    };
    hooks.page_exists = [](const ArticleId& id, const LanguageTag& language) {
      return id.value == kId && language.value == "tr";
    };
    hooks.search = [](const LanguageTag& language, const std::string& query) -> Result<Listing> {
      if (query == "broken") return fail(ErrorCode::unavailable, "test", "secret reason");
      return Listing{language, {ListingItem{}}};
    };
    make();
  }
  void make() {
    router =
        std::make_unique<Router>(options, folder_->path(), pages, hooks, [this] { return now; });
  }
  Response send(const std::string& method, const std::string& target, const std::string& body = {},
                Headers headers = {}) {
    Request request;
    request.method = method;
    request.target = target;
    request.body = body;
    request.peer = peer;
    request.headers = {{"Host", "kaynak.example"}};
    if (method == "POST")
      request.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    if (!cookie_sent.empty())
      request.headers.emplace_back("Cookie", "a=b; kaynak_form=" + cookie_sent);
    for (auto& line : headers) request.headers.push_back(std::move(line));
    return router->handle(request);
  }
  static std::string of(const Response& response, std::string_view name) {
    return std::string(header(response.headers, name));
  }
  std::string body(const std::string& author, const std::string& text,
                   const std::string& token = {}, const std::string& more = {}) {
    return "article=" + kId + "&author=" + encode_value(author) + "&text=" + encode_value(text) +
           "&back=tr/a.html" + (token.empty() ? "" : "&token=" + token) + more;
  }
  /// Posts without a token, as a static page's form does, and takes cookie and token from the
  /// answer.
  std::string token_from_first_post() {
    const Response asked = send("POST", "/tr/comment", body("Ayşe", "Merhaba"));
    EXPECT_EQ(asked.status, 200);
    const std::string set = of(asked, "Set-Cookie");
    if (!set.empty()) cookie_sent = set.substr(set.find('=') + 1, 32);
    const std::size_t at = asked.body.find("name=\"token\" value=\"");
    EXPECT_NE(at, std::string::npos) << asked.body;
    const std::size_t begin = at + 20;
    return asked.body.substr(begin, asked.body.find('"', begin) - begin);
  }

  std::unique_ptr<TemporaryFolder> folder_;
  ServeOptions options;
  LivePages pages;
  ServeHooks hooks;
  Time now{Milliseconds(1'790'000'000'000)};
  std::string peer = "203.0.113.5";
  std::string cookie_sent;
  std::vector<Comment> comments;
  std::unique_ptr<Router> router;
};

TEST_F(Live, ACommentIsKeptAfterTheFormCameBackWithItsToken) {
  const std::string token = token_from_first_post();
  EXPECT_TRUE(comments.empty());
  const Response thanks = send("POST", "/tr/comment", body("Ayşe", "Merhaba\n\ndünya", token));
  EXPECT_EQ(thanks.status, 303);
  EXPECT_EQ(of(thanks, "Location"), "/tr/comment/thanks?back=tr%2Fa.html");
  ASSERT_EQ(comments.size(), 1u);
  EXPECT_EQ(comments[0].author, "Ayşe");
  EXPECT_EQ(comments[0].text, "Merhaba\n\ndünya");
  EXPECT_EQ(comments[0].article.value, kId);
  EXPECT_EQ(comments[0].language.value, "tr");
  EXPECT_EQ(comments[0].status, CommentStatus::held);
  const Response page = send("GET", of(thanks, "Location"));
  EXPECT_EQ(page.body, "<main>tr:comment.thanks:tr/a.html</main>");
}

TEST_F(Live, TheFormPageGivesATokenToo) {
  const Response form =
      send("GET", "/tr/comment?article=" + kId + "&back=tr/a.html&text=planted&author=x");
  EXPECT_EQ(form.status, 200);
  EXPECT_EQ(form.body.find("planted"), std::string::npos);
  EXPECT_NE(form.body.find("name=\"token\""), std::string::npos);
  const std::string set = of(form, "Set-Cookie");
  EXPECT_TRUE(set.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure")) << set;
  EXPECT_EQ(of(form, "Cache-Control"), "no-store");
  EXPECT_EQ(send("GET", "/tr/comment?article=ffff").status, 404);
  EXPECT_EQ(send("GET", "/en/comment?article=" + kId).status, 404);
}

TEST_F(Live, TheFilledFormShowsMarkupAsText) {
  const Response asked =
      send("POST", "/tr/comment",
           body("\"><script>alert(1)</script>", "</textarea><img src=x onerror=alert(1)>"));
  EXPECT_EQ(asked.body.find("<script"), std::string::npos);
  EXPECT_EQ(asked.body.find("<img"), std::string::npos);
  EXPECT_NE(asked.body.find("&lt;/textarea&gt;&lt;img"), std::string::npos);
  EXPECT_NE(asked.body.find("Yorumunuz"), std::string::npos)
      << "the form speaks the page's language";
}

TEST_F(Live, ATokenIsOfOneBrowserPageAndTime) {
  const std::string token = token_from_first_post();
  const std::string mine = cookie_sent;
  const auto asks_again = [&](const std::string& used) {
    const Response response = send("POST", "/tr/comment", body("A", "x", used));
    return response.status == 200 && comments.empty();
  };
  cookie_sent = std::string(32, 'a');
  EXPECT_TRUE(asks_again(token)) << "another browser's";
  cookie_sent = "";
  EXPECT_TRUE(asks_again(token)) << "a request that carries no cookie";
  cookie_sent = mine;
  EXPECT_TRUE(asks_again("9" + token.substr(1)));
  EXPECT_TRUE(asks_again(token + "0"));
  EXPECT_TRUE(asks_again(token.substr(0, token.find('.') + 1)));
  EXPECT_TRUE(asks_again("."));
  now += Seconds(3 * 3600);
  EXPECT_TRUE(asks_again(token)) << "an old one";
  now -= Seconds(4 * 3600);
  EXPECT_TRUE(asks_again(token)) << "one from the future";
}

TEST_F(Live, APageOfAnotherSiteCannotPost) {
  const std::string token = token_from_first_post();
  const std::string form = body("A", "x", token);
  for (const Headers& from :
       std::vector<Headers>{{{"Origin", "https://evil.example"}},
                            {{"Origin", "null"}},
                            {{"Origin", "https://kaynak.example.evil.example"}},
                            {{"Origin", "https://kaynak.example:8443"}},
                            {{"Sec-Fetch-Site", "cross-site"}},
                            {{"Sec-Fetch-Site", "same-site"}, {"Origin", "https://kaynak.example"}},
                            {{"Sec-Fetch-Site", "same-origin"}, {"Origin", "https://evil.example"}},
                            {{"Referer", "https://evil.example/kaynak.example/"}}}) {
    const Response response = send("POST", "/tr/comment", form, from);
    EXPECT_EQ(response.status, 403) << from[0].second;
    EXPECT_EQ(response.body, "<main>tr:comment.refused:</main>");
  }
  EXPECT_TRUE(comments.empty());
  for (const Headers& from : std::vector<Headers>{
           {{"Origin", "https://kaynak.example"}},
           {{"Origin", "https://KAYNAK.example:443"}},
           {{"Sec-Fetch-Site", "same-origin"}, {"Origin", "http://kaynak.example"}},
           {{"Referer", "https://kaynak.example/tr/a.html"}}})
    EXPECT_EQ(send("POST", "/tr/comment", form, from).status, 303) << from[0].second;
  EXPECT_EQ(comments.size(), 1u) << "the same words from the same form are one comment";
}

TEST_F(Live, SentTwiceIsOneCommentButOneThatFailedCanBeSentAgain) {
  bool broken = true;
  hooks.post_comment = [&](const Comment& comment) -> Result<void> {
    if (broken) return fail(ErrorCode::unavailable, "test", "secret reason");
    comments.push_back(comment);
    return {};
  };
  make();
  const std::string token = token_from_first_post();
  const Response failed = send("POST", "/tr/comment", body("A", "x", token));
  EXPECT_EQ(failed.status, 503);
  EXPECT_EQ(failed.body, "<main>tr:comment.unavailable:tr/a.html</main>");
  broken = false;
  now += Seconds(1);
  EXPECT_EQ(send("POST", "/tr/comment", body("A", "x", token)).status, 303);
  EXPECT_EQ(send("POST", "/tr/comment", body("A", "x", token)).status, 303);
  EXPECT_EQ(comments.size(), 1u);
  EXPECT_EQ(send("POST", "/tr/comment", body("A", "another", token)).status, 303);
  EXPECT_EQ(comments.size(), 2u);
}

TEST_F(Live, WrongCommentsAreAnsweredInTheReadersWords) {
  const std::string token = token_from_first_post();
  const Response empty = send("POST", "/tr/comment", body("", "x", token));
  EXPECT_EQ(empty.status, 422);
  EXPECT_EQ(empty.body, "<main>tr:comment.no_author:tr/a.html</main>");
  EXPECT_EQ(send("POST", "/tr/comment", body("A", std::string(6000, 'x'), token)).body,
            "<main>tr:comment.text_too_long:tr/a.html</main>");
  EXPECT_EQ(send("POST", "/en/comment", body("A", "x", token)).status, 404);
  EXPECT_EQ(send("POST", "/tr/comment", "article=../../x&author=A&text=x").status, 404);
  EXPECT_EQ(send("POST", "/tr/comment", "").status, 404);
  EXPECT_TRUE(comments.empty());
}

TEST_F(Live, ARobotThatFillsTheTrapHearsThanksAndIsForgotten) {
  const std::string token = token_from_first_post();
  EXPECT_EQ(
      send("POST", "/tr/comment", body("A", "x", token, "&website=http://spam.example")).status,
      303);
  EXPECT_TRUE(comments.empty());
}

TEST_F(Live, OneAddressMayPostSoOften) {
  const std::string token = token_from_first_post();
  int kept = 0, limited = 0;
  for (int i = 0; i < 12; ++i) {
    const Response response =
        send("POST", "/tr/comment", body("A", "text " + std::to_string(i), token));
    kept += response.status == 303;
    limited += response.status == 429;
    if (response.status == 429) {
      EXPECT_EQ(of(response, "Retry-After"), "60");
    }
  }
  EXPECT_EQ(kept, 5);
  EXPECT_EQ(limited, 7);
  peer = "198.51.100.7";
  EXPECT_EQ(send("POST", "/tr/comment", body("A", "from elsewhere", token)).status, 303);
  peer = "203.0.113.5";
  now += Seconds(60);
  EXPECT_EQ(send("POST", "/tr/comment", body("A", "a minute later", token)).status, 303);
}

TEST_F(Live, BackNeverLeadsToAnotherSite) {
  for (const char* back : {"//evil.example", "/x", "../x", "tr/../../x", "", "tr/.x", "tr//x"}) {
    const Response page = send("GET", "/tr/comment/thanks?back=" + encode_value(back));
    EXPECT_EQ(page.body, "<main>tr:comment.thanks:</main>") << back;
  }
  EXPECT_EQ(safe_back("tr/2026/a.html"), "tr/2026/a.html");
  EXPECT_EQ(safe_back("tr/a\r\nSet-Cookie: x"), "");
}

TEST_F(Live, SearchShowsHitsAndHidesReasons) {
  EXPECT_EQ(send("GET", "/tr/search?q=+%C3%A7ay+").body, "search:tr:çay:1");
  EXPECT_EQ(send("GET", "/tr/search").body, "search:tr::0");
  EXPECT_EQ(send("GET", "/tr/search?q=%3Cscript%3E").body, "search:tr:&lt;script&gt;:1");
  const Response broken = send("GET", "/tr/search?q=broken");
  EXPECT_EQ(broken.status, 503);
  EXPECT_EQ(broken.body.find("secret"), std::string::npos);
  EXPECT_EQ(send("GET", "/xx/search?q=a").status, 404);
  EXPECT_EQ(send("POST", "/tr/search").status, 405);
  int limited = 0;
  for (int i = 0; i < 80; ++i) limited += send("GET", "/tr/search?q=a").status == 429;
  EXPECT_GE(limited, 20);
}

TEST_F(Live, OtherMethodsAreRefusedWithWhatIsAllowed) {
  const Response put = send("PUT", "/tr/a.html");
  EXPECT_EQ(put.status, 405);
  EXPECT_EQ(of(put, "Allow"), "GET, HEAD, POST");
  const Response post = send("POST", "/tr/a.html");
  EXPECT_EQ(post.status, 405);
  EXPECT_EQ(of(post, "Allow"), "GET, HEAD");
  EXPECT_EQ(send("POST", "/healthz").status, 405);
  EXPECT_EQ(send("OPTIONS", "*").status, 405);
}

TEST_F(Live, EveryAnswerHasTheSecurityHeaders) {
  for (const char* target :
       {"/tr/a.html", "/none", "/%zz", "/tr/search", "/healthz", "/tr/comment"}) {
    const Response response = send("GET", target);
    const std::string csp = of(response, "Content-Security-Policy");
    EXPECT_TRUE(csp.starts_with("default-src 'none'")) << target;
    EXPECT_EQ(csp.find("unsafe"), std::string::npos);
    EXPECT_EQ(csp.find("script-src"), std::string::npos) << "default-src forbids scripts";
    EXPECT_EQ(of(response, "X-Content-Type-Options"), "nosniff") << target;
    EXPECT_EQ(of(response, "Cross-Origin-Opener-Policy"), "same-origin") << target;
    EXPECT_FALSE(of(response, "Referrer-Policy").empty()) << target;
  }
}

TEST_F(Live, HealthTellsWithoutReasons) {
  EXPECT_EQ(send("GET", "/healthz").body, "ok\n");
  hooks.healthy = []() -> Result<void> { return fail(ErrorCode::unavailable, "test", "secret"); };
  make();
  const Response ill = send("GET", "/healthz");
  EXPECT_EQ(ill.status, 503);
  EXPECT_EQ(ill.body, "unhealthy\n");
}

TEST_F(Live, MetricsAreForOurOwnNetwork) {
  hooks.gauges = [] {
    return std::vector<std::pair<std::string, double>>{{"kaynak_jobs_waiting", 7},
                                                       {"bad name{", 1}};
  };
  make();
  send("GET", "/tr/a.html");
  send("GET", "/none");
  token_from_first_post();
  EXPECT_EQ(send("GET", "/metrics").status, 404) << "not for the world";
  peer = "127.0.0.1";
  EXPECT_EQ(send("GET", "/metrics", {}, {{"X-Forwarded-For", "203.0.113.5"}}).status, 404);
  const Response metrics = send("GET", "/metrics");
  EXPECT_EQ(metrics.status, 200);
  EXPECT_TRUE(of(metrics, "Content-Type").starts_with("text/plain; version=0.0.4"));
  for (const char* line : {"kaynak_http_requests_total{status=\"2xx\"} 2", "kaynak_jobs_waiting 7",
                           "kaynak_comments_posted_total{outcome=\"asked_to_confirm\"} 1",
                           "kaynak_http_request_seconds_bucket{le=\"+Inf\"}"})
    EXPECT_NE(metrics.body.find(line), std::string::npos) << line << "\n" << metrics.body;
  EXPECT_EQ(metrics.body.find("bad name"), std::string::npos);
}

TEST_F(Live, AProxysWordCountsOnlyFromAKnownProxy) {
  Request request;
  request.peer = "10.0.0.2";
  request.headers = {{"X-Forwarded-For", "1.2.3.4, 203.0.113.9"}};
  EXPECT_EQ(client_address(request, {}), "10.0.0.2");
  EXPECT_EQ(client_address(request, {"10.0.0.2"}), "203.0.113.9");
  request.headers.clear();
  EXPECT_EQ(client_address(request, {"10.0.0.2"}), "10.0.0.2");
}

TEST(RateLimit, ForgetsTheLongestUnseenAndIsBounded) {
  RateLimiter limiter(1, 100);
  const Time now{};
  EXPECT_TRUE(limiter.allow("a", now));
  EXPECT_FALSE(limiter.allow("a", now));
  for (int i = 0; i < 99; ++i) EXPECT_TRUE(limiter.allow("b" + std::to_string(i), now));
  EXPECT_FALSE(limiter.allow("a", now)) << "seen just now";
  for (int i = 0; i < 100; ++i) limiter.allow("c" + std::to_string(i), now);
  EXPECT_TRUE(limiter.allow("a", now));
}

TEST(RateLimit, CountsNeighboursOfOneNetworkTogether) {
  EXPECT_EQ(rate_key("2001:db8:1:2:3::4"), rate_key("2001:db8:1:2:ffff::1"));
  EXPECT_NE(rate_key("2001:db8:1:2::1"), rate_key("2001:db8:1:3::1"));
  EXPECT_NE(rate_key("192.0.2.1"), rate_key("192.0.2.2"));
  EXPECT_EQ(rate_key("::ffff:192.0.2.1"), rate_key("192.0.2.1"));
  EXPECT_TRUE(is_private_address("::ffff:127.0.0.1"));
  EXPECT_TRUE(is_private_address("fd00::1"));
  EXPECT_FALSE(is_private_address("8.8.8.8"));
  EXPECT_FALSE(is_private_address("nonsense"));
}

}  // namespace
}  // namespace kaynak::serve_detail
