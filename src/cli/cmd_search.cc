#include "cli/commands.h"
#include "cli/room.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::vector<std::string> words;
  int limit = 20;
  bool json = false;
};

Result<int> search(Store& store, const Options& o) {
  std::string query;
  for (const auto& word : o.words) query += word + " ";
  KAYNAK_ASSIGN(const auto hits, store.search(query, static_cast<std::size_t>(o.limit)));
  std::vector<std::vector<std::string>> rows;
  for (const auto& hit : hits) {
    if (o.json)
      print_line(Json()
                     .set("article", hit.article.value)
                     .set("language", hit.language.value)
                     .set("headline", hit.headline)
                     .set("snippet", hit.snippet)
                     .dump());
    rows.push_back({hit.article.value, hit.language.value, hit.headline, hit.snippet});
  }
  if (!o.json && !rows.empty()) print_table({"ARTICLE", "LANG", "HEADLINE", "WHERE"}, rows);
  if (rows.empty()) print_note("nothing found");
  return rows.empty() ? exit_failed : exit_ok;
}

}  // namespace

void add_search(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& c = program.command("search", "find articles and their translations by words", [o] {
    return with_store(o->folder, [&](const Newsroom&, Store& store) { return search(store, *o); });
  });
  add_folder_option(c, &o->folder);
  c.list("WORDS", &o->words, "all must occur; case and accents do not count", true);
  c.number("--limit", &o->limit, "how many at most (20)", 1, 1000);
  c.flag("--json", &o->json, "one JSON object a line");
}

}  // namespace kaynak
