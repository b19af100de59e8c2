#include "text/url.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "text/test_data.h"

namespace kaynak {
namespace {

using text_test::read_rows;

std::string key(std::string_view text) {
  auto url = Url::parse(text);
  return url ? identity_key(*url) : "";
}

TEST(Url, KnowsItsParts) {
  const auto url = Url::parse("HTTPS://User:Pw@Exämple.ORG:8443/a/../b?q=1#frag");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->href(), "https://User:Pw@xn--exmple-cua.org:8443/b?q=1#frag");
  EXPECT_EQ(url->scheme(), "https");
  EXPECT_EQ(url->host(), "xn--exmple-cua.org");
  EXPECT_EQ(url->port(), "8443");
  EXPECT_EQ(url->path(), "/b");
  EXPECT_EQ(url->query(), "q=1");
  EXPECT_EQ(url->fragment(), "frag");
  EXPECT_TRUE(url->is_http());
}

TEST(Url, KnowsPartsThatAreAbsent) {
  const auto url = Url::parse("mailto:desk@example.org");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->host(), "");
  EXPECT_EQ(url->port(), "");
  EXPECT_EQ(url->path(), "desk@example.org");
  EXPECT_EQ(url->query(), "");
  EXPECT_FALSE(url->is_http());
}

TEST(Url, RefusesWhatIsNone) {
  EXPECT_FALSE(Url::parse("no scheme"));
  EXPECT_FALSE(Url::parse("http://"));
  EXPECT_EQ(Url::parse("http://[1::2").error().code, ErrorCode::malformed);
  EXPECT_FALSE(Url::parse("http://example.org/" + std::string(100'000, 'x')));
}

TEST(Url, ResolvesAgainstTheLastAndAnotherBase) {
  EXPECT_EQ(resolve_href("../x?y", "https://example.org/a/b/c"), "https://example.org/a/x?y");
  EXPECT_EQ(resolve_href("z", "https://example.org/a/b/c"), "https://example.org/a/b/z");
  EXPECT_EQ(resolve_href("z", "https://example.net/"), "https://example.net/z");
  EXPECT_EQ(resolve_href("//cdn.example.org/i.png", "https://example.net/"),
            "https://cdn.example.org/i.png");
  EXPECT_EQ(resolve_href("javascript:alert(1)", "https://example.net/"), "");
  EXPECT_EQ(resolve_href("z", "not a base"), "");
}

TEST(Url, ConformsToWhatwg) {
  const auto rows = read_rows("url/whatwg-parse.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  std::size_t passed = 0, all = 0;
  for (const Json& row : rows) {
    if (row.contains("raw_json_ascii")) continue;
    ++all;
    const auto base = Url::parse(row["base"].as_string());
    auto url = row["base"].is_null() ? Url::parse(row["input"].as_string())
               : base                ? Url::parse(row["input"].as_string(), &*base)
                                     : Url::parse("");
    bool ok = row["failure"].as_bool() ? !url : url && url->href() == row["href"].as_string();
    if (ok && url) {
      const auto prefixed = [](char mark, std::string_view part) {
        return part.empty() ? std::string() : mark + std::string(part);
      };
      ok = std::string(url->scheme()) + ":" == row["protocol"].as_string() &&
           url->host() == row["hostname"].as_string() && url->port() == row["port"].as_string() &&
           url->path() == row["pathname"].as_string() &&
           prefixed('?', url->query()) == row["search"].as_string() &&
           prefixed('#', url->fragment()) == row["hash"].as_string();
    }
    if (!ok && getenv("KAYNAK_TEST_VERBOSE"))
      printf("%s → %s, not %s\n", row["input"].as_string().c_str(),
             url ? url->href().c_str() : "failure", row["href"].as_string().c_str());
    passed += ok;
  }
  printf("WHATWG parse: %zu of %zu\n", passed, all);
  EXPECT_EQ(passed, all);
}

TEST(Url, ConformsToWhatwgHosts) {
  const auto rows = read_rows("url/whatwg-idna.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  std::size_t passed = 0, all = 0;
  for (const Json& row : rows) {
    const std::string& input = row["input"].as_string();
    if (input.find_first_of("/?#\\@:[]%\t\n\r ") != input.npos) continue;  // means more in a URL
    const auto url = Url::parse("https://" + input + "/x");
    const bool ok =
        row["output"].is_null() ? !url : url && url->host() == row["output"].as_string();
    if (!ok && getenv("KAYNAK_TEST_VERBOSE"))
      printf("%s %s → %s, not %s\n", row["comment"].as_string().c_str(), input.c_str(),
             url ? url->href().c_str() : "failure", row["output"].dump().c_str());
    ++all;
    passed += ok;
  }
  printf("WHATWG hosts: %zu of %zu\n", passed, all);
  EXPECT_GE(passed, 1842u);
}

/// Of encodings, addresses know UTF-8 alone.
TEST(Url, EscapesQueriesAsWhatwg) {
  const auto rows = read_rows("url/whatwg-percent-encoding.jsonl");
  KAYNAK_NEED_DATA(rows);
  for (const Json& row : rows)
    EXPECT_EQ(Url::parse("http://example.org/?" + row["input"].as_string())->query(),
              row["output"]["utf-8"].as_string());
}

TEST(Url, ReadsWhatStandsBehindALonePercentSign) {
  EXPECT_EQ(Url::parse("https://example.org/%éx?%é#%é")->href(),
            "https://example.org/%%C3%A9x?%%C3%A9#%%C3%A9");
  EXPECT_EQ(Url::parse("https://example.org/a%/./b%/../c")->href(), "https://example.org/a%/c");
  EXPECT_EQ(resolve_href("z", "https://example.org/x%/y"), "https://example.org/x%/z");
  EXPECT_EQ(resolve_href("a%/./b", "https://example.org/"), "https://example.org/a%/b");
  EXPECT_FALSE(Url::parse("https://a%b.example/"));
  EXPECT_FALSE(Url::parse("\x16http:%/"));
}

TEST(Url, TakesWrongUtf8AsReplacementCharacters) {
  EXPECT_EQ(resolve_href("\xA1/x", "https://example.org/"), "https://example.org/%EF%BF%BD/x");
  EXPECT_FALSE(Url::parse("\xA1https://example.org/"));
}

TEST(Url, KeepsLabelsThatCannotBeDecoded) {
  EXPECT_EQ(Url::parse("https://News.XN--pokxncvks/XN--a?xn--b")->href(),
            "https://news.xn--pokxncvks/XN--a?xn--b");
  EXPECT_FALSE(Url::parse("https://ü.xn--pokxncvks/"));
  EXPECT_TRUE(Url::parse("other:/xn--a%00/"));
  EXPECT_EQ(Url::parse("other:/a%/./b")->href(), "other:/a%/b");
  EXPECT_FALSE(Url::parse("https://xn--pokxncvks:port/"));
}

TEST(Url, ParsesItsOwnOutputToItself) {
  const auto rows = read_rows("url/whatwg-parse.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  for (const Json& row : rows) {
    const auto url = Url::parse(row["href"].as_string());
    if (!url) continue;
    EXPECT_EQ(Url::parse(url->href())->href(), url->href());
  }
}

TEST(IdentityKey, JoinsAddressesOfOnePage) {
  const std::string plain = key("https://example.org/world/story-1");
  EXPECT_EQ(plain, "example.org/world/story-1");
  for (const char* other :
       {"http://www.example.org/world/story-1/", "https://m.example.org/world/story-1#top",
        "https://amp.example.org/world//story-1?utm_source=x&fbclid=1",
        "https://user@example.org:443/world/story-1/amp", "https://example.org/world/story-1.amp",
        "https://example-org.cdn.ampproject.org/c/s/example.org/world/story-1",
        "https://example.org/world/story-1/index.html", "https://example.org/world/%73tory-1"})
    EXPECT_EQ(key(other), plain) << other;
  EXPECT_EQ(key("http://example.org/?b=2&a=1"),
            key("http://example.org/index.php?a=1&b=2&gclid=3"));
}

TEST(IdentityKey, KeepsDifferentPagesApart) {
  const std::vector<std::string> pages = {"https://example.org/",
                                          "https://example.org/a",
                                          "https://example.org/A",
                                          "https://example.org/?p=1",
                                          "https://example.org/?p=2",
                                          "https://example.org/?p=1&page=2",
                                          "https://news.example.org/",
                                          "https://example.org:8080/",
                                          "https://example.org/#!/a",
                                          "https://example.org/a.html",
                                          "https://example.org/?ref=/a",
                                          "https://example.org/amp/b",
                                          "https://m.org/",
                                          "https://example.org/?s=1",
                                          "https://example.org/%2Fa"};
  std::set<std::string> keys;
  for (const auto& page : pages) keys.insert(key(page));
  EXPECT_EQ(keys.size(), pages.size());
}

/// Share of pairs of inputs of one rule that the key joins or parts as the rule does.
struct Partition {
  std::size_t same = 0, joined = 0, different = 0, merged = 0;
};

Partition partition(const std::vector<Json>& rows, std::string_view rule) {
  std::vector<std::pair<std::string, std::string>> cases;  // expected, key
  for (const Json& row : rows) {
    if (row["rule"].as_string() != rule || !row["expected"].is_string()) continue;
    std::string input = row["input"].as_string();
    if (input.find("://") == std::string::npos)
      input = (input.substr(0, 2) == "//" ? "http:" : "http://") + input;
    cases.emplace_back(row["expected"].as_string(), key(input));
    std::string expected = row["expected"].as_string();  // its own canonical form belongs to it
    if (expected.find("://") == std::string::npos) expected = "http://" + expected;
    cases.emplace_back(row["expected"].as_string(), key(expected));
  }
  Partition p;
  for (std::size_t i = 0; i < cases.size(); ++i)
    for (std::size_t k = 0; k < i; ++k) {
      const bool same = cases[i].first == cases[k].first,
                 joined = cases[i].second == cases[k].second;
      p.same += same;
      p.joined += same && joined;
      p.different += !same;
      p.merged += !same && joined;
      if (same != joined && getenv("KAYNAK_TEST_VERBOSE"))
        printf("%s: %s (%s) / %s (%s)\n", same ? "apart" : "merged", cases[i].second.c_str(),
               cases[i].first.c_str(), cases[k].second.c_str(), cases[k].first.c_str());
    }
  return p;
}

TEST(IdentityKey, PartitionsAsDeduplicatorsDo) {
  const auto rows = read_rows("url/canonicalise.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  const Partition ural = partition(rows, "ural:normalize_url");
  printf("ural: joined %zu of %zu, merged %zu of %zu\n", ural.joined, ural.same, ural.merged,
         ural.different);
  const Partition urlcanon = partition(rows, "urlcanon:aggressive");
  printf("urlcanon: joined %zu of %zu, merged %zu of %zu\n", urlcanon.joined, urlcanon.same,
         urlcanon.merged, urlcanon.different);
  const Partition miniflux = partition(rows, "miniflux:strip_tracking");
  printf("miniflux: joined %zu of %zu, merged %zu of %zu\n", miniflux.joined, miniflux.same,
         miniflux.merged, miniflux.different);
  EXPECT_EQ(ural.joined, ural.same);
  EXPECT_EQ(urlcanon.joined, urlcanon.same);
  // Its four merged pairs differ in a fragment alone: a place on the page, not another page.
  EXPECT_EQ(miniflux.joined, miniflux.same);
  EXPECT_EQ(ural.merged, 0u);
  EXPECT_EQ(urlcanon.merged, 0u);
}

std::string clean(std::string_view text) {
  auto url = Url::parse(text);
  return url ? clean_url(*url) : std::string(text);
}

TEST(CleanUrl, KeepsThePageAndDropsTheRest) {
  EXPECT_EQ(
      clean(
          "HTTP://user:pw@www.Example.org.:80/A/%7eb/%2f?b=2&utm_source=x&a=%c3%a9&&fbclid=1#top"),
      "http://www.example.org/A/~b/%2F?b=2&a=%C3%A9");
  EXPECT_EQ(clean("https://example.org/?#"), "https://example.org/");
  EXPECT_EQ(clean("https://example.org:8443/index.html?p=1#!/a"),
            "https://example.org:8443/index.html?p=1#!/a");
  EXPECT_EQ(clean("mailto:desk@example.org"), "mailto:desk@example.org");
}

TEST(CleanUrl, IsCleanAlready) {
  const auto rows = read_rows("url/canonicalise.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  for (const Json& row : rows) {
    const auto once = clean(row["input"].as_string());
    EXPECT_EQ(clean(once), once);
  }
}

/// Share of a rule's cases in which `form` of the input is that of what the rule makes of it.
template <class Form>
std::size_t agreement(const std::vector<Json>& rows, std::string_view rule, Form form) {
  std::size_t all = 0, same = 0;
  for (const Json& row : rows) {
    if (row["rule"].as_string() != rule || !row["expected"].is_string()) continue;
    const auto address = [](std::string text) {
      const bool scheme = text.find(':') != text.npos;
      return scheme ? text : (text.substr(0, 2) == "//" ? "http:" : "http://") + text;
    };
    const auto input = address(row["input"].as_string());
    const auto expected = address(row["expected"].as_string());
    const bool ok = form(input) == form(expected);
    if (!ok && getenv("KAYNAK_TEST_VERBOSE"))
      printf("%s: %s → %s, not %s\n", std::string(rule).c_str(), input.c_str(), form(input).c_str(),
             form(expected).c_str());
    ++all;
    same += ok;
  }
  printf("%s: %zu of %zu\n", std::string(rule).c_str(), same, all);
  return all ? same * 100 / all : 100;
}

TEST(CleanUrl, AgreesWithOthersRules) {
  const auto rows = read_rows("url/canonicalise.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  EXPECT_GE(agreement(rows, "miniflux:strip_tracking", key), 100u);
  EXPECT_GE(agreement(rows, "miniflux:strip_tracking", clean), 87u);  // blanks as "%20" or "+"
  EXPECT_GE(agreement(rows, "crawler-commons:normalize", key), 95u);
  EXPECT_GE(agreement(rows, "normalize-url:default", key), 90u);
  // It decodes escapes until none is left, which changes meaning, sorts parameters, and is asked in
  // part in mojibake and schemes that are not the web's.
  EXPECT_GE(agreement(rows, "urlcanon:semantic_precise", clean), 63u);
}

TEST(RegistrableDomain, FollowsThePublicSuffixList) {
  const auto rows = read_rows("url/public-suffix.jsonl");
  KAYNAK_NEED_DATA(rows);
  std::size_t right = 0;
  for (const Json& row : rows) {
    const auto got = registrable_domain(row["host"].as_string());
    right += got == row["registrable_domain"].as_string();
    if (got != row["registrable_domain"].as_string())
      printf("%s → \"%s\"\n", row["host"].as_string().c_str(), got.c_str());
  }
  printf("public suffixes: %zu of %zu\n", right, rows.size());
  EXPECT_EQ(right, rows.size());
}

TEST(RegistrableDomain, IsNoneOfAddressesAndSuffixes) {
  EXPECT_EQ(registrable_domain("News.Example.CO.UK."), "example.co.uk");
  for (const char* none : {"", ".", "127.0.0.1", "[::1]", "co.uk", "a..com", "localhost"})
    EXPECT_EQ(registrable_domain(none), "") << none;
}

TEST(UrlGuess, TellsFeedsAndFrontPages) {
  const auto rows = read_rows("url/canonicalise.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  for (const Json& row : rows) {
    const auto url = Url::parse(row["input"].as_string());
    const auto& rule = row["rule"].as_string();
    if (rule != "ural:could_be_rss" && rule != "ural:is_homepage") continue;
    const bool got = rule == "ural:is_homepage" ? is_homepage(*url) : looks_like_feed(*url);
    EXPECT_EQ(got, row["expected"].as_bool()) << rule << " " << url->href();
  }
}

TEST(UrlGuess, IsCarefulWithPages) {
  const auto feed = [](const char* url) { return looks_like_feed(*Url::parse(url)); };
  const auto home = [](const char* url) { return is_homepage(*Url::parse(url)); };
  EXPECT_TRUE(feed("https://example.org/?feed=rss2"));
  EXPECT_TRUE(feed("https://example.org/feed.json"));
  EXPECT_FALSE(feed("https://example.org/sitemap.xml"));
  EXPECT_FALSE(feed("https://example.org/news/feeding-time"));
  EXPECT_FALSE(feed("https://example.org/feed/story.html"));
  EXPECT_FALSE(feed("mailto:rss@example.org"));
  EXPECT_TRUE(home("https://example.org"));
  EXPECT_TRUE(home("https://example.org/?utm_source=x"));
  EXPECT_FALSE(home("https://example.org/?p=12"));
  EXPECT_FALSE(home("https://example.org/home/story"));
}

TEST(TextFragment, SelectsAShortSentenceWhole) {
  EXPECT_EQ(text_fragment_url("https://example.org/a", "Well-known, isn't it & so?"),
            "https://example.org/a#:~:text=Well%2Dknown%2C%20isn't%20it%20%26%20so%3F");
}

TEST(TextFragment, SelectsALongSentenceByItsEnds) {
  std::string sentence = "The minister of example affairs said";
  for (int i = 0; i < 20; ++i) sentence += " something";
  sentence += " on the last day of May.";
  EXPECT_EQ(text_fragment_url("https://example.org/a", sentence),
            "https://example.org/"
            "a#:~:text=The%20minister%20of%20example%20affairs,the%20last%20day%20of%20May.");
}

TEST(TextFragment, StandsBehindAnExistingFragment) {
  EXPECT_EQ(text_fragment_url("https://example.org/#p", "Ý kiến"),
            "https://example.org/#p:~:text=%C3%9D%20ki%E1%BA%BFn");
  EXPECT_EQ(text_fragment_url("https://example.org/#:~:text=old", "new"),
            "https://example.org/#:~:text=new");
  EXPECT_EQ(text_fragment_url("https://example.org/", "  "), "https://example.org/");
}

}  // namespace
}  // namespace kaynak
