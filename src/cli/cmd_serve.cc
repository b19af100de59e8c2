#include "cli/commands.h"
#include "cli/room.h"
#include "cli/serving.h"

namespace kaynak {

void add_serve(Args& program) {
  const auto folder = std::make_shared<std::string>();
  auto& c = program.command("serve", "serve the site, its comments and search, until Ctrl-C",
                            [folder] { return with_newsroom(*folder, serve_until_stopped); });
  add_folder_option(c, folder.get());
  c.footer(
      "Address and port come from kaynak.toml, or from the environment: KAYNAK_SERVE_PORT=9000 "
      "kaynak serve\n"
      "/healthz says whether it works, /metrics what it does (Prometheus).");
}

}  // namespace kaynak
