#include "serve/server.h"

namespace kaynak {

Result<std::unique_ptr<Server>> Server::start(const ServeOptions& options, const Path& site_folder,
                                              const Site& site, ServeHooks hooks, Clock clock) {
  serve_detail::LivePages pages;
  pages.languages = site.options().languages;
  pages.base_url = site.options().base_url;
  const Site* const from = &site;
  pages.notice = [from](const LanguageTag& language, const std::string& key,
                        const std::string& back) {
    return from->render_notice(language, key, back).bytes;
  };
  pages.search = [from](const LanguageTag& language, const std::string& query,
                        const Listing& hits) {
    return from->render_search(language, query, hits).bytes;
  };
  return serve_detail::start_server(options, site_folder, std::move(pages), std::move(hooks),
                                    std::move(clock));
}

}  // namespace kaynak
