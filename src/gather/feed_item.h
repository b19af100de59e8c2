/// @file One item, entry, or what a feed says of itself, element by element. Internal to gather/.
#pragma once

#include <array>

#include "gather/feed.h"
#include "gather/feed_values.h"

namespace kaynak::gather_detail {

/// How elements without a namespace are meant.
enum class Dialect { rss, atom };

/// Reads the elements of one item. Vocabularies mix freely; of what is said twice, the first stays.
class ItemReader {
 public:
  ItemReader(FeedContext* context, Dialect dialect) : context_(*context), dialect_(dialect) {}

  void read_children(XmlNode parent);
  void read(XmlNode element);
  /// The item, with what follows from its parts: address from id, picture from media, language.
  FeedItem finish(XmlNode element);
  /// The same as what a feed says of itself.
  FeedHead finish_head(XmlNode element);

 private:
  void read_rss(XmlNode node, const std::string& local);
  void read_atom(XmlNode node, const std::string& local);
  void read_atom_link(XmlNode node);
  void read_atom_category(XmlNode node);
  void read_dublin_core(XmlNode node, const std::string& local);
  void read_media(XmlNode node, const std::string& local, FeedMedia* common);
  void read_media_content(XmlNode node, const FeedMedia& common);
  void read_media_group(XmlNode group);
  void read_itunes(XmlNode node, const std::string& local);
  void read_itunes_category(XmlNode node);
  void read_other(XmlNode node, const Name& name);

  void finish_media();
  std::string language_of_parts(XmlNode element) const;
  void title(XmlNode node, std::string text);
  void module_title(XmlNode node);
  void summary(XmlNode node, std::string text);
  void content(XmlNode node, std::string text);
  void add_enclosure(XmlNode node, std::string_view url, std::string_view type,
                     std::string_view length);
  void add_link(FeedLink link);

  FeedContext& context_;
  const Dialect dialect_;
  FeedItem item_;
  FeedMedia common_;          ///< what is said of all media of the item
  std::string module_title_;  ///< of another vocabulary: where the item has none of its own
  std::string generator_;
  std::string permalink_;                                ///< a guid that is an address
  bool url_is_page_ = false;                             ///< of the alternate link taken last
  std::array<std::optional<std::string>, 3> languages_;  ///< of content, summary and title
};

}  // namespace kaynak::gather_detail
