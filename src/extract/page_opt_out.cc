#include "extract/page_opt_out.h"

#include "base/strings.h"

namespace kaynak {

MachineUse page_opt_out(const Document& page) {
  MachineUse use;
  for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
    if (page.node(i).tag != Tag::meta) continue;
    const auto name = trim(page.attribute(i, "name"));
    const auto content = trim(page.attribute(i, "content"));
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
