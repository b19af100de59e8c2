#include "serve/deliveries.h"

#include <gtest/gtest.h>

#include "serve/router.h"

namespace kaynak::serve_detail {
namespace {

class DeliveriesTest : public testing::Test {
 protected:
  void SetUp() override {
    pages.languages = {LanguageTag("en")};
    hooks.push = [this](Delivery d) -> Result<void> {
      pushed.push_back(std::move(d));
      if (wrong) return fail(*wrong, "test", "because");
      return {};
    };
    hooks.websub_confirm = [](const std::string& id, const std::string& mode,
                              const std::string& topic, Seconds lease) -> Result<void> {
      if (id == "abc" && mode == "subscribe" && topic == "https://a.example/feed" &&
          lease == Seconds(864000))
        return {};
      return fail(ErrorCode::refused, "test", "not asked for");
    };
    hooks.websub_deliver = hooks.push;
  }
  Response send(const std::string& method, const std::string& target, const std::string& body = {},
                Headers headers = {}) {
    Router router(options, folder.path(), pages, hooks, fixed_clock(Time{}));
    Request request{method, target, std::move(headers), body, "192.0.2.1"};
    return router.handle(request);
  }
  TemporaryFolder folder = TemporaryFolder::make().value();
  ServeOptions options;
  LivePages pages;
  ServeHooks hooks;
  std::optional<ErrorCode> wrong;
  std::vector<Delivery> pushed;
};

TEST_F(DeliveriesTest, APushIsTakenWithWhatItsHeadersSay) {
  const auto response = send("POST", "/push/vn/song-bao", "<p>news",
                             {{"Authorization", "Bearer x"},
                              {"Content-Type", "text/html"},
                              {"Content-Location", "https://song-bao.example/1"}});
  EXPECT_EQ(response.status, 202);
  ASSERT_EQ(pushed.size(), 1u);
  EXPECT_EQ(pushed[0].to, "vn/song-bao");
  EXPECT_EQ(pushed[0].authorization, "Bearer x");
  EXPECT_EQ(pushed[0].location, "https://song-bao.example/1");
  EXPECT_EQ(pushed[0].body, "<p>news");
}

TEST_F(DeliveriesTest, ARefusedPushSaysWhyByItsStatus) {
  for (const auto& [code, status] : {std::pair(ErrorCode::refused, 401),
                                     {ErrorCode::not_found, 404},
                                     {ErrorCode::unsupported, 415},
                                     {ErrorCode::unavailable, 503}}) {
    wrong = code;
    EXPECT_EQ(send("POST", "/push/a", "x").status, status);
  }
  EXPECT_EQ(send("GET", "/push/a").status, 405);
}

TEST_F(DeliveriesTest, AHubIsAnsweredWithItsChallengeOnlyWhereItWasMeant) {
  const std::string meant =
      "?hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example%2Ffeed&hub.lease_seconds=864000"
      "&hub.challenge=c0ffee";
  const auto response = send("GET", "/websub/abc" + meant);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.body, "c0ffee");
  EXPECT_EQ(send("GET", "/websub/other" + meant).status, 404);
  EXPECT_EQ(send("GET", "/websub/abc").status, 404);
}

TEST_F(DeliveriesTest, AWrongSignatureLooksLikeARightOne) {
  wrong = ErrorCode::refused;
  EXPECT_EQ(send("POST", "/websub/abc", "x", {{"X-Hub-Signature", "sha1=0"}}).status, 202);
  EXPECT_EQ(pushed.at(0).signature, "sha1=0");
}

TEST_F(DeliveriesTest, WithoutHooksThereIsNothing) {
  hooks = {};
  EXPECT_EQ(send("POST", "/push/a", "x").status, 405);
  EXPECT_EQ(send("GET", "/websub/abc").status, 404);
}

TEST_F(DeliveriesTest, OneSenderCannotFloodTheInbox) {
  options.deliveries_per_minute = 2;
  Router router(options, folder.path(), pages, hooks, fixed_clock(Time{}));
  const Request request{"POST", "/push/a", {}, "x", "192.0.2.1"};
  EXPECT_EQ(router.handle(request).status, 202);
  EXPECT_EQ(router.handle(request).status, 202);
  EXPECT_EQ(router.handle(request).status, 429);
}

}  // namespace
}  // namespace kaynak::serve_detail
