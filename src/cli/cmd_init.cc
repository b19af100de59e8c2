#include "cli/commands.h"
#include "cli/console.h"
#include "cli/room.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::string title = "Kaynak";
  std::vector<std::string> languages;
};

int init(const Options& o) {
  const auto languages =
      o.languages.empty() ? std::vector<std::string>{"en", "es", "ca"} : o.languages;
  const auto text = default_config_text(o.title, languages);
  if (const auto config = parse_config(text, [](const std::string&) { return std::nullopt; });
      !config)
    return print_error(config.error());
  if (const auto made = Newsroom::create(o.folder, text); !made) return print_error(made.error());
  print_line(
      "made a newsroom in " + o.folder +
      "\n\nnext:\n"
      "  kaynak -C " +
      o.folder +
      " source add FEED_URL --rights full   # a source, and what it permits\n"
      "  kaynak -C " +
      o.folder +
      " import PAGES                       # or pages you have: .html, folders, .tar.gz, .warc.gz\n"
      "  kaynak -C " +
      o.folder +
      " run\n"
      "  kaynak -C " +
      o.folder + " serve");
  return exit_ok;
}

}  // namespace

void add_init(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& c =
      program.command("init", "make a newsroom: a folder with settings, sources, data and site",
                      [o] { return init(*o); });
  c.text("DIR", &o->folder, "folder to make it in", true);
  c.text("--title", &o->title, "the site's title");
  c.list("--language", &o->languages,
         "a language of the site, BCP 47; several times; the first is the default (en es ca)");
}

}  // namespace kaynak
