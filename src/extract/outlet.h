/// @file The name of the outlet that published a page, weighed from everything that states one.
#pragma once

#include <string>
#include <string_view>

#include "extract/page_map.h"
#include "extract/structured_data.h"

namespace kaynak::extract_detail {

/// What helps to choose between names; all may be empty.
struct OutletHints {
  std::string_view title;          ///< the title element: outlets set their name at its end
  std::string_view address;        ///< the page's, canonical
  const Document* page = nullptr;  ///< for logos and headings that spell the address's name out
};

struct OutletName {
  std::string name;
  std::string proof;  ///< where the page states it, and how: "og:site_name Havsbild"
};

/// og:site_name, the publisher of the structured data, application names, the rights line or the
/// end of the title, whichever fits the address best. A section's name, an address or a label is
/// taken only where nothing better is there. May be empty.
OutletName find_outlet(const StructuredData& data, const OutletHints& hints);
/// Its name alone.
std::string outlet_name(const StructuredData& data, const OutletHints& hints = {});
/// The first name that a field for outlets states, as written: nothing is weighed.
std::string stated_outlet(const StructuredData& data);

}  // namespace kaynak::extract_detail
