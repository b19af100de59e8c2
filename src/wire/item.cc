#include <algorithm>

#include "base/strings.h"
#include "text/language.h"
#include "text/unicode.h"
#include "text/url.h"
#include "wire/wire_detail.h"

namespace kaynak::wire_detail {
namespace {

constexpr std::size_t kMaxNames = 100;
constexpr std::size_t kMaxProblems = 100;

/// Published is when the item first was; modified its last version. Senders mix the two up: the
/// earlier one is the first.
void settle_dates(WireItem* item) {
  Article& a = item->article;
  a.published = item->first_created;
  const auto& version = item->version_created;
  if (version && (!a.published || version->utc < a.published->utc)) a.published = version;
  const auto& first = item->first_created;
  const auto& last = version && (!first || version->utc > first->utc) ? version : first;
  if (last && a.published && last->utc > a.published->utc) a.modified = last;
}

/// An identifier that is a web address is the item's page.
void settle_address(WireItem* item) {
  Article& a = item->article;
  if (a.url.empty()) a.url = resolve_href(item->guid, {});
  if (a.canonical_url.empty()) a.canonical_url = a.url;
}

std::string sample_of(const Article& a) {
  std::string sample = a.headline;
  for (const Block& b : a.blocks) {
    if (b.kind == BlockKind::figure || b.kind == BlockKind::table || sample.size() > 4000) continue;
    sample.append(1, '\n').append(b.text);
  }
  return sample;
}

/// What the sender says, but where the text clearly reads as another language.
void settle_language(WireItem* item, WireDocument* document) {
  constexpr std::size_t enough = 300;  // bytes of text that a contradiction needs
  Article& a = item->article;
  const LanguageTag said(item->language);
  a.language = said;
  const std::string sample = sample_of(a);
  const DetectedLanguage seen = detect_language(clip_utf8(sample, 4000), said.value);
  if (seen.tag.empty()) return;
  const LanguageTag read(seen.tag);
  if (said.empty()) {
    a.language = read;
  } else if (!same_language(said, read) && seen.confidence >= 0.9 && sample.size() >= enough) {
    a.language = read;
    add_problem(document, "'" + item->guid + "' says it is in '" + said.value +
                              "', and its text reads as '" + read.value + "'");
  }
}

/// A heading that only repeats the headline is not one of the text.
void drop_repeated_headline(Article* a) {
  const std::string headline = fold(a->headline);
  std::erase_if(a->blocks, [&](const Block& b) {
    return b.kind == BlockKind::heading && fold(b.text) == headline;
  });
}

/// An item without a headline is known by the first words it has.
void settle_headline(WireItem* item) {
  Article& a = item->article;
  if (!a.headline.empty()) return;
  const auto text = std::find_if(a.blocks.begin(), a.blocks.end(), [](const Block& b) {
    return b.kind != BlockKind::embed && b.kind != BlockKind::table && !b.text.empty();
  });
  if (text == a.blocks.end())
    a.headline = item->slugline;
  else
    a.headline = text->kind == BlockKind::heading ? text->text : summary_text(a, 120);
  if (a.headline.empty() && text != a.blocks.end()) a.headline = clip_utf8(text->text, 120);
}

void settle_blocks(WireItem* item) {
  Article& a = item->article;
  const bool text = item->type.empty() || item->type == "text";
  if (text && a.blocks.empty() && !item->summary.empty()) {
    Block b;
    b.text = item->summary;
    a.blocks.push_back(std::move(b));
  }
  drop_repeated_headline(&a);
}

const Block* first_text(const Article& a) {
  for (const Block& b : a.blocks)
    if (b.kind == BlockKind::paragraph) return &b;
  return nullptr;
}

void settle_dateline(Article* a) {
  const Block* first = first_text(*a);
  if (first == nullptr) return;
  const Dateline written = dateline_of(first->text);
  if (a->dateline.place.empty()) a->dateline.place = written.place;
  if (a->dateline.agency.empty()) a->dateline.agency = written.agency;
  if (a->dateline.date.empty()) a->dateline.date = written.date;
}

void settle_credit(WireItem* item) {
  std::string& credit = item->article.text_credit;
  if (credit.empty()) credit = item->credit_line;
  if (credit.empty() && !item->sources.empty()) credit = item->sources.front();
  if (credit.empty() && item->provider.find('.') == std::string::npos) credit = item->provider;
  for (const std::string_view dash : {"–", "—", "-"})  // "STT–": nobody follows
    if (credit.ends_with(dash)) credit.resize(credit.size() - dash.size());
}

/// What the item says of its way here, for attribute() to weigh.
void declare(WireItem* item) {
  const auto add = [&](const char* field, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      Hop hop{"source", name, {}, {}};
      hop.proof = field + (" " + name);
      item->article.declared.push_back(std::move(hop));
    }
  };
  add("hopHistory", item->hop_history);
  add("infoSource", item->sources);
}

}  // namespace

std::optional<ZonedTime> parse_wire_date(std::string_view text) {
  const auto date = parse_iso8601(text);
  return date && text.find_first_of("123456789") != std::string_view::npos ? date : std::nullopt;
}

WireStatus status_of(std::string_view word) {
  const std::string local = ascii_lower(local_part(word));
  if (local == "withheld" || local == "embargoed") return WireStatus::withheld;
  if (local == "canceled" || local == "cancelled" || local == "killed") return WireStatus::canceled;
  return WireStatus::usable;
}

int number_of(std::string_view digits) {
  std::int64_t value = 0;
  for (const char c : trim(digits)) {
    if (c < '0' || c > '9') return 0;
    value = std::min<std::int64_t>(value * 10 + (c - '0'), 2000000000);
  }
  return static_cast<int>(value);
}

int urgency_of(std::string_view digits) {
  const int value = number_of(digits);
  return value >= 1 && value <= 9 ? value : 0;
}

std::string_view local_part(std::string_view code) {
  code = trim(code);
  while (code.ends_with('/')) code.remove_suffix(1);
  const auto cut = code.find_last_of(":/#");
  return cut == std::string_view::npos ? code : code.substr(cut + 1);
}

void keep_first(std::string* to, std::string_view value) {
  if (to->empty()) *to = line_of(value);
}

void add_name(std::vector<std::string>* to, std::string_view value) {
  std::string name = line_of(value);
  if (name.size() < 2 || to->size() >= kMaxNames) return;  // a letter is a code, no name
  if (std::find(to->begin(), to->end(), name) == to->end()) to->push_back(std::move(name));
}

void add_author(WireItem* item, std::string_view name) {
  const std::string line = line_of(name);
  const bool person =
      line.find(' ') != line.npos && line.find_first_of("0123456789@/") == line.npos;
  if (person && item->article.byline.empty()) add_name(&item->article.authors, line);
}

void add_note(WireItem* item, std::string_view note) {
  const std::string line = line_of(note);
  if (line.empty() || item->ednote.size() > (1u << 16)) return;
  if (!item->ednote.empty()) item->ednote += '\n';
  item->ednote += line;
}

void add_problem(WireDocument* document, std::string problem) {
  if (document->problems.size() < kMaxProblems) document->problems.push_back(std::move(problem));
}

void finish(WireItem* item, WireDocument* document) {
  settle_blocks(item);
  settle_language(item, document);
  Article& a = item->article;
  fill_sentences(&a.blocks, a.language.value);
  settle_headline(item);
  settle_dates(item);
  settle_address(item);
  settle_dateline(&a);
  settle_credit(item);
  declare(item);
  if (item->status != WireStatus::usable) a.status = PubStatus::canceled;
  if (document->items.size() < kMaxItems)
    document->items.push_back(std::move(*item));
  else if (document->items.size() == kMaxItems)
    add_problem(document, "over 1000 items: the others are left out; split the document");
}

}  // namespace kaynak::wire_detail
