#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "extract/date_names.h"
#include "extract/date_reader.h"
#include "extract/page_dates.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t longest_line = 60;  ///< bytes of a line that is little but a date
constexpr std::size_t most_tried = 100;

struct Listed {
  NodeIndex node;
  std::string text;
};

void add_stamps(const Document& page, std::vector<Listed>* found) {
  for (NodeIndex i = 0; i < page.nodes().size() && found->size() < most_tried; ++i) {
    const Attribute* a = page.attributes(i);
    for (int k = 0; k < page.node(i).attributes_count; ++k)
      if (is_date_stamp(a[k].name)) found->push_back({i, std::string(a[k].value)});
  }
}

void add_lines(const Document& page, const PageMap& map, std::vector<Listed>* found) {
  constexpr std::uint32_t fewest_figures = 3;
  const std::size_t most = found->size() + most_tried;
  for (const TextBlock& b : map.blocks) {
    if (found->size() == most) return;
    if (b.digits >= fewest_figures && b.length <= longest_line)
      found->push_back({b.node_begin, fold(fold_space(raw_text_of(page, b)))});
  }
}

}  // namespace

MaybeTime first_day_listed(const Document& page, const PageMap& map, std::string_view language,
                           const std::optional<Time>& fetched) {
  const DateReader reader(language, fetched);
  std::vector<Listed> found;
  add_stamps(page, &found);
  add_lines(page, map, &found);
  std::stable_sort(found.begin(), found.end(),
                   [](const Listed& x, const Listed& y) { return x.node < y.node; });
  for (const Listed& one : found)
    if (const MaybeTime t = reader.read(one.text)) return t;
  return std::nullopt;
}

}  // namespace kaynak::extract_detail
