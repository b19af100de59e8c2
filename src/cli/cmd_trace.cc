#include "cli/commands.h"
#include "cli/room.h"
#include "model/json.h"
#include "pipeline/import.h"
#include "pipeline/pages.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::string article;
  bool json = false;
};

std::string percent(double share) {
  return std::to_string(static_cast<int>(share * 100 + 0.5)) + " %";
}

Result<int> trace(const Newsroom& newsroom, Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto article, find_article(newsroom, store, o.article));
  KAYNAK_ASSIGN(const auto view, article_view(newsroom, store, article.id));
  if (o.json) {
    print_line(Json().set("article", to_json(article)).set("story", to_json(view.story)).dump());
    return exit_ok;
  }
  print_line(article.headline + "\n" + view.source.name + ", " +
             (article.published ? to_rfc3339(*article.published) : "undated") + "\n");
  std::vector<std::vector<std::string>> hops;
  for (const auto& hop : article.hops) hops.push_back({hop.role, hop.name, hop.url});
  print_line("From the origin to this page:");
  print_table({"ROLE", "NAME", "ADDRESS"}, hops);
  std::vector<std::vector<std::string>> holders;
  for (const auto& id : view.story.articles) {
    KAYNAK_ASSIGN(const auto other, article_view(newsroom, store, id));
    std::string share = id == view.story.first ? "had it first" : "", evidence;
    for (const auto& edge : view.story.edges)
      if (edge.to == id) share = percent(edge.share), evidence = edge.evidence;
    holders.push_back({other.source.name,
                       other.article.published ? to_rfc3339(*other.article.published) : "", share,
                       other.article.url, evidence});
  }
  print_line("\nWho has the text, first first:");
  print_table({"OUTLET", "PUBLISHED", "SHARED", "ADDRESS", "A PASSAGE BOTH HAVE"}, holders);
  return exit_ok;
}

}  // namespace

void add_trace(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& c = program.command(
      "trace", "where an article comes from: its hops, and who else has the text", [o] {
        return with_store(o->folder,
                          [&](const Newsroom& n, Store& store) { return trace(n, store, *o); });
      });
  add_folder_option(c, &o->folder);
  c.text("ARTICLE", &o->article, "its id, its address, or the address of its page on the site",
         true);
  c.flag("--json", &o->json, "as JSON");
}

}  // namespace kaynak
