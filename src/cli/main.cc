#include <malloc.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "cli/commands.h"
#include "cli/room.h"

namespace {

constexpr const char* kFooter =
    R"(Results go to standard output, progress and problems to standard error.
Exit codes: 0 done; 1 something could not be done (standard error says what);
2 the command line or kaynak.toml is wrong.

A first newsroom:
  kaynak demo demo                  a newsroom with samples, on http://127.0.0.1:8080/
  kaynak init news --language en --language es
  kaynak -C news source add https://your.example/feed.xml --rights full
  kaynak -C news run && kaynak -C news serve
Articles out of pages and web archives, without a newsroom:
  kaynak extract page.html crawl.warc.gz > articles.jsonl)";

int run(int argc, char** argv) {
  using namespace kaynak;
  Args program("kaynak",
               "Kaynak: multilingual news syndication. Gathers news, keeps whose words they are, "
               "translates, "
               "publishes.");
  std::string newsroom;
  add_folder_option(program, &newsroom);
  program.before([&newsroom] {
    if (!newsroom.empty()) ::setenv("KAYNAK_NEWSROOM", newsroom.c_str(), 1);
  });
  program.group("Articles out of pages");
  add_extract(program);
  add_inspect(program);
  program.group("A newsroom");
  add_init(program);
  add_demo(program);
  add_source(program);
  add_run(program);
  add_fetch(program);
  add_import(program);
  add_publish(program);
  add_serve(program);
  program.group("Looking after it");
  add_search(program);
  add_trace(program);
  add_article(program);
  add_translate(program);
  add_comment(program);
  add_export(program);
  add_reprocess(program);
  add_log(program);
  add_doctor(program);
  program.footer(kFooter);
  return program.run(argc, argv);
}

/// Pages are read one after the other, each with megabytes of its own: memory that goes back to the
/// system after a page comes back as page faults with the next.
void keep_freed_memory() {
  constexpr int kept = 32 << 20;  // the most that the threshold for mappings may be
  mallopt(M_TRIM_THRESHOLD, kept);
  mallopt(M_MMAP_THRESHOLD, kept);
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves is an error of a write, not the end of us
  try {
    return run(argc, argv);
  } catch (const std::exception& bug) {
    std::fprintf(stderr, "kaynak: bug: %s\n", bug.what());
    return kaynak::exit_failed;
  }
}
