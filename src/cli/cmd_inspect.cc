#include "base/strings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/inspect_dates.h"
#include "gather/inspect.h"
#include "gather/robots.h"
#include "gather/warc.h"
#include "text/encoding.h"
#include "text/language.h"
#include "text/url.h"
#include "wire/wire.h"

namespace kaynak {
namespace {

constexpr std::size_t kMaxFile = 64u << 20;

struct Options {
  std::vector<std::string> files;
  std::string base, content_type, agent = "Kaynak";
  bool json = false;
};

/// For a person: one "name  value" line each, long values cut.
void print_record(const Json& record, bool json) {
  if (json) {
    print_line(record.dump());
    return;
  }
  for (const auto& [name, value] : record.members())
    print_line(fit(name, 16) +
               std::string(static_cast<std::size_t>(std::max(1, 18 - display_width(name))), ' ') +
               fit(value.is_string() ? value.as_string() : value.dump(), 160));
  print_line("");
}

Error of_file(const std::string& file, const Error& error) {
  return {error.code, error.stage, file + ": " + error.detail};
}

int inspect_feeds(const Options& o) {
  int code = exit_ok;
  for (const auto& file : o.files) {
    const auto bytes = read_file(file, kMaxFile);
    const auto shown = bytes ? feed_or_sitemap_json(*bytes, o.base, o.content_type)
                             : Result<Json>(fail(bytes.error()));
    if (shown)
      print_record(*shown, o.json);
    else
      code = print_error(of_file(file, shown.error()));
  }
  return code;
}

int inspect_opml(const Options& o) {
  int code = exit_ok;
  for (const auto& file : o.files) {
    const auto bytes = read_file(file, kMaxFile);
    const auto opml = bytes ? parse_opml(*bytes, o.base) : Result<Opml>(fail(bytes.error()));
    if (opml)
      print_record(opml_json(*opml), o.json);
    else
      code = print_error(of_file(file, opml.error()));
  }
  return code;
}

int inspect_wire(const Options& o) {
  int code = exit_ok;
  for (const auto& file : o.files) {
    const auto bytes = read_file(file, kMaxFile);
    const auto document =
        bytes ? read_wire(*bytes, o.content_type) : Result<WireDocument>(fail(bytes.error()));
    if (document)
      print_record(wire_json(*document), o.json);
    else
      code = print_error(
          {document.error().code, document.error().stage, file + ": " + document.error().detail});
  }
  return code;
}

int inspect_warcs(const Options& o) {
  int code = exit_ok;
  for (const auto& file : o.files) {
    const auto reader = open_warc(file);
    if (!reader) {
      code = print_error(reader.error());
      continue;
    }
    for (;;) {
      const auto record = (*reader)->next();
      if (record && !*record) break;
      if (record) {
        print_record(warc_record_json(**record), o.json);
        continue;
      }
      code = print_error(
          {record.error().code, record.error().stage, file + ": " + record.error().detail});
    }
  }
  return code;
}

/// The first FILE is robots.txt, the others are URLs.
int inspect_robots(const Options& o) {
  if (o.files.size() < 2)
    return print_error(
        {ErrorCode::usage, "inspect", "give the robots.txt file, then at least one URL"});
  const auto bytes = read_file(o.files.front(), kMaxFile);
  if (!bytes) return print_error(bytes.error());
  const auto robots = Robots::parse(*bytes);
  for (std::size_t i = 1; i < o.files.size(); ++i)
    print_record(robots_json(robots, o.agent, o.files[i]), o.json);
  return exit_ok;
}

int inspect_urls(const Options& o) {
  int code = exit_ok;
  for (const auto& text : o.files) {
    const auto record = url_json(text, o.base);
    if (record.contains("error")) code = exit_failed;
    print_record(record, o.json);
  }
  return code;
}

int inspect_texts(const Options& o) {
  int code = exit_ok;
  for (const auto& file : o.files) {
    const auto bytes = read_file(file, kMaxFile);
    if (!bytes) {
      code = print_error(bytes.error());
      continue;
    }
    const auto decoded = decode_html(*bytes, o.content_type);
    const auto language = detect_language(decoded.text);
    print_record(Json()
                     .set("file", file)
                     .set("charset", decoded.charset)
                     .set("decided_by", decoded.decided_by)
                     .set("language", language.tag)
                     .set("confidence", language.confidence),
                 o.json);
  }
  return code;
}

}  // namespace

void add_inspect(Args& program) {
  auto& inspect = program.command(
      "inspect", "what Kaynak sees in a feed, agency file, archive, robots.txt, URL, text");
  const auto o = std::make_shared<Options>();
  const auto add = [&](const char* name, const char* help, const char* what,
                       int (*act)(const Options&)) -> Args& {
    auto& c = inspect.command(name, help, [o, act] { return act(*o); });
    c.list(what, &o->files, "what to look at", true);
    c.flag("--json", &o->json, "JSON Lines");
    return c;
  };
  auto& feed =
      add("feed", "items of RSS, Atom and JSON feeds, pages of sitemaps", "FILE", inspect_feeds);
  feed.text("--base", &o->base, "the feed's own address");
  feed.text("--content-type", &o->content_type, "as its server said");
  add("opml", "feeds of an OPML list", "FILE", inspect_opml)
      .text("--base", &o->base, "the list's own address");
  add("wire", "items of ninjs, NewsML, NITF, IPTC 7901 and ANPA files", "FILE", inspect_wire)
      .text("--content-type", &o->content_type, "as its server said");
  add("warc", "records of web archives", "FILE", inspect_warcs);
  add("robots", "what a robots.txt allows: FILE URL…", "FILE_AND_URLS", inspect_robots)
      .text("--agent", &o->agent, "product token (Kaynak)");
  add("url", "serialised URL and identity key", "URL", inspect_urls)
      .text("--base", &o->base, "address that relative ones are resolved against");
  add("text", "charset and language of a page or text", "FILE", inspect_texts)
      .text("--content-type", &o->content_type, "as its server said");
  add_inspect_dates(inspect);
}

}  // namespace kaynak
