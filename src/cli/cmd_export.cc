#include "cli/commands.h"
#include "cli/room.h"
#include "model/json.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::string format = "ninjs";
  bool editions = false;
};

Result<int> export_all(Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto ids, store.all_articles());
  for (const auto& id : ids) {
    KAYNAK_ASSIGN(const auto article, store.article(id));
    if (!print_line((o.format == "ninjs" ? to_ninjs(article) : to_json(article)).dump()))
      return exit_ok;
    if (!o.editions) continue;
    KAYNAK_ASSIGN(const auto editions, store.editions_of(id));
    for (const auto& edition : editions)
      if (!print_line((o.format == "ninjs" ? to_ninjs(article, edition) : to_json(edition)).dump()))
        return exit_ok;
  }
  return std::fflush(stdout) == 0 ? exit_ok : exit_failed;
}

}  // namespace

void add_export(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& c = program.command("export", "all articles as JSON Lines", [o] {
    return with_store(o->folder,
                      [&](const Newsroom&, Store& store) { return export_all(store, *o); });
  });
  add_folder_option(c, &o->folder);
  c.choice("-f,--format", &o->format, {"ninjs", "jsonl"},
           "ninjs: IPTC ninjs 3.1 (default); jsonl: Kaynak's own record");
  c.flag("--editions", &o->editions, "translations too, each after its original");
}

}  // namespace kaynak
