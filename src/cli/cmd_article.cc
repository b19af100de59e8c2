#include <unistd.h>

#include <cstdlib>
#include <limits>

#include "cli/commands.h"
#include "cli/room.h"
#include "pipeline/history.h"
#include "pipeline/import.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::string article;
  int limit = 100;
  bool json = false;
};

/// Colours where a person looks at them and has not asked for none (https://no-color.org).
bool in_colour() { return ::isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr; }

/// Foreign text on one line, without anything that steers the terminal.
std::string printable(std::string_view text) { return fit(text, std::numeric_limits<int>::max()); }

/// A line of what was there or is there now.
void print_side(char sign, const std::string& text) {
  if (text.empty()) return;
  const std::string line = std::string("  ") + sign + " " + printable(text);
  if (!in_colour()) {
    print_line(line);
    return;
  }
  print_line((sign == '-' ? "\033[31m" : "\033[32m") + line + "\033[0m");
}

void print_change(const SentenceChange& change) {
  if (change.weight == ChangeWeight::furniture) return;
  if (change.kind == ChangeKind::moved) {
    print_line("  ~ " + printable(change.after) + " (moved)");
    return;
  }
  print_side('-', change.before);
  print_side('+', change.after);
}

void print_picture(const PictureChange& change) {
  const auto words = [](const std::string& caption, const std::string& url) {
    return url.empty() ? std::string() : "[picture] " + (caption.empty() ? url : caption);
  };
  print_side('-', words(change.caption_before, change.url_before));
  print_side('+', words(change.caption_after, change.url_after));
}

void print_version(const HistoryEntry& entry, const std::string& address) {
  print_line("version " + std::to_string(entry.version) + ", " +
             (entry.seen ? to_rfc3339(*entry.seen) : "undated") + ": " + entry.what);
  if (!entry.capture.empty())
    print_line("  capture " + entry.capture.value.substr(0, 16) + " of " + printable(address));
  if (entry.revision.headline) print_change(*entry.revision.headline);
  for (const auto& change : entry.revision.sentences) print_change(change);
  for (const auto& change : entry.revision.pictures) print_picture(change);
}

Result<int> history(const Newsroom& newsroom, Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto article, find_article(newsroom, store, o.article));
  KAYNAK_ASSIGN(const auto entries,
                article_history(store, article.id, static_cast<std::size_t>(o.limit)));
  if (!o.json) print_line(printable(article.headline) + "\n" + article.id.value + "\n");
  for (const auto& entry : entries) {
    std::string address;
    if (const auto capture = store.capture(entry.capture)) address = capture->url;
    if (o.json)
      print_line(to_json(entry).set_if("url", address).dump());
    else
      print_version(entry, address);
  }
  return exit_ok;
}

}  // namespace

void add_article(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& article = program.command("article", "one article");
  auto& h = article.command(
      "history", "its versions: when each was seen, in which capture, and what changed", [o] {
        return with_store(o->folder,
                          [&](const Newsroom& n, Store& store) { return history(n, store, *o); });
      });
  add_folder_option(h, &o->folder);
  h.text("ARTICLE", &o->article, "its id, its address, or the address of its page on the site",
         true);
  h.number("--limit", &o->limit, "how many versions at most, the newest (100)", 1, 1000);
  h.flag("--json", &o->json, "one JSON object a version");
}

}  // namespace kaynak
