#include <thread>

#include "attribute/attribute.h"
#include "base/file.h"
#include "base/ordered_pool.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/explain_view.h"
#include "cli/page_article.h"
#include "model/json.h"
#include "pipeline/inputs.h"
#include "pipeline/rule_fixtures.h"
#include "wire/wire.h"

namespace kaynak {
namespace {

struct Options {
  std::string format = "jsonl";
  int jobs = 0;
  bool explain = false;
  std::string rules_file;
  SiteRules rules;
  std::vector<std::string> inputs;
};

std::string explained(const InputPage& page, const Options& o) {
  ExplainedPage out{page.id, {}, {}};
  if (const auto article = extracted(page, o.rules, &out.why, nullptr); !article)
    out.refused = article.error();
  const std::string& format = o.format;
  if (format == "html") return explained_as_html(out);
  if (format == "json") return explained_as_json(out);
  return explained_as_text(out);
}

/// What went wrong, and what the page says of itself all the same: a front page has a date, too.
Json error_record(const InputPage& page, const Error& error, const PageFacts& facts) {
  Json j;
  j.set("id", page.id)
      .set_if("uri", facts.canonical_url.empty() ? page.url : facts.canonical_url)
      .set("error", to_string(error.code))
      .set("reason", error.detail)
      .set_if("language", facts.language.value)
      .set_if("headline", facts.headline)
      .set_if("outlet", facts.outlet);
  if (facts.published) j.set("versioncreated", to_rfc3339(*facts.published));
  if (facts.modified) j.set("contentmodified", to_rfc3339(*facts.modified));
  return j;
}

std::string as_text(const Article& a) {
  std::string out = a.headline + "\n";
  if (!a.byline.empty()) out += a.byline + "\n";
  if (a.published) out += to_rfc3339(*a.published) + "\n";
  return out + "\n" + body_text(a) + "\n";
}

/// A plain HTML article of the text alone: for reading, not for a site.
std::string as_html(const Article& a) {
  std::string out = "<article lang=\"" + escape_html(a.language.value) + "\">\n<h1>" +
                    escape_html(a.headline) + "</h1>\n";
  for (const auto& block : a.blocks) {
    const auto text = escape_html(block.text);
    switch (block.kind) {
      case BlockKind::heading:
        out += "<h2>" + text + "</h2>\n";
        break;
      case BlockKind::quote:
        out += "<blockquote>" + text + "</blockquote>\n";
        break;
      case BlockKind::list_item:
        out += "<ul><li>" + text + "</li></ul>\n";
        break;
      case BlockKind::table:
        out += "<pre>" + text + "</pre>\n";
        break;
      case BlockKind::figure:
        out += "<figure><figcaption>" + text + "</figcaption></figure>\n";
        break;
      case BlockKind::paragraph:
        out += "<p>" + text + "</p>\n";
        break;
      case BlockKind::embed:
      case BlockKind::ad_slot:
        break;
    }
  }
  return out + "</article>";
}

std::string rendered(const InputPage& page, const Result<Article>& article, const PageFacts& facts,
                     const std::string& format) {
  if (!article) return error_record(page, article.error(), facts).dump();
  if (format == "ninjs") return to_ninjs(*article).dump();
  if (format == "json") return to_json(*article).dump_pretty();
  if (format == "text") return as_text(*article);
  if (format == "html") return as_html(*article);
  return to_json(*article).dump();
}

/// An item of an exchange format as one line; one without a text says what it is instead.
std::string wire_line(WireItem item, const std::string& id, const AttributionData& data,
                      const std::string& format) {
  if (!has_text(item)) {
    const std::string what = item.type.empty() ? "item" : item.type;
    PageFacts facts;
    facts.headline = item.article.headline;
    facts.language = item.article.language;
    facts.published = item.article.published;
    InputPage page;
    page.id = id;
    page.url = item.article.url;
    return error_record(page, {ErrorCode::not_article, "wire", "a " + what + " without a text"},
                        facts)
        .dump();
  }
  const std::string identity = wire_identity(item);
  Article article = std::move(item.article);
  article.record_id = id;
  if (article.outlet.empty()) article.outlet = item.provider;
  article.id = article_id_for(identity.empty() ? id : identity);
  return rendered({}, attribute(std::move(article), data), {}, format);
}

/// Every item of an exchange format; the first is named as its file, the others by number.
std::string wire_lines(const InputPage& page, const AttributionData& data,
                       const std::string& format) {
  auto document = read_wire(page.bytes, page.content_type);
  if (!document) return error_record(page, document.error(), {}).dump();
  std::string out;
  for (std::size_t i = 0; i < document->items.size(); ++i) {
    const std::string id = page.id + (i > 0 ? "#" + std::to_string(i + 1) : "");
    out += (i > 0 ? "\n" : "") + wire_line(std::move(document->items[i]), id, data, format);
  }
  if (!document->items.empty()) return out;
  return error_record(page, {ErrorCode::not_article, "wire", "holds no item"}, {}).dump();
}

Result<void> read_rules(Options* o) {
  if (o->rules_file.empty()) return {};
  KAYNAK_ASSIGN(o->rules, read_rules_file(o->rules_file));
  const auto notice = expired_notice(o->rules, to_day(ZonedTime{system_now()}));
  if (!notice.empty()) print_note(o->rules_file + ": " + notice);
  return {};
}

/// One page's answer: a line of output, or an input that could not be read.
struct Answer {
  std::string line;
  std::optional<Error> unreadable;
};

using Item = Result<InputPage>;

int extract_all(const Options& options) {
  const auto share = share_folder();
  if (!share) return print_error(share.error());
  const auto data = AttributionData::load(*share);
  if (!data) return print_error(data.error());
  const auto transport = make_http_transport(HttpOptions{});
  InputOptions input;
  input.transport = transport.get();
  const auto pages = open_pages(options.inputs, input);
  bool unreadable = false, closed = false;
  const auto next = [&]() -> std::optional<Item> {
    if (closed) return std::nullopt;
    auto page = pages->next();
    if (!page) return Item(fail(std::move(page).error()));
    if (!*page) return std::nullopt;
    return Item(std::move(**page));
  };
  const auto answer = [&](Item&& item) -> Answer {
    if (!item) return {{}, std::move(item).error()};
    if (options.explain) return {explained(*item, options), {}};
    if (!item->error && sniff_wire(item->bytes, item->content_type))
      return {wire_lines(*item, *data, options.format), {}};
    PageFacts facts;
    const auto article = attributed(*item, options.rules, *data, &facts);
    return {rendered(*item, article, facts, options.format), {}};
  };
  const auto emit = [&](Answer&& a) {
    if (a.unreadable) {
      print_error(*a.unreadable);
      unreadable = true;
    } else if (!print_line(a.line)) {
      closed = true;
    }
  };
  const unsigned jobs = options.jobs > 0 ? static_cast<unsigned>(options.jobs)
                                         : std::max(1u, std::thread::hardware_concurrency());
  run_ordered<Item, Answer>(jobs, next, answer, emit);
  return unreadable || std::fflush(stdout) != 0 ? exit_failed : exit_ok;
}

}  // namespace

void add_extract(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& c =
      program.command("extract", "articles out of pages and agency files, JSON Lines out", [o] {
        if (const auto read = read_rules(o.get()); !read) return print_error(read.error());
        return extract_all(*o);
      });
  c.choice("-f,--format", &o->format, {"jsonl", "json", "ninjs", "text", "html"},
           "jsonl: one record a line (default); json: the same, indented; ninjs: IPTC ninjs 3.1, "
           "one a line; text, html: to read");
  c.flag("--explain", &o->explain,
         "say why each block of the page was kept or dropped; with -f html as a page to look at, "
         "with -f json for scripts");
  c.text("--rules", &o->rules_file,
         "site rules for the pages: a TOML file with [[extract]] tables, or a .txt file of "
         "ftr-site-config");
  c.number("-j,--jobs", &o->jobs, "threads (default: one a core)", 1, 256);
  c.list("INPUT", &o->inputs,
         "HTML files, ninjs, NewsML, NITF, IPTC 7901 and ANPA files, folders, .tar.gz, .warc(.gz), "
         "URLs, "
         "or - for one page on standard input",
         true);
  c.footer(
      "Records come in the order of the input, with constant memory. A page that holds no article "
      "gives\n"
      "{\"id\": …, \"error\": \"not_an_article\", \"reason\": …}. Exit 1 only if an INPUT can't be "
      "read.\n"
      "  kaynak extract https://news.example/story -f text\n"
      "  kaynak extract page.html --explain | less\n"
      "  kaynak extract crawl/*.warc.gz | jq -r .headline");
}

}  // namespace kaynak
