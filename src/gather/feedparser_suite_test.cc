// feedparser's suite: every check whose path has a counterpart in Feed or FeedItem.
//
// Its values are HTML where ours are text, so texts are compared as text. What has no counterpart:
// - e-mail addresses and home pages of persons (nobody publishes or follows them), …_detail.type
// and
//   .base (our values are plain text without links), raw spellings of dates beside their meaning;
// - the language of single texts of a feed's head: a Feed has one language;
// - Atom 0.3's info, docs, cloud, textInput, sizes of images, itunes:block, :explicit and
// :duration,
//   media:rating and :restriction, wfw, places (geo, georss), chapters (psc), feedburner, validity
//   and expiry: no part of Kaynak asks for them;
// - CDF, a format of 1997 that no outlet serves;
// - HTTP's headers (etag, modified, content-language): a feed is read without them, but for its
// type;
// - us-ascii as the default of text/*, and what breaks by it: RFC 7303 took it back.
// A case counts where all checks that have a counterpart hold; well-formedness alone counts only
// where it is all a case asks.
#include "gather/feed.h"
#include "gather/feed_date.h"
#include "gather/feed_text.h"
#include "gather/test_data.h"
#include "text/encoding.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak {
namespace {

using namespace gather_test;
using Path2 = std::vector<Json>;

/// What we have at a path, and how it is compared.
struct Probe {
  enum class Kind {
    none,
    text,
    url,
    exact,
    time,
    number,
    person,
    charset,
    truth
  } kind = Kind::none;
  std::string value;
  std::optional<ZonedTime> time = {};
  std::int64_t number = 0;  ///< also the length of a list
};

Probe none() { return {}; }
Probe text(std::string v) { return {Probe::Kind::text, std::move(v)}; }
Probe url(std::string v) { return {Probe::Kind::url, std::move(v)}; }
Probe exact(std::string v) { return {Probe::Kind::exact, std::move(v)}; }
Probe time_of(std::optional<ZonedTime> t) { return {Probe::Kind::time, t ? "t" : "", t}; }
Probe person(std::string v) { return {Probe::Kind::person, std::move(v)}; }
Probe count(std::size_t n) {
  return {Probe::Kind::number, n ? "n" : "", {}, static_cast<std::int64_t>(n)};
}

std::string key_at(const Path2& path, std::size_t i) {
  return i < path.size() ? path[i].as_string() : "";
}

template <class T>
T nth(const std::vector<T>& values, const Path2& path, std::size_t i) {
  const auto index = i < path.size() ? static_cast<std::size_t>(path[i].as_int()) : 0;
  return index < values.size() ? values[index] : T();
}

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), key) != names.end();
}

Probe probe_people(const std::vector<std::string>& names, const Path2& path, std::size_t at) {
  if (path.size() == at) return count(names.size());
  if (path.size() == at + 1) return person(nth(names, path, at));
  return key_at(path, at + 1) == "name" ? text(nth(names, path, at)) : none();
}

Probe probe_links(const std::vector<FeedLink>& links, const Path2& path, std::size_t at) {
  if (path.size() == at) return count(links.size());
  const auto link = nth(links, path, at);
  const auto key = key_at(path, at + 1);
  if (key == "href") return url(link.url);
  if (key == "rel") return exact(link.rel);
  if (key == "type") return exact(link.type);
  if (key == "title") return text(link.title);
  if (key == "hreflang") return exact(link.language);
  return none();
}

Probe probe_tags(const std::vector<FeedTag>& tags, const Path2& path, std::size_t at) {
  if (path.size() == at) return count(tags.size());
  const auto tag = nth(tags, path, at);
  const auto key = key_at(path, at + 1);
  if (key == "term") return text(tag.term);
  if (key == "label") return text(tag.label);
  if (key == "scheme") return exact(tag.scheme);
  return none();
}

/// What feeds, entries and sources have under the same names. `at` is where the key stands.
template <class Part>
Probe probe_common(const Part& part, const Path2& path, std::size_t at) {
  const auto key = key_at(path, at), below = key_at(path, at + 1);
  const bool alone = path.size() == at + 1;
  const bool is_value = alone || below == "value";
  if (is_one_of(key, {"title", "title_detail"}) && is_value) return text(part.title);
  if (is_one_of(key, {"rights", "copyright", "rights_detail", "copyright_detail"}) && is_value)
    return text(part.rights);
  if (is_one_of(key, {"id", "guid"})) return exact(part.id);
  if (key == "author") return person(part.authors.empty() ? "" : part.authors[0]);
  if (key == "author_detail" && below == "name")
    return text(part.authors.empty() ? "" : part.authors[0]);
  if (key == "authors") return probe_people(part.authors, path, at + 1);
  if (key == "contributors") return probe_people(part.contributors, path, at + 1);
  if (key == "links") return probe_links(part.links, path, at + 1);
  if (key == "tags") return probe_tags(part.tags, path, at + 1);
  if (key == "category") return text(part.tags.empty() ? "" : part.tags[0].term);
  if (is_one_of(key, {"published", "published_parsed", "created", "created_parsed"}))
    return time_of(part.published);
  if (is_one_of(key, {"updated", "updated_parsed"}))
    return time_of(part.updated ? part.updated : part.published);
  if (key == "publisher") return person(part.publisher);
  if (key == "publisher_detail" && below == "name") return text(part.publisher);
  if (key == "image" && is_one_of(below, {"href", "url"})) return url(part.image);
  if (key == "license") return url(part.license);
  return none();
}

Probe probe_head(const FeedHead& head, const Path2& path, std::size_t at) {
  const auto key = key_at(path, at), below = key_at(path, at + 1);
  const bool is_value = path.size() == at + 1 || below == "value";
  if (is_one_of(key, {"subtitle", "tagline", "description", "subtitle_detail", "tagline_detail"}) &&
      is_value)
    return text(head.subtitle);
  if (key == "link") return url(head.link);
  if (key == "href") return url(head.self);
  if (key == "language") return exact(head.language);
  if (key == "generator" || (key == "generator_detail" && below == "name"))
    return text(head.generator);
  return probe_common(head, path, at);
}

Probe probe_media(const FeedItem& item, const Path2& path) {
  const auto& key = path[2].as_string();
  std::vector<std::string> credits;
  for (const auto& media : item.media)
    credits.insert(credits.end(), media.credits.begin(), media.credits.end());
  const auto first = item.media.empty() ? FeedMedia() : item.media[0];
  if (key == "media_credit" && path.back().as_string() == "content")
    return text(nth(credits, path, 3));
  if (key == "media_thumbnail") return url(nth(item.media, path, 3).thumbnail);
  if (key == "media_license" && path.back().as_string() == "href")
    return url(item.media.empty() ? item.license : first.license);
  return none();
}

Probe probe_entry(const FeedItem& item, const Path2& path) {
  const auto key = key_at(path, 2), last = path.back().as_string();
  if (is_one_of(key, {"summary", "description"}) || (key == "summary_detail" && last == "value"))
    return text(item.summary);
  if (key == "content" && (last == "value" || last == "language") && path[3].as_int() == 0)
    return last == "value" ? text(item.content_text) : exact(item.language);
  if (is_one_of(key, {"title_detail", "summary_detail"}) && last == "language")
    return exact(item.language);
  if (key == "link") return url(item.url);
  if (key == "enclosures") {
    const auto enclosure = nth(item.enclosures, path, 3);
    if (last == "href" || last == "url") return url(enclosure.url);
    if (last == "type") return exact(enclosure.type);
    return last == "length" ? exact(std::to_string(enclosure.length)) : none();
  }
  if (key == "comments") return url(item.comments_url);
  if (key == "source") return probe_head(item.source ? *item.source : FeedHead(), path, 3);
  if (key.substr(0, 6) == "media_") return probe_media(item, path);
  return probe_common(item, path, 2);
}

Probe probe(const Feed& feed, const Path2& path) {
  const auto root = key_at(path, 0), key = key_at(path, 1);
  if (root == "encoding") return {Probe::Kind::charset, feed.charset};
  if (root == "version" && feed.format != "rdf") {
    // Atom 1.0 states none.
    const auto number = feed.version.empty() && feed.format == "atom" ? "1.0" : feed.version;
    return exact(feed.format + replace_all(number, ".", ""));
  }
  if (root == "entries" && path.size() == 1) return count(feed.items.size());
  if (root == "entries" && path.size() > 2) return probe_entry(nth(feed.items, path, 1), path);
  if (root != "feed" || path.size() < 2) return none();
  if (key == "ttl")
    return exact(feed.poll_hint ? std::to_string(feed.poll_hint->count() / 60) : "");
  if (key == "newlocation") return url(feed.moved_to);
  return probe_head(feed, path, 1);
}

/// As the URL Standard writes it, where it is an address.
std::string standard(const std::string& u) {
  const auto href = resolve_href(u, {});
  return href.empty() ? u : href;
}

/// "Example editor (me@example.com)" names a person as we do without the address.
std::string name_in(std::string person) {
  const auto open = person.find(" (");
  if (open != std::string::npos && person.find('@') != std::string::npos) person.erase(open);
  return person;
}

bool same_time(const Probe& probe, const Json& want) {
  if (!probe.time) return false;
  if (want.is_string()) {
    const auto at = gather_detail::parse_feed_date(want.as_string());
    return at && at->utc == probe.time->utc;
  }
  const auto& n = want.items();  // a nine-tuple of UTC
  char out[64] = "";
  if (n.size() >= 6)
    std::snprintf(out, sizeof out, "%04d-%02d-%02dT%02d:%02d:%02dZ", int(n[0].as_int()),
                  int(n[1].as_int()), int(n[2].as_int()), int(n[3].as_int()), int(n[4].as_int()),
                  int(n[5].as_int()));
  return to_rfc3339(probe.time->utc) == out;
}

bool same(const Probe& probe, const Json& want, const std::string& doc) {
  const auto wanted = want.is_integer() ? std::to_string(want.as_int()) : want.as_string();
  switch (probe.kind) {
    case Probe::Kind::text: {
      const auto line = fold_space(probe.value);
      return line == fold_space(wanted) || line == gather_detail::html_to_line(wanted);
    }
    case Probe::Kind::url:
      return standard(probe.value) == standard(wanted);
    case Probe::Kind::time:
      return same_time(probe, want);
    case Probe::Kind::number:
      return probe.number == want.as_int();
    case Probe::Kind::person:
      return probe.value == name_in(want.is_object() ? want["name"].as_string() : wanted);
    case Probe::Kind::charset:  // names differ; that the text is the same is what matters
      return decode_as(doc, probe.value) == decode_as(doc, wanted);
    default:
      // Of RSS 0.91, feedparser tells Netscape's from Userland's.
      return probe.value == wanted || (probe.value == "rss091" && wanted.find("rss091") == 0);
  }
}

/// A check as (comparable, holds).
std::pair<bool, bool> check_path(const Feed& feed, const Path2& path, const Json& check,
                                 const std::string& doc) {
  const auto& op = check["op"].as_string();
  const auto& want = check["value"];
  if (op == "eq" && want.is_object() && key_at(path, path.size() - 2) != "contributors") {
    std::pair<bool, bool> all{false, true};  // a link or enclosure: member by member
    for (const auto& [name, value] : want.members()) {
      auto member = path;
      member.push_back(name);
      const auto got = probe(feed, member);
      if (got.kind == Probe::Kind::none) continue;
      all.first = true;
      all.second = all.second && same(got, value, doc);
    }
    return all;
  }
  const auto got = probe(feed, path);
  if (got.kind == Probe::Kind::none) return {false, true};
  if (op == "eq") return {true, same(got, want, doc)};
  if (op == "ne") return {true, !same(got, want, doc)};
  if (op == "truthy") return {true, !got.value.empty()};
  if (op == "falsy") return {true, got.value.empty()};
  if (op == "len_eq") return {true, got.number == want.as_int()};
  return {false, true};
}

std::string header(const Json& row, std::string_view wanted) {
  for (const auto& [name, value] : row["http_headers"].members())
    if (iequals(name, wanted)) return value.as_string();
  return {};
}

/// What follows from a header alone that we read otherwise or not at all.
bool is_of_headers(const Json& row, const Json& check) {
  const auto type = header(row, "content-type");
  const auto& path = check["path"].items();
  const bool charset =
      type.find("charset=") != std::string::npos || type.find("charset =") != std::string::npos;
  if (key_at(path, 0) == "encoding") return check["value"].as_string() == "us-ascii" && !charset;
  if (key_at(path, 0) == "bozo" && check["op"].as_string() == "truthy")
    return type.compare(0, 5, "text/") == 0 && !charset;
  return path.back().as_string() == "language" && !header(row, "content-language").empty();
}

struct Outcome {
  int compared = 0, without_counterpart = 0;
  bool ill_formed = false;  ///< the case asks what becomes of a broken document
  std::string differs;
};

Outcome run_case(const Json& row) {
  Outcome out;
  const auto doc = document(row, "doc");
  const std::string address = "http://127.0.0.1:8097/";
  auto base = resolve_href(header(row, "content-location"), address);
  if (base.empty()) base = address;
  const auto feed = parse_feed(doc, base, header(row, "content-type"));
  out.ill_formed = row["group"].as_string().find("illformed") == 0;
  int bozo = 0;
  bool bozo_holds = true;
  for (const auto& check : row["checks"].items()) {
    const auto& path = check["path"].items();
    if (is_of_headers(row, check)) {
      ++out.without_counterpart;
      continue;
    }
    if (key_at(path, 0) == "bozo") {
      const bool broken = check["op"].as_string() == "truthy";
      out.ill_formed = out.ill_formed || broken;
      ++bozo;
      bozo_holds = bozo_holds && (feed && feed->well_formed) != broken;
      continue;
    }
    const auto [comparable, holds] =
        feed ? check_path(*feed, path, check, doc) : std::pair(true, false);
    out.compared += comparable;
    out.without_counterpart += !comparable;
    if (!holds && out.differs.empty()) out.differs = check.dump() + (feed ? "" : "  no feed");
  }
  if (out.without_counterpart == 0 || out.compared > 0) {
    out.compared += bozo;
    if (!bozo_holds && out.differs.empty()) out.differs = "well-formedness";
  }
  return out;
}

TEST(FeedparserSuite, ChecksThatHaveACounterpartHold) {
  const auto rows = read_rows("feeds/feedparser.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  struct Tally {
    int good = 0, all = 0, left_out = 0;
  };
  std::map<std::string, Tally> groups;
  Tally well, ill;
  for (const auto& row : rows) {
    const auto& group = row["group"].as_string();
    const auto out = run_case(row);
    if (group == "wellformed/cdf" || out.compared == 0) {
      ++groups[group].left_out;
      continue;
    }
    for (auto* tally : {&groups[group], out.ill_formed ? &ill : &well}) {
      ++tally->all;
      tally->good += out.differs.empty();
    }
    if (!out.differs.empty() && std::getenv("KAYNAK_VERBOSE"))
      std::cout << row["id"].as_string() << "  " << out.differs << "\n";
  }
  for (const auto& [group, n] : groups)
    std::cout << "  " << group << ": " << n.good << " of " << n.all << ", " << n.left_out
              << " without counterpart\n";
  std::cout << "feedparser, well-formed: " << well.good << " of " << well.all
            << "; ill-formed: " << ill.good << " of " << ill.all << "\n";
  EXPECT_GE(well.good, 678);
  EXPECT_GE(ill.good, 14);
}

/// feedvalidator's files: each is read to its end; what it finds no fault with, we accept.
TEST(FeedvalidatorSuite, WhatIsRightIsAcceptedWithoutComplaint) {
  const auto rows = read_rows("feeds/feedvalidator.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  int right = 0, accepted = 0;
  for (const auto& row : rows) {
    const auto doc = document(row, "doc");
    const auto feed = parse_feed(doc, "http://127.0.0.1:8097/");
    const bool is_feed =
        doc.find("<rss") != std::string::npos || doc.find("<feed") != std::string::npos ||
        doc.find("<entry") != std::string::npos || doc.find(":RDF") != std::string::npos;
    if (!is_feed || row["expect"].as_string().compare(0, 3, "no ") != 0) continue;
    ++right;
    accepted += feed && feed->problems.empty();
    if ((!feed || !feed->problems.empty()) && std::getenv("KAYNAK_VERBOSE"))
      std::cout << row["id"].as_string() << " " << row["expect"].as_string() << "  "
                << (feed ? feed->problems[0] : feed.error().message()) << "\n";
  }
  std::cout << "feedvalidator: " << accepted << " of " << right << " accepted\n";
  EXPECT_GE(accepted, 308);
}

}  // namespace
}  // namespace kaynak
