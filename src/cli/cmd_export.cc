#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "cli/commands.h"
#include "cli/room.h"
#include "model/json.h"
#include "pipeline/archive_export.h"
#include "wire/write.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::string format = "ninjs";
  bool editions = false;
  std::string warc;
  bool cdxj = false;
  std::string source;
  std::string since;
};

constexpr std::size_t kProblemsShown = 20;

struct CloseFile {
  void operator()(std::FILE* file) const {
    if (file != stdout) std::fclose(file);
  }
};
using Output = std::unique_ptr<std::FILE, CloseFile>;

/// A new file, or standard output for "-". What is there is not written over.
Result<Output> open_output(const std::string& name) {
  Output out(name == "-" ? stdout : std::fopen(name.c_str(), "wbx"));
  if (out) return out;
  return fail(errno == EEXIST ? ErrorCode::conflict : ErrorCode::unavailable, "export",
              "can't make '" + name + "': " + std::strerror(errno) +
                  (errno == EEXIST ? "; name a new file" : ""));
}

WriteBytes writer_to(std::FILE* out) {
  return [out](std::string_view bytes) -> Result<void> {
    if (std::fwrite(bytes.data(), 1, bytes.size(), out) == bytes.size()) return {};
    return fail(ErrorCode::unavailable, "export",
                std::string("can't write: ") + std::strerror(errno));
  };
}

Result<ExportFilter> filter_of(const Options& o) {
  ExportFilter filter;
  filter.source = SourceId(o.source);
  if (o.since.empty()) return filter;
  const auto since = parse_iso8601(o.since);
  if (!since)
    return fail(ErrorCode::usage, "export",
                "--since '" + o.since + "' is no date; write it as 2026-11-25");
  filter.since = since->utc;
  return filter;
}

int report(const ArchiveExport& done, const char* what) {
  for (std::size_t i = 0; i < done.problems.size() && i < kProblemsShown; ++i)
    print_error(done.problems[i]);
  print_note(std::to_string(done.captures) + " " + what +
             (done.skipped > 0 ? ", " + std::to_string(done.skipped) + " records skipped" : ""));
  return done.problems.empty() ? exit_ok : exit_failed;
}

Result<int> export_archive(const Newsroom& newsroom, Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto filter, filter_of(o));
  KAYNAK_ASSIGN(const auto out, open_output(o.warc));
  KAYNAK_ASSIGN(const auto done, export_warc(newsroom, store, filter, writer_to(out.get())));
  if (std::fflush(out.get()) != 0)
    return fail(ErrorCode::unavailable, "export", "can't write '" + o.warc + "'");
  return report(done, "captures exported");
}

Result<int> export_index(const Newsroom& newsroom) {
  KAYNAK_ASSIGN(const auto done, export_cdxj(newsroom, writer_to(stdout)));
  if (std::fflush(stdout) != 0) return int(exit_failed);
  return report(done, "records in the index");
}

std::string written(const Article& article, const std::string& format) {
  if (format == "newsml-g2") return to_newsml_g2(article);
  return (format == "ninjs" ? to_ninjs(article) : to_json(article)).dump();
}

std::string written(const Article& article, const Edition& edition, const std::string& format) {
  if (format == "newsml-g2") return to_newsml_g2(article, edition);
  return (format == "ninjs" ? to_ninjs(article, edition) : to_json(edition)).dump();
}

/// False when nobody reads any more.
Result<bool> print_all(Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto ids, store.all_articles());
  for (const auto& id : ids) {
    KAYNAK_ASSIGN(const auto article, store.article(id));
    if (!print_line(written(article, o.format))) return false;
    if (!o.editions) continue;
    KAYNAK_ASSIGN(const auto editions, store.editions_of(id));
    for (const auto& edition : editions)
      if (!print_line(written(article, edition, o.format))) return false;
  }
  return true;
}

/// NewsML-G2 is one document, the others a line an item.
Result<int> export_all(Store& store, const Options& o) {
  const bool message = o.format == "newsml-g2";
  if (message && !print_line(newsml_g2_begin(system_now()))) return exit_ok;
  KAYNAK_ASSIGN(const bool open, print_all(store, o));
  if (open && message) print_line(newsml_g2_end());
  return !open || std::fflush(stdout) == 0 ? exit_ok : exit_failed;
}

}  // namespace

void add_export(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& c =
      program.command("export", "all articles as JSON Lines or NewsML-G2; captures as WARC", [o] {
        return with_store(o->folder, [&](const Newsroom& newsroom, Store& store) -> Result<int> {
          if (o->cdxj) return export_index(newsroom);
          if (!o->warc.empty()) return export_archive(newsroom, store, *o);
          return export_all(store, *o);
        });
      });
  add_folder_option(c, &o->folder);
  c.choice("-f,--format", &o->format, {"ninjs", "jsonl", "newsml-g2"},
           "ninjs: IPTC ninjs 3.1, one a line (default); jsonl: Kaynak's own record, one a line; "
           "newsml-g2: one IPTC NewsML-G2 message with the chain as hopHistory");
  c.flag("--editions", &o->editions, "translations too, each after its original");
  c.text("--warc", &o->warc,
         "what was fetched instead, as one new WARC file of this name (-: standard output)");
  c.text("--source", &o->source, "with --warc: of this source alone");
  c.text("--since", &o->since, "with --warc: fetched on this day or later (2026-11-25)");
  c.flag("--cdxj", &o->cdxj, "instead: an index of data/warc for replay tools, as CDXJ");
}

}  // namespace kaynak
