/// @file Values of a feed's elements: texts, addresses, dates, languages. Internal to gather/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "gather/feed_names.h"
#include "gather/xml_tree.h"

namespace kaynak::gather_detail {

/// What the elements of one feed are read with.
struct FeedContext {
  XmlNames names;
  std::string base;      ///< the feed's own address; may be empty
  std::string link;      ///< the page it is the feed of: the base where there is no other
  std::string language;  ///< of the feed: that of items that state none
  std::vector<std::string> problems;

  /// Absolute address of `reference` as it stands at `node` (xml:base of it and what it stands in);
  /// empty where it is none of the web.
  std::string url_at(XmlNode node, std::string_view reference) const;
  /// The date the element holds; what cannot be read is a problem.
  std::optional<ZonedTime> date(XmlNode node);
};

enum class As { line, text };

/// HTML as plain text.
std::string from_html(const std::string& html, As as);
/// The element's content as HTML, whether its markup is escaped or not.
std::string html_of(XmlNode node);
/// An Atom text construct or content (1.0's type, 0.3's type and mode) as plain text.
std::string atom_text(XmlNode node, As as);
/// xml:lang that holds at `node`, empty where it was taken back; nothing where none was ever given.
std::optional<std::string> language_at(XmlNode node);
/// Name of an Atom person construct.
std::string atom_person(XmlNode node);

}  // namespace kaynak::gather_detail
