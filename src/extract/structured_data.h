/// @file What a page says of itself for machines: JSON-LD, meta elements, microdata.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "extract/image_data.h"
#include "html/document.h"

namespace kaynak::extract_detail {

/// A person or organisation as structured data names it.
struct NamedAgent {
  std::string name;
  std::string url;
  bool organisation = false;
};

/// What the data says of the text's way to this page ("isBasedOn", "translator", "creditText"): the
/// property as written, and whom or what it names.
struct OriginClaim {
  std::string property;
  std::string name;  ///< of a person or outlet, or the words of a credit
  std::string url;
  std::string language;  ///< of the work that is named, as written
};

/// The article object of the page's JSON-LD (or microdata). Empty members where it says nothing.
/// Texts are plain, with white space folded.
struct ArticleData {
  bool found = false;
  std::string type;  ///< schema.org type as written: "NewsArticle"
  std::string headline;
  std::string alternative_headline;
  std::string description;
  std::string body;
  std::string published;  ///< as written
  std::string modified;
  std::string section;
  std::string url;
  std::string language;
  std::string publisher;
  std::string correction;
  std::string publisher_url;
  std::string dateline;  ///< as written
  std::string place;     ///< contentLocation, locationCreated
  std::vector<NamedAgent> authors;
  std::vector<OriginClaim> origins;
  std::vector<std::string> organisations;  ///< publisher, source and rights holder, where those are
  std::vector<std::string> keywords;
  std::optional<bool> free;  ///< isAccessibleForFree
  bool live = false;         ///< LiveBlogPosting
};

struct StructuredData {
  ArticleData article;
  std::vector<std::string> page_types;  ///< every @type met at the top of the JSON-LD, as written
  std::string site_name;                ///< WebSite or publisher
  std::vector<ImageData> images;        ///< pictures with caption or credit
  /// name, property or itemprop (lower case) and content of every meta element, in order.
  std::vector<std::pair<std::string, std::string_view>> metas;

  /// First non-empty content under any of the names, in the order of the names.
  std::string_view meta(std::initializer_list<std::string_view> names) const;
  /// Every non-empty content under that name.
  std::vector<std::string_view> all(std::string_view name) const;
};

/// `page_url` and `title` choose between several articles. Never fails: what cannot be read is left
/// out.
StructuredData read_structured_data(const Document& page, std::string_view page_url,
                                    std::string_view title);

/// Parses JSON as found inside script elements: HTML comment marks, CDATA marks, trailing commas,
/// raw control characters and a trailing semicolon are forgiven. A null value where nothing helps.
Json parse_lenient_json(std::string_view text);

/// Text of an HTML fragment without its tags, character references resolved, white space folded.
/// For short values of structured data only; block ends become `block_separator`.
std::string plain_text(std::string_view maybe_html, char block_separator = ' ');

}  // namespace kaynak::extract_detail
