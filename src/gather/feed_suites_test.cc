// What other readers' suites expect, as far as this reader gives it
#include <chrono>

#include "gather/feed.h"
#include "gather/feed_text.h"
#include "gather/test_data.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

using namespace gather_test;
using gather_detail::html_to_line;

struct Count {
  int good = 0, all = 0;
};

/// A case: whether every comparable expectation holds; `compared` counts them.
struct Comparison {
  int compared = 0;
  std::string differs;

  void equal(const std::string& what, const std::string& got, const std::string& want) {
    ++compared;
    if (got != want && differs.empty()) differs = what + ": \"" + got + "\" != \"" + want + "\"";
  }
  /// Ours are as the URL Standard writes them: a host alone has a path.
  void url(const std::string& what, std::string got, std::string want) {
    for (auto* u : {&got, &want})
      if (!u->empty() && u->back() == '/') u->pop_back();
    equal(what, got, want);
  }
  void text(const std::string& what, const std::string& got, const Json& want) {
    if (!want.is_string()) return;
    const auto plain = fold_space(want.as_string());  // of a text construct that is no HTML
    const auto line = fold_space(got);
    equal(what, line, line == plain ? plain : html_to_line(want.as_string()));
  }
};

std::string at_of(const std::optional<ZonedTime>& at) { return at ? to_rfc3339(at->utc) : ""; }

const Json& first_of(const Json& object, std::initializer_list<const char*> keys) {
  static const Json none;
  for (const char* key : keys)
    if (object.contains(key)) return object[key];
  return none;
}

std::string text_of(const Json& value) {
  return value.is_object() ? first_of(value, {"value", "term", "name"}).as_string()
                           : value.as_string();
}

void compare_gofeed_item(const FeedItem& item, const Json& want, Comparison* c) {
  c->text("title", item.title, want["title"]);
  if (want["link"].is_string()) c->url("link", item.url, want["link"].as_string());
  const auto& id = first_of(want, {"guid", "id"});
  if (!id.is_null()) c->equal("id", item.id, std::string(trim(text_of(id))));
  const auto date = [&](const char* what, const std::optional<ZonedTime>& got, const Json& value) {
    const auto parsed = value.is_string() ? parse_iso8601(value.as_string()) : std::nullopt;
    if (parsed) c->equal(what, at_of(got), to_rfc3339(parsed->utc));
  };
  date("published", item.published, first_of(want, {"publishedParsed", "pubDateParsed"}));
  date("updated", item.updated ? item.updated : item.published, want["updatedParsed"]);
  c->text("summary", item.summary, first_of(want, {"summary", "description"}));
  const auto& content = want["content"];
  if (content.is_string()) c->text("content", item.content_text, content);
  if (content["value"].is_string()) c->text("content", item.content_text, content["value"]);
  const auto& categories = want["categories"].items();
  for (std::size_t i = 0; i < categories.size(); ++i)
    c->equal("category", i < item.categories.size() ? item.categories[i] : "",
             html_to_line(text_of(first_of(categories[i], {"label"}).is_null()
                                      ? categories[i]
                                      : categories[i]["label"])));
  for (std::size_t i = 0; i < want["authors"].items().size(); ++i) {
    const auto& name = want["authors"].items()[i]["name"];
    if (name.is_string())
      c->equal("author", i < item.authors.size() ? item.authors[i] : "", name.as_string());
  }
  for (std::size_t i = 0; i < want["enclosures"].items().size(); ++i)
    c->equal("enclosure", i < item.enclosures.size() ? item.enclosures[i].url : "",
             want["enclosures"].items()[i]["url"].as_string());
}

Comparison compare_gofeed(const Json& row) {
  Comparison c;
  const auto& want = row["expected"];
  if (!want.is_object()) return c;
  const auto feed = parse_feed(document(row, "doc"));
  if (!feed) {
    c.equal("feed", feed.error().message(), "a feed");
    return c;
  }
  c.text("title", feed->title, want["title"]);
  if (want["language"].is_string())
    c.equal("language", feed->language, want["language"].as_string());
  if (want["link"].is_string()) c.url("link", feed->link, want["link"].as_string());
  const auto& items = first_of(want, {"items", "entries"}).items();
  c.equal("items", std::to_string(feed->items.size()), std::to_string(items.size()));
  for (std::size_t i = 0; i < std::min(items.size(), feed->items.size()); ++i)
    compare_gofeed_item(feed->items[i], items[i], &c);
  return c;
}

/// Cases with something to compare, by group; prints what differs when asked by KAYNAK_VERBOSE.
template <class Compare>
Count run(const std::string& file, Compare compare) {
  Count count;
  std::map<std::string, Count> by_group;
  for (const auto& row : read_rows(file)) {
    const auto c = compare(row);
    if (c.compared == 0) continue;
    const auto& id = row["id"].as_string();
    auto& group = by_group[id.substr(0, id.rfind('/'))];
    ++group.all;
    group.good += c.differs.empty();
    if (!c.differs.empty() && std::getenv("KAYNAK_VERBOSE"))
      std::cout << id << "  " << c.differs << "\n";
  }
  for (const auto& [group, n] : by_group) {
    std::cout << "  " << group << ": " << n.good << " of " << n.all << "\n";
    count.good += n.good;
    count.all += n.all;
  }
  std::cout << file << ": " << count.good << " of " << count.all << "\n";
  return count;
}

TEST(FeedSuites, AgreesWithGofeed) {
  KAYNAK_NEED_DATA(read_data("feeds/gofeed.jsonl.gz"));
  const auto count = run("feeds/gofeed.jsonl.gz", compare_gofeed);
  EXPECT_GE(count.good, 379);
}

}  // namespace
}  // namespace kaynak
