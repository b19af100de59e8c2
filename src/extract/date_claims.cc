#include "extract/date_claims.h"

#include <algorithm>
#include <array>

#include "base/byte_set.h"
#include "base/strings.h"

namespace kaynak::extract_detail {
namespace {

enum class Kind : unsigned char { published, modified };

struct Name {
  std::string_view text;  ///< lower case, letters and figures only
  Kind kind;
  ClaimRank rank;
  bool as_suffix;  ///< also behind a prefix that we do not know: "bt:pubDate"
};

// Names of meta elements, properties and item properties. Sorted.
constexpr Name names[] = {
    {"apubtime", Kind::published, ClaimRank::vendor, false},
    {"articlecreated", Kind::published, ClaimRank::created, false},
    {"articlecreatedtime", Kind::published, ClaimRank::created, false},
    {"articledate", Kind::published, ClaimRank::vague, false},
    {"articledateoriginal", Kind::published, ClaimRank::vendor, false},
    {"articlefirstpublished", Kind::published, ClaimRank::vendor, true},
    {"articlemodified", Kind::modified, ClaimRank::plain, false},
    {"articlemodifieddate", Kind::modified, ClaimRank::plain, false},
    {"articlemodifiedtime", Kind::modified, ClaimRank::plain, true},
    {"articlepubdate", Kind::published, ClaimRank::vendor, false},
    {"articlepublicationdate", Kind::published, ClaimRank::vendor, false},
    {"articlepublished", Kind::published, ClaimRank::plain, false},
    {"articlepublisheddate", Kind::published, ClaimRank::plain, false},
    {"articlepublishedtime", Kind::published, ClaimRank::plain, true},
    {"articlepublishtime", Kind::published, ClaimRank::plain, false},
    {"articleupdated", Kind::modified, ClaimRank::plain, false},
    {"articleupdatedtime", Kind::modified, ClaimRank::plain, false},
    {"citationdate", Kind::published, ClaimRank::vague, false},
    {"citationonlinedate", Kind::published, ClaimRank::vendor, false},
    {"citationpublicationdate", Kind::published, ClaimRank::vendor, false},
    {"created", Kind::published, ClaimRank::created, true},
    {"createdat", Kind::published, ClaimRank::created, true},
    {"creationdate", Kind::published, ClaimRank::created, true},
    {"date", Kind::published, ClaimRank::vague, false},
    {"datecreated", Kind::published, ClaimRank::created, true},
    {"datemodified", Kind::modified, ClaimRank::plain, true},
    {"datepublished", Kind::published, ClaimRank::plain, true},
    {"dateupdate", Kind::modified, ClaimRank::plain, true},
    {"dateupdated", Kind::modified, ClaimRank::plain, true},
    {"dcdate", Kind::published, ClaimRank::vague, false},
    {"dcdateavailable", Kind::published, ClaimRank::vendor, false},
    {"dcdatecreated", Kind::published, ClaimRank::created, false},
    {"dcdateissued", Kind::published, ClaimRank::vendor, false},
    {"dcdatemodified", Kind::modified, ClaimRank::vendor, false},
    {"dcdateupdated", Kind::modified, ClaimRank::vendor, false},
    {"dctermsavailable", Kind::published, ClaimRank::vendor, false},
    {"dctermscreated", Kind::published, ClaimRank::created, false},
    {"dctermsdate", Kind::published, ClaimRank::vague, false},
    {"dctermsissued", Kind::published, ClaimRank::vendor, false},
    {"dctermsmodified", Kind::modified, ClaimRank::vendor, false},
    {"displaydate", Kind::published, ClaimRank::vendor, true},
    {"eprintsdate", Kind::published, ClaimRank::vague, false},
    {"firstpublished", Kind::published, ClaimRank::vendor, true},
    {"firstpublisheddate", Kind::published, ClaimRank::vendor, true},
    {"gentime", Kind::published, ClaimRank::vendor, false},
    {"issued", Kind::published, ClaimRank::vendor, true},
    {"lastmod", Kind::modified, ClaimRank::vendor, true},
    {"lastmodified", Kind::modified, ClaimRank::vendor, true},
    {"lastpublished", Kind::published, ClaimRank::vague, true},
    {"lastupdated", Kind::modified, ClaimRank::vendor, true},
    {"modified", Kind::modified, ClaimRank::vendor, true},
    {"modifieddate", Kind::modified, ClaimRank::vendor, true},
    {"modifiedtime", Kind::modified, ClaimRank::vendor, true},
    {"msdate", Kind::published, ClaimRank::vague, false},
    {"ogpubdate", Kind::published, ClaimRank::plain, false},
    {"ogpublishedtime", Kind::published, ClaimRank::plain, false},
    {"ogregdate", Kind::published, ClaimRank::vendor, false},
    {"ogupdatedtime", Kind::modified, ClaimRank::vendor, false},
    {"originalpublicationdate", Kind::published, ClaimRank::vendor, true},
    {"parselypubdate", Kind::published, ClaimRank::vendor, false},
    {"pdate", Kind::published, ClaimRank::vendor, false},
    {"postdate", Kind::published, ClaimRank::vendor, true},
    {"posted", Kind::published, ClaimRank::vendor, true},
    {"ptime", Kind::published, ClaimRank::vendor, false},
    {"pubdate", Kind::published, ClaimRank::vendor, true},
    {"publicationdate", Kind::published, ClaimRank::vendor, true},
    {"publishdate", Kind::published, ClaimRank::vendor, true},
    {"published", Kind::published, ClaimRank::vendor, true},
    {"publishedat", Kind::published, ClaimRank::vendor, true},
    {"publisheddate", Kind::published, ClaimRank::vendor, true},
    {"publishedtime", Kind::published, ClaimRank::vendor, true},
    {"publishtime", Kind::published, ClaimRank::vendor, true},
    {"releasedate", Kind::published, ClaimRank::vendor, true},
    {"revised", Kind::modified, ClaimRank::vendor, false},
    {"sailthrudate", Kind::published, ClaimRank::vendor, false},
    {"timestamp", Kind::published, ClaimRank::vague, false},
    {"updated", Kind::modified, ClaimRank::vendor, true},
    {"updatedat", Kind::modified, ClaimRank::vendor, true},
    {"updateddate", Kind::modified, ClaimRank::vendor, true},
    {"updatedtime", Kind::modified, ClaimRank::vendor, true},
    {"uploaddate", Kind::published, ClaimRank::created, false},
    {"uploaded", Kind::published, ClaimRank::created, true},
};

constexpr bool sorted_names() {
  for (std::size_t i = 1; i < std::size(names); ++i)
    if (!(names[i - 1].text < names[i].text)) return false;
  return true;
}
static_assert(sorted_names());

constexpr std::size_t longest_name = 32;

/// A name without case and separators, in a buffer of its own.
class PlainName {
 public:
  explicit PlainName(std::string_view s) {
    for (const char c : s) {
      const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
      if (!((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9'))) continue;
      if (size_ == longest_name) {
        size_ = 0;
        return;
      }
      buffer_[size_++] = low;
    }
  }
  std::string_view text() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, longest_name> buffer_{};
  std::size_t size_ = 0;
};

const Name* find_name(std::string_view s) {
  const PlainName plain(s);
  const auto found = std::lower_bound(std::begin(names), std::end(names), plain.text(),
                                      [](const Name& n, std::string_view t) { return n.text < t; });
  return found != std::end(names) && found->text == plain.text() ? found : nullptr;
}

/// By the whole name, else by what stands behind its last prefix.
const Name* name_of(std::string_view s) {
  s = trim(s);
  if (s.empty() || s.size() > 80) return nullptr;
  if (const Name* whole = find_name(s)) return whole;
  static constexpr ByteSet separators(":./ ");
  const auto prefix = separators.rfind(s);
  if (prefix == s.npos) return nullptr;
  const Name* part = find_name(s.substr(prefix + 1));
  return part && part->as_suffix ? part : nullptr;
}

class ClaimFinder {
 public:
  ClaimFinder(const Document& page, const PageMap& map, const DateReader& reader)
      : page_(page), map_(map), reader_(reader) {}

  DateClaims run() {
    const auto& nodes = page_.nodes();
    for (NodeIndex i = 0; i < nodes.size(); ++i)
      if (nodes[i].attributes_count > 0) read_element(i, nodes[i]);
    return found_;
  }

 private:
  void read_element(NodeIndex i, const Node& n) {
    std::string_view name, content, stamp;
    const Attribute* a = page_.attributes(i);
    for (int k = 0; k < n.attributes_count; ++k) {
      const std::string_view attribute = a[k].name;
      if (attribute.size() < 4 || attribute == "class" || attribute == "href") continue;
      if (attribute == "property" || attribute == "itemprop" ||
          (attribute == "name" && n.tag == Tag::meta && name.empty()))
        name = a[k].value;
      else if (attribute == "content")
        content = a[k].value;
      else if (attribute == "datetime")
        stamp = a[k].value;
    }
    if (name.empty()) return;
    const Name* known = name_of(name);
    if (!known || in_comment(i)) return;
    if (!content.empty()) stamp = content;
    if (stamp.empty() && n.tag != Tag::meta) stamp = page_.text(i).substr(0, 200);
    add(*known, stamp);
  }
  void add(const Name& name, std::string_view stamp) {
    if (name.kind == Kind::modified) {
      if (!found_.modified) found_.modified = reader_.read(stamp);
    } else if (name.rank < found_.rank) {
      if (const auto t = reader_.read(stamp)) found_.published = t, found_.rank = name.rank;
    }
  }
  bool in_comment(NodeIndex i) const {
    return has(map_.info[i].places, Place::comment_item) || has(map_.info[i].all, Meaning::comment);
  }

  const Document& page_;
  const PageMap& map_;
  const DateReader& reader_;
  DateClaims found_;
};

}  // namespace

DateClaims find_date_claims(const Document& page, const PageMap& map, const DateReader& reader) {
  return ClaimFinder(page, map, reader).run();
}

}  // namespace kaynak::extract_detail
