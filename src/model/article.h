/// @file The article: typed blocks of sentences, and everything that says whose words they are.
///
/// All text is UTF-8 in NFC with white space folded to single blanks (tables excepted). All ranges
/// are half-open and in UTF-8 bytes, and never cut a code point. Plain values: no I/O, no hidden
/// state, thread-compatible.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "model/ids.h"
#include "model/machine_use.h"

namespace kaynak {

/// [begin, end) in UTF-8 bytes. `begin == end` means "not known" where a range points into the
/// Document.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin == end; }
  std::uint32_t size() const { return end - begin; }
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

enum class BlockKind {
  heading,    ///< level 2 to 6; the article's own headline is Article::headline, never a block
  paragraph,  //
  quote,      ///< block quotation
  list_item,  ///< neighbouring items of the same `ordered` and `level` (depth from 1) make one list
  figure,     ///< `text` is the caption; the rest is in Block::figure
  table,      ///< `text` is the cells: tabs between cells, newlines between rows; each cell is one
              ///< sentence
  embed,      ///< video, post, map: `url` only, never text
  ad_slot,    ///< place of an advertisement; `url` empty, `label` the source's name for it; never
              ///< text
};
const char* to_string(BlockKind kind);
std::optional<BlockKind> block_kind_from(std::string_view word);

enum class SpanKind {
  link,      ///< `value` is the absolute URL
  emphasis,  //
  strong,    //
  code,      //
  language,  ///< a part in another language; `value` is its BCP 47 tag
  opaque,    ///< shortcode, placeholder, address or identifier that must reach the reader untouched
};
const char* to_string(SpanKind kind);
std::optional<SpanKind> span_kind_from(std::string_view word);

/// Something true of a part of a block's text. Spans may nest, and are in order of `range.begin`.
struct Span {
  SpanKind kind = SpanKind::emphasis;
  ByteRange range;    ///< into Block::text
  std::string value;  ///< see SpanKind
  friend bool operator==(const Span&, const Span&) = default;
};

/// One sentence of a block. Sentences are in order, do not overlap, and leave out only white space
/// between them.
struct Sentence {
  ByteRange range;  ///< into Block::text
  ByteRange
      source;  ///< into the text of the Document it was extracted from: its anchor into the capture
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// Photograph, graphic or video still. Caption and credit are apart, as written, without "Photo:"
/// labels.
struct Figure {
  std::string url;  ///< absolute; the largest candidate
  std::string caption;
  std::string credit;  ///< as written
  std::string alt;
  std::vector<std::string> photographers;
  std::vector<std::string> agencies;  ///< canonical names
  friend bool operator==(const Figure&, const Figure&) = default;
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string text;  ///< empty for embed and ad_slot
  int level = 0;     ///< heading level, list depth
  bool ordered = false;
  bool lead = false;  ///< standfirst
  std::string url;    ///< embed
  std::string label;  ///< ad_slot, embed: what the source called it
  std::vector<Span> spans;
  std::vector<Sentence> sentences;
  ByteRange source;  ///< into the text of the Document
  std::optional<Figure> figure;
  friend bool operator==(const Block&, const Block&) = default;
};

/// Where a piece of evidence stands: `block` is an index into Article::blocks, or one of the fields
/// below.
struct Evidence {
  enum Place : std::int32_t { none = -1, headline = -2, byline = -3, metadata = -4 };
  std::int32_t block = none;
  ByteRange range;  ///< into that block's text (or the field)
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// Direct speech. `text` is what stands between the marks.
struct Quote {
  std::string text;
  std::string
      speaker;  ///< fullest name on the page, or the role of an unnamed person; empty: nobody
  std::string speaker_as_written;  ///< the words beside the quotation
  std::string cue;    ///< the verb or phrase that gives the quotation to the speaker ("said")
  std::string via;    ///< medium that relayed it, where the text says so
  Evidence evidence;  ///< the text between the marks
  Evidence speaker_evidence;
  Evidence via_evidence = {};
  std::int32_t within = -1;  ///< index of the quotation that this one is quoted in; -1: none
  double confidence = 1;     ///< that `speaker` said it, 0 to 1
  bool partial = false;      ///< a few words inside the writer's own sentence
  friend bool operator==(const Quote&, const Quote&) = default;
};

/// Indirect speech: what somebody named is said to have said, without quotation marks.
struct Statement {
  std::string source;             ///< fullest name on the page
  std::string source_as_written;  ///< the words beside the statement
  std::string cue;                ///< "said", "according to"
  std::string via;                ///< medium that relayed it, where the text says so
  Evidence evidence;              ///< what was said
  Evidence source_evidence;
  double confidence = 1;
  friend bool operator==(const Statement&, const Statement&) = default;
};

/// One station of the text's way from its origin to this page.
struct Hop {
  /// speaker, source (whoever a text relays by name), agency, photo agency, author, photographer,
  /// translator, publisher (whoever published it first), republisher (this page, where that was not
  /// it)
  std::string role;
  std::string name;  ///< canonical where we know the name
  std::string url;   ///< where known
  Evidence evidence;
  /// What proves it, where that stands in no block or field of the article: name and value of the
  /// page's structured data ("isBasedOn https://…"), as written.
  std::string proof = {};
  LanguageTag language = {};  ///< of the text at this station, where known
  std::string date = {};      ///< when it had the text: an ISO day or an RFC 3339 time, where known
  double confidence = 1;      ///< 0 to 1; below `doubtful_below` it is shown as doubtful
  friend bool operator==(const Hop&, const Hop&) = default;
};

/// Claims less certain than this are shown to readers as doubtful.
constexpr double doubtful_below = 0.6;

/// A date mentioned in the text, resolved against the day of publication.
struct DateMention {
  std::string text;      ///< as written
  std::string resolved;  ///< "2026-08-15", "2026-08", "2026", or an interval
                         ///< "2026-11-16/2026-11-22" (weeks start Monday)
  Evidence evidence;
  friend bool operator==(const DateMention&, const DateMention&) = default;
};

struct Dateline {
  std::string place;
  std::string agency;
  std::string date;  ///< as written
  bool empty() const { return place.empty() && agency.empty() && date.empty(); }
  friend bool operator==(const Dateline&, const Dateline&) = default;
};

/// ninjs `pubStatus`: usable, or withdrawn by its publisher ("canceled").
enum class PubStatus { usable, canceled };

/// One article as its outlet published it, in its own language.
struct Article {
  ArticleId id;
  std::string record_id;  ///< `id` in the output of `kaynak extract`: file stem or URL
  std::string url;        ///< as fetched
  std::string canonical_url;
  SourceId source;
  std::string outlet;  ///< name of the outlet that published the page
  LanguageTag language;

  std::string headline;
  std::string subheadline;
  std::string kicker;
  std::vector<Block> blocks;

  std::optional<ZonedTime> published;  ///< ninjs versionCreated, for a page's first publication
  std::optional<ZonedTime> modified;
  /// Where it is another than `published`: a page that its outlet set forward and published anew.
  std::optional<ZonedTime> first_published;
  std::optional<Time> captured;

  std::string byline;                ///< as written
  std::vector<std::string> authors;  ///< persons only
  Dateline dateline;
  std::vector<std::string>
      text_agencies;        ///< credited for the text, canonical names, in the order written
  std::string text_credit;  ///< the words that credit them
  std::vector<std::string> cited_sources;  ///< media the text says it has information from
  std::vector<Evidence> cited_evidence;    ///< where each of them is first named: as many
  std::vector<Quote> quotes;
  std::vector<Statement> statements;
  std::vector<Hop> hops;  ///< from the origin to this page
  /// What the page's structured data and links say about its way here (isBasedOn,
  /// sourceOrganization, translator, creditText, a canonical link to another outlet), in no order:
  /// found by extract(), weighed by attribute().
  std::vector<Hop> declared;
  std::vector<DateMention> dates;

  std::string section;
  std::vector<std::string> keywords;
  bool paywalled = false;
  bool live = false;       ///< a live blog
  std::string correction;  ///< the outlet's own note that it corrected the article
  MachineUse machine_use;  ///< what its publisher reserves against use by machines
  PubStatus status = PubStatus::usable;
  friend bool operator==(const Article&, const Article&) = default;
};

/// Body as plain text: lead, headings, paragraphs, quotes, list items and tables, joined by blank
/// lines. No headline, captions, embeds or ad slots.
std::string body_text(const Article& article);
/// First text of the article for a listing: the lead, else the first paragraph, cut at a sentence
/// end near `max_bytes`.
std::string summary_text(const Article& article, std::size_t max_bytes = 300);
/// The field or block's text that a piece of evidence points into; empty where there is none. A
/// view into `article`.
std::string_view evidence_text(const Article& article, const Evidence& evidence);
/// The words themselves; empty where the range does not lie in that text.
std::string_view evidence_words(const Article& article, const Evidence& evidence);
/// When the article was first published (ninjs firstCreated). A reference into `article`.
inline const std::optional<ZonedTime>& first_publication(const Article& article) {
  return article.first_published ? article.first_published : article.published;
}
/// Identity of the article at a URL: what `ArticleId` is made of.
ArticleId article_id_for(std::string_view identity_url);

}  // namespace kaynak
