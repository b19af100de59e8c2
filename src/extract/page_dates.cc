#include "extract/page_dates.h"

#include <algorithm>
#include <chrono>

#include "base/strings.h"
#include "extract/phrases.h"
#include "text/dates.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

using MaybeTime = std::optional<ZonedTime>;

class DateFinder {
 public:
  DateFinder(const Document& page, const PageMap& map, const Content& content,
             const StructuredData& data, NodeIndex headline, std::string_view language,
             const std::optional<Time>& fetched)
      : page_(page),
        map_(map),
        content_(content),
        data_(data),
        headline_(headline),
        language_(language),
        fetched_(fetched) {}

  PageDates run(std::string_view url) {
    PageDates d;
    d.published = parse(data_.article.published);
    d.modified = parse(data_.article.modified);
    if (!d.published)
      d.published = from_metas({"article:published_time",
                                "og:published_time",
                                "article:published",
                                "og:article:published_time",
                                "datepublished",
                                "dc.date.issued",
                                "dcterms.issued",
                                "dcterms.created",
                                "dc.date.created",
                                "parsely-pub-date",
                                "sailthru.date",
                                "cxenseparse:recs:publishtime",
                                "cxenseparse:publishtime",
                                "publishdate",
                                "publish-date",
                                "publish_date",
                                "publication_date",
                                "pubdate",
                                "article.published",
                                "article_date_original",
                                "originalpublicationdate",
                                "citation_publication_date",
                                "citation_online_date",
                                "date_published",
                                "release_date",
                                "created",
                                "datecreated",
                                "article.created",
                                "rnews:datepublished",
                                "displaydate",
                                "ptime",
                                "last-published",
                                "bt:pubdate",
                                "gentime",
                                "apub:time",
                                "og:pubdate",
                                "timestamp",
                                "dcsext.articlefirstpublished",
                                "og:regdate",
                                "article:created_time"});
    if (!d.modified)
      d.modified = from_metas({"article:modified_time", "og:updated_time", "og:modified_time",
                               "datemodified", "dcterms.modified", "dc.date.modified", "lastmod",
                               "last-modified", "revised", "article:modified", "article.updated",
                               "modified"});
    const MaybeTime in_url = date_in_url(url);
    if (!d.published) d.published = from_itemprop();
    if (!d.published) d.published = from_time_elements();
    if (!d.published)
      d.published = from_metas({"dc.date", "dcterms.date", "date", "dc:date", "eprints.date",
                                "article:date", "article.date", "pub_date"});
    if (!d.published && believable(in_url)) d.published = in_url;
    if (!d.published) d.published = from_date_lines();
    if (!d.published) d.published = from_modified(d.modified);
    return d;
  }

 private:
  bool believable(const MaybeTime& t) const {
    using namespace std::chrono;
    if (!t) return false;
    static const Time oldest = sys_days(year{1990} / 1 / 1);
    static const Time latest = sys_days(year{2100} / 1 / 1);
    return t->utc > oldest && t->utc < (fetched_ ? *fetched_ + hours(48) : latest);
  }
  MaybeTime parse(std::string_view text) const {
    text = trim(text);
    if (text.empty() || text.size() > 200) return std::nullopt;
    if (const auto epoch = from_epoch(text); believable(epoch)) return epoch;
    for (const MaybeTime& t : {parse_iso8601(text), parse_rfc822(text)})
      if (believable(t)) return t;
    const MaybeTime t = parse_page_date(text, language_, reference());
    return believable(t) ? t : std::nullopt;
  }
  std::optional<ZonedTime> reference() const {
    return fetched_ ? std::optional<ZonedTime>(ZonedTime{*fetched_, {}, true}) : std::nullopt;
  }
  static MaybeTime from_epoch(std::string_view text) {
    if (text.size() != 10 && text.size() != 13) return std::nullopt;
    std::int64_t n = 0;
    for (const char c : text) {
      if (c < '0' || c > '9') return std::nullopt;
      n = n * 10 + (c - '0');
    }
    if (text.size() == 10) n *= 1000;
    if (text.starts_with("20") && text.size() == 10)
      return std::nullopt;  // 2019101612 is no epoch second of news
    return ZonedTime{Time(Milliseconds(n)), {}, true};
  }
  MaybeTime from_metas(std::initializer_list<std::string_view> names) const {
    for (const auto name : names)
      if (const auto content = data_.meta({name}); !content.empty())
        if (const MaybeTime t = parse(content)) return t;
    return std::nullopt;
  }
  static bool in_noise(const NodeInfo& info) {
    constexpr Meanings far_noise =
        bit(Meaning::comment) | bit(Meaning::related) | bit(Meaning::nav) | bit(Meaning::footer);
    constexpr Meanings near_noise = bit(Meaning::sidebar) | bit(Meaning::teaser);
    constexpr Places places =
        bit(Place::nav) | bit(Place::footer) | bit(Place::aside) | bit(Place::comment_item);
    return (info.all & far_noise) != 0 || (info.near & near_noise) != 0 ||
           (info.places & places) != 0;
  }
  /// Meanings near a block, those of the inline elements around its first text included.
  Meanings near_of(const TextBlock& b) const {
    Meanings near = map_.info[b.container].near;
    for (NodeIndex i = page_.node(b.node_begin).parent; i != no_node && i != b.container;
         i = page_.node(i).parent)
      near |= map_.info[i].own;
    return near;
  }
  std::string_view stamp_of(NodeIndex i) const {
    for (const std::string_view name : {"datetime", "content", "data-datetime", "data-date",
                                        "data-time", "data-timestamp", "title"})
      if (const auto value = page_.attribute(i, name); !value.empty()) return value;
    return page_.text(i).substr(0, 200);
  }
  MaybeTime from_itemprop() const {
    for (const std::string_view wanted : {"datePublished", "dateCreated"})
      for (NodeIndex i = 0; i < page_.nodes().size(); ++i) {
        const Tag tag = page_.node(i).tag;
        if (tag == Tag::text || tag == Tag::comment || tag == Tag::meta) continue;
        if (page_.attribute(i, "itemprop").find(wanted) == std::string_view::npos || in_comment(i))
          continue;
        if (const MaybeTime t = parse(stamp_of(i))) return t;
      }
    return std::nullopt;
  }
  bool in_comment(NodeIndex i) const {
    return has(map_.info[i].places, Place::comment_item) || has(map_.info[i].all, Meaning::comment);
  }

  /// Explicit features of an element that may hold the date of publication.
  struct DateCandidate {
    bool pubdate = false;  ///< says that it is: pubdate attribute or class
    bool class_date = false;
    bool near_headline = false;
    bool before_text = false;  ///< stands before or in the article, not after it
    bool noise = false;
    bool says_updated = false;
    bool machine = false;  ///< a datetime attribute
  };
  static int score(const DateCandidate& c) {
    return 30 * c.pubdate + 15 * c.class_date + 30 * c.near_headline + 10 * c.before_text -
           25 * c.noise - 25 * c.says_updated + 10 * c.machine;
  }
  void article_ends(NodeIndex* first, NodeIndex* last) const {
    *first = *last = no_node;
    for (std::size_t b = 0; b < map_.blocks.size(); ++b) {
      if (content_.scores[b] <= 0 || map_.blocks[b].length < 80) continue;
      if (*first == no_node) *first = map_.blocks[b].node_begin;
      *last = map_.blocks[b].node_end;
    }
  }
  bool near_headline(NodeIndex i, NodeIndex first_text) const {
    const NodeIndex from = headline_ != no_node ? headline_ : first_text;
    if (from == no_node) return false;
    return i > from ? i - from < 150 : from - i < 60;
  }
  MaybeTime from_time_elements() const {
    NodeIndex first = no_node, last = no_node;
    article_ends(&first, &last);
    MaybeTime best;
    int best_score = 9;
    for (NodeIndex i = 0; i < page_.nodes().size(); ++i) {
      const Tag tag = page_.node(i).tag;
      const bool marked = tag == Tag::time ||
                          ((tag == Tag::abbr || tag == Tag::span) &&
                           has(map_.info[i].own, Meaning::meta) && page_.has_attribute(i, "title"));
      if (!marked || in_comment(i)) continue;
      DateCandidate c;
      const auto name = ascii_lower(page_.attribute(i, "class"));
      c.pubdate = page_.has_attribute(i, "pubdate") || name.find("publish") != std::string::npos ||
                  name.find("entry-date") != std::string::npos;
      c.class_date = has(map_.info[i].near, Meaning::meta);
      c.near_headline = near_headline(i, first);
      c.before_text = last == no_node || i < last;
      c.noise = in_noise(map_.info[i]);
      c.says_updated =
          name.find("updated") != std::string::npos || name.find("modified") != std::string::npos;
      c.machine = page_.has_attribute(i, "datetime");
      if (const int s = score(c); s > best_score)
        if (const MaybeTime t = parse(stamp_of(i))) best_score = s, best = t;
    }
    return best;
  }
  MaybeTime from_date_lines() const {
    NodeIndex first = no_node, last = no_node;
    article_ends(&first, &last);
    MaybeTime best;
    int best_score = 14;
    int tried = 0;
    for (const TextBlock& b : map_.blocks) {
      if (b.digits < 3 || b.length > 200 || in_comment(b.container)) continue;
      const NodeInfo& info = map_.info[b.container];
      DateCandidate c;
      const auto phrase = phrase_of(raw_text_of(page_, b));
      c.pubdate = phrase == PhraseKind::date;
      c.class_date = has(near_of(b), Meaning::meta);
      c.near_headline = near_headline(b.node_begin, first);
      c.before_text = last == no_node || b.node_begin < last;
      c.noise = in_noise(info) || phrase == PhraseKind::rights;
      if (b.length > 80) c.noise = true;
      if (const int s = score(c); s > best_score && tried < 60) {
        ++tried;
        if (const MaybeTime t = parse(fold_space(raw_text_of(page_, b)))) best_score = s, best = t;
      }
    }
    return best;
  }
  static MaybeTime from_modified(const MaybeTime& modified) { return modified; }

  const Document& page_;
  const PageMap& map_;
  const Content& content_;
  const StructuredData& data_;
  NodeIndex headline_;
  std::string_view language_;
  const std::optional<Time>& fetched_;
};

/// Reads `digits` figures at `i`; -1 where they are not there.
int figures(std::string_view s, std::size_t i, int digits) {
  int n = 0;
  for (int k = 0; k < digits; ++k, ++i) {
    if (i >= s.size() || s[i] < '0' || s[i] > '9') return -1;
    n = n * 10 + (s[i] - '0');
  }
  return n;
}
bool digit_at(std::string_view s, std::size_t i) {
  return i < s.size() && s[i] >= '0' && s[i] <= '9';
}

MaybeTime make_day(int y, int m, int d) {
  using namespace std::chrono;
  const year_month_day day{year{y}, month{static_cast<unsigned>(m)},
                           std::chrono::day{static_cast<unsigned>(d)}};
  if (y < 1995 || y > 2100 || !day.ok()) return std::nullopt;
  return ZonedTime{Time(sys_days(day)), {}, false};
}

}  // namespace

PageDates find_dates_of_page(const Document& page, const PageMap& map, const Content& content,
                             const StructuredData& data, NodeIndex headline, std::string_view url,
                             std::string_view language, const std::optional<Time>& fetched) {
  return DateFinder(page, map, content, data, headline, language, fetched).run(url);
}

std::optional<ZonedTime> date_in_url(std::string_view url) {
  for (std::size_t i = 0; i + 8 <= url.size(); ++i) {
    if (!digit_at(url, i) || (i > 0 && digit_at(url, i - 1))) continue;
    const int y = figures(url, i, 4);
    if (y < 1995 || y > 2100) continue;
    const char separator = url[i + 4];
    if (digit_at(url, i + 4)) {  // 20260815
      const int m = figures(url, i + 4, 2), d = figures(url, i + 6, 2);
      if (m > 0 && d > 0 && !digit_at(url, i + 8))
        if (const auto t = make_day(y, m, d)) return t;
      continue;
    }
    if (separator != '/' && separator != '-' && separator != '_' && separator != '.') continue;
    const int month_digits = digit_at(url, i + 6) ? 2 : 1;
    const int m = figures(url, i + 5, month_digits);
    const std::size_t after = i + 5 + static_cast<std::size_t>(month_digits);
    if (m <= 0 || after >= url.size() || (url[after] != separator)) continue;
    const int day_digits = digit_at(url, after + 2) ? 2 : 1;
    const int d = figures(url, after + 1, day_digits);
    if (d > 0 && !digit_at(url, after + 1 + static_cast<std::size_t>(day_digits)))
      if (const auto t = make_day(y, m, d)) return t;
  }
  return std::nullopt;
}

}  // namespace kaynak::extract_detail
