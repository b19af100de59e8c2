#include "pipeline/read_poll.h"

#include "extract/section_links.h"

namespace kaynak {

Result<PollReading> read_poll(const Capture& capture, const PollContext& context) {
  if (context.kind == FetchKind::sitemap)
    return read_sitemap_poll(capture, context.options, context.now, context.first);
  if (context.kind == FetchKind::section)
    return read_section_poll(capture, context.section_links, context.options);
  return read_feed_poll(capture, context.options);
}

Result<PollReading> read_section_poll(const Capture& capture, const std::string& selector,
                                      const GatherOptions& options) {
  KAYNAK_ASSIGN(const auto page,
                Document::parse(capture.body, header(capture.headers, "Content-Type")));
  const auto& address = capture.final_url.empty() ? capture.url : capture.final_url;
  PollReading out;
  for (auto& link : section_links(page, address, selector)) {
    if (out.pages.size() >= options.max_items_per_poll) break;
    FoundPage found;
    found.url = found.item.url = std::move(link.url);
    found.item.title = std::move(link.title);
    found.version = kListedVersion;
    out.pages.push_back(std::move(found));
  }
  if (!out.pages.empty()) return out;
  return fail(ErrorCode::not_found, "gather",
              selector.empty()
                  ? "no links to articles stand out on this page; say where they are with "
                    "section_links = \"CSS selector\""
                  : "section_links '" + selector + "' finds no link on this page");
}

}  // namespace kaynak
