/// @file The formats in which agencies send news to newsrooms → Articles.
///
/// Read are IPTC ninjs 1.0 to 3.1, NewsML-G2, NewsML 1.x, NITF 3.x (XML), IPTC 7901 and ANPA 1312
/// (bytes with control characters). What is read from where: docs/wire.md. Plain functions of
/// values: no network, no files, no clock; thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "model/article.h"

namespace kaynak {

enum class WireFormat { ninjs, newsml_g2, newsml_1, nitf, iptc7901, anpa };
/// "ninjs", "newsml-g2", "newsml-1", "nitf", "iptc7901", "anpa1312".
const char* to_string(WireFormat format);

/// What the sender says may be done with an item (ninjs `pubStatus`).
enum class WireStatus { usable, withheld, canceled };
const char* to_string(WireStatus status);

/// One item as its sender wrote it. All text is UTF-8 in NFC, white space folded; what the item
/// does not say is empty, 0 or nothing.
struct WireItem {
  /// Headline, byline, dateline, dates, language and typed blocks with sentences, as extract()
  /// gives them, before attribute(). `url` and `canonical_url` are the item's own web address,
  /// where its identifier is one. Sentences have no `source`: an exchange format has no page to
  /// point into. `text_credit` is the credit line. Ids are the caller's to give.
  Article article;
  std::string guid;  ///< as the sender names it, every version of the item alike
  int version = 0;
  std::string type;      ///< "text", "picture", "video", "audio", "graphic", "composite" …
  int urgency = 0;       ///< 1 (most urgent) to 9
  std::string language;  ///< as the item says; Article::language is what the text reads as
  WireStatus status = WireStatus::usable;
  std::optional<ZonedTime> first_created;
  std::optional<ZonedTime> version_created;
  std::optional<ZonedTime> embargoed;  ///< not to be published before
  std::string slugline;
  std::string take_key;  ///< which take or lead of a running story ("1st Ld-Writethru")
  std::string category;  ///< the sender's category code ("i", "SPO")
  std::string sequence;  ///< the sender's running number
  int word_count = 0;    ///< as the item says
  std::string summary;   ///< abstract; stands in no block
  std::string ednote;    ///< words to editors, a note a line; never for readers
  std::string usage_terms;
  std::string copyright_holder;
  std::string copyright_notice;
  std::string credit_line;
  std::string provider;
  std::string service;
  std::vector<std::string> sources;      ///< infoSources: who the information is from
  std::vector<std::string> hop_history;  ///< parties that the item went through, first first
};

/// What keeps a document from being valid ninjs.
struct NinjsProblem {
  std::string where;  ///< JSON Pointer (RFC 6901); empty: the document itself
  std::string what;   ///< one English sentence
};

struct WireDocument {
  WireFormat format = WireFormat::ninjs;
  std::string version;  ///< of the format, as the document says ("3.1", "2.34", "1.2")
  std::vector<WireItem> items;
  /// What was amiss or left out, one English sentence each; at most 100.
  std::vector<std::string> problems;
  /// ninjs: what check_ninjs() says of the document; a list of items, as interfaces give it, is
  /// none.
  std::vector<NinjsProblem> ninjs_errors;
};

/// Whether an article can be made of the item: it has text of its own.
bool has_text(const WireItem& item);
/// What the item is known by, for article_id_for(): the identity key of its web address, where it
/// has one, so that it is the article of its page; else its identifier. Empty where it has neither.
std::string wire_identity(const WireItem& item);
/// Domain of who sent the item, as its identifier says it ("urn:newsml:havsbild.example:…",
/// "tag:havsbild.example,2026:…"), else its provider, in lower case and without blanks. May be
/// empty.
std::string wire_sender(const WireItem& item);

/// Which of the formats the bytes are in, by their first few kilobytes; nothing for anything else
/// (an HTML page, a feed, any other XML or JSON). `content_type` as a server said, may be empty.
std::optional<WireFormat> sniff_wire(std::string_view bytes, std::string_view content_type = {});

/// Reads a document with all its items: a NewsML-G2 message gives one a newsItem, ninjs lists one a
/// member, a file of IPTC 7901 or ANPA one a message. Our own ninjs (a body of role
/// "kaynak:article") gives the article that it was written from.
///
/// XML: no DTD is read, no entity declared in one is expanded, nothing outside is looked at.
/// Encodings: the XML declaration, `content_type`, else detection. Limits: 16 MiB, 200 levels,
/// 400,000 nodes, 1000 items, 5000 blocks an item. Errors: unsupported (none of the formats),
/// malformed (it breaks off or is not well-formed), too_large.
Result<WireDocument> read_wire(std::string_view bytes, std::string_view content_type = {});

/// The versions that check_ninjs knows, "1.0" to "3.1".
const std::vector<std::string>& ninjs_versions();
/// The version a document says it is of (`standard`, `$standard`), else the newest of the
/// generation that its members are named by.
std::string ninjs_version_of(const Json& document);
/// Holds a document against IPTC's ninjs of that version ("1.0" … "3.1"; empty: ninjs_version_of).
/// No problems: it is valid. Formats (URI, date-time) are held loosely, as a JSON Schema validator
/// does: a string is enough; GeoJSON is held to its types of geometry. At most 100 problems.
/// Errors: unsupported (a version nobody knows).
Result<std::vector<NinjsProblem>> check_ninjs(const Json& document, std::string_view version = {});

/// What `kaynak inspect wire` prints: `{format, version, items:[…], problems:[…]}`; for ninjs also
/// `valid` and `errors:[{where, what}]`.
Json wire_json(const WireDocument& document);

}  // namespace kaynak
