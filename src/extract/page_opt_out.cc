#include "extract/page_opt_out.h"

#include "base/strings.h"

namespace kaynak {

MachineUse page_opt_out(const Document& page) {
  MachineUse use;
  const auto metas = page.select("meta[name][content]");
  if (!metas) return use;
  for (const auto& meta : *metas) {
    const auto name = trim(page.attribute(meta, "name"));
    const auto content = trim(page.attribute(meta, "content"));
    if (iequals(name, "robots") || iequals(name, "kaynak")) use.add(content);
    if (iequals(name, "tdm-reservation") && !use.tdm_reserved && (content == "1" || content == "0"))
      use.tdm_reserved = content == "1";
    if (iequals(name, "tdm-policy") &&
        (istarts_with(content, "https://") || istarts_with(content, "http://")))
      use.tdm_policy = content;
  }
  return use;
}

}  // namespace kaynak
