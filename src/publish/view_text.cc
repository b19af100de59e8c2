#include "publish/view_text.h"

#include <algorithm>

#include "publish/view.h"

namespace kaynak::publish_detail {
namespace {

bool is_continuation(std::string_view text, std::size_t i) {
  return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xc0) == 0x80;
}

/// What is true of one run. Quotation marks lie outside links, links outside the rest.
struct Marks {
  const Said* said = nullptr;
  const Span* link = nullptr;
  const Span* language = nullptr;
  bool emphasis = false, strong = false, code = false, opaque = false;
  bool any() const { return said || link || language || emphasis || strong || code || opaque; }
};

bool covers(ByteRange range, std::uint32_t at) { return range.begin <= at && at < range.end; }

Marks marks_at(std::uint32_t at, const std::vector<Span>& spans, const std::vector<Said>& said) {
  Marks marks;
  for (const auto& quote : said) {
    if (!marks.said && covers(quote.range, at)) marks.said = &quote;
  }
  for (const auto& span : spans) {
    if (!covers(span.range, at)) continue;
    switch (span.kind) {
      case SpanKind::link:
        if (!safe_link(span.value).empty()) marks.link = &span;
        break;
      case SpanKind::language:
        marks.language = &span;
        break;
      case SpanKind::emphasis:
        marks.emphasis = true;
        break;
      case SpanKind::strong:
        marks.strong = true;
        break;
      case SpanKind::code:
        marks.code = true;
        break;
      case SpanKind::opaque:
        marks.opaque = true;
        break;
    }
  }
  return marks;
}

/// Every place inside `range` where something begins or ends, with both its ends, sorted.
std::vector<std::uint32_t> borders(std::string_view text, ByteRange range,
                                   const std::vector<Span>& spans, const std::vector<Said>& said) {
  std::vector<std::uint32_t> at = {range.begin, range.end};
  const auto add = [&](ByteRange part) {
    for (const auto end : {part.begin, part.end}) {
      if (range.begin < end && end < range.end && !is_continuation(text, end)) at.push_back(end);
    }
  };
  for (const auto& span : spans) add(span.range);
  for (const auto& quote : said) add(quote.range);
  std::sort(at.begin(), at.end());
  at.erase(std::unique(at.begin(), at.end()), at.end());
  return at;
}

Json marked_run(std::string_view text, const Marks& before, const Marks& now, const Marks& after) {
  const bool said_opens = now.said && now.said != before.said;
  const bool said_closes = now.said && now.said != after.said;
  Json run;
  run.set("r_text", text);
  run.set("q_open", said_opens);
  run.set("q_close", said_closes);
  run.set("q_by", now.said ? Json(now.said->by) : Json(false));
  run.set("a_open", now.link && (now.link != before.link || now.said != before.said));
  run.set("a_close", now.link && (now.link != after.link || now.said != after.said));
  run.set("a_href", now.link ? Json(now.link->value) : Json(false));
  run.set("r_strong", now.strong);
  run.set("r_em", now.emphasis);
  run.set("r_code", now.code);
  run.set("r_opaque", now.opaque);
  run.set("r_lang", now.language ? Json(now.language->value) : Json(false));
  run.set("r_rtl", now.language && is_right_to_left(LanguageTag(now.language->value)));
  return run;
}

}  // namespace

ByteRange clip_range(ByteRange range, std::string_view text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  range.end = std::min(range.end, size);
  range.begin = std::min(range.begin, range.end);
  while (range.begin < range.end && is_continuation(text, range.begin)) ++range.begin;
  while (range.end > range.begin && is_continuation(text, range.end)) --range.end;
  return range;
}

Json runs_of(std::string_view text, ByteRange range, const std::vector<Span>& spans,
             const std::vector<Said>& said) {
  range = clip_range(range, text);
  Json runs = Json::array();
  if (range.empty()) return runs;
  const auto at = borders(text, range, spans, said);
  std::vector<Marks> marks(at.size() + 1);  // one empty before and after
  for (std::size_t i = 0; i + 1 < at.size(); ++i) marks[i + 1] = marks_at(at[i], spans, said);
  for (std::size_t i = 0; i + 1 < at.size(); ++i) {
    const auto part = text.substr(at[i], at[i + 1] - at[i]);
    if (marks[i + 1].any())
      runs.push(marked_run(part, marks[i], marks[i + 1], marks[i + 2]));
    else
      runs.push(Json::Object{{"r_plain", part}});
  }
  return runs;
}

}  // namespace kaynak::publish_detail
