#include "pipeline/source_lists.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/strings.h"
#include "gather/opml.h"
#include "pipeline/add_source.h"
#include "text/regions.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak {
namespace {

constexpr std::size_t kMostLines = 10000, kMostTags = 16, kMostName = 200;

/// Hosts whose feeds are of many outlets.
constexpr std::array<std::string_view, 15> kEverybodys = {
    "feeds.feedburner.com", "feeds2.feedburner.com",
    "feedproxy.google.com", "feeds.feedblitz.com",
    "feedpress.me",         "rss.app",
    "rsshub.app",           "youtube.com",
    "reddit.com",           "medium.com",
    "news.google.com",      "feeds.megaphone.fm",
    "feeds.simplecast.com", "anchor.fm",
    "feeds.soundcloud.com"};

std::string host_of(const std::string& url) {
  const auto parsed = Url::parse(url);
  return parsed ? plain_host(parsed->host()) : std::string();
}

bool is_everybodys(const std::string& host) {
  return std::find(kEverybodys.begin(), kEverybodys.end(), host) != kEverybodys.end();
}

bool is_feed_address(const std::string& url) {
  const auto parsed = Url::parse(url);
  return parsed && parsed->is_http() && !parsed->host().empty();
}

/// The feeds of a list, and what of it is none.
struct FeedList {
  std::string title;
  std::vector<OpmlFeed> feeds;
  std::vector<std::string> skipped, problems;
};

FeedList read_lines(std::string_view text) {
  FeedList out;
  for (const auto raw : split(text, '\n')) {
    const auto line = trim(raw);
    if (line.empty() || line.starts_with("#")) continue;
    if (out.feeds.size() >= kMostLines) {
      out.problems.push_back("only the first " + std::to_string(kMostLines) +
                             " addresses were read");
      break;
    }
    OpmlFeed feed;
    feed.xml_url = line.find("://") == std::string_view::npos ? "https://" + std::string(line)
                                                              : std::string(line);
    const auto url = Url::parse(feed.xml_url);
    if (!is_feed_address(feed.xml_url))
      out.skipped.push_back(std::string(clip_utf8(line, 200)) + ": no address");
    else if (is_homepage(*url))
      out.skipped.push_back(feed.xml_url + ": a front page; use: kaynak source add " +
                            feed.xml_url);
    else
      out.feeds.push_back(std::move(feed));
  }
  return out;
}

Result<FeedList> read_list(std::string_view bytes) {
  if (bytes.find('<') == std::string_view::npos) {
    auto list = read_lines(bytes);
    if (!list.feeds.empty() || !list.skipped.empty()) return list;
    return fail(ErrorCode::malformed, "import", "there is no address in it");
  }
  KAYNAK_ASSIGN(auto opml, parse_opml(bytes));
  return FeedList{std::move(opml.title), std::move(opml.feeds), {}, std::move(opml.problems)};
}

// --- what the titles of one outlet's feeds have in common

bool is_mark(std::string_view word) { return !word.empty() && words(word).empty(); }

std::vector<std::string> pieces(const std::string& title) {
  std::vector<std::string> out;
  for (const auto word : split(title, ' ')) out.emplace_back(word);
  return out;
}

std::string joined(std::vector<std::string> parts) {
  while (!parts.empty() && is_mark(parts.back())) parts.pop_back();
  while (!parts.empty() && is_mark(parts.front())) parts.erase(parts.begin());
  auto out = join(parts, " ");
  while (out.ends_with(":") || out.ends_with(",")) out.pop_back();
  return out;
}

/// The words all titles begin with; else those they end with; else the first title.
std::string common_name(const std::vector<std::string>& titles) {
  auto begin = pieces(titles.front());
  std::vector<std::string> end(begin.rbegin(), begin.rend());
  for (const auto& title : titles) {
    auto these = pieces(title);
    const auto keep = [](std::vector<std::string>* common, const std::vector<std::string>& other) {
      const auto most = std::min(common->size(), other.size());
      const auto differs =
          std::mismatch(common->begin(), common->begin() + static_cast<long>(most), other.begin());
      common->erase(differs.first, common->end());
    };
    keep(&begin, these);
    std::reverse(these.begin(), these.end());
    keep(&end, these);
  }
  if (auto name = joined(begin); !name.empty()) return name;
  std::reverse(end.begin(), end.end());
  if (auto name = joined(end); !name.empty()) return name;
  return titles.front();
}

// --- sources

/// Feeds of one outlet.
struct Outlet {
  std::string host;  ///< empty: a feed at a service, whose outlet is not known
  std::vector<OpmlFeed> feeds;
};

/// The outlets of a list, in its order.
class Outlets {
 public:
  void add(OpmlFeed feed) {
    const auto page_host = host_of(feed.html_url);
    auto host = page_host.empty() || is_everybodys(page_host) ? host_of(feed.xml_url) : page_host;
    const bool shared = is_everybodys(host);
    const auto [known, fresh] = index_.emplace(shared ? feed.xml_url : host, all_.size());
    if (fresh) all_.push_back({shared ? std::string() : host, {}});
    all_[known->second].feeds.push_back(std::move(feed));
  }
  const std::vector<Outlet>& all() const { return all_; }

 private:
  std::vector<Outlet> all_;
  std::map<std::string, std::size_t> index_;
};

void add_tag(std::vector<std::string>* tags, std::string_view written) {
  const auto tag = std::string(clip_utf8(fold_space(written), 80));
  if (!tag.empty() && tags->size() < kMostTags &&
      std::find(tags->begin(), tags->end(), tag) == tags->end())
    tags->push_back(tag);
}

void describe(const Outlet& outlet, const std::string& list_title, Source* source) {
  std::vector<std::string> titles;
  for (const auto& feed : outlet.feeds) {
    source->feeds.push_back(feed.xml_url);
    titles.push_back(feed.title.empty() || feed.title == feed.xml_url
                         ? (outlet.host.empty() ? feed.xml_url : outlet.host)
                         : std::string(clip_utf8(fold_space(feed.title), kMostName)));
    if (source->home.empty() && is_feed_address(feed.html_url)) source->home = feed.html_url;
    if (source->language.empty() && language_tag_problem(LanguageTag(feed.language).value).empty())
      source->language = LanguageTag(feed.language);
    for (const auto& folder : feed.folders) {
      add_tag(&source->tags, folder);
      if (source->country.empty()) source->country = country_named(folder);
    }
    for (const auto& category : feed.categories) add_tag(&source->tags, category);
  }
  source->name = common_name(titles);
  if (const auto by_host = country_of_host(outlet.host); !by_host.empty())
    source->country = by_host;
  if (source->country.empty()) source->country = country_named(list_title);
  if (outlet.host.empty()) return;
  source->hosts = {outlet.host};
  if (source->home.empty()) source->home = resolve_href("/", source->feeds.front());
}

SourceId id_of(const Outlet& outlet, const Source& source) {
  if (!outlet.host.empty()) return new_source_id(source.country, outlet.host);
  const auto word = slug(source.name);
  return new_source_id(source.country, word.empty() ? slug(source.feeds.front()) : word);
}

std::set<std::string> polled_feeds(const SourceBook& book) {
  std::set<std::string> out;
  for (const auto& entry : book.all())
    out.insert(entry.source.feeds.begin(), entry.source.feeds.end());
  return out;
}

/// One import under way.
class Import {
 public:
  Import(const Newsroom& newsroom, const ImportOptions& options)
      : newsroom_(newsroom), options_(options), polled_(polled_feeds(newsroom.sources())) {}

  Result<ImportReport> take(FeedList list) {
    report_.skipped = std::move(list.skipped);
    report_.problems = std::move(list.problems);
    Outlets outlets;
    std::set<std::string> seen;
    for (auto& feed : list.feeds) {
      if (!seen.insert(feed.xml_url).second) continue;
      ++report_.feeds;
      if (polled_.contains(feed.xml_url))
        ++report_.known;
      else if (!is_feed_address(feed.xml_url))
        report_.skipped.push_back(feed.xml_url + ": no http or https address");
      else
        outlets.add(std::move(feed));
    }
    for (const auto& outlet : outlets.all()) KAYNAK_TRY(add(outlet, list.title));
    return std::move(report_);
  }

 private:
  Result<void> add(const Outlet& outlet, const std::string& title) {
    Source source;
    describe(outlet, title, &source);
    source.rights = rights_from(options_.rights).value_or(Rights::link);
    source.id = id_of(outlet, source);
    if (outlet.host.empty()) source.id = unused(source.id);
    auto known = newsroom_.sources().find(source.id);
    if (!known && !outlet.host.empty()) known = newsroom_.sources().find_by_host(outlet.host);
    const auto file = newsroom_.paths.sources() / (source.id.value + ".toml");
    if (known || !ids_.insert(source.id.value).second || std::filesystem::exists(file))
      return skip(source, known ? known->source.id : source.id);
    const auto text = source_toml(source, "From a list of feeds; check name and rights.");
    KAYNAK_TRY(parse_source(source.id, text));
    if (!options_.dry_run) KAYNAK_TRY(write_file_atomically(file, text));
    report_.fresh += static_cast<int>(source.feeds.size());
    report_.sources.push_back(std::move(source));
    return {};
  }

  /// Feeds at a service may have one title: they are told apart by a number.
  SourceId unused(const SourceId& wanted) const {
    auto id = wanted;
    for (int n = 2; ids_.contains(id.value) || newsroom_.sources().find(id); ++n)
      id = SourceId(wanted.value + "-" + std::to_string(n));
    return id;
  }

  Result<void> skip(const Source& source, const SourceId& known) {
    for (const auto& feed : source.feeds)
      report_.skipped.push_back(feed +
                                ": its outlet is there already; add it to feeds in sources/" +
                                known.value + ".toml");
    return {};
  }

  const Newsroom& newsroom_;
  const ImportOptions& options_;
  const std::set<std::string> polled_;
  std::set<std::string> ids_;
  ImportReport report_;
};

}  // namespace

Result<ImportReport> import_sources(const Newsroom& newsroom, std::string_view bytes,
                                    const ImportOptions& options) {
  if (!options.rights.empty() && !rights_from(options.rights))
    return fail(ErrorCode::usage, "import", "rights are full, excerpt, link or none");
  KAYNAK_ASSIGN(auto list, read_list(bytes));
  return Import(newsroom, options).take(std::move(list));
}

std::string export_opml(const Newsroom& newsroom) {
  Opml out;
  out.title = newsroom.config.site.title;
  for (const auto& entry : newsroom.sources().all()) {
    const auto& source = entry.source;
    for (const auto& url : source.feeds) {
      OpmlFeed feed;
      feed.title = source.name;
      feed.xml_url = url;
      feed.html_url = source.home;
      feed.language = source.language.value;
      if (!source.tags.empty()) feed.folders = {source.tags.front()};
      out.feeds.push_back(std::move(feed));
    }
  }
  return write_opml(out);
}

}  // namespace kaynak
