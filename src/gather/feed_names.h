/// @file Which vocabulary an element of a feed or sitemap belongs to. Internal to gather/.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "gather/xml_tree.h"

namespace kaynak::gather_detail {

enum class Space {
  plain,  ///< no namespace, or that of the document
  atom,
  rss,
  dc,
  content,
  media,
  itunes,
  tombstone,
  thread,
  syndication,
  slash,
  licence,
  news,   ///< news sitemaps
  image,  ///< image sitemaps
  xhtml,
  other
};

struct Name {
  Space space = Space::plain;
  std::string local;  ///< lower case
};

/// Names of one document. Not thread-safe.
class XmlNames {
 public:
  Name of(XmlNode element);
  /// Lower-case local name, whatever its vocabulary.
  static std::string local(XmlNode element);
  /// Whether a prefix was met that nobody declared; it was read as it is usually meant.
  bool undeclared() const { return undeclared_; }

 private:
  Space space_of(std::string_view prefix, XmlNode element);
  std::map<std::string, Space, std::less<>> prefixes_;
  bool undeclared_ = false;
};

}  // namespace kaynak::gather_detail
