#include "extract/page_dates.h"

#include <utility>

#include "base/strings.h"
#include "extract/date_claims.h"
#include "extract/date_lines.h"
#include "extract/date_reader.h"
#include "extract/headline.h"
#include "extract/title_parts.h"

namespace kaynak::extract_detail {
namespace {

/// Score of a shown date from which on it is the article's.
constexpr int sure = 30;

MaybeTime believed(const MaybeTime& t, const DateReader& reader) {
  return t && reader.believable(*t) ? t : std::nullopt;
}

/// Of what the page shows, the date of publication; that of the change where it stands much better.
const ShownDate& better_shown(const ShownDates& shown) {
  constexpr int much = 25;
  const bool changed =
      shown.published.score < sure && shown.updated.score >= shown.published.score + much;
  return changed ? shown.updated : shown.published;
}

/// Everything that a page says of its publication, in one place.
struct Evidence {
  MaybeTime data;  ///< the article object of its JSON-LD
  DateClaims claims;
  ShownDates shown;
  MaybeTime url;
};

/// What the page says plainly to machines.
MaybeTime stamped(const Evidence& e) {
  if (e.data || e.claims.rank > ClaimRank::created) return e.data;
  return e.claims.published;
}

/// "03/10/2026" is the third of October where the address says so.
MaybeTime settled(const MaybeTime& shown, const MaybeTime& url) {
  if (!shown || !url || day_at(*shown) == day_at(*url)) return shown;
  const std::chrono::year_month_day read(day_at(*shown)), own(day_at(*url));
  const bool swapped = read.year() == own.year() &&
                       static_cast<unsigned>(read.month()) == static_cast<unsigned>(own.day()) &&
                       static_cast<unsigned>(read.day()) == static_cast<unsigned>(own.month());
  return swapped ? url : shown;
}

/// Whether the data tell of a change days after the publication. News that runs over midnight is
/// no new issue.
bool changed_later(const MaybeTime& stamp, const MaybeTime& modified) {
  return stamp && modified && day_at(*modified) - day_at(*stamp) > std::chrono::days(1);
}

/// Whether the page shows the day of its change as its date: the outlet has set it forward and
/// published it anew.
bool published_anew(const Evidence& e, const MaybeTime& stamp, const MaybeTime& modified) {
  return changed_later(stamp, modified) && e.shown.published.score >= sure &&
         day_at(*e.shown.published.time) == day_at(*modified);
}

MaybeTime published_of(const Evidence& e) {
  if (const MaybeTime stamp = stamped(e)) return stamp;
  const ShownDate& shown = better_shown(e.shown);
  const bool vague = e.claims.published.has_value();
  // A vague "date" is that of publication or of the last change: publication is no later.
  if (shown.score >= sure && (!vague || day_at(*shown.time) <= day_at(*e.claims.published)))
    return settled(shown.time, e.url);
  if (vague) return e.claims.published;
  return e.url ? e.url : shown.time;
}

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// The offset at which the page's own clock ("23:30") shows the stamp's instant; nothing where the
/// two are of different minutes, so of different events.
std::optional<minutes> offset_by_clock(const ZonedTime& own, const ZonedTime& stamp) {
  const auto away =
      std::chrono::floor<minutes>(own.utc + own.offset) - std::chrono::floor<minutes>(stamp.utc);
  constexpr minutes quarter(15), west = hours(-12), east = hours(14);
  return away % quarter == minutes(0) && away >= west && away <= east ? std::optional<minutes>(away)
                                                                      : std::nullopt;
}
/// The nearest whole hour that puts a stamp of UTC on the day before or behind.
minutes offset_by_day(bool before, const ZonedTime& stamp) {
  const auto past_midnight = std::chrono::floor<hours>(stamp.utc - Time(day_at(stamp)));
  return before ? -past_midnight - hours(1) : hours(24) - past_midnight;
}

/// Where a stamp in UTC falls on another day than the page itself gives, its offset is what the
/// page's own clock or day says: "23:30" under 03:30Z, /2026/08/15/ for 2026-08-16T01:10Z.
void keep_own_day(const ZonedTime& own, minutes west, minutes east, ZonedTime* stamp) {
  if (!stamp->has_time || stamp->offset != minutes(0)) return;
  const auto away = day_at(own) - day_at(*stamp);
  if (away != days(1) && away != days(-1)) return;
  if (own.has_time) {
    if (const auto offset = offset_by_clock(own, *stamp)) stamp->offset = *offset;
    return;
  }
  const minutes offset = offset_by_day(away < days(0), *stamp);
  if (offset >= west && offset <= east) stamp->offset = offset;
}

/// A day set apart in the page's title: "24.11.2026 | Ice melts early".
MaybeTime date_in_title(std::string_view title, const DateReader& reader) {
  constexpr std::size_t longest = 30;
  constexpr int fewest_figures = 5;
  while (!title.empty()) {
    const std::string_view part =
        trim(take_title_part(&title, {" | ", " - ", " – ", " — ", " » ", " · "}));
    if (part.size() <= longest && has_figure(part, fewest_figures))
      if (const auto t = reader.read(part)) return t;
  }
  return std::nullopt;
}

/// Whether what the page shows could change the date of publication: not where a stamp says it with
/// its own offset, or at an hour when nearly all of the world has the same day.
bool shown_may_tell(const Evidence& e) {
  const MaybeTime stamp = stamped(e);
  if (!stamp) return true;
  if (!stamp->has_time || stamp->offset != minutes(0)) return false;
  const auto of_day = stamp->utc - Time(day_at(*stamp));
  return of_day < hours(8) || of_day >= hours(15);
}

}  // namespace

PageDates find_dates_of_page(const Document& page, const PageMap& map, const Content& content,
                             const StructuredData& data, NodeIndex headline, std::string_view url,
                             std::string_view language, const std::optional<Time>& fetched) {
  const DateReader reader(language, fetched);
  Evidence e;
  e.data = reader.read(data.article.published);
  e.claims = find_date_claims(page, map, reader);
  e.url = believed(date_in_url(url), reader);
  PageDates d;
  d.modified = reader.read(data.article.modified);
  if (!d.modified) d.modified = e.claims.modified;
  if (!d.modified || shown_may_tell(e) || changed_later(stamped(e), d.modified))
    e.shown = find_shown_dates({page, map, content, headline}, reader);
  if (!d.modified) d.modified = e.shown.updated.time;
  d.published = published_of(e);
  if (published_anew(e, stamped(e), d.modified))
    d.first_published = std::exchange(d.published, d.modified);
  if (!d.published) d.published = d.modified;
  if (!d.published) d.published = date_in_scripts(page, reader);
  if (!d.published) d.published = date_in_title(document_title(page), reader);
  if (d.published) {
    // A shown day may be that of a change, so it must fit where most people live.
    if (e.url) keep_own_day(*e.url, hours(-11), hours(13), &*d.published);
    if (e.shown.published.time)
      keep_own_day(*e.shown.published.time, hours(-8), hours(9), &*d.published);
  }
  return d;
}

}  // namespace kaynak::extract_detail
