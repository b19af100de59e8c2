#include "attribute/dateline.h"

#include <algorithm>

#include "attribute/names.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_dateline_bytes = 160;
constexpr std::uint32_t max_place_words = 6;

class Reader {
 public:
  Reader(std::string_view text, const AttributionData::Impl& data, const Language& language)
      : text_(clip_utf8(text, max_dateline_bytes)),
        whole_(text.size() == text_.size()),
        data_(data),
        language_(language),
        scan_(data.scan(text_, language)) {}

  FoundDateline read() {
    if (scan_.tokens.empty()) return {};
    if (FoundDateline found = in_east_asian_brackets(); found.found()) return found;
    if (scan_.tokens[0].dense) return of_chinese_agency();
    if (const Mention* m = mention_at(0)) return agency_first(*m);
    FoundDateline found = place_first();
    if (!found.found()) found = before_bracket();
    return found.found() ? found : place_before_mark();
  }

 private:
  /// An agency or outlet; pictures and posts have no datelines.
  const Mention* mention_at(std::uint32_t i) const {
    for (const Mention& m : scan_.mentions) {
      const Medium::Kind kind = data_.media[m.medium].kind;
      if (m.first == i && kind != Medium::network && kind != Medium::photo) return &m;
    }
    return nullptr;
  }

  bool has_dash(std::uint32_t i) const {  // after word i
    const std::uint16_t after = scan_.tokens[i].after;
    return (after & gap_dash) ||
           ((after & gap_hyphen) && (after & (gap_space | gap_stop | gap_close)));
  }

  void set_agency(FoundDateline* found, const Mention& m) const {
    found->has_agency = true;
    found->medium_index = m.medium;
    found->agency_name = found->dateline.agency = data_.media[m.medium].name;
    found->agency_range = {scan_.tokens[m.first].begin, scan_.tokens[m.last - 1].end};
  }

  bool date_word(std::uint32_t i) const {
    return scan_.tokens[i].digits || scan_.is(i, k_not_name) ||
           (!scan_.tokens[i].capital && i > 0 && scan_.tokens[i - 1].digits);
  }

  std::string_view after(std::uint32_t i) const {
    const std::uint32_t end =
        i + 1 < scan_.size() ? scan_.tokens[i + 1].begin : static_cast<std::uint32_t>(text_.size());
    return text_.substr(scan_.tokens[i].end, end - scan_.tokens[i].end);
  }

  /// "CITY, Region, April 25 (Reuters) -", "MADRID (EFE).-", "CITY, 25 апр — РИА", "CITY, 25
  /// апреля. /ТАСС/".
  FoundDateline place_first() {
    std::uint32_t begin = 0;
    std::uint32_t i = place_end(&begin);
    if (i == begin || i - begin > max_place_words || scan_.is(begin, k_not_name)) return {};
    std::uint32_t place_last = i;
    std::uint32_t date_first = i;
    bool region = false;
    while (i < scan_.size() && !mention_at(i) &&
           ((scan_.tokens[i].before & (gap_comma | gap_space)) ||
            (scan_.tokens[i].digits && scan_.tokens[i - 1].digits)) &&
           !((scan_.tokens[i].before & gap_slash) && !scan_.tokens[i].digits) &&
           !(scan_.tokens[i].before & (gap_open | gap_dash | gap_colon)) && i - date_first < 5) {
      if (has_dash(i - 1) || ((scan_.tokens[i].before & gap_stop) && !abbreviation(i - 1))) break;
      const bool month =
          i + 1 < scan_.size() && scan_.tokens[i + 1].digits && scan_.tokens[i].after == gap_space;
      if (!date_word(i) && !month) {
        if (region || i != place_last || !scan_.tokens[i].capital) return {};
        region = true;
        place_last = i + 1;
        date_first = i + 1;
      }
      ++i;
    }
    return finish(begin, place_last, date_first, i);
  }

  bool abbreviation(std::uint32_t i) const {
    return scan_.tokens[i].digits || count_code_points(scan_.at(i)) <= 4;
  }

  FoundDateline finish(std::uint32_t begin, std::uint32_t place_last, std::uint32_t date_first,
                       std::uint32_t i) {
    FoundDateline found;
    const bool dated = i > date_first;
    const std::uint32_t last = i - 1;
    const Mention* m = i < scan_.size() ? mention_at(i) : nullptr;
    const std::uint16_t before =
        i < scan_.size() ? scan_.tokens[i].before : scan_.tokens[last].after;
    const std::uint32_t closed = m && (before & gap_open) ? bracket_end(*m) : 0;
    const bool slashes = m && (before & gap_slash) && (scan_.tokens[m->last - 1].after & gap_slash);
    const bool loud = all_upper(begin, place_last);
    const bool after_dash =
        m && has_dash(last) && (dated || loud || language_.no_case) &&
        (scan_.tokens[m->last - 1].after & (gap_stop | gap_dash | gap_comma | gap_colon));
    const bool named = closed || slashes || after_dash;
    if (!named && !(loud && has_dash(last))) return {};
    if (named) set_agency(&found, *m);
    if (closed) add_further(*m, closed, &found);
    found.loose = !named && !dated && place_last - begin == last + 1 - begin && !long_dash(last) &&
                  !(scan_.tokens[begin].after & gap_comma);
    found.dateline.place = place_text(begin, place_last);
    if (dated)
      found.dateline.date = std::string(text_.substr(
          scan_.tokens[date_first].begin, scan_.tokens[last].end - scan_.tokens[date_first].begin));
    const std::uint32_t end_word = closed ? closed - 1 : named ? m->last - 1 : last;
    found.range = {scan_.tokens[begin].begin, scan_.tokens[end_word].end};
    if (closed) found.range.end = past_bracket(closed - 1);
    return found;
  }

  /// Behind the bracket that closes after word `i`.
  std::uint32_t past_bracket(std::uint32_t i) const {
    const std::string_view gap = after(i);
    for (const std::string_view mark : {")", "）", "]", "】", "］"})
      if (const std::size_t at = gap.find(mark); at != gap.npos)
        return scan_.tokens[i].end + static_cast<std::uint32_t>(at + mark.size());
    return scan_.tokens[i].end;
  }

  bool long_dash(std::uint32_t i) const { return after(i).find("—") != std::string_view::npos; }

  /// One past the last word of a bracket that begins with an agency and holds nothing but agencies,
  /// initials and a date: "(AFP, dpa)", "(dpa/lsw)", "(TTXVN 15/8)"; 0 for others.
  std::uint32_t bracket_end(const Mention& first) const {
    std::uint32_t i = first.last;
    while (!(scan_.tokens[i - 1].after & gap_close)) {
      if (i >= scan_.size() || i - first.last > 6) return 0;
      if (const Mention* m = mention_at(i)) {
        i = m->last;
        continue;
      }
      const bool initials = !scan_.tokens[i].capital && count_code_points(scan_.at(i)) <= 4;
      if (!initials && !date_word(i) && !scan_.is(i, k_joiner | k_desk)) return 0;
      ++i;
    }
    return i;
  }

  void add_further(const Mention& first, std::uint32_t end, FoundDateline* found) const {
    for (const Mention& m : scan_.mentions)
      if (m.first >= first.last && m.last <= end)
        found->further.push_back(
            {m.medium, {scan_.tokens[m.first].begin, scan_.tokens[m.last - 1].end}});
  }

  /// "Frankfurt a.M. (dpa) - …", "MADRID, 5 Abr. (EUROPA PRESS) - …", "April 5 (Reuters) - …": an
  /// agency in brackets and a dash near the beginning; what stands before is place and date.
  FoundDateline before_bracket() const {
    constexpr std::uint32_t most_words = 9;
    for (const Mention& m : scan_.mentions) {
      if (m.first > most_words || mention_at(m.first) != &m) return {};
      if (m.first == 0 || !(scan_.tokens[m.first].before & gap_open)) continue;
      const std::uint32_t closed = bracket_end(m);
      if (closed == 0 || !(has_dash(closed - 1) || after(closed - 1).starts_with("):"))) return {};
      return place_and_date(m, closed);
    }
    return {};
  }

  FoundDateline place_and_date(const Mention& m, std::uint32_t closed) const {
    std::uint32_t begin = 0;
    if (scan_.is(0, k_byline))  // "By Jane Doe LONDON, April 5 (Reuters) - …"
      while (begin < m.first && !scan_.tokens[begin].upper) ++begin;
    std::uint32_t date = begin;
    // "SÃO PAULO": in capitals no word is only a word.
    while (date < m.first && !scan_.tokens[date].digits &&
           (scan_.tokens[date].upper || !scan_.is(date, k_not_name)))
      ++date;
    if (begin == m.first || !(scan_.tokens[begin].capital || language_.no_case)) return {};
    FoundDateline found;
    set_agency(&found, m);
    add_further(m, closed, &found);
    if (date > begin) found.dateline.place = place_text(begin, date);
    found.dateline.date = std::string(scan_.words(date, m.first));
    found.range = {scan_.tokens[begin].begin, past_bracket(closed - 1)};
    return found;
  }

  /// "Washington.- …", "Riad. …", "London/Teheran - …", "NEW DELHI: …": one to three words and a
  /// mark. All but the first are loose.
  FoundDateline place_before_mark() const {
    constexpr std::uint32_t most_words = 4;
    constexpr std::uint32_t no_place = k_not_name | k_desk | k_byline | k_photo_label |
                                       k_source_label | k_interview | k_pronoun | k_cue;
    if (language_.no_case) return {};
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i + 1 < scan_.size() && i < 5 && scan_.tokens[i].upper; ++i)
      if (scan_.is(i, k_role)) begin = i + 1;  // "FROM OUR CORRESPONDENT NEW YORK - …"
    std::uint32_t i = begin;
    while (i < scan_.size() && i - begin < most_words && scan_.tokens[i].capital) {
      if (scan_.is(i, k_role)) return {};
      if (i == begin && scan_.is(i, no_place) && !(scan_.tokens[i].upper && after(i) == " "))
        return {};
      const std::string_view mark = after(i++);
      if (mark == " " || mark == "/" || mark == "-" || mark == "'" || mark == "’") continue;
      const bool sure = mark.starts_with(".-") || mark.starts_with(".–");
      const bool noun = language_.capital_nouns;  // others than German set no full stop there
      const bool loud = scan_.tokens[begin].upper;
      const bool possible = (mark == ". " && (noun || loud)) || (mark == ": " && (noun || loud)) ||
                            mark == " - " || mark == " – " || mark == " — " || mark == ".—" ||
                            mark == ". – ";
      if (!sure && !possible) return {};
      if (i >= scan_.size() || (!sure && !scan_.tokens[i].capital && !scan_.tokens[i].digits))
        return {};
      FoundDateline found;
      found.loose = !sure;
      found.dateline.place = std::string(scan_.words(begin, i));
      found.range = {scan_.tokens[begin].begin, scan_.tokens[i - 1].end};
      return found;
    }
    return {};
  }

  /// Words of the place from the beginning; after "FROM OUR CORRESPONDENT /" from there.
  std::uint32_t place_end(std::uint32_t* begin) const {
    std::uint32_t i = 0;
    if (language_.no_case) {
      while (i < scan_.size() && i < max_place_words &&
             !(i + 1 < scan_.size() && scan_.tokens[i + 1].digits) &&
             !(scan_.tokens[i].after & (gap_open | gap_dash | gap_comma)) && !has_dash(i))
        ++i;
      return i < scan_.size() && i < 4 ? i + 1 : 0;
    }
    while (i < scan_.size() && i < 12 && scan_.tokens[i].capital && !mention_at(i)) {
      const std::uint16_t after = scan_.tokens[i].after;
      ++i;
      if ((after & gap_slash) && (after & gap_space)) *begin = i;
      const bool stop = (after & gap_stop) && !(after & gap_comma) && i < scan_.size() &&
                        scan_.tokens[i].capital && count_code_points(scan_.at(i - 1)) > 4;
      if (stop || (after & (gap_comma | gap_open | gap_dash | gap_colon | gap_mark))) break;
      if ((after & gap_hyphen) && (after & gap_space)) break;
    }
    return i;
  }

  bool all_upper(std::uint32_t first, std::uint32_t last) const {
    bool any = false;
    for (std::uint32_t i = first; i < last; ++i) {
      if (!scan_.tokens[i].upper && i == first) return false;
      any = any || scan_.tokens[i].upper;
    }
    return any;
  }

  std::string place_text(std::uint32_t first, std::uint32_t last) const {
    std::string place(scan_.words(first, last));
    if (last - first > 1 && after(last - 1).starts_with(".") && !scan_.tokens[last - 1].upper)
      place += '.';
    return place;
  }

  /// "(Reuters) - …", "AFP, CITY", "OUTLET via AGENCY — …".
  FoundDateline agency_first(const Mention& first) {
    FoundDateline found;
    const std::uint32_t next = first.last;
    const bool bracket = (scan_.tokens[first.first].before & gap_open) &&
                         (scan_.tokens[next - 1].after & gap_close) && has_dash(next - 1);
    const Mention* second = next + 1 < scan_.size() ? mention_at(next + 1) : nullptr;
    if (second && scan_.fold_at(next) == "via" && has_dash(second->last - 1)) {
      set_agency(&found, *second);
      found.outlet_medium = first.medium;
      found.has_outlet = data_.media[first.medium].kind == Medium::media;
      found.outlet_range = {scan_.tokens[first.first].begin, scan_.tokens[first.last - 1].end};
      found.range = {scan_.tokens[0].begin, scan_.tokens[second->last - 1].end};
    } else if (bracket) {
      set_agency(&found, first);
      found.range = {0, past_bracket(next - 1)};
      place_behind(next, &found);
    } else if (whole_ && next < scan_.size() && (scan_.tokens[next - 1].after & gap_comma) &&
               scan_.tokens[next].upper && scan_.size() - next <= 4 && !mention_at(next)) {
      set_agency(&found, first);
      found.dateline.place = std::string(scan_.words(next, scan_.size()));
      found.range = {0, static_cast<std::uint32_t>(text_.size())};
    }
    return found;
  }

  /// "(ANSA) - ROMA, 12 GIU - …": the place stands behind the agency.
  void place_behind(std::uint32_t begin, FoundDateline* found) const {
    std::uint32_t i = begin;
    while (i < scan_.size() && i - begin < 4 && scan_.tokens[i].upper && !date_word(i)) {
      const std::uint16_t after = scan_.tokens[i++].after;
      if (after & (gap_comma | gap_dash | gap_hyphen)) break;
    }
    const std::uint32_t place_last = i;
    if (place_last == begin) return;
    while (i < scan_.size() && i - place_last < 4 && !has_dash(i - 1) &&
           (date_word(i) || scan_.tokens[i].digits || scan_.tokens[i].upper))
      ++i;
    if (!has_dash(i - 1)) return;
    found->dateline.place = std::string(scan_.words(begin, place_last));
    found->dateline.date = std::string(scan_.words(place_last, i));
    found->range.end = scan_.tokens[i - 1].end;
  }

  /// "新华社北京4月24日电".
  FoundDateline of_chinese_agency() {
    FoundDateline found;
    const Mention* m = mention_at(0);
    if (!m) return found;
    std::uint32_t i = m->last;
    while (i < scan_.size() && i - m->last < 8 && scan_.tokens[i].dense && !scan_.tokens[i].before)
      ++i;
    for (std::uint32_t k = m->last; k < i; ++k)
      if (is_month_at(k)) i = k;
    const std::uint32_t place_last = i;
    while (i < scan_.size() && i - place_last < 10 && scan_.fold_at(i) != "电" &&
           scan_.fold_at(i) != "電")
      ++i;
    if (i >= scan_.size() || i - place_last >= 10 || i == m->last) return found;
    set_agency(&found, *m);
    found.dateline.place = std::string(scan_.words(m->last, place_last));
    found.dateline.date = std::string(scan_.words(place_last, i));
    found.range = {0, scan_.tokens[i].end};
    add_reporters(i + 1, &found);
    return found;
  }

  /// "四月二十四日": figures in words, then "month".
  bool is_month_at(std::uint32_t i) const {
    static constexpr std::string_view figures = "一二三四五六七八九十〇";
    std::uint32_t k = i;
    while (k < scan_.size() && k - i < 3 && figures.find(scan_.at(k)) != figures.npos) ++k;
    return k > i && k < scan_.size() && scan_.at(k) == "月";
  }

  /// "电（记者李尕、王小海）": two to four characters a name, after the role.
  void add_reporters(std::uint32_t i, FoundDateline* found) const {
    if (i >= scan_.size() || !(scan_.tokens[i].before & gap_open) || !scan_.is(i, k_role)) return;
    for (i += scan_.phrases[i].length; i < scan_.size() && found->authors.size() < 6;) {
      std::uint32_t last = i + 1;
      while (last < scan_.size() && !scan_.tokens[last].before) ++last;
      if (last - i < 2 || last - i > 4 || !scan_.tokens[i].dense) return;
      found->authors.emplace_back(scan_.words(i, last));
      if (scan_.tokens[last - 1].after & gap_close) return;
      i = last;
    }
  }

  static bool all_dense(std::string_view name) {
    for (std::size_t i = 0; i < name.size();)
      if (!is_cjk(next_code_point(name, &i))) return false;
    return true;
  }

  static bool is_kana(char32_t c) { return (c >= 0x30A0 && c <= 0x30FF); }

  /// "【ソウル＝小池和樹】", "【北京共同】", "(서울=연합뉴스)", "［東京 ４日 ロイター］".
  FoundDateline in_east_asian_brackets() const {
    static constexpr std::pair<std::string_view, std::string_view> pairs[] = {
        {"【", "】"}, {"(", ")"}, {"（", "）"}, {"[", "]"}, {"［", "］"}, {"〔", "〕"}};
    for (const auto& [open, shut] : pairs) {
      if (!text_.starts_with(open)) continue;
      const std::size_t close = text_.find(shut, open.size());
      if (close == text_.npos || !(scan_.tokens[0].dense || scan_.tokens[0].digits)) return {};
      const ByteRange inner{static_cast<std::uint32_t>(open.size()),
                            static_cast<std::uint32_t>(close)};
      FoundDateline found = of_bracket(inner, open == "【");
      if (found.found()) found.range = {0, static_cast<std::uint32_t>(close + shut.size())};
      return found;
    }
    return {};
  }

  FoundDateline of_bracket(ByteRange inner, bool corner) const {
    const std::uint32_t end = scan_.token_at(inner.end);
    for (const Mention& m : scan_.mentions)
      if (m.last == end && m.first > 0) return with_agency(m);
    return corner ? with_reporters(text_.substr(inner.begin, inner.size())) : FoundDateline{};
  }

  /// Place, perhaps a date, and the agency at the end.
  FoundDateline with_agency(const Mention& m) const {
    FoundDateline found;
    std::uint32_t place_last = scan_.tokens[0].digits ? 0 : 1;
    while (place_last > 0 && place_last < m.first && !scan_.tokens[place_last].digits &&
           !(scan_.tokens[place_last].before & (gap_space | gap_sign)))
      ++place_last;
    if (place_last > 8) return found;
    set_agency(&found, m);
    found.dateline.place = std::string(scan_.words(0, place_last));
    found.dateline.date = std::string(scan_.words(place_last, m.first));
    found.range = {0, 1};
    add_signing_reporter(m.last, &found);
    return found;
  }

  /// "(서울=연합뉴스) 홍길동 기자 = …".
  void add_signing_reporter(std::uint32_t i, FoundDateline* found) const {
    std::uint32_t last = i;
    while (last < scan_.size() && last - i < 5 && scan_.tokens[last].dense &&
           !scan_.is(last, k_role))
      ++last;
    if (last - i >= 2 && last - i <= 4 && last < scan_.size() && scan_.is(last, k_role))
      found->authors.emplace_back(scan_.words(i, last));
  }

  /// "ソウル＝小池和樹", "エルサレム松岡大地、カイロ金子淳".
  FoundDateline with_reporters(std::string_view inside) const {
    FoundDateline found;
    const std::string inner = replace_all(std::string(inside), "、", ",");
    for (const std::string_view part : split(inner, ',')) {
      std::size_t cut = part.find("＝");
      std::size_t name = cut == part.npos ? 0 : cut + 3;
      if (cut == part.npos) {
        for (std::size_t i = 0; i < part.size();) {
          const char32_t c = next_code_point(part, &i);
          if (!is_kana(c)) break;
          name = i;
        }
        cut = name;
      }
      if (found.dateline.place.empty()) found.dateline.place = std::string(part.substr(0, cut));
      const std::string_view person = part.substr(name);
      const std::size_t length = count_code_points(person);
      if (length >= 3 && length <= 5 && all_dense(person)) found.authors.emplace_back(person);
    }
    if (!found.dateline.place.empty()) found.range = {0, 1};
    return found;
  }

  std::string_view text_;
  bool whole_;
  const AttributionData::Impl& data_;
  const Language& language_;
  Scan scan_;
};

}  // namespace

FoundDateline read_dateline(std::string_view text, const AttributionData::Impl& data,
                            const Language& language) {
  return Reader(text, data, language).read();
}

}  // namespace kaynak::attribute_detail
