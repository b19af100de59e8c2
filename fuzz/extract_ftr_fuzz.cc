// Whatever a site's ftr-site-config says: what is taken over is read back as the same rules, and a
// page can be asked for each of its selectors.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "extract/ftr_rules.h"
#include "html/document.h"
#include "text/encoding.h"

using namespace kaynak;

namespace {

void require(bool good) {
  if (!good) std::abort();
}

void check(const std::vector<std::string>& selectors) {
  static const auto page =
      Document::parse("<html><body><div id='a' class='b'><p>c</p></div></body></html>");
  for (const std::string& css : selectors) require(page->select(css).has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (size > 4000 || !is_valid_utf8(text)) return 0;
  const SiteRuleVersion made = import_ftr_rules(text).version;
  for (const auto* list : {&made.body, &made.strip, &made.headline, &made.date, &made.author})
    check(*list);
  const auto read = parse_site_rules(to_toml(made));
  require(read.has_value() && read->versions.size() == 1);
  const SiteRuleVersion& again = read->versions.front();
  require(again.body == made.body && again.strip == made.strip && again.headline == made.headline &&
          again.date == made.date && again.author == made.author);
  return 0;
}
